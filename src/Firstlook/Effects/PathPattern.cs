namespace Firstlook.Effects;

/// <summary>Patterns of paths as the shell writes them (glob(7)).</summary>
internal static class PathPattern
{
    public static bool Has(string word) => word.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <summary>Whether a pattern may stand for a path: <c>*</c> for any characters of a name, <c>?</c> and <c>[...]</c> for one, whichever stand in the brackets.</summary>
    public static bool MayMean(string pattern, ReadOnlySpan<char> path)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (One(pattern, p, path[t]) is > 0 and var next)
            {
                p = next;
                t++;
            }
            else if (star >= 0 && path[mark] != '/')
            {
                p = star + 1;
                t = ++mark;
            }
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    /// <returns>Where the pattern goes on behind what stands for the character; 0 where nothing does.</returns>
    static int One(string pattern, int at, char character)
    {
        if (at >= pattern.Length) return 0;
        if (pattern[at] == '?' && character != '/') return at + 1;
        if (pattern[at] == '[' && character != '/' && pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) is > 0 and var end) return end + 1;
        return pattern[at] == character ? at + 1 : 0;
    }
}
