namespace Firstlook.Effects.Sql;

/// <summary>
/// <c>BEGIN DBMS_SCHEDULER.DISABLE('J'); END;</c>: a block of Oracle's PL/SQL is one statement, whatever semicolons it holds, and the slash
/// below it sends it off (Oracle, "PL/SQL Language Reference", Block; "SQL*Plus User's Guide", slash). What begins a transaction is none.
/// </summary>
internal static class AnonymousBlocks
{
    /// <summary>Where each block ends, by the place of its <c>BEGIN</c>: the place of its last token, its semicolon where it has one. Found in one pass, for a text may
    /// have as many beginnings as words.</summary>
    public static IReadOnlyDictionary<int, int> In(List<SqlToken> tokens)
    {
        var ends = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == SqlKind.Meta) open.Clear();
            else if (Opens(tokens[at]) && !(at > 0 && tokens[at - 1].Is("end"))) open.Push(at);
            else if (tokens[at].Is("end") && open.TryPop(out var from) && Begins(tokens, from))
            {
                // "END purge_old;": a label may follow.
                ends[from] = at + 1 < tokens.Count && tokens[at + 1].Is(";") ? at + 1 : at + 2 < tokens.Count && tokens[at + 2].Is(";") ? at + 2 : at;
            }
        }

        return ends;
    }

    static bool Begins(List<SqlToken> tokens, int from) =>
        tokens[from].Is("begin") && from + 1 < tokens.Count && !tokens[from + 1].Is(";") && !SqlRules.IsBoundWord(tokens[from + 1]);

    /// <summary>The slash on a line of its own right behind a block.</summary>
    public static bool IsSent(string text, List<SqlToken> tokens, int at) =>
        at < tokens.Count && tokens[at].Is("/") && Line(text, tokens[at]).SequenceEqual("/");

    /// <summary>Each of its statements as if it stood alone, those in a loop over a query, too; branches, other loops and handlers are unknown by that.</summary>
    public static Verdict Judge(List<SqlToken> block)
    {
        var verdict = Verdict.Read("a block that does nothing");
        var from = 1;
        for (var at = 1; at < block.Count; at++)
        {
            if (!block[at].Is(";") && at < block.Count - 1) continue;
            var statement = block[from..(block[at].Is(";") ? at : at + 1)];
            from = at + 1;
            if (statement.Count == 0 || statement[0].Is("end") || statement is [{ Kind: SqlKind.Word, Text: "null" }]) continue;
            if (CursorLoops.Split(statement) is ({ } query, var body))
            {
                verdict = verdict.And(query);
                statement = body;
            }
            verdict = verdict.And(Procedures.Called(statement) ?? ExecutedTexts.Judge(statement) ?? SqlRules.Judge(statement));
        }

        return verdict;
    }

    static bool Opens(SqlToken token) => token.Is("begin") || token.Is("case") || token.Is("if") || token.Is("loop");

    static ReadOnlySpan<char> Line(string text, SqlToken token)
    {
        var start = text.LastIndexOf('\n', token.Start) + 1;
        var end = text.IndexOf('\n', token.End);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).Trim();
    }
}
