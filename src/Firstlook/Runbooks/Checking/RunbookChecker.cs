namespace Firstlook.Runbooks.Checking;

/// <summary>What a team's CI should say about a runbook. Pure: a runbook in, its problems out, sorted by line.</summary>
public static class RunbookChecker
{
    /// <summary>What the reader saw in passing, and what each rule finds.</summary>
    public static EquatableArray<Problem> Check(Runbook runbook) =>
        [.. runbook.Problems.Concat(Rules.All.SelectMany(r => r.Find(runbook).Select(f => new Problem(r.Code, r.Severity, f.Line, f.Message)))).OrderBy(p => p.Line).ThenBy(p => p.Code, StringComparer.Ordinal)];

    /// <summary>Why a code is reported and what to do about it.</summary>
    /// <returns>Null for a code that no rule has.</returns>
    public static (string Reason, string Fix)? Explain(string code) =>
        Rules.All.FirstOrDefault(r => r.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } rule ? (rule.Reason, rule.Fix) : ReaderCodes.Explain(code);
}
