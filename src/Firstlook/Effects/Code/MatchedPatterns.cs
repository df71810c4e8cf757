using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Regular expressions of a snippet, as they are written there or put together of texts.</summary>
internal sealed partial class MatchedPatterns
{
    /// <summary>Calls that take a pattern; in JavaScript and Ruby it may be a literal of its own, too.</summary>
    static readonly FrozenSet<string> Matching =
        FrozenSet.Create(StringComparer.Ordinal, "match", "search", "findall", "finditer", "fullmatch", "sub", "subn", "split", "rsplit", "compile", "contains", "extract",
            "extractall", "replace", "replaceAll", "RegExp", "Regexp", "test", "exec", "matchAll", "new", "scan", "gsub", "match?", "grep", "filter", "regex", "$regex");

    /// <summary>Whether anything matches a text at all, and whether blanks of its pattern count for nothing.</summary>
    readonly bool matches, spaced;

    /// <param name="whole">All of the snippet: a pattern may be named before it is used.</param>
    public MatchedPatterns(List<CodeToken> whole)
    {
        matches = whole.Exists(Matches) || Enumerable.Range(0, whole.Count).Any(at => OfColumn(whole, at));
        spaced = whole.Exists(token => token.Kind == CodeKind.Name && token.Text is "X" or "VERBOSE" or "EXTENDED");
    }

    /// <summary>Whether a pattern may try without end.</summary>
    public bool TryWithoutEnd(List<CodeToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != CodeKind.String || at > 0 && Joins(tokens, at - 1)) continue;
            var pattern = Joined(tokens, at);
            if ((spaced || IsSpaced(tokens[at])) && Backtracking.IsIn(Blanks().Replace(pattern, "")) || Backtracking.IsIn(pattern))
                return tokens[at].Text[0] is '/' or '%' || matches;
        }

        return false;
    }

    static bool Matches(CodeToken token) => token.Kind == CodeKind.Name && Matching.Contains(token.Text) || token.Kind == CodeKind.Symbol && token.Is("~")
        || token.Kind == CodeKind.String && token.Text.Trim('"', '\'') is "$regex";

    // pandas.pydata.org, "Working with text data": every method of a column's texts takes patterns.
    static bool OfColumn(List<CodeToken> tokens, int at) => at > 1 && tokens[at - 1].Is(".") && tokens[at - 2].Is("str") && tokens[at].Kind == CodeKind.Name;

    // '(a+)' + '+$', and in Python and Ruby texts that stand side by side
    static bool Joins(List<CodeToken> tokens, int at) =>
        tokens[at].Kind == CodeKind.String || tokens[at].Is("+") && at > 0 && tokens[at - 1].Kind == CodeKind.String;

    static string Joined(List<CodeToken> tokens, int at)
    {
        var pattern = Pattern(tokens[at]);
        for (var next = at + 1; next < tokens.Count && pattern.Length <= Backtracking.Longest; next++)
        {
            if (tokens[next].Kind == CodeKind.String) pattern += Pattern(tokens[next]);
            else if (!(tokens[next].Is("+") && next + 1 < tokens.Count && tokens[next + 1].Kind == CodeKind.String)) break;
        }

        return pattern;
    }

    // /(a+) +$/x
    static bool IsSpaced(CodeToken token) =>
        token.Text[0] is '/' or '%' && token.Text.LastIndexOf(token.Text[0] is '/' ? '/' : '}') is > 0 and var end && token.Text.IndexOf('x', end) > 0
            || token.Text.Contains("(?x", StringComparison.Ordinal);

    static string Pattern(CodeToken token)
    {
        var text = token.Text.TrimStart('r', 'b', 'u', 'f', 'R', 'B', 'F', 'U');
        var plain = text.Length > 0 && text[0] is '/' ? text[1..Math.Max(1, text.LastIndexOf('/'))] : text.Trim('"', '\'', '`');
        plain = Constant().Replace(plain, "${text}");
        // "(\\w+)+" in a text that is not raw
        return text == token.Text && text.Length > 0 && text[0] is '"' or '\'' ? plain.Replace(@"\\", @"\", StringComparison.Ordinal) : plain;
    }

    // ${"+"}, #{'+'}, {"+"}
    [GeneratedRegex(@"[$#]?\{\s*(""(?<text>[^""{}]*)""|'(?<text>[^'{}]*)')\s*\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    // Comments of a pattern that is written over several lines, and its blanks.
    [GeneratedRegex(@"(?<!\\)#.*|(?<!\\)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
