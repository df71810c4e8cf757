using System.Collections.Frozen;

namespace Firstlook.Effects.Queries;

/// <param name="End">Exclusive.</param>
internal readonly record struct QueryExpression(int Start, int End, Verdict Verdict);

/// <summary>
/// PromQL (prometheus.io, "Querying Prometheus") and LogQL (grafana.com, "LogQL: Log query language"): languages without a way to write.
/// A text that plainly belongs to them is a read; anything else is unknown.
/// </summary>
internal static class QueryText
{
    static readonly FrozenSet<string> Functions = FrozenSet.ToFrozenSet("""
        sum min max avg group stddev stdvar count count_values bottomk topk quantile limitk limit_ratio
        abs absent absent_over_time acos acosh asin asinh atan atanh avg_over_time ceil changes clamp clamp_max clamp_min cos cosh count_over_time
        day_of_month day_of_week day_of_year days_in_month deg delta deriv double_exponential_smoothing exp floor histogram_avg histogram_count
        histogram_fraction histogram_quantile histogram_stddev histogram_stdvar histogram_sum holt_winters hour idelta increase irate label_join
        label_replace last_over_time ln log10 log2 mad_over_time max_over_time min_over_time minute month pi predict_linear present_over_time
        quantile_over_time rad rate resets round scalar sgn sin sinh sort sort_by_label sort_by_label_desc sort_desc sqrt stddev_over_time stdvar_over_time
        sum_over_time tan tanh time timestamp vector year
        by without on ignoring group_left group_right and or unless bool offset atan2
        bytes_over_time bytes_rate first_over_time rate_counter unwrap duration duration_seconds bytes json logfmt pattern regexp line_format label_format
        decolorize unpack ip drop keep distinct approx_topk variants of
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static readonly string[] Joining =
        ["and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "offset", "bool", "==", "!=", ">", "<", "+", "-", "*", "/", "%", "^", "|",
            ")", "]", "}", ",", "[", "@", "{"];

    /// <summary>Expressions of a text: blank lines and comment lines separate them, and a line that is whole.</summary>
    public static List<QueryExpression> Expressions(string source, bool logs)
    {
        var expressions = new List<QueryExpression>();
        var at = 0;
        int start = -1, end = 0, open = 0;
        while (at <= source.Length)
        {
            var lineEnd = source.IndexOf('\n', at);
            if (lineEnd < 0) lineEnd = source.Length;
            var line = source[at..lineEnd];
            var text = line.Trim();
            var separates = text.Length == 0 || text.StartsWith('#') || (text.StartsWith("//", StringComparison.Ordinal) && open == 0);
            var continues = start >= 0 && (open > 0 || Joins(text) || EndsOpen(source[start..end], logs));
            if (start >= 0 && (separates ? open <= 0 : !continues))
            {
                Add(expressions, source, start, end, logs);
                start = -1;
                open = 0;
            }
            if (!separates)
            {
                if (start < 0) start = at + line.IndexOf(text, StringComparison.Ordinal);
                open += Depth(text);
                end = at + line.Length - (line.Length - line.TrimEnd().Length);
            }
            at = lineEnd + 1;
        }
        if (start >= 0) Add(expressions, source, start, end, logs);
        return expressions;
    }

    static void Add(List<QueryExpression> expressions, string source, int start, int end, bool logs) =>
        expressions.Add(new QueryExpression(start, end, Judge(source[start..end], logs)));

    static bool Joins(string line) =>
        Array.Exists(Joining,
            token => line.StartsWith(token, StringComparison.Ordinal)
                && (!char.IsLetter(token[0]) || line.Length == token.Length || !char.IsLetterOrDigit(line[token.Length]) && line[token.Length] != '_'));

    /// <summary>True for what wants more: a sign that joins, or where the grammar misses something just at the end (<c>sum by (job)</c>, <c>on (x) group_left</c>).</summary>
    static bool EndsOpen(string text, bool logs)
    {
        var trimmed = text.TrimEnd();
        if (trimmed.Length == 0) return false;
        if (trimmed[^1] is '+' or '-' or '*' or '/' or '%' or '=' or '>' or '<' or ',' or '(' or '{' or '|') return true;
        // Each line of a text that stays open would read it all again.
        if (trimmed.Length > LongestRead)
            return trimmed.EndsWith(" and", StringComparison.Ordinal) || trimmed.EndsWith(" or", StringComparison.Ordinal) || trimmed.EndsWith(" unless", StringComparison.Ordinal);
        return (logs ? LogQlParser.Parse(trimmed).Problem : PromQlParser.Parse(trimmed).Problem) is { } problem && problem.At >= trimmed.Length;
    }

    /// <summary>Characters of an expression that are read to see whether it goes on; people's have some hundred.</summary>
    const int LongestRead = 2_000;

    static int Depth(string line)
    {
        var depth = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '"' or '\'' or '`') at = EndOfString(line, at);
            else if (line[at] == '#') break;
            else if (line[at] is '(' or '[' or '{') depth++;
            else if (line[at] is ')' or ']' or '}') depth--;
        }
        return depth;
    }

    static int EndOfString(string text, int at)
    {
        var quote = text[at++];
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && quote != '`') at++;
            at++;
        }
        return at;
    }

    public static Verdict Judge(string text, bool logs)
    {
        if (Shell.HiddenCharacters.Any(text)) return Verdict.Unknown("a character that hides or reorders what stands beside it");
        var trimmed = text.Trim().TrimEnd(';');
        if (trimmed.Length == 0) return Verdict.Unknown("an empty expression");
        if (Shell.Placeholders.IsWord(trimmed)) return Verdict.Unknown($"'{trimmed}' stands for the whole expression");
        var open = new Stack<char>();
        var names = false;
        for (var at = 0; at < trimmed.Length; at++)
        {
            var character = trimmed[at];
            if (character is '"' or '\'' or '`')
            {
                at = EndOfString(trimmed, at);
                if (at >= trimmed.Length) return Verdict.Unknown("an unclosed string");
            }
            else if (character == '#')
            {
                while (at + 1 < trimmed.Length && trimmed[at + 1] != '\n') at++;
            }
            else if (character is '(' or '[' or '{') open.Push(character);
            else if (character is ')' or ']' or '}')
            {
                if (open.Count == 0 || (open.Pop(), character) is not (('(', ')') or ('[', ']') or ('{', '}'))) return Verdict.Unknown("unbalanced brackets");
            }
            else if (char.IsLetter(character) || character is '_' or ':')
            {
                var start = at;
                while (at + 1 < trimmed.Length && (char.IsLetterOrDigit(trimmed[at + 1]) || trimmed[at + 1] is '_' or ':' or '.')) at++;
                var word = trimmed[start..(at + 1)];
                var next = at + 1;
                while (next < trimmed.Length && trimmed[next] == ' ') next++;
                var after = next < trimmed.Length ? trimmed[next] : '\0';
                names = true;
                if (after == '(' && !Functions.Contains(word) && !open.Contains('{') && !IsMoment(trimmed, start, word))
                    return Verdict.Unknown($"'{word}' is no function of the language");
                if (open.Count == 0 && !logs && (after is '/' or '-' && next > at + 1 && (next + 1 >= trimmed.Length || char.IsLetter(trimmed[next + 1]) && after == '-'))
                    && !Functions.Contains(word))
                    return Verdict.Unknown($"'{word} {after}' is no expression");
                if (open.Count == 0 && !logs && (char.IsLetterOrDigit(after) || after is '_' or '"' or '\'') && !Functions.Contains(word) && !IsKeyword(trimmed, next))
                    return Verdict.Unknown($"'{word}' stands beside another word");
            }
            else if (!char.IsWhiteSpace(character) && !char.IsAsciiDigit(character) && !"+-*/%^=!<>~|,.@$&".Contains(character))
                return Verdict.Unknown($"the character '{character}' is not of the language");
        }
        if (open.Count > 0) return Verdict.Unknown("unbalanced brackets");
        if (logs && !trimmed.Contains('{')) return Verdict.Unknown("LogQL needs a stream selector");
        return names || trimmed.All(character => char.IsAsciiDigit(character) || "+-*/. ()".Contains(character))
            ? Verdict.Read("the query language has no way to write", QueryCosts.Of(trimmed, logs)) : Verdict.Unknown("no metric and no function");
    }

    // prometheus.io/docs, "@ modifier": start() and end() stand for a time behind it, and nowhere else.
    static bool IsMoment(string text, int start, string word) => word is "start" or "end" && text.AsSpan(0, start).TrimEnd() is [.., '@'];

    static bool IsKeyword(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
        return text[at..end] is "and" or "or" or "unless" or "by" or "without" or "on" or "ignoring" or "group_left" or "group_right" or "offset" or "bool" or "atan2"
            or "AND" or "OR" or "BY";
    }
}
