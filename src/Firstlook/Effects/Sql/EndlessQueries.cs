namespace Firstlook.Effects.Sql;

/// <summary>
/// Queries that never end, or fill the disk with what they keep beside: a recursion without a condition (PostgreSQL, 7.8.2 "Recursive Queries"), a series of more rows than
/// anybody waits for, a text of more bytes than memory holds, tables multiplied by each other.
/// </summary>
internal static partial class EndlessQueries
{
    public static bool In(List<SqlToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            // docs.ksqldb.io, "Push queries"; cockroachlabs.com, "SHOW JOBS", "WHEN COMPLETE".
            if (tokens[at].Is("emit") && at + 1 < tokens.Count && tokens[at + 1].Text is "changes"
                || tokens[at].Is("when") && at + 1 < tokens.Count && tokens[at + 1].Is("complete") && tokens[0].Is("show"))
                return true;
            if (tokens[at].Is("maxrecursion") && at + 1 < tokens.Count && tokens[at + 1].Text == "0") return true;
            if (IsOfNumbers(tokens, at) && !(Limit(tokens, 0) < CountedLoops.Steps && !tokens.Exists(token => token.Is("where")))) return true;
            // sqlite.org, "The generate_series Table-Valued Function": its arguments are hidden columns, too.
            if (tokens[at].Is("generate_series") && at > 0 && tokens[at - 1].Text is "from" or "join" or "," && !(at + 1 < tokens.Count && tokens[at + 1].Is("("))
                && !(Stop(tokens) < CountedLoops.Steps))
                return true;
        }

        return Recursions.AreEndless(tokens) || Series.AreHuge(tokens) || Series.AreLong(tokens) || Products.AreIn(tokens) || XmlPrograms.AreLong(tokens);
    }

    /// <summary>Whether an expression that the server tries in turn may take for ever (Oracle, MySQL and SQLite try back).</summary>
    public static bool TryBack(List<SqlToken> tokens) =>
        Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(at => TriesBack(tokens, at))
        || tokens.Exists(token => token.Kind == SqlKind.Word && (token.Text.StartsWith("regexp", StringComparison.Ordinal) || token.Is("rlike")))
            && tokens.Exists(token => token.Kind == SqlKind.String && Backtracking.IsIn(token.Text));

    /// <summary>LIKE tries each of its signs for any text at every place; so many of them are in no query that somebody waits for.</summary>
    const int MostSigns = 8;

    // x LIKE '%_%_%_...'; PostgreSQL, 9.7.3.4: a pattern with a back reference is tried back.
    static bool TriesBack(List<SqlToken> tokens, int at) =>
        tokens[at].Kind == SqlKind.String
            && (tokens[at - 1].Text is "like" or "ilike" && tokens[at].Text.Count(character => character == '%') > MostSigns
                || (tokens[at - 1].Is("~") || tokens[at - 1].Is("*") && at > 1 && tokens[at - 2].Is("~"))
                    && BackReference().IsMatch(tokens[at].Text) && Backtracking.IsIn(tokens[at].Text));

    [System.Text.RegularExpressions.GeneratedRegex(@"\\[1-9]", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex BackReference();

    /// <summary>Transact-SQL, "sys.dm_db_index_physical_stats": in this mode every page is read.</summary>
    public static bool ReadEverything(List<SqlToken> tokens) =>
        tokens.Exists(token => token.Is("dm_db_index_physical_stats"))
            && tokens.Exists(token => token.Kind == SqlKind.String && token.Text.Equals("detailed", StringComparison.OrdinalIgnoreCase));

    // clickhouse.com, "system.numbers": a condition that is never met is looked for without end.
    static bool IsOfNumbers(List<SqlToken> tokens, int at) =>
        tokens[at].Is("system") && at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Text is "numbers" or "numbers_mt" or "zeros" or "zeros_mt";

    static double Stop(List<SqlToken> tokens)
    {
        var at = tokens.FindIndex(token => token.Is("stop"));
        if (at < 0 || at + 2 >= tokens.Count || !tokens[at + 1].Is("=")) return double.PositiveInfinity;
        var end = tokens.FindIndex(at + 2, token => token.Kind == SqlKind.Word);
        return Series.Value(tokens, at + 2, end < 0 ? tokens.Count : end) ?? 0;
    }

    /// <summary>How many rows are taken: infinity where that is not said, 0 where it is not known.</summary>
    public static double Limit(List<SqlToken> tokens, int from)
    {
        for (var at = from; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Text is not ("limit" or "top" or "fetch") || tokens[at].Kind != SqlKind.Word) continue;
            var number = tokens[at].Is("fetch") || tokens[at + 1].Is("(") ? at + 2 : at + 1;
            if (number >= tokens.Count) return 0;
            // LIMIT 100, 10
            var second = number + 2 < tokens.Count && tokens[number + 1].Is(",") ? number + 2 : number;
            return tokens[at + 1].Is("all") ? double.PositiveInfinity : Series.Value(tokens, second, second + 1) ?? 0;
        }

        return double.PositiveInfinity;
    }
}
