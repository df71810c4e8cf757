using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.App.Web.Views;

/// <summary>The smallest part of an output that shows what it says.</summary>
public abstract record Proof
{
    Proof()
    {
    }

    /// <summary>Rows, bars or lines shown at most.</summary>
    const int Most = 5;

    /// <param name="Parts">Largest first.</param>
    /// <param name="More">How many are not shown.</param>
    public sealed record Bars(EquatableArray<Bar> Parts, long More) : Proof;

    /// <param name="Share">Of the sum of all that is finite and not negative, 0 to 1; null where there is no such sum.</param>
    public sealed record Bar(string Name, string Value, double? Share);

    public sealed record Number(string Value) : Proof;

    /// <param name="Count">The true count.</param>
    public sealed record Table(EquatableArray<string> Columns, EquatableArray<EquatableArray<string?>> Rows, long Count) : Proof;

    /// <param name="Errors">The first lines of standard error.</param>
    public sealed record Log(EquatableArray<EquatableArray<Piece>> Lines, long Count, EquatableArray<string> Errors) : Proof;

    /// <param name="Matches">True for what the runbook told us to look for.</param>
    public readonly record struct Piece(string Text, bool Matches);

    /// <param name="Expected">True where the runbook expects exactly this.</param>
    public sealed record Empty(string Text, bool Expected) : Proof;

    /// <summary>The output is no longer kept; its summary and hash are.</summary>
    public sealed record Gone : Proof;

    /// <returns>Null where there is nothing to show: it has not run, or it ended without an output.</returns>
    public static Proof? Of(Card card, IReadOnlyCollection<string> wanted)
    {
        if (card.Result is null) return null;
        if (card.Output is not { } output) return card.Result.Kind == OutputKind.None ? null : new Gone();
        var fine = card.Result.Outcome.Kind == OutcomeKind.Succeeded;
        return output.Kind switch
        {
            OutputKind.Samples when output.Samples.IsEmpty => fine ? Nothing("no data", card) : null,
            OutputKind.Samples when output.Samples is [{ Labels.IsEmpty: true } only] => new Number(Summaries.Number(only.Value)),
            OutputKind.Samples => Breakdown(output),
            OutputKind.Rows when output.Count == 0 => fine ? Nothing("0 rows", card) : null,
            OutputKind.Rows => new Table(output.Columns, output.Rows.Take(Most).ToEquatableArray(), output.Count),
            OutputKind.Lines when output.Count == 0 && output.Errors.IsEmpty => fine ? Nothing("0 lines", card) : null,
            OutputKind.Lines => new Log(output.Lines.Take(Most).Select(line => Marked(line, wanted)).ToEquatableArray(), output.Count, output.Errors.Take(Most).ToEquatableArray()),
            _ => null,
        };
    }

    static Empty Nothing(string what, Card card) =>
        card.Command.Hint?.Kind == ExpectationKind.Nothing ? new Empty($"{what} (expected 0)", true)
        : card.Command.Hint is { Kind: ExpectationKind.Above or ExpectationKind.AtLeast or ExpectationKind.Shows } hint
            ? new Empty($"{what} (the runbook: “{Visible.Short(hint.Quote, 80)}”)", false)
        : new Empty(what, false);

    static Bars Breakdown(Output output)
    {
        var total = output.Samples.Where(sample => double.IsFinite(sample.Value) && sample.Value > 0).Sum(sample => sample.Value);
        var parts = output.Samples
            .OrderByDescending(sample => double.IsFinite(sample.Value) ? sample.Value : double.MinValue)
            .Take(Most)
            .Select(sample => new Bar(
                sample.Labels.IsEmpty ? "(no labels)" : Summaries.Labels(sample), Summaries.Number(sample.Value),
                total > 0 && double.IsFinite(sample.Value) && sample.Value >= 0 ? sample.Value / total : null));
        return new Bars(parts.ToEquatableArray(), Math.Max(0, output.Count - Math.Min(Most, output.Samples.Count)));
    }

    /// <summary>The words the procedure speaks of, wherever they stand in a line. Words of fewer than three letters mark too much.</summary>
    static EquatableArray<Piece> Marked(string line, IReadOnlyCollection<string> wanted)
    {
        var shown = Visible.Short(line, 400);
        var marks = new bool[shown.Length];
        foreach (var word in wanted.Where(word => word.Length >= 3))
            for (var at = shown.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = shown.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
                marks.AsSpan(at, word.Length).Fill(true);
        var pieces = new List<Piece>();
        for (int start = 0, end; start < shown.Length; start = end)
        {
            end = start + 1;
            while (end < shown.Length && marks[end] == marks[start]) end++;
            pieces.Add(new Piece(shown[start..end], marks[start]));
        }

        return pieces.ToEquatableArray();
    }

    /// <summary>What the procedure tells us to look for: the literals of its symptoms and of its hypotheses.</summary>
    public static IReadOnlyCollection<string> Wanted(Procedure procedure) =>
        [.. procedure.Symptoms.Concat(procedure.Hypotheses.SelectMany(hypothesis => hypothesis.Symptoms)).SelectMany(symptom => symptom.Literals)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
}
