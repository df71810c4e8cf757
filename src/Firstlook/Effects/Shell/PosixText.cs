using System.Text.RegularExpressions;

namespace Firstlook.Effects.Shell;

/// <summary>
/// What dash(1) and ash, which are <c>/bin/sh</c> on Debian and Alpine, read otherwise than bash: they know no <c>(( ))</c>, no <c>[[ ]]</c>, no
/// <c>$'...'</c> and no <c>&amp;&gt;</c>. What stands there runs, or is written to, or ends a string early.
/// </summary>
internal static partial class PosixText
{
    static readonly System.Buffers.SearchValues<char> Acting = System.Buffers.SearchValues.Create("<>(|&");

    /// <summary>Whether a program, named with its path or without, is such a shell.</summary>
    public static bool IsShell(string name) => name[(name.LastIndexOf('/') + 1)..] is "sh" or "dash" or "ash";

    public static bool IsReadDifferently(string text)
    {
        if (RunsMore(text) || text.Contains("$'", StringComparison.Ordinal)) return true;
        // "[[:space:]]" is a class of characters, and no condition.
        var first = text.IndexOf("[[", StringComparison.Ordinal);
        while (first >= 0 && first + 2 < text.Length && text[first + 2] == ':') first = text.IndexOf("[[", first + 2, StringComparison.Ordinal);
        if (first >= 0 && text.AsSpan(first).IndexOfAny(Acting) >= 0) return true;
        // A line's end within the brackets parts two commands.
        for (var at = first; at >= 0; at = text.IndexOf("[[", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf("]]", at, StringComparison.Ordinal);
            if (text.IndexOf('\n', at, (end < 0 ? text.Length : end) - at) >= 0) return true;
        }

        return false;
    }

    /// <summary>Whether such a shell runs words that bash computes with, or takes for the file that output goes to.</summary>
    public static bool RunsMore(string text)
    {
        for (var at = text.IndexOf("((", StringComparison.Ordinal); at >= 0; at = text.IndexOf("((", at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] is not ('$' or '(')) return true;
        }

        return BothThenWord().IsMatch(text);
    }

    // "true &>/dev/null reboot": "true" in the background, and a command of its own behind the file.
    [GeneratedRegex(@"&>>?[ \t]*[^\s;|&)]+[ \t]+[^\s;|&)#]", RegexOptions.CultureInvariant)]
    private static partial Regex BothThenWord();
}
