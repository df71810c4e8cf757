using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Ruby's <c>inject</c> and <c>reduce</c>, which call the method that a symbol names on each thing with the next (docs.ruby-lang.org, "Enumerable"):
/// <c>[Open3, 'reboot'].inject(:capture2e)</c> runs a command. Only names that compute are let through.
/// </summary>
internal static class RubyFolds
{
    static readonly FrozenSet<string> Computing =
        FrozenSet.Create(StringComparer.Ordinal, "+", "-", "*", "/", "%", "&", "|", "^", "merge", "gcd", "lcm", "max", "min", "union", "intersection", "difference",
            "and", "or", "lcm", "divmod", "add");

    public static string? Problem(List<CodeToken> tokens, int at)
    {
        // each(&@f), each(&$f)
        if (tokens[at].Is("&") && at + 1 < tokens.Count && tokens[at + 1].Kind == CodeKind.Name && tokens[at + 1].Text[0] is '@' or '$' && at > 0
            && (tokens[at - 1].Text is "(" or "," || tokens[at + 1].Start == tokens[at].End && tokens[at - 1].End < tokens[at].Start))
            return "what is called for each is not known";
        if (tokens[at].Kind != CodeKind.Name || tokens[at].Text is not ("inject" or "reduce") || at == 0 || !tokens[at - 1].Is(".")) return null;
        var bracket = at + 1 < tokens.Count && tokens[at + 1].Is("(");
        var (start, end) = bracket ? (at + 2, Paths.ClosingOf(tokens, at + 1)) : (at + 1, LineEnd(tokens, at + 1));
        if (bracket && end + 1 < tokens.Count && tokens[end + 1].Text is "{" or "do" || !bracket && start < tokens.Count && tokens[start].Text is "{" or "do") return null;
        var last = start;
        for (var next = HandedFunctions.End(tokens, start); next + 1 < end && tokens[next].Is(","); next = HandedFunctions.End(tokens, last)) last = next + 1;
        if (last < end && tokens[last].Is("&") && !(last + 1 < end && tokens[last + 1].Is(":"))) return "what is called for each is not known";
        if (last < end && tokens[last].Is("&")) last++;
        return last + 1 < end && tokens[last].Is(":") && Computing.Contains(tokens[last + 1].Text) && last + 2 == end
            ? null : "what is called for each is not known to compute only";
    }

    static int LineEnd(List<CodeToken> tokens, int at)
    {
        for (var first = at; at < tokens.Count && at - first < Paths.MostInBrackets && tokens[at].Kind != CodeKind.Newline && !tokens[at].Is(";"); at++) { }
        return at;
    }
}
