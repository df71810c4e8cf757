using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// "== Who to wake ==": a title of MediaWiki that stands in a page of Markdown. It is written over by Markdown's own, each character by one, so that every line and column
/// stays where it is. https://www.mediawiki.org/wiki/Help:Formatting
/// </summary>
internal static partial class WikiTitles
{
    /// <returns>The same text where it has none.</returns>
    public static string AsMarkdown(string text)
    {
        if (!text.Contains("==\n", StringComparison.Ordinal) && !text.Contains("==\r", StringComparison.Ordinal)) return text;
        var lines = text.Split('\n');
        var fenced = new FencedLines();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd('\r');
            if (fenced.Holds(line) || line.Length > LongestTitle || !Title().IsMatch(line)) continue;
            var level = line.AsSpan().IndexOfAnyExcept('=');
            lines[at] = new string('#', level) + line[level..^level] + new string('#', level) + lines[at][line.Length..];
        }

        return string.Join('\n', lines);
    }

    const int LongestTitle = 120;

    [GeneratedRegex(@"^(?<level>={2,5}) [^=\s][^=]*[^=\s] \k<level>$", RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
