namespace Firstlook.Incidents;

/// <summary>
/// Text from outside as it may stand on a terminal or in a document: an escape sequence must not paint over what is shown, nor a
/// direction mark turn it round (Unicode TR 36, 3.1; "Trojan Source", CVE-2021-42574).
/// </summary>
public static class Printable
{
    /// <returns>The text with each such character as <c>�</c>; line ends and tabs stay.</returns>
    public static string Of(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Create(text.Length, text, static (shown, text) =>
    {
        for (var i = 0; i < shown.Length; i++) shown[i] = IsHostile(text[i]) ? '\uFFFD' : text[i];
    });

    static bool IsHostile(char c) =>
        c is not ('\n' or '\t') && (char.IsControl(c) || c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
