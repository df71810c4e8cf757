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
            if (imports && tokens[at].Is("fetch") || family == CodeFamily.Python && imports && Imports.Replaces(tokens, at))
                names.Add(tokens[at].Is("*") ? "open" : tokens[at].Text);
            // from django.db.models import Count as C
            if (imports && tokens[at].Is("as") && family == CodeFamily.Python && at + 1 < tokens.Count && Constructors.AreKnown(tokens[at - 1].Text, family, names))
                names.Add(Class(tokens[at + 1].Text));
            if (tokens[at].Is("class") && at + 1 < tokens.Count && !(at > 0 && tokens[at - 1].Is("."))) names.Add(Class(tokens[at + 1].Text));
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")")) depth--;
            // In parentheses a name with '=' is an argument's.
            if (tokens[at].Is("=") && depth == 0 && !(tokens[at - Math.Min(at, 1)].Is("}") && LoadsModule(tokens, at + 1)) && at > 0 && !IsComparison(tokens, at))
                Targets(tokens, IsNoted(tokens, at, family) ? Paths.LastOfTarget(tokens, at, family) : at - 1, names);
            if (!imports && tokens[at].Text is "as" or "for" or "const" or "let" or "var" && tokens[at].Kind == CodeKind.Name && !IsRequired(tokens, at))
                Following(tokens, at + 1, names, family);
            if (tokens[at].Is(":") && Is(tokens, at + 1, "=") && at > 0) names.Add(tokens[at - 1].Text);
            // rescue Timeout::Error => error
            if (family == CodeFamily.Ruby && tokens[at].Is("rescue")) Rescued(tokens, at + 1, names);
            if (family == CodeFamily.Python && tokens[at].Text is "lambda" or "def") Arguments(tokens, at + 1, bracketed: tokens[at].Is("def"), names);
            if (family == CodeFamily.JavaScript && tokens[at].Is("function")) Arguments(tokens, at + 1, bracketed: true, names);
            if (family == CodeFamily.JavaScript && tokens[at].Is("=") && at > 0 && Is(tokens, at + 1, ">") && tokens[at + 1].Start == tokens[at].End) Arrow(tokens, at - 1, names);
        }

        if (family == CodeFamily.Ruby) RubyParameters.Add(tokens, names);
        return names;
    }

    /// <summary>How a class of the snippet's own stands among the names, which no name can be: what it does is judged where it is written.</summary>
    public static string Class(string name) => "class " + name;

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
        (Is(tokens, at + 1, "=") || Is(tokens, at + 1, ">") || Is(tokens, at + 1, "~")) && tokens[at + 1].Start == tokens[at].End
            || tokens[at - 1].Text is "=" or "!" or "<" or ">" && tokens[at - 1].End == tokens[at].Start;

    // "seen: set[str] = set()": what stands behind the colon is a type, and gets no value.
    static bool IsNoted(List<CodeToken> tokens, int at, CodeFamily family) =>
        family == CodeFamily.Python && Paths.LastOfTarget(tokens, at, family) is >= 0 and var end && end + 1 < at && tokens[end + 1].Is(":");

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

    static void Following(List<CodeToken> tokens, int at, HashSet<string> names, CodeFamily family)
    {
        for (; at < tokens.Count && (tokens[at].Kind == CodeKind.Name || tokens[at].Text is "," or "(" or ")" or "[" or "]" or "{" or "}" or ":"); at++)
        {
            // "with open(path) as f: print(f.read())"
            if (tokens[at].Text is "in" or "of" || tokens[at].Is(":") && family == CodeFamily.Python) return;
            if (tokens[at].Kind == CodeKind.Name) names.Add(tokens[at].Text);
        }
    }

    /// <summary>The parameters of <c>def f(print)</c>, <c>function (x)</c> and <c>lambda len: len(x)</c>, without the values and types that they may have.</summary>
    static void Arguments(List<CodeToken> tokens, int at, bool bracketed, HashSet<string> names)
    {
        for (var last = Math.Min(tokens.Count, at + Paths.MostInBrackets); bracketed && at < last && !tokens[at].Is("(") && tokens[at].Kind != CodeKind.Newline; at++) { }
        if (at >= tokens.Count) return;
        var close = bracketed ? Paths.ClosingOf(tokens, at) : Math.Min(tokens.Count, at + Paths.MostInBrackets);
        for (var i = bracketed ? at + 1 : at; i < close && (bracketed || !tokens[i].Is(":")); i++)
        {
            if (tokens[i].Kind == CodeKind.Name
                && (i == at || tokens[i - 1].Text is "(" or "," or "*" or "{" or "[" or "." || tokens[i - 1].Is(":") && tokens[at + 1].Is("{")))
                names.Add(tokens[i].Text);
        }
    }

    // x => y, (x, y) => z, ({ x }) => y
    static void Arrow(List<CodeToken> tokens, int at, HashSet<string> names)
    {
        if (tokens[at].Kind == CodeKind.Name) names.Add(tokens[at].Text);
        if (!tokens[at].Is(")")) return;
        for (var (i, depth) = (at, 0); i >= 0 && at - i < Paths.MostInBrackets; i--)
        {
            if (tokens[i].Is(")")) depth++;
            if (tokens[i].Is("(") && --depth == 0) return;
            if (i > 0 && tokens[i].Kind == CodeKind.Name && tokens[i - 1].Text is "(" or "," or "{" or "[" or "." or ":") names.Add(tokens[i].Text);
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
