using System.Collections.Immutable;
using System.Diagnostics;
using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Effects;
using Firstlook.Escalation;
using Firstlook.Looks;

namespace Firstlook.Incidents;

public enum IncidentState { Open, Acknowledged, Mitigated, Resolved, Closed }

/// <summary>An incident is what its events make of it: <c>events.Aggregate(Empty, Apply)</c>. Applying any event to any incident gives one.</summary>
public sealed record Incident
{
    Incident()
    {
    }

    /// <summary>Before its first event.</summary>
    public static Incident Empty { get; } = new();

    /// <summary>How many events it is made of: the version of its stream.</summary>
    public int Version { get; private init; }

    public int Number { get; private init; }

    public IncidentState State { get; private init; }

    public string Title { get; private init; } = "";

    public string Severity { get; private init; } = "";

    public string SeverityFrom { get; private init; } = "";

    public string? Team { get; private init; }

    public string? Service { get; private init; }

    public string ServiceWhy { get; private init; } = "";

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>For its actions, as it was when the incident opened.</summary>
    public ActionPolicy Policy { get; private init; } = ActionPolicy.Default;

    public ChosenProcedure Procedure { get; private init; } = new(null, null, null, null, null, "");

    public EquatableArray<Clock> Clocks { get; private init; }

    public ImmutableSortedSet<string> ExpiredClocks { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, AlertState> Alerts { get; private init; } = ImmutableSortedDictionary.Create<string, AlertState>(StringComparer.Ordinal);

    public ImmutableList<Look> Looks { get; private init; } = [];

    public ImmutableList<IncidentAction> Actions { get; private init; } = [];

    /// <summary>The last that was said of the ranking; null where nobody has.</summary>
    public VerdictGiven? Verdict { get; private init; }

    /// <summary>Answers to manual checks, in the order in which they were given.</summary>
    public ImmutableList<CheckAnswered> Checks { get; private init; } = [];

    public (DateTimeOffset At, string By)? Acknowledgement { get; private init; }

    /// <summary>When its clocks began to run: when it opened, or was last opened again.</summary>
    public DateTimeOffset ClocksFrom { get; private init; }

    public DateTimeOffset? MitigatedAt { get; private init; }

    public DateTimeOffset? ResolvedAt { get; private init; }

    public string? ResolvedWhy { get; private init; }

    public DateTimeOffset? ClosedAt { get; private init; }

    public bool Exists => Version > 0;

    public bool IsOver => State is IncidentState.Resolved or IncidentState.Closed;

    /// <summary>Its first alert: the one whose name and annotations stand for it.</summary>
    public SeenAlert? FirstAlert { get; private init; }

    public static Incident Fold(IEnumerable<IncidentEvent> events) => events.Aggregate(Empty, (incident, happened) => incident.Apply(happened));

    public Incident Apply(IncidentEvent happened)
    {
        var next = this with { Version = Version + 1 };
        return happened switch
        {
            Opened opened => next with
            {
                Number = opened.Number,
                State = IncidentState.Open,
                Title = opened.Title,
                Severity = opened.Severity,
                SeverityFrom = opened.SeverityFrom,
                Team = opened.Team,
                Service = opened.Service,
                ServiceWhy = opened.ServiceWhy,
                OpenedAt = opened.At,
                ClocksFrom = opened.At,
                Procedure = opened.Procedure,
                Clocks = opened.Clocks,
                FirstAlert = opened.Alert,
                Alerts = Alerts.SetItem(opened.Alert.Key, new AlertState(opened.Alert, null)),
            },
            AlertJoined joined => next with { Alerts = Alerts.SetItem(joined.Alert.Key, new AlertState(joined.Alert, null)) },
            AlertChanged changed => next with { Alerts = Alerts.SetItem(changed.Alert.Key, new AlertState(changed.Alert, null)) },
            AlertEnded ended => next with
            {
                Alerts = Alerts.TryGetValue(ended.Key, out var alert) ? Alerts.SetItem(ended.Key, alert with { EndedAt = ended.At }) : Alerts,
            },
            ProcedureChosen { Service: null } chosen => next with { Procedure = chosen.Procedure, Clocks = chosen.Clocks },
            ProcedureChosen chosen =>
                next with { Procedure = chosen.Procedure, Clocks = chosen.Clocks, Service = chosen.Service, Team = chosen.Team, ServiceWhy = $"{chosen.By} chose it" },
            LookRequested requested => next with { Looks = Looks.Add(new Look(requested.Look, requested.Reason, requested.At, null, null, 0, [], [])) },
            LookStarted started => next.WithLook(started.Look, look => look with { StartedAt = started.At, Running = started.Running, Waiting = started.Waiting, Results = [] }),
            LookConsidered considered => next.WithLook(considered.Look, look => look with { Considered = considered }),
            NormalsRecalled recalled => next.WithLook(recalled.Look, look => look with { Normals = recalled.Normals }),
            VerdictGiven verdict => next with { Verdict = verdict },
            CheckAnswered answered => next with { Checks = Checks.Add(answered) },
            ResultRecorded recorded => next.WithLook(recorded.Look, look => look with { Results = look.Results.Add(recorded.Result) }),
            LookFinished finished => next.WithLook(finished.Look, look => look with { FinishedAt = finished.At }),
            Acknowledged acknowledged => next with
            {
                Acknowledgement = Acknowledgement ?? (acknowledged.At, acknowledged.By),
                State = State == IncidentState.Open ? IncidentState.Acknowledged : State,
            },
            ClockExpired expired => next with { ExpiredClocks = ExpiredClocks.Add(expired.Clock) },
            PolicyAdopted adopted => next with { Policy = adopted.Policy },
            ActionProposed or ActionApproved or GlassBroken or ApprovalsLapsed or ValuesBound or UndoPrepared or ActionPreviewed
                or ActionWithdrawn or ActionStarted or ActionFinished or ActionLost or ActionSettled => next with { Actions = ActionFold.Apply(Actions, happened) },
            Mitigated mitigated => next with { MitigatedAt = MitigatedAt ?? mitigated.At, State = IsOver ? State : IncidentState.Mitigated },
            Resolved resolved => next with { ResolvedAt = resolved.At, ResolvedWhy = resolved.Why, State = IncidentState.Resolved },
            // Its clocks begin anew: what was due while it was over is not due at once.
            Reopened reopened => next with
            {
                ClocksFrom = reopened.At,
                ExpiredClocks = ExpiredClocks.Clear(),
                ResolvedAt = null,
                ResolvedWhy = null,
                MitigatedAt = null,
                ClosedAt = null,
                State = Acknowledgement is null ? IncidentState.Open : IncidentState.Acknowledged,
            },
            Closed closed => next with { ClosedAt = closed.At, State = IncidentState.Closed },
            Escalated or RulesAdopted or NoteAdded or UpdatePosted or DoneByHand or ChangeReported => next,
            _ => throw new UnreachableException(happened.GetType().Name),
        };
    }

    /// <summary>Times at which something must happen by itself, by kind. The journal's deadlines are an index of these, rebuilt from them at any time.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Deadlines
    {
        get
        {
            var due = ImmutableSortedDictionary.CreateBuilder<string, DateTimeOffset>(StringComparer.Ordinal);
            if (!Exists || State == IncidentState.Closed) return due.ToImmutable();
            if (ResolvedAt is { } resolvedAt)
            {
                due[CloseKind] = resolvedAt + ReopenWindow;
                return due.ToImmutable();
            }

            foreach (var clock in Clocks)
            {
                if (ExpiredClocks.Contains(clock.Kind)) continue;
                if (clock.Kind == Clock.Acknowledge && State != IncidentState.Open) continue;
                if (clock.Kind != Clock.Resolve && State == IncidentState.Mitigated) continue;
                due[clock.Kind] = ClocksFrom + clock.After;
            }

            return due.ToImmutable();
        }
    }

    /// <summary>The same alert within this time of the resolve reopens the incident; after it, it is closed.</summary>
    public static TimeSpan ReopenWindow { get; } = TimeSpan.FromMinutes(30);

    public const string CloseKind = "close";

    /// <summary>
    /// Whether an alert of its group belongs to it, or needs an incident of its own: it is open, or still within <see cref="ReopenWindow"/>
    /// (whether or not the clock that closes it has been seen to), or an alert of its own goes on although a person resolved it.
    /// </summary>
    public bool TakesBack(DateTimeOffset now) =>
        Exists && State != IncidentState.Closed && (ResolvedAt is not { } resolvedAt || now < resolvedAt + ReopenWindow || Alerts.Values.Any(alert => alert.EndedAt is null));

    /// <summary>
    /// The permit for an action whose start is committed here and that has not ended. Only the process that started it knows
    /// <paramref name="run"/>, so that after a crash nobody can run it a second time.
    /// </summary>
    /// <returns>Null where there is no such start.</returns>
    public ActionPermit? PermitFor(int action, Guid run, Target target, Limits limits) =>
        Actions.FirstOrDefault(candidate => candidate.Proposal.Number == action) is { State: ActionState.Started, Proposal.Terminal: false } started && started.Run == run
            && started.IsOn(target)
            ? new ActionPermit(action, started.Proposal.Text, started.Proposal.Language, target, started.Proposal.Values, limits, started.ApprovedUntil(started.StartedAt!.Value))
            : null;

    Incident WithLook(int number, Func<Look, Look> change)
    {
        var index = Looks.FindIndex(look => look.Number == number);
        return index < 0 ? this : this with { Looks = Looks.SetItem(index, change(Looks[index])) };
    }
}

/// <param name="EndedAt">Null while it fires.</param>
public sealed record AlertState(SeenAlert Alert, DateTimeOffset? EndedAt);

/// <param name="StartedAt">Null until its plan is made.</param>
/// <param name="Running">How many commands it runs.</param>
public sealed record Look(
    int Number, string Reason, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, int Running,
    EquatableArray<WaitingCommand> Waiting, ImmutableList<RecordedResult> Results)
{
    public bool IsPending => FinishedAt is null;

    /// <summary>Null where only the procedure itself was considered.</summary>
    public LookConsidered? Considered { get; init; }

    /// <summary>What its reads return in peacetime; only of those that were rehearsed.</summary>
    public EquatableArray<CommandNormal> Normals { get; init; } = [];
}
