namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Parameters of every cmdlet that set a variable by its name (about_CommonParameters): one of PowerShell's own changes what later commands do
/// (<c>-OutVariable ConfirmPreference</c>: they ask no more).
/// </summary>
internal static class CommonParameters
{
    static readonly string[] Setting = ["-OutVariable", "-PipelineVariable", "-ErrorVariable", "-WarningVariable", "-InformationVariable"];

    static readonly string[] Short = ["-ov", "-pv", "-ev", "-wv", "-iv"];

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
