using System.Security.Cryptography;
using System.Text;
using Firstlook.Masking;

namespace Firstlook.Runbooks.Checking;

/// <summary>What a team's CI should say about its runbooks. Pure: runbooks in, findings out. Never throws on any content.</summary>
public static class RunbookChecker
{
    public static CheckReport Check(CheckRequest request)
    {
        var subjects = request.Files.Select(file => new Subject(file, request)).ToList();
        var across = Catalogue.Rules.SelectMany(rule => rule.FindAcross(new(subjects, request)).Select(flaw => (Rule: rule, Flaw: flaw))).ToList();
        var findings = new List<Finding>();
        var silenced = 0;
        foreach (var subject in subjects)
        {
            var found = Catalogue.Rules.SelectMany(rule => rule.Find(subject).Select(flaw => (Rule: rule, Flaw: flaw)))
                .Concat(across.Where(a => a.Flaw.File == subject.Runbook.File)).ToList();
            var silences = Silences.In(subject);
            var heard = found.Where(f => !silences.Hold(f.Rule.Code, f.Flaw.Line)).ToList();
            silenced += found.Count - heard.Count;
            heard.AddRange(silences.Faults().Select(flaw => (Catalogue.Find(Silences.Code)!, flaw)));
            findings.AddRange(Stamped(heard, subject.Runbook.File, subject.Lines));
        }

        foreach (var elsewhere in across.Where(a => !subjects.Exists(s => s.Runbook.File == a.Flaw.File)).GroupBy(a => a.Flaw.File!, StringComparer.Ordinal))
            findings.AddRange(Stamped([.. elsewhere], elsewhere.Key, []));
        return new(subjects.Count,
            [.. findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Column)], silenced);
    }

    static IEnumerable<Finding> Stamped(List<(Rule Rule, Flaw Flaw)> found, string file, string[] lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (rule, flaw) in found.DistinctBy(f => (f.Rule.Code, f.Flaw.Line, f.Flaw.Column, f.Flaw.Message)).OrderBy(f => f.Flaw.Line).ThenBy(f => f.Flaw.Column))
        {
            var line = flaw.Line >= 1 && flaw.Line <= lines.Length ? lines[flaw.Line - 1] : null;
            var identity = $"{rule.Code}\n{(line ?? flaw.Message).Trim()}";
            var times = seen[identity] = seen.GetValueOrDefault(identity) + 1;
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\n{times}")))[..16];
            yield return new(rule.Code, flaw.Severity ?? rule.Severity, file, flaw.Line, flaw.Column, flaw.Length, flaw.Message, flaw.Fix ?? rule.Fix,
                line is null ? null : Hidden(line), fingerprint, flaw.Edit);
        }
    }

    /// <summary>The line as it may stand in the log of a build: every secret as asterisks of its length, so that columns stay.</summary>
    static string Hidden(string line)
    {
        var shown = new StringBuilder(line);
        foreach (var span in Secrets.In(line, code: true))
        {
            for (var i = span.Start; i < span.End; i++) shown[i] = '*';
        }

        return shown.ToString();
    }
}
