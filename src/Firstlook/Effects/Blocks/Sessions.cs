using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Blocks;

internal readonly record struct Segment(int Start, int End, Language Language);

/// <summary>
/// People write <c>psql -U app</c> on one line and the statements they type into it on the next. The lines after a client that was
/// opened, and that look like its language, are that language, up to <c>\q</c>, <c>exit</c> or a line that does not.
/// </summary>
internal static partial class Sessions
{
    public static List<Segment> Split(string source)
    {
        // A session begins on the line behind the client's.
        if (!source.Contains('\n') || !source.AsSpan().ContainsAny(Clients)) return [.. TypedStatements.Split(source, 0, source.Length)];
        var segments = new List<Segment>();
        var from = 0;
        foreach (Match opening in Opening().Matches(source))
        {
            if (opening.Index < from) continue;
            var language = Languages[opening.Groups["client"].Value];
            var start = opening.Index + opening.Length;
            // What the line itself does takes as long to say as all else, and behind most lines nothing of the client's language stands.
            if (!MayBegin(source, start, language) || Whole(source[opening.Index..start]) is not { } verdict || !verdict.Tags.HasFlag(EffectTags.Interactive)) continue;
            var settings = opening.Groups["client"].Value == "sqlplus";
            var end = SessionEnd(source, start, language, settings);
            if (end <= start) continue;
            segments.Add(new Segment(from, start, Language.Shell));
            segments.AddRange(settings ? Apart(source, start, end) : [new Segment(start, end, language)]);
            from = AfterClosing(source, end);
        }
        if (from < source.Length || segments.Count == 0) segments.Add(new Segment(from, source.Length, Language.Shell));
        return segments.ConvertAll(segment =>
            segment.Language == Language.Shell ? [.. TypedStatements.Split(source, segment.Start, segment.End)] : (List<Segment>)[segment])
            .SelectMany(parts => parts).ToList();
    }

    const string Client = "psql|mysql|mariadb|sqlite3|sqlplus|cqlsh|clickhouse-client|redis-cli|mongosh|mongo";

    /// <summary>What is typed into each client.</summary>
    static readonly FrozenDictionary<string, Language> Languages = Client.Split('|')
        .ToFrozenDictionary(client => client, client => client is "redis-cli" ? Language.Redis : client is "mongosh" or "mongo" ? Language.JavaScript : Language.Sql,
            StringComparer.Ordinal);

    // Most blocks open no client: one vectorised scan says so.
    static readonly SearchValues<string> Clients = SearchValues.Create([.. Languages.Keys], StringComparison.Ordinal);

    // Linear though it backtracks: it starts at the start of a line alone, and goes back over that line once.
    [GeneratedRegex(@"^[^\n#]*\b(?<client>" + Client + @")\b[^\n]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    static Verdict? Whole(string line)
    {
        var reading = Shell.ShellParser.Parse(line.TrimStart('$', ' '));
        return reading.Problems.IsEmpty && reading.List.Items.Count == 1 ? new ShellJudge(new Scope()).List(reading.List, Input.Inherited) : null;
    }

    /// <summary>What SQL*Plus takes for itself ends with its line, and needs no semicolon ("SQL*Plus Command Reference", SET).</summary>
    [GeneratedRegex(@"^\s*SET\s+[a-z]+\s+\w+;?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    /// <summary>The settings that stand before the first statement, each by itself, and what follows them.</summary>
    static List<Segment> Apart(string source, int start, int end)
    {
        var segments = new List<Segment>();
        for (var at = start; at < end; at = segments[^1].End)
        {
            var lineEnd = source.IndexOf('\n', at + 1) is >= 0 and var next && next < end ? next : end;
            segments.Add(new Segment(at, Setting().IsMatch(source[at..lineEnd]) ? lineEnd : end, Language.Sql));
        }
        return segments;
    }

    /// <summary>Whether the line behind the client's may be typed there: a session's first line that says anything looks like its language.</summary>
    static bool MayBegin(string source, int start, Language language) =>
        start < source.Length && source[start..LineEnd(source, start)].Trim() is var line && (SaysNothing(line) || Looks(line, language));

    static int LineEnd(string source, int start) => source.IndexOf('\n', start + 1) is >= 0 and var end ? end : source.Length;

    static bool SaysNothing(string line) => line.Length == 0 || line.StartsWith('#') || line.StartsWith("--", StringComparison.Ordinal);

    static int SessionEnd(string source, int start, Language language, bool settings)
    {
        var at = start;
        var end = start;
        var open = false;
        while (at < source.Length)
        {
            var lineEnd = LineEnd(source, at);
            var line = source[at..lineEnd].Trim();
            if (Leaves(line)) break;
            if (!SaysNothing(line))
            {
                if (!open && !Looks(line, language)) break;
                open = language == Language.Sql && !line.EndsWith(';') && !line.StartsWith('\\') && !(settings && Setting().IsMatch(line));
                end = lineEnd;
            }
            at = lineEnd;
        }
        return end;
    }

    static bool Looks(string line, Language language)
    {
        var text = line;
        var prompt = text.IndexOf("> ", StringComparison.Ordinal);
        if (prompt is > 0 and < 30 && !text[..prompt].Contains(' ')) text = text[(prompt + 2)..];
        var word = text.Split(' ', '(', ';')[0];
        return language switch
        {
            Language.Sql =>
                text.StartsWith('\\')
                    || word.ToUpperInvariant() is "CONSISTENCY" or "TRACING" or "PAGING" or "SELECT" or "WITH" or "SHOW" or "EXPLAIN" or "UPDATE" or "DELETE" or "INSERT"
                        or "ALTER" or "DROP" or "CREATE" or "VACUUM" or "ANALYZE" or "REINDEX" or "SET" or "BEGIN" or "COMMIT" or "TRUNCATE" or "KILL" or "FLUSH"
                        or "GRANT" or "REVOKE" or "COPY" or "CALL" or "USE" or "DESCRIBE" or "OPTIMIZE" or "STOP" or "START" or "RESET" or "PRAGMA" or "CHECKPOINT"
                        or "REFRESH" or "LOCK" or "EXEC" or "EXECUTE" or "DBCC" or "BACKUP",
            Language.Redis =>
                word.Length > 1 && word.All(char.IsAsciiLetter) && !ShellMark().IsMatch(text) && Redis.RedisJudge.Knows(Redis.RedisJudge.Words(text)),
            _ => word.StartsWith("db.", StringComparison.Ordinal) || word.StartsWith("rs.", StringComparison.Ordinal) || word.StartsWith("sh.", StringComparison.Ordinal)
                || word is "show" or "use" or "db",
        };
    }

    /// <summary>ECHO, TIME, TYPE and WAIT are commands of a shell, too, which alone knows what stands here outside quotes.</summary>
    [GeneratedRegex(@"`|\$\(|^([^""']|""[^""]*""|'[^']*')*([|&<>]|;(\s|$))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ShellMark();

    static int AfterClosing(string source, int end)
    {
        var at = end;
        while (at < source.Length && char.IsWhiteSpace(source[at])) at++;
        var lineEnd = source.IndexOf('\n', at);
        if (lineEnd < 0) lineEnd = source.Length;
        return Leaves(source[at..lineEnd].Trim()) ? lineEnd : end;
    }

    static bool Leaves(string line) => line is "\\q" or "exit" or "quit" or "exit;" or "quit;" or "quit()";
}
