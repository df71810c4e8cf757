using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>Devices and pipes by their names (learn.microsoft.com, "Naming Files, Paths, and Namespaces"): whoever opens one takes what it says, or waits for it.</summary>
internal static partial class Devices
{
    /// <returns>Null where a command names none.</returns>
    public static Verdict? Judge(IReadOnlyList<PowerShellToken> tokens)
    {
        foreach (var token in tokens.Skip(1).Where(token => token.Kind == PowerShellKind.Word))
        {
            if (Namespace().IsMatch(token.Text)) return Verdict.Unknown("opening a device or a pipe may act");
            if (token.Text is "/dev/zero" or "/dev/full" or "/dev/random" or "/dev/urandom" && Showing().IsMatch(tokens[0].Text))
                return Verdict.Read($"{token.Text} has no end", EffectTags.Hang);
            if (Waiting().IsMatch(token.Text) && Showing().IsMatch(tokens[0].Text)) return Verdict.Read("it waits for what the device says", EffectTags.Hang);
        }

        return null;
    }

    // \\.\PhysicalDrive0, \\?\pipe\x; \\?\C:\x is a file.
    [GeneratedRegex(@"(^|:|=)[\\/]{2}[.?][\\/](?!UNC[\\/]|[A-Za-z]:|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(CON|CONIN\$|AUX|COM\d|LPT\d):?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Waiting();

    [GeneratedRegex("^(Get-Content|gc|cat|type|Import-Csv|Select-String|sls|Format-Hex|more)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Showing();
}
