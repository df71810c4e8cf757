namespace Firstlook.Effects.Sql;

/// <summary><c>FOR s IN (SELECT ...) LOOP</c>: as many turns as the query has rows (Oracle, "PL/SQL Language Reference", Cursor FOR LOOP Statement).</summary>
internal static class CursorLoops
{
    /// <returns>What the query does, and the first statement of the body; null where no such loop begins.</returns>
    public static (Verdict? Query, List<SqlToken> Body) Split(List<SqlToken> statement)
    {
        if (!(statement.Count > 5 && statement[0].Is("for") && statement[1].Kind == SqlKind.Word && statement[2].Is("in") && statement[3].Is("("))) return (null, statement);
        var open = 0;
        for (var at = 3; at < statement.Count; at++)
        {
            open += statement[at].Is("(") ? 1 : statement[at].Is(")") ? -1 : 0;
            if (open > 0) continue;
            return at + 2 < statement.Count && statement[at + 1].Is("loop") && statement[4].Is("select")
                ? (SqlRules.Judge(statement[4..at]), statement[(at + 2)..]) : (null, statement);
        }

        return (null, statement);
    }
}
