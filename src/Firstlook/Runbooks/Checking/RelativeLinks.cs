using System.Text.RegularExpressions;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking;

/// <summary>A link from a runbook to something beside it.</summary>
/// <param name="Path">Relative to the runbook's folder, as written, decoded; empty for the runbook itself.</param>
/// <param name="Anchor">Null where there is none.</param>
public sealed record RelativeLink(int Line, string Url, string Path, string? Anchor);

/// <summary>The links whose targets a repository can be asked for: no addresses, no mail, no absolute paths.</summary>
public static partial class RelativeLinks
{
    public static IEnumerable<RelativeLink> Of(Runbook runbook)
    {
        var lines = runbook.Text.Split('\n');
        var outline = Outline.Of(Structure.Read(runbook.Text), lines.Length);
        return Of(outline, lines, outline.CodeLines(lines.Length));
    }

    /// <summary>GitHub's anchors of a Markdown text, those of its headings and those that it sets itself.</summary>
    public static IReadOnlySet<string> Anchors(string markdown) => Anchors(Outline.Of(Structure.Read(markdown), markdown.AsSpan().Count('\n') + 1), markdown);

    internal static HashSet<string> Anchors(Outline outline, string text)
    {
        var anchors = outline.Sections.Select(s => s.Slug).Where(s => s.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        anchors.UnionWith(OwnAnchor().Matches(text).Select(m => m.Groups["name"].Value));
        return anchors;
    }

    /// <param name="isCode">By 0-based line: whether it is inside a code block.</param>
    internal static IEnumerable<RelativeLink> Of(Outline outline, string[] lines, bool[] isCode) => Inline(outline).Concat(Defined(lines, isCode));

    // "[the list]: ./list.md#part", which "[see here][the list]" leads to (CommonMark, "Link reference definitions"); a footnote is none.
    static IEnumerable<RelativeLink> Defined(string[] lines, bool[] isCode)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            if (!isCode[line] && lines[line].Length < 2_000 && lines[line].Contains("]:", StringComparison.Ordinal) && Definition().Match(lines[line]) is { Success: true } defined
                && Parsed(defined.Groups["url"].Value, line + 1) is { } link)
                yield return link;
        }
    }

    static IEnumerable<RelativeLink> Inline(Outline outline)
    {
        foreach (var piece in outline.Pieces.Select(p => p.Piece))
        {
            var texts = piece switch { Heading h => [h.Text], Paragraph p => [p.Text], Table t => t.Rows.SelectMany(r => r.Cells).Concat(t.Header),
                _ => Enumerable.Empty<Prose>() };
            foreach (var mark in texts.SelectMany(t => t.Links))
            {
                if (mark.Url is { } url && Parsed(url, mark.Line) is { } link) yield return link;
            }
        }
    }

    static RelativeLink? Parsed(string url, int line)
    {
        if (url.Length < 2 || url[0] is '/' or '<' or '{' or '$' || url.Contains("://", StringComparison.Ordinal)
            || url.Contains("{{", StringComparison.Ordinal))
            return null;
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !url.AsSpan(0, colon).Contains('/') && !url.AsSpan(0, colon).Contains('.')) return null;
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return new(line, url, Uri.UnescapeDataString(query < 0 ? path : path[..query]), hash < 0 || hash == url.Length - 1 ? null : Uri.UnescapeDataString(url[(hash + 1)..]));
    }

    [GeneratedRegex(@"^ {0,3}\[(?!\^)[^\[\]]{1,300}\]:[ \t]*(<(?<url>[^<>]+)>|(?<url>[^\s<]\S*))", RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex(@"<a\s[^>]{0,100}?(name|id)=[""'](?<name>[^""']{1,100})[""']", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnAnchor();
}
