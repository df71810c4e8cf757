using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Operators of Python that run what stands beside them: plumbum's <c>rm["-rf", path] &amp; FG</c>, a pipe into a function (<c>files | delete_all</c>), and queues that are filled
/// by <c>&lt;&lt;</c> (plumbum.readthedocs.io, "Running Commands"; the package "pipe").
/// </summary>
internal static class Operators
{
    /// <summary>What plumbum's commands are run by.</summary>
    static readonly FrozenSet<string> Runs = FrozenSet.Create(StringComparer.Ordinal, "FG", "BG", "TEE", "TF", "RETCODE", "NOHUP");

    public static bool Run(string name) => Runs.Contains(name);

    /// <returns>Null where nothing is run by an operator at that place.</returns>
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Symbol || at == 0 || at + 1 >= tokens.Count) return null;
        var next = tokens[at + 1];
        if (tokens[at].Is("&") && next.Kind == CodeKind.Name && tokens[Paths.EndOf(tokens, at + 1)] is { Kind: CodeKind.Name } how && Run(how.Text))
            return $"'& {how.Text}' runs the command";
        if (tokens[at].Is("|") && next.Kind == CodeKind.Name && IsPlain(tokens, at + 1) && (RubyNames.Act(next.Text) || Lexicon.SaysToAct(next.Text)))
            return $"{next.Text} is handed what stands before it";
        return tokens[at].Text is "<" or ">" && next.Is(tokens[at].Text) && next.Start == tokens[at].End && at + 2 < tokens.Count && tokens[at + 2].Kind == CodeKind.Name
            && tokens[at - 1].Kind == CodeKind.Name && (Queues.Are(tokens[at - 1].Text) || Queues.Are(tokens[at + 2].Text))
            ? "a queue is filled" : null;
    }

    static bool IsPlain(List<CodeToken> tokens, int at) => at + 1 >= tokens.Count || tokens[at + 1].Text is ")" or "]" or ";" or "|" or ",";
}
