using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>Tables that are multiplied by each other: three and more in a FROM, and nothing that says which rows belong together. Of two one is often small.</summary>
internal static class Products
{
    const int Many = 3;

    static readonly FrozenSet<string> Ends =
        FrozenSet.Create(StringComparer.Ordinal, "where", "group", "order", "limit", "union", "having", "window", "fetch", "offset", "on", "using", "natural", "except",
            "intersect", "sample", "prewhere", "connect", "start", "option", "for", "inner", "left", "right", "full", "asof", "any", "semi", "anti");

    static readonly FrozenSet<string> Joining =
        FrozenSet.Create(StringComparer.Ordinal, "where", "on", "using", "natural", "prewhere", "inner", "left", "right", "full", "connect");

    public static bool AreIn(List<SqlToken> tokens)
    {
        HashSet<string>? listed = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("from") && Tables(tokens, at + 1, listed ??= Listed(tokens)) >= Many) return true;
        }

        return false;
    }

    /// <summary>Names of the queries that stand before the statement: such a table is as small as its query.</summary>
    static HashSet<string> Listed(List<SqlToken> tokens) =>
        Enumerable.Range(1, Math.Max(0, tokens.Count - 2)).Where(at => tokens[at + 1].Text is "as" or "(" && tokens[at - 1].Text is "with" or "," or "recursive")
            .Select(at => tokens[at].Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>A list of tables is no longer.</summary>
    const int Longest = 2_000;

    /// <summary>How many tables stand there without a condition between them; 0 where one does.</summary>
    static int Tables(List<SqlToken> tokens, int from, HashSet<string> listed)
    {
        var (count, depth, first) = (0, 0, true);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = from; at < tokens.Count && at - from < Longest; at++)
        {
            if (tokens[at].Is("("))
            {
                depth++;
                // A query in brackets is no table, and as small as it says.
                first = false;
            }
            else if (tokens[at].Is(")") && --depth < 0) break;

            if (depth > 0) continue;
            // JOIN b ON true, ON 1 = 1, ON b.id > 0: no row of one is told which of another it belongs to.
            if (tokens[at].Is("on") && Conditions(tokens, at + 1) is var end && JoinConditions.JoinNothing(tokens[(at + 1)..end]))
            {
                at = end - 1;
                continue;
            }

            if (tokens[at].Is("where") && JoinConditions.JoinNothing(tokens[(at + 1)..Conditions(tokens, at + 1)])) return count;
            if (tokens[at].Kind == SqlKind.Word && Ends.Contains(tokens[at].Text)) return Joining.Contains(tokens[at].Text) && Compares(tokens, at) ? 0 : count;
            if (tokens[at].Text is "," or "join")
            {
                first = true;
                continue;
            }

            if (tokens[at].Kind is SqlKind.Word or SqlKind.Quoted)
            {
                if (first && !listed.Contains(tokens[at].Text) && IsTable(tokens, at, names)) count++;
                if (tokens[at].Text is not ("cross" or "as" or "only") && !(at + 1 < tokens.Count && tokens[at + 1].Is("."))) names.Add(tokens[at].Text);
                if (tokens[at].Text is not ("cross" or "only")) first = false;
            }
        }

        return count;
    }

    /// <summary>Where a condition ends that begins at a place.</summary>
    static int Conditions(List<SqlToken> tokens, int from)
    {
        var (at, depth) = (from, 0);
        for (; at < tokens.Count && at - from < Longest; at++)
        {
            if (tokens[at].Is("(")) depth++;
            else if (tokens[at].Is(")") && --depth < 0) break;
            if (depth == 0 && (tokens[at].Is(",") || tokens[at].Kind == SqlKind.Word && (Ends.Contains(tokens[at].Text) || tokens[at].Text is "join" or "cross"))) break;
        }

        return at;
    }

    // "t.items" is what a row of t holds (BigQuery).
    static bool IsTable(List<SqlToken> tokens, int at, HashSet<string> names)
    {
        var next = at + 1 < tokens.Count ? tokens[at + 1] : default;
        if (tokens[at].Text is "lateral" or "unnest" or "table" or "cross" or "only" or "dual" || next.Is("(")) return false;
        if (next.Is(".") && (names.Contains(tokens[at].Text) || at + 3 < tokens.Count && tokens[at + 3].Is("("))) return false;
        return !tokens[at].Text.StartsWith("v$", StringComparison.Ordinal);
    }

    static bool Compares(List<SqlToken> tokens, int at) =>
        !tokens[at].Is("where") || tokens.FindIndex(at, token => token.Kind == SqlKind.Symbol && token.Text is "=" || token.Text is "in" or "like" or "between" or "exists") > 0;
}
