using Firstlook.Access;
using Firstlook.App.Desk;
using Firstlook.App.Web.Views;
using Firstlook.Effects;
using Firstlook.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>What responders do on the page, each a plain form. A form reads its fields, asks the desk, and shows the page again.</summary>
static class IncidentForms
{
    public static void Map(IEndpointRouteBuilder forms)
    {
        var incident = forms.MapGroup("/incidents/{number:int}");
        incident.MapPost("/acknowledge", (int number, Submission form) =>
            form.Decide(number, ResponderDecisions.Acknowledge, FormAnswers.Acknowledged));
        incident.MapPost("/escalate", (int number, Submission form) =>
            form.Decide(number, (incident, by, now) => ResponderDecisions.Escalate(incident, by, form.Optional("to"), form.Optional("reason"), now), FormAnswers.Escalated));
        incident.MapPost("/note", (int number, Submission form) =>
            form.Decide(number, (_, by, now) => ResponderDecisions.Note(by, form["text"], now), FormAnswers.Noted, "note"));
        incident.MapPost("/update", (int number, Submission form) =>
            form.Decide(number, (_, by, now) => ResponderDecisions.Update(by, form["text"], now), FormAnswers.Updated));
        incident.MapPost("/mitigate", (int number, Submission form) =>
            form.Decide(number, ResponderDecisions.Mitigate, FormAnswers.Mitigated));
        incident.MapPost("/resolve", (int number, Submission form) =>
            form.Decide(number, (incident, by, now) => ResponderDecisions.Resolve(incident, by, form.Optional("why"), now), FormAnswers.Resolved));
        incident.MapPost("/look", (int number, Submission form) =>
            form.Decide(number, ResponderDecisions.LookAgain, FormAnswers.Looking));
        incident.MapPost("/choose", (int number, Submission form) =>
            form.Ask(number,
                (desk, by, cancellation) =>
                    desk.Choose(number, by, form["service"] is { Length: > 0 } service ? $"{service}: {form["procedure"]}" : form["procedure"], cancellation),
                FormAnswers.Chosen));
        incident.MapPost("/by-hand", (int number, Submission form) =>
            form.Ask(number, (desk, by, cancellation) => desk.RecordByHand(number, by, form["what"], form["output"], cancellation), FormAnswers.Recorded, "timeline"));
        incident.MapPost("/reads", (int number, Submission form) =>
            form.Ask(number, (desk, by, cancellation) => desk.RunRead(number, by, new CommandId(form["step"], form.Number("index")), cancellation), FormAnswers.Read, "evidence"));
        incident.MapPost("/confirm", (int number, Submission form) =>
            form.Ask(number, (desk, by, cancellation) => desk.Confirm(number, by, form["hypothesis"], cancellation), FormAnswers.Confirmed, "hypotheses"));
        incident.MapPost("/none-of-these", (int number, Submission form) =>
            form.Decide(number, Verdicts.NoneOfThese, FormAnswers.Judged, "hypotheses"));
        incident.MapPost("/disagree", (int number, Submission form) =>
            form.Decide(number, Verdicts.Disagree, FormAnswers.Judged, "hypotheses"));
        incident.MapPost("/checks", (int number, Submission form) =>
            form.Ask(number, (desk, by, cancellation) => desk.AnswerCheck(number, by, form["step"], form["found"] == "yes", cancellation), FormAnswers.Checked, "by-hand-checks"));
        incident.MapPost("/actions", Propose);
        incident.MapPost("/actions/{action:int}/approve", (int number, int action, Submission form) =>
            form.Ask(number,
                (desk, by, cancellation) =>
                    desk.Approve(number, action, new ApprovalRequest(by, form["hash"], form.Optional("target"), null, form.Optional("key")), cancellation),
                FormAnswers.Approved, $"action-{action}"));
        incident.MapPost("/actions/{action:int}/break-glass", (int number, int action, Submission form) =>
            form.Ask(number,
                (desk, by, cancellation) =>
                    desk.Approve(number, action, new ApprovalRequest(by, form["hash"], form.Optional("target"), form["reason"], form.Optional("key")), cancellation),
                FormAnswers.Broken, $"action-{action}"));
        incident.MapPost("/actions/{action:int}/values", (int number, int action, Submission form) =>
            form.Ask(number, (desk, by, cancellation) => desk.Bind(number, action, by, form.Values("value:"), cancellation), FormAnswers.Bound, $"action-{action}"));
        incident.MapPost("/actions/{action:int}/settle", (int number, int action, Submission form) =>
            form["outcome"] is "succeeded" or "failed"
                ? form.Decide(number, (incident, by, now) => ActionDecisions.Settle(incident, action, by, form["outcome"] == "succeeded", form.Optional("note"), now),
                    FormAnswers.Settled, $"action-{action}")
                : form.Refuse(number, "say whether it succeeded or failed"));
        incident.MapPost("/actions/{action:int}/again", (int number, int action, Submission form) =>
            form.Ask(number, (desk, by, cancellation) => desk.ProposeAgain(number, action, by, form.Optional("key"), cancellation), FormAnswers.Proposed, "actions"));
        incident.MapPost("/actions/{action:int}/undo", (int number, int action, Submission form) =>
            form.Ask(number, (desk, by, cancellation) => desk.Undo(number, action, by, form.Optional("key"), cancellation), FormAnswers.Undone, "actions"));
        incident.MapPost("/actions/{action:int}/withdraw", (int number, int action, Submission form) =>
            form.Decide(number, (incident, by, now) => ActionDecisions.Withdraw(incident, action, by, form.Optional("reason") ?? "no reason given", now),
                FormAnswers.Withdrawn, "actions"));
    }

    static Task<IResult> Propose(int number, Submission form) =>
        Languages.TryParse(form["language"]) is { } language
            ? form.Ask(number,
                (desk, by, cancellation) =>
                    desk.Propose(number,
                        new OwnCommand(by, form["text"], language, form.Optional("title") ?? Timeline.FirstLine(form["text"]), form.Optional("target"),
                            form.Optional("key")),
                        cancellation),
                FormAnswers.Proposed, "actions")
            : form.Refuse(number, $"“{form["language"]}” is no language that can be run");
}

/// <summary>A form as it came in, by whom, and how it is answered.</summary>
sealed class Submission
{
    readonly HttpContext context;
    readonly IncidentDesk desk;

    Submission(HttpContext context, IncidentDesk desk) => (this.context, this.desk) = (context, desk);

    /// <summary>Called before the group's check, which is the first to read the body: what cannot be read is refused there.</summary>
    public static ValueTask<Submission?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<Submission?>(new Submission(context, context.RequestServices.GetRequiredService<IncidentDesk>()));

    IFormCollection Fields => context.Request.HasFormContentType ? context.Request.Form : FormCollection.Empty;

    public string this[string field] => Fields[field].ToString().ReplaceLineEndings("\n");

    public string? Optional(string field) => string.IsNullOrWhiteSpace(this[field]) ? null : this[field].Trim();

    /// <returns>-1 where it is no number.</returns>
    public int Number(string field) => int.TryParse(this[field], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Fields whose names begin so, by the rest of their names; empty ones are not there.</summary>
    public IReadOnlyDictionary<string, string> Values(string prefix) => Fields.Keys
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && this[name].Length > 0)
        .ToDictionary(name => name[prefix.Length..], name => this[name], StringComparer.Ordinal);

    public Task<IResult> Decide(int number, Func<Incident, string, DateTimeOffset, Decision> decide, string done, string anchor = "") =>
        Ask(number, (desk, by, cancellation) => desk.Decide(number, (incident, now) => decide(incident, by, now), cancellation), done, anchor);

    public async Task<IResult> Ask(int number, Func<IncidentDesk, string, CancellationToken, Task<DeskAnswer>> ask, string done, string anchor = "")
    {
        // Whoever comes here is signed in: the group has no endpoint that is open.
        var by = Visits.PersonOf(context) ?? throw new InvalidOperationException("a form without a person");
        return await ask(desk, by, context.RequestAborted) switch
        {
            DeskAnswer.Done => new SeeOther($"/incidents/{number}?done={done}{(anchor.Length == 0 ? "" : "#" + anchor)}"),
            DeskAnswer.Refused refused => await Refuse(number, refused.Reason),
            DeskAnswer.Unavailable unavailable => Refused(number, unavailable.Reason, StatusCodes.Status503ServiceUnavailable),
            DeskAnswer.NotFound => Showing.NoSuchIncident(Visits.Of(context), number),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public Task<IResult> Refuse(int number, string reason) => Task.FromResult<IResult>(Refused(number, reason, StatusCodes.Status409Conflict));

    /// <summary>The page with the reason on it, and what was typed still in the form.</summary>
    RazorComponentResult Refused(int number, string reason, int status)
    {
        var form = context.Request.Path.Value!.Split('/')[^1];
        var typed = Fields.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).Select(field => KeyValuePair.Create(field.Key, this[field.Key]))
            .ToEquatableArray();
        var draft = new Draft(form, typed) { Path = string.Join('/', context.Request.Path.Value!.Split('/').Skip(3)) };
        return desk.Room(number) is { } room
            ? Showing.Room(room, Visits.Of(context, room, refusal: reason, draft: draft), status) : Showing.NoSuchIncident(Visits.Of(context), number);
    }

    Visits Visits => context.RequestServices.GetRequiredService<Visits>();
}
