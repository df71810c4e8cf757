using System.Globalization;

namespace Firstlook.Effects.Queries;

internal enum QueryKind { Name, Number, Duration, String, Symbol, Template, End }

/// <param name="Text">Strings without their quotes and escapes, all else as written.</param>
internal readonly record struct QueryToken(QueryKind Kind, string Text, int Start, int End)
{
    public double Value { get; init; }

    public bool Is(string text) => Kind == QueryKind.Symbol && Text == text;

    /// <summary>Keywords of both languages may be written in any case.</summary>
    public bool IsWord(string word) => Kind == QueryKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public string Shown => Kind == QueryKind.End ? "the end" : $"\"{Text}\"";
}

/// <summary>Leaves the grammar; caught in the parsers' entries alone.</summary>
internal sealed class QuerySyntaxException(int at, string message) : Exception(message)
{
    public int At => at;
}

/// <summary>Tokens of PromQL (prometheus/promql/parser/lex.go) and of what LogQL adds (grafana/loki/pkg/logql/syntax/lex.go).</summary>
/// <param name="logs">True for LogQL, whose numbers may also be sizes: 10KB.</param>
internal sealed class QueryLexer(string source, bool logs = false)
{
    static readonly string[] Symbols =
        ["=~", "!~", "!=", "==", "<=", ">=", "|=", "|~", "|>", "!>", "(", ")", "[", "]", "{", "}", ",", ":", "+", "-", "*", "/", "%", "^", "=", "<", ">", "@", "|"];

    int at;

    /// <exception cref="QuerySyntaxException">A character, string or number that no query has.</exception>
    public List<QueryToken> Read()
    {
        var tokens = new List<QueryToken>();
        while (true)
        {
            SkipBlanks();
            if (at >= source.Length)
            {
                tokens.Add(new(QueryKind.End, "", source.Length, source.Length));
                return tokens;
            }

            tokens.Add(One());
        }
    }

    void SkipBlanks()
    {
        while (at < source.Length && (char.IsWhiteSpace(source[at]) || source[at] == '#'))
        {
            if (source[at] == '#') while (at < source.Length && source[at] != '\n') at++;
            else at++;
        }
    }

    QueryToken One()
    {
        var c = source[at];
        if (c is '"' or '\'' or '`') return Quoted(c);
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < source.Length && char.IsAsciiDigit(source[at + 1]))) return Number();
        if (char.IsAsciiLetter(c) || c is '_') return Name();
        // A colon begins a name only outside of brackets: [5m:1m].
        if (c == '$') return Template();
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(source, at, symbol, 0, symbol.Length) == 0) return Taken(QueryKind.Symbol, at + symbol.Length);
        }

        throw new QuerySyntaxException(at, $"the character '{c}' has no meaning here");
    }

    QueryToken Taken(QueryKind kind, int end)
    {
        var token = new QueryToken(kind, source[at..end], at, end);
        at = end;
        return token;
    }

    QueryToken Name()
    {
        var end = at;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] is '_' or ':')) end++;
        return Taken(QueryKind.Name, end);
    }

    /// <summary><c>$service</c>, <c>${service:regex}</c>, <c>$__rate_interval</c>: filled in by a dashboard.</summary>
    QueryToken Template()
    {
        var end = at + 1;
        if (end < source.Length && source[end] == '{') end = source.IndexOf('}', end) + 1;
        else while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '_')) end++;
        if (end <= at + 1) throw new QuerySyntaxException(at, "the character '$' has no meaning here");
        return Taken(QueryKind.Template, end);
    }

    QueryToken Number()
    {
        var start = at;
        if (source[at] == '0' && at + 1 < source.Length && source[at + 1] is 'x' or 'X')
        {
            var hex = at + 2;
            while (hex < source.Length && char.IsAsciiHexDigit(source[hex])) hex++;
            if (hex == at + 2) throw new QuerySyntaxException(start, "a number has no digits after 0x");
            return Taken(QueryKind.Number, hex) with { Value = 1 };
        }

        var end = at;
        while (end < source.Length && (char.IsAsciiDigit(source[end]) || source[end] is '.' or '_')) end++;
        if (end < source.Length && source[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < source.Length && source[exponent] is '+' or '-') exponent++;
            if (exponent < source.Length && char.IsAsciiDigit(source[exponent]))
            {
                end = exponent;
                while (end < source.Length && char.IsAsciiDigit(source[end])) end++;
            }
        }

        if (end < source.Length && char.IsAsciiLetter(source[end])) return Duration(start);
        if (!double.TryParse(source[start..end].Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw new QuerySyntaxException(start, $"\"{source[start..end]}\" is no number");
        return Taken(QueryKind.Number, end) with { Value = value };
    }

    static readonly (string Unit, double Seconds)[] Units =
        [("y", 31536000), ("w", 604800), ("d", 86400), ("h", 3600), ("m", 60), ("s", 1), ("ms", 0.001), ("us", 0.000001), ("µs", 0.000001), ("ns", 0.000000001)];

    static readonly HashSet<string> Sizes = new(StringComparer.OrdinalIgnoreCase) { "b", "kb", "kib", "mb", "mib", "gb", "gib", "tb", "tib", "pb", "pib" };

    QueryToken Duration(int start)
    {
        var end = start;
        var seconds = 0.0;
        var last = -1;
        // LogQL's ".5s" begins with its point (pkg.go.dev/time, ParseDuration), PromQL's does not; a token of no length would be read for ever.
        if (source[start] == '.' && !logs)
            throw new QuerySyntaxException(start, $"\"{source[start..(start + 2)]}\" begins no duration: write the 0 before the point, and a smaller unit");
        while (end < source.Length && (char.IsAsciiDigit(source[end]) || source[end] == '.' && end == start))
        {
            var digits = end;
            while (end < source.Length && (char.IsAsciiDigit(source[end]) || source[end] == '.')) end++;
            var unit = end;
            while (end < source.Length && (char.IsLetter(source[end]))) end++;
            if (logs && last < 0 && Sizes.Contains(source[unit..end])) return Taken(QueryKind.Number, end) with { Value = 1 };
            var rank = Array.FindIndex(Units, u => u.Unit == source[unit..end]);
            if (rank < 0) throw new QuerySyntaxException(start, $"\"{source[start..end]}\" is no duration: the units are y, w, d, h, m, s and ms");
            if (rank <= last) throw new QuerySyntaxException(start, $"\"{source[start..end]}\" is no duration: each unit stands once, larger ones first");
            last = rank;
            if (!double.TryParse(source[digits..unit], NumberStyles.Float, CultureInfo.InvariantCulture, out var count))
                throw new QuerySyntaxException(start, $"\"{source[digits..unit]}\" is no number");
            seconds += count * Units[rank].Seconds;
        }

        if (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '_'))
            throw new QuerySyntaxException(start, $"\"{source[start..(end + 1)]}\" is no number and no duration");
        return Taken(QueryKind.Duration, end) with { Value = seconds };
    }

    QueryToken Quoted(char quote)
    {
        var start = at;
        var text = new System.Text.StringBuilder();
        for (var i = at + 1; i < source.Length; i++)
        {
            if (source[i] == quote)
            {
                at = i + 1;
                return new(QueryKind.String, text.ToString(), start, at);
            }

            if (source[i] == '\n' && quote != '`') break;
            if (source[i] == '\\' && quote != '`') Escape(ref i, quote, text);
            else text.Append(source[i]);
        }

        throw new QuerySyntaxException(start, "this string is never closed");
    }

    // Go's escapes (go.dev/ref/spec, "Rune literals").
    void Escape(ref int i, char quote, System.Text.StringBuilder text)
    {
        var escape = i + 1 < source.Length ? source[i + 1] : '\0';
        if ("abfnrtv\\".Contains(escape) || escape == quote)
        {
            text.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => escape });
            i++;
            return;
        }

        var digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, >= '0' and <= '7' => 3, _ => 0 };
        if (digits == 0) throw new QuerySyntaxException(i, $"\"\\{escape}\" is no escape in a string: write \"\\\\{escape}\", or use backquotes");
        i += digits == 3 ? 3 : digits + 1;
        text.Append('?');
    }
}
