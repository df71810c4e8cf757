using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Forms of a title or sentence in which it is compared.</summary>
internal static partial class Words
{
    /// <summary>Lower case, without accents, emoji and marks; one space between words.</summary>
    public static string Fold(string text)
    {
        const int LongestTitle = 400;
        var read = text.AsSpan(0, Math.Min(text.Length, LongestTitle));
        if (IsFolded(read)) return text.Length == read.Length ? text : read.ToString();
        // One letter, "ß", becomes two.
        Span<char> folded = stackalloc char[read.Length * 2];
        var length = 0;
        foreach (var c in read)
        {
            if (char.IsAscii(c))
            {
                if (!char.IsWhiteSpace(c)) folded[length++] = char.ToLowerInvariant(c);
                else if (length > 0 && folded[length - 1] != ' ') folded[length++] = ' ';
            }
            else
            {
                length = Append(Plain.TryGetValue(c, out var plain) ? plain : c, folded, length);
            }
        }

        while (length > 0 && folded[length - 1] == ' ') length--;
        return length == text.Length && read.SequenceEqual(folded[..length]) ? text : folded[..length].ToString();
    }

    // Most of what is compared has been folded before.
    static bool IsFolded(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.ContainsAnyExceptInRange(' ', '~') && !text.ContainsAnyInRange('A', 'Z') && text.IndexOf("  ") < 0;

    static int Append(char c, Span<char> folded, int length)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate or UnicodeCategory.OtherSymbol or UnicodeCategory.Format)
            return length;
        if (char.IsWhiteSpace(c))
        {
            if (length > 0 && folded[length - 1] != ' ') folded[length++] = ' ';
            return length;
        }

        if (c == 'ß') folded[length++] = 's';
        folded[length++] = c is '’' or '‘' ? '\'' : c == 'ß' ? 's' : char.ToLowerInvariant(c);
        return length;
    }

    // The Latin letters with one mark. Normalization to form D does nothing where globalization is invariant, as it is here.
    const string Accented =
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžøØłŁđĐıơƠưƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹșȘțȚ";
    const string Unaccented =
        "aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyyaaaaaaccccccccddeeeeeeeeeegggggggghhiiiiiiiiijjkkllllllnnnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzoollddioouuaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyysstt";

    static readonly FrozenDictionary<char, char> Plain = Accented.Zip(Unaccented).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>A heading without emoji, number ("1.", "A)", "2.3"), and trailing colon, as it is shown.</summary>
    public static string Bare(string title)
    {
        // A word at the start, as most titles have it, is neither a decoration nor a number.
        var bare = title;
        if (!(title.Length > 1 && char.IsAsciiLetter(title[0]) && title[1] is not ('.' or ')')))
        {
            bare = Decoration().Replace(title, "");
            bare = Numbering().Replace(bare, "", 1);
            bare = Decoration().Replace(bare, "");
        }

        bare = bare.Trim().TrimEnd(':', '：').Trim();
        return bare.Length > 0 ? bare : title.Trim();
    }

    /// <summary>GitHub's anchor of a heading, before a repetition is numbered: lower case, punctuation dropped, spaces as hyphens.</summary>
    public static string Slug(string title)
    {
        var words = title.AsSpan().Trim();
        Span<char> slug = words.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[words.Length];
        var length = 0;
        foreach (var character in words)
        {
            var c = char.ToLowerInvariant(character);
            if (char.IsLetterOrDigit(c) || c is '-' or '_' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) slug[length++] = c;
            else if (c == ' ') slug[length++] = '-';
        }

        return slug[..length].ToString();
    }

    const int LongestOnStack = 256;

    /// <summary>A slug fit for an identifier: no leading or doubled hyphens, never empty.</summary>
    public static string Id(string title)
    {
        var slug = Slug(title);
        var id = (slug.Contains("--", StringComparison.Ordinal) ? Hyphens().Replace(slug, "-") : slug).Trim('-');
        return id.Length > 0 ? id : "untitled";
    }

    /// <summary>"[ ] Call the bank" without its box.</summary>
    public static string Unticked(string text) => TickBox().Replace(text, "");

    public static bool HasTickBox(string text) => TickBox().IsMatch(text);

    /// <summary>How many letters the box takes that opens a text.</summary>
    public static int LengthOfTickBox(string text) => text.Length > 0 && text[0] is '[' or '☐' or '☑' or '☒' ? TickBox().Match(text).Length : 0;

    public static string FirstWord(string text)
    {
        var end = text.IndexOfAny([' ', ',', ':', ';']);
        return end < 0 ? text : text[..end];
    }

    [GeneratedRegex(@"^(?:\s*[0-9#*]\uFE0F?\u20E3|\s*[①-⓿❶-➓]|\s*[^\p{L}\p{N}\[\](){}<>`'""/.$%~^>=+\-@#_&*!?«¿¡]+)+", RegexOptions.ExplicitCapture)]
    private static partial Regex Decoration();

    [GeneratedRegex(
        @"^\s*(?:#\s*)?(?:\d{1,3}(?:\.\d{1,3})+\.?\s+|\d{1,3}(?:\.\d{1,3}){0,3}\s*(?:[.):–—·]|-(?!(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|way|node)\b))\s*|"
        + @"[A-Z][.)]\s+|[A-Z]\.\d{1,2}[.:)]?\s+|\(\d{1,2}\)\s*)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^\s*(\[[ xX]\]|[☐☑☒])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex TickBox();

    /// <summary>True for "4. Restore the database".</summary>
    public static bool IsNumbered(string title) => Ordinal().IsMatch(title);

    [GeneratedRegex(@"^\s*(?:#\s*)?\d{1,3}\s*[.):·]\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Ordinal();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Hyphens();
}
