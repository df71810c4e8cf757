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
        }

        foreach (var step in runbook.GeneralSteps) Project(text, step);
        foreach (var level in runbook.SeverityPolicy) text.Append($"level {level.Label} = {level.Level}: acknowledge in {Minutes(level.RespondMinutes)}, resolve in {Minutes(level.ResolveMinutes)}\n");
        foreach (var contact in runbook.Contacts) text.Append($"contact {contact.Role}: {contact.Reach}\n");
        foreach (var template in runbook.Templates) text.Append($"template {template.Purpose}: fields [{string.Join(", ", template.Fields)}]\n");
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

    static string Minutes(int? minutes) => minutes is { } known ? $"{known} min" : "no given time";

    [GeneratedRegex(@"````markdown\n(?<runbook>.*?)\n````\n\n```read\n.*?```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
