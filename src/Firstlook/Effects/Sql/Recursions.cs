using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>
/// Queries that take up their own rows: WITH [RECURSIVE], where behind UNION a table of the list stands in itself, and Oracle's CONNECT BY (PostgreSQL, 7.8.2 "Recursive
/// Queries"; docs.oracle.com, "Hierarchical Queries"). One ends where rows are joined to those of a table, or a condition is met some day.
/// </summary>
internal static class Recursions
{
    static readonly FrozenSet<string> Clauses =
        FrozenSet.Create(StringComparer.Ordinal, "group", "order", "limit", "union", "window", "fetch", "offset", "start", "join", "left", "right", "inner", "cross", "full",
            "where", "having", "option", "connect");

    /// <summary>Words that name no column.</summary>
    static readonly FrozenSet<string> Constants = FrozenSet.Create(StringComparer.Ordinal, "true", "false", "not", "null", "is", "and", "or", "in", "between");

    /// <summary>What needs all rows before it gives the first.</summary>
    static readonly FrozenSet<string> Folding =
        FrozenSet.Create(StringComparer.Ordinal, "count", "sum", "avg", "min", "max", "group", "order", "distinct", "array_agg", "string_agg");

    /// <summary>Longer lists of tables are read by nobody, and each takes a reading of all the rest.</summary>
    const int MostListed = 100;

    public static bool AreEndless(List<SqlToken> tokens)
    {
        var listed = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("connect") && at + 1 < tokens.Count && tokens[at + 1].Is("by") && !Connects(tokens, at + 2)) return true;
            if (tokens[at].Text is not ("with" or "recursive" or ",") || Named(tokens, at + 1) is not var (name, open, close)) continue;
            if (++listed > MostListed || !Ends(tokens, name, at + 1, open, close)) return true;
        }

        return false;
    }

    /// <summary>A table of the list: its name, and the brackets around its query.</summary>
    static (string Name, int Open, int Close)? Named(List<SqlToken> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Kind is not (SqlKind.Word or SqlKind.Quoted)) return null;
        var behind = at + 1;
        if (behind < tokens.Count && tokens[behind].Is("("))
        {
            // Its columns are names.
            do behind++;
            while (behind < tokens.Count && tokens[behind].Text is not ("(" or ")"));
            behind++;
        }

        if (behind >= tokens.Count || !tokens[behind++].Is("as")) return null;
        while (behind < tokens.Count && tokens[behind].Text is "not" or "materialized") behind++;
        return behind < tokens.Count && tokens[behind].Is("(") ? (tokens[at].Text, behind, Closing(tokens, behind)) : null;
    }

    static int Closing(List<SqlToken> tokens, int open)
    {
        for (var (at, depth) = (open, 0); at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            else if (tokens[at].Is(")") && --depth == 0) return at;
        }

        return tokens.Count;
    }

    static bool Ends(List<SqlToken> tokens, string name, int named, int open, int close)
    {
        var union = tokens.FindIndex(open, token => token.Is("union"));
        if (union < 0 || union > close) return true;
        var branch = tokens[union..close];
        if (!branch.Index().Any(token => token.Index > 0 && token.Item.Kind is SqlKind.Word or SqlKind.Quoted && token.Item.Text == name
            && branch[token.Index - 1].Text is "from" or "join" or ","))
            return true;
        // UNION without ALL takes a row once: what computes nothing comes to its end.
        if (!(branch.Count > 1 && branch[1].Is("all")) && !branch.Exists(token => token.Kind == SqlKind.Symbol && token.Text is "+" or "-" or "*" or "/" or "|" or "("))
            return true;
        if (EndlessQueries.Limit(branch, 0) < CountedLoops.Steps || branch.Exists(token => token.Text is "using" or "natural")) return true;
        if (close + 1 < tokens.Count && tokens[close + 1].Is("cycle")) return true;
        if (EndsByCondition(branch) && !RecursionSteps.NeverArrive(tokens, named, open, branch)) return true;
        return EndlessQueries.Limit(tokens, Math.Min(close, tokens.Count - 1)) < CountedLoops.Steps
            && !tokens.Skip(close).Any(token => token.Kind == SqlKind.Word && Folding.Contains(token.Text));
    }

    static bool EndsByCondition(List<SqlToken> branch)
    {
        for (var at = 0; at < branch.Count; at++)
        {
            if (branch[at].Text is not ("where" or "on" or "having") || branch[at].Kind != SqlKind.Word) continue;
            var start = at + 1;
            for (var (end, depth) = (start, 0); end <= branch.Count; end++)
            {
                var last = end == branch.Count || depth == 0 && branch[end].Kind == SqlKind.Word && Clauses.Contains(branch[end].Text);
                if (last || depth == 0 && branch[end].Text is "and" or "or")
                {
                    if (end > start && IsMet(branch, start, end)) return true;
                    start = end + 1;
                }

                if (last) break;
                if (branch[end].Is("(")) depth++;
                else if (branch[end].Is(")") && --depth < 0) break;
            }
        }

        return false;
    }

    /// <summary>Whether a condition stops the recursion some day: not one of constants, nor one that what is counted up always meets, or meets after years.</summary>
    static bool IsMet(List<SqlToken> branch, int start, int end)
    {
        var condition = branch[start..end];
        if (!condition.Exists(token => token.Kind is SqlKind.Quoted or SqlKind.Placeholder or SqlKind.Hole || token.Kind == SqlKind.Word && !Constants.Contains(token.Text)))
            return false;
        // What is counted up is never null.
        if (condition is [.., var counted, { Text: "is" }, { Text: "not" }, { Text: "null" }] && IsCounted(branch, counted.Text)) return false;
        var than = condition.FindIndex(token => token.Kind == SqlKind.Symbol && token.Text is "<" or ">");
        if (than < 1) return true;
        var value = than + 1 < condition.Count && condition[than + 1].Is("=") ? than + 2 : than + 1;
        // n <> 5
        if (value < condition.Count && condition[value].Is(">")) return true;
        if (Series.Value(condition, value, condition.Count) is not { } number) return true;
        if (condition[than].Is("<")) return number < CountedLoops.Steps;
        // WHERE n > 0, and n + 1 is taken up
        return !IsCounted(branch, condition[than - 1].Text);
    }

    // n + 1, n * 2
    static bool IsCounted(List<SqlToken> branch, string name) =>
        branch.Index().Any(token => token.Item.Text == name && token.Index + 1 < branch.Count && branch[token.Index + 1].Text is "+" or "*");

    // CONNECT BY PRIOR id = parent, CONNECT BY level <= 10
    static bool Connects(List<SqlToken> tokens, int from)
    {
        var (end, depth) = (from, 0);
        for (; end < tokens.Count && depth >= 0 && !(depth == 0 && tokens[end].Kind == SqlKind.Word && Clauses.Contains(tokens[end].Text)); end++)
        {
            if (tokens[end].Is("(")) depth++;
            else if (tokens[end].Is(")")) depth--;
        }

        var condition = tokens[from..end];
        if (condition.Exists(token => token.Is("prior"))) return true;
        var than = condition.FindIndex(token => token.Kind == SqlKind.Symbol && token.Text is "<" or ">");
        return than > 0 && !(condition[than].Is(">") && condition[than - 1].Text is "level" or "rownum")
            && !condition.Exists(token => token.Kind == SqlKind.Number && Series.Value([token], 0, 1) >= CountedLoops.Steps);
    }
}
