using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>Whether a result is as the runbook expects it.</summary>
/// <param name="Claim">With its figures, and the runbook's words.</param>
/// <param name="SinceReset">True where the figure has been counted since some reset, so that it tells little of now.</param>
sealed partial record Judgement(bool Holds, string Claim, bool SinceReset = false)
{
    /// <summary>A query that runs at least this long is a long-running one.</summary>
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <returns>Null where the result does not answer the question. No number is not nought: an empty vector, or 0/0, judges nothing.</returns>
    public static Judgement? Of(Expectation hint, Observation observation) => hint.Kind switch
    {
        ExpectationKind.Nothing => Nothing(hint, observation),
        ExpectationKind.Shows => Shows(hint, observation.Result.Output),
        _ => Bound(hint, observation.Result.Output),
    };

    static Judgement? Bound(Expectation hint, Output output)
    {
        if (Number(output) is not { } value || hint.Number is not { } bound) return null;
        var holds = hint.Kind switch
        {
            ExpectationKind.Above => value > bound,
            ExpectationKind.AtLeast => value >= bound,
            ExpectationKind.Below => value < bound,
            ExpectationKind.AtMost => value <= bound,
            _ => value == bound,
        };
        return new Judgement(holds, $"the value is {Shown(value)} (\"{hint.Quote}\")");
    }

    /// <summary>A list shows where each of its items does: programs print them in their own brackets and quotes.</summary>
    static Judgement? Shows(Expectation hint, Output output)
    {
        if (output.Kind == OutputKind.None || hint.Literal is not { Length: > 0 } literal) return null;
        var texts = Texts(output).ToArray();
        var items = literal is ['[', .., ']'] ? literal[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [literal];
        var shown = items.All(item => texts.Any(text => text.Contains(item.Trim('"', '\''), StringComparison.Ordinal)));
        return new Judgement(shown, $"the output {(shown ? "shows" : "does not show")} {literal}");
    }

    static Judgement? Nothing(Expectation hint, Observation observation)
    {
        var output = observation.Result.Output;
        return output.Kind switch
        {
            OutputKind.Rows => Rows(hint, observation, output),
            OutputKind.Lines => Expects(hint, output.Count, Wording.Count(output.Count, "line")),
            // Several series: those that are not nought are there.
            OutputKind.Samples when output.Samples.Count > 1 =>
                output.Samples.Count(sample => double.IsFinite(sample.Value) && sample.Value != 0) is var there
                    ? Expects(hint, there, $"{there} of {output.Count} series are not 0") : null,
            _ => Number(output) is { } value ? Expects(hint, value, $"the value is {Shown(value)}") : null,
        };
    }

    static Judgement? Rows(Expectation hint, Observation observation, Output output)
    {
        // The evidence is no longer kept: one row may have been a count of nought.
        if (output.Rows.IsEmpty && output.Count > 0) return null;

        // "Check for deadlocks" over a table that has a column of that name: the column counts, not the rows.
        var named = output.Columns.AsSpan().ToArray().Index()
            .FirstOrDefault(column => column.Item.Length > 3 && hint.Quote.Contains(column.Item, StringComparison.OrdinalIgnoreCase));
        if (named.Item is not null && !output.Rows.IsEmpty && output.Rows.All(row => Numeric(Cell(row, named.Index)) is not null))
        {
            var values = output.Rows.Select(row => Numeric(Cell(row, named.Index))!.Value).ToArray();
            var sum = values.Sum();
            var since = Statistics().IsMatch(observation.Command.Text);
            return Expects(hint, values.Count(value => value != 0), $"{named.Item} is {Shown(sum)}{(since ? " since the statistics were reset" : "")}") with { SinceReset = since };
        }

        // SELECT count(*): the one number counts, not the one row.
        if (output is { Count: 1, Columns.Count: 1, Rows.Count: 1 }
            && (output.Columns[0].Contains("count", StringComparison.OrdinalIgnoreCase) || Counts().IsMatch(observation.Command.Text))
            && Numeric(Cell(output.Rows[0], 0)) is { } only)
            return Expects(hint, only, $"{Shown(only)} counted");

        if (LongRunning().IsMatch(hint.Quote) && !FiltersByTime().IsMatch(observation.Command.Text)) return LongRows(hint, output);
        return PassingWaits.Count(observation.Result) is > 0 and var passing
            ? Expects(hint, output.Count - passing, $"{output.Count - passing} of {Wording.Count(output.Count, "row")} waiting for longer than a moment")
            : Expects(hint, output.Count, Wording.Count(output.Count, "row"));
    }

    /// <summary>A list of all that runs, longest first, always holds something, at least itself: what counts is how long.</summary>
    static Judgement? LongRows(Expectation hint, Output output)
    {
        if (output.Rows.IsEmpty) return Expects(hint, 0, "0 rows");
        var durations = Enumerable.Range(0, output.Columns.Count)
            .Where(column =>
                output.Rows.All(row => Cell(row, column) is not { } cell || Duration(cell) is not null) && output.Rows.Any(row => Cell(row, column) is not null))
            .ToArray();
        if (durations is not [var at, ..]) return null;
        var count = output.Rows.Count(row => Cell(row, at) is { } cell && Duration(cell) >= Long);
        return Expects(hint, count, $"{count} of {Wording.Count(output.Count, "row")} {(count == 1 ? "has" : "have")} run for a minute or longer");
    }

    static Judgement Expects(Expectation hint, double count, string shown) => new(count == 0, $"{shown} (\"{hint.Quote}\" expects none)");

    public static double? Number(Output output) => Baselines.Measures.Number(output);

    static IEnumerable<string> Texts(Output output) => output.Kind switch
    {
        OutputKind.Lines => output.Lines,
        OutputKind.Rows => output.Rows.SelectMany(row => row).Where(cell => cell is not null).Select(cell => cell!),
        OutputKind.Samples => output.Samples.SelectMany(sample => sample.Labels.Select(label => label.Value)),
        _ => [],
    };

    static string? Cell(EquatableArray<string?> row, int column) => column < row.Count ? row[column] : null;

    static double? Numeric(string? cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>PostgreSQL's intervals: <c>00:00:01.25</c>, <c>-00:00:00.1</c>, <c>2 days 03:00:00</c>.</summary>
    static TimeSpan? Duration(string cell)
    {
        var match = Interval().Match(cell);
        if (!match.Success) return null;
        var days = match.Groups["days"].Success ? double.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture) : 0;
        var hours = double.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture);
        var minutes = double.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture);
        var seconds = double.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture);
        var total = (((days * 24) + hours) * 60 + minutes) * 60 + seconds;
        return TimeSpan.FromSeconds(Math.Min(match.Groups["minus"].Success ? -total : total, 1e9));
    }

    static string Shown(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^((?<days>[0-9]{1,6})[ .](days? )?)?(?<minus>-)?(?<hours>[0-9]{1,6}):(?<minutes>[0-9][0-9]):(?<seconds>[0-9][0-9](\.[0-9]{1,9})?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Interval();

    /// <summary>Views that count since a reset (PostgreSQL manual, 28.2; MySQL's SHOW GLOBAL STATUS). Not pg_stat_activity, which is of now.</summary>
    [GeneratedRegex(@"\bpg_stat_(?!activity|replication|progress|ssl|gssapi|wal_receiver|subscription\b)\w+|\bpg_statio_\w+|\bshow\s+(global\s+)?status\b|\bperformance_schema\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Statistics();

    [GeneratedRegex(@"^\s*(--[^\n]*\n\s*)*select\s+count\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Counts();

    [GeneratedRegex(@"\blong[- ]running\b|\bslow(est)?\b|\blongest\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LongRunning();

    [GeneratedRegex(@"[<>]\s*=?\s*(interval\b|'[^']*(sec|min|hour|day)|now\s*\(|current_timestamp|\d)|\binterval\s*'[^']*'\s*[<>)]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FiltersByTime();
}
