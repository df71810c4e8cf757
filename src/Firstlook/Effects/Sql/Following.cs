using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>
/// SQL Server, and Hive after FROM, take another statement without a semicolon: whether one may stand behind the statement that was recognized by its
/// first word (Transact-SQL reference).
/// </summary>
internal static class Following
{
    /// <summary>Words that begin a statement which changes something.</summary>
    public static readonly FrozenSet<string> Verbs = FrozenSet.Create(StringComparer.Ordinal,
        "delete", "update", "insert", "drop", "truncate", "alter", "exec", "execute", "merge", "kill", "shutdown", "create", "grant", "revoke", "dbcc", "waitfor",
            "backup", "restore", "reconfigure", "bulk", "deny", "checkpoint", "writetext", "updatetext", "receive", "send", "disable", "enable", "revert", "goto");

    /// <summary>Words behind which a verb is a name.</summary>
    static readonly FrozenSet<string> BeforeNames = FrozenSet.Create(StringComparer.Ordinal,
        "select", "as", "for", "on", "of", "and", "or", "not", "by", "where", "from", "join", "in", "is", "like", "then", "else", "when", "case", "between", "having",
            "set", "distinct", "all", "key", "over", "with", "into", "table");

    /// <summary>Further verbs of CockroachDB.</summary>
    static readonly FrozenSet<string> Bracketed =
        FrozenSet.Create(StringComparer.Ordinal, "cancel", "pause", "resume", "upsert", "import", "export", "set", "reset", "comment", "scrub", "split", "unsplit",
            "relocate", "scatter", "configure", "analyze", "call", "reassign", "rename", "refresh", "discard");

    /// <summary>Words that say how far a cursor moves.</summary>
    static readonly FrozenSet<string> Moves =
        FrozenSet.Create(StringComparer.Ordinal, "next", "prior", "first", "last", "absolute", "relative", "count", "forward", "backward", "all", "from", "in", "global",
            "cursor");

    /// <summary>A verb that follows a value or a name, with a name or value behind it, may begin a statement. Some statements are one word, some begin with two.</summary>
    /// <returns>Nothing where no statement follows.</returns>
    public static Verdict Judge(List<SqlToken> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
            // CockroachDB, "Selection queries": FROM [ statement ], and TABLE [ statement ], run the statement.
            if (tokens[i].Is("[") && tokens[i - 1].Text is "from" or "join" or "," or "table" or "(" && next.Kind == SqlKind.Word
                && (Verbs.Contains(next.Text) || Bracketed.Contains(next.Text)) && i + 2 < tokens.Count && !tokens[i + 2].Is("]"))
                return Verdict.Unknown($"'{next.Text}' in brackets may be a statement that runs");
            // Transact-SQL reference, "WHILE": a loop needs no semicolon before it.
            if (i > at + 1 && tokens[i].Is("while") && i + 1 < tokens.Count && (next.Kind != SqlKind.Symbol || next.Text is "(" or "@")
                && tokens[i - 1].Text is not ("." or "," or "(") && !BeforeNames.Contains(tokens[i - 1].Text))
                return Verdict.Unknown("'while' may begin a loop", EffectTags.Hang);
            if (i > at + 1 && tokens[i].Text is "exec" or "execute" && next.Is("(")) return Verdict.Unknown("EXEC runs what its text says");
            if (tokens[i].Kind != SqlKind.Word || !Begins(tokens[i].Text, next, last: i + 1 == tokens.Count)) continue;
            if (tokens[i].Is("insert") && next.Is("overwrite")) return Verdict.Destructive("INSERT OVERWRITE replaces what was there");
            // SHOW CREATE TABLE
            if (i == at + 1 && tokens[at].Is("show")) continue;
            if (tokens[i - 1].Kind is SqlKind.Word
                ? !BeforeNames.Contains(tokens[i - 1].Text)
                : tokens[i - 1].Kind is not SqlKind.Symbol || tokens[i - 1].Text is ")" or "]" || tokens[i - 1].Is("*") && !Verbs.Contains(tokens[i].Text)
                // docs.snowflake.com, "Flow operator": ->> hands a statement's result to the next.
                || i > at + 2 && tokens[i - 1].Is(">") && tokens[i - 2].Is(">"))
                return Verdict.Unknown($"'{tokens[i].Text}' may begin another statement");
        }

        return new Verdict(Effect.None, EffectTags.None, "");
    }

    static bool Begins(string word, SqlToken next, bool last) =>
        Verbs.Contains(word)
            && (last
                ? word is "shutdown" or "checkpoint" or "reconfigure" or "revert"
                : next.Kind is not SqlKind.Symbol || next.Text is "[" or "@" or "#" || word is "receive" && next.Is("*"))
        || next.Kind == SqlKind.Word
            && (word, next.Text) is ("end" or "begin" or "move" or "get", "conversation") or ("begin", "dialog") or ("add", "signature" or "counter" or "sensitivity")
                or ("copy", "into") or ("rename", "object") or ("set", "identity_insert" or "rowcount" or "context_info" or "offsets" or "fmtonly" or "noexec")
                or ("open", "symmetric" or "master")
                // Sybase ASE, "Reference Manual: Commands": these stop others, throw the log away, or leave a transaction open.
                or ("dump" or "load", "tran" or "transaction" or "database") or ("lock", "table" or "tables") or ("quiesce" or "mount" or "unmount" or "online", "database")
                or ("remove" or "install", "java") or ("transfer", "table") or ("begin" or "save" or "commit" or "rollback", "tran" or "transaction")
                or ("set", "implicit_transactions" or "deadlock_priority" or "transaction")
        || word is "setuser" && next.Kind == SqlKind.String;

    /// <summary><c>USE shop</c>, <c>USE [my shop].public</c>, <c>USE ROLE reader</c> (Snowflake), and nothing behind it.</summary>
    public static bool IsChoice(List<SqlToken> tokens, int at)
    {
        if (tokens.Count > at + 2 && tokens[at + 1].Text is "role" or "warehouse" or "schema" or "database" or "catalog" or "secondary") at++;
        for (var i = at + 1; i < tokens.Count; i++)
        {
            var goesOn = i == at + 1 || tokens.Skip(at + 1).Take(i - at - 1).Sum(token => token.Is("[") ? 1 : token.Is("]") ? -1 : 0) > 0
                || tokens[i - 1].Kind == SqlKind.Symbol && tokens[i - 1].Text is "." or "-" or "[";
            if (tokens[i].Kind == SqlKind.Symbol ? tokens[i].Text is not ("." or "-" or "]") && !(tokens[i].Is("[") && (i == at + 1 || tokens[i - 1].Is("."))) : !goesOn)
                return false;
        }

        return tokens.Count > at + 1;
    }

    /// <summary><c>FETCH FORWARD 10 FROM c</c>, <c>CLOSE c</c>, <c>LISTEN jobs</c>: one name, and the variables that it is read into.</summary>
    public static bool IsOfCursor(List<SqlToken> tokens, int at)
    {
        var names = 0;
        for (var i = at + 1; i < tokens.Count; i++)
        {
            if (tokens[i].Is("into")) return names == 1 && AreVariables(tokens, i + 1);
            if (tokens[i].Kind == SqlKind.Number || tokens[i].Text is "-" or "@" || tokens[i].Kind == SqlKind.Word && Moves.Contains(tokens[i].Text)) continue;
            if (tokens[i].Kind is not (SqlKind.Word or SqlKind.Quoted or SqlKind.Placeholder) || names++ > 0) return false;
        }

        return true;
    }

    // @a, @b
    static bool AreVariables(List<SqlToken> tokens, int from) =>
        tokens.Count > from
            && tokens.Skip(from).Index()
                .All(token => (token.Index % 3) switch { 0 => token.Item.Is("@"), 1 => token.Item.Kind == SqlKind.Word, _ => token.Item.Is(",") });
}
