namespace Firstlook.Effects.Queries;

/// <summary>What a LogQL expression gives: lines of logs, or numbers over them.</summary>
internal sealed record LogQlExpression(bool IsMetric, bool IsNumber);

/// <summary>
/// Reads LogQL (grafana.com, "LogQL: Log query language"; grafana/loki/pkg/logql/syntax/expr.y) as far as runbooks use it: stream
/// selectors, line and label filters, parsers, formatting, unwrap, range and vector aggregations, arithmetic and comparison.
/// Not told: types of label values, the templates in line_format, and what a pattern captures. Never throws on any text.
/// </summary>
internal sealed class LogQlParser
{
    const int DeepestNesting = 60;

    readonly List<QueryToken> tokens;
    readonly LogQlPipeline pipeline;
    int depth;

    LogQlParser(List<QueryToken> tokens)
    {
        this.tokens = tokens;
        pipeline = new(tokens);
    }

    public static QueryReading<LogQlExpression> Parse(string text)
    {
        try
        {
            var parser = new LogQlParser(new QueryLexer(text, logs: true).Read());
            if (parser.Next.Kind == QueryKind.End) throw new QuerySyntaxException(0, "there is no expression");
            var root = parser.Expression(0);
            if (parser.Next.Kind != QueryKind.End) throw parser.pipeline.Unexpected("after a whole expression");
            return new(root, null);
        }
        catch (QuerySyntaxException problem)
        {
            return new(null, new(problem.At, problem.Message));
        }
    }

    QueryToken Next => tokens[pipeline.At];

    QueryToken Take() => pipeline.Take();

    static readonly Dictionary<string, int> Precedence = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = 1, ["and"] = 2, ["unless"] = 2, ["=="] = 3, ["!="] = 3, ["<"] = 3, [">"] = 3, ["<="] = 3, [">="] = 3, ["+"] = 4, ["-"] = 4, ["*"] = 5, ["/"] = 5,
            ["%"] = 5, ["^"] = 6,
    };

    static readonly HashSet<string> OverLines = new(StringComparer.Ordinal) { "rate", "count_over_time", "bytes_rate", "bytes_over_time", "absent_over_time" };

    static readonly HashSet<string> OverValues =
        new(StringComparer.Ordinal) { "rate", "rate_counter", "sum_over_time", "avg_over_time", "max_over_time", "min_over_time", "first_over_time", "last_over_time",
            "stdvar_over_time", "stddev_over_time", "quantile_over_time", "absent_over_time" };

    static readonly HashSet<string> Aggregations =
        new(StringComparer.Ordinal) { "sum", "avg", "max", "min", "count", "stddev", "stdvar", "topk", "bottomk", "approx_topk", "sort", "sort_desc" };

    LogQlExpression Expression(int least)
    {
        if (++depth > DeepestNesting) throw new QuerySyntaxException(Next.Start, "this is nested too deeply to read");
        var left = Primary();
        while (Next.Kind is QueryKind.Symbol or QueryKind.Name && Precedence.TryGetValue(Next.Text, out var binds) && binds >= least)
        {
            var sign = Take();
            if (Next.IsWord("bool")) Take();
            if (Next.IsWord("on") || Next.IsWord("ignoring"))
            {
                Take();
                pipeline.Labels();
                if (Next.IsWord("group_left") || Next.IsWord("group_right"))
                {
                    Take();
                    if (Next.Is("(")) pipeline.Labels();
                }
            }

            var right = Expression(sign.Is("^") ? binds : binds + 1);
            if (!left.IsMetric || !right.IsMetric)
                throw new QuerySyntaxException(sign.Start,
                    $"\"{sign.Text}\" stands beside log lines: only numbers can be computed with; count_over_time() and its like make numbers of lines");
            left = new(true, left.IsNumber && right.IsNumber);
        }

        depth--;
        return left;
    }

    LogQlExpression Primary()
    {
        var token = Next;
        if (token.Is("+") || token.Is("-"))
        {
            Take();
            if (Next.Kind is not (QueryKind.Number or QueryKind.Duration)) throw pipeline.Unexpected("after a sign, where a number is needed");
        }

        switch (Next.Kind)
        {
            case QueryKind.Number:
                Take();
                return new(true, true);
            case QueryKind.Template:
                Take();
                return new(true, false);
            case QueryKind.Symbol when Next.Is("("):
                Take();
                var inner = Expression(0);
                pipeline.Needed(")", "in parentheses");
                return inner;
            case QueryKind.Symbol when Next.Is("{"):
                pipeline.Selector();
                pipeline.Stages();
                return Next.Is("[")
                    ? throw new QuerySyntaxException(Next.Start, "a range stands outside of a function: rate() or count_over_time() belongs around it")
                    : new(false, false);
            case QueryKind.Name:
                return Called();
            default:
                throw pipeline.Unexpected("where an expression is needed");
        }
    }

    LogQlExpression Called()
    {
        var name = Take();
        if (Aggregations.Contains(name.Text)) return Aggregation(name);
        if (name.Text == "vector") return Vector();
        if (name.Text == "label_replace") return Replacement();
        if (OverLines.Contains(name.Text) || OverValues.Contains(name.Text)) return Range(name);
        throw new QuerySyntaxException(name.Start,
            Next.Is("(") ? $"there is no function \"{name.Text}\"" : $"\"{name.Text}\" is no expression: a query begins with {{label=\"value\"}} or a function");
    }

    LogQlExpression Vector()
    {
        pipeline.Needed("(", "before a number");
        if (Next.Kind != QueryKind.Number) throw pipeline.Unexpected("in vector(), where a number is needed");
        Take();
        pipeline.Needed(")", "after a number");
        return new(true, false);
    }

    LogQlExpression Replacement()
    {
        pipeline.Needed("(", "before arguments");
        Numbers(Expression(0), tokens[pipeline.At - 1].Start, "label_replace()");
        for (var i = 0; i < 4; i++)
        {
            pipeline.Needed(",", "in label_replace(), which takes an expression and four texts");
            pipeline.Text("in label_replace()");
        }

        pipeline.Needed(")", "after the last argument");
        return new(true, false);
    }

    LogQlExpression Aggregation(QueryToken name)
    {
        var grouped = pipeline.Grouping();
        pipeline.Needed("(", $"after {name.Text}");
        if (name.Text is "topk" or "bottomk" or "approx_topk")
        {
            if (Next.Kind is not (QueryKind.Number or QueryKind.Template)) throw pipeline.Unexpected($"in {name.Text}(), where a number is needed first");
            Take();
            pipeline.Needed(",", $"in {name.Text}()");
        }

        var start = Next.Start;
        Numbers(Expression(0), start, name.Text);
        pipeline.Needed(")", $"in {name.Text}()");
        if (!grouped) pipeline.Grouping();
        return new(true, false);
    }

    static void Numbers(LogQlExpression expression, int at, string of)
    {
        if (!expression.IsMetric) throw new QuerySyntaxException(at, $"{of} needs numbers, and these are log lines: count_over_time() and its like make numbers of lines");
    }

    LogQlExpression Range(QueryToken name)
    {
        pipeline.Needed("(", $"after {name.Text}");
        if (name.Text == "quantile_over_time")
        {
            if (Next.Kind is not (QueryKind.Number or QueryKind.Template)) throw pipeline.Unexpected("in quantile_over_time(), where a number is needed first");
            Take();
            pipeline.Needed(",", "in quantile_over_time()");
        }

        var parentheses = 0;
        for (; Next.Is("("); parentheses++) Take();
        pipeline.Selector();
        var ranged = pipeline.Duration();
        var unwraps = pipeline.Stages();
        ranged |= !ranged && pipeline.Duration();
        for (; parentheses > 0; parentheses--) pipeline.Needed(")", "in parentheses");
        ranged |= !ranged && pipeline.Duration();
        if (!ranged) throw new QuerySyntaxException(Next.Start, $"{name.Text}() needs a range such as [5m]");
        pipeline.Offset();
        if (!unwraps && !OverLines.Contains(name.Text)) throw new QuerySyntaxException(name.Start, $"{name.Text}() computes with values: \"| unwrap label\" is missing");
        if (unwraps && !OverValues.Contains(name.Text)) throw new QuerySyntaxException(name.Start, $"{name.Text}() counts lines: \"| unwrap\" has no place in it");
        pipeline.Needed(")", $"in {name.Text}()");
        pipeline.Grouping();
        return new(true, false);
    }
}
