using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>Texts that a database is given as statements, by functions whose names would ask only.</summary>
internal static class Statements
{
    /// <summary>Methods of node-sqlite3, better-sqlite3 and pg-promise that run a statement of any kind.</summary>
    public static readonly FrozenSet<string> Taking =
        FrozenSet.Create(StringComparer.Ordinal, "all", "get", "each", "values", "iterate", "first", "one", "any", "many", "none", "oneOrNone", "manyOrNone", "prepare",
            "select");

    /// <summary>What a connection to a database is called, where its statements are run by these methods.</summary>
    static readonly FrozenSet<string> Connections =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "db", "database", "conn", "connection", "pool", "pg", "sqlite", "sql", "tx", "trx", "task");

    /// <summary>How statements begin.</summary>
    static readonly string[] Verbs =
    [
        "select", "with", "show", "explain", "delete", "update", "insert", "drop", "alter", "truncate", "create", "replace", "pragma", "vacuum", "attach", "detach",
            "grant", "revoke", "reindex", "call", "merge", "copy", "refresh", "cluster",
        "comment", "exec", "execute", "optimize", "rename", "analyze", "reassign", "upsert",
    ];

    /// <summary>Statements of one word, which no key is called.</summary>
    static readonly FrozenSet<string> Alone = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "reindex", "vacuum", "checkpoint", "analyze");

    /// <summary>A text that begins as statements do: <c>query()</c> takes other languages too.</summary>
    public static bool Are(string literal) => Begins(literal.AsSpan().TrimStart("rbufRBUF").Trim("\"'`"));

    static bool Begins(ReadOnlySpan<char> whole)
    {
        var text = Begun(whole);
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length])) length++;
        if (text[length..].Trim("; \t\r\n").IsEmpty) return Alone.Contains(text[..length].ToString());
        if (!char.IsWhiteSpace(text[length]) && text[length] is not ('(' or '/' or '"' or '`' or '[' or '-')) return false;
        foreach (var verb in Verbs)
        {
            if (text[..length].Equals(verb, StringComparison.OrdinalIgnoreCase))
                return char.IsWhiteSpace(text[length]) || text[length..].StartsWith("/*") || text[length..].StartsWith("--");
        }

        return false;
    }

    /// <summary>A statement without the comments, brackets and semicolons before it.</summary>
    static ReadOnlySpan<char> Begun(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart("(; \t\r\n");
            var end = text.StartsWith("/*") ? text.IndexOf("*/") + 1 : text.StartsWith("--") ? text.IndexOf('\n') : -1;
            if (end <= 0) return text;
            text = text[(end + 1)..];
        }
    }

    /// <summary>Whether a connection is given a text of several words: whatever that begins with, it is a statement.</summary>
    public static bool AreGiven(List<CodeToken> tokens, int at) => IsConnection(tokens, at) && tokens[at + 2].Text.AsSpan().Trim("\"'` ").IndexOfAny(" \t\n") > 0;

    static bool IsConnection(List<CodeToken> tokens, int at) =>
        Taking.Contains(tokens[at].Text) && at > 1 && Connections.Contains(tokens[at - 2].Text) && !(at > 3 && tokens[at - 3].Is(".") && !tokens[at - 4].Is("this"));

    /// <summary>Functions that look for a text, print it or take it apart: one that reads like a statement is a text to them.</summary>
    static readonly FrozenSet<string> Texts =
        FrozenSet.Create(StringComparer.Ordinal, "print", "pprint", "pp", "puts", "p", "len", "str", "repr", "hash", "sorted", "set", "list", "tuple", "log", "info",
            "warn", "error", "debug", "dir", "table", "startswith", "endswith", "startsWith", "endsWith", "start_with?", "end_with?", "include?", "match?", "find",
            "findall", "finditer", "fullmatch", "match", "search", "compile", "test", "index", "indexOf", "includes", "count", "split", "rsplit", "join", "strip",
            "lstrip", "rstrip", "lower", "upper", "title", "format", "replace", "gsub", "sub", "dumps", "stringify", "encode", "decode", "filter", "exclude", "md5",
            "type", "isinstance", "eq", "neq", "raise", "inspect", "concat", "padStart", "round", "String", "Error", "RegExp", "zip", "map", "partition");

    /// <summary>Arguments that are a statement by their name.</summary>
    static readonly FrozenSet<string> Named = FrozenSet.Create(StringComparer.Ordinal, "query", "sql", "statement", "stmt");

    /// <summary>Methods that ask by a statement and by nothing else (encode/databases, "Queries"; Airflow, "DbApiHook").</summary>
    static readonly FrozenSet<string> Asking =
        FrozenSet.Create(StringComparer.Ordinal, "fetch_all", "fetch_one", "fetch_val", "get_records", "get_first", "get_pandas_df", "get_results");

    public static bool TakesText(string name) => Texts.Contains(name);

    /// <summary>What a database is told by a function whose name only asks: <c>fetch_all("DELETE FROM t")</c>, <c>get_records(sql="TRUNCATE t")</c>.</summary>
    /// <returns>Null where it is told nothing that acts.</returns>
    public static Verdict? Told(List<CodeToken> tokens, int at)
    {
        if (Texts.Contains(tokens[at].Text)) return null;
        for (var (start, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            var named = start + 2 < close && tokens[start].Kind == CodeKind.Name && tokens[start + 1].Is("=");
            if (named ? !Named.Contains(tokens[start].Text) : start > at + 2) continue;
            var value = named ? start + 2 : start;
            if (Asking.Contains(tokens[at].Text) && tokens[value].Kind == CodeKind.Name && at > 0 && tokens[at - 1].Is("."))
                return Verdict.Unknown("what the database is told is not seen here");
            while (value < close && tokens[value].Is("(")) value++;
            if (value < close && Acting(tokens, value) is { } acts) return acts;
        }

        return null;
    }

    /// <summary>What a text at a place does that reads like a statement; null where it is none, or asks only.</summary>
    public static Verdict? Acting(List<CodeToken> tokens, int start) =>
        Text(tokens, start) is { } text && Begins(text) && Judge(tokens, start, other: true) is { Effect: > Effect.Read } acts ? acts : null;

    /// <summary>What a statement does that begins with the literal at a place, by all that is part of it.</summary>
    public static Verdict Judge(List<CodeToken> tokens, int start, bool other)
    {
        var end = HandedFunctions.End(tokens, start);
        for (var at = start; at < end; at++)
        {
            // "SELECT 1" "; DROP TABLE t", "SELECT 1" + "; DROP TABLE t"
            if (tokens[at].Kind != CodeKind.String ? !tokens[at].Is("+") || at + 1 == end : tokens[at].Inner is { Length: > 0 })
                return Verdict.Unknown("values are put into a statement's text");
            if (tokens[at].Kind == CodeKind.String && tokens[at].Text.Contains('\\')) return Verdict.Unknown("an escape in a statement's text");
        }

        return Sql.SqlJudge.Judge(Text(tokens, start) ?? "", other);
    }

    /// <summary>The text of the literals that an argument begins with; null where it begins with none.</summary>
    public static string? Text(List<CodeToken> tokens, int start)
    {
        if (start >= tokens.Count || tokens[start].Kind != CodeKind.String) return null;
        var end = HandedFunctions.End(tokens, start);
        if (end == start + 1 && !tokens[start].Text.StartsWith('%')) return tokens[start].Text.TrimStart('f', 'r', 'b', 'u').Trim('"', '\'', '`');
        var text = new System.Text.StringBuilder();
        for (var at = start; at < end && (tokens[at].Kind == CodeKind.String || tokens[at].Is("+")); at++)
        {
            if (tokens[at].Kind == CodeKind.String) text.Append(Unquoted(tokens[at].Text));
        }

        return text.ToString();
    }

    static string Unquoted(string literal)
    {
        // Ruby's %q(...)
        if (literal.StartsWith('%') && literal.Length > 4) return literal[(char.IsAsciiLetter(literal[1]) ? 3 : 2)..^1];
        var text = literal.AsSpan().TrimStart("rbufRBUF");
        foreach (var quote in (ReadOnlySpan<string>)["\"\"\"", "'''", "\"", "'", "`"])
        {
            if (text.Length >= 2 * quote.Length && text.StartsWith(quote) && text.EndsWith(quote)) return text[quote.Length..^quote.Length].ToString();
        }

        return text.ToString();
    }

    /// <summary>Why it is not seen what a database is told: <c>db.all(q)</c>, <c>db.all("DEL" + "ETE FROM t")</c>.</summary>
    /// <param name="at">The name of a method that is called.</param>
    public static string? Unseen(List<CodeToken> tokens, int at)
    {
        if (!IsConnection(tokens, at) || at + 3 >= tokens.Count || !tokens[at + 1].Is("(") || tokens[at + 2].Is(")")) return null;
        var first = tokens[at + 2];
        return first.Kind == CodeKind.String && first.Inner.Length == 0 && !first.Text.Contains('\\') && tokens[at + 3].Text is "," or ")"
            ? null : "what the database is told is not seen here";
    }
}
