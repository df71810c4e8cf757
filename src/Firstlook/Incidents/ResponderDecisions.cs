using Firstlook.Escalation;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>What a responder does, apart from actions on the system.</summary>
public static class ResponderDecisions
{
    /// <summary>Longest text of a note, an update or pasted output, in UTF-16 units.</summary>
    public const int LongestText = 64 * 1024;

    public static Decision Acknowledge(Incident incident, string by, DateTimeOffset now) =>
        incident.IsOver ? Decision.Refuse($"it is {incident.State.ToString().ToLowerInvariant()} already")
        : incident.Acknowledgement is not null ? Decision.Nothing
        : Decision.Of(new Acknowledged(now, by));

    public static Decision Note(string by, string text, DateTimeOffset now) => WithText(text, "note", () => new NoteAdded(now, by, text));

    public static Decision Update(string by, string text, DateTimeOffset now) => WithText(text, "update", () => new UpdatePosted(now, by, text));

    /// <param name="output">Hash of the pasted and masked output; null where there is none.</param>
    public static Decision ByHand(string by, string what, string? output, int masked, DateTimeOffset now) =>
        WithText(what, "command", () => new DoneByHand(now, by, what, output, masked));

    public static Decision Escalate(Incident incident, string by, string? to, string? reason, DateTimeOffset now)
    {
        if (incident.IsOver) return Decision.Refuse("it is over: there is nothing to escalate");
        var rule = incident.Clocks.FirstOrDefault(clock => clock.Kind.StartsWith(Clock.Escalate, StringComparison.Ordinal));
        return Decision.Of(new Escalated(now, by, to ?? rule?.Target, string.IsNullOrWhiteSpace(reason) ? rule?.Condition ?? "asked for help" : reason));
    }

    public static Decision Mitigate(Incident incident, string by, DateTimeOffset now) =>
        incident.IsOver ? Decision.Refuse("it is over already")
        : incident.State == IncidentState.Mitigated ? Decision.Nothing
        : Decision.Of(new Mitigated(now, by));

    public static Decision Resolve(Incident incident, string by, string? why, DateTimeOffset now) =>
        incident.IsOver ? Decision.Nothing
        : incident.Actions.Any(action => action.State == ActionState.Started) ? Decision.Refuse("an action is still running: wait for its end")
        : Decision.Of(new Resolved(now, by, string.IsNullOrWhiteSpace(why) ? "a responder resolved it" : why));

    public static Decision LookAgain(Incident incident, string by, DateTimeOffset now) =>
        !incident.Procedure.IsChosen ? Decision.Refuse("no procedure is chosen: choose one first")
        : incident.Looks.Any(look => look.IsPending) ? Decision.Nothing
        : Decision.Of(new LookRequested(now, incident.Looks.Count + 1, $"{by} asked", by));

    /// <summary>Ends a tie, or gives a procedure to an incident that has none; its reads run at once.</summary>
    /// <param name="service">What it is answered for, where the alert's labels chose no service; else it is not looked at.</param>
    public static Decision Choose(Incident incident, string by, ProcedureMatch.Found found, string evidence, DateTimeOffset now, Service? service = null) =>
        incident.IsOver ? Decision.Refuse("it is over already")
        : incident.Procedure.IsChosen && (incident.Service is not null || service is null) ? Decision.Refuse($"{incident.Procedure.Title} is chosen already")
        : Decision.Of([
            new ProcedureChosen(now, by, AlertDecisions.Chosen(found, evidence),
                Clocks.For(found.Runbook, found.Procedure, incident.Severity)) { Service = incident.Service is null ? service?.Name : null,
                Team = incident.Service is null ? service?.Team : null },
            .. incident.Service is null && service is not null ? Adopted(service, now) : [],
            new LookRequested(now, incident.Looks.Count + 1, $"{by} chose {found.Procedure.Title}", by)]);

    // As when an incident opens with its service: whose word its actions need, and what the team's own programs do.
    static IEnumerable<IncidentEvent> Adopted(Service service, DateTimeOffset now) =>
        service.Rules is { } rules ? [new PolicyAdopted(now, service.Policy), new RulesAdopted(now, rules)] : [new PolicyAdopted(now, service.Policy)];

    static Decision WithText(string text, string what, Func<IncidentEvent> happened) =>
        string.IsNullOrWhiteSpace(text) ? Decision.Refuse($"the {what} is empty")
        : text.Length > LongestText ? Decision.Refuse($"the {what} has {text.Length} characters, at most {LongestText} are kept")
        : Decision.Of(happened());
}
