using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Pages that were copied out of a wiki: no heading is marked, and what Markdown takes for a paragraph is a title, a list and some
/// sentences below each other. Such a page is read line by line: words of the trade and lines that carry on a count are headings,
/// and the short lines below "Symptoms" or "Causes" a list.
/// </summary>
internal static partial class LostLines
{
    public static IReadOnlyList<Piece> Restore(string text, IReadOnlyList<Piece> pieces)
    {
        if (pieces.Any(p => p is Heading)) return pieces;
        var lines = text.Split('\n');
        var runs = pieces.OfType<Paragraph>().Where(p => IsRun(p) && p.EndLine > p.Line && p.EndLine <= lines.Length).ToList();
        return IsLost(runs.SelectMany(r => lines[(r.Line - 1)..r.EndLine])) || Enumerable.Range(1, lines.Length).Count(line => IsShoutedTitle(lines, line)) >= 3
            ? [.. new Page(lines, ListedTitles.Of(lines)).Read(pieces)] : pieces;
    }

    /// <summary>"DRBD SPLIT BRAIN (storage pair)": words in capitals, but for a remark.</summary>
    public static bool IsShouted(string line) =>
        (line.EndsWith(')') && line.IndexOf(" (", StringComparison.Ordinal) is > 0 and var remark ? line[..remark] : line) is { Length: > 3 } said
            && said.Count(char.IsLetter) * 2 > said.Length && said.Equals(said.ToUpperInvariant(), StringComparison.Ordinal);

    // A line in capitals with nothing above it and something below.
    static bool IsShoutedTitle(string[] lines, int line) =>
        line < lines.Length && lines[line - 1] is [>= 'A' and <= 'Z', .., not ('.' or ':' or ',')] title && title.Length < 90 && title.Contains(' ')
            && lines[line].Trim().Length > 0
        && (line == 1 || lines[line - 2].AsSpan().Trim().Trim("-=_*").IsEmpty) && IsShouted(title.TrimEnd());

    // "1. Site down" above more lines is a title that Markdown takes for an item of a list.
    static bool IsRun(Piece piece) => piece is Paragraph { Item: null, Quoted: false } or Paragraph { OpensItem: true, Quoted: false, Item: { Parent: null, Number: not null } };

    // Three lines of a trade's words, or three that count, are no accident.
    static bool IsLost(IEnumerable<string> lines)
    {
        var (words, count) = (0, 0);
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (TradeWord(line) is not Role.None) words++;
            if (Counted().Match(line) is { Success: true } counted && counted.Groups["number"].Value == $"{count + 1}") count++;
            if (words >= 3 || count >= 3) return true;
        }

        return false;
    }

    static Role TradeWord(string line)
    {
        // "Triage (the bridge is a Windows box)"
        if (line.EndsWith(')') && line.IndexOf(" (", StringComparison.Ordinal) is > 0 and var remark) line = line[..remark];
        // "Alerts: KilnCold, KilnSlow" is a field.
        return line.Length is > 1 and < 40 && !line.Contains(": ", StringComparison.Ordinal) && line.Count(c => c == ' ') <= 4 && char.IsLetter(line[^1])
            ? Roles.Of(line) : Role.None;
    }

    sealed class Page(string[] lines, ListedTitles listed)
    {
        int count;
        int titled = -1;
        bool listing;

        public IEnumerable<Piece> Read(IReadOnlyList<Piece> pieces)
        {
            foreach (var piece in pieces)
            {
                if (piece is not Paragraph paragraph || !IsRun(paragraph) || (paragraph.Item is not null && paragraph.EndLine == paragraph.Line)
                    || paragraph.EndLine > lines.Length)
                {
                    listing = false;
                    yield return piece;
                    continue;
                }

                for (var line = paragraph.Line; line <= paragraph.EndLine; line++)
                {
                    foreach (var part in OfLine(lines[line - 1].Trim(), line)) yield return part;
                }
            }
        }

        IEnumerable<Piece> OfLine(string text, int line)
        {
            const int LongestTitle = 90;
            const int LongestItem = 110;
            // How far below its title an incident names its alert: "Severity", "Service" and "Team" may come first.
            const int FieldLines = 3;
            if (text.Length == 0) return [];
            if (listed.IsContents(line)) return Paragraphs.Read([(text, line)], null, false, false);
            var role = TradeWord(text);
            if (listed.TitleAt(line) is { } title)
            {
                listing = false;
                titled = line;
                return [Title(title, line, 2)];
            }

            if (Counted().Match(text) is { Success: true } counted && counted.Groups["number"].Value == $"{count + 1}" && text.Length < LongestTitle)
            {
                count++;
                listing = false;
                titled = line;
                return [Title(counted.Groups["title"].Value, line, 2)];
            }

            if (role is Role.None && IsShoutedTitle(lines, line))
            {
                listing = false;
                titled = line;
                return [Title(text, line, 2)];
            }

            // "Search is empty" right above "Severity: P1" or "Alert: SearchEmpty", and nothing above it.
            if (text.Length < LongestTitle && role is Role.None && IsAboveField(text, line))
            {
                listing = false;
                titled = line;
                return [Title(text, line, 2)];
            }

            // "Alert KilnCold" below a title says which alert that title is for.
            if (text.Length < LongestTitle && Titles.NamesIncident(text) && !(titled > 0 && line <= titled + FieldLines && Alerts.IsNamedIn(text)))
            {
                listing = false;
                titled = line;
                return [Title(text, line, 2)];
            }

            // "Slack message from dbt-bot" below "Symptoms" is one of them.
            if (role is not (Role.None or Role.Alert or Role.Severity) && !(listing && !role.IsField() && text.Contains(' ')))
            {
                listing = role is Role.Symptoms or Role.Causes;
                // "What to look at" and "What to do" below "Case 1 Queue stuck" are parts of that case.
                return [Title(text, line, role.IsField() || titled > 0 && role is Role.Diagnosis or Role.Action or Role.Verification or Role.Causes ? 3 : 2)];
            }

            if (text[0] == '•') text = text[1..].Trim();
            var isItem = listing && text.Length < LongestItem && !text.EndsWith('.') && !text.Contains('`') && text.IndexOf(": ", StringComparison.Ordinal) < 0
                && !text.StartsWith("If ", StringComparison.Ordinal);
            listing = isItem;
            return Paragraphs.Read([(text, line)], isItem ? new Item(null, line, null) : null, false, isItem);
        }

        bool IsAboveField(string text, int line) =>
            (line == 1 || lines[line - 2].Trim().Length == 0) && line < lines.Length && text[^1] is not ('.' or ':' or ',')
                && !text.Contains(": ", StringComparison.Ordinal) && RatingField().IsMatch(lines[line]);

        static Heading Title(string text, int line, int level) => new(line, line, level, Inlines.Read(text, line));
    }

    [GeneratedRegex(@"^\s*(severity|sev|priority|prio|alerts?|alarms?|alarme?|schweregrad|priorität|gravedad|severidade?|prioridade?|alertas?|gravité|priorité|alertes?)\s*:\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RatingField();

    [GeneratedRegex(@"^(?<number>\d{1,2})[.)]?\s+(?<title>\p{Lu}[^`|]{2,80}[^.,;:`|])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();
}
