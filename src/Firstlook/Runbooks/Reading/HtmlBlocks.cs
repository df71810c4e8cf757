using System.Net;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The parts of raw HTML that matter: <c>&lt;pre&gt;</c> is a code block, <c>&lt;summary&gt;</c> and headings are headings, tables and lists are what they are
/// (<see cref="HtmlPage"/>), the rest is prose; comments are silent.</summary>
internal static partial class HtmlBlocks
{
    public static IEnumerable<Piece> Read(List<(string Text, int Line)> lines, Item? item, bool quoted)
    {
        var text = new List<(string, int)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Annotations.OfComment(lines[i].Text) is { } annotations)
            {
                yield return new Remark(lines[i].Line, annotations, item, quoted);
                continue;
            }

            var pre = Pre().Match(lines[i].Text);
            if (pre.Success)
            {
                foreach (var piece in Prose(text, item, quoted)) yield return piece;
                text.Clear();
                yield return Preformatted(lines, ref i, pre, item, quoted);
                continue;
            }

            if (TitleTag().Match(lines[i].Text) is { Success: true } title)
            {
                var words = Inlines.Read(WebUtility.HtmlDecode(AnyTag().Replace(title.Groups["text"].Value, "")), lines[i].Line);
                // "<summary><h2>QueueFull</h2></summary>" has the rank that it says.
                var level = title.Groups["level"] is { Success: true } own ? own : InnerTitle().Match(title.Groups["text"].Value).Groups["level"];
                if (!words.IsEmpty)
                    yield return new Heading(lines[i].Line, lines[i].Line, level.Success ? level.Value[0] - '0' : 5, words, item, quoted) { Folds = !level.Success };
                continue;
            }

            text.Add(lines[i]);
        }

        foreach (var piece in Prose(text, item, quoted)) yield return piece;
    }

    static Fence Preformatted(List<(string Text, int Line)> lines, ref int i, Match pre, Item? item, bool quoted)
    {
        var first = lines[i].Line;
        var content = new List<string> { lines[i].Text[(pre.Index + pre.Length)..] };
        var opening = true;
        while (true)
        {
            var end = content[^1].IndexOf("</pre", StringComparison.OrdinalIgnoreCase);
            if (end >= 0) content[^1] = content[^1][..end];
            if (end >= 0 || i + 1 >= lines.Count) break;
            content.Add(lines[++i].Text);
            opening = false;
        }

        var plain = content.Select(l => WebUtility.HtmlDecode(CodeTag().Replace(l, ""))).ToList();
        var skipped = !opening && plain[0].Trim().Length == 0 ? 1 : 0;
        return new(first, lines[i].Line, pre.Groups["lang"].Value, string.Join('\n', plain.Skip(skipped)), first + skipped, FenceForm.Preformatted, item, quoted);
    }

    static IEnumerable<Piece> Prose(List<(string Text, int Line)> lines, Item? item, bool quoted)
    {
        var visible = WithoutComments(lines).Where(l => l.Text.Trim().Length > 0).ToList();
        return visible.Count == 0
            ? []
            : HtmlPage.Structures(visible) || visible.Exists(l => l.Text.Contains("<code", StringComparison.OrdinalIgnoreCase))
            ? HtmlPage.Read(visible, item, quoted)
            : Paragraphs.Read(visible, item, quoted, false);
    }

    static IEnumerable<(string Text, int Line)> WithoutComments(List<(string Text, int Line)> lines)
    {
        var inside = false;
        foreach (var (text, line) in lines)
        {
            var rest = text;
            if (inside)
            {
                var end = rest.IndexOf("-->", StringComparison.Ordinal);
                if (end < 0) continue;
                rest = rest[(end + 3)..];
                inside = false;
            }

            var start = rest.IndexOf("<!--", StringComparison.Ordinal);
            if (start >= 0)
            {
                var end = rest.IndexOf("-->", start, StringComparison.Ordinal);
                inside = end < 0;
                rest = rest[..start] + (end < 0 ? "" : rest[(end + 3)..]);
            }

            yield return (rest, line);
        }
    }

    [GeneratedRegex(@"<pre\b[^>]{0,200}?(lang(uage)?[=-]""?(?<lang>\w+))?[^>]{0,200}>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pre();

    [GeneratedRegex(@"<(summary|h(?<level>[1-6]))\b[^>]{0,200}>(?<text>.{0,400}?)(</(summary|h[1-6])>|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TitleTag();

    [GeneratedRegex(@"^\s*<h(?<level>[1-6])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex InnerTitle();

    [GeneratedRegex(@"</?code\b[^>]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex CodeTag();

    [GeneratedRegex(@"<[^>]{0,200}>")]
    private static partial Regex AnyTag();
}
