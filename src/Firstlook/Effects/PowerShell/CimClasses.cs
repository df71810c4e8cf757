using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Classes that Get-CimInstance and Get-WmiObject are asked for. Win32_Product, and every class above or beside it, has the installer check and repair each
/// package (learn.microsoft.com, "Win32_Product", "Event log message indicates that the Windows Installer reconfigured all installed applications").
/// </summary>
internal static partial class CimClasses
{
    /// <summary>Classes of the common model that have no packages among their kin.</summary>
    static readonly FrozenSet<string> Harmless = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "CIM_BIOSElement", "CIM_Battery", "CIM_Card", "CIM_Chip", "CIM_ComputerSystem", "CIM_DataFile", "CIM_Directory", "CIM_DiskDrive", "CIM_DiskPartition", "CIM_Fan",
            "CIM_LogicalDisk", "CIM_Memory", "CIM_NetworkAdapter", "CIM_OperatingSystem", "CIM_PhysicalMemory", "CIM_Printer", "CIM_Process", "CIM_Processor",
            "CIM_Service", "CIM_StorageVolume", "CIM_TemperatureSensor", "CIM_VideoController", "CIM_VoltageSensor");

    /// <summary>Beginnings of parameters whose value is no class.</summary>
    static readonly string[] Others = ["-Co", "-Ci", "-F", "-Na", "-P", "-Cr", "-Op", "-Th", "-Im", "-Au", "-Lo", "-E", "-V", "-O"];

    /// <param name="managed">Whether the class stands in an address or in the filter (Get-WSManInstance, "-ResourceURI", "-Filter").</param>
    public static Verdict? Problem(IReadOnlyList<PowerShellToken> tokens, bool managed = false)
    {
        Verdict? shown = null;
        for (var at = 1; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var option = tokens[at - 1] is { Kind: PowerShellKind.Word, Quoted: false } before && before.Text.StartsWith('-') ? before.Text : "";
            if (!managed && Array.Exists(Others, other => option.StartsWith(other, StringComparison.OrdinalIgnoreCase)) && !option.Contains(':')) continue;
            if (token.Kind == PowerShellKind.Parenthesis) return Verdict.Unknown("the class is put together");
            if (token.Kind != PowerShellKind.Word) continue;
            if (ClassWithHole().IsMatch(token.Text)) return Verdict.Unknown("the class that is asked for is not known");
            foreach (Match named in Common().Matches(token.Text))
            {
                if (!Harmless.Contains(named.Value)) return Verdict.Unknown($"'{named.Value}' may have the installer check every package");
            }

            // learn.microsoft.com, "Win32_Environment": the variables of all users.
            if (token.Text.Contains("Win32_Environment", StringComparison.OrdinalIgnoreCase)) shown = Verdict.Read("it shows the environment", EffectTags.Secret);
            if (Files().IsMatch(token.Text) && !tokens.Any(one => OneFile().IsMatch(one.Text)))
                shown = Verdict.Read("it walks over every file of every disk", EffectTags.Cost).And(shown?.Tags ?? EffectTags.None);
            if (Packages().IsMatch(token.Text)) return Verdict.Disruptive("it has the installer check and repair every package");
        }

        return shown;
    }

    // learn.microsoft.com, "CIM_DataFile", "Win32_Directory": an instance for each file or folder.
    [GeneratedRegex(@"(?<!\w)(CIM_(DataFile|LogicalFile|Directory\w*)|Win32_(Sub)?Directory|Win32_ShortcutFile)(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Files();

    [GeneratedRegex(@"\b(Name|Path)\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OneFile();

    [GeneratedRegex(@"(?<!\w)CIM_\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Common();

    [GeneratedRegex(@"Win32_?(Reg)?(Product|Software(Feature|Element))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Packages();

    [GeneratedRegex("(^|\\sfrom\\s+)\\w*\uFFFC", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ClassWithHole();
}
