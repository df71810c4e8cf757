using System.Globalization;
using System.Text;

namespace Firstlook.Runbooks.Checking;

/// <summary>The report for a person: by file and rule, what is surely wrong first; why and what to do are said once for each rule in a file.</summary>
public static class CheckText
{
    const int Usual = 115;
    const int Narrowest = 60;

    /// <param name="color">True for marks of <see cref="Paint"/> in it.</param>
    /// <param name="columns">How wide a line may be, at least 60; null where no window says so.</param>
    public static string Of(CheckReport report, bool color, int? columns = null)
    {
        var text = new StringBuilder();
        var width = Math.Max(Narrowest, columns ?? Usual) - Indentation;
        foreach (var file in report.Findings.GroupBy(f => f.File, StringComparer.Ordinal))
        {
            text.Append(Paint.Bold(file.Key, color)).Append("\n\n");
            foreach (var rule in file.GroupBy(f => (f.Code, f.Severity)).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.First().Line)
                .ThenBy(g => g.Key.Code, StringComparer.Ordinal))
                Group(text, [.. rule], color, width);
        }

        return text.Append(Summary(report)).Append('\n').ToString();
    }

    /// <summary>A line a finding, as compilers write them: editors, grep and code hosts find the place.</summary>
    public static string Brief(CheckReport report) =>
        string.Concat(report.Findings.Select(f => $"{f.File}:{f.Line}:{Math.Max(1, f.Column)}: {f.Severity.Word()} {f.Code} {f.Message}\n"))
        + Summary(report) + "\n";

    /// <summary>Notes of one rule that are told one by one in a file; of the others, the lines.</summary>
    const int MostNotes = 5;

    /// <summary>Where words begin that go on in the next line.</summary>
    const int Indentation = 13;

    static void Group(StringBuilder text, List<Finding> findings, bool color, int width)
    {
        var rule = Catalogue.Find(findings[0].Code)!;
        text.Append(CultureInfo.InvariantCulture, $"  {Paint.Severity(findings[0].Severity, color)} {rule.Code}  {rule.Title}\n");
        // The same words about the same flaw, all over the file.
        var places = findings.GroupBy(f => (f.Message, f.Fix)).Select(same => same.ToList()).ToList();
        var most = findings[0].Severity == ProblemSeverity.Info && places.Count > MostNotes + 1 ? MostNotes : places.Count;
        foreach (var same in places.Take(most)) Place(text, same, rule, color, width);
        if (most < places.Count)
        {
            var others = places.Skip(most).SelectMany(same => same).Select(f => f.Line).Distinct().Order();
            Paragraph(text, "   ", $"and {places.Count - most} more, in lines {string.Join(", ", others)}", color, width);
        }

        Paragraph(text, "why", rule.Reason, color, width);
        Paragraph(text, "fix", rule.Fix, color, width);
        text.Append('\n');
    }

    static void Place(StringBuilder text, List<Finding> same, Rule rule, bool color, int width)
    {
        var first = same[0];
        var place = first.Column > 0 ? $"{first.Line}:{first.Column}" : $"{first.Line}";
        var others = same.Skip(1).Select(f => f.Line).Distinct().Where(l => l != first.Line).ToList();
        text.Append(CultureInfo.InvariantCulture, $"    {place,7}  ");
        Wrapped(text, $"{first.Message}{(others.Count == 0 ? "" : $" (also in line {string.Join(", ", others)})")}", width);
        if (first is { Column: > 0, Length: > 0, Excerpt: { } line }) Excerpt(text, line, first.Column - 1, first.Length, color, width - 2);
        if (first.Fix == rule.Fix) return;
        text.Append(' ', Indentation).Append(Paint.Faint("→", color)).Append(' ');
        Wrapped(text, first.Fix, width - 2);
    }

    // The line with a mark below, cut to where the mark is.
    static void Excerpt(StringBuilder text, string line, int column, int length, bool color, int width)
    {
        const int Before = 30;
        var start = line.Length - line.TrimStart().Length;
        if (column - start > width - Before) start = column - Before;
        if (start > column || column > line.Length) return;
        var shown = line[start..Math.Min(line.Length, start + width)].Replace('\t', ' ');
        var mark = Math.Clamp(length, 1, Math.Max(1, shown.Length - (column - start)));
        text.Append(' ', 15).Append(Paint.Faint(shown.TrimEnd(), color)).Append('\n');
        text.Append(' ', 15 + column - start).Append('^').Append('~', mark - 1).Append('\n');
    }

    static void Paragraph(StringBuilder text, string label, string words, bool color, int width)
    {
        text.Append(Paint.Faint($"        {label}  ", color));
        Wrapped(text, words, width);
    }

    static void Wrapped(StringBuilder text, string words, int width)
    {
        var line = new StringBuilder();
        foreach (var word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                text.Append(line).Append('\n').Append(' ', Indentation);
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        text.Append(line).Append('\n');
    }

    /// <summary>One line: how many files and findings.</summary>
    public static string Summary(CheckReport report)
    {
        int Count(ProblemSeverity severity) => report.Findings.Count(f => f.Severity == severity);
        var parts = new[] { (Count(ProblemSeverity.Error), "error"), (Count(ProblemSeverity.Warning), "warning"),
            (Count(ProblemSeverity.Info), "note") }.Where(p => p.Item1 > 0)
            .Select(p => Wording.Count(p.Item1, p.Item2)).ToList();
        return $"{Wording.Count(report.Files, "file")}: {(parts.Count == 0 ? "nothing found" : string.Join(", ", parts))}"
            + (report.Silenced > 0 ? $"; {report.Silenced} silenced in the text" : "")
            + (report.Known > 0 ? $"; {report.Known} known from the baseline" : "");
    }
}
