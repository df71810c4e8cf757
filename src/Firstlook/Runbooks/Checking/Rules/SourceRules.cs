namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>What was asked for and could not be looked at: a check that leaves it out in silence would be believed.</summary>
internal static class SourceRules
{
    const string Small = "# QueueFull\n\n**Severity**: high\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL081", ProblemSeverity.Error, "a file that could not be read",
            "Nothing is known of what stands in it, neither here nor when an alert comes.", "Make it readable for whoever runs the check, or split it where it is too large.",
            Small, Small.Replace("high", "low", StringComparison.Ordinal), _ => [])
        {
            FindAcross = library => library.Request.Unread.Select(unread => new Flaw(1, unread.Why) { File = unread.File }),
        },
    ];
}
