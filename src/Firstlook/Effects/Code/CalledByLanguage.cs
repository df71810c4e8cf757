using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Functions that JavaScript calls because of the key that they stand under (ECMA-262, "Well-Known Symbols", "OrdinaryToPrimitive", "Await",
/// "SerializeJSONProperty", "Proxy Object Internal Methods"): <c>({valueOf: process.exit})+1</c> ends the process.
/// </summary>
internal static class CalledByLanguage
{
    static readonly FrozenSet<string> Keys = FrozenSet.Create(StringComparer.Ordinal, "valueOf", "toString", "toJSON", "toLocaleString", "then", "inspect");

    /// <returns>Null where nothing stands under such a key at that place, or what stands there is written out, a value, or known to read.</returns>
    public static string? Problem(List<CodeToken> tokens, int at, HashSet<string> bound)
    {
        if (tokens[at].Is("new") && at + 1 < tokens.Count && tokens[at + 1].Is("Proxy")) return "a proxy calls what it is given";
        if (!IsKey(tokens, at)) return null;
        // { get valueOf() { return f } }
        if (at > 0 && tokens[at - 1].Is("get")) return "the language calls what stands under that key";
        if (at + 1 < tokens.Count && tokens[at + 1].Text is ":" or "=" && !(tokens[at + 1].Is("=") && at + 2 < tokens.Count && tokens[at + 2].Text is "=" or ">"))
            return IsHarmless(tokens, at + 2, bound) ? null : "the language calls what stands under that key";
        // {valueOf}, of a name that is set here.
        return tokens[at].Kind == CodeKind.Name && bound.Contains(tokens[at].Text) && at > 0 && tokens[at - 1].Text is "{" or "," && at + 1 < tokens.Count
            && tokens[at + 1].Text is "," or "}"
            ? "the language calls what stands under that key" : null;
    }

    static bool IsKey(List<CodeToken> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind == CodeKind.Name) return Keys.Contains(token.Text) && !(at > 0 && tokens[at - 1].Text is "?" or "const" or "let" or "var");
        if (token.Kind == CodeKind.String) return at > 0 && tokens[at - 1].Text is "{" or "," && (Keys.Contains(token.Text.Trim('"', '\'')) || token.Text.Contains('\\'));
        if (!token.Is("]") || at + 1 >= tokens.Count || tokens[at + 1].Text is not (":" or "=")) return false;
        var open = at;
        for (var depth = 0; open >= Math.Max(0, at - Paths.MostInBrackets); open--)
        {
            if (tokens[open].Is("]")) depth++;
            if (tokens[open].Is("[") && --depth == 0) break;
        }

        if (open < 0 || !tokens[open].Is("[")) return false;
        var key = tokens.GetRange(open + 1, at - open - 1);
        if (key.Exists(part => part.Text is "Symbol" or "inspect" or "custom")) return true;
        // {['value' + 'Of']: f}; x[a + b] = 1 is judged where it is set.
        return tokens[at + 1].Is(":") && open > 0 && tokens[open - 1].Text is "{" or ","
            && (key is [{ Kind: CodeKind.String }] ? Keys.Contains(key[0].Text.Trim('"', '\'', '`')) : key.Exists(part => part.Kind == CodeKind.String));
    }

    static bool IsHarmless(List<CodeToken> tokens, int start, HashSet<string> bound)
    {
        if (start >= tokens.Count) return false;
        var end = HandedFunctions.End(tokens, start);
        var first = tokens[start];
        if (HandedFunctions.IsWritten(tokens, start, end) || first.Kind == CodeKind.Number || first.Kind == CodeKind.String && end == start + 1
            || first.Text is "true" or "false" or "null" or "undefined" or "{" or "-")
            return true;
        var last = tokens[end - 1];
        for (var at = start; at < end; at++)
        {
            if (tokens[at].Kind != CodeKind.Name && !tokens[at].Is(".")) return false;
        }

        return !bound.Contains(last.Text) && last.Text is not ("require" or "fetch" or "import") && Lexicon.JavaScript.Judge(last.Text) is { Effect: Effect.Read };
    }
}
