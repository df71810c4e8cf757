using System.Globalization;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What the runbook expects of a result ("should be &gt; 0", rows that should not exist), held or broken.</summary>
static class Expectations
{
    const double Broken = 0.8;

    /// <summary>Refutation outweighs support, by the factor of <see cref="Ranking"/>; that an expectation holds is milder than that it is broken.</summary>
    const double Held = -0.5;

    public static IEnumerable<Finding> Find(Evidence evidence)
    {
        foreach (var observation in evidence.Observations)
        {
            if (observation.Command.Hint is not { } hint || observation.Result.Outcome.Kind != OutcomeKind.Succeeded) continue;
            if (Judge(hint, observation) is not { } judged) continue;
            var cause = evidence.Procedure.Hypotheses.FirstOrDefault(hypothesis => hypothesis.Id == observation.Step.Cause);
            EquatableArray<Bearing> bearings = cause is null ? [] : [new Bearing(cause.Id, judged.Holds ? Held : Broken, hint.Quote, hint.Line)];
            yield return new Finding(judged.Claim, Family(observation), new CommandCitation(observation.Result.Command, observation.Command.Line), bearings);
        }
    }

    static string Family(Observation observation) =>
        observation.Command.Language == Effects.Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString();

    static (bool Holds, string Claim)? Judge(Expectation hint, Observation observation)
    {
        var output = observation.Result.Output;
        switch (hint.Kind)
        {
            case ExpectationKind.Nothing:
                return Found(hint, output) is { } found ? (found.Count == 0, $"{found.Shown} (\"{hint.Quote}\" expects none)") : null;
            case ExpectationKind.Shows:
                var shown = Texts(output).Any(text => text.Contains(hint.Literal!, StringComparison.Ordinal));
                return (shown, $"the output {(shown ? "shows" : "does not show")} {hint.Literal}");
            default:
                // No number is not nought: an empty vector judges nothing.
                if (Number(output) is not { } value || hint.Number is not { } bound) return null;
                var holds = hint.Kind switch
                {
                    ExpectationKind.Above => value > bound,
                    ExpectationKind.AtLeast => value >= bound,
                    ExpectationKind.Below => value < bound,
                    ExpectationKind.AtMost => value <= bound,
                    _ => value == bound,
                };
                return (holds, $"the value is {Shown(value)} (\"{hint.Quote}\")");
        }
    }

    /// <summary>How many of the things that should not exist there are.</summary>
    static (double Count, string Shown)? Found(Expectation hint, Output output)
    {
        if (output.Kind == OutputKind.Rows)
        {
            // "Check for deadlocks" over a table that has a column of that name: the column counts, not the rows.
            var named = output.Columns.AsSpan().ToArray().Index().FirstOrDefault(column => hint.Quote.Contains(column.Item, StringComparison.OrdinalIgnoreCase) && column.Item.Length > 3);
            if (named.Item is not null && output.Rows.Count > 0 && output.Rows.All(row => Numeric(row[named.Index]) is not null))
            {
                var sum = output.Rows.Sum(row => Numeric(row[named.Index])!.Value);
                return (sum, $"{named.Item} is {Shown(sum)}");
            }

            // SELECT count(*): the one number counts, not the one row.
            if (output is { Count: 1, Columns.Count: 1, Rows.Count: 1 } && output.Columns[0].Contains("count", StringComparison.OrdinalIgnoreCase) && Numeric(output.Rows[0][0]) is { } only)
                return (only, $"{Shown(only)} counted");
            return (output.Count, output.Count == 1 ? "1 row" : $"{output.Count} rows");
        }

        if (output.Kind == OutputKind.Lines) return (output.Count, output.Count == 1 ? "1 line" : $"{output.Count} lines");
        return Number(output) is { } value ? (value, $"the value is {Shown(value)}") : null;
    }

    static double? Number(Output output) => output switch
    {
        { Kind: OutputKind.Samples, Samples: [var sample] } => sample.Value,
        { Kind: OutputKind.Rows, Rows: [[var cell]] } => Numeric(cell),
        { Kind: OutputKind.Lines, Lines: [var line] } => Numeric(line.Trim()),
        _ => null,
    };

    static IEnumerable<string> Texts(Output output) => output.Kind switch
    {
        OutputKind.Lines => output.Lines,
        OutputKind.Rows => output.Rows.SelectMany(row => row).Where(cell => cell is not null).Select(cell => cell!),
        OutputKind.Samples => output.Samples.SelectMany(sample => sample.Labels.Select(label => label.Value)),
        _ => [],
    };

    static double? Numeric(string? cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Shown(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
