using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Blocks;

/// <summary>
/// SQL that stands in a shell's block as it is, with no client before it: <c>CREATE INDEX x</c> and <c>ON t(c);</c> on the next line. No program is
/// called that; from such a word at the start of a command to the semicolon at the end of a line it is one statement.
/// </summary>
internal static partial class TypedStatements
{
    /// <summary>Longer runs of lines are no statement that anybody typed.</summary>
    const int LongestStatement = 60;

    /// <summary>Each takes a reading of all that follows.</summary>
    const int MostStatements = 50;

    public static IEnumerable<Segment> Split(string source, int from, int to)
    {
        var at = from;
        for (var found = 0; found < MostStatements && at < to && Opening().IsMatch(source.AsSpan(at, to - at)); found++)
        {
            if (Next(source[at..to]) is not (>= 0 and var start, var end)) break;
            if (start > 0) yield return new Segment(at, at + start, Language.Shell);
            yield return new Segment(at + start, at + end, Language.Sql);
            at += end;
        }
        if (at < to || from == to) yield return new Segment(at, to, Language.Shell);
    }

    /// <summary>The first statement of a text; (-1, -1) where there is none.</summary>
    static (int Start, int End) Next(string text)
    {
        var openings = Opening().Matches(text).Select(opening => opening.Groups["word"].Index).ToHashSet();
        foreach (var item in ShellParser.Parse(text).List.Items)
        {
            var start = item.Span.Start;
            if (!openings.Contains(start)) continue;
            if (End(text, start) is > 0 and var end && !StartsProgram(text[start..end])) return (start, end);
        }
        return (-1, -1);
    }

    static int End(string text, int start)
    {
        var at = start;
        for (var lines = 0; at < text.Length && lines < LongestStatement; lines++)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(at, end - at).Trim();
            if (line.IsEmpty || lines > 0 && IsProgram(line)) return -1;
            // mysql(1), "ego": \G sends a statement as a semicolon does.
            if (line[^1] == ';' || line.EndsWith("\\G", StringComparison.Ordinal)) return end;
            at = end + 1;
        }
        return -1;
    }

    /// <summary>
    /// <c>SELECT a || reboot</c>: whether a shell that is given the statement would start a program that does more than read, where the statement's own word is none.
    /// </summary>
    static bool StartsProgram(string statement)
    {
        if (statement.AsSpan().IndexOfAny("|&`$") < 0 && !statement.Contains("<(", StringComparison.Ordinal) && !statement.Contains(">(", StringComparison.Ordinal)) return false;
        var starts = false;
        foreach (var line in statement.Split('\n'))
        {
            ShellTree.Visit(ShellParser.Parse(line).List, command =>
            {
                if (command is SimpleCommand { Words: [{ Constant: [>= 'a' and <= 'z', ..] name }, ..] } && Tools.Toolset.BuiltIn.Find(name) is not null)
                    starts |= Classifier.Whole(line[command.Span.Start..command.Span.End], Language.Shell).Effect > Effect.Read;
            });
        }
        return starts;
    }

    /// <summary>A line that a shell would run belongs to no statement.</summary>
    static bool IsProgram(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(" ;");
        var word = line[..(end < 0 ? line.Length : end)].ToString();
        return word is [>= 'a' and <= 'z', ..] && Tools.Toolset.BuiltIn.Find(word) is not null && !Clauses.Contains(word);
    }

    /// <summary>Words of statements that are programs, too.</summary>
    static readonly string[] Clauses = ["join", "set", "select"];

    [GeneratedRegex(
        @"(?<=^|\n)[ \t]*(?<word>SELECT\s+\S|WITH\s+\w+\s+AS\b|EXPLAIN\s+(\(|ANALYZE\b|SELECT\b|FORMAT\s*=)|UPDATE\s+\S+\s+SET\b|INSERT\s+INTO\s|DELETE\s+FROM\s|"
        + @"CREATE\s+(OR\s+REPLACE\s+)?(UNIQUE\s+)?(INDEX|TABLE|VIEW|MATERIALIZED\s+VIEW|USER|ROLE|DATABASE|EXTENSION)\s|"
        + @"ALTER\s+(TABLE|SYSTEM|ROLE|USER|DATABASE|INDEX)\s|DROP\s+(TABLE|INDEX|VIEW|MATERIALIZED\s+VIEW|DATABASE|USER|ROLE)\s|TRUNCATE\s+\S|VACUUM\b|ANALYZE\s+\w|"
        + @"KILL\s+\d+\s+WITH\s+STATUSONLY\b|DBCC\s+\w+\s*\(|EXEC(UTE)?\s+((master|msdb)?\.?(dbo|sys)?\.)?[sx]p_\w|REINDEX\s+\w|REFRESH\s+MATERIALIZED\s)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
