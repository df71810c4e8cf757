using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Values that a step needs, and of which nothing in the document says where they come from.</summary>
internal static partial class Unsourced
{
    const int LongestLine = 4_000;

    /// <param name="isCode">By 0-based line: whether it is inside a code block.</param>
    public static IEnumerable<(int Line, Input Input)> In(IReadOnlyList<Step> steps, string[] lines, bool[] isCode)
    {
        var asked = steps.SelectMany(step => step.Inputs.Where(input => input is { From: "a person", Kind: "placeholder" }).Select(input => (Step: step, Input: input))).ToList();
        if (asked.Count == 0) return [];
        var told = Told(lines, isCode);
        var unsaid = asked.Select(one => one.Input).DistinctBy(input => input.Token).Take(MostLookedThrough / Math.Max(1, told.Length))
            .Where(input => !told.Contains(input.Token, StringComparison.Ordinal) && !SaysWhence(told, input.Name)).Select(input => input.Token).ToHashSet(StringComparer.Ordinal);
        return asked.Where(one => unsaid.Contains(one.Input.Token)).Select(one => (LineOf(one.Step, one.Input, lines), one.Input));
    }

    /// <summary>Characters of prose that are looked through for all values together: of thousands of values in a long text nothing is said of the last.</summary>
    const int MostLookedThrough = 50_000_000;

    // Where it stands first, and not where its block begins.
    static int LineOf(Step step, Input input, string[] lines)
    {
        const int mostLines = 200;
        for (var line = step.Line; line <= Math.Min(Math.Min(step.EndLine, lines.Length), step.Line + mostLines); line++)
        {
            if (lines[line - 1].Contains(input.Token, StringComparison.Ordinal)) return line;
        }

        return step.Line;
    }

    public static string Message(Input input) => $"nothing says where the value of {input.Token} comes from";

    // "`<flavour>` is the last column of the list below": what the sentences say, without the commands in them, which only use it.
    static string Told(string[] lines, bool[] isCode) =>
        string.Join('\n',
            lines.Where((line, index) => line.Length < LongestLine && !isCode[index])
                .Select(line =>
                    CodeSpan().Replace(line, span => span.Groups["code"].Value.Trim() is var code && code.Contains(' ', StringComparison.Ordinal) ? "" : code)));

    // "`sid` and `serial` come from v$session", "serial: the last column of the list".
    static bool SaysWhence(string told, string name)
    {
        for (var at = told.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = told.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && char.IsLetterOrDigit(told[at - 1]) || at + name.Length < told.Length && char.IsLetterOrDigit(told[at + name.Length])) continue;
            var end = told.IndexOf('\n', at) is >= 0 and var next ? next : told.Length;
            if (name.Length > 2 && Whence().IsMatch(told[(at + name.Length)..Math.Min(end, at + name.Length + 80)])) return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"^\W*((and|und|y|e|et)\W+\w+\W+)?((is|are|ist|sind|es|son|é|est|stands?|steht) )?"
        + @"((comes?|taken|read|copied|found|shown|listed|printed|told) (from|in|by|at|above|on)|from|(kommt|kommen|stammt) aus|aus|viene de|vienen de|vem d[eao]|"
        + @"vient d[eu']|the (first|second|third|last|left|right) (column|field|line|part))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Whence();

    [GeneratedRegex("`(?<code>[^`]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();
}
