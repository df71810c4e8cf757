namespace Firstlook.Effects.Sql;

/// <param name="Start">Of the statement's first token in the text.</param>
/// <param name="End">After its last token, the semicolon included.</param>
internal readonly record struct SqlStatement(int Start, int End, Verdict Verdict);

/// <summary>Says what SQL does, statement by statement. A function that is not on the list of reads makes its statement unknown.</summary>
internal static class SqlJudge
{
    /// <param name="schema">The database that the client is told to begin in.</param>
    public static Verdict Judge(string text, bool other = false, string? schema = null)
    {
        var statements = Statements(text, other, schema);
        if (statements.Count == 0) return Verdict.Read("there is nothing to run");
        var verdict = statements[0].Verdict;
        foreach (var statement in statements.Skip(1)) verdict = verdict.And(statement.Verdict);
        return verdict;
    }

    static readonly System.Collections.Frozen.FrozenSet<string> Verbs =
        System.Collections.Frozen.FrozenSet.ToFrozenSet([.. Following.Verbs, "declare", "set", "use", "if", "while", "begin"]);

    /// <summary>A batch of SQL Server, where a statement may follow another without a semicolon: every verb inside one makes it unknown.</summary>
    public static Verdict Batch(string text)
    {
        if (text.Split('\n').Any(line => line.TrimStart() is ['!', '!', ..] or [':', ..]) || text.Contains("$(", StringComparison.Ordinal))
            return Verdict.Unknown("a command or a variable of the client stands among the statements");
        var verdict = Judge(text, other: true);
        var tokens = new SqlLexer(text, other: true).Read().Tokens;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == SqlKind.Word && Verbs.Contains(tokens[at].Text) && !tokens[at - 1].Is(";"))
                return verdict.And(Verdict.Unknown($"'{tokens[at].Text}' may begin another statement"));
        }
        return verdict;
    }

    /// <summary><c>GO</c> alone on its line, with which SQL Server's tools part batches.</summary>
    static bool IsBatchEnd(string text, SqlToken token)
    {
        if (token.Kind != SqlKind.Word || token.Text != "go") return false;
        var start = text.LastIndexOf('\n', token.Start) + 1;
        var end = text.IndexOf('\n', token.End);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).Trim().Equals("go", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="other">True for databases other than PostgreSQL, where some characters mean something else.</param>
    /// <param name="schema">The database that names are looked up in before any USE.</param>
    public static List<SqlStatement> Statements(string text, bool other = false, string? schema = null)
    {
        var statements = new List<SqlStatement>();
        if (Shell.HiddenCharacters.Any(text.Replace("\u00a0", " ")))
        {
            statements.Add(new SqlStatement(0, text.Length, Verdict.Unknown("a character that hides or reorders what stands beside it")));
            return statements;
        }
        var lexer = new SqlLexer(text, other).Read();
        var tokens = lexer.Tokens;
        var blocks = AnonymousBlocks.In(tokens);
        var from = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == SqlKind.Meta
                && (at == from || tokens[at].Text.StartsWith("\\g", StringComparison.Ordinal) || tokens[at].Text.StartsWith("\\watch", StringComparison.Ordinal)
                    || tokens[at].Text.StartsWith("\\crosstab", StringComparison.Ordinal)))
            {
                var meta = SqlMeta.Judge(tokens[at].Text, other);
                var verdict = at == from ? meta : Judged(tokens[from..at], ref schema).And(meta);
                statements.Add(new SqlStatement(tokens[from].Start, tokens[at].End, verdict));
                from = at + 1;
            }
            else if (at == from && blocks.TryGetValue(at, out var end))
            {
                var block = tokens[from..(end + 1)];
                if (AnonymousBlocks.IsSent(text, tokens, end + 1)) end++;
                statements.Add(new SqlStatement(tokens[from].Start, tokens[end].End, AnonymousBlocks.Judge(block)));
                from = end + 1;
                at = end;
            }
            else if (at == from && SqlRules.IsOfScreen(text, tokens, at))
            {
                statements.Add(new SqlStatement(tokens[at].Start, tokens[at + 2].End, Judged(tokens[at..(at + 3)], ref schema)));
                from = at + 3;
                at += 2;
            }
            else if (tokens[at].Is(";") || IsBatchEnd(text, tokens[at]))
            {
                if (at > from) statements.Add(new SqlStatement(tokens[from].Start, tokens[at].End, Judged(tokens[from..at], ref schema)));
                from = at + 1;
            }
        }
        if (from < tokens.Count) statements.Add(new SqlStatement(tokens[from].Start, tokens[^1].End, Judged(tokens[from..], ref schema)));
        if (lexer.Problem is { } problem)
        {
            var unknown = Verdict.Unknown($"not understood: {problem}");
            if (statements.Count == 0) statements.Add(new SqlStatement(0, text.Length, unknown));
            else statements[^1] = new SqlStatement(statements[^1].Start, text.TrimEnd().Length, statements[^1].Verdict.And(unknown));
        }
        return statements;
    }

    static Verdict Judged(List<SqlToken> tokens, ref string? schema)
    {
        if (tokens is [{ Text: "use" }, { Kind: SqlKind.Word or SqlKind.Quoted } chosen]) schema = chosen.Text;
        // sqlite.org, "Command Line Shell For SQLite": the words of its own that only show.
        if (tokens is [{ Text: "." }, { Text: "tables" or "schema" or "indexes" or "indices" or "databases" or "dbinfo", Kind: SqlKind.Word }]
            or [{ Text: "." }, { Text: "tables" or "schema" or "indexes" or "indices" }, { Kind: SqlKind.Word or SqlKind.Quoted }])
            return Verdict.Read($".{tokens[1].Text} shows what there is");
        var verdict = SqlRules.Judge(tokens);
        if (verdict.Effect > Effect.Read) return verdict;
        if (SecretColumns.In(tokens, schema) is { } secret) verdict = new(verdict.Effect, verdict.Tags | EffectTags.Secret, $"'{secret}' may hold secrets");
        if (EndlessQueries.ReadEverything(tokens)) verdict = verdict.And(EffectTags.Cost) with { Why = $"{verdict.Why}, every page of what is asked for" };
        if (EndlessQueries.TryBack(tokens)) verdict = verdict.And(EffectTags.Cost) with { Why = $"{verdict.Why}, and its pattern may be tried without end" };
        return EndlessQueries.In(tokens) ? verdict.And(EffectTags.Hang) with { Why = $"{verdict.Why}, and may never end" } : verdict;
    }
}
