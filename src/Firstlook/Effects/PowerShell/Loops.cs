using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>Loops that nothing ends: their condition holds no variable and asks no command (about_While, about_Do, about_For).</summary>
internal static partial class Loops
{
    public static bool AreEndless(IReadOnlyList<PowerShellToken> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: PowerShellKind.Word, Quoted: false } word || tokens[at + 1].Kind != PowerShellKind.Parenthesis) continue;
            var condition = tokens[at + 1].Text;
            if (word.Text.ToLowerInvariant() is "while" or "until" && IsConstant(condition)) return true;
            if (word.Text.Equals("for", StringComparison.OrdinalIgnoreCase) && condition.Split(';') is [_, var middle, ..] && IsConstant(middle)) return true;
        }

        return false;
    }

    static bool IsConstant(string condition) => Constant().IsMatch(condition);

    // Numbers, texts without variables, $true, $false, $null, brackets and operators between them.
    [GeneratedRegex(@"^([\s()!\d.+*/,-]|\$(true|false|null)(?!\w)|'[^']*'|""[^""$]*""|-[ci]?(eq|ne|lt|gt|le|ge|not|and|or|xor|like|match)(?!\w)|\[bool\])*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Constant();
}
