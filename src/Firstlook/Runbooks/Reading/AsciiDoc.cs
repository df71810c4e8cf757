using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Pages that were AsciiDoc once: titles by "=", fields with two colons, lines for the typesetter between what is told. They are written over by what Markdown has for
/// them, each character by one, so that every line and column stays where it is. https://docs.asciidoctor.org/asciidoc/latest/syntax-quick-reference/
/// </summary>
internal static partial class AsciiDoc
{
    /// <returns>The same text where it is none.</returns>
    public static string AsMarkdown(string text)
    {
        if (!text.Contains("\n[", StringComparison.Ordinal) || !Attributes().IsMatch(text) || !Other().IsMatch(text)) return text;
        var lines = text.Split('\n');
        var fenced = new FencedLines();
        var (listing, literal, announced) = (false, false, -2);
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd('\r');
            if (fenced.Holds(line)) continue;
            // "----" around a listing is a fence; without an attribute in front of it, it is Markdown's own line.
            if (line.Length >= 4 && line.AsSpan().IndexOfAnyExcept('-') < 0 && (listing || announced == at - 1))
            {
                listing = !listing;
                lines[at] = new string('`', line.Length) + lines[at][line.Length..];
                continue;
            }

            // What programs said stands between lines of dots.
            if (line.Length >= 4 && line.AsSpan().IndexOfAnyExcept('.') < 0 && !listing && (literal || Array.FindIndex(lines, at + 1, other => other.TrimEnd('\r') == line) > 0))
            {
                literal = !literal;
                lines[at] = new string('`', line.Length) + lines[at][line.Length..];
                continue;
            }

            if (literal) continue;
            if (Source().IsMatch(line) || BlockTitle(line)) announced = at;
            if (!listing) lines[at] = Written(line) + lines[at][line.Length..];
        }

        return string.Join('\n', lines);
    }

    static string Written(string line)
    {
        // "[source,console]", "+", "====": for the typesetter alone.
        if (line is "+" || ForTheTypesetter().IsMatch(line)) return new string(' ', line.Length);
        // "== Title"
        if (Title().Match(line) is { Success: true } title) return new string('#', title.Groups["level"].Length) + line[title.Groups["level"].Length..];
        // ".Title of the next block"
        if (BlockTitle(line)) return " " + line[1..];
        // ". A step"
        if (line.Length > 3 && line.StartsWith(". ", StringComparison.Ordinal) && line[2] != ' ') return "-" + line[1..];
        // "Severity:: high"
        return Field().Match(line) is { Success: true } field ? line[..(field.Length - 1)] + " " + line[field.Length..] : line;
    }

    static bool BlockTitle(string line) => line.Length > 2 && line[0] == '.' && char.IsUpper(line[1]);

    const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\[(source|cols|NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b[^\]\n]*\]\r?$", Plain | RegexOptions.Multiline)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^([\p{L}][\p{L} ]{1,30}::([ \t]|\r?$)|={1,4} \p{L}|\+\r?$|\.\p{Lu}\p{L}|={4,}\r?$)", Plain | RegexOptions.Multiline)]
    private static partial Regex Other();

    [GeneratedRegex(@"^\[source\b[^\]]*\]$", Plain)]
    private static partial Regex Source();

    [GeneratedRegex(@"^(\[(source|cols|%|options|horizontal|qanda|listing|abstract|discrete)[^\]]*\]|={4,}|\*{4,}|\|={3,})$", Plain)]
    private static partial Regex ForTheTypesetter();

    [GeneratedRegex(@"^(?<level>={1,5}) \S", Plain)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\p{L}[\p{L}\d ]{1,30}::(?=\s|$)", Plain)]
    private static partial Regex Field();
}
