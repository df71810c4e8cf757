using System.Buffers;
using System.Globalization;

namespace Firstlook.Effects.Shell;

/// <summary>
/// Characters that make a command look other than it is: control characters, and those that reorder, join or hide text
/// ("Trojan Source", CVE-2021-42574; Unicode TR 36, section 3).
/// </summary>
internal static class HiddenCharacters
{
    static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', 95).Select(character => (char)character), '\t', '\n']);

    /// <summary>Offsets of all hidden characters, in order.</summary>
    public static List<int> Find(string source)
    {
        var found = new List<int>();
        if (!source.AsSpan().ContainsAnyExcept(Plain)) return found;
        for (var at = 0; at < source.Length; at++)
        {
            var character = source[at];
            if (character is >= ' ' and < (char)127 or '\t' or '\n') continue;
            if (character == '\r' && at + 1 < source.Length && source[at + 1] == '\n') continue;
            if (char.IsHighSurrogate(character) && at + 1 < source.Length && char.IsLowSurrogate(source[at + 1]))
            {
                if (IsHidden(CharUnicodeInfo.GetUnicodeCategory(source, at))) found.Add(at);
                at++;
            }
            else if (IsHidden(CharUnicodeInfo.GetUnicodeCategory(character))) found.Add(at);
        }
        return found;
    }

    public static bool Any(string source) => Find(source).Count > 0;

    public static string Describe(char character) =>
        $"U+{(int)character:X4} hides or reorders what stands beside it";

    static bool IsHidden(UnicodeCategory category) => category is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
}
