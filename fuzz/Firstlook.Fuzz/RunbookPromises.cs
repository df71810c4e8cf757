using System.Text;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Fuzz;

/// <summary>What <see cref="RunbookReader"/> promises of any text.</summary>
static class RunbookPromises
{
    /// <returns>Null where all are kept.</returns>
    public static string? Broken(string text)
    {
        try
        {
            // Of the processor, not of the clock: other work on the machine breaks no promise of ours.
            var before = Environment.CpuUsage.TotalTime;
            var runbook = RunbookReader.Read("fuzzed.md", Encoding.UTF8.GetBytes(text));
            var lines = runbook.Text.Count(c => c == '\n') + 1;
            var steps = runbook.Procedures.SelectMany(p => p.Steps).Concat(runbook.GeneralSteps).ToList();
            var spans = runbook.Procedures.Select(p => (p.Line, p.EndLine)).Concat(runbook.Procedures.SelectMany(p => p.Hypotheses).Select(h => (h.Line, h.EndLine)))
                .Concat(steps.Select(s => (s.Line, s.EndLine))).Concat(steps.SelectMany(s => s.Commands).Select(c => (c.Line, EndLine: c.Line))).Concat(runbook.Problems.Select(p => (p.Line, EndLine: p.Line)))
                .Concat(runbook.Procedures.SelectMany(p => p.Checks).Select(c => c.Line).Concat(runbook.Procedures.SelectMany(p => p.Phases).Select(p => p.Line)).Concat(runbook.Procedures.SelectMany(p => p.Dashboards).Select(d => d.Line))
                    .Concat(runbook.Contacts.Select(c => c.Line)).Concat(runbook.SeverityPolicy.Select(s => s.Line)).Concat(runbook.Templates.Select(t => t.Line)).Concat(runbook.Prohibitions.Select(p => p.Line)).Select(line => (Line: line, EndLine: line)));
            if (spans.Any(s => s.Line < 1 || s.Line > s.EndLine || s.EndLine > lines)) return "a span outside the text";
            if (!steps.Select(s => s.Ordinal).Order().SequenceEqual(Enumerable.Range(1, steps.Count))) return "a step without its place";
            if (steps.Any(s => s.Commands.Any(c => c.Effect > s.Effect && c.Effect != Effect.Unknown && s.Effect != Effect.Unknown))) return "a step milder than one of its commands";
            if (Explanation.Json(runbook).Length == 0 || Explanation.Text(runbook).Length == 0) return "nothing explained";
            var spent = Environment.CpuUsage.TotalTime - before;
            return spent > TimeSpan.FromSeconds(10) ? $"{spent.TotalSeconds:F1} seconds of processor time for {text.Length} characters" : null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
