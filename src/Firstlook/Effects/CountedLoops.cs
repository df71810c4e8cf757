using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>Whether a loop with a condition and a step (<c>for ((i = 0; i &lt; 9; i++))</c>, in bash and in awk) ever ends by itself.</summary>
internal static partial class CountedLoops
{
    /// <summary>Longer than anybody waits: conditions that speak of more steps than this are taken for endless.</summary>
    public const double Steps = 1e8;

    /// <param name="set">Names that the body sets.</param>
    public static bool GoOn(string condition, string step, IReadOnlySet<string> set)
    {
        if (IsLong(condition)) return true;
        var asked = ArithmeticNames.In(condition).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0) return !IsNought(condition);
        if (asked.Overlaps(set) || asked.Overlaps(ArithmeticNames.Set(condition))) return false;
        if (!asked.Overlaps(ArithmeticNames.Set(step))) return true;
        return Plain().Match(condition.Trim()) is { Success: true } plain
            && (plain.Groups["than"].Value is "<" or "<=" && Falls(step) || plain.Groups["than"].Value is ">" or ">=" or "" && Rises(step));
    }

    public static bool IsLong(string condition) => Numbers().Matches(condition).Any(number => IsMany(number.Value));

    public static bool IsMany(string number) =>
        double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var value) && Math.Abs(value) >= Steps;

    static bool IsNought(string condition) => condition.Trim() is "0";

    static bool Rises(string step) => step.Contains("++", StringComparison.Ordinal) || step.Contains("+=", StringComparison.Ordinal);

    static bool Falls(string step) => step.Contains("--", StringComparison.Ordinal) || step.Contains("-=", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?([eE]\+?\d+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    // Of one variable, and a number or nothing.
    [GeneratedRegex(@"^\$?\w+(\s*(?<than><=?|>=?)\s*-?\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
