using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Components of a page of MDX: what an opening tag says of the section in it (<c>&lt;Incident severity="P1" alerts={["DiskFull"]}&gt;</c>) stands below the title as labels,
/// and imports and comments, of which a reader sees nothing, are taken out. Boxes of a page ("<c>:::danger Never</c>") lose their marks and keep their title. Each line stays
/// where it is. https://mdxjs.com/docs/what-is-mdx/ https://docusaurus.io/docs/markdown-features/admonitions
/// </summary>
internal static partial class Components
{
    /// <summary>A tag whose attributes stand on more lines than these is left as it is.</summary>
    const int MostLines = 12;

    const int LongestTag = 2_000;

    /// <returns>The same text where it has none.</returns>
    public static string AsMarkdown(string text)
    {
        var boxes = text.Contains(":::", StringComparison.Ordinal);
        var tags = Tag().IsMatch(text);
        if (!boxes && !tags) return text;
        var lines = text.Split('\n');
        var typed = new TypedLines();
        List<string> told = [];
        for (var at = 0; at < lines.Length; at++)
        {
            if (typed.Holds(lines[at])) continue;
            var line = lines[at].TrimEnd();
            if (boxes && Box().Match(line) is { Success: true } box)
            {
                lines[at] = box.Groups["title"].Value.Trim() is { Length: > 0 } title ? $"{box.Groups["indent"].Value}**{title}**" : "";
            }
            else if (tags && (Import().IsMatch(line) || Comment().IsMatch(line)))
            {
                lines[at] = "";
            }
            else if (tags && Opening().IsMatch(line) && Whole(lines, at) is var (tag, last))
            {
                told = [.. Attributes(tag)];
                while (at < last) lines[++at] = "";
            }
            else if (told.Count > 0 && line.Length > 0 && line[0] is not ('#' or '<'))
            {
                told = [];
            }
            else if (told.Count > 0 && line.Length == 0 && at > 0 && lines[at - 1].StartsWith('#'))
            {
                lines[at] = string.Join(" · ", told);
                told = [];
            }
        }

        return string.Join('\n', lines);
    }

    /// <returns>The tag, and the index of its last line; null where it does not end.</returns>
    static (string Tag, int Last)? Whole(string[] lines, int first)
    {
        var (tag, last) = (lines[first].TrimEnd(), first);
        while (!tag.EndsWith('>') && last + 1 < lines.Length && last < first + MostLines) tag += " " + lines[++last].Trim();
        return tag.Length <= LongestTag && tag.EndsWith('>') ? (tag, last) : null;
    }

    // severity="P1", alerts={["A", "B"]}: only what rates or names it says more than the page shows.
    static IEnumerable<string> Attributes(string tag) =>
        Attribute().Matches(tag)
            .Select(attribute => (Name: attribute.Groups["name"].Value, Values: Quoted().Matches(attribute.Groups["value"].Value).Select(value => value.Groups["text"].Value).ToList()))
            .Where(attribute => attribute.Values.Count > 0 && attribute.Values.TrueForAll(value => value.Length > 0 && !value.Contains('`')))
            .Select(attribute => (Roles.Of(attribute.Name) is Role.Container && Roles.NamesAlerts(attribute.Name) ? Role.Alert : Roles.Of(attribute.Name), attribute.Values))
            .Select(attribute => attribute switch
            {
                (Role.Severity, [var level]) => $"**Severity**: {level}",
                (Role.Alert, var names) => $"**Alert**: {string.Join(", ", names.Select(name => $"`{name}`"))}",
                _ => "",
            })
            .Where(label => label.Length > 0);

    [GeneratedRegex(@"^ {0,3}<[A-Z]\w{0,60}\s", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^ {0,3}<[A-Z]\w{0,60}(\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s(?<name>[A-Za-z][\w-]{0,40})=(?<value>""[^""]*""|'[^']*'|\{[^{}]*\})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<quote>[""'])(?<text>[^""']*)\k<quote>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(import\s[\w{}*,\s]{1,200}\sfrom\s+['""][^'""]{1,200}['""];?|import\s+['""][^'""]{1,200}['""];?|export\s+(const|default)\s.{0,200})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"^\s*\{/\*.{0,500}\*/\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    // ":::", ":::note", ":::danger Never", ":::tip[Bad rule]", "::: warning Do not"
    [GeneratedRegex(@"^(?<indent>\s{0,8}):{3,6}(\s?\{?\.?[A-Za-z][\w-]{1,30}\}?(\[(?<title>[^\]]{1,120})\]|\s+(?<title>[^\[{].{0,120}))?(\{[^}]*\})?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
