using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// A term and below it several lines that are said of it, each behind ": " (PHP Markdown Extra, "Definition Lists"): they are points of a list, and are written so, each in its
/// place. One line alone is the value of its term.
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
            else if (!isTerm || !Saying().IsMatch(lines[at])) isTerm = lines[at].AsSpan().Trim().Length > 0;
            else
            {
                var last = at;
                while (last + 1 < lines.Length && Saying().IsMatch(lines[last + 1])) last++;
                for (var said = at; last > at && said <= last; said++) (lines[said], isChanged) = ($"-{lines[said][1..]}", true);
                at = last;
            }
        }

        return isChanged ? string.Join('\n', lines) : text;
    }

    [GeneratedRegex(@"^:[ \t]{1,3}(?=\S)", RegexOptions.Multiline)]
    private static partial Regex Saying();
}
