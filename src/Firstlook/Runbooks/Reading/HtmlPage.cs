using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Tables, lists and paragraphs that stand as raw HTML, as wikis export them. Marks within a line are put as Markdown has them and read by
/// <see cref="Inlines"/>, so that a cell's <c>&lt;code&gt;</c> is a command like any. Never fails: what is not closed ends with the block.
/// </summary>
internal sealed partial class HtmlPage(Item? around, bool quotedAround)
{
    const int DeepestList = 32;

    readonly List<Piece> pieces = [];
    readonly List<(string Text, int Line)> lines = [];
    readonly StringBuilder line = new();
    readonly Stack<Item> items = new();
    readonly List<Row> rows = [];
    readonly List<Prose> cells = [];
    int lineNumber, rowLine, tableLine, quotes, tables, preserved;
    bool inCell, headed, opensItem;

    /// <summary>Whether the lines hold any element that makes a structure.</summary>
    public static bool Structures(List<(string Text, int Line)> lines) => lines.Exists(l => Structure().IsMatch(l.Text));

    public static IEnumerable<Piece> Read(List<(string Text, int Line)> lines, Item? item, bool quoted)
    {
        var page = new HtmlPage(item, quoted);
        foreach (var (text, number) in lines)
        {
            page.lineNumber = number;
            page.Line(text);
            page.EndLine();
        }

        page.Flush();
        page.EndTable();
        return page.pieces;
    }

    Item? Current => items.Count > 0 ? items.Peek() : around;

    void Line(string text)
    {
        var from = 0;
        foreach (Match tag in Tag().Matches(text))
        {
            Words(text[from..tag.Index]);
            from = tag.Index + tag.Length;
            Element(tag.Groups["name"].Value.ToLowerInvariant(), tag.Groups["close"].Success, tag);
        }

        Words(text[from..]);
    }

    void Words(string text)
    {
        // What is written as an entity is meant as that character, and none of it is a mark of Markdown's.
        if (text.Length > 0) line.Append(preserved > 0 ? WebUtility.HtmlDecode(text).Replace('`', '\'') : Escaped(text));
    }

    // "&lt;JOB&gt;" would be a tag, once it is decoded.
    static string Escaped(string text) => WebUtility.HtmlDecode(text.Replace("&lt;", "\\&lt;", StringComparison.Ordinal)).Replace('\u00A0', ' ');

    void Element(string name, bool closes, Match tag)
    {
        switch (name)
        {
            case "code" or "kbd" or "tt" or "samp":
                preserved = Math.Max(0, preserved + (closes ? -1 : 1));
                line.Append('`');
                break;
            case "strong" or "b" when preserved == 0:
                line.Append("**");
                break;
            case "a" when preserved == 0:
                if (!closes && tag.Groups["href"].Success) line.Append('[');
                else if (closes && links.TryPop(out var href) && href.Length > 0) line.Append("](").Append(href).Append(')');
                if (!closes) links.Push(tag.Groups["href"].Value);
                break;
            case "br" when inCell:
                line.Append(' ');
                break;
            case "br":
                EndLine();
                break;
            case "p" or "div" or "section" or "center" or "details" or "summary" or "dl" or "dt" or "dd" when !inCell:
                Flush();
                break;
            case "p" or "div" or "li" when inCell:
                line.Append(' ');
                break;
            case "blockquote" when !inCell:
                Flush();
                quotes = Math.Max(0, quotes + (closes ? -1 : 1));
                break;
            case "ul" or "ol" when !inCell:
                Flush();
                break;
            case "li":
                Flush();
                if (!closes && items.Count < DeepestList)
                {
                    items.Push(new Item(Current, lineNumber, null) { Marker = '-' });
                    opensItem = true;
                }
                else if (closes && items.TryPop(out var ended))
                {
                    ended.EndLine = lineNumber;
                }

                break;
            case "table":
                if (!closes && tables++ == 0)
                {
                    Flush();
                    (tableLine, headed) = (lineNumber, false);
                }
                else if (closes && --tables <= 0)
                {
                    EndTable();
                }

                break;
            case "tr" when tables == 1:
                EndCell();
                if (cells.Count > 0) rows.Add(new(rowLine, [.. cells]));
                cells.Clear();
                rowLine = lineNumber;
                break;
            case "td" or "th" when tables == 1:
                EndCell();
                if (closes) break;
                inCell = true;
                headed |= name == "th" && rows.Count == 0;
                break;
        }
    }

    readonly Stack<string> links = new();

    void EndCell()
    {
        if (!inCell) return;
        cells.Add(Inlines.Read(line.ToString().Trim(), lineNumber));
        line.Clear();
        (inCell, preserved) = (false, 0);
    }

    void EndTable()
    {
        EndCell();
        if (cells.Count > 0) rows.Add(new(rowLine, [.. cells]));
        cells.Clear();
        tables = 0;
        // Without a head the columns have no names, as in Markdown's own tables with an empty first row.
        if (rows.Count > 0)
            pieces.Add(new Table(tableLine, lineNumber, headed ? rows[0].Cells : [.. rows[0].Cells.Select(cell => new Prose("", cell.Line, []))],
                [.. headed ? rows.Skip(1) : rows], Current, quotedAround || quotes > 0));
        rows.Clear();
    }

    void EndLine()
    {
        if (inCell)
        {
            line.Append(' ');
            return;
        }

        if (tables > 0)
        {
            line.Clear();
            return;
        }

        if (preserved > 0) line.Append('`');
        preserved = 0;
        if (line.ToString().Trim() is { Length: > 0 } text) lines.Add((text, lineNumber));
        line.Clear();
    }

    void Flush()
    {
        if (inCell || tables > 0) return;
        EndLine();
        if (lines.Count == 0) return;
        pieces.AddRange(Paragraphs.Read([.. lines], Current, quotedAround || quotes > 0, opensItem));
        lines.Clear();
        opensItem = false;
    }

    [GeneratedRegex(@"<(table|tr|td|th|ul|ol|li|blockquote)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Structure();

    [GeneratedRegex(@"<(?<close>/)?(?<name>[a-z][a-z0-9]{0,12})\b(\s[^>]{0,200}?href=[""'](?<href>[^""'>]{0,300})[""'])?[^>]{0,300}>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
