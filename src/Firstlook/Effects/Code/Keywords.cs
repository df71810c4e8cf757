namespace Firstlook.Effects.Code;

/// <summary>
/// Words of the language that are names where they are set or stand behind a dot (ECMA-262, "Keywords and Reserved Words"; docs.python.org, "Soft Keywords"):
/// <c>const from = refund; from('x')</c>, <c>job.default()</c>.
/// </summary>
internal static class Keywords
{
    /// <returns>Null where the word is none, or means what it means in the language.</returns>
    public static string? Problem(List<CodeToken> tokens, int at, CodeFamily family, HashSet<string> bound)
    {
        var name = tokens[at].Text;
        var member = at > 0 && tokens[at - 1].Is(".");
        var called = at + 1 < tokens.Count && tokens[at + 1].Is("(");
        if (family == CodeFamily.Python)
        {
            // rich's console prints on the screen.
            if (name == "print" && member && called && !(at > 1 && tokens[at - 2].Text is "console" or "rich")) return "print() of something else may print on paper";
            return !member && called && name is "match" or "case" or "print" && bound.Contains(name) ? $"'{name}' is set here, and may stand for anything" : null;
        }

        if (family != CodeFamily.JavaScript || member) return null;
        if (name is "await" or "yield" or "let" && at + 1 < tokens.Count && tokens[at + 1].Is("=")) return $"'{name}' gets another meaning";
        if (!called || name is not ("async" or "from" or "of")) return null;
        return name == "async"
            ? IsArrow(tokens, at + 1)
                ? null
                : "'async' is called"
            : bound.Contains(name) && !(name == "of" && at > 0 && tokens[at - 1].Kind == CodeKind.Name)
            ? $"'{name}' is set here, and may stand for anything"
            : null;
    }

    // async (x) => x, async (x): Promise<void> => x
    static bool IsArrow(List<CodeToken> tokens, int open) =>
        Paths.ClosingOf(tokens, open) + 1 is var next && next + 1 < tokens.Count && (tokens[next].Is("=") && tokens[next + 1].Is(">") || tokens[next].Is(":"));
}
