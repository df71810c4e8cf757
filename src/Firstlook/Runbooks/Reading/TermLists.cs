using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// A term and below it what is said of it, each line behind ": " (PHP Markdown Extra, "Definition Lists"): the sayings are points of a list, and are written so, each in its place.
/// </summary>
internal static partial class TermLists
{
    /// <returns>The same text where it has none.</returns>
    public static string AsMarkdown(string text)
    {
        if (!text.Contains("\n: ", StringComparison.Ordinal) || !Saying().IsMatch(text)) return text;
        var lines = text.Split('\n');
        var fenced = new FencedLines();
        var (isTerm, isChanged) = (false, false);
        for (var at = 0; at < lines.Length; at++)
        {
            if (fenced.Holds(lines[at])) isTerm = false;
            else if (isTerm && Saying().IsMatch(lines[at])) (lines[at], isChanged) = ($"-{lines[at][1..]}", true);
            else isTerm = lines[at].AsSpan().Trim().Length > 0;
        }

        return isChanged ? string.Join('\n', lines) : text;
    }

    [GeneratedRegex(@"^:[ \t]{1,3}(?=\S)", RegexOptions.Multiline)]
    private static partial Regex Saying();
}
