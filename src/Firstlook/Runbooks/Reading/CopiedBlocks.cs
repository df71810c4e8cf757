using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// A page copied out of a browser: where a block stood there is the name of its language, the word of the button that copies it, and then the block up to
/// a blank line. As Markdown has it, in as many lines.
/// </summary>
internal static partial class CopiedBlocks
{
    /// <returns>The same text where it has fences, or no such button.</returns>
    public static string AsMarkdown(string text)
    {
        if (text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal) || !Button().IsMatch(text)) return text;
        var lines = text.Split('\n');
        for (var at = 1; at < lines.Length; at++)
        {
            if (!IsButton(lines[at]) || !Language().IsMatch(lines[at - 1])) continue;
            var end = at + 1;
            while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end])) end++;
            // Nothing to close the block with: it goes on to the end of the page.
            if (end == at + 1) continue;
            (lines[at], lines[at - 1]) = ($"```{lines[at - 1].Trim()}", "");
            if (end < lines.Length) lines[end] = "```";
            at = end;
        }

        return string.Join('\n', lines);
    }

    static bool IsButton(string line) => Button().IsMatch(line);

    [GeneratedRegex(@"^[ \t]*(copy( code)?|kopieren|copiar|copier|copia)[ \t]*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Button();

    [GeneratedRegex(@"^\s*(bash|sh|shell|zsh|console|sql|promql|logql|python|javascript|typescript|ruby|yaml|json|powershell|text|plain ?text)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Language();
}
