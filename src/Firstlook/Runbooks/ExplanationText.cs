using System.Text;
using Firstlook.Effects;

namespace Firstlook.Runbooks;

/// <summary>The concise human form of <see cref="Explanation"/>.</summary>
internal static class ExplanationText
{
    public static string Of(Runbook runbook)
    {
        var text = new StringBuilder();
        text.AppendLine($"{runbook.Title}  ({runbook.File})");
        text.AppendLine($"{runbook.Procedures.Count} procedures, {runbook.GeneralSteps.Count} general steps, {runbook.SeverityPolicy.Count} severity levels, {runbook.Contacts.Count} contacts, {runbook.Templates.Count} templates");
        foreach (var procedure in runbook.Procedures) Procedure(text, procedure);
        if (!runbook.GeneralSteps.IsEmpty)
        {
            text.AppendLine().AppendLine("General steps");
            foreach (var step in runbook.GeneralSteps) Step(text, step);
        }

        foreach (var prohibition in runbook.Prohibitions) text.AppendLine($"  forbidden, line {prohibition.Line}: {prohibition.Text}");
        if (!runbook.Problems.IsEmpty) text.AppendLine();
        foreach (var problem in runbook.Problems) text.AppendLine($"{runbook.File}:{problem.Line}: {problem.Code} {problem.Severity.ToString().ToLowerInvariant()}: {problem.Message}");
        return text.ToString().TrimEnd();
    }

    static void Procedure(StringBuilder text, Procedure procedure)
    {
        text.AppendLine();
        text.AppendLine($"{procedure.Title}  [{procedure.Severity ?? "no severity"}]  line {procedure.Line}{(procedure.Alerts.IsEmpty ? "" : $"  alerts: {string.Join(", ", procedure.Alerts)}")}");
        foreach (var hypothesis in procedure.Hypotheses) text.AppendLine($"  cause: {hypothesis.Title}{(hypothesis.When is null ? "" : $" (only when {hypothesis.When})")}");
        foreach (var step in procedure.Steps) Step(text, step);
        foreach (var rule in procedure.Escalations) text.AppendLine($"  escalate{(rule.AfterMinutes is { } minutes ? minutes == 0 ? " at once" : $" after {minutes} min" : "")}{(rule.Target is null ? "" : $" to {rule.Target}")}{(rule.Condition is null ? "" : $": {rule.Condition}")}");
    }

    static void Step(StringBuilder text, Step step)
    {
        if (step.Commands.IsEmpty)
        {
            text.AppendLine($"  {step.Line,4}  {(step.Manual ? "by hand" : step.Kind.Word()),-16} {step.Title}");
            return;
        }

        foreach (var command in step.Commands) text.AppendLine($"  {command.Line,4}  {command.Effect.Word(),-12} {command.Runs,-15} {FirstLine(command.Text)}");
    }

    static string FirstLine(string text)
    {
        const int Width = 100;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? text : text[..end] + " …";
        return line.Length <= Width ? line : line[..Width] + "…";
    }
}
