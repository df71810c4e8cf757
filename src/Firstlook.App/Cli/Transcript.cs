using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.App.Cli;

/// <summary>What was seen in a terminal, out of all that was sent to it.</summary>
static partial class Transcript
{
    /// <param name="typescript">As script(1) records it: a line of its own at each end, and the program's bytes between.</param>
    /// <param name="most">UTF-16 units that are kept; the end says more than the beginning.</param>
    public static string Of(string typescript, int most)
    {
        var lines = Sequences().Replace(typescript, "").Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').ToList();
        if (lines is [var first, ..] && first.StartsWith("Script started on ", StringComparison.Ordinal)) lines.RemoveAt(0);
        var done = lines.FindLastIndex(line => line.StartsWith("Script done on ", StringComparison.Ordinal));
        if (done >= 0) lines.RemoveRange(done, lines.Count - done);
        var text = string.Join('\n', lines.Select(Overwritten)).Trim('\n');
        return text.Length <= most ? text : Note + text[^(most - Note.Length)..];
    }

    const string Note = "(the beginning is not kept)\n";

    /// <summary>A line as it stood in the end: a carriage return begins it anew, a backspace takes a character back.</summary>
    static string Overwritten(string line)
    {
        var seen = new StringBuilder();
        foreach (var c in line[(line.TrimEnd('\r').LastIndexOf('\r') + 1)..])
        {
            if (c == '\b' && seen.Length > 0) seen.Length--;
            else if (c == '\t' || !char.IsControl(c)) seen.Append(c);
        }

        return seen.ToString();
    }

    /// <summary>ECMA-48: control sequences, operating system commands and other strings, and single escapes.</summary>
    [GeneratedRegex(@"\e\[[0-?]*[ -/]*[@-~]|\e[\]P^_X][^\a\e]*(\a|\e\\)?|\e[ -/]*[0-~]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sequences();
}
