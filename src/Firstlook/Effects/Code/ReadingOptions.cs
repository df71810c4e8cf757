using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// What a call that reads by its name is told to do besides: <c>client.get_stats(reset=True)</c>, <c>client.getMessages({delete: true})</c>, and rows that are locked while
/// they are read (sequelize.org, "Locks"; typeorm.io, "Lock"; mikro-orm.io, "Transactions").
/// </summary>
internal static class ReadingOptions
{
    /// <summary>Verbs that are no field and no way of reading; "flush" of print(), "drop" and "copy" of tables, "cache" and "open" are.</summary>
    static readonly FrozenSet<string> Verbs =
        FrozenSet.Create(StringComparer.Ordinal, "delete", "update", "replace", "create", "remove", "insert", "reset", "clear", "purge", "send", "save", "write", "kill",
            "restart", "acquire", "mark", "consume", "dequeue", "claim", "execute", "repair", "rotate", "revoke", "upsert", "enqueue", "requeue", "retry", "cancel", "wipe",
            "truncate", "ack", "start", "stop", "post", "archive", "notify", "rebuild", "reindex", "renew", "submit", "release", "suspend", "invalidate", "evict", "persist",
            "trigger", "emit", "launch", "deploy", "provision", "destroy", "terminate", "shutdown", "reboot", "pause", "resume", "publish", "erase", "autocommit", "fix");

    static readonly FrozenSet<string> Filters =
        FrozenSet.Create(StringComparer.Ordinal, "find", "findOne", "count", "countDocuments", "distinct", "exists", "where", "select", "pick", "project", "log", "print",
            "dir", "table", "stringify", "findMany", "findFirst");

    /// <param name="at">The name of a call that reads by what it is called.</param>
    /// <returns>Null where no argument says that more is done.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (family == CodeFamily.Ruby || at + 3 >= tokens.Count || !tokens[at + 1].Is("(") || !(at > 0 && tokens[at - 1].Is(".") || tokens[at].Text.Contains('_'))) return null;
        if (family == CodeFamily.JavaScript && Told(tokens, at) is { } by) return by;
        var close = Paths.ClosingOf(tokens, at + 1);
        for (var (start, first) = (at + 2, true); start < close; (start, first) = (HandedFunctions.End(tokens, start) + 1, false))
        {
            if (family == CodeFamily.Python && Judge(tokens, start, "=") is { } named) return named;
            if (family != CodeFamily.JavaScript || !tokens[start].Is("{")) continue;
            var end = Paths.ClosingOf(tokens, start);
            for (var key = start + 1; key < end; key = HandedFunctions.End(tokens, key) + 1)
            {
                // The first of find() says which rows are asked for: { lock: true }; in the second of MongoDB's it says which fields.
                var field = Filters.Contains(tokens[at].Text) && key + 2 < end && tokens[key + 2].Text is "true" or "1" or "false" or "0";
                if (Condition(tokens, key) is { } condition) return condition;
                if (!field && (Locks(tokens, key) ?? Judge(tokens, key, ":")) is { } told) return told;
            }
        }

        return null;
    }

    /// <summary>orm.drizzle.team, "Select": <c>.for("update")</c>; sequelize.org, "Model.aggregate": the second argument is a function of the database.</summary>
    static Verdict? Told(List<CodeToken> tokens, int at)
    {
        if (tokens[at + 2].Kind != CodeKind.String) return null;
        if (tokens[at].Is("for") && Text(tokens[at + 2]) is "update" or "share" or "no key update" or "key share")
            return Verdict.Disruptive("the rows are locked while they are read");
        return tokens[at].Is("aggregate") && at + 4 < tokens.Count && tokens[at + 3].Is(",") && tokens[at + 4].Kind == CodeKind.String
            && Sql.SqlFunctions.Judge(null, Text(tokens[at + 4]).ToLowerInvariant()) is { Effect: > Effect.Read } called
            ? called : null;
    }

    /// <summary>typeorm.io, "Find Options" of 0.2: a text is the condition as it stands.</summary>
    static Verdict? Condition(List<CodeToken> tokens, int key) =>
        Is(tokens, key, ":") && Text(tokens[key]) is "where" && tokens[key + 2].Kind == CodeKind.String
            && Sql.SqlJudge.Judge("SELECT 1 FROM t WHERE " + Text(tokens[key + 2]), other: true) is { Effect: > Effect.Read } asked
            ? asked : null;

    static string Text(CodeToken token) => token.Text.Trim('"', '\'', '`');

    static Verdict? Judge(List<CodeToken> tokens, int at, string sign)
    {
        if (!Is(tokens, at, sign) || tokens[at + 2].Text is not ("True" or "true")) return null;
        var name = tokens[at].Text.Trim('"', '\'');
        return Lexicon.WordsOf(name) is [var verb, ..] words && Verbs.Contains(verb) && words[^1] is not ("only" or "date" or "time" or "at" or "by" or "id" or "count" or "info")
            ? Verdict.Unknown($"'{name}' says that more is done than reading") : null;
    }

    static Verdict? Locks(List<CodeToken> tokens, int at)
    {
        if (!Is(tokens, at, ":") || tokens[at].Text.Trim('"', '\'') is not ("lock" or "lockMode" or "pessimistic_lock")) return null;
        var value = tokens.GetRange(at + 2, HandedFunctions.End(tokens, at + 2) - at - 2);
        return value is [{ Text: "false" or "null" or "undefined" }]
            || value.Exists(token => token.Text.Trim('"', '\'') is "NONE" or "optimistic" or "OPTIMISTIC")
            ? null : Verdict.Disruptive("the rows are locked while they are read");
    }

    static bool Is(List<CodeToken> tokens, int at, string sign) =>
        at + 2 < tokens.Count && tokens[at].Kind is CodeKind.Name or CodeKind.String && tokens[at + 1].Is(sign) && !tokens[at + 2].Is(sign);
}
