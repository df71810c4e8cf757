using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>Import-Module runs what it loads. A module by its plain name comes from where an administrator installs them; a path, also one that the pipeline brings, may
/// be anything.</summary>
internal static partial class Modules
{
    /// <summary>Parameters that take a value, and leave open what is loaded.</summary>
    static readonly string[] Valued =
        ["-Scope", "-Prefix", "-MinimumVersion", "-Version", "-RequiredVersion", "-MaximumVersion", "-ErrorAction", "-EA", "-WarningAction", "-WA", "-Function",
            "-Cmdlet", "-Alias", "-Variable"];

    static readonly string[] Switches =
        ["-Force", "-Global", "-PassThru", "-NoClobber", "-DisableNameChecking", "-SkipEditionCheck", "-UseWindowsPowerShell", "-UseWinPS", "-Verbose"];

    /// <summary>Whether a module is named, by a plain name, and nothing else that would be loaded.</summary>
    public static bool AreInstalled(IReadOnlyList<PowerShellToken> tokens)
    {
        var named = false;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != PowerShellKind.Word) return false;
            var text = tokens[at].Text;
            var option = !tokens[at].Quoted && text is ['-', ..];
            if (option && Switches.Contains(text, StringComparer.OrdinalIgnoreCase)) continue;
            if (option && Valued.Contains(text, StringComparer.OrdinalIgnoreCase)) at++;
            else if (option && text.Equals("-Name", StringComparison.OrdinalIgnoreCase)) continue;
            else if (!option && (!named || tokens[at - 1].Text.EndsWith(',') || text.StartsWith(',')) && Plain().IsMatch(text.Trim(','))) named = true;
            else return false;
        }

        return named;
    }

    // "x.psm1" is a file.
    [GeneratedRegex(@"^(?!.*\.(ps1|psm1|psd1|dll|cdxml|xaml|exe)(,|\s|$))\w[\w.-]*(,\w[\w.-]*)*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
