namespace Firstlook.Effects.Queries;

/// <summary>
/// Reads PromQL as Prometheus does (prometheus/promql/parser/generated_parser.y and parse.go): the whole grammar, and the types of
/// all that stands in it. Where versions differ, what any of 2.40 to 3.5 takes is taken. Never throws on any text.
/// </summary>
internal sealed partial class PromQlParser
{
    /// <summary>Expressions inside one another. People write at most eight or nine.</summary>
    const int DeepestNesting = 60;

    readonly List<QueryToken> tokens;
    int at;
    int depth;

    PromQlParser(List<QueryToken> tokens) => this.tokens = tokens;

    public static QueryReading<PromQlNode> Parse(string text)
    {
        try
        {
            var parser = new PromQlParser(new QueryLexer(text).Read());
            if (parser.Next.Kind == QueryKind.End) throw new QuerySyntaxException(0, "there is no expression");
            var root = parser.Expression(0);
            if (parser.Next.Kind != QueryKind.End) throw parser.Unexpected("after a whole expression");
            return new(root, null);
        }
        catch (QuerySyntaxException problem)
        {
            return new(null, new(problem.At, problem.Message));
        }
    }

    QueryToken Next => tokens[at];

    QueryToken Take() => tokens[at++];

    bool Took(string symbol)
    {
        if (!Next.Is(symbol)) return false;
        at++;
        return true;
    }

    QueryToken Needed(string symbol, string where) => Next.Is(symbol) ? Take() : throw Unexpected($"{where}, where \"{symbol}\" is needed");

    QuerySyntaxException Unexpected(string where) => new(Next.Start, $"{Next.Shown} stands {where}");

    static readonly Dictionary<string, int> Precedence = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = 1, ["and"] = 2, ["unless"] = 2, ["=="] = 3, ["!="] = 3, ["<"] = 3, [">"] = 3, ["<="] = 3, [">="] = 3,
        ["+"] = 4, ["-"] = 4, ["*"] = 5, ["/"] = 5, ["%"] = 5, ["atan2"] = 5, ["^"] = 6,
    };

    const int Multiplication = 5;

    PromQlNode Expression(int least)
    {
        if (++depth > DeepestNesting) throw new QuerySyntaxException(Next.Start, "this is nested too deeply to read");
        var left = Unary();
        while (Next.Kind is QueryKind.Symbol or QueryKind.Name && Precedence.TryGetValue(Next.Text, out var binds) && binds >= least)
        {
            var sign = Take();
            var matching = Matching();
            // Powers bind from the right, all else from the left.
            var right = Expression(sign.Is("^") ? binds : binds + 1);
            left = Typed(left, right, sign, matching);
        }

        depth--;
        return left;
    }

    PromQlNode Unary()
    {
        if (!Next.Is("+") && !Next.Is("-")) return Postfix(Primary());
        var sign = Take();
        // -2 ^ 2 is -(2 ^ 2), and -a * b is (-a) * b.
        var inner = Expression(Multiplication + 1);
        return inner.Type is PromQlType.Scalar or PromQlType.Instant or PromQlType.Any
            ? new UnaryNode(sign.Start, inner.End, inner)
            : throw new QuerySyntaxException(sign.Start, $"a sign stands before {Words(inner.Type)}: only numbers and instant vectors have one");
    }

    PromQlNode Primary()
    {
        var token = Next;
        switch (token.Kind)
        {
            case QueryKind.Number or QueryKind.Duration:
                at++;
                return new NumberNode(token.Start, token.End);
            case QueryKind.String:
                at++;
                return new StringNode(token.Start, token.End, token.Text);
            case QueryKind.Template:
                at++;
                if (Next.Is("{")) _ = Matchers();
                return new TemplateNode(token.Start, tokens[at - 1].End);
            case QueryKind.Symbol when token.Is("("):
                at++;
                var inner = Expression(0);
                return new GroupNode(token.Start, Needed(")", "in parentheses").End, inner);
            case QueryKind.Symbol when token.Is("{"):
                return Selector(null, token.Start);
            case QueryKind.Symbol when token.Is(":"):
                // A colon may begin a metric's name, and even be the whole of it.
                at++;
                return Selector(Next.Kind == QueryKind.Name && Next.Start == token.End ? ":" + Take().Text : ":", token.Start);
            case QueryKind.Name:
                return Named();
            default:
                throw Unexpected("where an expression is needed");
        }
    }

    PromQlNode Named()
    {
        var name = Take();
        var lower = name.Text.ToLowerInvariant();
        if (lower is "inf" or "nan") return new NumberNode(name.Start, name.End);
        if (Aggregations.TryGetValue(lower, out var parameter) && (Next.Is("(") || Next.IsWord("by") || Next.IsWord("without"))) return Aggregation(name, lower, parameter);
        if (Next.Is("(")) return Call(name);
        if (lower is "bool" or "on" or "ignoring" or "group_left" or "group_right")
            throw new QuerySyntaxException(name.Start, $"\"{name.Text}\" stands where an expression is needed");
        return Selector(name.Text, name.Start);
    }

    PromQlNode Postfix(PromQlNode node)
    {
        while (true)
        {
            if (Next.Is("[")) node = Bracketed(node);
            else if (Next.IsWord("offset")) node = Offset(node);
            else if (Next.Is("@")) node = At(node);
            else return node;
        }
    }

    PromQlNode Bracketed(PromQlNode node)
    {
        var open = Take();
        Duration("in a range", positive: true);
        if (Took(":"))
        {
            if (!Next.Is("]")) Duration("as a subquery's step", positive: true);
            var end = Needed("]", "in a subquery").End;
            if (node.Type is not (PromQlType.Instant or PromQlType.Any))
                throw new QuerySyntaxException(open.Start, $"a subquery stands behind {Words(node.Type)}: it needs an instant vector");
            return new SubqueryNode(node.Start, end, node);
        }

        // "[5m:1m]" comes as one word where the step begins with a letter; a plain range ends here.
        var close = Needed("]", "in a range").End;
        if (node is TemplateNode) return new TemplateNode(node.Start, close);
        if (node is not SelectorNode selector)
            throw new QuerySyntaxException(open.Start, "a range stands behind an expression: ranges follow a metric; for an expression write a subquery such as [5m:1m]");
        if (selector.Type == PromQlType.Range) throw new QuerySyntaxException(open.Start, "a second range");
        if (selector.HasOffset || selector.HasAt) throw new QuerySyntaxException(open.Start, "a range stands behind \"offset\" or \"@\": it comes before them");
        return selector with { End = close, Type = PromQlType.Range };
    }

    PromQlNode Offset(PromQlNode node)
    {
        var word = Take();
        if (!Took("-")) Took("+");
        Duration("after offset", positive: false);
        var end = tokens[at - 1].End;
        return node switch
        {
            SelectorNode { HasOffset: true } or SubqueryNode { HasOffset: true } => throw new QuerySyntaxException(word.Start, "a second \"offset\""),
            SelectorNode selector => selector with { HasOffset = true, End = end },
            SubqueryNode subquery => subquery with { HasOffset = true, End = end },
            TemplateNode => node with { End = end },
            _ => throw new QuerySyntaxException(word.Start, "\"offset\" stands behind an expression: it follows a metric, a range or a subquery"),
        };
    }

    PromQlNode At(PromQlNode node)
    {
        var sign = Take();
        if (Next.IsWord("start") || Next.IsWord("end"))
        {
            at++;
            Needed("(", "after @");
            Needed(")", "after @");
        }
        else
        {
            if (!Took("-")) Took("+");
            if (Next.Kind is not (QueryKind.Number or QueryKind.Template)) throw Unexpected("after @, where a time in seconds, start() or end() is needed");
            at++;
        }

        var end = tokens[at - 1].End;
        return node switch
        {
            SelectorNode { HasAt: true } or SubqueryNode { HasAt: true } => throw new QuerySyntaxException(sign.Start, "a second \"@\""),
            SelectorNode selector => selector with { HasAt = true, End = end },
            SubqueryNode subquery => subquery with { HasAt = true, End = end },
            TemplateNode => node with { End = end },
            _ => throw new QuerySyntaxException(sign.Start, "\"@\" stands behind an expression: it follows a metric, a range or a subquery"),
        };
    }

    void Duration(string where, bool positive)
    {
        if (Next.Kind is not (QueryKind.Duration or QueryKind.Number or QueryKind.Template)) throw Unexpected($"{where}, where a duration such as 5m is needed");
        if (positive && Next.Kind != QueryKind.Template && Next.Value <= 0) throw new QuerySyntaxException(Next.Start, "a range of no length");
        at++;
    }
}
