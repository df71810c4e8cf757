using System.Globalization;
using Firstlook.Looks;

namespace Firstlook.Baselines;

public enum RotKind
{
    /// <summary>The target answers with an error.</summary>
    Error,

    /// <summary>A metric, table, column or function that it names is not there.</summary>
    Gone,

    /// <summary>Nothing, where it used to return something.</summary>
    Empty,

    /// <summary>The target could not be reached.</summary>
    Unreachable,

    /// <summary>It did not end within its time limit.</summary>
    Slow,

    /// <summary>It may not run as the target is set up.</summary>
    Refused,
}

/// <summary>Why a read will not help in an incident.</summary>
/// <param name="What">One sentence without a full stop.</param>
public sealed record Rot(RotKind Kind, string What)
{
    /// <summary>PostgreSQL manual, appendix A: undefined_table, undefined_column, undefined_function, undefined_object, invalid_schema_name.</summary>
    static readonly string[] Undefined = ["42P01", "42703", "42883", "42704", "3F000"];

    /// <param name="before">What it returned in earlier rehearsals.</param>
    /// <param name="unknown">Metrics that it names and that the target knows no series of.</param>
    /// <returns>Null where it is sound.</returns>
    public static Rot? Of(Result result, Baseline before, EquatableArray<string> unknown) => result.Outcome switch
    {
        { Kind: OutcomeKind.Succeeded } when result.Output.Count > 0 => null,
        { Kind: OutcomeKind.Succeeded } when !unknown.IsEmpty => new Rot(RotKind.Gone, $"{result.Target} knows no series {string.Join(" and ", unknown)}"),
        { Kind: OutcomeKind.Succeeded } => Emptied(before),
        { Kind: OutcomeKind.TimedOut } timedOut => new Rot(RotKind.Slow, $"slower than its time limit: {timedOut.Message}"),
        { Kind: OutcomeKind.Unreachable } unreachable => new Rot(RotKind.Unreachable, Said(unreachable)),
        { Kind: OutcomeKind.Refused } refused => new Rot(RotKind.Refused, Said(refused)),
        { Kind: OutcomeKind.Failed, Code: { } code } failed when Undefined.Contains(code) => new Rot(RotKind.Gone, $"what it asks for is gone: {Said(failed)}"),
        { Kind: OutcomeKind.Failed } failed => new Rot(RotKind.Error, $"it fails: {Said(failed)}"),
        _ => null,
    };

    /// <summary>Empty is no rot where it was so before: nine of ten rehearsals must have returned something.</summary>
    static Rot? Emptied(Baseline before)
    {
        double[] counts = [.. before.Courses.Where(course => course.Quantity.Kind == QuantityKind.Count).SelectMany(course => course.All).Order()];
        return counts.Length >= Baseline.Enough && RobustRange.Quantile(counts, 0.1) >= 1
            ? new Rot(RotKind.Empty,
                string.Create(CultureInfo.InvariantCulture,
                    $"empty, where {before.Runs} rehearsals returned something (usually {RobustRange.Quantile(counts, 0.5):0.#})"))
            : null;
    }

    /// <summary>Longer messages are not told apart better.</summary>
    const int Longest = 300;

    static string Said(Outcome outcome)
    {
        var message = (outcome.Message ?? "no reason given").ReplaceLineEndings(" ");
        return message.Length > Longest ? message[..Longest] + "…" : message;
    }
}
