namespace Firstlook.Tests.Effects.Queries;

/// <summary>Expressions of PromQL's whole grammar, well typed, and the same with one token changed.</summary>
internal sealed class PromQlGenerator(int seed)
{
    readonly Random random = new(seed);

    static readonly string[] Metrics = ["up", "http_requests_total", "job:http:rate5m", "node_load1", "sum", "x"];
    static readonly string[] Labels = ["job", "instance", "le", "by", "on"];
    static readonly string[] Ranges = ["5m", "1h30m", "500ms", "1d"];
    static readonly string[] OverRange = ["rate", "increase", "irate", "avg_over_time", "last_over_time", "changes", "deriv", "resets", "absent_over_time"];
    static readonly string[] OverInstant = ["abs", "ceil", "sort_desc", "absent", "timestamp", "sgn", "deg"];

    public string Instant(int depth) => depth <= 0 ? Selector() : random.Next(11) switch
    {
        0 => $"{One(OverRange)}({Range(depth - 1)})",
        1 => $"{One(OverInstant)}({Instant(depth - 1)})",
        2 => $"{One("sum", "avg", "count", "MAX", "stddev", "group")}{Grouping()}({Instant(depth - 1)})",
        3 => $"{One("sum", "min")}({Instant(depth - 1)}){Grouping()}",
        4 => $"{One("topk", "bottomk", "quantile")}{Grouping()}({Scalar(depth - 1)}, {Instant(depth - 1)})",
        5 => $"{Instant(depth - 1)} {One("+", "-", "*", "/", "%", "^", "atan2")} {Matching()}{Instant(depth - 1)}",
        6 => $"{Instant(depth - 1)} {One(">", "<=", "==", "!=")} {One("", "bool ")}{One(Scalar(depth - 1), Instant(depth - 1))}",
        7 => $"{Instant(depth - 1)} {One("and", "or", "unless")} {One("", "on (job) ", "ignoring () ")}{Instant(depth - 1)}",
        8 => $"({Instant(depth - 1)})",
        9 => One($"-{Instant(depth - 1)}", $"histogram_quantile({Scalar(0)}, {Instant(depth - 1)})", $"label_replace({Instant(depth - 1)}, \"a\", \"$1\", \"b\", \"(.*)\")", $"clamp({Instant(depth - 1)}, 0, 1)", $"round({Instant(depth - 1)})", "vector(1)", "hour()", $"count_values(\"v\", {Instant(depth - 1)})", $"label_join({Instant(depth - 1)}, \"a\", \",\", \"b\")"),
        _ => Selector() + Modifier(),
    };

    string Range(int depth) => random.Next(3) switch
    {
        0 => $"({Instant(depth)})[{One(Ranges)}:{One("", "1m")}]{Modifier()}",
        _ => $"{Selector()}[{One(Ranges)}]{Modifier()}",
    };

    string Scalar(int depth) => depth <= 0 ? One("1", "0.5", "1e3", "0x1F", "+Inf", "NaN", "-2") : random.Next(4) switch
    {
        0 => $"{Scalar(depth - 1)} {One("+", "*", "^")} {Scalar(depth - 1)}",
        1 => $"scalar({Instant(depth - 1)})",
        2 => "time()",
        _ => $"({Scalar(depth - 1)} > bool {Scalar(depth - 1)})",
    };

    string Selector() => random.Next(4) switch
    {
        0 => $"{{{One(Labels)}=\"a\"}}",
        1 => $"{One(Metrics)}{{{One(Labels)}{One("=", "!=", "=~", "!~")}{One("\"a\"", "'b.*'", "`c|d`", "\"\"")}{One("", ",")}}}",
        2 => $"{One(Metrics)}{{}}",
        _ => One("up", "http_requests_total", "job:http:rate5m"),
    };

    string Modifier() => One("", "", " offset 5m", " offset -1h", " @ 1609746000", " @ end()", " offset 1m @ start()");

    string Grouping() => One("", $" by ({One(Labels)})", $" without ({One(Labels)}, instance)", " by ()");

    string Matching() => One("", "", "on (job) ", "ignoring (le) ", "on (job) group_left ", "on (job) group_right (instance) ");

    string One(params string[] choices) => choices[random.Next(choices.Length)];

    static readonly string[] Tokens = ["(", ")", "[", "]", "{", "}", ",", ":", "+", "-", "*", "=", "==", "=~", "!", "\"a\"", "up", "rate", "sum", "by", "on", "bool", "offset", "and", "1", "5m", "@", "group_left", "le"];

    /// <summary>The expression with a token left out, doubled, exchanged or put in.</summary>
    public string Mutated(string expression)
    {
        var pieces = System.Text.RegularExpressions.Regex.Matches(expression, @"""[^""]*""|'[^']*'|`[^`]*`|[\w:.]+|\s+|[=!<>]=|[=!]~|.").Select(match => match.Value).ToList();
        var at = random.Next(pieces.Count);
        switch (random.Next(4))
        {
            case 0: pieces.RemoveAt(at); break;
            case 1: pieces.Insert(at, pieces[at]); break;
            case 2: pieces[at] = One(Tokens); break;
            default: pieces.Insert(at, " " + One(Tokens) + " "); break;
        }

        return string.Concat(pieces);
    }
}
