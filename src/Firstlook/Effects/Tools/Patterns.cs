namespace Firstlook.Effects.Tools;

/// <summary>Patterns of tables: <c>*</c> matches any run of characters, everything else itself.</summary>
internal static class Patterns
{
    /// <summary>As an option's value, any address that is plainly a machine's of the own network.</summary>
    public const string Own = "<own>";

    /// <summary>As an option's value, an address or a name that may be another network's.</summary>
    public const string Foreign = "<foreign>";

    /// <summary>As an option's value, the path of a GET through the API server of a cluster that only reads.</summary>
    public const string Proxied = "<proxied>";

    /// <summary>As an option's value, a path below a folder where only an administrator or a deployment writes.</summary>
    public const string Kept = "<kept>";

    public static bool MatchesValue(string pattern, string value, OwnNetwork network) =>
        pattern == Own ? DangerousNames.IsOwn(value, network) : pattern == Foreign ? UnlistedValues.LeadsAway(value, network)
        : pattern == Proxied ? Http.ProxiedGets.OnlyRead(value) : pattern == Kept ? KeptFolders.Hold(value) : Matches(pattern, value);

    public static bool Matches(string pattern, string text, bool anyCase) => anyCase ? Matches(pattern.ToLowerInvariant(), text.ToLowerInvariant()) : Matches(pattern, text);

    public static bool Matches(string pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
