using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Forms of a title or sentence in which it is compared.</summary>
internal static partial class Words
{
    /// <summary>Lower case, without accents, emoji and marks; one space between words.</summary>
    public static string Fold(string text)
    {
        const int LongestTitle = 400;
        var folded = new StringBuilder(Math.Min(text.Length, LongestTitle));
        foreach (var accented in text.AsSpan(0, Math.Min(text.Length, LongestTitle)))
        {
            var c = Plain.TryGetValue(accented, out var plain) ? plain : accented;
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate or UnicodeCategory.OtherSymbol or UnicodeCategory.Format) continue;
            if (c == 'ß') folded.Append("ss");
            else folded.Append(c is '’' or '‘' ? '\'' : char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }

        return Spaces().Replace(folded.ToString(), " ").Trim();
    }

    // The Latin letters with one mark. Normalization to form D does nothing where globalization is invariant, as it is here.
    const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžøØłŁđ";
    const string Unaccented = "aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyyaaaaaaccccccccddeeeeeeeeeegggggggghhiiiiiiiiijjkkllllllnnnnnnoooooorrrrrrssssssssttttuuuuuuuuuuuuwwyyyzzzzzzoolld";

    static readonly FrozenDictionary<char, char> Plain = Accented.Zip(Unaccented).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>A heading without emoji, number ("1.", "A)", "2.3"), and trailing colon, as it is shown.</summary>
    public static string Bare(string title)
    {
        var bare = Decoration().Replace(title, "");
        bare = Numbering().Replace(bare, "", 1);
        bare = Decoration().Replace(bare, "").Trim().TrimEnd(':', '：').Trim();
        return bare.Length > 0 ? bare : title.Trim();
    }

    /// <summary>GitHub's anchor of a heading, before a repetition is numbered: lower case, punctuation dropped, spaces as hyphens.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in title.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) slug.Append(c);
            else if (c == ' ') slug.Append('-');
        }

        return slug.ToString();
    }

    /// <summary>A slug fit for an identifier: no leading or doubled hyphens, never empty.</summary>
    public static string Id(string title)
    {
        var id = Hyphens().Replace(Slug(title), "-").Trim('-');
        return id.Length > 0 ? id : "untitled";
    }

    /// <summary>"[ ] Call the bank" without its box.</summary>
    public static string Unticked(string text) => TickBox().Replace(text, "");

    public static bool HasTickBox(string text) => TickBox().IsMatch(text);

    public static string FirstWord(string text)
    {
        var end = text.IndexOfAny([' ', ',', ':', ';']);
        return end < 0 ? text : text[..end];
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:\s*[^\p{L}\p{N}\[\](){}<>`'""/.$%~^>=+\-@#_&*!?«¿¡]+)+", RegexOptions.ExplicitCapture)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^\s*(?:#\s*)?(?:\d{1,3}(?:\.\d{1,3})+\.?\s+|\d{1,3}(?:\.\d{1,3}){0,3}\s*[.):\-–—]\s*|[A-Z][.)]\s+|\(\d{1,2}\)\s*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^\s*(\[[ xX]\]|[☐☑☒])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex TickBox();

    /// <summary>True for "4. Restore the database".</summary>
    public static bool IsNumbered(string title) => Ordinal().IsMatch(title);

    [GeneratedRegex(@"^\s*(?:#\s*)?\d{1,3}\s*[.):]\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Ordinal();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Hyphens();
}
