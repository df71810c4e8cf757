using System.Text.RegularExpressions;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>"Each runbook follows this structure: 1. **Alert Context** ...", a block with the headings to copy, or a file <c>runbook-template.md</c>: what a team asks of
/// its procedures, and which of them lacks it.</summary>
internal static partial class OwnTemplate
{
    /// <param name="Source">As a person would name it.</param>
    sealed record Form(string Source, IReadOnlyList<string> Sections);

    /// <summary>By the template in the document itself.</summary>
    public static IEnumerable<Flaw> Missing(Subject subject) =>
        InDocument(subject) is { } form && !IsTemplate(subject)
            ? subject.Runbook.Procedures.SelectMany(p => Lacks(subject, p, form with { Source = "this document's template" })) : [];

    /// <summary>
    /// By the templates in other files of the team, or where the team is not known, in the same folder. A document with one of its own is judged by that
    /// alone, one that could follow several by the one that it follows best.
    /// </summary>
    public static IEnumerable<Flaw> MissingAcross(Library library)
    {
        foreach (var team in library.Subjects.GroupBy(s => (s.Team, Folder: s.Team is null ? Path.GetDirectoryName(s.Runbook.File) : null)))
        {
            var forms = team.Select(s => OfFile(s) ?? InDocument(s)).OfType<Form>().ToList();
            foreach (var subject in forms.Count == 0 ? [] : team.Where(s => InDocument(s) is null && !IsTemplate(s)))
            {
                foreach (var procedure in subject.Runbook.Procedures)
                {
                    var followed = forms.MinBy(f => (double)Lacking(subject, procedure, f).Count / f.Sections.Count)!;
                    foreach (var flaw in Lacks(subject, procedure, followed)) yield return flaw with { File = subject.Runbook.File };
                }
            }
        }
    }

    // A template speaks of procedures that follow it at all: those with most of its sections.
    static IEnumerable<Flaw> Lacks(Subject subject, Procedure procedure, Form form) =>
        Lacking(subject, procedure, form) is var missing && missing.Count * 2 > form.Sections.Count ? []
        : missing.Select(section => ProcedureRules.Titled(subject, procedure, $"\"{procedure.Title}\" has no section \"{section}\", which {form.Source} asks for"));

    static List<string> Lacking(Subject subject, Procedure procedure, Form form)
    {
        // What stands around the only procedure of a file belongs to it too.
        var alone = subject.Runbook.Procedures.Count == 1;
        var sections = alone ? subject.Outline.Sections : subject.Sections.Between(procedure.Line, procedure.EndLine);
        var headings = sections.Select(s => s.Bare).Append(procedure.Title).ToList();
        return [.. form.Sections.Where(asked => !headings.Exists(h => Same(h, asked)))];
    }

    static Form? InDocument(Subject subject) =>
        subject.Outline.Sections.FirstOrDefault(s => s.IsHeading && s.Line > 1 && Title().IsMatch(s.Bare)) is { } section && Asked(section) is { Count: > 1 } asked
            ? new($"the template in {subject.Runbook.File}", asked) : null;

    static List<string> Asked(Section section)
    {
        var listed = section.AllPieces.OfType<Paragraph>().Where(p => p is { OpensItem: true, Item.Depth: 0 })
            .Select(p => Words.Bare(p.Label?.Name ?? p.Text.LeadingStrong?.Text ?? p.Text.Plain)).Where(IsName).ToList();
        return listed.Count > 1 ? listed : section.AllPieces.OfType<Fence>().Select(f => Headings(f.Text)).FirstOrDefault(h => h.Count > 1) ?? [];
    }

    // A file to be copied: its headings of the highest rank that there are several of.
    static Form? OfFile(Subject subject)
    {
        if (!IsTemplate(subject)) return null;
        var real = subject.Outline.Sections.Where(s => s.Level is > Section.Root and < Section.BoldTitle).GroupBy(s => s.Level).OrderBy(g => g.Key)
            .FirstOrDefault(g => g.Count() > 1);
        var asked = (real ?? Enumerable.Empty<Section>()).Where(s => !Optional().IsMatch(s.Bare) && !About().IsMatch(s.Bare)).Select(s => s.Bare).Where(IsName).ToList();
        return asked.Count > 1 ? new($"the template {subject.Runbook.File}", asked) : null;
    }

    static bool IsTemplate(Subject subject) =>
        FileName().IsMatch(Path.GetFileName(subject.Runbook.File))
            || subject.Outline.Sections.FirstOrDefault(s => s.IsHeading) is { } first && (Title().IsMatch(first.Bare) || Unfilled().IsMatch(first.Title.Plain));

    static List<string> Headings(string text) =>
        [.. HeadingLine().Matches(text).GroupBy(m => m.Groups["marks"].Length).OrderBy(g => g.Key).FirstOrDefault(g => g.Count() > 1)
            ?.Where(m => !Optional().IsMatch(m.Groups["name"].Value)).Select(m => Words.Bare(m.Groups["name"].Value)).Where(IsName) ?? []];

    static bool IsName(string name) => name.Length is > 2 and < 40 && name.AsSpan().IndexOfAny("[<{") < 0;

    static bool Same(string heading, string asked)
    {
        var (one, other) = (Words.Fold(heading).TrimEnd('s'), Words.Fold(asked).TrimEnd('s'));
        return one == other || one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal) && one.Length > 5;
    }

    [GeneratedRegex(
        @"^(alert |incident |our )?(runbook|procedure|playbook)s? (template|structure|format|skeleton)$|"
        + @"^(template|structure|skeleton) (of|for) (a |an |each |every |new )?(alert |incident )?(runbook|procedure|playbook)s?$|"
        + @"^(runbook|alarm)[- ]?(vorlage|muster)$|^(vorlage|muster) für (runbooks?|abläufe)$|^plantilla( (de|del|para) (el )?(runbook|procedimiento)s?)?$|"
        + @"^modelo de (runbook|procedimento)s?$|^modèle (de|pour les?) (runbook|procédure)s?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"^_?(runbook|playbook|procedure|alert)?[-_ ]?(template|vorlage|plantilla|modelo|modele)s?([-_ ](runbook|playbook|procedure|alert)s?)?\.(md|markdown|txt)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    // "Runbook: [INCIDENT_NAME]", "<Alert name>".
    [GeneratedRegex(@"^(\w+( \w+)?: ?)?[\[<{]+[\w /|-]+[\]>}]+( runbook| playbook)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Unfilled();

    [GeneratedRegex(@"\b(optional|if applicable|if any|opcional|facultatif|falls zutreffend)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Optional();

    // What tells how to use the template is no part of it.
    [GeneratedRegex(@"^(how to|usage|instructions?|about|notes?|checklist before|guidelines?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?<marks>#{1,5})[ \t]+(?<name>\S[^\n]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadingLine();
}
