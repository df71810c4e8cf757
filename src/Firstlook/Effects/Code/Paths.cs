namespace Firstlook.Effects.Code;

/// <summary>Where <c>a.b[c].d</c> begins and ends among the tokens of a snippet, and which equals signs set one.</summary>
internal static class Paths
{
    /// <summary>Brackets that hold more tokens are not looked through: what stands around them is not known.</summary>
    public const int MostInBrackets = 1_000;

    /// <summary>Whether the token is an equals sign that sets what stands before it.</summary>
    /// <param name="depth">How many parentheses are open: in Python's a name with '=' is an argument's.</param>
    public static bool Sets(List<CodeToken> tokens, int at, CodeFamily family, int depth)
    {
        if (!tokens[at].Is("=") || at == 0 || depth > 0 && family == CodeFamily.Python) return false;
        var before = tokens[at - 1];
        // ==, => and Ruby's =~
        if (at + 1 < tokens.Count && tokens[at + 1].Start == tokens[at].End && (tokens[at + 1].Text is "=" or ">" || tokens[at + 1].Is("~") && family == CodeFamily.Ruby))
            return false;
        // ==, !=, := and, unless doubled (<<=), <= and >=
        return before.End != tokens[at].Start || before.Text is not ("=" or "!" or ":" or "<" or ">") || before.Text is "<" or ">" && at > 1 && tokens[at - 2].Text == before.Text;
    }

    /// <summary>The last token of what an equals sign sets: before the operator of <c>+=</c> or a last comma, and before a type that is noted (<c>x: dict[str, int] =
    /// {}</c>).</summary>
    public static int LastOfTarget(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var end = at - 1;
        while (end >= 0 && tokens[end].Kind == CodeKind.Symbol && tokens[end].Text is "+" or "-" or "*" or "/" or "|" or "&" or "%" or "^" or "<" or ">" or "?" or ",") end--;
        if (end < 0) return -1;
        var start = StartOf(tokens, end);
        return start > 1 && tokens[start - 1].Is(":") && StartOf(tokens, start - 2) is >= 0 and var noted && OpensStatement(tokens, noted, family) ? start - 2 : end;
    }

    // "x" of "x: int = 3" and "const x: number[] = []"; "a.b" of "if a.b: x = 1" and "try" of "try: x = 1" do not.
    static bool OpensStatement(List<CodeToken> tokens, int start, CodeFamily family) => family switch
    {
        CodeFamily.Python =>
            tokens[start].Kind == CodeKind.Name && !Lexicon.Python.Keywords.Contains(tokens[start].Text)
                && (start == 0 || tokens[start - 1].Kind == CodeKind.Newline || tokens[start - 1].Text is ";"),
        CodeFamily.JavaScript => start > 0 && tokens[start - 1].Text is "const" or "let" or "var",
        _ => false,
    };

    /// <summary>The first token of the path that ends at a token; -1 where it is not found.</summary>
    /// <param name="most">How many tokens are looked through: a path that is longer begins there.</param>
    public static int StartOf(List<CodeToken> tokens, int end, int most = int.MaxValue)
    {
        for (var at = end; ;)
        {
            if (end - at > most) return at;
            while (at > 0 && tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "]" or ")" or "}")
            {
                at = OpeningOf(tokens, at);
                // What stands before a bracket is what it is of, with a space between or none; a list of targets stands alone.
                if (at <= 0) return at;
                if (tokens[at - 1].Kind != CodeKind.Name && tokens[at - 1].Text is not ("]" or ")" or "?")
                    || tokens[at - 1].Text is "const" or "let" or "var" or "in" or "of") return at;
                at--;
            }

            if (at < 2 || !tokens[at - 1].Is(".")) return at;
            at -= tokens[at - 2].Text is "?" or "!" ? 3 : 2;
        }
    }

    /// <summary>The last token of the path that begins at a token.</summary>
    public static int EndOf(List<CodeToken> tokens, int start)
    {
        var at = start;
        while (at + 1 < tokens.Count)
        {
            if (tokens[at + 1].Is(".") && at + 2 < tokens.Count) at += 2;
            else if (tokens[at + 1].Is("[") || tokens[at + 1].Is("(")) at = ClosingOf(tokens, at + 1);
            else break;
        }

        return at;
    }

    /// <summary>The bracket that closes one; the last token that is looked at where none does.</summary>
    public static int ClosingOf(List<CodeToken> tokens, int at)
    {
        var last = Math.Min(tokens.Count - 1, at + MostInBrackets);
        for (var open = 0; at < last; at++)
        {
            if (tokens[at].Kind != CodeKind.Symbol) continue;
            if (tokens[at].Text is "[" or "(" or "{") open++;
            if (tokens[at].Text is "]" or ")" or "}" && --open == 0) break;
        }

        return at;
    }

    // -1 where nothing opens it.
    static int OpeningOf(List<CodeToken> tokens, int at)
    {
        var first = Math.Max(0, at - MostInBrackets);
        for (var open = 0; at >= first; at--)
        {
            if (tokens[at].Kind != CodeKind.Symbol) continue;
            if (tokens[at].Text is "]" or ")" or "}") open++;
            if (tokens[at].Text is "[" or "(" or "{" && --open == 0) return at;
        }

        return -1;
    }
}
