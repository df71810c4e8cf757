using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking;

/// <summary>One runbook under examination: what the rules look at, made once.</summary>
internal sealed class Subject
{
    readonly Lazy<Outline> outline;
    readonly Lazy<IReadOnlyList<ShellCall>> calls;
    readonly Lazy<ILookup<Step, ShellCall>> callsOfSteps;
    readonly Lazy<ByLine<Section>> sections;
    readonly Lazy<ByLine<Placed>> pieces;
    readonly Lazy<Innermost<Procedure>> procedures;
    readonly Lazy<IReadOnlyList<QueryUse>> queries;
    readonly Lazy<bool[]> code;
    readonly Lazy<IReadOnlyList<RelativeLink>> links;

    public Subject(CheckedFile file, CheckRequest request)
    {
        (Runbook, Team, Request) = (file.Runbook, file.Team, request);
        Lines = Runbook.Text.Split('\n');
        Steps = [.. Runbook.Procedures.SelectMany(p => p.Steps).Concat(Runbook.GeneralSteps).OrderBy(s => s.Ordinal)];
        outline = new(() => Outline.Of(Structure.Read(Runbook.Text), Lines.Length));
        calls = new(() => ShellCalls.Of(this));
        callsOfSteps = new(() => Calls.ToLookup(c => c.Step, ReferenceEqualityComparer.Instance as IEqualityComparer<Step>));
        sections = new(() => new(Outline.Sections, s => s.Line));
        pieces = new(() => new(Outline.Pieces, p => p.Piece.Line));
        procedures = new(() => new(Runbook.Procedures, p => p.Line, p => p.EndLine, Lines.Length));
        queries = new(() => QueryUses.Of(this));
        code = new(() => Outline.CodeLines(Lines.Length));
        links = new(() => [.. RelativeLinks.Of(Outline, Lines, IsCode)]);
    }

    public Runbook Runbook { get; }

    public string? Team { get; }

    public CheckRequest Request { get; }

    public string[] Lines { get; }

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<Step> Steps { get; }

    public Outline Outline => outline.Value;

    /// <summary>Every program that a shell command of the document calls.</summary>
    public IReadOnlyList<ShellCall> Calls => calls.Value;

    public IEnumerable<ShellCall> CallsOf(Step step) => callsOfSteps.Value[step];

    /// <summary>Every query, in blocks of its own, in comments, and as a word of a command.</summary>
    public IReadOnlyList<QueryUse> Queries => queries.Value;

    /// <summary>By 0-based line: whether it is inside a code block.</summary>
    public bool[] IsCode => code.Value;

    public IReadOnlyList<RelativeLink> Links => links.Value;

    /// <summary>True where something is about incidents: an alert, a level, a sign or a cause. A page that only tells how to install something needs no escalation.</summary>
    public bool SpeaksOfIncidents =>
        !Runbook.SeverityPolicy.IsEmpty || Runbook.Procedures.Any(p => !p.Alerts.IsEmpty || p.Severity is not null || !p.Symptoms.IsEmpty || !p.Hypotheses.IsEmpty);

    /// <summary>The procedure around a line; null where there is none.</summary>
    public Procedure? ProcedureAt(int line) => procedures.Value.At(line);

    public ByLine<Section> Sections => sections.Value;

    /// <summary>Paragraphs, tables and blocks.</summary>
    public ByLine<Placed> Pieces => pieces.Value;

    public Hypothesis? HypothesisAt(int line) => ProcedureAt(line)?.Hypotheses.LastOrDefault(h => h.Line <= line && line <= h.EndLine);

    /// <summary>A flaw at some words of a line, or of one of the lines below it that belong to the same command; of words over several lines, at the first.</summary>
    public Flaw At(int line, string words, string message)
    {
        const int MostLines = 40;
        if (words.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end) words = words[..end].TrimEnd('\\', ' ');
        for (var i = line; words.Length > 0 && i < line + MostLines && i <= Lines.Length; i++)
        {
            var at = Lines[i - 1].IndexOf(words, StringComparison.Ordinal);
            if (at >= 0) return new(i, message) { Column = at + 1, Length = words.Length };
        }

        return new(line, message);
    }

    /// <summary>A flaw at an offset in a text that begins on a line, as it stands in the document.</summary>
    public Flaw At(int line, string text, int offset, string message)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        var at = line + before.Count('\n');
        if (at > Lines.Length) return new(line, message);
        var start = before.LastIndexOf('\n') + 1;
        var end = text.IndexOf('\n', start);
        var written = text[start..(end < 0 ? text.Length : end)].Trim();
        var column = written.Length == 0 ? -1 : Lines[at - 1].IndexOf(written, StringComparison.Ordinal);
        if (column < 0) return new(at, message);
        var blanks = text.AsSpan(start).Length - text.AsSpan(start).TrimStart().Length;
        column += Math.Max(0, before.Length - start - blanks) + 1;
        return new(at, message) { Column = Math.Clamp(column, 1, Math.Max(1, Lines[at - 1].Length)), Length = 1 };
    }
}

/// <summary>All files of one check.</summary>
internal sealed record Library(IReadOnlyList<Subject> Subjects, CheckRequest Request);
