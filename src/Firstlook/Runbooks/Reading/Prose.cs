using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>A run of text with its inline marks taken out and remembered.</summary>
/// <param name="plain">What a reader sees: no backticks, asterisks or link targets; lines joined by a space.</param>
/// <param name="line">1-based line of its first character.</param>
/// <param name="marks">In the order in which they begin.</param>
internal sealed class Prose(string plain, int line, List<Mark> marks)
{
    // Most text has none; nobody adds to what a text has.
    static readonly List<Mark> NoMarks = [];

    public static readonly Prose Empty = new("", 1, NoMarks);

    Role? role;
    string? folded;
    bool? hasCommand;

    public string Plain { get; } = plain;

    public int Line { get; } = line;

    public List<Mark> Marks { get; } = marks.Count == 0 ? NoMarks : marks;

    public List<Mark> Codes { get; } = Of(marks, MarkKind.Code);

    public List<Mark> Links { get; } = Of(marks, MarkKind.Link);

    /// <summary>What it says as a heading, label, or head of a column.</summary>
    public Role Role => role ??= Roles.Of(Plain);

    /// <summary>As <see cref="Words.Fold"/> has it.</summary>
    public string Folded => folded ??= Words.Fold(Plain);

    /// <summary>True where a code span in it is something to run.</summary>
    public bool HasCommand => hasCommand ??= Codes.Any(c => InlineCommands.LanguageOf(c.Text) is not null);

    public bool StartsWith(char character) => Plain.Length > 0 && Plain[0] == character;

    /// <summary>The bold run that opens it, or null.</summary>
    public Mark? LeadingStrong
    {
        get
        {
            foreach (var mark in Marks)
            {
                if (mark.Kind == MarkKind.Strong && Plain.AsSpan(0, mark.Start).Trim(" ✅❌⚠️🔴🟠🟡🟢🔵☐-").IsEmpty) return mark;
            }

            return null;
        }
    }

    /// <summary>Those that stand in a part of it as a whole, as offsets into that part.</summary>
    public List<Mark> MarksWithin(int start, int end)
    {
        if (Marks.Count == 0) return NoMarks;
        var (low, high) = (0, Marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Marks[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        var within = new List<Mark>();
        for (var i = low; i < Marks.Count && Marks[i].Start < end; i++)
        {
            if (Marks[i].End <= end) within.Add(Marks[i] with { Start = Marks[i].Start - start });
        }

        return within;
    }

    static List<Mark> Of(List<Mark> marks, MarkKind kind)
    {
        var of = 0;
        foreach (var mark in marks) of += mark.Kind == kind ? 1 : 0;
        return of == 0 ? NoMarks : of == marks.Count ? marks : marks.FindAll(m => m.Kind == kind);
    }

    public bool IsEmpty => Plain.Length == 0;

    /// <summary>Without the box that it is to be ticked off in.</summary>
    public Prose Unticked => Words.LengthOfTickBox(Plain) is > 0 and var box ? From(box) : this;

    /// <summary>The part from <paramref name="start"/> on, marks moved with it.</summary>
    public Prose From(int start)
    {
        while (start < Plain.Length && char.IsWhiteSpace(Plain[start])) start++;
        return start == 0 ? this : new(Plain[start..], Line, MarksWithin(start, Plain.Length));
    }
}

internal enum MarkKind
{
    Code,
    Strong,
    Link,

    /// <summary>A line that its writer ended by "&lt;br&gt;": encloses nothing.</summary>
    Break,
}

/// <param name="Start">Offset in <see cref="Prose.Plain"/>.</param>
/// <param name="Text">What it encloses, as displayed.</param>
/// <param name="Url">Of a link; null otherwise.</param>
internal sealed record Mark(MarkKind Kind, int Start, string Text, int Line, string? Url = null)
{
    public int End => Start + Text.Length;
}

/// <summary>
/// Reads inline marks in one pass. Markdig's own inline parser is left out on purpose: it is slower than linear on
/// hostile runs of backticks and pipes, and its tables are made of inlines.
/// </summary>
internal static partial class Inlines
{
    const int LongestIdentifier = 31 + 8 * 31;

    [GeneratedRegex(@"^[a-z][a-z0-9]{0,30}(_[a-z0-9]{1,30}){1,8}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier();

    public static Prose Read(IReadOnlyList<(string Text, int Line)> lines)
    {
        if (lines.Count == 0) return Prose.Empty;
        // Most lines carry no mark at all.
        if (lines.Count == 1 && lines[0].Text.AsSpan().IndexOfAny(Special) < 0) return new(lines[0].Text.Trim(), lines[0].Line, []);
        return new Reader(lines).Read();
    }

    public static Prose Read(string text, int line) => Read([(text, line)]);

    static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\\`*_[!<&\n");

    sealed class Reader
    {
        readonly string source;
        readonly int[] lineStarts;
        readonly int firstLine;
        readonly StringBuilder plain = new();
        readonly List<Mark> marks = [];
        readonly Dictionary<int, List<int>> backtickRuns = [];
        int openStrong = -1;
        int openStrongLine;
        int openEmphasis = -1;

        public Reader(IReadOnlyList<(string Text, int Line)> lines)
        {
            firstLine = lines[0].Line;
            source = lines.Count == 1 ? lines[0].Text.Trim() : string.Join('\n', lines.Select(l => l.Text.Trim()));
            lineStarts = lines.Count == 1 && !source.Contains('\n') ? OneLine : [.. Starts(source)];
            FindBacktickRuns();
        }

        static readonly int[] OneLine = [0];

        static IEnumerable<int> Starts(string source)
        {
            yield return 0;
            for (var i = 0; i < source.Length; i++)
            {
                if (source[i] == '\n') yield return i + 1;
            }
        }

        // Where runs of each length stand, so that the partner of an opening run is found without scanning ahead each time.
        void FindBacktickRuns()
        {
            for (var i = source.IndexOf('`'); i >= 0 && i < source.Length; i++)
            {
                if (source[i] != '`') continue;
                var end = i;
                while (end < source.Length && source[end] == '`') end++;
                if (!backtickRuns.TryGetValue(end - i, out var starts)) backtickRuns[end - i] = starts = [];
                starts.Add(i);
                i = end - 1;
            }
        }

        public Prose Read()
        {
            var i = 0;
            while (i < source.Length) i = Step(i);
            while (plain.Length > 0 && char.IsWhiteSpace(plain[^1])) plain.Length--;
            if (marks.Count == 0) return new(plain.ToString(), firstLine, []);
            var length = plain.Length;
            return new(plain.ToString(), firstLine, [.. marks.Where(m => m.End <= length).OrderBy(m => m.Start)]);
        }

        int Step(int i) => source[i] switch
        {
            '\\' when i + 1 < source.Length && (char.IsPunctuation(source[i + 1]) || (char.IsSymbol(source[i + 1]) && source[i + 1] != '`')) => Literal(i + 1),
            '`' => Code(i),
            '*' or '_' => Emphasis(i),
            '[' => Link(i, i),
            '!' when i + 1 < source.Length && source[i + 1] == '[' => Link(i, i + 1),
            '<' => Angle(i),
            '&' => Entity(i),
            '\n' => Break(i),
            _ => Literal(i),
        };

        int Literal(int i)
        {
            plain.Append(source[i]);
            return i + 1;
        }

        int Break(int i)
        {
            if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            return i + 1;
        }

        int Code(int i)
        {
            var length = 0;
            while (i + length < source.Length && source[i + length] == '`') length++;
            var starts = backtickRuns[length];
            var at = starts.BinarySearch(i);
            if (at < 0 || at + 1 >= starts.Count)
            {
                plain.Append('`', length);
                return i + length;
            }

            var close = starts[at + 1];
            var content = source[(i + length)..close].Replace('\n', ' ').Trim();
            if (length >= 3) content = WithoutTag(content);
            if (content.Length > 0) marks.Add(new(MarkKind.Code, plain.Length, content, LineOf(i)));
            plain.Append(content);
            return close + length;
        }

        // A fence that lost its line ends: ```bash df -h``` within a sentence.
        static string WithoutTag(string content)
        {
            var space = content.IndexOf(' ', StringComparison.Ordinal);
            return space > 0 && ContentLanguages.OfTag(content[..space]) is not null ? content[(space + 1)..].Trim() : content;
        }

        int Emphasis(int i)
        {
            var mark = source[i];
            var length = 1;
            while (i + length < source.Length && source[i + length] == mark) length++;
            var before = i > 0 ? source[i - 1] : ' ';
            var after = i + length < source.Length ? source[i + length] : ' ';
            var insideWord = mark == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
            var loose = char.IsWhiteSpace(before) && char.IsWhiteSpace(after);
            if (insideWord || loose
                || (mark == '_' && length == 1 && (char.IsLetterOrDigit(before) == char.IsLetterOrDigit(after))
                    && !(openEmphasis >= 0 && before is ':' or '.' or '!' or '?' && char.IsWhiteSpace(after))))
            {
                plain.Append(mark, length);
                return i + length;
            }

            if (length >= 2)
            {
                if (openStrong < 0 && !char.IsWhiteSpace(after))
                {
                    openStrong = plain.Length;
                    openStrongLine = LineOf(i);
                }
                else if (openStrong >= 0)
                {
                    var text = plain.ToString(openStrong, plain.Length - openStrong);
                    if (text.Trim().Length > 0) marks.Add(new(MarkKind.Strong, openStrong, text, openStrongLine));
                    openStrong = -1;
                }
            }
            else if (openEmphasis >= 0 && plain.Length - openEmphasis <= LongestIdentifier && plain.ToString(openEmphasis, plain.Length - openEmphasis) is var named && Identifier().IsMatch(named))
            {
                // "Alert is *approval\_rate\_low*": what an editor without code spans sets apart.
                marks.Add(new(MarkKind.Code, openEmphasis, named, LineOf(i)));
                openEmphasis = -1;
            }
            else if (mark == '*' && IsOperator(before, after) && !ClosesSentence(i, before, after))
            {
                plain.Append(mark);
            }
            else
            {
                openEmphasis = plain.Length;
            }

            return i + length;
        }

        // "*high*. Look at the queue": a full stop right behind what was emphasised, and then a blank; "*.log" and "foo*.log" go on.
        bool ClosesSentence(int i, char before, char after) =>
            openEmphasis >= 0 && !char.IsWhiteSpace(before) && after is '.' or '/' && (i + 2 >= source.Length || char.IsWhiteSpace(source[i + 2]));

        static bool IsOperator(char before, char after) =>
            char.IsDigit(before) || char.IsDigit(after) || (before is '.' or '/' && !char.IsWhiteSpace(after)) || after is '.' or '/';

        // A link's words are read again as prose, so that `[**Name**](url)` and [`name`](url) keep their marks.
        int Link(int i, int bracket)
        {
            const int LongestLabel = 300;
            var close = Closing(bracket, '[', ']', LongestLabel);
            if (close < 0 || close + 1 >= source.Length || source[close + 1] is not '(') return Literal(i);
            var end = Closing(close + 1, '(', ')', 600);
            if (end < 0) return Literal(i);
            var url = source[(close + 2)..end].Trim();
            // "[the list](<gone two.md>)": blanks stand within angle brackets; behind them, or behind an address without any, stands a title.
            var stop = url.StartsWith('<') ? url.IndexOf('>', StringComparison.Ordinal) + 1 : url.IndexOf(' ', StringComparison.Ordinal);
            if (stop > 0) url = url[..stop];
            var inner = Inlines.Read(source[(bracket + 1)..close], LineOf(i));
            marks.Add(new(MarkKind.Link, plain.Length, inner.Plain, LineOf(i), url.Trim('<', '>')));
            marks.AddRange(inner.Marks.Where(m => m.Kind != MarkKind.Link).Select(m => m with { Start = m.Start + plain.Length }));
            plain.Append(inner.Plain);
            return end + 1;
        }

        int Closing(int open, char opening, char closing, int within)
        {
            var depth = 0;
            for (var i = open; i < source.Length && i < open + within; i++)
            {
                if (source[i] == '\\') i++;
                else if (source[i] == opening) depth++;
                else if (source[i] == closing && --depth == 0) return i;
            }

            return -1;
        }

        int Angle(int i)
        {
            var end = source.IndexOf('>', i, Math.Min(300, source.Length - i));
            if (end < 0) return Literal(i);
            var inside = source.AsSpan(i + 1, end - i - 1);
            if (inside.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                marks.Add(new(MarkKind.Link, plain.Length, inside.ToString(), LineOf(i), inside.ToString()));
                plain.Append(inside);
                return end + 1;
            }

            var name = inside.Trim('/').Trim();
            var cut = name.IndexOf(' ');
            if (cut > 0) name = name[..cut];
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                marks.Add(new(MarkKind.Break, plain.Length, "", LineOf(i)));
                plain.Append(' ');
                return end + 1;
            }

            return Html.IsTag(name) || inside.StartsWith("!--") ? end + 1 : Literal(i);
        }

        int Entity(int i)
        {
            var end = source.IndexOf(';', i, Math.Min(10, source.Length - i));
            if (end < 0) return Literal(i);
            var text = System.Net.WebUtility.HtmlDecode(source[i..(end + 1)]);
            plain.Append(text);
            return end + 1;
        }

        int LineOf(int offset)
        {
            var at = Array.BinarySearch(lineStarts, offset);
            return firstLine + (at >= 0 ? at : ~at - 1);
        }
    }
}

internal static class Html
{
    static readonly string[] Names =
        ["b", "strong", "i", "em", "u", "s", "del", "ins", "p", "div", "span", "code", "kbd", "samp", "a", "img", "sup", "sub", "details", "summary", "pre", "table",
            "thead", "tbody",
         "tr", "td", "th", "ul", "ol", "li", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "font", "small", "mark", "section", "article", "header",
             "footer", "nav", "main"];

    public static bool IsTag(ReadOnlySpan<char> name)
    {
        foreach (var known in Names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
