namespace Firstlook.Effects.Sql;

/// <summary>Every function that a statement calls, however its name is written.</summary>
internal static partial class SqlRules
{
    static Verdict Functions(List<SqlToken> tokens, int from, Verdict verdict)
    {
        for (var i = from; i + 1 < tokens.Count; i++)
        {
            // PostgreSQL, 4.2.5 "Operator Invocations": what is called by that name may be anybody's, and what stands behind it is no alias.
            if (tokens[i].Is("operator") && tokens[i + 1].Is("(")) verdict = verdict.And(Verdict.Unknown("an operator that is called by its name"));
            if (tokens[i].Is("]") && tokens[i + 1].Is("(") && Bracketed(tokens, i) is { } own) verdict = verdict.And(own);
            if (!tokens[i + 1].Is("(") || tokens[i].Kind is not (SqlKind.Word or SqlKind.Quoted or SqlKind.Placeholder or SqlKind.Hole)) continue;
            var previous = i > 0 ? tokens[i - 1] : default;
            if (previous.Is("as") || (previous.Is(")") && !EndsDistinctOn(tokens, i - 1)) || previous.Is("into") || previous.Is("recursive") || IsNamedQuery(tokens, i)) continue;
            if (previous.Is("tablesample") && tokens[i].Text is "bernoulli" or "system") continue;
            // SQL Server: SELECT TOP (5), of which EndsDistinctOn knows that an expression follows.
            if (tokens[i].Is("top") && previous.Text is "select" or "distinct" or "all") continue;
            // MySQL's index hints: FORCE INDEX (a).
            if (tokens[i].Text is "index" or "key" && previous.Text is "force" or "use" or "ignore") continue;
            if (tokens[i].Kind is SqlKind.Placeholder or SqlKind.Hole)
            {
                verdict = verdict.And(Verdict.Unknown($"'{tokens[i].Text}' stands for a function"));
                continue;
            }
            // What SET may change of the session, set_config may too.
            if (tokens[i].Is("set_config") && !previous.Is(".") && i + 2 < tokens.Count && tokens[i + 2].Kind == SqlKind.String && i + 3 < tokens.Count
                && tokens[i + 3].Is(",") && Settings.Contains(tokens[i + 2].Text.Trim('\'').ToLowerInvariant()))
            {
                verdict = verdict.And(Lifted(tokens[i + 2].Text.Trim('\'').ToLowerInvariant(), i + 4 < tokens.Count ? [tokens[i + 4]] : []));
                continue;
            }

            var schema = previous.Is(".") && i >= 2 ? tokens[i - 2].Text : null;
            verdict = verdict.And(SqlFunctions.Judge(schema, tokens[i].Text));
        }
        return verdict;
    }

    /// <summary>What a function does whose name stands in brackets of SQL Server, <c>[dbo].[purge](...)</c>; null where the brackets hold no name that is called.</summary>
    static Verdict? Bracketed(List<SqlToken> tokens, int close)
    {
        var open = close - 1;
        while (open > 0 && !tokens[open].Is("[")) open--;
        if (close - open != 2 || tokens[open + 1].Kind is not (SqlKind.Word or SqlKind.Quoted)) return null;
        var before = open > 0 ? tokens[open - 1] : default;
        // Columns of a table that is filled, another name for a query, hints behind a table.
        if (before.Text is "as" or "into" or ")" or "with" or "recursive" || close + 2 < tokens.Count && tokens[close + 2].Text is "nolock" or "readuncommitted" or "readpast")
            return null;
        // An element of an array: a[i] (...)
        if (!before.Is(".") && (before.Kind is SqlKind.Word or SqlKind.Quoted && before.End == tokens[open].Start || before.Text is "]")) return null;
        var at = before.Is(".") ? open - 2 : -1;
        var schema = at < 0 ? null : tokens[at].Is("]") && at > 0 ? tokens[at - 1].Text : tokens[at].Text;
        if (at > 1 && tokens[at].Is("]")) at -= 2;
        while (at > 1 && tokens[at - 1].Is(".")) at -= 2;
        return at > 0 && tokens[at - 1].Is("into") ? null : SqlFunctions.Judge(schema, tokens[open + 1].Text);
    }

    /// <summary>True for the parenthesis that ends <c>DISTINCT ON (...)</c> or <c>TOP (...)</c>: what follows is an expression, and no alias.</summary>
    static bool EndsDistinctOn(List<SqlToken> tokens, int at)
    {
        var open = 0;
        for (; at >= 0; at--)
        {
            if (tokens[at].Is(")")) open++;
            else if (tokens[at].Is("(") && --open == 0) return at >= 2 && (tokens[at - 1].Is("on") && tokens[at - 2].Is("distinct") || tokens[at - 1].Is("top"));
        }
        return false;
    }

    /// <summary>
    /// <c>WITH name (columns) AS (</c> and a query. A function in FROM is written alike, with columns and their types behind its AS: what stands in
    /// the parentheses must begin with a word that can name no column.
    /// </summary>
    static bool IsNamedQuery(List<SqlToken> tokens, int at)
    {
        if (at == 0 || !(tokens[at - 1].Is("with") || tokens[at - 1].Is(","))) return false;
        var end = at + 1;
        while (end < tokens.Count && !tokens[end].Is(")"))
        {
            if (end > at + 1 && tokens[end].Is("(")) return false;
            end++;
        }
        if (Word(tokens, end + 1) is not "as") return false;
        end += 2;
        if (Word(tokens, end) is "not") end++;
        if (Word(tokens, end) is "materialized") end++;
        if (end >= tokens.Count || !tokens[end].Is("(")) return false;
        while (end < tokens.Count && tokens[end].Is("(")) end++;
        return Word(tokens, end) is "select" or "with" or "table" || Word(tokens, end) is "values" && end + 1 < tokens.Count && tokens[end + 1].Is("(");
    }
}
