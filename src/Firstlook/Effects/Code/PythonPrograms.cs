namespace Firstlook.Effects.Code;

/// <summary>Programs that Python starts with words that stand in the code (docs.python.org, "subprocess", "os.system").</summary>
internal static class PythonPrograms
{
    /// <param name="at">The name of the function; its parenthesis follows.</param>
    /// <returns>Null where the words are not all known, or an argument changes how they run.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Text is not ("run" or "call" or "check_call" or "check_output" or "Popen" or "getoutput" or "getstatusoutput" or "system" or "popen")) return null;
        var first = at + 2;
        if (first >= tokens.Count) return null;
        var end = End(tokens, at + 1);
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Kind == CodeKind.Name && tokens[i].Text is "env" or "executable" or "preexec_fn" or "input" or "stdin" or "stdout" or "stderr"
                && Is(tokens, i + 1, "=") && !(tokens[i].Text.StartsWith("std", StringComparison.Ordinal) && Discards(tokens, i + 2)))
                return null;
        }
        if (tokens[first].Kind == CodeKind.String && tokens[first].Inner.Length == 0 && (Is(tokens, first + 1, ",") || Is(tokens, first + 1, ")")))
            return Plain(tokens[first].Text) is { } script ? ShellJudge.Text(script, new Scope(), new Input(InputKind.Empty)) : null;
        if (!tokens[first].Is("[")) return null;
        var words = new List<Argument>();
        var item = first + 1;
        for (; item < end && !tokens[item].Is("]"); item++)
        {
            if (tokens[item].Is(",")) continue;
            // A word is one string or one name: what is put together, or taken out of something, is not known.
            if (!Is(tokens, item + 1, ",") && !Is(tokens, item + 1, "]")) return null;
            if (tokens[item].Kind == CodeKind.String && tokens[item].Inner.Length == 0 && Plain(tokens[item].Text) is { } word) words.Add(new Argument(word));
            else if (tokens[item].Kind == CodeKind.Name && words.Count > 0) words.Add(new Argument(Argument.Hole.ToString()));
            else return null;
        }
        // ["ls"] and ["reboot"], ["find", path] + more: what stands behind the list decides what runs.
        if (!Is(tokens, item + 1, ",") && !Is(tokens, item + 1, ")")) return null;
        return words.Count == 0 ? null : CommandJudge.Judge(new Invocation(words, new Input(InputKind.Empty), new Scope()));
    }

    /// <summary>Whether the code takes what a program prints, and no argument changes how it runs (docs.python.org, "Frequently Used Arguments").</summary>
    public static bool IsPlain(List<CodeToken> tokens, int at)
    {
        var end = End(tokens, at + 1);
        if (!(tokens[at].Text is "check_output" or "getoutput") && !tokens[at..end].Exists(token => token.Text is "capture_output" or "PIPE")) return false;
        for (var start = HandedFunctions.End(tokens, at + 2) + 1; start < end; start = HandedFunctions.End(tokens, start) + 1)
        {
            if (!Is(tokens, start + 1, "=")
                || tokens[start].Text is not ("capture_output" or "text" or "check" or "timeout" or "encoding" or "errors" or "universal_newlines" or "stdout"
                    or "stderr"))
                return false;
        }

        return true;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);

    static bool Discards(List<CodeToken> tokens, int at) => at + 2 < tokens.Count && tokens[at].Is("subprocess") && tokens[at + 2].Text is "PIPE" or "DEVNULL" or "STDOUT";

    static int End(List<CodeToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(")) depth++;
            else if (tokens[i].Is(")") && --depth == 0) return i;
        }
        return tokens.Count - 1;
    }

    /// <summary>What a literal stands for; null for one with escapes, which would have to be read as Python does.</summary>
    static string? Plain(string literal)
    {
        var text = literal.TrimStart('r', 'b', 'u', 'R', 'B', 'U');
        if (literal.Contains('\\')) return null;
        foreach (var quote in (string[])["\"\"\"", "'''", "\"", "'"])
        {
            if (text.Length >= 2 * quote.Length && text.StartsWith(quote, StringComparison.Ordinal) && text.EndsWith(quote, StringComparison.Ordinal))
                return text[quote.Length..^quote.Length];
        }
        return null;
    }
}
