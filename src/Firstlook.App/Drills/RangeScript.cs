using System.Globalization;
using Firstlook.App.Cli;
using Firstlook.App.Demo;
using Firstlook.Drills;

namespace Firstlook.App.Drills;

/// <summary>Plays a case's script on a range, and knows those that the range comes with.</summary>
static class RangeScript
{
    /// <summary>The hard cases of a range; none where it has no list of them.</summary>
    /// <exception cref="Stop">The list is wrong.</exception>
    public static EquatableArray<CaseScript> HardCases(string range)
    {
        var file = Path.Combine(range, "hard-cases.tsv");
        if (!File.Exists(file)) return [];
        var read = CaseScript.Read(File.ReadAllText(file), out var problems);
        return problems.IsEmpty ? read : throw new Stop(Exit.Usage, $"{file}: {string.Join("; ", problems)}");
    }

    /// <summary>What Prometheus loses or renames, as the range's start is told it.</summary>
    public static (string, string)[] Environment(CaseScript script) =>
    [
        ("RANGE_METRICS_LOST", string.Join('|', script.Steps.Where(step => step.Deed == ScriptDeed.Lose).Select(step => step.What))),
        ("RANGE_METRICS_RENAMED", string.Join('|', script.Steps.Where(step => step.Deed == ScriptDeed.Rename).Select(step => step.What.Replace(' ', '=')))),
    ];

    public static async Task Play(PracticeRange range, CaseScript script, TimeProvider time, CancellationToken cancellation)
    {
        foreach (var step in script.Steps)
        {
            switch (step.Deed)
            {
                case ScriptDeed.Inject: await range.Fault(step.What, "inject", cancellation); break;
                case ScriptDeed.Release: await range.Release(step.What, cancellation); break;
                case ScriptDeed.Wait: await Task.Delay(TimeSpan.FromSeconds(int.Parse(step.What, CultureInfo.InvariantCulture)), time, cancellation); break;
                case ScriptDeed.Deny: await range.Deny(step.What, cancellation); break;
                default: break; // What Prometheus loses or renames it does from its start.
            }
        }
    }

    public static async Task Heal(PracticeRange range, CaseScript script, CancellationToken cancellation)
    {
        foreach (var fault in script.Faults.Reverse()) await range.Fault(fault, "heal", cancellation);
    }
}
