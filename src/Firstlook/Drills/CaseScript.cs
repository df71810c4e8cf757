using System.Globalization;

namespace Firstlook.Drills;

/// <summary>What is done to the practice range for a recorded case: one fault, or several things in order that make a case hard.</summary>
/// <param name="Name">Of the case, as the truth has it.</param>
/// <param name="Alert">The alert that is waited for; null for the one that the last fault names.</param>
public sealed record CaseScript(string Name, string? Alert, EquatableArray<ScriptStep> Steps)
{
    /// <summary>A pause in a script is this long at most, in seconds.</summary>
    const int LongestWait = 60;

    static readonly string Deeds = $"inject FAULT, release TITLE, wait SECONDS ({LongestWait} at most), lose METRIC, rename METRIC NAME or deny TABLE";

    /// <summary>One fault, and nothing else.</summary>
    public static CaseScript Of(string fault) => new(fault, null, [new ScriptStep(ScriptDeed.Inject, fault)]);

    public IEnumerable<string> Faults => Steps.Where(step => step.Deed == ScriptDeed.Inject).Select(step => step.What);

    /// <summary>
    /// Lines of <c>name, alert, deeds</c>, separated by tabs; deeds are separated by semicolons. An alert of <c>-</c> is the one that the last
    /// fault names; <c>#</c> begins a remark.
    /// </summary>
    /// <param name="problems">Each with its line.</param>
    public static EquatableArray<CaseScript> Read(string text, out EquatableArray<string> problems)
    {
        var wrong = new List<string>();
        var read = new List<CaseScript>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Trim() is "" or ['#', ..]) continue;
            if (line.Split('\t', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } alert, { Length: > 0 } deeds])
            {
                wrong.Add($"line {index + 1}: three columns are needed, separated by tabs: name, alert, deeds");
                continue;
            }

            var steps = deeds.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(deed => (Said: deed, Step: Step(deed))).ToArray();
            wrong.AddRange(steps.Where(step => step.Step is null).Select(step => $"line {index + 1}: \"{step.Said}\" is no deed: {Deeds}"));
            if (steps.All(step => step.Step is not null)) read.Add(new CaseScript(name, alert == "-" ? null : alert, [.. steps.Select(step => step.Step!)]));
        }

        wrong.AddRange(read.Where(one => !one.Faults.Any()).Select(one => $"{one.Name}: nothing is injected"));
        problems = [.. wrong];
        return [.. read];
    }

    static ScriptStep? Step(string deed) => deed.Split(' ', 2, StringSplitOptions.TrimEntries) switch
    {
        ["inject", { Length: > 0 } fault] => new(ScriptDeed.Inject, fault),
        ["release", { Length: > 0 } title] => new(ScriptDeed.Release, title),
        ["wait", var seconds] when int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LongestWait => new(ScriptDeed.Wait, seconds),
        ["lose", { Length: > 0 } metric] => new(ScriptDeed.Lose, metric),
        ["rename", var metric] when metric.Split(' ') is [{ Length: > 0 }, { Length: > 0 }] => new(ScriptDeed.Rename, metric),
        ["deny", { Length: > 0 } table] => new(ScriptDeed.Deny, table),
        _ => null,
    };
}

/// <param name="What">A fault, a release's title, seconds, a metric, a metric and its new name, or a table.</param>
public sealed record ScriptStep(ScriptDeed Deed, string What);

public enum ScriptDeed
{
    Inject,

    /// <summary>Something harmless is released: it may look guilty.</summary>
    Release,
    Wait,

    /// <summary>Prometheus does not keep the metric, from the start.</summary>
    Lose,

    /// <summary>Prometheus keeps the metric under another name, from the start: what runbooks ask for is stale.</summary>
    Rename,

    /// <summary>The reading role may no longer read the table.</summary>
    Deny,
}
