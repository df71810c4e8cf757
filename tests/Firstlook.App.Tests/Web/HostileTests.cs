using System.Globalization;
using System.Text;
using Firstlook.Alerts;
using Firstlook.App.Web.Views;
using Firstlook.Effects;
using Firstlook.Incidents;
using Firstlook.Runbooks;
using FsCheck.Fluent;

namespace Firstlook.App.Tests.Web;

/// <summary>Alerts, results and runbooks are written by others.</summary>
public sealed class HostileTests
{
    const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"alert(3)";

    readonly ManualTime time = new(Shop.Night);

    [Fact]
    public async Task Markup_in_alerts_results_and_runbooks_is_text()
    {
        var page = await Rendered.Room(Hostile(Script), 7, TimeSpan.FromMinutes(1));
        Assert.True(page.Split("&lt;script&gt;alert(1)").Length > 8, "the hostile text should stand in many places");
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onmouseover", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_the_list_is_text()
    {
        var page = await Rendered.List(Hostile(Script), true, Script, TimeSpan.Zero);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onmouseover", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_web_addresses_become_links()
    {
        foreach (var address in new[] { "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>", "vbscript:x", "//evil.example/x", "file:///etc/passwd", "http://user:secret@shop.example/" })
        {
            var page = await Rendered.Room(Hostile("x", address), 7, TimeSpan.FromMinutes(1));
            Assert.All(page.Split("href=\"")[1..], part => Assert.Matches("^(/|#|https?://[^@]*\")", part[..(part.IndexOf('"', StringComparison.Ordinal) + 1)]));
            Assert.DoesNotContain("href=\"//", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Characters_that_turn_the_direction_are_shown_by_name()
    {
        var page = System.Net.WebUtility.HtmlDecode(await Rendered.Room(Hostile("safe \u202E;fr- mr\u202C \u200B\u2066x\u2069\u0007"), 7, TimeSpan.FromMinutes(1)));
        Assert.Contains("safe ⟨U+202E⟩;fr- mr⟨U+202C⟩ ⟨U+200B⟩⟨U+2066⟩x⟨U+2069⟩⟨U+0007⟩", page, StringComparison.Ordinal);
        Assert.DoesNotContain(page, character => character is '\u202E' or '\u202C' or '\u2066' or '\u2069' or '\u200B' or '\u0007');
    }

    [Fact]
    public void No_text_keeps_a_character_that_deceives() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
        Visible.Text(text).EnumerateRunes().All(rune => rune.Value is '\n' or '\t' or 0x200D or 0xFFFD || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))));

    [Fact]
    public void Plain_text_stays_as_it_is()
    {
        foreach (var text in new[] { "", "a\tb\nc", "Grüße, 東京, עברית", "👩‍🚒 1/2", "x <y> & \"z\"" }) Assert.Equal(text, Visible.Text(text));
    }

    [Fact]
    public void Short_text_never_ends_in_half_a_character()
    {
        foreach (var most in Enumerable.Range(2, 12))
            Assert.Equal(-1, Visible.Short("ab😀😀😀😀😀😀", most).IndexOf('\uFFFD', StringComparison.Ordinal));
        Assert.All(Enumerable.Range(3, 12), most => Assert.True(Visible.Short("ab😀😀😀😀😀😀😀", most).Length <= most));
        Assert.DoesNotContain(Visible.Short("ab😀😀😀", 4), char.IsSurrogate);
    }

    [Fact]
    public void A_dashboard_keeps_its_own_query_and_its_window_is_replaced()
    {
        var opened = Shop.Night;
        Assert.Equal(
            $"https://g.example/d/x?orgId=1&var=a%20b&from={opened.AddMinutes(-15).ToUnixTimeMilliseconds()}&to={opened.ToUnixTimeMilliseconds()}#panel",
            SafeLink.AtTime("https://g.example/d/x?orgId=1&from=now-1h&to=now&var=a%20b#panel", opened, opened));
        Assert.Null(SafeLink.AtTime("javascript:alert(1)//?from=", opened, opened));
    }

    /// <summary>A room in which everything that comes from outside says <paramref name="text"/>.</summary>
    MemoryDesk Hostile(string text, string address = "javascript:alert(1)")
    {
        var desk = new MemoryDesk(time);
        var plain = CheckoutRunbook.Read();
        var procedure = plain.Procedures[0];
        var runbook = plain with
        {
            File = text,
            Text = string.Join('\n', Enumerable.Repeat(text.ReplaceLineEndings(" "), 120)),
            Prohibitions = [new Prohibition(60, text, null, null), new Prohibition(61, text, "checkout", CheckoutRunbook.Stock)],
            Procedures =
            [
                procedure with
                {
                    Title = text,
                    Impact = text,
                    Dashboards = [new Dashboard(text, address, [text], 12)],
                    Hypotheses = procedure.Hypotheses.Select(one => one with { Title = text, Advice = [new Advice(text, 50)] }).ToEquatableArray(),
                    Steps = procedure.Steps.Select(step => step with { Title = text, Commands = step.Commands.Select(command => command with { Text = text, Comment = text }).ToEquatableArray() }).ToEquatableArray(),
                },
            ],
        };
        var alert = Shop.Alert(text, text, address, ("region", text), (text, text));
        var result = Shop.Rows(new Access.CommandId("checkout/6", 0), Shop.Night, [text], [[text]]) with { Ran = text, Rewrite = text, Target = text };
        var action = new ProposedAction(1, null, text, text, Language.Shell, text, Effect.Unknown, text, [new Access.Binding(text, text, text, text)], "hash", null, null);
        desk.Append(7, runbook,
            Shop.Opened(7, text, text, alert, new ChosenProcedure(text, "evidence", "checkout", text, 5, text)) with { SeverityFrom = text, Service = text, Team = text },
            new LookRequested(Shop.Night, 1, text, text),
            Shop.Started(1, Shop.Night),
            new ResultRecorded(Shop.Night, 1, desk.Keep(result)),
            new ResultRecorded(Shop.Night, 1, desk.Keep(Shop.Lines(new Access.CommandId("checkout/3", 0), Shop.Night, text))),
            new LookFinished(Shop.Night, 1),
            new ActionProposed(Shop.Night, text, action),
            new NoteAdded(Shop.Night, text, text),
            new Escalated(Shop.Night, text, text, text));
        return desk;
    }
}
