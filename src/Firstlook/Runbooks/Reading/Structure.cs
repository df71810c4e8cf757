using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Firstlook.Runbooks.Reading;

/// <summary>From text to pieces in reading order, by Markdig's block tree. What Markdig refuses (nesting beyond its bound) is read line by line.</summary>
internal static class Structure
{
    static readonly MarkdownPipeline Blocks = Pipeline();

    public static IReadOnlyList<Piece> Read(string text)
    {
        if (Nesting.IsExtreme(text)) return LineScan.Read(text);
        var copied = CopiedBlocks.AsMarkdown(text);
        var lostFences = !ReferenceEquals(copied, text);
        text = ContentTabs.AsMarkdown(TermLists.AsMarkdown(WikiTitles.AsMarkdown(AsciiDoc.AsMarkdown(OrgBlocks.AsMarkdown(WikiBlocks.AsMarkdown(
            Components.AsMarkdown(WideForms.AsMarkdown(copied))))))));
        try
        {
            // Markdig nests list items and quotes by recursion; past its bound of 128 it throws an ArgumentException, and we read lines instead.
            var pieces = new Walk(text).Document(Markdown.Parse(text, Blocks));
            return Ranks.Restore(NestedFences.Opened(LostFirstLines.Restore(text,
                LabelledTitles.Restore(LostTitles.Restore(LostCommands.Restore(text, lostFences,
                    LostLines.Restore(text, UnspacedHeadings.Restore(LostIndents.Restore(text, LostFences.Restore(text, pieces))))))))));
        }
        catch (ArgumentException)
        {
            return LineScan.Read(text);
        }
    }

    // Of the inline parsers only line breaks stay: Inlines reads the rest, in linear time.
    static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter();
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder.Build();
    }

    sealed class Walk(string text)
    {
        readonly List<Piece> pieces = [];
        readonly LineIndex lines = new(text);

        public List<Piece> Document(MarkdownDocument document)
        {
            Container(document, null, false);
            return pieces;
        }

        void Container(ContainerBlock container, Item? item, bool quoted)
        {
            var opens = container is ListItemBlock;
            foreach (var block in container)
            {
                Block(block, item, quoted, opens);
                opens = false;
            }
        }

        void Block(Block block, Item? item, bool quoted, bool opens)
        {
            switch (block)
            {
                case YamlFrontMatterBlock matter:
                    pieces.Add(FrontMatters.Read(Line(matter), LastLine(matter), LinesOf(matter)));
                    break;
                case HeadingBlock heading:
                    Heading(heading, item, quoted, opens);
                    break;
                case FencedCodeBlock fence:
                    var tag = $"{fence.Info} {fence.Arguments}".Trim();
                    pieces.Add(new Fence(Line(fence), LastLine(fence), tag, Content(fence), Line(fence) + 1, FenceForm.Fenced, item, quoted));
                    break;
                case CodeBlock code:
                    var content = Content(code);
                    if (content.Trim().Length > 0) pieces.Add(new Fence(Line(code), LastLine(code), "", content, Line(code), FenceForm.Indented, item, quoted));
                    break;
                case HtmlBlock html:
                    pieces.AddRange(HtmlBlocks.Read(LinesOf(html), item, quoted));
                    break;
                case ParagraphBlock paragraph:
                    pieces.AddRange(Paragraphs.Read(LinesOf(paragraph), item, quoted, opens));
                    break;
                case ListBlock list:
                    if (item is null && list is [ListItemBlock alone] && Underlined(alone, list) is { } title)
                    {
                        pieces.Add(title.Heading);
                        // "2. Postfix", its line of equals signs, and at once "2.1 Deferred mail" above a line of dashes.
                        var part = title.Below is [.., var last] && last.Line < lines.Count && lines.TextAt(last.Line + 1).Trim() is { Length: > 3 } dashes
                            && dashes.AsSpan().IndexOfAnyExcept('-') < 0 && new Heading(last.Line, last.Line, 2, Inlines.Read(last.Text, last.Line)) is var below
                            && IsUnderlinedWhole(below)
                            ? below : null;
                        if (part is not null) title.Below.RemoveAt(title.Below.Count - 1);
                        if (title.Below.Count > 0) pieces.AddRange(Paragraphs.Read(title.Below, null, quoted, false));
                        if (part is not null) pieces.Add(part);
                    }
                    else foreach (var child in list.OfType<ListItemBlock>())
                    {
                        // "5. Library proxy" underlined behind another list's "4. Tell the partners": Markdown counts on.
                        if (item is null && child == list[^1] && Underlined(child, list) is { Below.Count: 0 } last && IsUnderlinedWhole(last.Heading)) pieces.Add(last.Heading);
                        else ListItem(child, list, item, quoted);
                    }

                    break;
                case QuoteBlock quote:
                    Quote(quote, item, opens);
                    break;
                case ContainerBlock other:
                    Container(other, item, quoted);
                    break;
            }
        }

        // "- >5% of requests fail" is a quotation inside an item for Markdown, and a threshold for its writer.
        void Quote(QuoteBlock quote, Item? item, bool opens)
        {
            if (opens && quote is [ParagraphBlock threshold] && LinesOf(threshold) is [var first, ..] && first.Text.TrimStart() is [>= '0' and <= '9' or '=', ..])
            {
                pieces.AddRange(Paragraphs.Read([(">" + first.Text.TrimStart(), first.Line), .. LinesOf(threshold).Skip(1)], item, false, true));
                return;
            }

            var start = opens;
            foreach (var block in quote)
            {
                Block(block, item, true, start);
                start = false;
            }
        }

        void ListItem(ListItemBlock block, ListBlock list, Item? parent, bool quoted)
        {
            var item = new Item(parent, Line(block), list.IsOrdered ? block.Order : null) { EndLine = LastLine(block), Marker = list.BulletType };
            Container(block, item, quoted);
        }

        // "1. Too many connections" above a line of dashes is an item and a rule for Markdown, and a heading for whoever wrote it; what stands right
        // below a line of equals signs is more of the item, and was meant to be the first sentence.
        (Heading Heading, List<(string Text, int Line)> Below)? Underlined(ListItemBlock block, ListBlock list)
        {
            if (!list.IsOrdered || block is not [ParagraphBlock paragraph] || LinesOf(paragraph) is not [var first, ..] content) return null;
            var dashed = content.Count == 1;
            var below = dashed ? first.Line < lines.Count ? lines.TextAt(first.Line + 1).Trim() : "" : content[1].Text.Trim();
            if (below.Length < Math.Max(4, first.Text.Length / 2) || below.AsSpan().IndexOfAnyExcept(dashed ? '-' : '=') >= 0) return null;
            return (new Heading(first.Line, first.Line, dashed ? 2 : 1, Inlines.Read($"{block.Order}. {first.Text}", first.Line)), [.. content.Skip(2)]);
        }

        // A line as long as what it underlines; a rule has a length of its own.
        bool IsUnderlinedWhole(Heading heading)
        {
            const int Slack = 3;
            return heading.Line < lines.Count && Math.Abs(lines.TextAt(heading.Line + 1).Trim().Length - lines.TextAt(heading.Line).Trim().Length) <= Slack;
        }

        // A line of dashes under a paragraph makes it a heading for Markdown; most writers meant a rule.
        void Heading(HeadingBlock block, Item? item, bool quoted, bool opens)
        {
            const int LongestSetext = 80;
            var content = LinesOf(block);
            var prose = Inlines.Read(content);
            var meantAsRule = block.IsSetext && block.Level == 2
                && (content.Count > 1 || prose.Plain.Length > LongestSetext || prose.Plain.EndsWith('.') || prose.LeadingStrong is not null || prose.StartsWith('|'));
            // Pages that were joined keep what stood above each: "---", "title: Queue full", "alert: QueueFull", "---".
            if (block.IsSetext && block.Level == 2 && item is null && pieces.Count > 0 && FrontMatters.Opens(content))
                pieces.Add(FrontMatters.Read(Line(block), LastLine(block), content));
            else if (meantAsRule) pieces.AddRange(Paragraphs.Read(content, item, quoted, opens));
            else if (!prose.IsEmpty) pieces.Add(Anchors.Apart(new(Line(block), Line(block), block.Level, prose, item, quoted)));
        }

        // Of a heading that is underlined the parser tells the line of the underline.
        int Line(Block block) => block is HeadingBlock { IsSetext: true } ? lines.LineAt(block.Span.Start) : block.Line + 1;

        int LastLine(Block block) => Math.Max(Line(block), lines.LineAt(Math.Min(block.Span.End, text.Length - 1)));

        List<(string Text, int Line)> LinesOf(LeafBlock leaf)
        {
            var found = new List<(string, int)>();
            if (leaf.Inline is { FirstChild: LiteralInline { NextSibling: null } only })
            {
                found.Add((only.Content.ToString(), Line(leaf)));
            }
            else if (leaf.Inline is { } inline)
            {
                var line = Line(leaf);
                var current = new System.Text.StringBuilder();
                foreach (var part in inline)
                {
                    if (part is LineBreakInline)
                    {
                        found.Add((current.ToString(), line++));
                        current.Clear();
                    }
                    else if (part is LiteralInline literal)
                    {
                        current.Append(literal.Content.ToString());
                    }
                }

                found.Add((current.ToString(), line));
            }
            else
            {
                for (var i = 0; i < leaf.Lines.Count; i++) found.Add((leaf.Lines.Lines[i].Slice.ToString(), leaf.Lines.Lines[i].Line + 1));
            }

            return found;
        }

        static string Content(CodeBlock code) => code.Lines.ToString();
    }
}

/// <summary>Line numbers of offsets.</summary>
internal sealed class LineIndex
{
    readonly string text;
    readonly List<int> starts = [0];

    public LineIndex(string text)
    {
        this.text = text;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1)) starts.Add(end + 1);
    }

    public int Count => starts.Count;

    /// <param name="line">1-based.</param>
    /// <returns>Without its end.</returns>
    public string TextAt(int line) => line < starts.Count ? text[starts[line - 1]..(starts[line] - 1)] : text[starts[line - 1]..];

    /// <returns>1-based.</returns>
    public int LineAt(int offset)
    {
        var at = starts.BinarySearch(offset);
        return at >= 0 ? at + 1 : ~at;
    }
}
