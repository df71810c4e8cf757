namespace Firstlook.Effects.Code;

/// <summary>Code in the braces of Ruby's strings, which has strings, comments and braces of its own: <c>"#{h["}"]}"</c>.</summary>
internal static class Interpolations
{
    /// <summary>Strings in strings; deeper than this is not understood.</summary>
    const int Deepest = 4;

    /// <returns>The place of the brace that closes the code which begins at a place; -1 where none does, or it is not understood.</returns>
    public static int Closing(string source, int start, int depth) => depth >= Deepest ? -1 : new CodeLexer(source, CodeFamily.Ruby, start, depth + 1).ReadToBrace();

    /// <summary>Each piece of code in a string's text.</summary>
    public static string[] In(string text, int depth)
    {
        var found = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '#' && at + 1 < text.Length && text[at + 1] == '{')
            {
                var close = Closing(text, at + 2, depth);
                found.Add(close < 0 ? text[(at + 2)..] : text[(at + 2)..close]);
                if (close < 0) break;
                at = close;
            }
        }

        return [.. found];
    }
}
