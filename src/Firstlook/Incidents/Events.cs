using System.Text.Json.Serialization;
using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Alerts;
using Firstlook.Baselines;
using Firstlook.Effects;
using Firstlook.Escalation;
using Firstlook.Hypotheses;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>Something that happened in an incident. Past tense, never changed once written; a new meaning is a new type.</summary>
public abstract record IncidentEvent(DateTimeOffset At);

/// <param name="Number">What people call it; rises by one with every incident.</param>
/// <param name="Severity"><c>critical</c>, <c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Clocks">As they stood when it opened; an edit of the runbook does not move them.</param>
public sealed record Opened(
    DateTimeOffset At, int Number, string Title, string Severity, string SeverityFrom, string? Team, string? Service, string ServiceWhy,
    SeenAlert Alert, ChosenProcedure Procedure, EquatableArray<Clock> Clocks) : IncidentEvent(At);

public sealed record AlertJoined(DateTimeOffset At, SeenAlert Alert) : IncidentEvent(At);

public sealed record AlertChanged(DateTimeOffset At, SeenAlert Alert) : IncidentEvent(At);

/// <param name="Why">"its sender resolved it", "its lease ran out".</param>
public sealed record AlertEnded(DateTimeOffset At, string Key, string Why) : IncidentEvent(At);

/// <summary>A person chose among procedures that fitted equally, or one where none did.</summary>
public sealed record ProcedureChosen(DateTimeOffset At, string By, ChosenProcedure Procedure, EquatableArray<Clock> Clocks) : IncidentEvent(At)
{
    /// <summary>Chosen with the procedure, where the alert's labels chose no service; null where they had.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Service { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Team { get; init; }
}

/// <param name="Look">1-based, in the incident.</param>
/// <param name="Reason">"the alert fired", "after action 2".</param>
/// <param name="By">Null where nobody asked.</param>
public sealed record LookRequested(DateTimeOffset At, int Look, string Reason, string? By) : IncidentEvent(At);

/// <summary>The plan is made and its reads begin.</summary>
public sealed record LookStarted(DateTimeOffset At, int Look, int Running, EquatableArray<WaitingCommand> Waiting) : IncidentEvent(At);

/// <summary>What a look considers besides what it runs: the same record gives the same ranking, whatever is learnt later.</summary>
/// <param name="Library">The team's runbooks as they were; their bytes are in the evidence.</param>
/// <param name="Changes">Reported before the look.</param>
/// <param name="Earlier">Causes that were confirmed in earlier incidents of this alert.</param>
public sealed record LookConsidered(
    DateTimeOffset At, int Look, EquatableArray<ConsideredRunbook> Library, EquatableArray<Change> Changes, EquatableArray<EarlierCause> Earlier) : IncidentEvent(At);

/// <summary>What the look's reads return in peacetime, as it was known when the look began.</summary>
public sealed record NormalsRecalled(DateTimeOffset At, int Look, EquatableArray<CommandNormal> Normals) : IncidentEvent(At);

public sealed record ResultRecorded(DateTimeOffset At, int Look, RecordedResult Result) : IncidentEvent(At);

public sealed record LookFinished(DateTimeOffset At, int Look) : IncidentEvent(At);

public sealed record Acknowledged(DateTimeOffset At, string By) : IncidentEvent(At);

/// <param name="Clock">The clock's kind: <c>acknowledge</c>, <c>escalate:1</c>, <c>resolve</c>.</param>
/// <param name="Late">How long after it was due it was seen: more than a moment where no node was alive.</param>
public sealed record ClockExpired(DateTimeOffset At, string Clock, DateTimeOffset DueAt, TimeSpan Late) : IncidentEvent(At);

/// <param name="By">Null where a clock did it.</param>
public sealed record Escalated(DateTimeOffset At, string? By, string? To, string Reason) : IncidentEvent(At);

public sealed record NoteAdded(DateTimeOffset At, string By, string Text) : IncidentEvent(At);

/// <summary>What a responder says of the ranking.</summary>
/// <param name="Hypothesis">As it is called in this incident; null for none of these, and where a responder only disagrees.</param>
/// <param name="Runbook">The file that it stands in, and null with it.</param>
/// <param name="Cause">Its id in that file, and null with it: how later incidents find it.</param>
public sealed record VerdictGiven(DateTimeOffset At, string By, VerdictKind Kind, string? Hypothesis, string? Runbook, string? Cause, string Title) : IncidentEvent(At);

/// <summary>A check that no program can do, answered by a person.</summary>
/// <param name="Step">Id of the manual step.</param>
/// <param name="Found">True where what the check asks for is so.</param>
public sealed record CheckAnswered(DateTimeOffset At, string By, string Step, string Title, bool Found) : IncidentEvent(At);

/// <summary>What a responder told the people outside.</summary>
public sealed record UpdatePosted(DateTimeOffset At, string By, string Text) : IncidentEvent(At);

/// <summary>"I ran this myself": what a responder did by hand, with the output they pasted.</summary>
/// <param name="Output">Hash of the masked output in the evidence; null where none was pasted.</param>
public sealed record DoneByHand(DateTimeOffset At, string By, string What, string? Output, int Masked) : IncidentEvent(At);

public sealed record ActionProposed(DateTimeOffset At, string By, ProposedAction Action) : IncidentEvent(At);

/// <summary>The policy for actions as it was when the incident opened; an edit of the configuration does not move it.</summary>
public sealed record PolicyAdopted(DateTimeOffset At, ActionPolicy Policy) : IncidentEvent(At);

/// <summary>The team's own rules of what programs do, as they were when the incident opened: they decide what runs by itself.</summary>
public sealed record RulesAdopted(DateTimeOffset At, ToolRules Rules) : IncidentEvent(At);

/// <param name="Hash">Of what was shown: an approval of other bytes counts for nothing.</param>
/// <param name="Until">When it ends; null in records that did not tell, where it is <see cref="Approval.Lasts"/> after <c>At</c>.</param>
/// <param name="Typed">The target's name as the person typed it; null where none was asked for.</param>
/// <param name="Key">Of the request: the same request again is no second approval.</param>
public sealed record ActionApproved(DateTimeOffset At, int Action, string By, string Hash, DateTimeOffset? Until = null, string? Typed = null, string? Key = null)
    : IncidentEvent(At);

/// <summary>A lone responder approved what needs two people, and said why. Others are told at once, and the postmortem asks.</summary>
public sealed record GlassBroken(DateTimeOffset At, int Action, string By, string Hash, DateTimeOffset Until, string Reason, string? Typed, string? Key) : IncidentEvent(At);

/// <summary>Approvals that had been given count no more, since something else changed than the action itself.</summary>
public sealed record ApprovalsLapsed(DateTimeOffset At, int Action, string Why) : IncidentEvent(At);

/// <summary>A person gave values to an action's inputs: it is another action by that, and earlier approvals count for nothing.</summary>
/// <param name="Effect">Classified anew with the values in it.</param>
public sealed record ValuesBound(DateTimeOffset At, int Action, string By, EquatableArray<Binding> Values, Effect Effect, string Why, ApprovalRule Rule, string Hash)
    : IncidentEvent(At);

/// <summary>What undoes the action was prepared, out of the state as it was read just now.</summary>
/// <param name="Undo">Null where there is none; then <paramref name="NoUndo"/> says why.</param>
/// <param name="Hash">What approvals bind to from now on: the undo is part of it.</param>
public sealed record UndoPrepared(DateTimeOffset At, int Action, PreparedUndo? Undo, string? NoUndo, string Hash) : IncidentEvent(At);

/// <summary>The read that shows what the action would touch has run.</summary>
public sealed record ActionPreviewed(DateTimeOffset At, int Action, RecordedResult Result) : IncidentEvent(At);

public sealed record ActionWithdrawn(DateTimeOffset At, int Action, string By, string Reason) : IncidentEvent(At);

/// <summary>Committed before the action runs. There is one per action, ever.</summary>
/// <param name="Run">Known to the process that starts it, and to no other: only that one gets the permit.</param>
public sealed record ActionStarted(DateTimeOffset At, int Action, Guid Run) : IncidentEvent(At);

public sealed record ActionFinished(DateTimeOffset At, int Action, RecordedResult Result) : IncidentEvent(At);

/// <summary>The process that ran it is gone; whether it took effect is for a person to find out.</summary>
public sealed record ActionLost(DateTimeOffset At, int Action, string Why) : IncidentEvent(At);

/// <summary>A person found out what became of an action whose outcome was unknown.</summary>
public sealed record ActionSettled(DateTimeOffset At, int Action, string By, bool Succeeded, string Note) : IncidentEvent(At);

public sealed record Mitigated(DateTimeOffset At, string By) : IncidentEvent(At);

/// <param name="By">Null where the alerts ended by themselves.</param>
public sealed record Resolved(DateTimeOffset At, string? By, string Why) : IncidentEvent(At);

public sealed record Reopened(DateTimeOffset At, string Why) : IncidentEvent(At);

public sealed record Closed(DateTimeOffset At, string Why) : IncidentEvent(At);

/// <summary>A deploy, flag flip or config edit. It stands in the journal's stream of changes, and in no incident's own.</summary>
public sealed record ChangeReported(DateTimeOffset At, Change Change) : IncidentEvent(At);

public enum VerdictKind
{
    /// <summary>It was this one.</summary>
    Confirmed,

    /// <summary>It was none of the causes that the library names.</summary>
    None,

    /// <summary>The ranking is wrong; what it was is not known yet.</summary>
    Disagrees,
}

public sealed record CommandNormal(CommandId Command, Normal Normal);

/// <param name="Evidence">Hash of the file's bytes.</param>
public sealed record ConsideredRunbook(string File, string Evidence);

/// <param name="Key">Identity of the alert, from its labels.</param>
public sealed record SeenAlert(string Key, LabelSet Labels, LabelSet Annotations, DateTimeOffset StartsAt, string? GeneratorUrl)
{
    public static SeenAlert Of(Alert alert) => new(alert.Labels.Key, alert.Labels, alert.Annotations, alert.StartsAt, alert.GeneratorUrl);
}

/// <summary>The procedure as it was when the incident opened. The runbook's bytes are in the evidence.</summary>
/// <param name="Runbook">Path of the file; null where there is no procedure.</param>
/// <param name="Evidence">Hash of the file's bytes.</param>
/// <param name="Why">Why this one; or why none.</param>
/// <param name="Tied">Where several fitted equally: "FILE#slug" of each.</param>
public sealed record ChosenProcedure(string? Runbook, string? Evidence, string? Id, string? Title, int? Line, string Why, EquatableArray<string> Tied = default)
{
    [JsonIgnore]
    public bool IsChosen => Id is not null;
}

/// <param name="Why">Why it does not run now.</param>
public sealed record WaitingCommand(CommandId Command, string? Target, string Why);

/// <summary>A result without its output, which is in the evidence.</summary>
/// <param name="Summary">One line for people.</param>
/// <param name="Evidence">Hash of the output's canonical bytes.</param>
public sealed record RecordedResult(
    CommandId Command, string Target, string Ran, string? Rewrite, DateTimeOffset StartedAt, TimeSpan Duration, Outcome Outcome,
    OutputKind Kind, long Count, bool Truncated, int Masked, string Summary, string Evidence);

/// <param name="Number">1-based, in the incident.</param>
/// <param name="Cause">Id of the hypothesis it stands under; null where it serves the whole procedure.</param>
/// <param name="Hash">What approvals bind to: <see cref="ActionHash"/>.</param>
/// <param name="Line">In the runbook; null where a person wrote it.</param>
/// <param name="Place">The target's <see cref="Access.Target.Place"/> when it was proposed; null in records that did not tell.</param>
/// <param name="Environment">The target's.</param>
/// <param name="Rule">Whose approval the policy calls for; null in records that did not tell.</param>
/// <param name="Needs">Tokens of inputs that have no value yet: it cannot be approved before they have.</param>
/// <param name="Forbidden">Prohibitions of the runbook that name it.</param>
/// <param name="Undoes">Number of the action that it takes back.</param>
/// <param name="Repeats">Number of the action that it runs anew.</param>
/// <param name="Key">Of the request: the same request again is no second proposal.</param>
/// <param name="Back">The command that the runbook says takes it back; null where it says none.</param>
/// <param name="Terminal">True where a person is meant to type: approved, it opens in a responder's own terminal, and never runs from here.</param>
public sealed record ProposedAction(
    int Number, CommandId? Command, string Title, string Text, Language Language, string? Target, Effect Effect, string Why,
    EquatableArray<Binding> Values, string Hash, string? Cause, int? Line,
    string? Place = null, string? Environment = null, ApprovalRule? Rule = null, EquatableArray<string> Needs = default,
    EquatableArray<NamedProhibition> Forbidden = default, int? Undoes = null, int? Repeats = null, string? Key = null, bool Terminal = false,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Back = null);
