namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>The smallest runbook around a block, for what a rule finds and what it leaves in peace.</summary>
internal static class Samples
{
    public static string Fenced(string text, string tag = "bash", string heading = "Diagnosis", string title = "QueueFull") =>
        $"# {title}\n\n**Severity**: high\n\n## {heading}\n```{tag}\n{text}\n```\n";
}
