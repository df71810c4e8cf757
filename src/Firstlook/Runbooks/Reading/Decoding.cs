using System.Text;

namespace Firstlook.Runbooks.Reading;

/// <summary>From bytes to the text that is shown and matched. Line numbers stay those of the file.</summary>
internal static class Decoding
{
    /// <summary>Decodes UTF-8 or, by their byte order marks, UTF-16; makes every line end <c>\n</c>. Never fails: bytes that are no UTF-8 are read as Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => WithPlainLineEnds(Characters(bytes));

    static string Characters(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Utf8OrWindows(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => Utf8OrWindows(bytes),
    };

    static string Utf8OrWindows(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Mojibake.FromWindows(bytes);

    // A NUL would end the text for half of the tools that it is passed to; Markdown replaces it in the same way.
    static string WithPlainLineEnds(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD');
}
