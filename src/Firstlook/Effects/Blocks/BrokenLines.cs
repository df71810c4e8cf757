using System.Buffers;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Blocks;

/// <summary>
/// Lines of a document that a shell would read otherwise than they are meant. A long command is broken without the backslash: the next line begins with an option (<c>-o
/// json | jq .</c>). No program is called
/// that, so the lines are one command; they are judged, shown and run as that one.
/// </summary>
internal static partial class BrokenLines
{
    /// <summary>The text with a blank in place of each such line's end, so that every offset stays what it was.</summary>
    public static string Joined(string text, Tools.Toolset tools)
    {
        if (!Option().IsMatch(text)) return text;
        char[]? characters = null;
        ShellTree.Visit(ShellParser.Parse(text).List, command =>
        {
            if (command is not SimpleCommand { Assignments.IsEmpty: true, Words: [{ Parts: [Literal { Text: ['-', _, ..] }, ..] } name, ..] }) return;
            var end = LineBefore(text, name.Span.Start);
            if (end >= 0 && !Softens(text, end, tools)) (characters ??= text.ToCharArray())[end] = ' ';
        });
        return characters is null ? text : new string(characters);
    }

    /// <summary>
    /// The text with blanks in place of each <c>^</c> alone at a line's end, and of the line's end: the Windows shell goes on there (learn.microsoft.com, "cmd"), and
    /// to any other the lone sign is a word that nobody writes. They stay apart where of the lines by themselves more would change something than of those together.
    /// </summary>
    public static string Carried(string text, Func<string, IEnumerable<Classified>> judge)
    {
        if (!CarriedOn().IsMatch(text)) return text;
        var joined = CarriedOn().Replace(text, end => new string(' ', end.Length));
        return Changes(joined) < Changes(text) ? text : joined;

        int Changes(string lines) => judge(lines).Count(command => command.Effect is > Effect.Read and not Effect.Unknown);
    }

    [GeneratedRegex(@"(?<=[ \t])\^[ \t]*\n(?=[ \t]*\S)", RegexOptions.CultureInvariant)]
    private static partial Regex CarriedOn();

    /// <summary>True where the first line by itself changes something, and both would pass for a read: <c>--dry-run</c> may have been meant for something else.</summary>
    static bool Softens(string text, int end, Tools.Toolset tools)
    {
        var line = text[(text.LastIndexOf('\n', end - 1) + 1)..end];
        var next = text.IndexOf('\n', end + 1) is > 0 and var after ? text[(end + 1)..after] : text[(end + 1)..];
        if (line.LastIndexOf("$(", StringComparison.Ordinal) is >= 0 and var inner && line.IndexOf(')', inner) < 0)
        {
            line = line[(inner + 2)..];
            if (next.IndexOf(')') is >= 0 and var close) next = next[..close];
        }
        return Classifier.Whole(line, Language.Shell, tools).Effect is Effect.Reversible or Effect.Disruptive or Effect.Destructive
            && Classifier.Whole($"{line} {next.Trim()}", Language.Shell, tools).Effect <= Effect.Read;
    }

    /// <summary>
    /// The text with blanks in place of lines that are comments of SQL (<c>-- where did we land</c>) or of the Windows shell (<c>REM keep the last two</c>,
    /// <c>:: by hand</c>; learn.microsoft.com, "rem"): people write them between commands, too, and no program is called that.
    /// </summary>
    public static string WithoutRemarks(string text)
    {
        if (!text.AsSpan().ContainsAny(AnyMark)
            || !Marks.Any(mark => text.StartsWith(mark, StringComparison.Ordinal) || text.Contains("\n" + mark, StringComparison.Ordinal))) return text;
        for (var round = 0; round < MostRemarks; round++)
        {
            // What stands in a remark may be anything, an open quote also: only what was read before it is known.
            var remark = ShellParser.Parse(text).List.Items.Select(item => item.Span.Start)
                .FirstOrDefault(start => (start == 0 || text[start - 1] == '\n') && Marks.Any(mark => string.CompareOrdinal(text, start, mark, 0, mark.Length) == 0), -1);
            if (remark < 0) return text;
            var end = text.IndexOf('\n', remark) is > 0 and var line ? line : text.Length;
            text = string.Concat(text.AsSpan(0, remark), new string(' ', end - remark), text.AsSpan(end));
        }
        return text;
    }

    static readonly string[] Marks = ["-- ", "REM ", ":: "];

    static readonly SearchValues<string> AnyMark = SearchValues.Create(Marks, StringComparison.Ordinal);

    const int MostRemarks = 40;

    /// <summary>Where the line ends that goes on at the place; -1 where nothing goes on there.</summary>
    static int LineBefore(string text, int start)
    {
        var end = start - 1;
        while (end >= 0 && text[end] is ' ' or '\t') end--;
        if (end < 1 || text[end] != '\n' || Option().Match(text, end) is not { Success: true, Index: var found } || found != end) return -1;
        var line = text[(text.LastIndexOf('\n', end - 1) + 1)..end];
        // What ends a command, or is none, is not gone on with.
        return line.TrimEnd() is [.., not (';' or '|' or '&' or '\\' or '{' or '(' or ')' or '}')] && !line.Contains('#') && !Keyword().IsMatch(line) ? end : -1;
    }

    [GeneratedRegex(@"\n[ \t]*--?[A-Za-z]")]
    private static partial Regex Option();

    [GeneratedRegex(@"(^|[\s;])(then|do|else|done|fi|esac)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Keyword();
}
