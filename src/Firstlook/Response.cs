using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Notices;
using Firstlook.Postmortems;
using Firstlook.Runbooks;

namespace Firstlook;

/// <summary>
/// The way of an alert, from its arrival to the postmortem. Each step is a pure decision; what happens between them (committing, running,
/// sending, waiting) is at the edge, and needs a permit where it touches a target.
/// </summary>
public static class Response
{
    /// <summary>An alert is posted: what of the body is valid counts, what is not is named.</summary>
    public static PostedAlerts Arrives(ReadOnlyMemory<byte> body, DateTimeOffset now) => PostedAlerts.FromApi(body, now);

    /// <summary>Its labels choose the service, and with it the team.</summary>
    public static ServiceChoice Concerns(Alert alert, IReadOnlyCollection<Service> services) => ServiceChoice.For(alert.Labels, services);

    /// <summary>In that team's runbooks the procedure is looked for that answers it, with the reason why it is this one.</summary>
    public static ProcedureMatch IsAnsweredBy(Alert alert, IReadOnlyCollection<Runbook> runbooks) => Matching.Find(alert, runbooks);

    /// <summary>An incident opens with both as they are now, and with the clocks that the runbook states.</summary>
    public static Decision Opens(int number, Alert alert, ServiceChoice service, ProcedureMatch match, string? runbookEvidence, DateTimeOffset now) =>
        AlertDecisions.Open(number, alert, service, match, runbookEvidence, now);

    /// <summary>It comes again: a repeat says nothing new, another of its group joins, an end may resolve, a new occurrence reopens.</summary>
    public static Decision ComesAgain(Incident incident, Alert alert, DateTimeOffset now) => AlertDecisions.Receive(incident, alert, now);

    /// <summary>The first look: every bounded read gets its permit and runs at once, every other command says why it waits.</summary>
    public static LookPlan Looks(Procedure procedure, Service? service, LabelSet labels) => Planning.Plan(procedure, service, labels, Limits.Default);

    /// <summary>What may be the cause stands in other procedures too: their reads run beside, each question once.</summary>
    public static LookPlan LooksBesides(LookPlan plan, EquatableArray<Considered> besides, Service? service, LabelSet labels) =>
        plan with { Commands = plan.Commands.AddRange(Library.Plan(plan, besides, service, labels, Limits.Default)) };

    /// <summary>All that is known so far, made from the record alone: what the reads returned becomes findings, and the library's hypotheses are ranked by them.</summary>
    public static Room Concludes(Guid id, EquatableArray<IncidentEvent> events, Runbook? runbook, Func<string, Output?> outputOf,
        Func<ConsideredRunbook, Runbook?>? libraryOf = null) =>
        Room.Of(id, events, runbook, outputOf, libraryOf);

    /// <summary>A person takes it, and the clock for that stands still.</summary>
    public static Decision IsAcknowledged(Incident incident, string by, DateTimeOffset now) => ResponderDecisions.Acknowledge(incident, by, now);

    /// <summary>Nobody did, or time went by: the clock that the runbook set escalates.</summary>
    public static Decision RunsLate(Incident incident, string clock, DateTimeOffset now) => ClockDecisions.Due(incident, clock, now);

    /// <summary>The runbook's commands above read wait, each for the approval that its effect calls for, of exactly its bytes.</summary>
    public static Decision IsApproved(Incident incident, int action, ApprovalRequest request, Circumstances around, DateTimeOffset now) =>
        ActionDecisions.Approve(incident, action, request, around, now);

    /// <summary>An approved action starts once: only where this is committed is there a permit to run it.</summary>
    public static Decision Starts(Incident incident, int action, Guid run, Circumstances around, DateTimeOffset now) => ActionDecisions.Start(incident, action, run, around, now);

    public static ActionPermit? IsPermitted(Incident incident, int action, Guid run, Target target, Limits limits) => incident.PermitFor(action, run, target, limits);

    /// <summary>It has run. Did it help? All reads run again.</summary>
    public static Decision Ends(Incident incident, int action, RecordedResult result, DateTimeOffset now) => ActionDecisions.Finish(incident, action, result, now);

    /// <summary>It did not: what was prepared along with it takes it back.</summary>
    public static Decision IsUndone(Incident incident, int action, string by, Target? target, string? key, DateTimeOffset now) =>
        ActionUndo.Undo(incident, action, by, target, key, now);

    /// <summary>People are told, in few words, of what concerns them.</summary>
    public static Notice? IsTold(IncidentEvent happened, Incident after, string? conclusion) => Notices.Notices.For(happened, after, conclusion);

    /// <summary>The alert ends, or a responder says that it is over; half an hour of quiet closes it.</summary>
    public static Decision IsResolved(Incident incident, string by, string? why, DateTimeOffset now) => ResponderDecisions.Resolve(incident, by, why, now);

    /// <summary>The record tells it as it was; what it means is left to people.</summary>
    public static string IsRemembered(Room room) => Postmortem.Of(room);
}
