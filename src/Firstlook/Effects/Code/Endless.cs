namespace Firstlook.Effects.Code;

/// <summary>Loops that nothing ends from within: <c>while True:</c>, <c>for (;;)</c>, <c>until false</c>, or over what counts for ever.</summary>
internal static class Endless
{
    /// <param name="all">The tokens among which what ends the loop is looked for: in Ruby a semicolon parts a loop from its body.</param>
    public static bool Has(List<CodeToken> tokens, List<CodeToken> all, CodeFamily family)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind == CodeKind.Name && Begins(tokens, at, family)
                && !all.Exists(token =>
                    token.Start > tokens[at].Start && token.Kind == CodeKind.Name && token.Text is "break" or "return" or "raise" or "throw" or "exit"))
                return true;
        }

        return false;
    }

    static bool Begins(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var condition = tokens[at + 1].Is("(") ? at + 2 : at + 1;
        switch (tokens[at].Text)
        {
            case "while": return condition < tokens.Count && IsEver(tokens[condition], "True", "true", "1") && Ends(tokens, condition + 1);
            case "until": return family == CodeFamily.Ruby && condition < tokens.Count && IsEver(tokens[condition], "false", "nil");
            case "loop": return family == CodeFamily.Ruby && tokens[at + 1].Text is "do" or "{";
            // for (;;), for (let i = 0; ; i++)
            case "for" when family == CodeFamily.JavaScript:
                return tokens[at + 1].Is("(") && tokens.FindIndex(at, token => token.Is(";")) is > 0 and var first && first + 1 < tokens.Count
                    && first < Paths.ClosingOf(tokens, at + 1) && tokens[first + 1].Is(";");
            // itertools.count(), itertools.cycle(x), iter(f, None)
            case "for": return family == CodeFamily.Python && tokens.FindIndex(at, token => token.Is("in")) is > 0 and var within && within + 4 < tokens.Count
                && tokens[within + 1].Text is "itertools" or "count" or "cycle"
                && tokens[within + (tokens[within + 1].Is("itertools") ? 3 : 1)].Text is "count" or "cycle" or "repeat";
            default: return false;
        }
    }

    static bool IsEver(CodeToken token, params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (token.Kind is CodeKind.Name or CodeKind.Number && token.Text == value) return true;
        }

        return false;
    }

    // "while 1 < x" comes to its end.
    static bool Ends(List<CodeToken> tokens, int at) =>
        at >= tokens.Count || tokens[at].Kind == CodeKind.Newline || tokens[at].Text is ":" or ")" or ";" or "do" or "{" || tokens[at].Kind == CodeKind.Name;
}
