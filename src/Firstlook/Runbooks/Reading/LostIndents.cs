namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Blocks that are set off by four blanks and nothing else: right below the sentence that introduces them, or below a list, where CommonMark reads
/// more of the sentence or of the item. Lines that somebody would type, and fences that are indented so, are the blocks that were meant.
/// </summary>
internal static class LostIndents
{
    const int Deep = 4;
    const int LongestLine = 2000;

    public static IReadOnlyList<Piece> Restore(string text, IReadOnlyList<Piece> pieces)
    {
        if (!text.Contains("\n    ", StringComparison.Ordinal) && !text.Contains("\n\t", StringComparison.Ordinal)) return pieces;
        var page = text.Split('\n');
        // A page that sets off its blocks so and by no fence at all: an indentation says what it says.
        var habitual = !pieces.Any(p => p is Fence { Form: FenceForm.Fenced }) && pieces.Any(p => p is Fence { Form: FenceForm.Indented });
        return [.. pieces.SelectMany(piece =>
            piece is Paragraph paragraph && paragraph.EndLine <= page.Length
                ? Parted(paragraph, page, habitual) : [piece is Fence { Form: FenceForm.Indented } block && IsRemark(block.Text.Trim()) ? Said(block) : piece])];
    }

    // "    (wait a minute, then look again)": nobody types that, and no program prints it.
    static bool IsRemark(string text) =>
        text is ['(', >= 'a' and <= 'z', .., ')'] && text.Contains(' ', StringComparison.Ordinal) && text.AsSpan().IndexOfAny(Typed) < 0
            && !ShellPrograms.Begins(text[1..]);

    static readonly System.Buffers.SearchValues<char> Typed = System.Buffers.SearchValues.Create("\n&|;$/=`<>{}[]\"");

    static Paragraph Said(Fence block) => new(block.Line, block.EndLine, Inlines.Read(block.Text.Trim(), block.Line), block.Item, block.Quoted, false);

    static IEnumerable<Piece> Parted(Paragraph paragraph, string[] page, bool habitual)
    {
        var around = paragraph.Item is { } item ? Depth(page[item.Line - 1]) : Math.Min(Depth(page[paragraph.Line - 1]), Deep - 1);
        var deep = around + Deep;
        // Below a list, or below a line that was read as a label, all of it may be the block.
        var isWhole = !paragraph.OpensItem && Depth(page[paragraph.Line - 1]) >= (paragraph.Item is null ? Deep : deep);
        if (isWhole && paragraph.Item is null) deep = Deep;
        if (!isWhole && paragraph.EndLine == paragraph.Line) return [paragraph];
        var parts = new List<Piece>();
        var prose = new List<(string Text, int Line)>();
        for (var line = paragraph.Line; line <= paragraph.EndLine; line++)
        {
            var end = line;
            while (end <= paragraph.EndLine && Depth(page[end - 1]) >= deep && (isWhole || end > paragraph.Line)) end++;
            if (end == line || !IsBlock(page[(line - 1)..(end - 1)], line > 1 ? page[line - 2].Trim() : "", habitual, paragraph.Item is not null))
            {
                for (var last = Math.Max(line, end - 1); line <= last; line++) prose.Add((page[line - 1].Trim(), line));
                line--;
                continue;
            }

            Say();
            parts.AddRange(Blocks(page[(line - 1)..(end - 1)], line, paragraph));
            line = end - 1;
        }

        if (parts.Count == 0) return [paragraph];
        Say();
        return parts;

        void Say()
        {
            if (prose.Count > 0) parts.AddRange(Paragraphs.Read(prose, paragraph.Item, paragraph.Quoted, paragraph.OpensItem && prose[0].Line == paragraph.Line));
            prose = [];
        }
    }

    static bool IsBlock(string[] lines, string above, bool habitual, bool inItem)
    {
        var written = lines.Select(l => l.Trim()).ToList();
        if (written.Exists(l => FenceScan.Opening(l) is not null)) return true;
        if (written[0] is ['-' or '*' or '•' or '+', ' ', ..] || written.Exists(l => l.Length is 0 or > LongestLine)) return false;
        if (Transcripts.Read(string.Join('\n', written)).Count > 0) return true;
        if (written.TrueForAll(IsTyped)) return inItem || habitual || above is [.., ':' or '.' or '!' or '?' or ')'];
        if (!habitual) return false;
        var role = Roles.Of(above.TrimEnd(':'));
        if (inItem) return written.Exists(ShellPrograms.BeginsUnmistakably);
        return role == Role.Template || written.Exists(ShellPrograms.Begins)
            || (!role.IsField() || role is Role.Diagnosis or Role.Action or Role.Verification) && (above is [.., ':' or ')'] || LostLines.IsShouted(above));
    }

    static bool IsTyped(string line) => ShellPrograms.BeginsUnmistakably(line) && UnknownPrograms.Begins(line);

    static IEnumerable<Piece> Blocks(string[] lines, int first, Paragraph within)
    {
        var shallowest = lines.Min(Depth);
        if (Array.Exists(lines, l => FenceScan.Opening(l) is not null)) return LostFences.Split(lines, first, within.Item, within.Quoted);
        return [new Fence(first, first + lines.Length - 1, "",
            string.Join('\n', lines.Select(l => l.TrimEnd()).Select(l => l[Math.Min(Blanks(l, shallowest), l.Length)..])), first, FenceForm.Indented, within.Item,
            within.Quoted)];
    }

    // A tab is as deep as four blanks.
    static int Depth(string line)
    {
        var depth = 0;
        foreach (var character in line)
        {
            if (character == ' ') depth++;
            else if (character == '\t') depth += Deep - depth % Deep;
            else return depth;
        }

        return 0;
    }

    // How many characters of the line make up that depth.
    static int Blanks(string line, int depth)
    {
        var at = 0;
        for (var reached = 0; at < line.Length && reached < depth && line[at] is ' ' or '\t'; at++) reached += line[at] == '\t' ? Deep - reached % Deep : 1;
        return at;
    }
}
