namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Parameters of every cmdlet that set a variable by its name (about_CommonParameters): one of PowerShell's own changes what later commands do
/// (<c>-OutVariable ConfirmPreference</c>: they ask no more).
/// </summary>
internal static class CommonParameters
{
    static readonly string[] Setting = ["-OutVariable", "-PipelineVariable", "-ErrorVariable", "-WarningVariable", "-InformationVariable"];

    static readonly string[] Short = ["-ov", "-pv", "-ev", "-wv", "-iv"];

    static readonly string[] Asking = ["-ErrorAction", "-WarningAction", "-InformationAction", "-ProgressAction"];

    static readonly string[] ShortAsking = ["-ea", "-wa", "-infa", "-proga"];

    /// <summary>Whether a command waits for an answer, or in the debugger, at the first error or message (about_Preference_Variables, "$ErrorActionPreference").</summary>
    public static bool Wait(IReadOnlyList<PowerShellToken> tokens)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: PowerShellKind.Word, Quoted: false, Text: ['-', _, ..] text }) continue;
            var parts = text.Split(':', 2);
            if (!ShortAsking.Contains(parts[0], StringComparer.OrdinalIgnoreCase)
                && !(parts[0].Length > 2 && Array.Exists(Asking, name => name.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)))) continue;
            if (Waits(parts is [_, { Length: > 0 } given] ? given : at + 1 < tokens.Count ? tokens[at + 1].Text : "")) return true;
        }

        return false;
    }

    /// <summary>Inquire, Suspend and Break, by any beginning that is the only one, or by their number (System.Management.Automation.ActionPreference).</summary>
    public static bool Waits(string preference) =>
        preference.Trim('\'', '"') is var value && (value is "3" or "5" or "6"
            || value.Length > 1 && Array.Exists(["Inquire", "Suspend", "Break"], name => name.StartsWith(value, StringComparison.OrdinalIgnoreCase)));

    /// <returns>Why a command is no read; null where it sets no such variable.</returns>
    public static string? Problem(IReadOnlyList<PowerShellToken> tokens)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: PowerShellKind.Word, Quoted: false } word || word.Text is not ['-', ..]) continue;
            var colon = word.Text.IndexOf(':');
            var option = colon < 0 ? word.Text : word.Text[..colon];
            var certain = Short.Contains(option, StringComparer.OrdinalIgnoreCase) || option.Length > 5 && Sets(option);
            if (!certain && !(option.Length > 2 && Sets(option))) continue;
            var value = colon >= 0 && colon + 1 < word.Text.Length
                ? word.Text[(colon + 1)..]
                : at + 1 < tokens.Count && tokens[at + 1].Kind == PowerShellKind.Word
                ? tokens[at + 1].Text
                : "";
            if (IsOwn(value.TrimStart('+')) || certain && !value.TrimStart('+').All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                return $"'{option}' sets a variable that may be PowerShell's own";
        }

        return null;
    }

    static bool Sets(string option) => Array.Exists(Setting, name => name.StartsWith(option, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a variable is one of PowerShell's own settings (about_Preference_Variables), or of its environment.</summary>
    static bool IsOwn(string name) =>
        name.StartsWith("PS", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Preference", StringComparison.OrdinalIgnoreCase) || name.Contains(':');
}
