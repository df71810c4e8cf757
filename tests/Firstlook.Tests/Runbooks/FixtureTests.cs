using System.Text.Json;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>
/// Runbooks in the layouts that teams write, each beside an annotation (<c>NAME.json</c>) that says by line what a reader should see:
/// procedures with alerts, severity and the number of symptoms and causes; steps with language, kind, placeholders and number of commands.
/// </summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Fixtures.Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reader_sees_what_the_annotation_says(string name)
    {
        var (runbook, annotation) = Load(name);
        Assert.Equal(string.Join('\n', Wanted(annotation)), string.Join('\n', Seen(runbook)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_changes_the_system_is_taken_for_a_read(string name)
    {
        var (runbook, annotation) = Load(name);
        var changing = StepsOf(annotation).Where(s => s.GetProperty("effect").GetString() is "reversible" or "disruptive" or "destructive").Select(s => s.GetProperty("line").GetInt32()).ToHashSet();
        Assert.DoesNotContain(runbook.AllSteps(), s => changing.Contains(s.Line) && s.Effect is Effect.None or Effect.Read && changing.Contains(s.Line));
    }

    static (Runbook Runbook, JsonElement Annotation) Load(string name) =>
        (RunbookReader.Read(name + ".md", File.ReadAllBytes(Path.Combine(Fixtures.Folder, name + ".md"))), JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures.Folder, name + ".json"))).RootElement);

    static IEnumerable<string> Wanted(JsonElement annotation)
    {
        foreach (var incident in annotation.GetProperty("incidents").EnumerateArray())
        {
            var alerts = string.Join(",", incident.GetProperty("alerts").EnumerateArray().Select(a => a.GetString()));
            var causes = incident.GetProperty("n_hypotheses").GetInt32();
            yield return $"procedure at {incident.GetProperty("line")}: [{alerts}] {incident.GetProperty("severity")} symptoms={incident.GetProperty("n_symptom_bullets")} causes={(causes == 0 ? "any" : causes)} escalates={incident.GetProperty("has_escalation").GetBoolean()}";
            foreach (var step in incident.GetProperty("steps").EnumerateArray()) yield return "  " + WantedStep(step);
        }

        foreach (var step in annotation.GetProperty("other_steps").EnumerateArray().SelectMany(o => o.GetProperty("steps").EnumerateArray())) yield return "general " + WantedStep(step);
        foreach (var level in annotation.GetProperty("severity_policy").EnumerateArray()) yield return $"level {level.GetProperty("level")}: {level.GetProperty("respond_minutes")} {level.GetProperty("resolve_minutes")}";
        yield return $"contacts={annotation.GetProperty("contacts")} templates={annotation.GetProperty("templates")} postmortem={annotation.GetProperty("postmortem_template").GetBoolean()}";
    }

    static string WantedStep(JsonElement step)
    {
        var placeholders = string.Join(",", step.GetProperty("placeholders").EnumerateArray().Select(p => p.GetString()));
        return $"{step.GetProperty("line")}{(step.GetProperty("inline").GetBoolean() ? " inline" : "")} {Family(step.GetProperty("lang").GetString()!)} {step.GetProperty("kind")} commands={step.GetProperty("commands")} [{placeholders}]";
    }

    static IEnumerable<string> Seen(Runbook runbook)
    {
        using var annotation = JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures.Folder, Path.ChangeExtension(runbook.File, ".json"))));
        var countsCauses = annotation.RootElement.GetProperty("incidents").EnumerateArray().Where(i => i.GetProperty("n_hypotheses").GetInt32() > 0).Select(i => i.GetProperty("line").GetInt32()).ToHashSet();
        foreach (var procedure in runbook.Procedures)
        {
            var symptoms = procedure.Symptoms.Count + procedure.Hypotheses.Sum(h => h.Symptoms.Count);
            yield return $"procedure at {procedure.Line}: [{string.Join(",", procedure.Alerts)}] {procedure.Severity} symptoms={symptoms} causes={(countsCauses.Contains(procedure.Line) ? procedure.Hypotheses.Count : "any")} escalates={!procedure.Escalations.IsEmpty}";
            foreach (var step in procedure.Steps) yield return "  " + Seen(step);
        }

        foreach (var step in runbook.GeneralSteps) yield return "general " + Seen(step);
        foreach (var level in runbook.SeverityPolicy) yield return $"level {level.Level}: {level.RespondMinutes} {level.ResolveMinutes}";
        yield return $"contacts={runbook.Contacts.Count} templates={runbook.Templates.Count} postmortem={runbook.PostmortemForm is not null}";
    }

    static string Seen(Step step) => $"{step.Line}{(step.Inline ? " inline" : "")} {Family(step.Language.Word())} {step.Kind.Word()} commands={step.Commands.Count} [{string.Join(",", step.Placeholders)}]";

    // What is not run is one family: whether a message is text or a template matters to nobody.
    static string Family(string language) => language is "text" or "output" or "template" or "json" or "yaml" or "ini" or "toml" or "hcl" or "nginx" or "xml" or "diff" or "java" or "go" ? "text" : language;

    static IEnumerable<JsonElement> StepsOf(JsonElement annotation) =>
        annotation.GetProperty("incidents").EnumerateArray().Concat(annotation.GetProperty("other_steps").EnumerateArray()).SelectMany(i => i.GetProperty("steps").EnumerateArray());
}
