namespace Firstlook.Effects.Sql;

/// <summary>One statement, read as far as the grammar of queries goes.</summary>
internal sealed partial class SqlQueryReader(List<SqlToken> tokens, int length)
{
    /// <summary>A form that is not in the grammar here: nothing is said about the statement.</summary>
    sealed class BeyondGrammarException : Exception;

    sealed class WrongException(int at, string message) : Exception(message)
    {
        public int At => at;
    }

    const int DeepestNesting = 60;

    int at;
    int depth;

    /// <returns>Null where the statement parses, or cannot be told.</returns>
    public SqlProblem? Problem()
    {
        try
        {
            if (Word("explain")) Explained();
            if (!IsQuery()) return null;
            Query();
            if (at < tokens.Count) throw Misplaced("after the end of the query");
            return null;
        }
        catch (WrongException wrong)
        {
            return new(wrong.At, wrong.Message);
        }
        catch (BeyondGrammarException)
        {
            return null;
        }
    }

    void Explained()
    {
        while (Word("analyze") || Word("verbose"))
        {
        }

        if (!IsAt("(") || (at + 1 < tokens.Count && tokens[at + 1].Is("select"))) return;
        while (at < tokens.Count && !tokens[at++].Is(")"))
        {
        }
    }

    SqlToken? Next => at < tokens.Count ? tokens[at] : null;

    bool IsAt(string text) => Next is { } token && token.Is(text);

    bool IsAtAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (IsAt(word)) return true;
        return false;
    }

    bool Word(string text)
    {
        if (!IsAt(text)) return false;
        at++;
        return true;
    }

    void Needed(string text, string where)
    {
        if (!Word(text)) throw Misplaced($"{where}, where {text.ToUpperInvariant()} is needed");
    }

    // A reserved word or a mark out of place is wrong; another word may belong to a form that is not known here.
    Exception Misplaced(string where)
    {
        if (Next is not { } token) return new WrongException(Math.Max(0, length - 1), $"the query ends {where}");
        var sure = token.Kind == SqlKind.Symbol ? token.Text is "," or ")" or "=" : token.Kind == SqlKind.Word && Clauses.Contains(token.Text);
        return sure
            ? new WrongException(token.Start, $"\"{(token.Kind == SqlKind.Word ? token.Text.ToUpperInvariant() : token.Text)}\" stands {where}")
            : new BeyondGrammarException();
    }

    /// <summary>Words that PostgreSQL reserves and that can begin no expression and name nothing (PostgreSQL 15, appendix C).</summary>
    static readonly HashSet<string> Clauses =
        ["from", "where", "group", "having", "order", "limit", "union", "intersect", "except", "on", "and", "or", "when", "then", "else", "end", "as", "asc", "desc",
            "select", "into"];

    /// <summary>Words that name a column only behind AS; all others, SELECT itself included, may do without (PostgreSQL 15, appendix C, "requires AS").</summary>
    static readonly HashSet<string> NeedsAs =
        ["array", "as", "char", "character", "create", "day", "except", "fetch", "filter", "for", "from", "grant", "group", "having", "hour", "intersect", "into",
            "isnull", "limit", "minute", "month", "notnull", "offset", "on", "order", "over", "overlaps", "precision", "returning", "second", "to", "union", "varying",
            "where", "window", "with", "within", "without", "year"];

    static readonly HashSet<string> NoAlias =
        [.. Clauses, "offset", "fetch", "for", "using", "join", "inner", "left", "right", "full", "cross", "natural", "not", "in", "is", "like", "ilike", "between",
            "case", "window", "with", "returning", "collate", "similar", "isnull", "notnull", "tablesample", "lateral", "only", "lock"];

    bool IsQuery()
    {
        var i = at;
        while (i < tokens.Count && tokens[i].Is("(")) i++;
        return i < tokens.Count && (tokens[i].Is("select") || tokens[i].Is("with") || tokens[i].Is("values"));
    }

    void Query()
    {
        if (++depth > DeepestNesting) throw new BeyondGrammarException();
        if (Word("with")) With();
        Core();
        while (IsAtAny("union", "intersect", "except"))
        {
            at++;
            if (!Word("all")) Word("distinct");
            Core();
        }

        if (Word("order"))
        {
            Needed("by", "after ORDER");
            Orders();
        }

        Limits();
        depth--;
    }

    void With()
    {
        Word("recursive");
        do
        {
            Identifier();
            if (IsAt("(")) Columns();
            Needed("as", "in WITH");
            if (Word("not") || IsAt("materialized")) Word("materialized");
            Needed("(", "in WITH");
            if (!IsQuery()) throw new BeyondGrammarException();
            Query();
            Needed(")", "in WITH");
        }
        while (Word(","));
    }

    void Core()
    {
        if (Word("("))
        {
            Query();
            Needed(")", "in a query in parentheses");
            return;
        }

        if (Word("values"))
        {
            do
            {
                Needed("(", "after VALUES");
                Expressions(")");
            }
            while (Word(","));
            return;
        }

        if (!Word("select")) throw Misplaced("where a query is needed");
        if (Word("distinct"))
        {
            if (Word("on"))
            {
                Needed("(", "after DISTINCT ON");
                Expressions(")");
            }
        }
        else
        {
            Word("all");
        }

        if (Next is not null && !IsAtAny("from", "where", ")", "union")) Targets();
        if (IsAt("into")) throw new BeyondGrammarException();
        if (Word("from")) Sources();
        if (Word("where")) Expression();
        if (Word("group"))
        {
            Needed("by", "after GROUP");
            if (!Word("distinct")) Word("all");
            do
            {
                if (IsAt("grouping")) throw new BeyondGrammarException();
                if (IsAt("(") && at + 1 < tokens.Count && tokens[at + 1].Is(")")) at += 2;
                else Expression();
            }
            while (Word(","));
        }

        if (Word("having")) Expression();
        if (IsAt("window")) throw new BeyondGrammarException();
        if (IsAtAny("from", "where", "group", "having"))
            throw new WrongException(Next!.Value.Start,
                $"{Next.Value.Text.ToUpperInvariant()} comes too late: the order is FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT");
    }

    void Targets()
    {
        do
        {
            if (Word("*")) continue;
            Expression();
            if (Word("as")) AnyName();
            else if (Next is { Kind: SqlKind.Quoted } || (Next is { Kind: SqlKind.Word } token && !NeedsAs.Contains(token.Text))) at++;
        }
        while (Word(","));
    }

    void Limits()
    {
        for (var i = 0; i < 3; i++)
        {
            if (Word("limit"))
            {
                if (!Word("all")) Expression();
                if (IsAt(",")) throw new BeyondGrammarException();
            }
            else if (Word("offset"))
            {
                Expression();
                if (!Word("rows")) Word("row");
            }
        }

        if (IsAtAny("fetch", "for", "lock")) throw new BeyondGrammarException();
        if (IsAtAny("from", "where", "group", "having", "order"))
            throw new WrongException(Next!.Value.Start,
                $"{Next.Value.Text.ToUpperInvariant()} comes too late: the order is FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT");
    }

    void Orders()
    {
        do
        {
            Expression();
            if (IsAt("using")) throw new BeyondGrammarException();
            if (!Word("asc")) Word("desc");
            if (Word("nulls") && !Word("first")) Word("last");
        }
        while (Word(","));
    }

    void Sources()
    {
        do Source();
        while (Word(","));
    }

    void Source()
    {
        Item();
        while (IsAtAny("join", "inner", "left", "right", "full", "cross", "natural"))
        {
            var free = Word("natural");
            if (Word("cross")) free = true;
            else if (IsAtAny("inner", "left", "right", "full"))
            {
                at++;
                Word("outer");
            }

            Needed("join", "in a join");
            Item();
            if (Word("on")) Expression();
            else if (Word("using")) Columns();
            else if (IsAtAny("join", "inner", "left", "right", "full")) throw new BeyondGrammarException();
            else if (!free) throw Misplaced("after a JOIN without ON");
        }
    }

    void Item()
    {
        Word("lateral");
        Word("only");
        if (Word("("))
        {
            if (IsQuery()) Query();
            else Source();
            Needed(")", "in FROM");
        }
        else
        {
            if (IsAt("rows")) throw new BeyondGrammarException();
            Path("where a table is needed");
            if (Word("(")) Arguments();
            if (Word("with")) at++;
        }

        if (IsAt("tablesample")) throw new BeyondGrammarException();
        if (Word("as")) AnyName();
        else Alias();
        if (IsAt("(")) Columns();
    }

    void Path(string where)
    {
        if (Next is not { Kind: SqlKind.Word or SqlKind.Quoted } token || (token.Kind == SqlKind.Word && Clauses.Contains(token.Text))) throw Misplaced(where);
        at++;
        while (Word(".")) AnyName();
    }

    void Alias()
    {
        if (Next is { Kind: SqlKind.Quoted } || (Next is { Kind: SqlKind.Word } token && !NoAlias.Contains(token.Text))) at++;
    }

    void Identifier()
    {
        if (Next is { Kind: SqlKind.Word or SqlKind.Quoted }) at++;
        else throw Misplaced("where a name is needed");
    }

    void AnyName()
    {
        if (Next is { Kind: SqlKind.Word or SqlKind.Quoted } || IsAt("*")) at++;
        else throw Misplaced("where a name is needed");
    }

    // Column lists, also those with types; what stands in them is not looked at.
    void Columns()
    {
        Needed("(", "before a list of columns");
        for (var open = 1; open > 0 && at < tokens.Count; at++) open += tokens[at].Is("(") ? 1 : tokens[at].Is(")") ? -1 : 0;
    }
}
