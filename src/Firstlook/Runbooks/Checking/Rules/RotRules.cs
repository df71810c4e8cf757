namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Steps that worked once. What is rotten is learnt by trying them, outside of the check; here it only gets its place.</summary>
internal static class RotRules
{
    const string Tried = "# QueueFull\n\n**Severity**: high\n\n## Diagnosis\n```promql\nqueue_jobs_waiting\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL048", ProblemSeverity.Warning, "a step that failed when it was last rehearsed",
            "It will fail in the incident too, or show an empty page that looks like good news.", "Correct the step, or take it out; firstlook rehearse tries it again.",
            Tried, Tried.Replace("queue_jobs_waiting", "queue_length", StringComparison.Ordinal),
            s => s.Request.Rot.Where(r => r.File == s.Runbook.File).Select(r => new Flaw(r.Line, $"{r.What} ({r.Seen:yyyy-MM-dd})"))),
    ];
}
