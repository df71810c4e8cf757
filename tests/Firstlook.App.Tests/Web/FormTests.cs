using System.Net;
using Firstlook.Incidents;

namespace Firstlook.App.Tests.Web;

/// <summary>A responder's night, in a browser without script.</summary>
public sealed class FormTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    readonly ManualTime time = new(Shop.Night);

    [Fact]
    public async Task An_incident_is_acknowledged_worked_on_and_resolved_by_plain_forms()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        time.Pass(TimeSpan.FromMinutes(2));

        await ada.Get("/incidents/7");
        var answer = await ada.Submit("/incidents/7/acknowledge");
        Assert.Equal((HttpStatusCode.SeeOther, "/incidents/7?done=acknowledged"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("Acknowledged · ada has it", ada.Page, StringComparison.Ordinal);
        Assert.Contains("The acknowledge clock has stopped", ada.Page, StringComparison.Ordinal);

        await ada.Submit("/incidents/7/note", ("text", "three products are gone\r\nreally"));
        await ada.Submit("/incidents/7/update", ("text", "We are hiding what is sold out."));
        await ada.Submit("/incidents/7/escalate", ("to", "warehouse lead"), ("reason", "need a count"));
        await ada.Submit("/incidents/7/by-hand", ("what", "SELECT 1"), ("output", "1"));
        await ada.Submit("/incidents/7/reads");
        Assert.DoesNotContain("Run this read", ada.Page, StringComparison.Ordinal);
        Assert.Contains("biggest key: session:81 (4 MB)", ada.Page, StringComparison.Ordinal);
        await ada.Submit("/incidents/7/look");
        await ada.Submit("/incidents/7/mitigate");
        await ada.Submit("/incidents/7/resolve", ("why", "hidden, and the stock is counted"));

        var happened = desk.Room(7)!.Events;
        Assert.Contains(new NoteAdded(time.GetUtcNow(), "ada", "three products are gone\nreally"), happened);
        Assert.Contains(new UpdatePosted(time.GetUtcNow(), "ada", "We are hiding what is sold out."), happened);
        Assert.Contains(new Escalated(time.GetUtcNow(), "ada", "warehouse lead", "need a count"), happened);
        Assert.Contains(happened, one => one is DoneByHand { By: "ada", What: "SELECT 1", Output: not null });
        Assert.Contains(happened, one => one is ResultRecorded { Result.Command.Step: "checkout/4" });
        Assert.Contains(happened, one => one is LookRequested { By: "ada" });
        Assert.Contains(new Mitigated(time.GetUtcNow(), "ada"), happened);
        Assert.Contains(new Resolved(time.GetUtcNow(), "ada", "hidden, and the stock is counted"), happened);
        Assert.DoesNotContain("/incidents/7/resolve", ada.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_approve_what_cannot_be_undone()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        using var grace = await server.SignedIn("grace");
        await ada.Get("/incidents/7");
        await ada.Submit("/incidents/7/actions/1/approve");
        Assert.Contains("You have approved it. It needs 1 more person.", ada.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/actions/1/approve", ada.Page, StringComparison.Ordinal);
        await grace.Get("/incidents/7");
        Assert.Contains("Approve and run on shop-db", grace.Page, StringComparison.Ordinal);
        await grace.Submit("/incidents/7/actions/1/approve");
        Assert.True(desk.Room(7)!.Incident.Actions[0].IsApproved(time.GetUtcNow()));
    }

    [Fact]
    public async Task An_approval_of_other_bytes_is_refused_on_the_page()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/7");
        ada.Http.DefaultRequestHeaders.Add("Accept", "text/html");
        var other = desk.Room(7)!.Incident.Actions[1].Proposal.Hash;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", ada.Page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0]), KeyValuePair.Create("hash", other)]);
        var answer = await ada.Http.PostAsync("/incidents/7/actions/1/approve", content, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("action 1 is not what was shown", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(desk.Room(7)!.Incident.Actions[0].Approvals);
    }

    [Fact]
    public async Task An_action_is_withdrawn_and_another_is_proposed()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/7");
        await ada.Submit("/incidents/7/actions/2/withdraw", ("reason", "the worker is fine"));
        await ada.Submit("/incidents/7/actions", ("text", "systemctl restart checkout-cache"), ("language", "shell"), ("title", "Restart the cache"));
        var actions = desk.Room(7)!.Incident.Actions;
        Assert.Equal(ActionState.Withdrawn, actions[1].State);
        Assert.Equal(("systemctl restart checkout-cache", "ada"), (actions[^1].Proposal.Text, actions[^1].ProposedBy));
    }

    [Fact]
    public async Task A_refusal_stands_on_the_page_and_what_was_typed_is_kept()
    {
        await using var server = await WebServer.Start(Shop.Looked(time), time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/7");
        var answer = await ada.Submit("/incidents/7/actions", ("text", "select 1"), ("language", "cobol"), ("title", "try"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("“cobol” is no language that can be run", ada.Page, StringComparison.Ordinal);
        Assert.Contains(">select 1</textarea>", ada.Page, StringComparison.Ordinal);
        var blank = await ada.Submit("/incidents/7/note", ("text", "  "));
        Assert.Equal(HttpStatusCode.Conflict, blank.StatusCode);
        Assert.Contains("the note is empty", ada.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_page_says_so()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/7");
        desk.Outage = "the disk is full";
        var answer = await ada.Submit("/incidents/7/note", ("text", "this must not be lost"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("the disk is full", ada.Page, StringComparison.Ordinal);
        Assert.Contains(">this must not be lost</textarea>", ada.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_is_ended_by_choosing()
    {
        var desk = new MemoryDesk(time);
        Shop.Tie(desk, 8);
        await using var server = await WebServer.Start(desk, time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/8");
        await ada.Submit("/incidents/8/choose", ("procedure", $"{CheckoutRunbook.File}#checkoutpaymentfailures"));
        Assert.Equal("checkout", desk.Room(8)!.Incident.Procedure.Id);
        Assert.Contains("Procedure chosen", ada.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_is_asked_for_only_where_some_are_configured_and_none_is_chosen(bool configured)
    {
        var desk = new MemoryDesk(time) { Configured = configured ? ["shop", "mail"] : [] };
        Shop.Tie(desk, 8, service: null);
        await using var server = await WebServer.Start(desk, time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/8");
        Assert.Equal(configured, ada.Page.Contains("<option>mail</option>", StringComparison.Ordinal));
        Assert.Equal(configured, ada.Page.Contains("Which service is it, and which of these?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_incident_that_is_not_there_is_said_to_be_not_there()
    {
        await using var server = await WebServer.Start(new MemoryDesk(time), time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        var answer = await ada.Get("/incidents/99");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no incident 99.", ada.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_after_a_form_is_never_text_from_the_address()
    {
        await using var server = await WebServer.Start(Shop.Looked(time), time, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await ada.Get("/incidents/7?done=Please%20send%20your%20password");
        Assert.DoesNotContain("Please send", ada.Page, StringComparison.Ordinal);
    }
}
