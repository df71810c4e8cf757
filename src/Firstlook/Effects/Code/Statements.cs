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
    public static bool Are(string literal)
    {
        var text = Begun(literal.AsSpan().TrimStart("rbufRBUF").Trim("\"'`"));
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
