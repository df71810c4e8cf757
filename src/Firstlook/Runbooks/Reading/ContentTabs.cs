using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Tabs as MkDocs has them: "=== "Look"" and what stands indented below it. A reader of the page sees a title and its part, so that is what they are written over by,
/// each on its own line. https://squidfunk.github.io/mkdocs-material/reference/content-tabs/
/// </summary>
internal static partial class ContentTabs
{
    const int Indentation = 4;
    const int DeepestHeading = 5;

    // Tabs within tabs within tabs are nobody's runbook.
    const int DeepestNesting = 3;

    /// <returns>The same text where it has none.</returns>
    public static string AsMarkdown(string text)
    {
        for (var depth = 0; depth < DeepestNesting && text.Contains("=== \"", StringComparison.Ordinal); depth++)
        {
            if (Opened(text) is not { } opened) return text;
            text = opened;
        }

        return text;
    }

    static string? Opened(string text)
    {
        var lines = text.Split('\n');
        var (level, inTab, isChanged) = (1, false, false);
        var fenced = new FencedLines();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (inTab)
            {
                if (line.AsSpan().Trim().Length == 0) continue;
                if (line.StartsWith("    ", StringComparison.Ordinal))
                {
                    lines[at] = line[Indentation..];
                    continue;
                }

                inTab = false;
            }

            if (fenced.Holds(line)) continue;
            if (Heading().Match(line) is { Success: true } heading) level = heading.Groups["level"].Length;
            if (Tab().Match(line) is not { Success: true } tab) continue;
            lines[at] = $"{new string('#', Math.Min(level + 1, DeepestHeading))} {tab.Groups["title"].Value}";
            (inTab, isChanged) = (true, true);
        }

        return isChanged ? string.Join('\n', lines) : null;
    }

    const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^={3}[+!]? ""(?<title>[^""]{1,80})""\s*$", Plain)]
    private static partial Regex Tab();

    [GeneratedRegex(@"^(?<level>#{1,6}) \S", Plain)]
    private static partial Regex Heading();
}
