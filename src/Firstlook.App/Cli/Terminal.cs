using System.Text;
using Firstlook.Runbooks.Checking;

namespace Firstlook.App.Cli;

/// <summary>Results on standard output, the rest on standard error. The only place that writes to the console.</summary>
/// <param name="color">True where a person reads standard output and has not asked for no colour (no-color.org).</param>
sealed class Terminal(TextWriter output, TextWriter error, bool interactive, bool color = false)
{
    public static Terminal Standard { get; } = new(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true },
        new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null),
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null));

    /// <summary>True where a person watches standard error: then progress is shown.</summary>
    public bool Interactive => interactive;

    public TextWriter Output => output;

    public void Result(string text) => output.Write(Shown(text.EndsWith('\n') ? text : text + "\n"));

    /// <summary>A result whose colours are marks of <see cref="Paint"/>: escapes are put in last, so that none of the text's own get through.</summary>
    /// <param name="text">Of whether it is coloured, and of how many columns the window has; null where there is none.</param>
    public void Painted(Func<bool, int?, string> text) => output.Write(color ? Paint.Escaped(Shown(text(true, Columns))) : Shown(text(false, Columns)));

    static int? Columns => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth;

    public void Say(string text) => error.WriteLine(Shown(text));

    public int Fail(int code, string text)
    {
        error.WriteLine("firstlook: " + Shown(text));
        return code;
    }

    /// <summary>Control characters from outside would steer the terminal; they are shown, not sent.</summary>
    public static string Shown(string text)
    {
        var index = text.AsSpan().IndexOfAnyExcept(Plain);
        if (index < 0) return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsBidirectional(rune.Value))) shown.Append(rune);
            else shown.Append($"\\u{rune.Value:x4}");
        }

        return shown.ToString();
    }

    static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    /// <summary>Characters that reorder what stands beside them (Unicode, UAX 9).</summary>
    static bool IsBidirectional(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
