using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Shell;

/// <summary>How many words the shell makes of one before anything runs (bash(1), "Brace Expansion"): it holds all of them in memory.</summary>
internal static partial class WordCounts
{
    /// <summary>Tens of megabytes.</summary>
    public const double Most = 1e6;

    /// <summary>As many as a machine starts at once and goes on.</summary>
    public const double MostAtOnce = 200;

    public static double Of(Word word)
    {
        var count = 1.0;
        foreach (var part in word.Parts)
        {
            if (part is BraceExpansion brace) count *= Of(brace.Text);
            if (part is CommandSubstitution { Body.Items: [{ Command.Pipelines: [{ Commands: [SimpleCommand { Words: [{ Constant: "seq" }, ..] } sequence] }] }] })
                count *= OfSequence([.. sequence.Words.Skip(1).Select(operand => operand.Constant ?? "")]);
        }

        return count;
    }

    static double Of(string brace)
    {
        var sequences = 1.0;
        foreach (Match match in Sequence().Matches(brace))
            sequences *= match.Groups["letter"].Success ? 26 : Math.Abs(Number(match.Groups["to"].Value) - Number(match.Groups["from"].Value)) + 1;
        return sequences + brace.Count(character => character == ',');
    }

    /// <summary>seq(1): <c>seq LAST</c>, <c>seq FIRST LAST</c>, <c>seq FIRST STEP LAST</c>; infinite where a step of nought, or no number, is given.</summary>
    public static double OfSequence(IReadOnlyList<string> words)
    {
        var numbers = words.Where(word => word is not ['-', not (>= '0' and <= '9' or '.' or 'i'), ..]).Select(Number).ToArray();
        var (first, step, last) = numbers switch
        {
            [var only] => (1, 1, only),
            [var from, var to] => (from, 1, to),
            [var from, var by, var to] => (from, by, to),
            _ => (0.0, 1.0, 0.0),
        };
        return double.IsNaN(last) || double.IsNaN(first) || double.IsNaN(step) ? 1 : step == 0 ? double.PositiveInfinity : Math.Max(1, (last - first) / step + 1);
    }

    static double Number(string text) => text.ToLowerInvariant() switch
    {
        "inf" or "+inf" or "infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN,
    };

    [GeneratedRegex(@"(?<from>-?\d+)\.\.(?<to>-?\d+)|(?<letter>[a-zA-Z]\.\.[a-zA-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}
