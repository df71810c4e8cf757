using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>Escapes within the words of a shell.</summary>
internal sealed partial class ShellJudge
{
    /// <summary>What <c>echo -e</c> and <c>printf</c> make of a text; null where an escape other than for a line's end stands in it.</summary>
    static string? Unescaped(string text)
    {
        var plain = text.Replace("\\r\\n", "\n").Replace("\\n", "\n").Replace("\\t", "\t");
        return IsEscaped(plain) ? null : plain;
    }

    /// <summary>True where some shell's <c>echo</c> would read an escape (POSIX, "echo", XSI).</summary>
    static bool IsEscaped(string text)
    {
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\\', at + 2))
        {
            if (text[at + 1] is '0' or '\\' or 'a' or 'b' or 'c' or 'e' or 'f' or 'n' or 'r' or 'u' or 'U' or 'v' || char.IsAsciiDigit(text[at + 1])
                || text[at + 1] == 'x' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 2]))
                return true;
            if (at + 2 > text.Length) break;
        }
        return false;
    }
}
