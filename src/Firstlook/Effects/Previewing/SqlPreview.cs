using Firstlook.Effects.Sql;

namespace Firstlook.Effects;

/// <summary>Previews of one statement: the count that its WHERE selects, the sessions that it would end.</summary>
static class SqlPreview
{
    public static Preview? Of(string statement)
    {
        var lexer = new SqlLexer(statement).Read();
        var tokens = lexer.Tokens.Where(token => !token.Is(";")).ToList();
        if (lexer.Problem is not null || tokens.Count < 2 || SqlJudge.Statements(statement).Count != 1) return null;
        return tokens[0].Text switch
        {
            "delete" when tokens[1].Is("from") => Counted(statement, tokens, 2),
            "update" when SqlRules.RenewsStatistics(tokens, 0) => null,
            "update" => Counted(statement, tokens, 1),
            "truncate" => Counted(statement, tokens, tokens[1].Is("table") ? 2 : 1),
            "select" => Sessions(statement, tokens),
            _ => null,
        };
    }

    static Preview? Counted(string statement, List<SqlToken> tokens, int table)
    {
        var where = Top(tokens, table, "where");
        var stop = Top(tokens, table, "returning");
        if (Top(tokens, table, "using") >= 0 || (tokens[0].Is("update") && Top(tokens, table, "from") >= 0) || table >= tokens.Count) return null;
        var nameEnd = table;
        while (nameEnd + 2 < tokens.Count && tokens[nameEnd + 1].Is(".")) nameEnd += 2;
        if (tokens[nameEnd].Kind is not (SqlKind.Word or SqlKind.Quoted) || tokens[table].Is("only")) return null;
        var name = statement[tokens[table].Start..tokens[nameEnd].End];
        var alias = nameEnd + 1 < tokens.Count && tokens[nameEnd + 1].Kind == SqlKind.Word
            && tokens[nameEnd + 1].Text is not ("where" or "set" or "returning" or "cascade" or "restart")
            ? " " + statement[tokens[nameEnd + 1].Start..tokens[nameEnd + 1].End] : "";
        if (alias.Equals(" as", StringComparison.OrdinalIgnoreCase)) return null;
        var end = stop >= 0 ? tokens[stop - 1].End : tokens[^1].End;
        var condition = where >= 0 ? " " + statement[tokens[where].Start..end] : "";
        return new Preview($"SELECT count(*) FROM {name}{alias}{condition}", Language.Sql, "How many rows it would touch.");
    }

    /// <summary>The first such word outside parentheses; -1 where there is none.</summary>
    static int Top(List<SqlToken> tokens, int from, string word)
    {
        var open = 0;
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(")) open++;
            else if (tokens[i].Is(")")) open--;
            else if (open == 0 && tokens[i].Is(word)) return i;
        }
        return -1;
    }

    static Preview? Sessions(string statement, List<SqlToken> tokens)
    {
        var call = tokens.FindIndex(token => token.Text is "pg_terminate_backend" or "pg_cancel_backend");
        if (call < 0 || call + 2 >= tokens.Count) return null;
        const string columns = "pid, usename, application_name, state, now() - query_start AS running, left(query, 80) AS query";
        var from = Top(tokens, call, "from");
        if (from >= 0) return new Preview($"SELECT {columns} {statement[tokens[from].Start..tokens[^1].End]}", Language.Sql, "Which sessions it would end.");
        var close = tokens.FindIndex(call, token => token.Is(")"));
        if (close < call + 3) return null;
        var pid = statement[tokens[call + 2].Start..tokens[close - 1].End];
        return new Preview($"SELECT {columns} FROM pg_stat_activity WHERE pid = {pid}", Language.Sql, "Which session it would end.");
    }
}
