using Firstlook.Access;

namespace Firstlook.Incidents;

/// <summary>What stands around an action at the moment when it is approved or started, besides its incident.</summary>
/// <param name="Target">What the target's name means now; null where the incident's service has no such target any more.</param>
/// <param name="Edited">Why the runbook no longer says what was proposed; null where it does.</param>
/// <param name="Held">Whoever has the target; null where it is free.</param>
/// <param name="TellsPeople">Whether anybody outside the page is told of what happens here.</param>
public sealed record Circumstances(Target? Target, string? Edited = null, TargetHold? Held = null, bool TellsPeople = false)
{
    /// <returns>Why the action cannot run now, for a person; null where it can.</returns>
    public string? Objection(IncidentAction action) =>
        Target is null ? $"target {action.Proposal.Target} is no longer configured for this service"
        : !action.IsOn(Target) ? $"target {action.Proposal.Target} has come to mean another place ({Target.Shown}) since this was proposed: look at it, and propose it again"
        : Edited is not null ? $"{Edited}: look at the runbook, and propose it again"
        : Held?.Sentence;
}

/// <summary>An action that has a target for itself: two at once would undo or hide each other's work, and nobody could say which of them helped.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="By">Whoever approved it.</param>
/// <param name="Unknown">True where it may have ended: nobody has found out yet.</param>
public sealed record TargetHold(string Target, int Incident, int Action, string By, DateTimeOffset Since, bool Unknown)
{
    /// <summary>The holder of the target among all incidents; null where it is free.</summary>
    public static TargetHold? Of(IEnumerable<Incident> incidents, Target target) => (
        from incident in incidents
        from action in incident.Actions
        where action.State is ActionState.Started or ActionState.Unknown && action.StartedAt is not null
        where action.Proposal.Target == target.Name || (target.Place.Length > 0 && action.Proposal.Place == target.Place)
        orderby action.StartedAt
        select new TargetHold(target.Name, incident.Number, action.Number, string.Join(", ", action.Approvals.Select(approval => approval.By).Distinct()),
            action.StartedAt!.Value, action.State == ActionState.Unknown))
            .FirstOrDefault();

    public string Sentence =>
        $"{Target} is held by action {Action} of incident #{Incident} ({By}) since {Since.UtcDateTime:HH:mm:ss} UTC"
        + (Unknown ? ", whose outcome nobody knows: find out, and say so there first" : ": wait for its end");
}
