using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>Names of variables in arithmetic (bash(1), "ARITHMETIC EVALUATION"), where they stand without a <c>$</c>.</summary>
internal static partial class ArithmeticNames
{
    /// <summary>All of them, once for each time they stand there.</summary>
    public static IEnumerable<string> In(string expression) => Name().Matches(expression).Select(match => match.Value);

    /// <summary>Those that the expression sets: <c>i++</c>, <c>--i</c>, <c>i += 2</c>, <c>i = i + 1</c>.</summary>
    public static IEnumerable<string> Set(string expression) =>
        Sets(expression) ? Change().Matches(expression).Select(match => match.Groups["name"].Value) : [];

    /// <summary>Whatever sets a name is written with an equals sign, or with two plus or minus signs: most words have neither.</summary>
    static bool Sets(string expression) =>
        expression.Contains('=') || expression.Contains("++", StringComparison.Ordinal) || expression.Contains("--", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\w)[A-Za-z_](?>\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"(\+\+|--)(?>\s*)(?<name>[A-Za-z_](?>\w*))|(?<!\w)(?<name>[A-Za-z_](?>\w*))(?>\s*)(\+\+|--|[-+*/%&|^]?=(?!=)|<<=|>>=)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Change();
}
