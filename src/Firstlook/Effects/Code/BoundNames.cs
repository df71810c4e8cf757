namespace Firstlook.Effects.Code;

/// <summary>Names that a snippet gives a value of its own: what is called by such a name is not what the name says elsewhere.</summary>
internal static class BoundNames
{
    public static HashSet<string> Of(List<CodeToken> tokens, CodeFamily family)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var (depth, imports) = (0, false);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (at == 0 || tokens[at - 1].Kind == CodeKind.Newline || tokens[at - 1].Is(";")) imports = tokens[at].Text is "import" or "from";
            // What is imported by that name is not the platform's own.
            if (imports && tokens[at].Is("fetch")) names.Add("fetch");
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")")) depth--;
            // In parentheses a name with '=' is an argument's.
            if (tokens[at].Is("=") && depth == 0 && !(tokens[at - Math.Min(at, 1)].Is("}") && LoadsModule(tokens, at + 1)) && at > 0 && !IsComparison(tokens, at)) Targets(tokens, at - 1, names);
            if (!imports && tokens[at].Text is "as" or "for" or "const" or "let" or "var" && tokens[at].Kind == CodeKind.Name && !IsRequired(tokens, at)) Following(tokens, at + 1, names);
            if (tokens[at].Is(":") && Is(tokens, at + 1, "=") && at > 0) names.Add(tokens[at - 1].Text);
            // rescue Timeout::Error => error
            if (family == CodeFamily.Ruby && tokens[at].Is("rescue")) Rescued(tokens, at + 1, names);
        }

        if (family == CodeFamily.Ruby) RubyParameters.Add(tokens, names);
        return names;
    }

    /// <summary><c>const { Queue } = require('bullmq')</c>: a module's names, as they are called at home.</summary>
    static bool IsRequired(List<CodeToken> tokens, int at)
    {
        if (!Is(tokens, at + 1, "{")) return false;
        var close = tokens.FindIndex(at, token => token.Is("}"));
        return close > 0 && Is(tokens, close + 1, "=") && LoadsModule(tokens, close + 2) && !tokens[at..close].Exists(token => token.Is(":"));
    }

    static bool LoadsModule(List<CodeToken> tokens, int at) => Is(tokens, at, "require") || Is(tokens, at, "await") && Is(tokens, at + 1, "import");

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);

    // {name => value} sets nothing, either.
    static bool IsComparison(List<CodeToken> tokens, int at) =>
        (Is(tokens, at + 1, "=") || Is(tokens, at + 1, ">") || Is(tokens, at + 1, "~")) && tokens[at + 1].Start == tokens[at].End || tokens[at - 1].Text is "=" or "!" or "<" or ">" && tokens[at - 1].End == tokens[at].Start;

    /// <summary>The names before an equals sign: one, or several parted by commas.</summary>
    static void Targets(List<CodeToken> tokens, int at, HashSet<string> names)
    {
        while (at >= 0 && tokens[at].Text is "+" or "-" or "*" or "/" or "|" or "&") at--;
        for (; at >= 0 && (tokens[at].Kind == CodeKind.Name || tokens[at].Text is "," or "[" or "]" or "{" or "}" or ":"); at--)
        {
            // x.y = 1 sets a field of x, and no name.
            if (tokens[at].Kind == CodeKind.Name && !(at > 0 && tokens[at - 1].Is("."))) names.Add(tokens[at].Text);
            if (at > 0 && tokens[at - 1].Is(".")) return;
        }
    }

    static void Following(List<CodeToken> tokens, int at, HashSet<string> names)
    {
        for (; at < tokens.Count && (tokens[at].Kind == CodeKind.Name || tokens[at].Text is "," or "(" or ")" or "[" or "]" or "{" or "}" or ":"); at++)
        {
            if (tokens[at].Text is "in" or "of") return;
            if (tokens[at].Kind == CodeKind.Name) names.Add(tokens[at].Text);
        }
    }

    static void Rescued(List<CodeToken> tokens, int at, HashSet<string> names)
    {
        for (; at + 2 < tokens.Count && tokens[at].Kind != CodeKind.Newline && !tokens[at].Is(";"); at++)
        {
            if (tokens[at].Is("=") && tokens[at + 1].Is(">") && tokens[at + 2].Kind == CodeKind.Name) names.Add(tokens[at + 2].Text);
        }
    }
}
