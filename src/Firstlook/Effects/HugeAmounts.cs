using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Widths, precisions and amounts by which a program of text fills up more than memory holds (printf(3) "Field width"; coreutils: od -w, pr -o, nl -w, expand -t, shuf -i, numfmt
/// --padding): a hundred million characters, and more.
/// </summary>
internal static partial class HugeAmounts
{
    /// <summary>Programs that a format is handed.</summary>
    static readonly FrozenSet<string> Formatting = FrozenSet.Create(StringComparer.Ordinal, "printf", "seq", "numfmt", "date", "stat", "find", "awk", "gawk", "mawk", "nawk");

    /// <summary>By program, the letters and names of options whose value is a number of columns.</summary>
    static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["od"] = "w width", ["pr"] = "o w W indent width page-width", ["nl"] = "w number-width", ["expand"] = "t tabs", ["unexpand"] = "t tabs", ["numfmt"] = "padding",
        ["fmt"] = "w width", ["column"] = "c output-width columns", ["hexdump"] = "w",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool AreIn(Invocation call)
    {
        var program = call.Name[(call.Name.LastIndexOf('/') + 1)..];
        if (Formatting.Contains(program) && call.Words.Skip(1).Any(word => AreIn(word.Text))) return true;
        if (program is "printf" && call.Words.Any(word => Star().IsMatch(word.Text)) && call.Words.Any(word => Many().IsMatch(word.Text))) return true;
        if (program is "shuf") return !call.Scope.Cut && call.Words.Any(word => Spans(word.Text));
        if (!Columns.TryGetValue(program, out var options)) return false;
        var names = options.Split(' ');
        return call.Words.Index().Skip(1).Any(word =>
            Of(word.Item.Text) is var (name, value) && names.Contains(name) && Many().IsMatch(value.Length > 0 ? value : Behind(call, word.Index)));
    }

    static string Behind(Invocation call, int at) => at + 1 < call.Words.Count ? call.Words[at + 1].Text : "";

    /// <summary>An option's name and what stands behind it: <c>-w9</c>, <c>--width=9</c>.</summary>
    static (string Name, string Value) Of(string word) => word switch
    {
        ['-', '-', ..] => word.IndexOf('=') is > 0 and var equals ? (word[2..equals], word[(equals + 1)..]) : (word[2..], ""),
        ['-', var letter, ..] => (letter.ToString(), word[2..]),
        _ => ("", ""),
    };

    /// <summary>Whether a format, or a program of awk, names such a width.</summary>
    public static bool AreIn(string text) => Wide().IsMatch(text) || Star().IsMatch(text) && Number().IsMatch(text);

    // shuf -i 1-99999999999: it holds all of them.
    static bool Spans(string word) =>
        Span().Match(word) is { Success: true } span && double.Parse(span.Groups["to"].Value, System.Globalization.CultureInfo.InvariantCulture)
            - double.Parse(span.Groups["from"].Value, System.Globalization.CultureInfo.InvariantCulture) > 1e9;

    [GeneratedRegex(@"%[-+ 0#'_^]*(\d{8,}|\d*\.\d{8,})(\.\d*)?[A-Za-z]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Wide();

    [GeneratedRegex(@"%[-+ 0#']*(\d*\.)?\*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Star();

    [GeneratedRegex(@"^-?\d{8,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Many();

    [GeneratedRegex(@"(?<![\w.])\d{8,}(?![\w.])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(-i|--input-range=)?(?<from>\d{1,20})-(?<to>\d{1,20})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
