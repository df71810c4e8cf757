using System.Text.Json;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>
/// Scores the reader against runbooks that another hand wrote and annotated before the reader had seen them. A step is found
/// where one of its form stands within two lines; a procedure by its alerts, its title or its steps.
/// </summary>
internal sealed class HeldOut
{
    int steps, foundSteps, readSteps, homes, languages, kinds, procedures, foundProcedures, readProcedures, severities, alerts, foundAlerts;

    /// <summary>Steps that change something and were taken for a read, or for nothing at all: they would run by themselves, or be overlooked.</summary>
    public List<string> Under { get; } = [];

    public static HeldOut Of(string folder) => Of(Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(file => (file, Path.ChangeExtension(file, ".json"))));

    public static HeldOut Of(IEnumerable<(string Runbook, string Annotation)> files)
    {
        var scored = new HeldOut();
        foreach (var (file, annotated) in files)
        {
            using var annotation = JsonDocument.Parse(File.ReadAllText(annotated));
            scored.Add(RunbookReader.Read(file, File.ReadAllBytes(file)), annotation.RootElement, Path.GetFileNameWithoutExtension(file));
        }

        return scored;
    }

    public IEnumerable<(string Name, double Value)> Figures =>
    [
        ("procedures", F1(foundProcedures, procedures, readProcedures)), ("steps", F1(foundSteps, steps, readSteps)), ("homes", Part(homes, foundSteps)), ("languages", Part(languages, foundSteps)),
        ("kinds", Part(kinds, foundSteps)), ("severities", Part(severities, procedures)), ("alerts", Part(foundAlerts, alerts)),
    ];

    static double Part(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    static double F1(int hit, int wanted, int got) => wanted + got == 0 ? 1 : 2.0 * hit / (wanted + got);

    void Add(Runbook runbook, JsonElement annotation, string name)
    {
        var wanted = annotation.GetProperty("incidents").EnumerateArray().ToList();
        var owners = wanted.Select(w => Owner(w, runbook)).ToList();
        procedures += wanted.Count;
        readProcedures += runbook.Procedures.Count;
        foundProcedures += owners.Where(o => o is not null).Distinct().Count();
        for (var i = 0; i < wanted.Count; i++)
        {
            var names = Strings(wanted[i], "alerts");
            alerts += names.Count;
            foundAlerts += names.Count(n => owners[i]?.Alerts.Contains(n) ?? false);
            if (owners[i] is { } owner && owner.Severity == wanted[i].GetProperty("severity").GetString()) severities++;
        }

        var read = runbook.AllSteps().ToList();
        readSteps += read.Count;
        var homed = wanted.SelectMany((w, i) => w.GetProperty("steps").EnumerateArray().Select(s => (Step: s, Owner: owners[i])));
        foreach (var (step, owner) in homed.Concat(annotation.GetProperty("other_steps").EnumerateArray().SelectMany(o => o.GetProperty("steps").EnumerateArray()).Select(s => (Step: s, Owner: (Procedure?)null))).OrderBy(s => Line(s.Step)))
        {
            steps++;
            var inline = step.TryGetProperty("inline", out var said) && said.GetBoolean();
            var found = read.Where(r => r.Inline == inline && Math.Abs(r.Line - Line(step)) <= 2).MinBy(r => Math.Abs(r.Line - Line(step)));
            if (step.GetProperty("effect").GetString() is "reversible" or "disruptive" or "destructive" && found is null or { Effect: Effect.None or Effect.Read }) Under.Add($"{name}:{Line(step)}");
            if (found is null) continue;
            read.Remove(found);
            foundSteps++;
            if (owner is null ? runbook.GeneralSteps.Contains(found) : owner.Steps.Contains(found)) homes++;
            if (SameLanguage(step.GetProperty("lang").GetString()!, found.Language.Word())) languages++;
            if (SameKind(step.GetProperty("kind").GetString()!, found.Kind.Word())) kinds++;
        }
    }

    static Procedure? Owner(JsonElement wanted, Runbook runbook)
    {
        var names = Strings(wanted, "alerts");
        var lines = wanted.GetProperty("steps").EnumerateArray().Select(Line).ToHashSet();
        var title = Letters(wanted.GetProperty("title").GetString()!);
        return runbook.Procedures.Select(p => (Procedure: p, Score: 2 * p.Alerts.Count(names.Contains) + (Letters(p.Title) is { Length: > 0 } t && (t.Contains(title, StringComparison.Ordinal) || title.Contains(t, StringComparison.Ordinal)) ? 3 : 0) + p.Steps.Count(s => lines.Contains(s.Line))))
            .Where(p => p.Score > 0).OrderByDescending(p => p.Score).Select(p => p.Procedure).FirstOrDefault();
    }

    static bool SameLanguage(string wanted, string got) => wanted == got || (NotRun(wanted) && NotRun(got));

    static bool NotRun(string language) => language is "text" or "output" or "template" or "json" or "yaml" or "ini" or "toml" or "hcl" or "diff";

    static bool SameKind(string wanted, string got) => wanted == got || (IsRun(got) ? wanted is "diagnostic" or "verification" && got is "diagnostic" or "verification" : wanted == "reference");

    static bool IsRun(string kind) => kind is "diagnostic" or "verification" or "action";

    static int Line(JsonElement step) => step.GetProperty("line").GetInt32();

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    static List<string> Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
}
