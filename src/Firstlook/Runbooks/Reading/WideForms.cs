using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// How East Asian pages are set: "【症状】" and "■ 連絡先" are titles, "・" begins a point of a list, and the colon and brackets are full-width forms (Unicode, "Halfwidth and
/// Fullwidth Forms"; JIS X 4051). They are written over by what Markdown and the readers of labels know, each on its own line. What is typed stays as it is written: in fences, indented blocks, <c>&lt;pre&gt;</c> and code spans; and so
/// does front matter.
/// </summary>
internal static partial class WideForms
{
    const int LongestTitle = 40;

    static readonly SearchValues<char> Marks = SearchValues.Create("：（／。、【・■◆▼");

    /// <returns>The same text where it has none.</returns>
    public static string AsMarkdown(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0) return text;
        var lines = text.Split('\n');
        var typed = new TypedLines();
        var level = 1;
        for (var at = EndOfFrontMatter(lines); at < lines.Length; at++)
        {
            var line = lines[at];
            if (typed.Holds(line) || MayBeTyped(line)) continue;
            if (Heading().Match(line) is { Success: true } heading) level = heading.Length;
            if (line.AsSpan().IndexOfAny(Marks) < 0) continue;
            lines[at] = Narrow(Opened(line, level));
        }

        return string.Join('\n', lines);
    }

    static int EndOfFrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        return end + 1;
    }

    // Indented as a block is (CommonMark 0.31, 4.4), or with code whose end this line does not tell.
    static bool MayBeTyped(string line) =>
        line.StartsWith("    ", StringComparison.Ordinal) || line.AsSpan(0, Math.Min(4, line.Length)).Contains('\t') || line.Contains("``", StringComparison.Ordinal)
            || line.AsSpan().Count('`') % 2 != 0 || line.Contains("<code", StringComparison.OrdinalIgnoreCase);

    static string Opened(string line, int level)
    {
        var hashes = new string('#', Math.Min(level + 1, 6));
        if (Bracketed().Match(line) is { Success: true } bracketed)
        {
            var name = bracketed.Groups["name"].Value;
            return bracketed.Groups["rest"].Value.Trim() is { Length: > 0 } rest ? $"**{name}**: {rest}" : $"{hashes} {name}";
        }

        if (Squared().Match(line) is { Success: true } squared && squared.Groups["name"].Value.TrimEnd() is { Length: <= LongestTitle } title) return $"{hashes} {title}";
        return Point().Match(line) is { Success: true } point ? $"{line[..point.Groups["indent"].Length]}- {line[point.Length..]}" : line;
    }

    static readonly SearchValues<char> Forms = SearchValues.Create("：（／。、");

    // Full-width colons everywhere but in code; brackets around what is written in ASCII, and the stop or comma behind it.
    static string Narrow(string line)
    {
        if (line.AsSpan().IndexOfAny(Forms) < 0) return line;
        var narrow = new StringBuilder(line.Length + 8);
        var inCode = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '`') inCode = !inCode;
            if (inCode) narrow.Append(line[at]);
            else if (line[at] == '：') narrow.Append(at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1]) ? ": " : ":");
            else if (line[at] is '。' or '、' && narrow.Length > 0 && char.IsAscii(narrow[^1]) && narrow[^1] != ' ') narrow.Append(line[at] == '。' ? ". " : ", ");
            else if (line[at] == '／' && at > 0 && char.IsWhiteSpace(line[at - 1])) narrow.Append('·');
            else if (line[at] == '（' && AsciiWithin(line, at) is > 0 and var close)
            {
                narrow.Append(" (").Append(line, at + 1, close - at - 1).Append(')');
                at = close;
            }
            else narrow.Append(line[at]);
        }

        return narrow.ToString();
    }

    /// <returns>Where the bracket is closed; 0 where something else than ASCII stands in it.</returns>
    static int AsciiWithin(string line, int open)
    {
        for (var at = open + 1; at < line.Length; at++)
        {
            if (line[at] == '）') return at;
            if (!char.IsAscii(line[at]) || line[at] == '`') return 0;
        }

        return 0;
    }

    [GeneratedRegex("^ {0,3}#{1,6}(?= )")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}\**【(?<name>[^【】\n]{1,30})】\**[:：]?(?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    // A sentence is none, nor a point that something is said of.
    [GeneratedRegex(@"^ {0,3}[■◆▼]\s?(?<name>[^\s。：:][^。：:]*)[：:]?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Squared();

    [GeneratedRegex(@"^(?<indent>[ \t\u3000]*)・\s?(?=\S)", RegexOptions.ExplicitCapture)]
    private static partial Regex Point();
}
