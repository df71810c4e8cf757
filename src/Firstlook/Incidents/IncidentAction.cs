using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Effects;

namespace Firstlook.Incidents;

public enum ActionState
{
    Proposed,
    Withdrawn,
    Started,
    Finished,

    /// <summary>It began, and nobody can say how it ended: a person decides.</summary>
    Unknown,

    /// <summary>A person has found out how it ended.</summary>
    Settled,
}

/// <param name="Until">Exclusive.</param>
/// <param name="Reason">Why one person alone was enough; null for an ordinary approval.</param>
public sealed record Approval(string By, DateTimeOffset At, string Hash, DateTimeOffset Until, string? Typed = null, string? Reason = null, string? Key = null)
{
    /// <summary>An approval is for now, not for later (practice.md 4: "expiry 15 min").</summary>
    public static TimeSpan Lasts { get; } = ActionHash.ApprovalLasts;
}

/// <summary>What a person found out about an action whose outcome was unknown.</summary>
public sealed record Settlement(string By, DateTimeOffset At, bool Succeeded, string Note);

/// <summary>An action of an incident, from its proposal to its end.</summary>
public sealed record IncidentAction(
    ProposedAction Proposal, DateTimeOffset ProposedAt, string ProposedBy, ActionState State, EquatableArray<Approval> Approvals,
    Guid? Run, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, RecordedResult? Result)
{
    /// <summary>Why earlier approvals count no more; null where none did, or where it was approved since.</summary>
    public string? Lapsed { get; init; }

    public Settlement? Settlement { get; init; }

    /// <summary>What takes it back, prepared before it runs; null while it is not prepared, and where there is none.</summary>
    public PreparedUndo? Undo { get; init; }

    /// <summary>Why there is no undo; null where there is one, or where nobody has looked yet.</summary>
    public string? NoUndo { get; init; }

    /// <summary>What it would touch, from a read; null where no such read is known or it has not run.</summary>
    public RecordedResult? Preview { get; init; }

    public int Number => Proposal.Number;

    /// <summary>Records from before the policy told no rule: two people for what cannot be undone or is not understood was what held.</summary>
    public ApprovalRule Rule => Proposal.Rule ?? (Proposal.Effect is Effect.Destructive or Effect.Unknown ? ApprovalRule.TwoPeople : ApprovalRule.OnePerson);

    /// <summary>How many people must approve.</summary>
    public int ApprovalsNeeded => Rule.People();

    /// <summary>False while the state that an undo would restore has still to be read.</summary>
    public bool IsPrepared => Undo is not null || NoUndo is not null;

    IEnumerable<Approval> Valid(DateTimeOffset now) => Approvals.Where(approval => approval.Hash == Proposal.Hash && now < approval.Until);

    /// <summary>Different people whose approval of exactly this counts now.</summary>
    public IEnumerable<string> ApprovedBy(DateTimeOffset now) => Valid(now).Select(approval => approval.By).Distinct();

    /// <summary>The approval of a lone responder for what needs two people; null where there is none that counts now.</summary>
    public Approval? BrokenGlass(DateTimeOffset now) => Valid(now).FirstOrDefault(approval => approval.Reason is not null);

    public bool IsApproved(DateTimeOffset now) =>
        State == ActionState.Proposed && Rule != ApprovalRule.Never && (ApprovedBy(now).Count() >= ApprovalsNeeded || BrokenGlass(now) is not null);

    /// <summary>Approved, and nobody has to sit at its terminal.</summary>
    public bool RunsFromHere(DateTimeOffset now) => !Proposal.Terminal && IsApproved(now);

    /// <summary>When the first of the approvals that count at <paramref name="at"/> ends: its permit is good until then.</summary>
    public DateTimeOffset ApprovedUntil(DateTimeOffset at) => Valid(at).Select(approval => approval.Until).DefaultIfEmpty(at).Min();

    /// <summary>Whether the target is the very one that it was proposed for: the same name is not enough where it has come to mean another place.</summary>
    public bool IsOn(Target target) => Proposal.Target == target.Name && (Proposal.Place is null || Proposal.Place == target.Place);
}
