using Firstlook.App.Web.Views;
using Firstlook.Incidents;

namespace Firstlook.App.Tests.Web;

public sealed class PageTests
{
    readonly ManualTime time = new(Shop.Night);

    [Fact]
    public async Task A_room_whose_reads_still_run() => PageGolden.Check("room-opening", await Rendered.Room(Shop.Opening(time), 7, TimeSpan.FromSeconds(2)));

    [Fact]
    public async Task A_room_whose_first_look_is_done() => PageGolden.Check("room-looked", await Rendered.Room(Shop.Looked(time), 7, TimeSpan.FromMinutes(4)));

    [Fact]
    public async Task A_room_after_an_action_that_helped() => PageGolden.Check("room-helped", await Rendered.Room(Shop.Helped(time), 7, TimeSpan.FromMinutes(6)));

    [Fact]
    public async Task A_room_whose_time_to_acknowledge_is_over() => PageGolden.Check("room-overdue", await Overdue());

    [Fact]
    public async Task A_room_in_which_two_procedures_fit()
    {
        var desk = new MemoryDesk(time);
        Shop.Tie(desk, 8);
        PageGolden.Check("room-tie", await Rendered.Room(desk, 8, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_check_by_hand_that_tells_the_first_two_causes_apart_is_offered_with_the_way_to_it()
    {
        var runbook = Firstlook.Runbooks.RunbookReader.Read("queue.md", System.Text.Encoding.UTF8.GetBytes("# Queue stuck\n\n**Alert**: `QueueStuck`\n\n## Hypothesis: the release is wrong\n\n- [ ] Was anything deployed?\n\n## Hypothesis: the broker is slow\n\n- jobs wait\n"));
        var procedure = runbook.Procedures[0];
        var desk = new MemoryDesk(time);
        desk.Append(9, runbook, Shop.Opened(9, title: "QueueStuck", alert: Shop.Alert("QueueStuck", "jobs wait"), procedure: new ChosenProcedure(runbook.File, "runbook-evidence", procedure.Id, procedure.Title, procedure.Line, "it names the alert QueueStuck")),
            new LookRequested(Shop.Night, 1, "the alert fired", null), new LookStarted(Shop.Night.AddSeconds(1), 1, 0, []), new LookFinished(Shop.Night.AddSeconds(2), 1));
        var page = await Rendered.Room(desk, 9, TimeSpan.FromMinutes(1));
        var next = page[page.IndexOf("Would tell the first two apart", StringComparison.Ordinal)..];
        Assert.Contains("“Was anything deployed?”", next[..300], StringComparison.Ordinal);
        Assert.Contains("href=\"#by-hand-checks\"", next[..300], StringComparison.Ordinal);
        Assert.Contains("id=\"by-hand-checks\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_incidents_in_every_state()
    {
        var desk = Shop.Looked(time);
        Shop.Tie(desk, 8);
        desk.Append(5, null, Shop.Opened(5, "medium", "QueueLag", at: Shop.Night.AddHours(-9)), new Acknowledged(Shop.Night.AddHours(-8.9), "grace"), new Resolved(Shop.Night.AddHours(-8), "grace", "queue drained"));
        PageGolden.Check("list-all", await Rendered.List(desk, all: true, null, TimeSpan.FromMinutes(4)));
    }

    [Fact]
    public async Task A_list_with_nothing_in_it_says_how_to_point_Prometheus_here() =>
        PageGolden.Check("list-empty", await Rendered.List(new MemoryDesk(time), all: false, null, TimeSpan.Zero));

    [Fact]
    public async Task The_list_shows_what_is_open_before_what_is_over_and_the_worst_first()
    {
        var desk = new MemoryDesk(time);
        desk.Append(1, null, Shop.Opened(1, "low", "LowOne"));
        desk.Append(2, null, Shop.Opened(2, "critical", "CriticalButOver"), new Resolved(Shop.Night, "ada", "done"));
        desk.Append(3, null, Shop.Opened(3, "high", "HighOne"));
        var page = await Rendered.List(desk, all: true, null, TimeSpan.Zero);
        Assert.Equal(["HighOne", "LowOne", "CriticalButOver"], new[] { "LowOne", "CriticalButOver", "HighOne" }.OrderBy(title => page.IndexOf(title, StringComparison.Ordinal)));
        Assert.DoesNotContain("CriticalButOver", await Rendered.List(desk, all: false, null, TimeSpan.Zero), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_looks_at_all_words_and_stays_in_the_tabs()
    {
        var desk = Shop.Looked(time);
        Shop.Tie(desk, 8);
        var page = await Rendered.List(desk, all: false, "checkout SHORT", TimeSpan.Zero);
        Assert.Contains("/incidents/7", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/incidents/8", page, StringComparison.Ordinal);
        Assert.Contains("/?all=1&amp;q=checkout%20SHORT", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_clock_is_an_alert_and_no_other_clock_is_announced()
    {
        var page = await Overdue();
        Assert.Contains("role=\"alert\" aria-label=\"overdue to acknowledge\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", await Rendered.Room(Shop.Looked(time), 7, TimeSpan.FromMinutes(4)), StringComparison.Ordinal);
    }

    Task<string> Overdue()
    {
        var desk = Shop.Looked(time);
        var due = Shop.Night.AddMinutes(15);
        desk.Append(7, null, new ClockExpired(due, "acknowledge", due, TimeSpan.Zero), new Escalated(due, null, "warehouse lead", "nobody acknowledged within 15 minutes (checkout.md line 3)"));
        return Rendered.Room(desk, 7, TimeSpan.FromMinutes(16));
    }

    [Fact]
    public async Task Zero_rows_say_whether_zero_was_expected()
    {
        var page = await Rendered.Room(Shop.Looked(time), 7, TimeSpan.FromMinutes(4));
        Assert.Contains("0 rows (expected 0)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dashboard_opens_at_the_time_of_the_incident()
    {
        var from = Shop.Night.AddMinutes(-15).ToUnixTimeMilliseconds();
        var page = await Rendered.Room(Shop.Looked(time), 7, TimeSpan.FromMinutes(4));
        Assert.Contains($"https://grafana.shop.example/d/checkout?orgId=1&amp;from={from}&amp;to={Shop.Night.AddMinutes(4).ToUnixTimeMilliseconds()}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_says_why_and_only_what_wants_a_click_has_a_button()
    {
        var page = await Rendered.Room(Shop.Looked(time), 7, TimeSpan.FromMinutes(4));
        Assert.Contains("waits for a click: cost", page, StringComparison.Ordinal);
        Assert.Contains("needs a value: shop", page, StringComparison.Ordinal);
        Assert.Single(page.Split("Run this read")[1..]);
    }

    [Fact]
    public async Task An_approval_is_bound_to_the_hash_of_what_is_shown()
    {
        var desk = Shop.Looked(time);
        var page = await Rendered.Room(desk, 7, TimeSpan.FromMinutes(4));
        foreach (var action in desk.Room(7)!.Incident.Actions.Where(action => action.Proposal.Target is not null))
            Assert.Contains($"<input type=\"hidden\" name=\"hash\" value=\"{action.Proposal.Hash}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/actions/3/approve", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_holds_an_inline_script_or_style()
    {
        foreach (var page in new[] { await Rendered.Room(Shop.Helped(time), 7, TimeSpan.FromMinutes(6)), await Overdue(), await Rendered.List(Shop.Looked(time), true, null, TimeSpan.Zero) })
        {
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
            Assert.Single(page.Split("<script")[1..]);
        }
    }

    [Fact]
    public async Task Every_link_within_a_page_leads_somewhere()
    {
        foreach (var page in new[] { await Rendered.Room(Shop.Opening(time), 7, TimeSpan.Zero), await Rendered.Room(Shop.Looked(time), 7, TimeSpan.FromMinutes(4)), await Rendered.Room(Shop.Helped(time), 7, TimeSpan.FromMinutes(6)) })
        {
            var ids = page.Split(" id=\"")[1..].Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).ToArray();
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.All(page.Split("href=\"#")[1..], part => Assert.Contains(part[..part.IndexOf('"', StringComparison.Ordinal)], ids));
        }
    }

    [Fact]
    public async Task What_was_typed_into_a_refused_form_is_still_there()
    {
        var visit = Rendered.Visit(TimeSpan.Zero, "the note is too long", new Draft("note", [KeyValuePair.Create("text", "half a </textarea> thought")]));
        var page = await Rendered.Room(new RoomView(Shop.Looked(time).Room(7)!, visit));
        Assert.Contains("the note is too long", page, StringComparison.Ordinal);
        Assert.Contains("half a &lt;/textarea&gt; thought", page, StringComparison.Ordinal);
    }
}
