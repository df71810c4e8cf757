using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// How many turns a loop takes that counts (<c>for ((i = 0; i &lt; 9; i++))</c>, in bash, awk, bc, JavaScript and PowerShell, and <c>while i &lt; 9</c> elsewhere): a step that
/// changes nothing, or leads away from what is asked for, brings no loop to its end.
/// </summary>
internal static partial class CountedLoops
{
    /// <summary>Longer than anybody waits: conditions that speak of more steps than this are taken for endless.</summary>
    public const double Steps = 1e8;

    /// <summary>As often a number is doubled or halved before it is at its end.</summary>
    const int MostFolds = 4_096;

    /// <param name="Sign"><c>+</c>, <c>-</c>, <c>*</c> or <c>/</c>; <c>=</c> where it is set anew.</param>
    readonly record struct Step(char Sign, double By);

    /// <param name="set">Names that the body sets.</param>
    public static bool GoOn(string condition, string step, IReadOnlySet<string> set, string begin = "", string body = "")
    {
        if (IsLong(condition)) return true;
        var asked = ArithmeticNames.In(condition).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0) return !IsNought(condition);
        if (asked.Overlaps(ArithmeticNames.Set(condition))) return false;
        if (!asked.Overlaps(set) && !asked.Overlaps(ArithmeticNames.Set(step))) return true;
        return !(asked.Overlaps(set) && body.Length == 0) && Turns(begin, condition, step + "\n" + body) > Steps;
    }

    public static bool IsLong(string condition) => Numbers().Matches(condition).Any(number => IsMany(number.Value));

    public static bool IsMany(string number) => double.TryParse(number, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) >= Steps;

    [GeneratedRegex(@"\b(if|else|unless|case|switch|when|while|until|for|foreach|and|or)\b|\?|&&|\|\|", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Choosing();

    static bool IsNought(string condition) => condition.Trim() is "0";

    /// <summary>Whether a condition asks one variable for a number, or whether it is nought.</summary>
    public static bool AskNumber(string condition) => Plain().IsMatch(condition) || Named().IsMatch(condition);

    /// <param name="begin">What the variable is set to before, if that is known: <c>i = 0</c>.</param>
    /// <param name="condition">What is asked before each turn: <c>i &lt; 9</c>, <c>9 &gt; i</c>, <c>i</c>.</param>
    /// <param name="changes">All that a turn does.</param>
    /// <returns>Infinity where it never ends, and no number where that cannot be told.</returns>
    public static double Turns(string begin, string condition, string changes)
    {
        // i < n, where n was set to a number before, and never again
        if (Named().Match(condition) is { Success: true } named && Set(named.Groups["bound"].Value) is var bounds && !bounds.IsMatch(changes)
            && bounds.Matches(begin).LastOrDefault()?.Groups["value"].Value.Trim() is { } bound && Number().IsMatch(bound))
            condition = named.Groups["asked"].Value + bound;
        var plain = Plain().Match(condition);
        if (!plain.Success) return double.NaN;
        var name = plain.Groups["name"].Value;
        var than = plain.Groups["than"] is { Success: true, Value: var written } ? written : "!=";
        var to = plain.Groups["number"].Success ? Number(plain.Groups["number"].Value) : 0;
        if (plain.Groups["turned"].Success) than = than switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => than };
        if (StepsOf(name, changes) is not { Count: > 0 } steps) return double.NaN;
        var beginning = Set(name).Matches(begin).LastOrDefault();
        var from = beginning is not null && Number().Match(beginning.Groups["value"].Value) is { Success: true } first ? Number(first.Value) : double.NaN;
        return steps.Count == 1
            ? Turns(from, than, to, steps[0])
            // i++; i--, with nothing that chooses between them
            : steps.TrueForAll(step => step.Sign is '+' or '-') && steps.Sum(step => step.Sign == '-' ? -step.By : step.By) == 0 && !Choosing().IsMatch(changes)
            ? double.PositiveInfinity
            : steps.TrueForAll(step => double.IsPositiveInfinity(Turns(double.NaN, than, to, step))) ? double.PositiveInfinity : double.NaN;
    }

    /// <returns>Null where a change is none that is understood.</returns>
    static List<Step>? StepsOf(string name, string changes)
    {
        var steps = new List<Step>();
        foreach (Match change in Set(name).Matches(changes))
        {
            if (change.Groups["by"].Value is { Length: > 0 } one)
            {
                steps.Add(new Step(one[0], 1));
                continue;
            }

            var (sign, value) = (change.Groups["sign"].Value, change.Groups["value"].Value.Trim());
            if (sign.Length == 0 && value == name) steps.Add(new Step('+', 0));
            else if (sign.Length == 0 && Own(name).Match(value) is { Success: true } own) steps.Add(new Step(own.Groups["sign"].Value[0], Number(own.Groups["number"].Value)));
            else if (Number().Match(value) is { Success: true } number && sign.Length <= 1 && "+-*/".Contains(sign, StringComparison.Ordinal))
                steps.Add(new Step(sign.Length == 0 ? '=' : sign[0], Number(number.Value)));
            else return null;
        }

        return steps;
    }

    static double Turns(double from, string than, double to, Step step)
    {
        if (Ends(from, than, to)) return 0;
        var by = step.Sign == '-' ? -step.By : step.By;
        switch (step.Sign)
        {
            case '=': return !Ends(by, than, to) ? double.PositiveInfinity : double.IsNaN(from) ? double.NaN : 1;
            case '*' or '/':
                if (step.By == 1) return double.PositiveInfinity;
                if (double.IsNaN(from)) return double.NaN;
                for (var turn = 1; turn <= MostFolds; turn++)
                {
                    from = step.Sign == '*' ? from * step.By : from / step.By;
                    if (Ends(from, than, to)) return turn;
                }

                return double.PositiveInfinity;
            default:
                if (by == 0) return double.PositiveInfinity;
                var turns = (to - from) / by;
                return than switch
                {
                    "<" or "<=" when by < 0 => double.PositiveInfinity,
                    ">" or ">=" when by > 0 => double.PositiveInfinity,
                    "!=" when turns < 0 || turns != Math.Floor(turns) => double.IsNaN(turns) ? turns : double.PositiveInfinity,
                    "==" or "=" or "===" => 1,
                    _ => turns,
                };
        }
    }

    static bool Ends(double value, string than, double to) =>
        !double.IsNaN(value) && !(than switch { "<" => value < to, "<=" => value <= to, ">" => value > to, ">=" => value >= to, "==" => value == to, _ => value != to });

    static double Number(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("n**", "**", StringComparison.Ordinal);
        // 10n
        if (digits.Length > 1 && digits[^1] == 'n' && char.IsAsciiDigit(digits[^2])) digits = digits[..^1];
        if (digits.Length > 0 && char.IsAsciiLetter(digits[^1])) return double.PositiveInfinity;
        var power = digits.IndexOf("**", StringComparison.Ordinal);
        if (power > 0) return Math.Pow(Number(digits[..power]), Number(digits[(power + 2)..]));
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }

    const string Written = @"-?\s*(\d[\d_]*n?(\.\d+)?([eE]\+?\d+)?(\s*\*\*\s*\d+n?)?|([A-Z]\w+\.|sys\.|::)*(MAX_SAFE_INTEGER|MAX_VALUE|Infinity|INFINITY|maxsize))(?![\w.])";

    [GeneratedRegex("^" + Written + "$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?([eE]\+?\d+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    // Of one variable, and a number or nothing; brackets around the whole.
    [GeneratedRegex(
        @"^[\s(]*(\$?(?<name>[A-Za-z_@]\w*)(\s*(?<than><=|>=|<|>|!==?|<>|===?)\s*(?<number>" + Written + @"))?"
        + @"|(?<turned>(?<number>" + Written + @")\s*(?<than><=|>=|<|>|!=|==)\s*\$?(?<name>[A-Za-z_@]\w*)))[\s)]*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[\s(]*(?<asked>\$?[A-Za-z_@]\w*\s*(<=|>=|<|>|!==?)\s*)\$?(?<bound>[A-Za-z_]\w*)[\s)]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // i++, --i, i += 2, i = i + 1, but neither i == 1 nor x.i = 1.
    static Regex Set(string name) => new(
        $@"(?<![\w.])\$?{name}\s*((?<by>[+-])\k<by>|(?<sign>\*\*|//|<<|>>|\|\||&&|[-+*/%&|^]?)=(?![=~>])\s*(?<value>[^;,\n)}}]*))"
        + $@"|(?<by>[+-])\k<by>\$?{name}(?!\w)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    // i + 1, where i itself is set to it.
    static Regex Own(string name) =>
        new($@"^\$?{name}\s*(?<sign>[-+*/])\s*(?<number>\d[\d_.]*([eE]\+?\d+)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}
