using System.Text;
using Firstlook.App.Desk;
using Firstlook.Effects;
using Firstlook.Incidents;

namespace Firstlook.App.Api;

/// <summary>The interface that the command line and scripts use. Every answer is JSON; a refusal is 409 with its reason.</summary>
public static class ApiEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/incidents").RequireAuthorization();
        api.MapGet("",
            (bool? all, IncidentDesk desk) =>
                Results.Json(desk.List(all ?? false).Select(incident => RoomJson.Summary(incident.Id, incident.Incident, incident.Leader)), RoomJson.Options));
        api.MapGet("{number:int}", (int number, IncidentDesk desk, TimeProvider time) =>
            desk.Room(number) is { } room ? Results.Text(RoomJson.Of(room, time.GetUtcNow()), "application/json", Encoding.UTF8) : NotFound(number));
        api.MapPost("{number:int}/acknowledge", (int number, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => Response.IsAcknowledged(incident, By(context), now), cancellation));
        api.MapPost("{number:int}/escalate", (int number, Said said, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => ResponderDecisions.Escalate(incident, By(context), said.To, said.Text, now), cancellation));
        api.MapPost("{number:int}/note", (int number, Said said, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (_, now) => ResponderDecisions.Note(By(context), said.Text ?? "", now), cancellation));
        api.MapPost("{number:int}/update", (int number, Said said, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (_, now) => ResponderDecisions.Update(By(context), said.Text ?? "", now), cancellation));
        api.MapPost("{number:int}/mitigate", (int number, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => ResponderDecisions.Mitigate(incident, By(context), now), cancellation));
        api.MapPost("{number:int}/resolve", (int number, Said said, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => Response.IsResolved(incident, By(context), said.Text, now), cancellation));
        api.MapPost("{number:int}/look", (int number, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => ResponderDecisions.LookAgain(incident, By(context), now), cancellation));
        api.MapPost("{number:int}/choose", async (int number, Said said, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.Choose(number, By(context), said.To ?? "", cancellation)));
        api.MapPost("{number:int}/confirm", async (int number, Said said, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.Confirm(number, By(context), said.Text ?? "", cancellation)));
        api.MapPost("{number:int}/none-of-these", (int number, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => Verdicts.NoneOfThese(incident, By(context), now), cancellation));
        api.MapPost("{number:int}/disagree", (int number, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => Verdicts.Disagree(incident, By(context), now), cancellation));
        api.MapPost("{number:int}/checks", async (int number, Checked check, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.AnswerCheck(number, By(context), check.Step, check.Found, cancellation)));
        api.MapPost("{number:int}/by-hand", async (int number, ByHand done, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.RecordByHand(number, By(context), done.What, done.Output ?? "", cancellation)));
        api.MapPost("{number:int}/reads", async (int number, Read read, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.RunRead(number, By(context), new Access.CommandId(read.Step, read.Command), cancellation)));
        api.MapPost("{number:int}/actions", async (int number, Propose proposal, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Languages.TryParse(proposal.Language) is { } language
                ? Answer(number, desk,
                    await desk.Propose(number,
                        new OwnCommand(By(context), proposal.Text, language, proposal.Title ?? Timeline.FirstLine(proposal.Text), proposal.Target, proposal.Key),
                        cancellation))
                : Refusal(StatusCodes.Status400BadRequest, $"language: \"{proposal.Language}\" is none"));
        api.MapPost("{number:int}/actions/{action:int}/approve",
            async (int number, int action, Approve approve, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk,
                await desk.Approve(number, action, new ApprovalRequest(By(context), approve.Hash, approve.Target, approve.BreakGlass, approve.Key), cancellation)));
        api.MapPost("{number:int}/actions/{action:int}/values",
            async (int number, int action, Dictionary<string, string> values, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.Bind(number, action, By(context), values, cancellation)));
        api.MapPost("{number:int}/actions/{action:int}/open", async (int number, int action, Open open, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.OpenTerminal(number, action, open.Run, cancellation)));
        api.MapPost("{number:int}/actions/{action:int}/close", async (int number, int action, TerminalEnd end, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.CloseTerminal(number, action, end, cancellation)));
        api.MapPost("{number:int}/actions/{action:int}/settle", (int number, int action, Settle settle, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => ActionDecisions.Settle(incident, action, By(context), settle.Succeeded, settle.Note, now), cancellation));
        api.MapPost("{number:int}/actions/{action:int}/again",
            async (int number, int action, Keyed keyed, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.ProposeAgain(number, action, By(context), keyed.Key, cancellation)));
        api.MapPost("{number:int}/actions/{action:int}/undo", async (int number, int action, Keyed keyed, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Answer(number, desk, await desk.Undo(number, action, By(context), keyed.Key, cancellation)));
        api.MapPost("{number:int}/actions/{action:int}/withdraw", (int number, int action, Said said, HttpContext context, IncidentDesk desk, CancellationToken cancellation) =>
            Decide(number, desk, (incident, now) => ActionDecisions.Withdraw(incident, action, By(context), said.Text ?? "", now), cancellation));
    }

    /// <param name="To">Whom, or "FILE#slug"; not every request has it.</param>
    public sealed record Said(string? Text = null, string? To = null);

    public sealed record ByHand(string What, string? Output = null);

    public sealed record Read(string Step, int Command);

    /// <param name="Found">True where what the check asks for is so.</param>
    public sealed record Checked(string Step, bool Found);

    /// <param name="Target">Its name; null for the one that understands the language.</param>
    /// <param name="Key">Made by the sender; the same again, also after an answer that was lost, is one proposal.</param>
    public sealed record Propose(string Text, string Language, string? Title = null, string? Target = null, string? Key = null);

    /// <param name="Hash">Of what the approver saw.</param>
    /// <param name="Target">The target's name, where the policy wants it typed.</param>
    /// <param name="BreakGlass">Why one person alone is enough; null for an ordinary approval.</param>
    public sealed record Approve(string Hash, string? Target = null, string? BreakGlass = null, string? Key = null);

    /// <param name="Run">Made by the terminal that opens it.</param>
    public sealed record Open(Guid Run);

    public sealed record Settle(bool Succeeded, string? Note = null);

    public sealed record Keyed(string? Key = null);

    static string By(HttpContext context) => context.User.Identity?.Name ?? throw new InvalidOperationException("an authorized request without a name");

    static async Task<IResult> Decide(int number, IncidentDesk desk, Func<Incident, DateTimeOffset, Decision> decide, CancellationToken cancellation) =>
        Answer(number, desk, await desk.Decide(number, decide, cancellation));

    static IResult Answer(int number, IncidentDesk desk, DeskAnswer answer) => answer switch
    {
        DeskAnswer.Done done => Results.Json(RoomJson.Summary(done.Id, done.Incident, desk.Room(number)?.Decisive?.Leader?.Hypothesis.Title), RoomJson.Options),
        DeskAnswer.Refused refused => Refusal(StatusCodes.Status409Conflict, refused.Reason),
        DeskAnswer.NotFound => NotFound(number),
        DeskAnswer.Unavailable unavailable => Refusal(StatusCodes.Status503ServiceUnavailable, unavailable.Reason),
        _ => Refusal(StatusCodes.Status503ServiceUnavailable, "try again"),
    };

    static IResult NotFound(int number) => Refusal(StatusCodes.Status404NotFound, $"there is no incident {number}");

    static IResult Refusal(int status, string reason) => Results.Json(new { reason }, RoomJson.Options, statusCode: status);
}
