using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Loops that nothing ends from within: their condition asks no variable that the loop sets, or counts away from its end (about_While, about_Do, about_For). One that waits
/// for a command to answer otherwise waits for as long as that takes.
/// </summary>
internal static partial class Loops
{
    public static bool AreEndless(IReadOnlyList<PowerShellToken> tokens)
    {
        var bodies = string.Join('\n', tokens.Where(token => token.Kind == PowerShellKind.Block).Select(token => token.Text));
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: PowerShellKind.Word, Quoted: false } word || word.Text.ToLowerInvariant() is not ("while" or "until" or "for")) continue;
            if (at + 1 >= tokens.Count || tokens[at + 1].Kind != PowerShellKind.Parenthesis) continue;
            var condition = tokens[at + 1].Text;
            if (word.Text.Equals("for", StringComparison.OrdinalIgnoreCase) ? Counts(condition, bodies)
                : IsConstant(condition) || Waits(condition, bodies) || Goes("", condition, bodies, until: char.ToLowerInvariant(word.Text[0]) == 'u'))
                return true;
        }

        return false;
    }

    static bool Counts(string header, string bodies)
    {
        var parts = header.Split([';', '\n']);
        var (condition, step) = (parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        return IsConstant(condition) || NeverChanges(condition, step + "\n" + bodies) || Goes(parts[0], condition, step + "\n" + bodies);
    }

    /// <summary>Whether a loop counts away from its end, or past it: <c>for ($i = 1; $i -ne 0; $i++)</c>.</summary>
    static bool Goes(string begin, string condition, string changes, bool until = false)
    {
        if (Leaving().IsMatch(changes)) return false;
        var asked = Comparing().Replace(condition, than => (than.Groups["than"].Value.ToLowerInvariant(), until) switch
        {
            ("lt", false) or ("ge", true) => "<",
            ("le", false) or ("gt", true) => "<=",
            ("gt", false) or ("le", true) => ">",
            ("ge", false) or ("lt", true) => ">=",
            ("eq", false) or ("ne", true) => "==",
            _ => "!=",
        });
        return !(until && asked == condition) && CountedLoops.Turns(begin, asked, changes) > CountedLoops.Steps;
    }

    static bool IsConstant(string condition) => Constant().IsMatch(condition);

    static bool NeverChanges(string condition, string bodies)
    {
        if (Leaving().IsMatch(bodies) || Calling().IsMatch(condition) || Clock().IsMatch(condition)) return false;
        var set = Setting().Matches(bodies).Select(setting => setting.Groups["name"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return !Variable().Matches(condition).Any(asked => set.Contains(asked.Groups["name"].Value));
    }

    // What a variable holds may end the loop; a command is asked until it answers otherwise.
    static bool Waits(string condition, string bodies) => !Variable().IsMatch(Values().Replace(condition, "")) && NeverChanges(condition, bodies);

    // Numbers, texts without variables, $true, $false, $null, brackets and operators between them.
    [GeneratedRegex(@"^([\s()!\d.+*/,-]|\$(true|false|null)(?!\w)|'[^']*'|""[^""$]*""|-[ci]?(eq|ne|lt|gt|le|ge|not|and|or|xor|like|match)(?!\w)|\[bool\])*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    [GeneratedRegex(@"\$(true|false|null)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Values();

    [GeneratedRegex(@"(?<![\w$.-])(break|return|throw|exit)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leaving();

    // while (($line = $reader.ReadLine()) -ne $null), while ($e.MoveNext())
    [GeneratedRegex(@"\$\w+\s*=(?!=)|\.\w+\(|\+\+|--", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Calling();

    // while ((Get-Date) -lt $end)
    [GeneratedRegex(@"(Get-Date|::(Utc)?Now)[^;]{0,400}-[ci]?[lg][te](?!\w)|-[ci]?[lg][te]\s*\(?(Get-Date|\[datetime\]::(Utc)?Now)|\.Elapsed",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\$\{?(\w+:)?(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\{?(\w+:)?(?<name>\w+)\}?[\w.\[\]]*\s*(\+\+|--|[-+*/%]?=(?!=)|\sin\s|\.\w+\()|(\+\+|--)\$(?<name>\w+)|Variable\s+(?<name>\w+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<!\w)-[ci]?(?<than>lt|le|gt|ge|eq|ne)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();
}
