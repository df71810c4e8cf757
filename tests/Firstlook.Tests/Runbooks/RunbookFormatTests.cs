using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Runbooks;
using Firstlook.Testing;

namespace Firstlook.Tests.Runbooks;

/// <summary>The specification is its own test: each example of docs/runbook-format.md is read, and must say what stands below it.</summary>
public sealed partial class RunbookFormatTests
{
    const string Page = "../../../docs/runbook-format.md";

    [Fact]
    public void Each_example_of_the_specification_is_read_as_it_says()
    {
        var page = File.ReadAllText(Path.Combine(Fixtures.Folder, "..", Page));
        Assert.InRange(Example().Count(page), 10, 100);
        Golden.Matches(Example().Replace(page, m => $"````markdown\n{m.Groups["runbook"].Value}\n````\n\n```read\n{Projection(Documents.Read(m.Groups["runbook"].Value))}```"), Page);
    }

    static string Projection(Runbook runbook)
    {
        var text = new StringBuilder();
        foreach (var procedure in runbook.Procedures)
        {
            text.Append($"procedure {procedure.Title}: alerts [{string.Join(", ", procedure.Alerts)}], severity {procedure.Severity ?? "unknown"}\n");
            foreach (var symptom in procedure.Symptoms) text.Append($"  symptom{(symptom.Negative ? " that speaks against" : "")}: {symptom.Text}\n");
            foreach (var cause in procedure.Hypotheses) text.Append($"  cause {cause.Title}{(cause.When is null ? "" : $", only when {cause.When}")}\n");
            foreach (var step in procedure.Steps) Project(text, step);
            foreach (var check in procedure.Checks) text.Append($"  {check.Line} by hand, {check.Kind.Word()}: {check.Text}\n");
            foreach (var phase in procedure.Phases) text.Append($"  phase {phase.Title}: minute {phase.FromMinutes} to {phase.ToMinutes?.ToString(CultureInfo.InvariantCulture) ?? "the end"}\n");
            foreach (var dashboard in procedure.Dashboards) text.Append($"  dashboard {dashboard.Title} at {dashboard.Url}{(dashboard.Expect is null ? "" : $", where {dashboard.Expect}")}\n");
            foreach (var rule in procedure.Escalations) text.Append($"  escalate{(rule.AfterMinutes is { } minutes ? $" after {minutes} min" : "")}{(rule.Target is null ? "" : $" to {rule.Target}")}\n");
        }

        foreach (var step in runbook.GeneralSteps) Project(text, step);
        foreach (var level in runbook.SeverityPolicy) text.Append($"level {level.Label} = {level.Level}: acknowledge in {Minutes(level.RespondMinutes, level.RespondBusinessDays)}, resolve in {Minutes(level.ResolveMinutes, level.ResolveBusinessDays)}{(level.UpdateMinutes is { } update ? $", update every {update} min" : "")}\n");
        foreach (var channel in runbook.Channels) text.Append($"channel {channel.Name}{(channel.Level is null ? "" : $" for {channel.Level}")}{(channel.Purpose is null ? "" : $" ({channel.Purpose})")}\n");
        foreach (var rule in runbook.Escalations) text.Append($"escalate{(rule.AfterMinutes is { } minutes ? $" after {minutes} min" : "")}{(rule.Target is null ? "" : $" to {rule.Target}")}{(rule.Severity is null ? "" : $" for {rule.Severity}")}{(rule.Condition is null ? "" : $": {rule.Condition}")}\n");
        foreach (var contact in runbook.Contacts) text.Append($"contact {contact.Role}: {contact.Reach}\n");
        foreach (var template in runbook.Templates) text.Append($"template {template.Purpose}: fields [{string.Join(", ", template.Fields)}]\n");
        foreach (var section in runbook.PostmortemForm?.Sections ?? []) text.Append($"form {section.Title}{(section.Fields.IsEmpty ? "" : $": {string.Join("; ", section.Fields)}")}\n");
        foreach (var list in runbook.Checklists) text.Append($"checklist {list.Title}{(list.AfterIncident ? ", after an incident" : "")}: {string.Join("; ", list.Items)}\n");
        foreach (var metric in runbook.Metrics) text.Append($"track {metric.Name}{(metric.Target is null ? "" : $": {metric.Target}")}\n");
        foreach (var routine in runbook.Routines) text.Append($"{routine.Every}: {routine.Text}\n");
        foreach (var prohibition in runbook.Prohibitions) text.Append($"forbidden: {prohibition.Text}\n");
        return text.ToString();
    }

    static void Project(StringBuilder text, Step step)
    {
        text.Append($"  {step.Line} {step.Language.Word()} {step.Kind.Word()} {step.Effect.Word()}{(step.Inline ? " in the text" : "")}{(step.Manual ? " by hand" : "")}{(step.Cause is null ? "" : $" for {step.Cause}")}{(step.Target is null ? "" : $" on {step.Target}")}{(step.Undo is null ? "" : $" undone by: {step.Undo}")}\n");
        foreach (var command in step.Commands)
        {
            var needs = string.Join(", ", step.Inputs.Where(i => command.Inputs.Contains(i.Name)).Select(i => $"{i.Name} ({i.From})"));
            text.Append($"    {command.Text.Replace("\n", " ", StringComparison.Ordinal)}{(command.Hint is { } hint ? $" => {hint.Kind} {hint.Number}{hint.Literal}".TrimEnd() : "")}{(needs.Length > 0 ? $" needs {needs}" : "")}\n");
        }
    }

    static string Minutes(int? minutes, int? businessDays) => businessDays is { } days ? $"{days} business days" : minutes is { } known ? $"{known} min" : "no given time";

    [GeneratedRegex(@"````markdown\n(?<runbook>.*?)\n````\n\n```read\n.*?```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
