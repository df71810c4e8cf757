using Firstlook.Drills;
using Firstlook.Effects;
using Firstlook.Runbooks;
using Firstlook.Testing;
using Firstlook.Tests.Runbooks;

namespace Firstlook.Tests.Drills;

/// <summary>The practice shop's own runbooks (range/runbooks) know every fault that is not meant to be unknown, and say what to do about it.</summary>
public sealed class RangeRunbookTests
{
    static readonly Truth Known = Truth.Read(File.ReadAllText(Path.Combine(Repository.Root, "range", "truth.tsv")), out _);

    static readonly Dictionary<string, Runbook> Library = Directory.GetFiles(Path.Combine(Repository.Root, "range", "runbooks"), "*.md").Append(Path.Combine(Repository.Root, "runbooks", "cluster.md"))
        .ToDictionary(file => Path.GetFileName(file), file => RunbookReader.Read(file, File.ReadAllBytes(file)), StringComparer.Ordinal);

    static IEnumerable<TruthRow> Rows => Known.Rows.Where(row => Library.ContainsKey(row.Runbook) && row.Hypothesis != Truth.None);

    static IEnumerable<(Procedure Procedure, Hypothesis Cause)> Named(TruthRow row) =>
        Library[row.Runbook].Procedures.SelectMany(procedure => procedure.Hypotheses.Select(cause => (procedure, cause))).Where(pair => row.Names(pair.cause.Id));

    public static TheoryData<string> Faults => [.. Known.Faults.Where(fault => Known.FamilyOf(fault) is not (Truth.Hard or "unlisted"))];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Every_fault_has_a_cause_there_that_says_what_to_do(string fault)
    {
        var named = Rows.Where(row => row.Fault == fault).SelectMany(Named).ToList();
        Assert.NotEmpty(named);
        Assert.Contains(named, pair => !pair.Cause.Advice.IsEmpty || pair.Procedure.Steps.Any(step => step.Cause == pair.Cause.Id && step.Effect > Effect.Read));
    }

    [Fact]
    public void Every_row_of_the_truth_about_them_names_a_cause_that_is_there() =>
        Assert.Empty(Rows.Where(row => !Named(row).Any()).Select(row => $"{row.Fault} {row.Runbook} {row.Hypothesis}"));

    [Fact]
    public void What_they_look_at_runs_by_itself() =>
        Assert.Empty(Library.Values.SelectMany(runbook => runbook.AllSteps().Where(step => step.Kind == StepKind.Diagnostic).SelectMany(step => step.Commands.Where(command => command.Effect != Effect.Read || command.Tags != EffectTags.None).Select(command => $"{Path.GetFileName(runbook.File)}:{command.Line} {command.Effect} {command.Text}"))));
}
