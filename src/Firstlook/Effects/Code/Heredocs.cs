using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Lines of Ruby that are no code: here-documents, and comments between <c>=begin</c> and <c>=end</c> (docs.ruby-lang.org, "Literals", "Code Comments").</summary>
internal static partial class Heredocs
{
    /// <summary>Whether <c>&lt;&lt;NAME</c> stands at a place, and a line of that name somewhere: whether it begins a text or adds to one is the language's to know.</summary>
    /// <param name="lines">The lines of the source, trimmed; made where they are first asked for.</param>
    public static bool Opens(string source, int at, ref HashSet<string>? lines)
    {
        if (source[at] != '<' || at + 2 >= source.Length || source[at + 1] != '<' || Opening().Match(source, at) is not { Success: true } opening) return false;
        lines ??= [.. source.Split('\n').Select(line => line.Trim())];
        return lines.Contains(opening.Groups["name"].Value.Trim());
    }

    /// <returns>Where the line behind a comment begins; -1 where none begins at a place.</returns>
    public static int CommentAt(string source, int at)
    {
        if (at > 0 && source[at - 1] != '\n' || !source.AsSpan(at).StartsWith("=begin", StringComparison.Ordinal)
            || at + 6 < source.Length && !char.IsWhiteSpace(source[at + 6])) return -1;
        var end = at;
        do
        {
            end = source.IndexOf('\n', end) + 1;
            if (end == 0) return source.Length;
        }
        while (!source.AsSpan(end).StartsWith("=end", StringComparison.Ordinal) || end + 4 < source.Length && !char.IsWhiteSpace(source[end + 4]));
        var line = source.IndexOf('\n', end);
        return line < 0 ? source.Length : line;
    }

    [GeneratedRegex("""\G<<[~-]?("(?<name>[^"\n]{1,200})"|'(?<name>[^'\n]{1,200})'|`(?<name>[^`\n]{1,200})`|(?<name>\w{1,200}))""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
