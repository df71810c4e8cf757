using System.Text.RegularExpressions;
using Firstlook.Access;
using Firstlook.Baselines;
using Firstlook.App.Web.Views;
using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Tests.Web;

/// <summary>What a page says, as a person reads it.</summary>
public sealed partial class ReadingTests
{
    readonly ManualTime time = new(Shop.Night);

    static TimeSpan Later => TimeSpan.FromMinutes(6);

    /// <summary>A page's words in order, as they stand beside each other.</summary>
    static string Words(string page) => Blank().Replace(System.Net.WebUtility.HtmlDecode(Tag().Replace(page, "")), " ");

    [Fact]
    public async Task A_long_summary_takes_three_lines_and_all_of_it_is_one_click_away()
    {
        var summary = string.Join(' ', Enumerable.Repeat("the checkout of shop eu-1 is slow", 100));
        var desk = new MemoryDesk(time);
        desk.Append(3, null, Shop.Opened(3, alert: Shop.Alert("Slow", summary)));
        var page = await Rendered.Room(desk, 3, Later);
        Assert.Contains($"<details class=\"symptom clamped\" id=\"symptom\"><summary><span class=\"whole\">{summary}", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"symptom\">", await Rendered.Room(Shop.Looked(time), 7, Later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_s_words_are_one_element_so_that_they_stand_on_one_line()
    {
        var page = await Rendered.Room(Shop.Looked(time), 7, Later);
        Assert.DoesNotMatch(new Regex("<label>[^<]*<(strong|code)", RegexOptions.ExplicitCapture), page);
        Assert.Contains("<label><span>Type <strong>shop-db</strong></span> <input", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_tells_to_whom_it_escalates() =>
        Assert.Contains("to escalate 24:00 →to warehouse lead", Words(await Rendered.Room(Shop.Looked(time), 7, Later)), StringComparison.Ordinal);

    [Fact]
    public async Task What_a_resolved_incident_still_offers_stands_behind_a_click_and_its_undo_does_not()
    {
        var desk = Shop.Helped(time);
        Assert.DoesNotContain("act all the same", await Rendered.Room(desk, 7, Later), StringComparison.Ordinal);
        desk.Append(7, null, new Resolved(Shop.Night + Later, "ada", "the sold out products are hidden"));
        var page = await Rendered.Room(desk, 7, Later);
        var late = page.IndexOf("<details class=\"own\" id=\"late-2\"><summary>It is resolved: act all the same</summary>", StringComparison.Ordinal);
        Assert.InRange(page.IndexOf("/actions/2/approve", StringComparison.Ordinal), late, page.IndexOf("</article>", late, StringComparison.Ordinal));
        Assert.True(late > 0);
        Assert.DoesNotContain("id=\"late-1\"", page, StringComparison.Ordinal);
        Assert.Contains("/incidents/7/actions/1/undo", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_of_a_resolved_incident_stands_open()
    {
        var desk = Shop.Looked(time);
        desk.Append(7, null, new Resolved(Shop.Night + Later, "ada", "over"));
        var page = await Rendered.Room(new RoomView(desk.Room(7)!, Rendered.Visit(Later, "that is not the target", new Draft("approve", [KeyValuePair.Create("target", "shop")]) { Path = "actions/1/approve" })));
        Assert.Contains("id=\"late-1\" open", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"late-2\" open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_that_failed_is_no_effect_and_is_told_once_in_the_timeline()
    {
        var desk = Shop.Looked(time);
        foreach (var action in new[] { 1, 2 })
            desk.Append(7, null, new ActionPreviewed(Shop.Night.AddSeconds(20 + action), action, desk.Keep(Shop.Lines(new CommandId("checkout/3", 0), Shop.Night.AddSeconds(20)) with { Outcome = new Outcome(OutcomeKind.Failed, "kubectl ended with 1", 1) })));
        var page = await Rendered.Room(desk, 7, Later);
        Assert.DoesNotContain("It would touch", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("What it would touch could not be read: kubectl ended with 1").Length - 1);
        Assert.Contains("<summary>What 2 actions would touch could not be read</summary>", page, StringComparison.Ordinal);
        Assert.Contains("What action 2 would touch could not be read: kubectl ended with 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_that_was_read_tells_what_would_be_touched()
    {
        var desk = Shop.Looked(time);
        desk.Append(7, null, new ActionPreviewed(Shop.Night.AddSeconds(20), 1, desk.Keep(Shop.Rows(new CommandId("checkout/6", 0), Shop.Night.AddSeconds(20), ["count"], [["3"]]))));
        Assert.Contains("It would touch: <strong>", await Rendered.Room(desk, 7, Later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_failed_did_run_and_is_told_to_have_no_answer()
    {
        var page = await Rendered.Room(Shop.Looked(time), 7, Later);
        Assert.Contains("1 for · 1 without an answer", page, StringComparison.Ordinal);
        Assert.Contains("<h4>No answer</h4>", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("<h4>Not run</h4>").Length - 1);
    }

    [Fact]
    public async Task Where_there_is_no_way_back_an_action_is_not_said_to_be_undone()
    {
        var page = await Rendered.Room(Shop.Looked(time), 7, Later);
        var card = page[page.IndexOf("id=\"action-2\"", StringComparison.Ordinal)..page.IndexOf("id=\"action-3\"", StringComparison.Ordinal)];
        Assert.Contains("No way back", card, StringComparison.Ordinal);
        Assert.Contains("reversible <span class=\"meaning\">no lasting harm, but not undone from here</span>", card, StringComparison.Ordinal);
        Assert.DoesNotContain("can be undone", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_severity_that_nobody_states_is_assumed_and_comes_from_nobody()
    {
        var desk = new MemoryDesk(time);
        desk.Append(3, null, Shop.Opened(3, "high") with { SeverityFrom = "assumed: neither the alert nor a procedure states one" });
        Assert.Contains("Severityhigh · assumed: neither", Words(await Rendered.Room(desk, 3, Later)), StringComparison.Ordinal);
        Assert.Contains("critical · from the alert's label", Words(await Rendered.Room(Shop.Looked(time), 7, Later)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_page_beside_the_incidents_leads_to_each_other()
    {
        var rehearsals = await Rendered.Rehearsals(RehearsalsView.Of(RehearsalRecord.Empty, null, _ => null, Rendered.Visit(Later)));
        foreach (var (page, current) in new[] { (await Rendered.List(new MemoryDesk(time), all: false, null, Later), "Open"), (await Rendered.List(new MemoryDesk(time), all: true, null, Later), "All"), (await Rendered.Drills(), "Drills"), (rehearsals, "Rehearsals") })
        {
            foreach (var path in new[] { "/", "/?all=1", "/drills", "/rehearsals" }) Assert.Contains($"<a href=\"{path}\"", page, StringComparison.Ordinal);
            Assert.Single(page.Split("aria-current=\"page\"")[1..]);
            Assert.Contains($"aria-current=\"page\">{current}</a>", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("one\rtwo", "one⟨U+000D⟩two")]
    [InlineData("one\r\r\ntwo", "one⟨U+000D⟩\ntwo")]
    public void The_end_of_a_line_is_shown_as_one_and_a_carriage_return_elsewhere_is_named(string text, string shown) => Assert.Equal(shown, Visible.Text(text));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
