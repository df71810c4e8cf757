namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>The comments that silence other rules.</summary>
internal static class SilenceRules
{
    const string Silenced = "# QueueFull\n\n## Diagnosis\n\n<!-- firstlook: ignore FL028 REASON -->\n```bash\nping db-1\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        // Found by Silences, when all other rules have spoken.
        new(Silences.Code, ProblemSeverity.Info, "a silence that says nothing",
            "A silence that is no longer needed hides the next finding; one without a reason is not understood next year.",
                "Take the comment out, correct the code, or add the reason.",
            Silenced.Replace("REASON ", "", StringComparison.Ordinal), Silenced.Replace("REASON", "somebody must watch it", StringComparison.Ordinal), _ => []),
    ];
}
