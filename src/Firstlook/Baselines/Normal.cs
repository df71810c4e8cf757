using System.Globalization;
using Firstlook.Looks;

namespace Firstlook.Baselines;

/// <summary>What a command returns in peacetime at one hour of the day. A value: what an incident keeps of a baseline.</summary>
/// <param name="Runs">Rehearsals it was learnt from.</param>
/// <param name="Whole">True where every series and group that was ever seen is known.</param>
public sealed record Normal(OutputKind Output, int Runs, bool Whole, EquatableArray<Usual> Usuals)
{
    /// <summary>Part of a whole from which a group that was never seen before is worth a word.</summary>
    const double Noticeable = 0.1;

    /// <summary>The result against what is usual: what is unusual first, of that the one number or count before its parts, and what has grown before what has shrunk by
    /// that.</summary>
    public EquatableArray<Comparison> Compare(Result result, string text)
    {
        if (Runs < Baseline.Enough) return [];
        var usuals = Usuals.ToDictionary(usual => usual.Quantity);
        return Measures.Of(result, text)
            .Select(measured =>
                usuals.TryGetValue(measured.Quantity, out var usual) ? new Comparison(usual, measured.Value, result.Output.Kind) : Unseen(measured, result.Output.Kind))
            .Where(one => one is not null).Select(one => one!)
            .OrderByDescending(one => one.IsOutside).ThenBy(one => one.Rank).ThenByDescending(one => one.Now > one.Usual.High).ThenByDescending(one => one.Distance)
            .ToEquatableArray();
    }

    Comparison? Unseen(Measured measured, OutputKind kind) =>
        Whole && measured is { Quantity: { Kind: QuantityKind.Share, Of.Length: > 0 }, Value: >= Noticeable } && Usuals.Any(usual => usual.Quantity.Kind == QuantityKind.Share)
            ? new Comparison(new Usual(measured.Quantity, 0, 0, 0, Runs, null), measured.Value, kind) { IsNew = true }
            : null;
}

/// <summary>What is usual of one quantity.</summary>
/// <param name="Low">Inclusive.</param>
/// <param name="High">Inclusive.</param>
/// <param name="Runs">How many values it was learnt from.</param>
/// <param name="Hour">Of the day (UTC) that it is the usual of; null where the hour makes no difference, or too little is known of it.</param>
public sealed record Usual(Quantity Quantity, double Low, double Median, double High, int Runs, int? Hour)
{
    /// <summary>Seconds below which nobody minds how long a command took.</summary>
    const double Unnoticed = 0.5;

    public bool Holds(double now) => Quantity.Kind == QuantityKind.Seconds ? now <= Math.Max(High, Unnoticed) : now >= Low && now <= High;
}

/// <summary>One quantity of a result beside what is usual.</summary>
/// <param name="Output">What is counted where it is a count.</param>
public sealed record Comparison(Usual Usual, double Now, OutputKind Output)
{
    /// <summary>True where it was never measured before.</summary>
    public bool IsNew { get; init; }

    public bool IsOutside => !Usual.Holds(Now);

    /// <summary>From the median, in widths of what is usual.</summary>
    internal double Distance => Math.Abs(Now - Usual.Median) / Math.Max(Usual.High - Usual.Low, double.Epsilon);

    internal int Rank => Usual.Quantity switch
    {
        // One row or line, as ever: its number says more than that it is one.
        { Kind: QuantityKind.Count } when Now == 1 && Usual is { Low: 1, High: 1 } => 5,
        { Kind: QuantityKind.Value, Of: "" } => 0,
        { Kind: QuantityKind.Count } => 1,
        { Kind: QuantityKind.Share } => 2,
        { Kind: QuantityKind.Value } => 3,
        _ => 4,
    };

    /// <summary>For people: <c>normally 0 rows, now 14</c>; <c>queue=critical: normally 0–5, now 400</c>.</summary>
    public string Sentence => IsNew
        ? $"{Usual.Quantity.Of}: never seen in {Usual.Runs} rehearsals, now {Percent(Now)} %"
        : $"{Measured}normally {Normally}{(Usual.Hour is { } hour ? $" at {hour:00} h UTC" : "")}, now {Value}";

    string Measured => Usual.Quantity.Of.Length > 0 ? $"{Usual.Quantity.Of}: " : Usual.Quantity.Kind == QuantityKind.Seconds ? "time taken: " : "";

    /// <summary><c>0–5 rows</c>.</summary>
    public string Normally => Usual.Quantity.Kind switch
    {
        QuantityKind.Count => $"{Span(Summaries.Number)} {Counted}",
        QuantityKind.Share => $"{Span(Percent)} %",
        QuantityKind.Seconds => $"{Span(Seconds)} s",
        _ => Span(Summaries.Number),
    };

    string Value => Usual.Quantity.Kind switch
    {
        QuantityKind.Share => $"{Percent(Now)} %",
        QuantityKind.Seconds => $"{Seconds(Now)} s",
        _ => Summaries.Number(Now),
    };

    string Counted =>
        (Output switch { OutputKind.Rows => "row", OutputKind.Lines => "line", _ => "series" }) is var one && (one == "series" || Usual is { Low: 1, High: 1 })
            ? one : one + "s";

    string Span(Func<double, string> shown) => shown(Usual.Low) is var low && shown(Usual.High) is var high && low == high ? low : $"{low}–{high}";

    static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture);

    static string Seconds(double seconds) => seconds.ToString(seconds < 1 ? "0.00" : "0.#", CultureInfo.InvariantCulture);
}
