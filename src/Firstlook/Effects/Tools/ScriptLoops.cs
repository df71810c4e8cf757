using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>Loops of awk, sed, jq and bc that never end, or take all memory: they change nothing, and hang.</summary>
internal static partial class ScriptLoops
{
    /// <summary>gawk(1), "Control Statements". What leaves a loop by itself (<c>break</c>, <c>exit</c>) is taken to do so.</summary>
    public static bool OfAwk(string script)
    {
        if (Device().IsMatch(script)) return true;
        var text = Strings().Replace(script, "\"\"");
        var leaves = Leaving().IsMatch(text);
        var set = ArithmeticNames.Set(text).ToHashSet(StringComparer.Ordinal);
        foreach (Match loop in Loop().Matches(text))
        {
            var head = Within(text, loop.Index + loop.Length, '(', ')');
            var parts = head.Split(';');
            if (head.Contains("getline", StringComparison.Ordinal) ? Ungot().IsMatch(head) : parts.Length switch
            {
                3 => !leaves && CountedLoops.GoOn(parts[1], parts[2], ArithmeticNames.Set(Behind(text, loop, head)).ToHashSet(StringComparer.Ordinal)),
                1 when loop.Value.StartsWith('w') => !leaves && (CountedLoops.IsLong(head) || CountedLoops.GoOn(head, "", set) && !Matching().IsMatch(head)),
                _ => false,
            })
                return true;
        }

        return Function().Matches(text).Any(function => Within(text, function.Index + function.Length, '{', '}') is var body
            && body.Contains(function.Groups["name"].Value + "(", StringComparison.Ordinal) && !Choosing().IsMatch(body));
    }

    static string Behind(string text, Match loop, string head) => text[Math.Min(text.Length, loop.Index + loop.Length + head.Length)..];

    /// <summary>From behind an opening bracket to the one that closes it.</summary>
    static string Within(string text, int from, char open, char close)
    {
        var depth = 1;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == open) depth++;
            else if (text[at] == close && --depth == 0) return text[from..at];
        }

        return text[from..];
    }

    /// <summary>sed(1): a jump back to a label without a condition, or with one that always holds, and nothing between that takes up the next line.</summary>
    public static bool OfSed(string script)
    {
        foreach (Match label in Label().Matches(script))
        {
            var from = label.Index + label.Length;
            foreach (Match jump in Jump().Matches(script, from))
            {
                if (jump.Groups["label"].Value != label.Groups["label"].Value || jump.Index < from) continue;
                var between = script[from..jump.Index];
                if (jump.Groups["kind"].Value == "b" ? !TakingUp().IsMatch(between) : Always().IsMatch(between)) return true;
            }
        }

        return false;
    }

    /// <summary>jq manual, "while, repeat, until", "range", "recurse", "Recursion".</summary>
    public static bool OfJq(string program)
    {
        if (program.Contains("limit(", StringComparison.Ordinal) || program.Contains("first(", StringComparison.Ordinal)) return false;
        var text = Strings().Replace(program, "\"\"");
        return JqEndless().IsMatch(text) || JqMany().Matches(text).Any(many => CountedLoops.IsMany(many.Groups["number"].Value))
            || JqFunction().Matches(text).Any(function => Regex.IsMatch(function.Groups["body"].Value, $@"(?<![\w.$]){Regex.Escape(function.Groups["name"].Value)}\b")
                && !Choosing().IsMatch(function.Groups["body"].Value));
    }

    /// <summary>bc(1).</summary>
    public static bool OfBc(string program) => BcEndless().IsMatch(program);

    [GeneratedRegex(@"""(\\.|[^""\\])*""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Strings();

    [GeneratedRegex(@"getline\s*\w*\s*<\s*""/dev/(zero|full|u?random)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex(@"\b(break|exit|return|next|nextfile)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(while|for)\s*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Loop();

    // getline says -1 where the file is not there.
    [GeneratedRegex(@">=\s*0|!=\s*0", RegexOptions.CultureInvariant)]
    private static partial Regex Ungot();

    // while (match($0, /x/)), while (sub(...)), while (i in a), while (x ~ y): what is asked changes with the text.
    [GeneratedRegex(@"\b(match|g?sub|index|in|split|substr|length|getline)\b|~|\$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Matching();

    [GeneratedRegex(@"\bfunc(tion)?\s+(?<name>\w+)\s*\([^)]*\)\s*\{", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    [GeneratedRegex(@"\b(if|while|for|select|empty|first|limit)\b|\?|//|\.\[", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Choosing();

    [GeneratedRegex(@"(^|[;\n{])\s*:\s*(?<label>[\w.-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<=^|[;\n{}])\s*(?<kind>[bt])\s*(?<label>[\w.-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Jump();

    [GeneratedRegex(@"(^|[;\n{}!/$\d\s])[nNqQdDbtT]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TakingUp();

    [GeneratedRegex(@"(^|[;\n{])\s*s(?<delimiter>[^\w\s])(\^|\$|\^?\.\*\$?|\w\*)?\k<delimiter>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Always();

    [GeneratedRegex(
        @"\brepeat\s*\(|\b(until\s*\(\s*false|while\s*\(\s*true)\b|\brecurse\s*\(\s*\.\s*\)|"
        + @"\brange\s*\([^)]*\binfinite\b|\brange\s*\([^)]*;[^)]*;\s*0\s*\)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex JqEndless();

    [GeneratedRegex(@"(\brange\s*\(([^)]*;)?\s*|""""\s*\*\s*)(?<number>\d+(\.\d+)?([eE]\+?\d+)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex JqMany();

    [GeneratedRegex(@"\bdef\s+(?<name>\w+)[^:]*:(?<body>[^;]*);", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex JqFunction();

    [GeneratedRegex(@"\bwhile\s*\(\s*[1-9]\d*\s*\)|\bfor\s*\([^;]*;\s*(1\s*)?;|\^\s*\d+\s*\^|\^\s*\d{6,}|\bscale\s*=\s*\d{6,}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BcEndless();
}
