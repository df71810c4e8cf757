using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Operators of Python that run what stands beside them: plumbum's <c>rm["-rf", path] &amp; FG</c>, a pipe into a function (<c>files | delete_all</c>,
/// <c>files &gt;&gt; tasks.delete_all</c>), and queues that are filled by <c>&lt;&lt;</c> (plumbum.readthedocs.io, "Running Commands"; the package "pipe").
/// </summary>
internal static class Operators
{
    /// <summary>What plumbum's commands are run by.</summary>
    static readonly FrozenSet<string> Runs = FrozenSet.Create(StringComparer.Ordinal, "FG", "BG", "TEE", "TF", "RETCODE", "NOHUP");

    public static bool Run(string name) => Runs.Contains(name);

    /// <returns>Null where nothing is run by an operator at that place.</returns>
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        // F = FG, from plumbum import FG as F: further on nobody sees that it runs.
        if (tokens[at] is { Kind: CodeKind.Name } run && Run(run.Text) && at > 0 && (IsSet(tokens, at) || at + 1 < tokens.Count && tokens[at + 1].Is("as")))
            return $"'{run.Text}' runs a command under another name";
        if (tokens[at].Kind != CodeKind.Symbol || at == 0 || at + 1 >= tokens.Count || tokens[at].Text is not ("&" or "|" or "<" or ">")) return null;
        if (tokens[at].Text is "<" or ">" && !(tokens[at + 1].Is(tokens[at].Text) && tokens[at + 1].Start == tokens[at].End)) return null;
        var operand = at + (tokens[at].Text is "<" or ">" ? 2 : 1);
        // c &= FG, files |= delete_all
        if (operand < tokens.Count && tokens[operand].Is("=") && tokens[operand].Start == tokens[operand - 1].End) operand++;
        var end = End(tokens, operand);
        if (tokens[at].Is("&"))
            return tokens.GetRange(operand, Math.Max(0, end - operand)).Find(token => Run(token.Text.Trim('"', '\''))) is { Text: { } how } ? $"'& {how}' runs the command" : null;
        if (Function(tokens, operand, end) is { } function) return $"{function} is handed what stands before it";
        return tokens[at].Text is "<" or ">" && operand < tokens.Count && tokens[operand].Kind == CodeKind.Name && tokens[at - 1].Kind == CodeKind.Name
            && (Queues.Are(tokens[at - 1].Text) || Queues.Are(tokens[operand].Text))
            ? "a queue is filled" : null;
    }

    static bool IsSet(List<CodeToken> tokens, int at) => tokens[at - 1].Is("=") && !(at > 1 && tokens[at - 2].Is("="));

    /// <summary>Where an operand ends: before the next operator that is no part of it.</summary>
    static int End(List<CodeToken> tokens, int start)
    {
        var end = HandedFunctions.End(tokens, start);
        for (var at = start; at < end; at++)
        {
            if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "(" or "[" or "{") at = Paths.ClosingOf(tokens, at);
            else if (tokens[at].Kind == CodeKind.Newline || tokens[at].Text is "|" or "&" or ">" or "<") return at;
        }

        return end;
    }

    /// <summary>The function that an operand is by its name, in brackets or without, its own or of something: <c>(delete_all)</c>, <c>tasks.delete_all</c>.</summary>
    static string? Function(List<CodeToken> tokens, int start, int end)
    {
        while (end - start > 2 && tokens[start].Is("(") && tokens[end - 1].Is(")")) (start, end) = (start + 1, end - 1);
        if (end <= start || tokens[end - 1].Kind != CodeKind.Name) return null;
        for (var at = start; at < end; at++)
        {
            if ((at - start) % 2 == 0 ? tokens[at].Kind != CodeKind.Name : !tokens[at].Is(".")) return null;
        }

        // Permission.DELETE_USERS is a flag.
        var name = tokens[end - 1].Text;
        return !char.IsAsciiLetterUpper(name[0]) && (RubyNames.Act(name) || Lexicon.SaysToAct(name)) ? name : null;
    }
}
