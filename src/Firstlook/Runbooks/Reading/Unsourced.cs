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
        return asked.Where(one => !told.Contains(one.Input.Token, StringComparison.Ordinal)).Select(one => (LineOf(one.Step, one.Input, lines), one.Input));
    }

    // Where it stands first, and not where its block begins.
    static int LineOf(Step step, Input input, string[] lines)
    {
        for (var line = step.Line; line <= Math.Min(step.EndLine, lines.Length); line++)
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

    [GeneratedRegex("`(?<code>[^`]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();
}
