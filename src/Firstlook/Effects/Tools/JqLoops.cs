using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Programs of jq that never end, or take all memory (jq manual, "while, repeat, until", "range", "recurse", "combinations", "Recursion").</summary>
internal static partial class JqLoops
{
    /// <summary>Of two things each there are a hundred combinations of this many.</summary>
    const int MostCombined = 6;

    /// <summary>So many times more turns are borne of all loops together.</summary>
    const int Together = 10;

    /// <summary>More calls of one kind are in no program.</summary>
    const int Most = 100;

    public static bool AreIn(string program)
    {
        // Oniguruma tries back without bound (jq manual, "Regular expressions").
        if (Matched().Matches(program).Any(match => Backtracking.IsIn(match.Groups["pattern"].Value.Replace(@"\\", @"\", StringComparison.Ordinal)))) return true;
        var text = Taken(Strings().Replace(program, "\"\""));
        if (Endless().IsMatch(text) || Doubled().IsMatch(text) || Repeated().IsMatch(text)) return true;
        if (Stepped().Matches(text).Any(range => Math.Abs((Number(range.Groups["to"].Value) - Number(range.Groups["from"].Value)) / Number(range.Groups["step"].Value))
            >= CountedLoops.Steps)) return true;
        var ranges = Many().Matches(text).Select(many => Number(many.Groups["number"].Value)).ToList();
        if (ranges.Exists(turns => turns >= CountedLoops.Steps)) return true;
        if (ranges.Where(turns => turns > 1).Aggregate(1.0, (product, turns) => product * turns) >= CountedLoops.Steps * Together) return true;
        if (Combined().Matches(text).Any(combined => Number(combined.Groups["number"].Value) > MostCombined)) return true;
        return Calls().Matches(text).Take(Most).Any(call => GoesOn(call.Groups["name"].Value, ScriptLoops.Within(text, call.Index + call.Length, '(', ')')))
            || Functions.CallThemselves(Function().Matches(text).Select(function => (function.Groups["name"].Value, function.Groups["body"].Value)));
    }

    static double Number(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;

    /// <summary>The program without what only so much is taken of: <c>first(repeat(.))</c>, <c>limit(5; range(infinite))</c>. What is looked for among it may never come.</summary>
    static string Taken(string text)
    {
        foreach (var taken in Taking().Matches(text).Take(Most).Reverse())
        {
            var inside = ScriptLoops.Within(text, taken.Index + taken.Length, '(', ')');
            if (taken.Groups["number"] is { Success: true, Value: var number } && Number(number) >= CountedLoops.Steps) continue;
            if (Seeking().IsMatch(inside) && Without(inside)) continue;
            text = text.Remove(taken.Index, taken.Length + inside.Length);
        }

        return text;
    }

    // What seeks among what is there comes to its end.
    static bool Without(string inside) => Endless().IsMatch(inside) || Many().IsMatch(inside);

    /// <summary>Whether while, until or recurse goes on: with a condition that says the same each time, or a step that leads nowhere.</summary>
    static bool GoesOn(string name, string arguments)
    {
        var parts = arguments.Split(';');
        var step = parts[^1].Trim();
        if (name == "recurse" && parts.Length == 2 && Far(parts[1].Trim(), parts[0].Trim())) return true;
        if (name == "recurse") return (parts.Length == 1 || step is "true") && (Computing().IsMatch(parts[0].Trim()) || parts[0].Trim() is ".");
        if (parts.Length != 2) return false;
        var condition = parts[0].Trim();
        if (!condition.Contains('.') && !condition.Contains('$')) return name == "while" ? condition is not ("false" or "null") : condition is "false" or "null";
        if (step == "." || Far(condition, step)) return true;
        if (Comparison().Match(condition) is not { Success: true } asked || Computing().Match(step) is not { Success: true } computed) return false;
        var than = asked.Groups["than"].Value;
        if (name == "until") than = than switch { "<" => ">=", "<=" => ">", ">" => "<=", ">=" => "<", "==" => "!=", _ => "==" };
        var turns = CountedLoops.Turns("", $"i {than} {asked.Groups["number"].Value}", $"i = i {computed.Groups["sign"].Value} {computed.Groups["by"].Value}");
        return turns > CountedLoops.Steps;
    }

    /// <summary>Whether a step is so small beside the number that is asked for that it is not reached; beyond 2^53 a step of one leads nowhere.</summary>
    static bool Far(string condition, string step) =>
        Comparison().Match(condition) is { Success: true } asked && Computing().Match(step) is { Success: true } computed && computed.Groups["sign"].Value is "+" or "-"
            && Math.Abs(Number(asked.Groups["number"].Value)) / Number(computed.Groups["by"].Value) > CountedLoops.Steps;

    /// <summary>jq manual, "setpath": of an array all elements before it are made, too.</summary>
    public static bool FillMemory(string program) =>
        Strings().Replace(program, "\"\"") is var text && (FarElement().IsMatch(text) || Assigned().IsMatch(text) && (FarIndex().IsMatch(text) || Bound().IsMatch(text)));

    // .[500000000] = 1, .a[5e8].b |= 2, .[5000 * 100000] = 1
    [GeneratedRegex(@"(?<![=!<>])=(?!=)", RegexOptions.CultureInvariant)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"\[[^\[\]""=]{0,200}(\d{7,}|\d[eE]\+?\d|\d\s*\*\s*\d|infinite|\b(pow|exp10)\b)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FarIndex();

    [GeneratedRegex(@"(\d{7,}|\d[eE]\+?\d)[^|]{0,40}\bas\s+\$[\s\S]{0,2000}\[[^\]]{0,200}\$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\bsetpath\s*\(\s*\[[^\]]*?\d{7,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FarElement();

    // reduce range(40) as $i ("x"; . * 2), implode | . * 1e9: a text times a number is so many of it.
    [GeneratedRegex(@"\breduce\b[^;]*\(\s*""""\s*;\s*\.\s*\*\s*\d|\b(implode|tostring|join\([^)]*\)|ascii_\w+|@\w+)\s*\|\s*\.\s*\*\s*(\d{7,}|\d+(\.\d+)?[eE]\+?\d+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\b(test|match|capture|scan|splits?|g?sub)\s*\(\s*""(?<pattern>(\\.|[^""\\])*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Matched();

    const string Figure = @"-?\d+(\.\d+)?([eE][-+]?\d+)?";

    [GeneratedRegex(@"\brange\s*\(\s*(?<from>" + Figure + @")\s*;\s*(?<to>" + Figure + @")\s*;\s*(?<step>" + Figure + @")\s*\)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Stepped();

    [GeneratedRegex(@"""(\\.|[^""\\])*""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Strings();

    [GeneratedRegex(@"\b(first|limit|isempty)\s*\((?!\s*-)\s*((?<number>\d+(\.\d+)?([eE]\+?\d+)?)\s*;)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Taking();

    [GeneratedRegex(@"\b(select|empty|if)\b|\?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Seeking();

    [GeneratedRegex(
        @"\brepeat\s*\(|\brecurse\s*\(\s*\.\s*\)|\brange\s*\([^)]*\binfinite\b|\brange\s*\([^)]*;[^)]*;\s*0\s*\)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Endless();

    [GeneratedRegex(@"(\brange\s*\(([^);]*;)?\s*|""""\s*\*\s*)(?<number>\d+(\.\d+)?([eE]\+?\d+)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Many();

    [GeneratedRegex(@"\bcombinations\s*\(\s*(?<number>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Combined();

    // reduce range(60) as $i ("x"; . + .)
    [GeneratedRegex(@"\b(reduce|foreach|while|until|recurse)\b[\s\S]{0,400}(?<![\w.\])])\.\s*\+\s*\.(?![\w\[.""])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\b(?<name>while|until|recurse)\s*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Calls();

    [GeneratedRegex(@"^\.\s*(?<sign>[-+*/])\s*(?<by>\d+(\.\d+)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Computing();

    [GeneratedRegex(@"^\.\s*(?<than><=|>=|<|>|==|!=)\s*(?<number>-?\d+(\.\d+)?([eE]\+?\d+)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\bdef\s+(?<name>\w+)[^:]*:(?<body>[^;]*);", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Function();
}
