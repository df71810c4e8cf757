using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Looks;

/// <summary>A procedure of the team's library that is considered besides the one which answers the alert.</summary>
/// <param name="Runbook">The file, as it was given.</param>
/// <param name="Procedure">Its ids tell the file where it is not the incident's own, so that two runbooks never mean one cause.</param>
public sealed record Considered(string Runbook, Procedure Procedure);

/// <summary>The rest of the team's library: an alert often names what is felt, and another procedure the cause.</summary>
public static class Library
{
    /// <summary>Procedures considered at most, the fittest first.</summary>
    public const int MostProcedures = 200;

    /// <summary>Reads of other procedures in one look at most, after those of the procedure that answers.</summary>
    public const int MostReads = 150;

    /// <summary>Stands for the procedure that answers where none does: then every cause of the library competes by what was seen.</summary>
    public static ProcedureMatch.Found Nobody(string why) => new(NoRunbook, NoProcedure, why);

    static readonly Procedure NoProcedure = new("", "", "", 0, 0, [], null, null, null, [], [], [], [], []);

    static readonly Runbook NoRunbook = new("", "", "", "", [], [], [], [], [], [], null, [], []);

    /// <summary>Whether a procedure only stands for none.</summary>
    public static bool IsNobody(Procedure procedure) => procedure.Id.Length == 0;

    /// <summary>
    /// Every other procedure, those first that share most words with the alert; where none does, as the library has them. Before all of them what
    /// the answering runbook asks outside its procedures.
    /// </summary>
    public static EquatableArray<(Runbook Runbook, Procedure Procedure)> Besides(ProcedureMatch.Found own, LabelSet labels, LabelSet annotations, IEnumerable<Runbook> library)
    {
        var wanted = AlertWords(labels, annotations);
        return library
            .SelectMany(runbook => ProceduresOf(runbook).Select(procedure => (Runbook: runbook, Procedure: procedure)))
            .Where(one => !(one.Runbook.File == own.Runbook.File && one.Procedure.Id == own.Procedure.Id))
            .Select((one, order) => (one, order, Fit: Fit(wanted, one.Procedure)))
            .OrderByDescending(scored => IsGeneral(scored.one.Procedure) && scored.one.Runbook.File == own.Runbook.File).ThenByDescending(scored => scored.Fit)
                .ThenBy(scored => scored.order)
            .Take(MostProcedures)
            .Select(scored => scored.one)
            .ToEquatableArray();
    }

    /// <summary>The procedures of a runbook, and one that holds what it asks outside of them ("look at these two first"), where it does.</summary>
    public static IEnumerable<Procedure> ProceduresOf(Runbook runbook) =>
        runbook.Procedures.IsEmpty || runbook.GeneralSteps.IsEmpty
            ? runbook.Procedures : runbook.Procedures.Append(NoProcedure with { Id = GeneralId, Steps = runbook.GeneralSteps });

    /// <summary>No heading has such an identifier.</summary>
    const string GeneralId = ":general";

    /// <summary>Whether a procedure only holds what its runbook asks outside of all procedures: it is suspected of nothing.</summary>
    public static bool IsGeneral(Procedure procedure) => procedure.Id.EndsWith(GeneralId, StringComparison.Ordinal);

    /// <param name="own">The incident's own runbook: its ids stay as they are.</param>
    public static Considered Consider(Runbook runbook, Procedure procedure, string own) =>
        new(runbook.File, runbook.File == own ? procedure : Qualified(procedure, Path.GetFileName(runbook.File)));

    /// <summary>
    /// The reads of other procedures that run beside the procedure's own, each command on each target once. What waits is not listed:
    /// nobody asked for it yet.
    /// </summary>
    public static EquatableArray<PlannedCommand> Plan(LookPlan own, IEnumerable<Considered> besides, Service? service, LabelSet labels, Limits limits)
    {
        var seen = own.Commands.Select(planned => Asked.Of(planned.Step, planned.Command, labels)).ToHashSet();
        return besides
            .SelectMany(considered => Planning.Plan(considered.Procedure, service, labels, limits).Ready)
            .Where(planned => seen.Add(Asked.Of(planned.Step, planned.Command, labels)))
            .Take(MostReads)
            .ToEquatableArray();
    }

    static int Fit(IReadOnlySet<string> wanted, Procedure procedure) =>
        Words.Meanings(string.Join(' ',
            [procedure.Title, .. procedure.Alerts, .. procedure.Symptoms.Select(symptom => symptom.Text),
                .. procedure.Hypotheses.Select(hypothesis => hypothesis.Title)]))
            .Count(wanted.Contains);

    static IReadOnlySet<string> AlertWords(LabelSet labels, LabelSet annotations) =>
        Words.Meanings(string.Join(' ',
            labels.Pairs.Where(pair => pair.Key != "severity").Select(pair => pair.Value).Append(annotations["summary"]).Append(annotations["description"])));

    static Procedure Qualified(Procedure procedure, string file) => procedure with
    {
        Id = Id(file, procedure.Id),
        Parts = procedure.Parts.Select(part => part with { Id = Id(file, part.Id) }).ToEquatableArray(),
        Hypotheses = procedure.Hypotheses.Select(hypothesis => hypothesis with { Id = Id(file, hypothesis.Id) }).ToEquatableArray(),
        Steps = procedure.Steps.Select(step => step with { Id = Id(file, step.Id), Cause = step.Cause is { } cause ? Id(file, cause) : null }).ToEquatableArray(),
    };

    /// <summary>What a cause of a runbook is called in an incident.</summary>
    /// <param name="own">The incident's own runbook; null where it has none.</param>
    public static string IdIn(string? own, string? runbook, string id) => runbook is null || runbook == own ? id : Id(Path.GetFileName(runbook), id);

    static string Id(string file, string id) => $"{file}#{id}";
}

/// <summary>What a command asks of its target: the same question in two procedures has one answer.</summary>
/// <param name="Target">The one that the runbook names; null where the command's language decides, as it does for every other command of that language.</param>
public readonly record struct Asked(Language Language, string Text, string Values, string? Target = null)
{
    /// <param name="labels">Of the alert, which give values.</param>
    public static Asked Of(Step step, Command command, LabelSet labels)
    {
        var values = string.Join('\n', Planning.Values(step, command, labels).Select(value => $"{value.Token}={value.Value}"));
        // What needs its block (a variable, a folder) means something in that block alone.
        return new(command.Language, command.Text.Trim(), command.After.IsEmpty ? values : $"{values}\n{step.Id}", step.Target);
    }
}
