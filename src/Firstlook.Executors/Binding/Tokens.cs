using Firstlook.Access;
namespace Firstlook.Executors.Binding;

/// <summary>Finds the tokens of bound values in a text: the longest where several begin, and never in the middle of a longer word.</summary>
internal sealed class Tokens
{
    readonly Access.Binding[] longestFirst;

    public Tokens(EquatableArray<Access.Binding> values) =>
        longestFirst = [.. values.Where(value => value.Token.Length > 0).OrderByDescending(value => value.Token.Length)];

    public bool Any => longestFirst.Length > 0;

    /// <returns>The value whose token begins exactly here; null where none does.</returns>
    public Access.Binding? At(string text, int at)
    {
        foreach (var value in longestFirst)
        {
            if (string.CompareOrdinal(text, at, value.Token, 0, value.Token.Length) == 0 && StandsAlone(text, at, value.Token)) return value;
        }

        return null;
    }

    public bool OccursIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at) is not null) return true;
        }

        return false;
    }

    /// <summary>The text with every token replaced in one pass: what a value contains is not looked at again.</summary>
    /// <param name="render">How a value is written at this place.</param>
    public string Replace(string text, Func<Access.Binding, string> render)
    {
        if (!Any) return text;
        var result = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (At(text, at) is { } value)
            {
                result.Append(render(value));
                at += value.Token.Length;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    /// <summary>A token like <c>PID</c> or <c>$START</c> is not found in <c>PIDFILE</c> and <c>$STARTED</c>; one in brackets needs no such care.</summary>
    static bool StandsAlone(string text, int at, string token) =>
        (at == 0 || !IsWord(token[0]) || !IsWord(text[at - 1])) &&
        (at + token.Length == text.Length || !IsWord(token[^1]) || !IsWord(text[at + token.Length]));

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
