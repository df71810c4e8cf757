using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// "{noformat}" above lines and once more below them, "{code:bash}" and "{code}": blocks of a wiki's own mark that an export left as they were. They are written over by
/// fences, each character by one, so that every line and column stays where it is. https://confluence.atlassian.com/doc/confluence-wiki-markup-251003035.html
/// </summary>
internal static partial class WikiBlocks
{
    /// <returns>The same text where it has none.</returns>
    public static string AsMarkdown(string text)
    {
        if (!Marks.Holds(text)) return text;
        var lines = text.Split('\n');
        var fenced = new FencedLines();
        (int Line, string Mark)? open = null;
        for (var at = 0; at < lines.Length; at++)
        {
            if (open is null && fenced.Holds(lines[at])) continue;
            if (open is null && Panel().Match(lines[at]) is { Success: true } panel)
            {
                lines[at] = panel.Groups["title"] is { Success: true, Value: var title } ? $"**{title.Trim()}**".PadRight(lines[at].Length) : new string(' ', lines[at].Length);
                continue;
            }

            if (Alone().Match(lines[at]) is not { Success: true } alone) continue;
            if (open is not { } opened)
            {
                open = (at, alone.Groups["mark"].Value);
            }
            else if (alone.Groups["mark"].Value == opened.Mark && alone.Groups["tag"].Length == 0)
            {
                (lines[opened.Line], lines[at], open) = (Fenced(lines[opened.Line]), Fenced(lines[at]), null);
            }
        }

        return string.Join('\n', lines);
    }

    static readonly Sieve Marks = new([Panel(), Alone()], "{noformat", "{code", "{panel", "{toc", "{info", "{warning", "{note", "{tip", "{expand");

    // "{panel:title=Read me first|bgColor=#fdd}" above what stands in a box, "{panel}" below it, "{toc}".
    [GeneratedRegex(@"^\s*\{(panel|toc|info|warning|note|tip|expand)(:([^{}\n]{0,80}\|)?(title=(?<title>[^|{}\n]{1,80}))?[^{}\n]{0,200})?\}\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Panel();

    // "{code:bash|title=x}" is "```:bash" with the colon and whatever is no tag left blank.
    static string Fenced(string line)
    {
        var alone = Alone().Match(line);
        var language = alone.Groups["language"];
        var written = new string(' ', line.Length).ToCharArray();
        line.AsSpan(0, alone.Groups["open"].Index).CopyTo(written);
        "```".CopyTo(written.AsSpan(alone.Groups["open"].Index));
        if (language.Success) language.Value.CopyTo(written.AsSpan(language.Index));
        if (line.EndsWith('\r')) written[^1] = '\r';
        return new(written);
    }

    [GeneratedRegex(@"^\s*(?<open>\{)(?<mark>noformat|code)(?<tag>(:(?<language>[a-z]{1,16})(?=[|}]))?([:|][^{}\n]{1,120})?)?\}\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
