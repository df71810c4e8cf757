using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Two numbers for one thing: an alert said to fire at two thresholds, a query said to be well at two values. Within a file, and between the files of one team.</summary>
internal static partial class ThresholdRules
{
    const string Stated = """
        # QueueFull

        **Alert**: `QueueFull`
        **Fires when**: `queue_jobs_waiting` > 1000

        ## Diagnosis
        ```bash
        redis-cli LLEN jobs
        ```

        ## The rule

        ```yaml
        - alert: QueueFull
          expr: queue_jobs_waiting > LIMIT
        ```
        """;

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL040", ProblemSeverity.Warning, "two thresholds for one alert or query",
            "One of them is old, and nobody can tell which: the reader waits for a number that will never come, or stops too soon.",
            "Write the number in one place; where both are right, say in which case each of them counts.",
            Stated.Replace("LIMIT", "500", StringComparison.Ordinal), Stated.Replace("LIMIT", "1000", StringComparison.Ordinal), s => Contradictions([s]))
        {
            FindAcross = library =>
                library.Subjects.Where(s => s.Team is not null).GroupBy(s => s.Team!, StringComparer.Ordinal).Where(t => t.Count() > 1)
                    .SelectMany(team => Contradictions([.. team])).Where(f => f.File is not null),
        },
    ];

    /// <param name="Of">The alert or the query, as it is told.</param>
    /// <param name="Kind">What may be compared with it: the same direction, the same unit, of queries the same text.</param>
    /// <param name="IsRatio">True where the number is that of an expression, which may say 0.05 where prose says 5 %.</param>
    sealed record Bound(Subject Subject, string Of, string Kind, double Number, bool IsRatio, int Line, string Quote);

    // Each flaw between two files names the second.
    static IEnumerable<Flaw> Contradictions(IReadOnlyList<Subject> subjects)
    {
        foreach (var bounds in subjects.SelectMany(BoundsOf).GroupBy(b => (b.Of, b.Kind)))
        {
            var first = bounds.First();
            foreach (var other in bounds.Where(b => !Agree(first, b)).DistinctBy(b => b.Subject))
            {
                var isAcross = other.Subject != first.Subject;
                var place = isAcross ? $"line {first.Line} of {first.Subject.Runbook.File}" : $"line {first.Line}";
                yield return new(other.Line,
                    $"{first.Of} has the threshold \"{other.Quote}\" here, and \"{first.Quote}\" in {place}") { File = isAcross ? other.Subject.Runbook.File : null };
            }
        }
    }

    static bool Agree(Bound one, Bound other) =>
        Same(one.Number, other.Number) || ((one.IsRatio || other.IsRatio) && (Same(one.Number * 100, other.Number) || Same(one.Number, other.Number * 100)));

    static bool Same(double one, double other) => Math.Abs(one - other) < 1e-9 * Math.Max(1, Math.Abs(one));

    static IEnumerable<Bound> BoundsOf(Subject subject) => Told(subject).Concat(Tabled(subject)).Concat(Ruled(subject)).Concat(Expected(subject)).OrderBy(b => b.Line);

    // What the procedure of one alert says of when it fires. A sentence with two numbers tells two cases apart.
    static IEnumerable<Bound> Told(Subject subject) =>
        from procedure in subject.Runbook.Procedures.Where(p => p.Alerts.Count == 1)
        from section in subject.Sections.Between(procedure.Line, procedure.EndLine).Where(s => !s.Value.IsEmpty && FiresWhen().IsMatch(s.Folded))
        from bound in Bounds(subject, procedure.Alerts[0], section.Value)
        select bound;

    static IEnumerable<Bound> Tabled(Subject subject)
    {
        foreach (var table in subject.Outline.Tables)
        {
            var (alert, condition) =
                (table.Header.ToList().FindIndex(h => h.Role == Role.Alert && !FiresWhen().IsMatch(h.Folded)),
                    table.Header.ToList().FindIndex(h => FiresWhen().IsMatch(h.Folded)));
            if (alert < 0 || condition < 0) continue;
            foreach (var row in table.Rows.Where(r => alert < r.Cells.Count && condition < r.Cells.Count && Titles.IsAlertName(r.Cells[alert].Plain)))
            {
                foreach (var bound in Bounds(subject, row.Cells[alert].Plain, row.Cells[condition])) yield return bound;
            }
        }
    }

    static IEnumerable<Bound> Bounds(Subject subject, string alert, Prose said)
    {
        var numbers = Comparison().Matches(said.Plain).Where(m => !Lasting().IsMatch(said.Plain[..m.Index])).ToList();
        if (numbers is [{ } only] && Read(only) is { } read) yield return new(subject, alert, read.Kind, read.Number, false, said.Line, only.Value.Trim());
    }

    static IEnumerable<Bound> Ruled(Subject subject) =>
        from step in subject.Steps.Where(s => s.Text.Contains("alert:", StringComparison.Ordinal) && s.Text.Contains("expr:", StringComparison.Ordinal))
        from rule in AlertRuleFile.Read("", step.Text).Rules
        let end = Thresholds.EndOf(rule.Expression)
        where end is not null
        let number = end.Value.Number
        // A ratio is told in per cent, a number as it is.
        from unit in number < 1 ? new[] { "%" } : new[] { "", "%" }
        select new Bound(subject, rule.Name, end.Value.Sign + unit, number, unit == "%", step.Line + rule.Line, end.Value.Text);

    // The same query, and two values at which all is well.
    static IEnumerable<Bound> Expected(Subject subject) =>
        from step in subject.Steps
        from command in step.Commands
        where command.Hint is { Number: not null, Kind: ExpectationKind.Above or ExpectationKind.AtLeast or ExpectationKind.Below or ExpectationKind.AtMost }
        // Told without its text, which may hold a password.
        select new Bound(subject, "this query", $"{command.Hint!.Kind} {command.Text}", command.Hint.Number!.Value, false, command.Hint.Line, command.Hint.Quote);

    static (string Kind, double Number)? Read(Match said)
    {
        if (!double.TryParse(said.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)) return null;
        var direction = Less().IsMatch(said.Groups["op"].Value) ? "<" : ">";
        var (unit, factor) = Thresholds.Unit(said.Groups["unit"].Value);
        return (direction + unit, number * factor);
    }

    [GeneratedRegex(
        @"^(fires when|triggers? when|alert condition|condition|thresholds?|fires (at|if)|schwelle\w*|bedingung|umbral(es)?|limiar(es)?|seuils?|sogli[ae]|condicion|"
        + @"condicao|salta cuando|dispara quando)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex FiresWhen();

    [GeneratedRegex(
        @"(?<op>[<>]=?|≥|≤|\b(above|over|more than|exceeds?|greater than|at least|below|under|less than|über|mehr als|unter|weniger als|más de|menos de|acima de|"
        + @"mais de|abaixo de|plus de|moins de|sopra|sotto))\s*(?<number>[0-9]+(\.[0-9]+)?)(?![\d.,:/])\s*(?<unit>%|percent|prozent|por ciento|por cento|ms|sec|seconds|"
        + @"s|minutes|min|k|MB|GB)?(?!\w)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^(<=?|≤|below|under|less than|unter|weniger als|menos de|abaixo de|moins de|sotto)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Less();

    // "for more than 5 minutes" says how long.
    [GeneratedRegex(@"\b(for|since|lasting|during|seit|durante|por|pendant|depuis|da)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Lasting();
}
