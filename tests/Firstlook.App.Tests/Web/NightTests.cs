using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.App.Web;
using Firstlook.App.Web.Views;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.App.Tests.Web;

/// <summary>What somebody who was just woken finds at once, however much there is to show.</summary>
public sealed class NightTests
{
    readonly ManualTime time = new(Shop.Night);

    static TimeSpan Later => TimeSpan.FromMinutes(4);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string Source(string asset)
    {
        using var reader = new StreamReader(typeof(Asset).Assembly.GetManifestResourceStream($"assets/{asset}")!);
        return reader.ReadToEnd();
    }

    static string Between(string page, string from, string to)
    {
        var start = page.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"there is no {from}");
        return page[start..page.IndexOf(to, start, StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Evidence_stands_below_the_causes_and_is_not_pushed_down_by_the_actions_beside_them()
    {
        var page = await Rendered.Room(Shop.Looked(time), 7, Later);
        Assert.Equal(["hypotheses", "evidence", "actions", "timeline"], new[] { "hypotheses", "actions", "evidence", "timeline" }.OrderBy(section => page.IndexOf($"id=\"{section}\"", StringComparison.Ordinal)));
        Assert.Equal(2, page.Split("<div class=\"column\">").Length - 1);
    }

    [Fact]
    public async Task Where_nothing_leads_many_actions_are_told_by_the_cause_that_each_is_for()
    {
        var page = await Rendered.Room(Ladder(causes: 3), 9, Later);
        foreach (var cause in new[] { 1, 2, 3 }) Assert.Contains($"<summary><span>2 actions for “the cause {cause}” · disruptive</span></summary>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"actions-from-1\" open", page, StringComparison.Ordinal);
        Assert.Contains("id=\"action-1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("actions for “", await Rendered.Room(Ladder(causes: 1), 9, Later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_approval_is_not_hidden_behind_its_cause()
    {
        var visit = Rendered.Visit(Later, "that is not the target", new Draft("approve", [KeyValuePair.Create("target", "shop")]) { Path = "actions/3/approve" });
        var page = await Rendered.Room(new RoomView(Ladder(causes: 3).Room(9)!, visit));
        Assert.Contains("id=\"actions-from-3\" open", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"actions-from-1\" open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_of_one_title_are_told_apart_by_their_commands()
    {
        var page = await Rendered.Room(Ladder(causes: 2), 9, Later);
        foreach (var command in new[] { "df -h /data1", "df -h /data2" }) Assert.Contains($"<h3 class=\"title\">Check <code>{command}</code></h3>", page, StringComparison.Ordinal);
        Assert.Contains("<h3 class=\"title\">Failures by reason</h3>", await Rendered.Room(Shop.Looked(time), 7, Later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_alerts_of_one_incident_are_one_line_of_the_timeline_and_none_of_them_speaks_for_all()
    {
        var page = await Rendered.Room(Storm(), 4, Later);
        Assert.Contains("<summary>100 alerts joined</summary>", page, StringComparison.Ordinal);
        Assert.Contains("Disk of web-0 is full (one of 101 alerts)", page, StringComparison.Ordinal);
        Assert.Contains("instance=<b>101 values</b>", page, StringComparison.Ordinal);
        Assert.Contains("mountpoint=<b>/var</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_what_is_wrong_how_many_alerts_say_so_and_which_action_waits_for_whom()
    {
        var desk = Storm();
        var looked = Shop.Looked(time);
        var page = await Rendered.List(desk, all: false, null, Later);
        Assert.Contains("Disk of web-0 is full (one of 101 alerts)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"waits\"", await Rendered.List(looked, all: false, null, Later), StringComparison.Ordinal);
        var proposal = looked.Room(7)!.Incident.Actions[0].Proposal;
        looked.Append(7, null, new ActionApproved(Shop.Night.AddMinutes(3), proposal.Number, "ada", proposal.Hash));
        var waits = Between(await Rendered.List(looked, all: false, null, Later), "class=\"waits\"", "</span>");
        Assert.Contains("Action 1: 1 of 2 approvals", waits, StringComparison.Ordinal);
        Assert.Contains("/incidents/4", await Rendered.List(desk, all: false, "web-0", Later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_of_another_day_is_told_with_its_day()
    {
        var page = await Rendered.Room(Shop.Looked(time), 7, TimeSpan.FromDays(2));
        Assert.Contains(">14 Mar 03:12:44</time>", Between(page, "<dt>Began</dt>", "</dd>"), StringComparison.Ordinal);
        Assert.Single(page.Split("<li class=\"day\">Saturday 14 March 2026</li>")[1..]);
        Assert.DoesNotContain("class=\"day\"", await Rendered.Room(Shop.Looked(time), 7, Later), StringComparison.Ordinal);
        Assert.Contains("Timeline <span class=\"dim\">UTC</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_clock_says_by_how_much()
    {
        var desk = Shop.Looked(time);
        var due = Shop.Night.AddMinutes(15);
        desk.Append(7, null, new ClockExpired(due, "acknowledge", due, TimeSpan.Zero));
        var clock = Between(await Rendered.Room(desk, 7, TimeSpan.FromMinutes(42)), "aria-label=\"overdue to acknowledge\"", "</li>");
        Assert.Matches(new Regex("overdue</span> <span class=\"from-due\">by <time [^>]*>27 min</time>", RegexOptions.ExplicitCapture), clock);
    }

    [Fact]
    public async Task Why_no_service_was_found_is_told_once_among_the_facts()
    {
        const string why = "no service is configured for the alert's labels: checkout needs service=checkout";
        var desk = new MemoryDesk(time);
        desk.Append(3, null, Shop.Opened(3, procedure: new ChosenProcedure(null, null, null, null, null, $"which runbooks are meant is not known: {why}", [])) with { Service = null, Team = null, ServiceWhy = why });
        var facts = Between(await Rendered.Room(desk, 3, Later), "<dl class=\"facts\">", "</dl>");
        Assert.Single(facts.Split("checkout needs service=checkout")[1..]);
        Assert.Contains("none: which runbooks are meant is not known without a service", facts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("After 20 minutes: storage team", "After 20 minutes: storage team")]
    [InlineData("Writes fail, or 20 minutes have passed: storage team", "After 20 minutes, Writes fail, or 20 minutes have passed: storage team")]
    [InlineData("Writes fail", "After 20 minutes, Writes fail → storage team")]
    public async Task An_escalation_says_neither_its_time_nor_its_person_twice(string condition, string shown)
    {
        var room = Shop.Looked(time).Room(7)!;
        room = room with { Procedure = room.Procedure! with { Escalations = [room.Procedure!.Escalations[0] with { AfterMinutes = 20, Condition = condition, Target = "storage team" }] } };
        var page = await Rendered.Room(new RoomView(room, Rendered.Visit(Later)));
        Assert.Contains($"<p class=\"quote\">{shown} <", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_target_can_run_is_told_once()
    {
        var desk = Shop.Opening(time);
        var waiting = Shop.Started(1, Shop.Night).Waiting.Select((one, index) => index < 2 ? one with { Target = null, Why = "no target: service checkout has no redis" } : one).ToEquatableArray();
        desk.Append(7, null, Shop.Started(1, Shop.Night.AddSeconds(1)) with { Waiting = waiting });
        Assert.Contains("<summary>2 reads: no target: service checkout has no redis</summary>", await Rendered.Room(desk, 7, Later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_must_choose_a_procedure_is_offered_the_titles()
    {
        var desk = new MemoryDesk(time) { Titles = ["Checkout fails", "Stock <drifts>"] };
        desk.Append(3, null, Shop.Opened(3, procedure: new ChosenProcedure(null, null, null, null, null, "no procedure names it", [])));
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/3");
        Assert.Contains("list=\"procedures\"", ada.Page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Checkout fails\">", ada.Page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Stock &lt;drifts&gt;\">", ada.Page, StringComparison.Ordinal);
        await ada.Submit("/incidents/3/choose", ("procedure", "nothing like it"));
        Assert.Contains("<option value=\"Checkout fails\">", ada.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_that_is_over_leads_to_the_draft_of_its_postmortem_which_is_never_HTML()
    {
        var desk = Shop.Helped(time);
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/7");
        Assert.DoesNotContain("/incidents/7/postmortem", ada.Page, StringComparison.Ordinal);
        desk.Append(7, null, new NoteAdded(Shop.Night, "ada", "<script>alert(1)</script> für später"), new Resolved(Shop.Night.AddMinutes(9), "ada", "over"));
        await ada.Get("/incidents/7");
        Assert.Contains("href=\"/incidents/7/postmortem\"", ada.Page, StringComparison.Ordinal);
        var answer = await ada.Get("/incidents/7/postmortem");
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("# Postmortem: incident #7", ada.Page, StringComparison.Ordinal);
        Assert.Contains("für später", ada.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Get("/incidents/99/postmortem")).StatusCode);
    }

    [Fact]
    public async Task The_whole_of_an_output_is_one_click_away_as_plain_text()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/7");
        var links = ada.Page.Split("href=\"/incidents/7/evidence/")[1..].Select(part => part.Split('"')[0]).ToArray();
        Assert.Equal(2, links.Length);
        foreach (var hash in links)
        {
            var answer = await ada.Get($"/incidents/7/evidence/{hash}");
            Assert.Equal((HttpStatusCode.OK, "text/plain; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
            Assert.Equal(6, ada.Page.TrimEnd().Split('\n').Length);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await ada.Get($"/incidents/7/evidence/{new string('0', 64)}")).StatusCode);
        using var nobody = server.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.Get($"/incidents/7/evidence/{links[0]}")).StatusCode);
    }

    [Fact]
    public void A_whole_output_says_what_is_not_kept_and_turns_no_text_round()
    {
        Assert.Equal("id\tname\n7\tnull\n(1 of 900 are kept)\n", WholeOutput.Of(new Output(OutputKind.Rows, 900, true, Columns: ["id", "name"], Rows: [["7", null]])));
        Assert.Equal("a�b\nno such file\n", WholeOutput.Of(new Output(OutputKind.Lines, 1, false, Lines: ["a\u202Eb"]) { Errors = ["no such file"] }));
    }

    [Fact]
    public async Task Whoever_asked_for_an_incident_before_signing_in_comes_to_it()
    {
        await using var server = await WebServer.Start(Shop.Looked(time), cancellation: Cancellation);
        using var ada = server.Visitor();
        await ada.Get("/incidents/7");
        await ada.Get("/login");
        Assert.Contains("<h1>Sign in</h1>", ada.Page, StringComparison.Ordinal);
        Assert.Contains("The page that you asked for opens once you have signed in", ada.Page, StringComparison.Ordinal);
        await ada.Get(server.Accounts.LoginLink("ada", server.Address));
        Assert.Equal("/incidents/7", (await ada.Submit("/login")).Headers.Location!.OriginalString);
        await ada.Submit("/logout");
        await ada.Get(server.Accounts.LoginLink("ada", server.Address));
        Assert.Equal("/", (await ada.Submit("/login")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("//evil.example/incidents/7")]
    [InlineData("https://evil.example/incidents/7")]
    [InlineData("/incidents/7\\..\\..")]
    [InlineData("/incidents/7/acknowledge")]
    [InlineData("/incidents/٧")]
    [InlineData("/logout")]
    public async Task Nothing_but_an_incident_of_this_server_is_gone_to_after_signing_in(string wanted)
    {
        await using var server = await WebServer.Start(Shop.Looked(time), cancellation: Cancellation);
        using var ada = server.Visitor();
        ada.Http.DefaultRequestHeaders.Add("Cookie", $"firstlook-wanted={Uri.EscapeDataString(wanted)}");
        await ada.Get(server.Accounts.LoginLink("ada", server.Address));
        Assert.Equal("/", (await ada.Submit("/login")).Headers.Location!.OriginalString);
    }

    [Fact]
    public void A_session_that_has_ended_takes_nothing_with_it_that_is_half_written()
    {
        var script = Source("app.js");
        var sent = Between(script, "addEventListener(\"submit\"", "form.reset()");
        Assert.Contains("if (answer.status === 401) { signedOut(true); return; }", sent, StringComparison.Ordinal);
        Assert.Contains("=== \"/login\") { signedOut(); return; }", script, StringComparison.Ordinal);
    }

    [Fact]
    public void On_paper_a_page_is_dark_on_white_and_has_no_buttons()
    {
        var style = Source("app.css");
        var print = style[style.IndexOf("@media print", StringComparison.Ordinal)..];
        Assert.Contains("--ground: #fff", print, StringComparison.Ordinal);
        Assert.Contains("--text: #000", print, StringComparison.Ordinal);
        Assert.Matches(new Regex(@"form, button[^{]*\{ display: none", RegexOptions.ExplicitCapture), print);
    }

    /// <summary>The shop's disks, all of which fire at once while the look runs.</summary>
    MemoryDesk Storm()
    {
        var desk = new MemoryDesk(time);
        desk.Append(4, null, Shop.Opened(4, title: "DiskFull", alert: Disk(0)), new LookRequested(Shop.Night, 1, "the alert fired", null));
        desk.Append(4, null, Enumerable.Range(1, 100).Select(number => new AlertJoined(Shop.Night.AddSeconds(number), Disk(number))));
        return desk;

        static SeenAlert Disk(int number) => Shop.Alert("DiskFull", $"Disk of web-{number} is full", more: [("instance", $"web-{number}:9100"), ("mountpoint", "/var")]);
    }

    /// <summary>Causes to be gone through one after the other, each with a read that found nothing and two actions.</summary>
    MemoryDesk Ladder(int causes)
    {
        var text = new StringBuilder("# Disk full\n\n**Alert**: `DiskFull`\n\n");
        for (var cause = 1; cause <= causes; cause++)
            text.Append($"## Hypothesis {cause}: the cause {cause}\n\nCheck:\n\n```bash\ndf -h /data{cause}\n```\n\nIf confirmed:\n\n```bash\nsystemctl restart shop-{cause}\n```\n\nor:\n\n```bash\nsystemctl restart cache-{cause}\n```\n\n");
        var runbook = RunbookReader.Read("disk.md", Encoding.UTF8.GetBytes(text.ToString()));
        var procedure = runbook.Procedures[0];
        var desk = new MemoryDesk(time);
        desk.Append(9, runbook, Shop.Opened(9, title: "DiskFull", alert: Shop.Alert("DiskFull", "the disk is full"), procedure: new ChosenProcedure(runbook.File, "runbook-evidence", procedure.Id, procedure.Title, procedure.Line, "it names the alert DiskFull")),
            new LookRequested(Shop.Night, 1, "the alert fired", null), new LookStarted(Shop.Night.AddSeconds(1), 1, causes, []));
        var number = 0;
        foreach (var unit in procedure.Steps.SelectMany(step => Units.Of(step)))
            desk.Append(9, null, unit.Command.Effect > Effects.Effect.Read
                ? new ActionProposed(Shop.Night.AddSeconds(1), ActionProposals.Runbook, new ProposedAction(++number, unit.Id, unit.Step.Title, unit.Command.Text, unit.Command.Language, "checkout-1", unit.Command.Effect, unit.Command.Why, [], ActionHash.Of(unit.Command.Text, unit.Command.Language, "checkout-1", []), unit.Step.Cause, unit.Command.Line))
                : new ResultRecorded(Shop.Night.AddSeconds(2), 1, desk.Keep(new Result(unit.Id, "checkout-1", unit.Command.Text, null, Shop.Night.AddSeconds(1), TimeSpan.FromMilliseconds(20), new Outcome(OutcomeKind.Succeeded, Exit: 0), new Output(OutputKind.Lines, 1, false, Lines: ["tmpfs 5 %"]), 0))));
        desk.Append(9, null, new LookFinished(Shop.Night.AddSeconds(3), 1));
        return desk;
    }
}
