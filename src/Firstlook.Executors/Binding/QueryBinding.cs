using Firstlook.Access;
using System.Globalization;
using System.Text;

namespace Firstlook.Executors.Binding;

/// <summary>
/// Puts values into PromQL and LogQL: inside a string literal as the text they are, escaped as the literal asks, and in a
/// regular expression quoted for it; elsewhere only what can be nothing but a name, a number or a duration.
/// </summary>
internal static class QueryBinding
{
    /// <param name="regexes">True where strings after <c>=~</c> and <c>!~</c> are regular expressions.</param>
    public static Bound Bind(string query, EquatableArray<Access.Binding> values, bool regexes)
    {
        var tokens = new Tokens(values);
        if (!tokens.Any) return new Bound(query, null);
        var text = new StringBuilder(query.Length);
        for (var at = 0; at < query.Length;)
        {
            if (query[at] is '"' or '\'' or '`')
            {
                var end = EndOfString(query, at);
                var regex = regexes && FollowsRegexMatcher(query, at);
                var quote = query[at];
                var literal = query[at..end];
                if (regexes && TemplateBefore(query, at) is { } template
                    && values.FirstOrDefault(value => new Tokens([value]).OccursIn(literal) && !IsPlain(value.Value)) is { } formed)
                    return Bound.Refused($"the value of {formed.Name} stands in a {template} template, and may only be a name or a number there");
                if (quote == '`'
                    && values.FirstOrDefault(value =>
                        value.Value.Contains('`', StringComparison.Ordinal) && literal.Contains(value.Token, StringComparison.Ordinal)) is { } backtick)
                    return Bound.Refused($"the value of {backtick.Name} holds a backtick, which ends the string it would stand in");
                text.Append(tokens.Replace(literal, value => Escape(regex ? QuoteRegex(value.Value) : value.Value, quote)));
                at = end;
            }
            else if (query[at] == '#')
            {
                var end = query.IndexOf('\n', at);
                at = end < 0 ? query.Length : end;
            }
            else if (tokens.At(query, at) is { } value)
            {
                if (!IsPlain(value.Value))
                    return Bound.Refused($"the value of {value.Name} stands outside of a string in the query, and may only be a name, a number or a duration there");
                text.Append(value.Value);
                at += value.Token.Length;
            }
            else
            {
                text.Append(query[at++]);
            }
        }

        return new Bound(text.ToString(), null);
    }

    static int EndOfString(string query, int start)
    {
        var quote = query[start];
        for (var at = start + 1; at < query.Length; at++)
        {
            if (query[at] == '\\' && quote != '`') at++;
            else if (query[at] == quote) return at + 1;
        }

        return query.Length;
    }

    static bool FollowsRegexMatcher(string query, int at)
    {
        var before = query.AsSpan(0, at).TrimEnd();
        return before.EndsWith("=~") || before.EndsWith("!~") || before.EndsWith("|~") || Ends(before, "regexp");
    }

    /// <summary>A string that is a template of its own, in which braces and angle brackets mean something (LogQL).</summary>
    static string? TemplateBefore(string query, int at)
    {
        var before = query.AsSpan(0, at).TrimEnd();
        return Ends(before, "pattern") ? "pattern" : Ends(before, "line_format") ? "line_format" : null;
    }

    static bool Ends(ReadOnlySpan<char> text, ReadOnlySpan<char> word) =>
        text.EndsWith(word) && (text.Length == word.Length || !(char.IsAsciiLetterOrDigit(text[^(word.Length + 1)]) || text[^(word.Length + 1)] == '_'));

    static bool IsPlain(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '.');

    /// <summary>As Go's <c>regexp.QuoteMeta</c> does it, whose syntax (RE2) both languages use.</summary>
    static string QuoteRegex(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (@"\.+*?()|[]{}^$".Contains(c, StringComparison.Ordinal)) text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }

    static string Escape(string value, char quote)
    {
        if (quote == '`') return value;
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\t' => text.Append(@"\t"),
                _ when c == quote => text.Append('\\').Append(c),
                _ when char.IsControl(c) => text.Append(@"\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }
}

/// <param name="Text">With the values in their places.</param>
/// <param name="Problem">Why they cannot be put there, for a person; null where they are.</param>
internal sealed record Bound(string Text, string? Problem)
{
    public static Bound Refused(string problem) => new("", problem);
}
