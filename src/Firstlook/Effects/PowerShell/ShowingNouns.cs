using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// What a reading verb stands before. <c>Get</c> has thousands of nouns, and shows but for those that end in a deed; <c>ConvertTo</c>, <c>ConvertFrom</c> and <c>Measure</c>
/// have few that only compute, and others that convert the disks of a machine, make a session on a server, or run a script.
/// </summary>
internal static partial class ShowingNouns
{
    static readonly FrozenSet<string> Computing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Json", "Csv", "Html", "Xml", "CliXml", "SecureString", "StringData", "Yaml", "Toml", "Ini", "Markdown", "Base64", "String", "Hashtable", "SddlString", "Sid",
            "DbaDataTable", "DbaTimeline", "PSObject", "HashTable");

    static readonly FrozenSet<string> Measured = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Object", "Command", "VM", "VMReplication", "VMResourcePool", "DbaBackupThroughput", "DbaDbVirtualLogFile", "DbaDiskSpaceRequirement");

    public static bool Show(string verb, string noun) => verb.ToLowerInvariant() switch
    {
        "convertto" or "convertfrom" => Computing.Contains(noun),
        "measure" => Measured.Contains(noun),
        _ => !Deed().IsMatch(noun) && !GoesOn(Code.Lexicon.WordsOf(noun)),
    };

    /// <summary>Whether something is done besides, or a thing is used up: <c>Find-AndKillProcess</c>, <c>Get-OrCreateUser</c>, <c>Get-NextJob</c>.</summary>
    static bool GoesOn(List<string> words)
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at] is "and" or "or" or "then" && Code.Lexicon.IsDeed(words[at + 1])) return true;
        }

        return words is ["next", .., "job" or "task" or "message" or "item" or "ticket" or "number" or "value" or "sequence" or "batch"];
    }

    // PSWindowsUpdate: Get-WUUninstall uninstalls, Get-WUInstall installs. AWS Tools: Get-COGUserAttributeVerificationCode sends one, Get-CGIPId makes an identity.
    [GeneratedRegex("(Uninstall|Install|Reboot|Restart|Shutdown|Removal|Delete|Deletion|Purge|Wipe|Erase|Erasure|Revoke|Cleanup|CleanUp|Terminate|VerificationCode)$|^CGIPId$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Deed();
}
