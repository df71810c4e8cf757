using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses;

/// <summary>A hypothesis where it stands in the library.</summary>
/// <param name="Runbook">The file; null for the procedure that answers the alert.</param>
/// <param name="IsSection">True where the procedure names no cause: then it is the cause that its title tells.</param>
public sealed record Suspect(Hypothesis Hypothesis, Procedure Procedure, string? Runbook, bool IsSection)
{
    public string Id => Hypothesis.Id;

    /// <summary>All that the runbook says would be seen: its symptoms, and what the prose tells.</summary>
    public IEnumerable<Symptom> Says => Hypothesis.Symptoms.Concat(Hypothesis.Told);

    /// <summary>Title and sayings as one text.</summary>
    public string Text => string.Join('\n', Says.Where(symptom => !symptom.Negative).Select(symptom => symptom.Text).Prepend(Hypothesis.Title));
}

/// <summary>The evidence laid out for signals: who is suspected, and each result once.</summary>
sealed class Facts
{
    readonly Dictionary<string, Signals.Literal[]> literals;
    readonly Dictionary<string, string?> files = new(StringComparer.Ordinal);
    readonly Dictionary<string, Procedure> homes = new(StringComparer.Ordinal);
    readonly ILookup<string, string?> checks;
    readonly ILookup<string, Suspect> byProcedure;
    readonly Dictionary<string, Suspect> byId;
    readonly ILookup<(Access.CommandId, DateTimeOffset), string?> asking;

    public Facts(Evidence given)
    {
        // Results come in as they end; the answer must not depend on which was quicker. A procedure's own come before others'.
        Evidence = given;
        foreach (var (runbook, procedure) in given.Besides.Select(one => ((string?)one.Runbook, one.Procedure)).Prepend((null, given.Procedure)))
            foreach (var step in procedure.Steps)
            {
                homes.TryAdd(step.Id, procedure);
                files.TryAdd(step.Id, runbook);
            }

        Observations =
        [
            .. given.Observations
                .OrderBy(observation => files.GetValueOrDefault(observation.Step.Id) ?? "", StringComparer.Ordinal)
                .ThenBy(observation => observation.Command.Line)
                .ThenBy(observation => observation.Step.Id, StringComparer.Ordinal)
                .ThenBy(observation => observation.Result.Command.Index),
        ];
        Results = [.. Observations.DistinctBy(Key)];
        asking = Observations.ToLookup(Key, observation => homes.GetValueOrDefault(observation.Step.Id)?.Id);
        Suspects = [.. Of(given.Procedure, null).Concat(given.Besides.SelectMany(one => Of(one.Procedure, one.Runbook))).DistinctBy(suspect => suspect.Id)];
        Telling = Signals.AlertFit.Telling(given, Suspects);
        byId = Suspects.ToDictionary(suspect => suspect.Id, StringComparer.Ordinal);
        byProcedure = Suspects.ToLookup(suspect => suspect.Procedure.Id, StringComparer.Ordinal);
        checks = Observations.Select(observation => CauseOf(observation.Step)?.Id).Where(id => id is not null).ToLookup(id => id!, StringComparer.Ordinal);
        literals = Suspects.ToDictionary(suspect => suspect.Id, suspect => Signals.Literal.Of(suspect.Says).ToArray(), StringComparer.Ordinal);
    }

    public Evidence Evidence { get; }

    /// <summary>Each result at each place where it answers, in the runbooks' order.</summary>
    public Observation[] Observations { get; }

    /// <summary>Each result once, at its first place.</summary>
    public Observation[] Results { get; }

    public Suspect[] Suspects { get; }

    /// <summary>Where no procedure answers the alert: how much each tells of what the alert tells, by the procedures' ids.</summary>
    public IReadOnlyDictionary<string, double> Telling { get; }

    /// <summary>Whether the procedure that answers the alert asks it.</summary>
    public bool IsOwn(Observation observation) => homes.GetValueOrDefault(observation.Step.Id)?.Id == Evidence.Procedure.Id;

    public Suspect? Find(string id) => byId.GetValueOrDefault(id);

    public Signals.Literal[] LiteralsOf(Suspect suspect) => literals[suspect.Id];

    /// <summary>The suspect whose own check a step is; null where it serves a whole procedure with several causes.</summary>
    public Suspect? CauseOf(Step step) => CauseOf(step.Cause, step.Line, homes.GetValueOrDefault(step.Id));

    /// <param name="procedure">The one that it stands in.</param>
    public Suspect? CauseOf(ManualCheck check, Procedure procedure) => CauseOf(check.Cause, check.Line, procedure);

    Suspect? CauseOf(string? cause, int line, Procedure? home) =>
        cause is not null ? byId.GetValueOrDefault(cause)
        : home?.Parts.FirstOrDefault(part => line >= part.Line && line <= part.EndLine) is { } part ? byId.GetValueOrDefault(part.Id)
        : home is not null && byProcedure[home.Id].FirstOrDefault() is { IsSection: true } section ? section
        : null;

    /// <summary>How many reads are the suspect's own, at least one: each that is well excludes a part of it.</summary>
    public int ChecksOf(Suspect suspect) => Math.Max(1, checks[suspect.Id].Count());

    /// <summary>Causes of the procedures that ask what this result answers. What stands nowhere else is missed only there.</summary>
    public bool Asks(Suspect suspect, Observation result) => asking[Key(result)].Contains(suspect.Procedure.Id);

    /// <summary>Whether the procedure that answers names another such value for another of its causes: then its author tells them apart by it.</summary>
    public bool TellsApart(Suspect suspect, Func<string, bool> such)
    {
        if (suspect.Procedure.Id != Evidence.Procedure.Id) return false;
        var own = literals[suspect.Id].Select(literal => literal.Value).ToHashSet(StringComparer.Ordinal);
        return byProcedure[suspect.Procedure.Id].Any(other => other.Id != suspect.Id && literals[other.Id].Any(literal => such(literal.Value) && !own.Contains(literal.Value)));
    }

    /// <summary>All causes of the procedure that a step stands in.</summary>
    public IEnumerable<Suspect> Sharing(Step step) => homes.TryGetValue(step.Id, out var procedure) ? byProcedure[procedure.Id] : [];

    static (Access.CommandId, DateTimeOffset) Key(Observation observation) => (observation.Result.Command, observation.Result.StartedAt);

    public Citation Cite(Observation observation) => new(observation.Result.Command, observation.Command.Line, files.GetValueOrDefault(observation.Step.Id));

    static IEnumerable<Suspect> Of(Procedure procedure, string? runbook) =>
        Library.IsNobody(procedure) || Library.IsGeneral(procedure) || procedure.OnlyNames ? []
        : procedure is { Hypotheses.IsEmpty: true, Parts.IsEmpty: false }
            ? procedure.Parts.Select(part => new Suspect(part, procedure, runbook, false))
        : procedure.Hypotheses.IsEmpty
            ? [new Suspect(new Hypothesis(procedure.Id, procedure.Title, procedure.Line, procedure.EndLine, null, procedure.Symptoms, []) { Told = procedure.Told },
                procedure, runbook, true)]
            // "Cause: a bug in the release", the only one: what its procedure shows and asks is about it.
            : procedure.Hypotheses is [var only]
                ? [new Suspect(only with { Symptoms = [.. only.Symptoms, .. procedure.Symptoms], Told = [.. only.Told, .. procedure.Told] }, procedure, runbook, true)]
            : procedure.Hypotheses.Select(hypothesis => new Suspect(hypothesis, procedure, runbook, false));
}
