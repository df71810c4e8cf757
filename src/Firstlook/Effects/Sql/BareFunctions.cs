using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>
/// Functions that are called without brackets: Oracle's, of which DUAL has none for a column (Oracle "SQL Language Reference", "Selecting from the DUAL Table"), and
/// PostgreSQL's of a row, where <c>t.f</c> is <c>f(t)</c> (PostgreSQL, 8.16.5 "Using Composite Types in Queries").
/// </summary>
internal static class BareFunctions
{
    /// <summary>What has a value of its own, or begins or parts an expression.</summary>
    static readonly FrozenSet<string> Known =
        FrozenSet.Create(StringComparer.Ordinal, "dummy", "sysdate", "systimestamp", "current_date", "current_timestamp", "localtimestamp", "user", "uid", "rownum", "rowid",
            "level", "sessiontimezone", "dbtimezone", "null", "true", "false", "case", "when", "then", "else", "end", "distinct", "all", "not", "and", "or", "is", "in", "like",
            "between", "cast", "interval", "date", "timestamp", "prior", "ora_rowscn", "connect_by_isleaf", "connect_by_root", "currval", "nextval", "as", "from", "select",
            "utc_date", "utc_timestamp", "now", "current_user", "session_user", "current_time", "exists", "day", "hour", "minute", "second", "month", "year", "values", "unknown");

    /// <summary>Verbs that no column begins with and ends in what they are done to.</summary>
    static readonly FrozenSet<string> Verbs =
        FrozenSet.Create(StringComparer.Ordinal, "delete", "purge", "truncate", "drop", "wipe", "destroy", "kill", "terminate", "erase", "nuke", "clear", "refund", "flush",
            "reset", "archive", "close", "send");

    /// <summary>Of these none is the name of a row's part: <c>(t).purge</c>.</summary>
    static readonly FrozenSet<string> Doing =
        FrozenSet.Create(StringComparer.Ordinal, "delete", "purge", "truncate", "drop", "wipe", "destroy", "kill", "terminate", "erase", "nuke");

    public static Verdict Judge(List<SqlToken> tokens)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        var names = tokens.Exists(token => token.Is("table")) ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at - 1].Kind is SqlKind.Word or SqlKind.Quoted) names?.Add(tokens[at - 1].Text);
            if (IsDual(tokens, at) && Called(tokens, at - 1) is { } function)
                verdict = verdict.And(Verdict.Unknown($"'{function}' may be a function, which runs what its body says"));
            if (names is not null && Collected(tokens, at, names) is { } collected) verdict = verdict.And(Verdict.Unknown($"'{collected}' may be a function, which runs what its body says"));
            // x.delete_all, (t).delete_all
            if (tokens[at].Kind == SqlKind.Word && tokens[at - 1].Is(".") && at > 1 && (tokens[at - 2].Kind == SqlKind.Word || tokens[at - 2].Is(")"))
                && (SaysToAct(tokens[at].Text) || tokens[at - 2].Is(")") && Doing.Contains(tokens[at].Text))
                && !(at + 1 < tokens.Count && tokens[at + 1].Text is "(" or ".") && !InSource(tokens, at))
                verdict = verdict.And(Verdict.Unknown($"'{tokens[at].Text}' may be a function of the row"));
        }

        return verdict;
    }

    static bool SaysToAct(string name) =>
        name.Split('_') is [var verb, .., var last] && Verbs.Contains(verb)
            && (last is "all" or "everything" or "now" or "old" or "expired"
                || last.Length > 3 && last[^1] == 's' && last is not ("status" or "counts" or "flags" or "notifications" or "emails" or "times" or "days" or "hours" or "seconds"));

    // FROM shop.delete_events
    static bool InSource(List<SqlToken> tokens, int at)
    {
        while (at > 1 && tokens[at - 1].Is(".")) at -= 2;
        return at > 0 && tokens[at - 1].Text is "from" or "join" or "," or "table" or "into" or "update" or "describe" or "desc" or "on";
    }

    /// <summary>Oracle, "table_collection_expression": TABLE() takes a function's rows; the column of a table that stands before it holds such rows itself.</summary>
    /// <param name="names">What stands before it.</param>
    static string? Collected(List<SqlToken> tokens, int at, HashSet<string> names)
    {
        if (!tokens[at].Is("table") || tokens[at - 1].Text is not ("from" or "join" or "," or "lateral") || at + 3 >= tokens.Count || !tokens[at + 1].Is("(")) return null;
        var end = at + 2;
        while (end + 2 < tokens.Count && tokens[end + 1].Is(".")) end += 2;
        if (end + 1 >= tokens.Count || !tokens[end + 1].Is(")") || tokens[end].Kind is not (SqlKind.Word or SqlKind.Quoted)) return null;
        var first = tokens[at + 2].Text;
        if (first == "dbms_xplan" && tokens[end].Text is "display" or "display_cursor" or "display_awr") return null;
        return end > at + 2 && names.Contains(first) ? null : tokens[end].Text;
    }

    // Alone, so that no other table has the column.
    static bool IsDual(List<SqlToken> tokens, int at) =>
        tokens[at].Is("dual") && tokens[at - 1].Is("from") && !(at + 1 < tokens.Count && tokens[at + 1].Text is "," or "join" or "cross" or "left" or "inner" or "right" or "full");

    /// <summary>The first name before FROM that is no column of DUAL; null where each is known.</summary>
    static string? Called(List<SqlToken> tokens, int from)
    {
        var depth = 0;
        for (var at = from - 1; at > 0 && from - at < 4_096; at--)
        {
            if (tokens[at].Is(")")) depth++;
            if (tokens[at].Is("(") && --depth < 0 || depth == 0 && tokens[at].Is("select")) return null;
            // A single letter stands for a value in whoever's example.
            if (tokens[at].Kind is not (SqlKind.Word or SqlKind.Quoted) || tokens[at].Text.Length < 2 || Known.Contains(tokens[at].Text)
                || at + 1 < tokens.Count && tokens[at + 1].Text is "(" or ".") continue;
            var before = tokens[at - 1];
            // Behind a value it is another name for it; the field of extract() and a parameter's name are none.
            if (before.Is(".") ? at > 2 && !StandsAlone(tokens, at - 3) : !Begins(before)) continue;
            if (at + 1 < tokens.Count && tokens[at + 1].Is("=") && at + 2 < tokens.Count && tokens[at + 2].Is(">")) continue;
            return tokens[at].Text;
        }

        return null;
    }

    static bool StandsAlone(List<SqlToken> tokens, int at)
    {
        while (at > 1 && tokens[at].Is(".")) at -= 2;
        return Begins(tokens[at]);
    }

    static bool Begins(SqlToken before) =>
        before.Kind == SqlKind.Symbol ? before.Text is not (")" or "]" or ":" or "@" or "$" or "#") : before.Text is "select" or "distinct" or "all";
}
