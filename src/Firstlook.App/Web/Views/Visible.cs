using System.Globalization;
using System.Text;

namespace Firstlook.App.Web.Views;

/// <summary>
/// Text from outside as it may be shown. Escaping for HTML is done by the renderer; this makes visible what would deceive the eye:
/// control characters, and the characters that turn the direction of writing (Unicode UAX #9; "Trojan Source", CVE-2021-42574) or have no width.
/// </summary>
public static class Visible
{
    /// <returns>The same text with each such character replaced by its name: <c>⟨U+202E⟩</c>. Line feed and tab stay; the carriage return before a line feed is no more
    /// than the end of a line.</returns>
    public static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var first = text.AsSpan().IndexOfAnyExcept(Plain);
        if (first < 0) return text;
        var shown = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            if (Deceives(rune)) shown.Append("⟨U+").Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture)).Append('⟩');
            else shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>At most so many characters, and an ellipsis where there are more.</summary>
    public static string Short(string? text, int most)
    {
        var shown = Text(text);
        if (shown.Length <= most) return shown;
        var end = char.IsHighSurrogate(shown[most - 2]) ? most - 2 : most - 1;
        return string.Concat(shown.AsSpan(0, end), "…");
    }

    static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(code => (char)code), '\n', '\t']);

    static bool Deceives(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        // Emoji are joined by it; alone it moves nothing.
        0x200D => false,
        0xFFFD => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned,
    };
}
