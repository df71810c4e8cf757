using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Patterns that are asked as the alternatives of one: the leftmost match counts, and of two that begin at one place that of the pattern which stands
/// first. As one pattern they would be too large for the compiler to optimise, and each would be tried at every letter.
/// </summary>
internal sealed class Alternatives(params Regex[] patterns)
{
    public static readonly Alternatives None = new();

    /// <summary>None of the matches is empty, and none overlaps another.</summary>
    public IEnumerable<Match> Matches(string text)
    {
        var next = Array.ConvertAll(patterns, pattern => pattern.Match(text));
        while (Leftmost(next) is { } match)
        {
            yield return match;
            var end = match.Index + match.Length;
            for (var i = 0; i < next.Length; i++)
            {
                if (next[i].Success && next[i].Index < end) next[i] = patterns[i].Match(text, end);
            }
        }
    }

    public Match? First(string text)
    {
        Match? leftmost = null;
        foreach (var pattern in patterns)
        {
            if (pattern.Match(text) is { Success: true } match && (leftmost is null || match.Index < leftmost.Index)) leftmost = match;
        }

        return leftmost;
    }

    public bool IsMatch(string text) => Array.Exists(patterns, pattern => pattern.IsMatch(text));

    static Match? Leftmost(Match[] next)
    {
        Match? leftmost = null;
        foreach (var match in next)
        {
            if (match.Success && (leftmost is null || match.Index < leftmost.Index)) leftmost = match;
        }

        return leftmost;
    }
}
