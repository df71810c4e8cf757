using System.Globalization;
using System.Text;
using Firstlook.Baselines;

namespace Firstlook.App.Rehearsals;

/// <summary>A rehearsal as a table for the terminal, by runbook; the sum last.</summary>
static class RehearsalText
{
    const int TitleWidth = 44;

    public static string Of(RehearsalPlan plan, IReadOnlyCollection<Rehearsed> rehearsed)
    {
        var text = new StringBuilder();
        var target = rehearsed.Select(one => one.Read.Target.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var runbook in rehearsed.Where(one => one.Kept is not null).GroupBy(one => one.Read.Places[0].Runbook).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(runbook.Key);
            foreach (var one in runbook.OrderBy(one => one.Read.Places[0].Line)) text.AppendLine("  " + Line(one, target));
        }

        foreach (var left in rehearsed.Where(one => one.Kept is null).GroupBy(one => (Target: one.Read.Target.Name, one.Skipped))
            .OrderBy(group => group.Key.Target, StringComparer.Ordinal))
            text.AppendLine($"left alone: {Wording.Count(left.Count(), "read")} on {left.Key.Target}: {left.Key.Skipped}");
        foreach (var waiting in plan.Waiting.GroupBy(one => one.Why).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            text.AppendLine($"not rehearsed: {Wording.Count(waiting.Count(), "read")}, as in a first look: {waiting.Key}");
        var rotten = rehearsed.Count(one => one.Kept?.Rot is not null);
        var skipped = rehearsed.Count(one => one.Kept is null);
        var leftAlone = skipped == 0 ? "" : $", {skipped} left alone";
        text.AppendLine(
            $"{Wording.Count(rehearsed.Count - skipped, "read")} of {Wording.Count(plan.Runbooks.Count, "runbook")} rehearsed, "
            + $"{(rotten == 0 ? "none" : $"{rotten}")} rotten{leftAlone}");
        return text.ToString();
    }

    public static string Line(Rehearsed one, int targetWidth = 0)
    {
        var place = one.Read.Places[0];
        var where = $"line {place.Line,-4} {Cut(place.Step),-TitleWidth} {one.Read.Target.Name.PadRight(targetWidth)}";
        return one.Kept switch
        {
            null => $"–          {where}  left alone: {one.Skipped}",
            { Rot: { } rot } kept => $"✗ {Took(kept)}  {where}  {rot.What}",
            { } kept => $"✓ {Took(kept)}  {where}  {Kept(kept.Baseline, kept.Last.At)}",
        };
    }

    /// <summary>What is kept of it, in a few words.</summary>
    public static string Kept(Baseline baseline, DateTimeOffset now)
    {
        var numbers = baseline.Courses.Count;
        if (baseline.Runs < Baseline.Enough) return $"{Wording.Count(numbers, "number")} kept, {baseline.Runs} of {Baseline.Enough} rehearsals before anything is normal";
        var normal = baseline.At(now);
        var first = Shown(normal).FirstOrDefault();
        return $"{(first is null ? "" : $"normally {first}; ")}{Wording.Count(numbers, "number")} kept of {baseline.Runs} rehearsals";
    }

    /// <summary>What is usual, the one number or count first; not how long it takes, nor that the one number stands in one line.</summary>
    public static IEnumerable<string> Shown(Normal normal) => normal.Usuals
        .Where(usual =>
            usual.Quantity.Kind != QuantityKind.Seconds
                && !(usual is { Quantity.Kind: QuantityKind.Count, Low: 1, High: 1 } && normal.Usuals.Any(other => other.Quantity.Kind == QuantityKind.Value)))
        .Select(usual => new Comparison(usual, usual.Median, normal.Output))
        .OrderBy(one => one.Usual.Quantity.Of.Length > 0).ThenByDescending(one => one.Usual.Quantity.Kind == QuantityKind.Value).ThenByDescending(one => one.Usual.Median)
        .Select(one => one.Usual.Quantity.Of.Length > 0 ? $"{one.Usual.Quantity.Of} {one.Normally}" : one.Normally);

    static string Took(RehearsedRead kept) => $"{kept.Last.Took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),5} s ";

    static string Cut(string title) => title.Length > TitleWidth ? title[..(TitleWidth - 1)] + "…" : title;

}
