using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Incidents;

namespace Firstlook.App.Desk;

/// <summary>The one way in which pages and commands reach incidents.</summary>
public abstract class IncidentDesk
{
    /// <param name="all">False for those that are not closed.</param>
    public abstract IReadOnlyList<IncidentSummary> List(bool all);

    /// <returns>Null where there is no incident of this number.</returns>
    public abstract Room? Room(int number);

    /// <summary>Names of the services that are configured.</summary>
    public virtual EquatableArray<string> Services => [];

    /// <summary>Titles of the procedures that may be chosen for a team's incident; for no team, of all.</summary>
    public virtual EquatableArray<string> Procedures(string? team) => [];

    public abstract Task<DeskAnswer> Decide(int number, Func<Incident, DateTimeOffset, Decision> decide, CancellationToken cancellation);

    /// <summary>A responder says which hypothesis it was: it becomes known to later incidents of the alert.</summary>
    public abstract Task<DeskAnswer> Confirm(int number, string by, string hypothesis, CancellationToken cancellation);

    /// <summary>A responder answers a check that no program can do.</summary>
    public abstract Task<DeskAnswer> AnswerCheck(int number, string by, string step, bool found, CancellationToken cancellation);

    /// <summary>What a responder did by hand joins the record; the pasted output is masked before anything keeps it.</summary>
    public abstract Task<DeskAnswer> RecordByHand(int number, string by, string what, string output, CancellationToken cancellation);

    public abstract Task<DeskAnswer> Propose(int number, OwnCommand own, CancellationToken cancellation);

    /// <summary>A person gives an action its values, by token.</summary>
    public abstract Task<DeskAnswer> Bind(int number, int action, string by, IReadOnlyDictionary<string, string> values, CancellationToken cancellation);

    /// <summary>An approval, in the circumstances as they are now.</summary>
    public abstract Task<DeskAnswer> Approve(int number, int action, ApprovalRequest request, CancellationToken cancellation);

    /// <summary>The same command once more, as another action.</summary>
    /// <param name="key">Of the request: the same one again is one proposal. Null for none.</param>
    public abstract Task<DeskAnswer> ProposeAgain(int number, int action, string by, string? key, CancellationToken cancellation);

    /// <summary>Takes an action back by what was prepared along with it.</summary>
    public abstract Task<DeskAnswer> Undo(int number, int action, string by, string? key, CancellationToken cancellation);

    /// <summary>An approved action that a person types into begins in that person's terminal.</summary>
    /// <param name="run">Made by the terminal.</param>
    public abstract Task<DeskAnswer> OpenTerminal(int number, int action, Guid run, CancellationToken cancellation);

    /// <summary>It has ended there; the transcript is masked before anything keeps it.</summary>
    public abstract Task<DeskAnswer> CloseTerminal(int number, int action, TerminalEnd end, CancellationToken cancellation);

    /// <param name="said">A procedure as "FILE#SECTION", its title or one of its alerts; "SERVICE: " stands before it where no label chose the service.</param>
    public abstract Task<DeskAnswer> Choose(int number, string by, string said, CancellationToken cancellation);

    /// <summary>One read that waited for a click, run now; its result joins the latest look.</summary>
    public abstract Task<DeskAnswer> RunRead(int number, string by, CommandId command, CancellationToken cancellation);

    /// <summary>Versions of the incident as they come, from the one after <paramref name="afterVersion"/> on; ends with the token alone.</summary>
    public abstract IAsyncEnumerable<int> Changes(int number, int afterVersion, CancellationToken cancellation);
}

/// <param name="Leader">Title of the hypothesis that led when it was last ranked; null where nothing leads.</param>
/// <param name="IsRanked">False where it has not been ranked yet: the first look runs, or the server has just started.</param>
public sealed record IncidentSummary(Guid Id, Incident Incident, string? Leader, bool IsRanked = true);

/// <param name="Transcript">What was seen, without the terminal's own control sequences.</param>
public sealed record TerminalEnd(Guid Run, int Exit, string Transcript);

public abstract record DeskAnswer
{
    DeskAnswer()
    {
    }

    /// <param name="Events">How many were written; 0 where there was nothing left to do.</param>
    public sealed record Done(Guid Id, Incident Incident, int Events) : DeskAnswer;

    public sealed record Refused(string Reason) : DeskAnswer;

    public sealed record NotFound : DeskAnswer;

    /// <summary>Nothing was written: try again.</summary>
    public sealed record Unavailable(string Reason) : DeskAnswer;

    /// <summary>The alert belongs to another incident by now: ask which.</summary>
    public sealed record Moved : DeskAnswer;
}
