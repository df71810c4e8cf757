using System.Globalization;
using System.Text;

namespace Firstlook.Executors.Logs;

/// <summary>Text to <see cref="LogExpression"/>: recursive descent over the subset. Throws where the text is outside of it; the message is for a person.</summary>
internal sealed class LogQlReader
{
    static readonly string[] Ranges = ["count_over_time", "rate", "bytes_over_time", "bytes_rate"];
    static readonly string[] Aggregates = ["sum", "avg", "min", "max", "count", "topk", "bottomk"];

    /// <summary>Expressions inside one another; more nobody writes.</summary>
    const int Deepest = 32;

    readonly string text;
    int at;
    int depth;

    LogQlReader(string text) => this.text = text;

    /// <exception cref="FormatException">The text is no query, or outside of the subset; it says where.</exception>
    public static LogExpression Read(string text)
    {
        var reader = new LogQlReader(text);
        var expression = reader.Comparison();
        reader.Blank();
        return reader.at == text.Length ? expression : throw reader.Wrong("nothing more was expected");
    }

    LogExpression Comparison() => Chain(Sum, ">=", "<=", "==", "!=", ">", "<");

    LogExpression Sum() => Chain(Product, "+", "-");

    LogExpression Product() => Chain(Primary, "*", "/", "%");

    LogExpression Chain(Func<LogExpression> next, params ReadOnlySpan<string> operators)
    {
        var left = next();
        while (TakeAny(operators) is { } found) left = new LogExpression.Binary(found, left, next());
        return left;
    }

    LogExpression Primary()
    {
        if (++depth > Deepest) throw Wrong("expressions too deep inside one another");
        try
        {
            Blank();
            if (at < text.Length && text[at] == '{') return Lines();
            if (Take("("))
            {
                var inner = Comparison();
                Expect(")");
                return inner;
            }

            if (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) return new LogExpression.Number(Number());
            var name = Name();
            return Array.IndexOf(Ranges, name) >= 0 ? Range(name)
                : Array.IndexOf(Aggregates, name) >= 0 ? Aggregate(name)
                : throw Wrong(name.Length == 0 ? "a selector, a function or a number was expected" : $"{name} is not evaluated over files");
        }
        finally
        {
            depth--;
        }
    }

    LogExpression.Range Range(string function)
    {
        Expect("(");
        var lines = Lines();
        Expect("[");
        var over = Duration();
        Expect("]");
        Expect(")");
        return new LogExpression.Range(function, lines, over);
    }

    LogExpression.Aggregate Aggregate(string function)
    {
        var (labels, without) = Grouping();
        Expect("(");
        int? most = null;
        if (function is "topk" or "bottomk")
        {
            most = (int)Number();
            Expect(",");
        }

        var of = Comparison();
        Expect(")");
        if (labels is null) (labels, without) = Grouping();
        return new LogExpression.Aggregate(function, most, labels, without, of);
    }

    (EquatableArray<string>? Labels, bool Without) Grouping()
    {
        var without = TakeWord("without");
        if (!without && !TakeWord("by")) return (null, false);
        Expect("(");
        var labels = new List<string>();
        while (!Take(")"))
        {
            labels.Add(Name());
            Take(",");
        }

        return (labels.ToEquatableArray(), without);
    }

    LogExpression.Lines Lines()
    {
        Expect("{");
        var selector = new List<Matcher>();
        while (!Take("}"))
        {
            selector.Add(new Matcher(Name(), TakeAny("=~", "!~", "!=", "=") ?? throw Wrong("=, !=, =~ or !~ was expected"), String()));
            Take(",");
        }

        var stages = new List<LogStage>();
        while (Stage() is { } stage) stages.Add(stage);
        return new LogExpression.Lines(selector.ToEquatableArray(), stages.ToEquatableArray());
    }

    LogStage? Stage()
    {
        if (TakeAny("|=", "|~", "!=", "!~") is { } filter) return new LogStage.LineFilter(filter, String());
        if (!Take("|")) return null;
        var start = at;
        switch (Name())
        {
            case "json": return new LogStage.Json(Extractions());
            case "logfmt": return new LogStage.Logfmt(Extractions());
            case "regexp": return new LogStage.Pattern(LogRegex.Part(String()));
            case "pattern": return new LogStage.Pattern(LogStage.Pattern.Of(String()));
            case "line_format": return new LogStage.LineFormat(String());
            case "unpack" or "decolorize" or "drop" or "keep" or "label_format" or "unwrap" or "distinct": throw Wrong($"{text[start..at].Trim()} is not evaluated over files");
            default:
                at = start;
                return new LogStage.LabelFilter(Condition());
        }
    }

    /// <summary><c>| json status="response.code"</c>: only those, under new names.</summary>
    EquatableArray<KeyValuePair<string, string>> Extractions()
    {
        var found = new List<KeyValuePair<string, string>>();
        for (var start = at; ; start = at)
        {
            var name = Name();
            if (name.Length == 0 || !Take("="))
            {
                at = start;
                return found.ToEquatableArray();
            }

            found.Add(KeyValuePair.Create(name, String()));
            Take(",");
        }
    }

    LabelCondition Condition()
    {
        var left = Both();
        while (TakeWord("or")) left = new LabelCondition.Either(left, Both());
        return left;
    }

    LabelCondition Both()
    {
        var left = One();
        while (TakeWord("and") || Take(",")) left = new LabelCondition.Both(left, One());
        return left;
    }

    LabelCondition One()
    {
        if (Take("("))
        {
            var inner = Condition();
            Expect(")");
            return inner;
        }

        var label = Name();
        if (label.Length == 0) throw Wrong("a label was expected");
        var comparison = TakeAny("==", "=~", "!~", "!=", ">=", "<=", "=", ">", "<") ?? throw Wrong("a comparison was expected");
        Blank();
        return at < text.Length && text[at] is '"' or '`'
            ? new LabelCondition.Text(new Matcher(label, comparison == "==" ? "=" : comparison, String()))
            : new LabelCondition.Figure(label, comparison, Figure());
    }

    /// <summary>A number, or one with a unit of time (in seconds then) or of bytes.</summary>
    double Figure()
    {
        Blank();
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-' or 'µ')) at++;
        return LogFigure.Read(text[start..at]) ?? throw Wrong("a number, a duration or a size was expected");
    }

    double Number()
    {
        Blank();
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or 'e')) at++;
        return double.TryParse(text[start..at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number was expected");
    }

    TimeSpan Duration()
    {
        Blank();
        var start = at;
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
        return LogFigure.Read(text[start..at]) is { } seconds and > 0 && !char.IsAsciiDigit(text[at - 1])
            ? TimeSpan.FromSeconds(Math.Min(seconds, 366 * 86400)) : throw Wrong("a duration such as 5m was expected");
    }

    /// <summary><c>"..."</c> with Go's escapes, or <c>`...`</c> without any.</summary>
    string String()
    {
        Blank();
        if (at >= text.Length || text[at] is not ('"' or '`')) throw Wrong("a string was expected");
        var quote = text[at++];
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] != '\\' || quote == '`')
            {
                value.Append(text[at]);
                continue;
            }

            if (++at == text.Length) break;
            if (text[at] == 'u' && at + 4 < text.Length && int.TryParse(text.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                value.Append((char)code);
                at += 4;
            }
            else
            {
                value.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
            }
        }

        if (at++ >= text.Length) throw Wrong("a string has no end");
        return value.ToString();
    }

    string Name()
    {
        Blank();
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        return text[start..at];
    }

    bool TakeWord(string word)
    {
        Blank();
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0
            || (at + word.Length < text.Length && (char.IsAsciiLetterOrDigit(text[at + word.Length]) || text[at + word.Length] == '_')))
            return false;
        at += word.Length;
        return true;
    }

    bool Take(string token)
    {
        Blank();
        if (string.CompareOrdinal(text, at, token, 0, token.Length) != 0) return false;
        at += token.Length;
        return true;
    }

    string? TakeAny(params ReadOnlySpan<string> tokens)
    {
        foreach (var token in tokens)
        {
            if (Take(token)) return token;
        }

        return null;
    }

    void Expect(string token)
    {
        if (!Take(token)) throw Wrong($"{token} was expected");
    }

    void Blank()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '#'))
        {
            if (text[at] == '#') while (at < text.Length && text[at] != '\n') at++;
            else at++;
        }
    }

    FormatException Wrong(string what) => new($"{what}, at character {at + 1}");
}
