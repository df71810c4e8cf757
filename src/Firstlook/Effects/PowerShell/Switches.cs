using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>Switches that make a command which shows by its verb act (PSWindowsUpdate, PackageManagement, PowerCLI, PnP.PowerShell), or show a secret.</summary>
internal static partial class Switches
{
    static readonly string[] Acting =
        ["-Hide", "-Download", "-AcceptAll", "-SendReport", "-SendHistory", "-ForceBootstrap", "-ForceInstall", "-BackupConfiguration", "-AsFile", "-ScheduleJob",
            "-ScheduleReboot", "-WakeUp", "-AutoReboot", "-CancelReboot"];

    static readonly string[] Revealing = ["-AsPlainText", "-WithDecryption", "-IncludeSecret", "-ShowSecret", "-IncludeValue"];

    /// <summary>Parameters of PSWindowsUpdate that narrow what is shown. Any beginning of one that installs will do where no other shares it, so all others are held.</summary>
    static readonly FrozenSet<string> Narrowing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "-KBArticleID", "-Title", "-Category", "-Severity", "-NotKBArticleID", "-NotTitle", "-NotCategory", "-RootCategories", "-MicrosoftUpdate", "-WindowsUpdate",
            "-ServiceID", "-ComputerName", "-UpdateType", "-UpdateID", "-Criteria", "-IsInstalled", "-IsHidden", "-WithHidden", "-ShowHidden", "-RebootRequired",
            "-Silent", "-Last", "-MaxDate", "-MaxResults", "-MaxSize", "-MinSize", "-Verbose", "-ErrorAction");

    [GeneratedRegex("^Get-(WU|WindowsUpdate)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfUpdates();

    [GeneratedRegex("^(Get-Counter|Test-Connection)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Following();

    // -Continuous, and -Repeat of Test-Connection, as short as they may be written
    [GeneratedRegex("^-(co|con|cont|conti|contin|continu|continuo|continuou|continuous|rep|repe|repea|repeat)(:(?!\\$false).*)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Continuing();

    static readonly string[] Waiting = ["-Paging", "-PassThru", "-Wait", "-OutputMode"];

    /// <summary>What opens a window or a browser (learn.microsoft.com, "Get-Help").</summary>
    static readonly string[] Opening = ["-Online", "-ShowWindow"];

    // Format-Table's -AutoSize shows.
    static bool IsFormat(string name) => name.ToLowerInvariant() is "ft" or "fl" or "fw" or "fc" or "format-table" or "format-list" or "format-wide" or "format-custom";

    /// <summary>Parameters of their own that some of these begin with.</summary>
    static readonly string[] Shorter = ["-Force", "-Include", "-Show", "-With"];

    /// <returns>Null where no such switch is set.</returns>
    public static Verdict? Judge(IReadOnlyList<PowerShellToken> tokens)
    {
        if (tokens[0].Text.Equals("Get-WindowsAutoPilotInfo", StringComparison.OrdinalIgnoreCase) && tokens.Count > 1)
            return Verdict.Unknown("it writes a file, or enrols the machine");
        if (OfUpdates().IsMatch(tokens[0].Text)
            && tokens.Skip(1)
                .FirstOrDefault(token =>
                    token is { Kind: PowerShellKind.Word, Quoted: false, Text: ['-', ..] } && !Narrowing.Contains(token.Text.Split(':')[0])) is { } other)
            return Verdict.Unknown($"'{new Argument(other.Text).Shown}' of {tokens[0].Text} is not known to show only");
        if (tokens[0].Text.Equals("Get-WlanProfile", StringComparison.OrdinalIgnoreCase) && Set(tokens, ["-Key"]) is not null)
            return Verdict.Read("'-Key' shows the network's key", EffectTags.Secret);
        if (Following().IsMatch(tokens[0].Text)
            && tokens.Skip(1).Any(token => token is { Kind: PowerShellKind.Word, Quoted: false } && Continuing().IsMatch(token.Text)))
            return Verdict.Read("it repeats until it is stopped", EffectTags.Hang);
        // learn.microsoft.com, "Out-GridView", "Out-Host": a window that is waited for, and a key at each page.
        if (tokens[0].Text.ToLowerInvariant() is "out-gridview" or "ogv" or "out-host" or "oh"
            && Set(tokens, Waiting, shortest: 2) is not null)
            return Verdict.Read("it waits until somebody answers", EffectTags.Interactive | EffectTags.Hang);
        if (tokens[0].Text.ToLowerInvariant() is "get-help" or "help" or "man" && Set(tokens, Opening, shortest: 3) is { } opening)
            return Verdict.Unknown($"'{opening}' opens a window or a browser");
        if (!IsFormat(tokens[0].Text) && Set(tokens, Acting) is { } acting) return Verdict.Unknown($"'{acting}' does more than show");
        return Set(tokens, Revealing) is { } revealing ? Verdict.Read($"'{revealing}' shows a secret", EffectTags.Secret) : null;
    }

    // A name may be cut short where it is still the only one (about_Parameters): of less than three letters there are many.
    static string? Set(IReadOnlyList<PowerShellToken> tokens, string[] switches, int shortest = 4) =>
        Array.Find(switches, name => tokens.Skip(1).Any(token => token is { Kind: PowerShellKind.Word, Quoted: false }
            && token.Text.Split(':') is [var written, .. var value] && written.Length >= shortest && name.StartsWith(written, StringComparison.OrdinalIgnoreCase)
                && !Array.Exists(Shorter, other => other.StartsWith(written, StringComparison.OrdinalIgnoreCase))
            && value is not ["$false"]));
}
