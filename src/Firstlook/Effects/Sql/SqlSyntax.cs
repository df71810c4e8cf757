namespace Firstlook.Effects.Sql;

/// <param name="At">Offset in the text.</param>
internal sealed record SqlProblem(int At, string Message);

/// <summary>
/// Tells queries that PostgreSQL cannot parse (PostgreSQL 15, "SELECT" and "Value Expressions"). It errs to one side: what it calls wrong
/// is wrong, and where it meets a form that it has no grammar for it says nothing. Never throws on any text.
/// </summary>
internal static class SqlSyntax
{
    public static SqlProblem? Problem(string text)
    {
        var lexer = new SqlLexer(text).Read();
        if (lexer.Problem is { } problem)
        {
            // Only a quote that is never closed is wrong in every dialect.
            return problem is "an unclosed quote" or "an unclosed dollar quote" && text.Count(c => c == '\'') % 2 == 1
                ? new(text.LastIndexOf('\'') is >= 0 and var quote ? quote : 0, "this text has an odd number of quotes: one of them is never closed") : null;
        }

        foreach (var statement in Statements(lexer.Tokens))
        {
            if (Unbalanced(statement) is { } bracket) return bracket;
            if (new SqlQueryReader(statement, text.Length).Problem() is { } found) return found;
        }

        return null;
    }

    static IEnumerable<List<SqlToken>> Statements(List<SqlToken> tokens)
    {
        var start = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !tokens[i].Is(";") && tokens[i].Kind != SqlKind.Meta) continue;
            if (i > start) yield return tokens[start..i];
            start = i + 1;
        }
    }

    static SqlProblem? Unbalanced(List<SqlToken> tokens)
    {
        var open = new Stack<SqlToken>();
        foreach (var token in tokens.Where(t => t.Kind == SqlKind.Symbol))
        {
            if (token.Text is "(" or "[") open.Push(token);
            else if (token.Text is ")" or "]" && (open.Count == 0 || (open.Pop().Text, token.Text) is not (("(", ")") or ("[", "]"))))
                return new(token.Start, $"\"{token.Text}\" closes nothing");
        }

        return open.TryPop(out var last) ? new(last.Start, $"\"{last.Text}\" is never closed") : null;
    }
}
