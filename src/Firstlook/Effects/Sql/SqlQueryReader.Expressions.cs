namespace Firstlook.Effects.Sql;

/// <summary>Value expressions. How strongly operators bind decides what a query returns, not whether it parses, and is left out.</summary>
internal sealed partial class SqlQueryReader
{
    void Expressions(string end)
    {
        do Expression();
        while (Word(","));
        Needed(end, "in a list");
    }

    /// <param name="joins">False for the lower bound of BETWEEN, which ends at its AND.</param>
    void Expression(bool joins = true)
    {
        if (++depth > DeepestNesting) throw new BeyondGrammarException();
        Operand(joins);
        while (Operator(joins)) Operand(joins);
        depth--;
    }

    bool Operator(bool joins)
    {
        if (joins && (Word("and") || Word("or"))) return true;
        if (Next is not { Kind: SqlKind.Symbol } token || token.Text.Length != 1 || !"+-*/<>=~!@#%^&|?".Contains(token.Text[0])) return false;
        at++;
        // The lexer gives an operator's characters one by one.
        while (Next is { Kind: SqlKind.Symbol } more && more.Start == tokens[at - 1].End && more.Text.Length == 1 && "<>=~!@#%^&|?*".Contains(more.Text[0])) at++;
        if (Next is { Kind: SqlKind.Symbol, Text: ">" } arrow && arrow.Start == tokens[at - 1].End) at++;
        if (IsAtAny("any", "some", "all") && at + 1 < tokens.Count && tokens[at + 1].Is("(")) at++;
        return true;
    }

    void Operand(bool joins)
    {
        while (IsAtAny("not", "-", "+", "~", "@", "!")) at++;

        Primary();
        while (Suffix(joins))
        {
        }
    }

    void Primary()
    {
        if (Next is not { } token) throw Misplaced("where a value is needed");
        switch (token.Kind)
        {
            case SqlKind.Number or SqlKind.Placeholder or SqlKind.Hole:
                at++;
                return;
            case SqlKind.String:
                while (Next is { Kind: SqlKind.String }) at++;
                return;
            case SqlKind.Quoted:
                Named();
                return;
            case SqlKind.Word:
                Worded(token);
                return;
        }

        if (Word("("))
        {
            if (IsQuery()) Query();
            else
            {
                do Expression();
                while (Word(","));
            }

            Needed(")", "in parentheses");
            return;
        }

        // psql's :variable and :'variable', and the parameters of drivers.
        if (Word(":") || Word("$") || Word("?"))
        {
            if (token.Text == "?") return;
            if (Next is { Kind: SqlKind.Word or SqlKind.Number or SqlKind.String or SqlKind.Quoted }) at++;
            else throw new BeyondGrammarException();
            return;
        }

        throw Misplaced("where a value is needed");
    }

    void Worded(SqlToken token)
    {
        switch (token.Text)
        {
            case "case":
                at++;
                if (!IsAt("when")) Expression();
                if (!IsAt("when")) throw Misplaced("in CASE, where WHEN is needed");
                while (Word("when"))
                {
                    Expression();
                    Needed("then", "in CASE");
                    Expression();
                }

                if (Word("else")) Expression();
                Needed("end", "in CASE");
                return;
            case "exists":
                at++;
                Needed("(", "after EXISTS");
                Query();
                Needed(")", "after EXISTS");
                return;
            case "cast":
                at++;
                Needed("(", "after CAST");
                Expression();
                Needed("as", "in CAST");
                Type();
                Needed(")", "in CAST");
                return;
            case "extract" or "substring" or "trim" or "position" or "overlay" or "xmlelement" or "xmlagg" or "json_value" or "json_query" or "json_table"
                when at + 1 < tokens.Count && tokens[at + 1].Is("("):
                at++;
                Columns();
                return;
            case "array" when at + 1 < tokens.Count && tokens[at + 1].Is("["):
                at++;
                Bracketed();
                return;
            case "array" when at + 1 < tokens.Count && tokens[at + 1].Is("("):
                at += 2;
                Query();
                Needed(")", "after ARRAY");
                return;
            case "interval" or "date" or "timestamp" or "timestamptz" or "time" when at + 1 < tokens.Count && tokens[at + 1].Kind == SqlKind.String:
                at += 2;
                return;
            case "timestamp" or "time" when at + 1 < tokens.Count && (tokens[at + 1].Is("with") || tokens[at + 1].Is("without")):
                throw new BeyondGrammarException();
            default:
                if (Clauses.Contains(token.Text)) throw Misplaced("where a value is needed");
                Named();
                return;
        }
    }

    void Named()
    {
        Path("where a value is needed");
        if (Next is { Kind: SqlKind.String } && tokens[at - 1].Kind == SqlKind.Word)
        {
            // A type before its text: inet '10.0.0.1'.
            at++;
            return;
        }

        if (!Word("(")) return;
        Arguments();
        if (Word("within"))
        {
            Needed("group", "after WITHIN");
            Columns();
        }

        if (Word("filter")) Columns();
        if (!Word("over")) return;
        if (IsAt("(")) Columns();
        else AnyName();
    }

    // From behind the opening parenthesis to behind the closing one.
    void Arguments()
    {
        if (Word(")")) return;
        if (!Word("distinct") && !Word("all")) Word("variadic");
        do
        {
            if (Word("*")) continue;
            if (IsQuery() && !IsAt("(")) Query();
            else Expression();
            if (IsAt(":") || IsAtAny("from", "for", "placing", "in", "as", "using", "separator")) throw new BeyondGrammarException();
        }
        while (Word(","));
        if (Word("order"))
        {
            Needed("by", "after ORDER");
            Orders();
        }

        Needed(")", "among arguments");
    }

    bool Suffix(bool joins)
    {
        if (Word("::"))
        {
            Type();
            return true;
        }

        if (IsAt("["))
        {
            Bracketed();
            return true;
        }

        if (Word("."))
        {
            AnyName();
            return true;
        }

        if (Word("collate"))
        {
            Path("after COLLATE");
            return true;
        }

        if (Word("isnull") || Word("notnull")) return true;
        if (Word("at"))
        {
            if (Word("local")) return true;
            Needed("time", "after AT");
            Needed("zone", "after AT TIME");
            Operand(joins);
            return true;
        }

        return Predicate(joins);
    }

    bool Predicate(bool joins)
    {
        if (Word("is"))
        {
            Word("not");
            if (Word("distinct"))
            {
                Needed("from", "after IS DISTINCT");
                Operand(joins);
                return true;
            }

            if (IsAtAny("null", "true", "false", "unknown")) at++;
            else throw Next is null || IsAtAny("document", "json", "normalized", "nfc", "nfd") ? new BeyondGrammarException() : Misplaced("after IS");
            return true;
        }

        var negated = IsAt("not") && at + 1 < tokens.Count && tokens[at + 1] is { Kind: SqlKind.Word, Text: "in" or "like" or "ilike" or "between" or "similar" };
        if (negated) at++;
        if (Word("in"))
        {
            Needed("(", "after IN");
            if (IsQuery() && !IsAt("(")) Query();
            else
            {
                do Expression();
                while (Word(","));
            }

            Needed(")", "after IN");
            return true;
        }

        if (Word("between"))
        {
            Word("symmetric");
            Expression(joins: false);
            Needed("and", "after BETWEEN");
            Expression(joins: false);
            return true;
        }

        if (Word("similar")) Needed("to", "after SIMILAR");
        else if (!Word("like") && !Word("ilike")) return false;
        if (IsAtAny("any", "all") && at + 1 < tokens.Count && tokens[at + 1].Is("(")) at++;
        Operand(joins);
        if (Word("escape")) Operand(joins);
        return true;
    }

    void Bracketed()
    {
        Needed("[", "before an index");
        for (var open = 1; open > 0 && at < tokens.Count; at++) open += tokens[at].Is("[") ? 1 : tokens[at].Is("]") ? -1 : 0;
    }

    void Type()
    {
        Path("where a type is needed");
        while (IsAtAny("precision", "varying")) at++;
        if (IsAt("(")) Columns();
        if (IsAtAny("with", "without") && at + 2 < tokens.Count && tokens[at + 1].Is("time") && tokens[at + 2].Is("zone")) at += 3;
        while (IsAt("[")) Bracketed();
    }
}
