using Firstlook.Access;
using Firstlook.Baselines;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Incidents;

/// <summary>
/// Everything there is to know of an incident, made from its record alone: the page, the terminal and the postmortem show this and nothing else.
/// </summary>
/// <param name="Runbook">The version that the incident was opened with; null where no procedure was found.</param>
/// <param name="Look">The latest look whose plan is made; null before the first.</param>
/// <param name="Before">What it is compared with: the last finished look that began before the last action, or the one before it where no action ran; null where there is
/// none.</param>
/// <param name="Cards">The procedure's own commands.</param>
public sealed record Room(
    Guid Id, Incident Incident, EquatableArray<IncidentEvent> Events, Runbook? Runbook, Procedure? Procedure,
    Look? Look, Look? Before, Ranked? Ranking, Ranked? FirstRanking, EquatableArray<Card> Cards)
{
    /// <summary>Reads of other procedures that have a result.</summary>
    public EquatableArray<Card> Besides { get; init; } = [];

    /// <summary>The ranking of <see cref="Before"/>; null where there is none.</summary>
    public Ranked? EarlierRanking { get; init; }

    /// <summary>
    /// The ranking that tells the cause. A look after an action tells whether that helped: while its reads still measure the hour before, and once the
    /// incident is over and the action has worked, the cause is what led before the action.
    /// </summary>
    public Ranked? Decisive =>
        EarlierRanking?.Leader is not null && BeforeAndAfter.Of(this) is { } compared && (Incident.IsOver && compared.IsDone || compared.IsSoonTold)
            && !(Incident.IsOver && Names(Incident.Verdict, Ranking))
            ? EarlierRanking : Ranking;

    // The responder says that it was what leads now.
    static bool Names(VerdictGiven? verdict, Ranked? ranking) => verdict?.Hypothesis is { } named && ranking?.Leader?.Hypothesis.Id == named;

    /// <summary>What leads, in one sentence; null where nothing is ranked.</summary>
    public string? Conclusion =>
        Decisive is not { } told ? null
        : told == Ranking ? told.Conclusion
        : $"Before action {BeforeAndAfter.LastRun(Incident)!.Proposal.Number} · {told.Conclusion}";

    /// <param name="runbook">As read from the evidence that the incident names; null where there is none.</param>
    /// <param name="outputOf">The output of a recorded result, from the evidence; null where it is no longer kept.</param>
    /// <param name="libraryOf">A runbook that a look considered, from the evidence; null where it is no longer kept.</param>
    public static Room Of(Guid id, EquatableArray<IncidentEvent> events, Runbook? runbook, Func<string, Output?> outputOf, Func<ConsideredRunbook, Runbook?>? libraryOf = null)
    {
        var incident = Incident.Fold(events);
        var procedure = runbook?.Procedures.FirstOrDefault(procedure => procedure.Id == incident.Procedure.Id);
        var started = incident.Looks.Where(look => look.StartedAt is not null).ToArray();
        var latest = started.LastOrDefault();
        var earlier = started.Where(look => look != latest && look.FinishedAt is not null).ToArray();
        var acted = BeforeAndAfter.LastRun(incident);
        var before = acted is not null && latest?.RequestedAt >= acted.FinishedAt && earlier.LastOrDefault(look => look.StartedAt < acted.StartedAt) is { } then
            ? then : earlier.LastOrDefault();
        var first = started.FirstOrDefault(look => look.FinishedAt is not null);
        var isNobody = !incident.Procedure.IsChosen && latest?.Considered is { Library.IsEmpty: false };
        if (latest is null || (!isNobody && (runbook is null || procedure is null))) return new Room(id, incident, events, runbook, procedure, latest, before, null, null, []);

        var answers = isNobody || runbook is null || procedure is null
            ? Library.Nobody(incident.Procedure.Why) : new ProcedureMatch.Found(runbook, procedure, incident.Procedure.Why);
        var evidence = RecordedEvidence.Of(incident, answers.Runbook, answers.Procedure, latest, outputOf, libraryOf);
        var ranking = Hypotheses.Ranking.Rank(evidence);
        var firstRanking = first is null || first == latest ? ranking : Ranked(first);
        var earlierRanking = before is null ? null : before == first ? firstRanking : Ranked(before);
        var deck = new Deck(latest, before, outputOf, ranking);
        return new Room(id, incident, events, runbook, procedure, latest, before, ranking, firstRanking, deck.Of(answers.Procedure).ToEquatableArray())
        {
            EarlierRanking = earlierRanking,
            Besides = evidence.Besides.SelectMany(considered => deck.Of(considered.Procedure)).Where(card => card.Result is not null).DistinctBy(card => card.Id)
                .ToEquatableArray(),
        };

        Ranked Ranked(Look look) => Hypotheses.Ranking.Rank(RecordedEvidence.Of(incident, answers.Runbook, answers.Procedure, look, outputOf, libraryOf));
    }
}

/// <summary>One command with what it returned, or why it has not run.</summary>
/// <param name="Result">Null while it runs, or where it waits.</param>
/// <param name="Earlier">The same command's result in the look before.</param>
/// <param name="Waits">Why it does not run; null where it ran or runs.</param>
public sealed record Card(CommandId Id, Step Step, Command Command, RecordedResult? Result, Output? Output, RecordedResult? Earlier, string? Waits,
    EquatableArray<Finding> Findings)
{
    public bool IsRunning => Result is null && Waits is null;

    /// <summary>The result beside what is usual, what is unusual first; empty where that is not known.</summary>
    public EquatableArray<Comparison> Normally { get; init; } = [];

    /// <summary>What the runbook calls it: the comment above the command, or the step's title.</summary>
    public string Title => Command.Comment ?? Step.Title;

    /// <summary>The command's first line where others have the same title; null where the title tells it apart.</summary>
    public string? Own { get; init; }

    /// <summary>Told of one result at most: the rest is more of the same.</summary>
    const int MostUnusual = 3;

    public IEnumerable<Comparison> Unusual => Normally.Where(one => one.IsOutside).Take(MostUnusual);

    public bool HasChanged => Result is not null && Earlier is not null && Result.Summary != Earlier.Summary;
}

/// <summary>Makes cards of a look's results.</summary>
sealed class Deck(Look look, Look? before, Func<string, Output?> outputOf, Ranked ranking)
{
    readonly Dictionary<CommandId, RecordedResult> results = Latest(look);
    readonly Dictionary<CommandId, RecordedResult> earlier = before is null ? [] : Latest(before);
    readonly Dictionary<CommandId, Normal> normals = look.Normals.DistinctBy(one => one.Command).ToDictionary(one => one.Command, one => one.Normal);
    readonly Dictionary<CommandId, WaitingCommand> waiting = look.Waiting.DistinctBy(one => one.Command).ToDictionary(one => one.Command);
    readonly ILookup<CommandId?, Finding> findings = ranking.Hypotheses.SelectMany(hypothesis => hypothesis.For.Concat(hypothesis.Against)).Concat(ranking.General)
        .Distinct().ToLookup(finding => finding.Citation.Command);

    public IEnumerable<Card> Of(Procedure procedure)
    {
        var units = procedure.Steps.SelectMany(step => Units.Of(step)).ToArray();
        var shared = units.GroupBy(unit => unit.Command.Comment ?? unit.Step.Title, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return units.Select(unit => Of(unit, shared));
    }

    Card Of(Unit unit, HashSet<string> shared)
    {
        var result = results.GetValueOrDefault(unit.Id);
        return new Card(
            unit.Id, unit.Step, unit.Command, result, result is null ? null : outputOf(result.Evidence), earlier.GetValueOrDefault(unit.Id),
            result is null ? waiting.GetValueOrDefault(unit.Id)?.Why : null, findings[unit.Id].ToEquatableArray())
        {
            Own = shared.Contains(unit.Command.Comment ?? unit.Step.Title) ? Timeline.FirstLine(unit.Command.Text) : null,
            Normally = result is not null && normals.TryGetValue(unit.Id, out var normal)
                ? normal.Compare(RecordedEvidence.Restored(result, outputOf(result.Evidence)), unit.Command.Text) : [],
        };
    }

    static Dictionary<CommandId, RecordedResult> Latest(Look look)
    {
        var latest = new Dictionary<CommandId, RecordedResult>();
        foreach (var result in look.Results) latest[result.Command] = result;
        return latest;
    }
}
