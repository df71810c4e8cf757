using System.Globalization;
using System.Text;
using Firstlook.Executors.Binding;

namespace Firstlook.Executors.Interpreter;

/// <summary>
/// Puts values into Python and JavaScript: inside a string as escaped text, elsewhere as a string literal of its own. A number stays a number.
/// Where the kind of string has no escapes, or code may stand in it, the value is refused unless it is plain.
/// </summary>
internal static class CodeBinding
{
    public static Bound Bind(string code, EquatableArray<Access.Binding> values, bool hashComments)
    {
        var tokens = new Tokens(values);
        if (!tokens.Any) return new Bound(code, null);
        var text = new StringBuilder(code.Length);
        var quote = "";
        var special = false;
        for (var at = 0; at < code.Length;)
        {
            if (tokens.At(code, at) is { } value)
            {
                if (special && !IsPlain(value.Value))
                    return Bound.Refused($"the value of {value.Name} would stand in a raw or formatted string, where nothing but a plain name or number can");
                text.Append(quote.Length > 0 ? Escaped(value.Value) : IsNumber(value.Value) ? value.Value : $"\"{Escaped(value.Value)}\"");
                at += value.Token.Length;
            }
            else if (quote.Length > 0)
            {
                var length = code[at] == '\\' && at + 1 < code.Length ? 2
                    : string.CompareOrdinal(code, at, quote, 0, quote.Length) == 0 ? quote.Length
                    : 1;
                if (length == quote.Length && code[at] != '\\' && string.CompareOrdinal(code, at, quote, 0, quote.Length) == 0) quote = "";
                else if (code[at] == '\n' && quote.Length == 1 && quote != "`") quote = "";
                text.Append(code, at, length);
                at += length;
            }
            else if (IsComment(code, at, hashComments))
            {
                var end = code.IndexOf('\n', at);
                end = end < 0 ? code.Length : end;
                text.Append(code, at, end - at);
                at = end;
            }
            else
            {
                if (code[at] is '"' or '\'' or '`')
                {
                    quote = hashComments && at + 2 < code.Length && code[at + 1] == code[at] && code[at + 2] == code[at] ? new string(code[at], 3) : code[at].ToString();
                    special = quote == "`" || (at > 0 && char.IsLetter(code[at - 1]) && "rRfFbB".Contains(code[at - 1], StringComparison.Ordinal));
                    text.Append(quote);
                    at += quote.Length;
                    continue;
                }

                special = false;
                text.Append(code[at++]);
            }

            if (quote.Length == 0) special = false;
        }

        return new Bound(text.ToString(), null);
    }

    static bool IsComment(string code, int at, bool hash) =>
        hash ? code[at] == '#' : code[at] == '/' && at + 1 < code.Length && code[at + 1] == '/';

    static bool IsPlain(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':' or '@');

    static bool IsNumber(string value) => value.Length is > 0 and < 19 && value.All(char.IsAsciiDigit) && (value[0] != '0' || value.Length == 1);

    /// <summary>
    /// Everything but letters, digits and a few harmless marks as <c>\uXXXX</c>, which both languages know. Beyond Latin-1 nothing has a meaning
    /// in a string, but for the two separators that JavaScript once took for line ends.
    /// </summary>
    static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':' or '@' or ' ' || (c > 0xff && c is not ('\u2028' or '\u2029'))) text.Append(c);
            else text.Append(@"\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
