using Firstlook.Access;
using Firstlook.Effects;

namespace Firstlook.Looks;

/// <summary>What a command returned: bounded and masked before anybody sees it. A value, so that the same record gives the same answer.</summary>
/// <param name="Target">Name of the target it ran against.</param>
/// <param name="Ran">The exact text that ran, after the listed rewrites; equal to the runbook's where none applied.</param>
/// <param name="Rewrite">The sentence of the rewrite that was applied; null where none was.</param>
/// <param name="Masked">How many values were masked.</param>
public sealed record Result(
    CommandId Command,
    string Target,
    string Ran,
    string? Rewrite,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    Outcome Outcome,
    Output Output,
    int Masked);

/// <summary>How it ended. An error is no refutation of anything, though some errors are evidence.</summary>
/// <param name="Message">For a person: what went wrong and where; null where it succeeded.</param>
/// <param name="Exit">Exit code of the last program; null where there is none (SQL, PromQL).</param>
/// <param name="Code">The target's own error code (SQLSTATE, PromQL errorType, HTTP status); null where it succeeded.</param>
public sealed record Outcome(OutcomeKind Kind, string? Message = null, int? Exit = null, string? Code = null)
{
    public static Outcome Succeeded { get; } = new(OutcomeKind.Succeeded);
}

public enum OutcomeKind
{
    Succeeded,

    /// <summary>The target answered with an error, or a program ended with an exit code that means one.</summary>
    Failed,
    TimedOut,

    /// <summary>The target could not be reached.</summary>
    Unreachable,

    /// <summary>The executor would not run it: the message says why.</summary>
    Refused,
    Cancelled,
}

/// <summary>The data of a result. Exactly one of the lists is used, as <see cref="Kind"/> says.</summary>
/// <param name="Count">True count of samples, rows or lines, also of those not kept.</param>
/// <param name="Truncated">True where not everything was kept.</param>
public sealed record Output(
    OutputKind Kind,
    long Count,
    bool Truncated,
    EquatableArray<Sample> Samples = default,
    EquatableArray<string> Columns = default,
    EquatableArray<EquatableArray<string?>> Rows = default,
    EquatableArray<string> Lines = default,
    EquatableArray<string> Errors = default)
{
    public static Output None { get; } = new(OutputKind.None, 0, false);
}

public enum OutputKind
{
    None,

    /// <summary>An instant vector (or the last values of a range): <see cref="Output.Samples"/>.</summary>
    Samples,

    /// <summary>A table: <see cref="Output.Columns"/> and <see cref="Output.Rows"/>; SQL null is null.</summary>
    Rows,

    /// <summary>Text: <see cref="Output.Lines"/> of standard output and <see cref="Output.Errors"/> of standard error.</summary>
    Lines,
}

/// <param name="Labels">Sorted by name.</param>
/// <param name="Value">May be NaN or infinite, as Prometheus says.</param>
public sealed record Sample(EquatableArray<KeyValuePair<string, string>> Labels, double Value);
