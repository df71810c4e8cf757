using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Tools;

namespace Firstlook.Effects.PowerShell;

/// <summary>Cmdlets that show or convert by their verb, and write a file or take something up all the same.</summary>
internal static partial class Writing
{
    /// <summary>They write what they get (Az.Storage, Az.RecoveryServices, Microsoft Virtual Machine Converter, Failover Clusters).</summary>
    static readonly FrozenSet<string> Fetching =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ConvertTo-MvmcAzureVirtualHardDisk", "ConvertTo-MvmcVirtualHardDisk", "ConvertTo-MvmcVirtualHardDiskOvf",
            "ConvertFrom-CIPolicy", "ConvertTo-ProcessMitigationPolicy", "ConvertTo-SPOMigrationEncryptedPackage");

    static readonly FrozenSet<string> Reporting = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Get-GPOReport", "Get-GPResultantSetOfPolicy");

    /// <summary>Options of commands that show by their verb, and write all the same.</summary>
    static readonly string[] Written =
        ["-Destination", "-DestinationPath", "-DestinationFile", "-DestinationFolder", "-OutputPath", "-OutputFilePath", "-OutPath", "-OutFolder", "-ExportPath",
            "-ExportFile", "-OutputDirectory", "-OutputFolder", "-LocalPath", "-LocalFile", "-OutputFile", "-OutFile", "-OutFilePath", "-GenerateXml", "-ResultFile",
            "-AnswerFile", "-BinaryFilePath", "-SaveTo", "-SavePath", "-Launch"];

    /// <summary>Beginnings of these that are, or are shared with, a parameter that every cmdlet has (about_CommonParameters); "-Location" narrows what is shown.</summary>
    static readonly FrozenSet<string> Shared = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "-", "-D", "-De", "-O", "-Ou", "-E", "-L", "-R", "-S", "-A");

    /// <returns>Null for one that is no such command.</returns>
    public static Verdict? Judge(string name, IReadOnlyList<Argument> words) =>
        Fetching.Contains(name) || Files().IsMatch(name) || Collecting().IsMatch(name)
            || name.StartsWith("Get-CalendarDiagnosticLog", StringComparison.OrdinalIgnoreCase)
                && words.Any(word => word.Text.StartsWith("-Lo", StringComparison.OrdinalIgnoreCase))
            || Reporting.Contains(name) && words.Any(word => word.Text.StartsWith("-Pa", StringComparison.OrdinalIgnoreCase))
            ? Verdict.Destructive($"{name} writes a file")
        // Az.Automation: it makes a folder DscMetaConfigs, with the key of registration in its files.
        : name.Equals("Get-AzAutomationDscOnboardingMetaconfig", StringComparison.OrdinalIgnoreCase) ? Verdict.Reversible($"{name} makes a folder with files", EffectTags.Secret)
        : Taking().IsMatch(name) ? Verdict.Disruptive($"{name} takes the task, which nobody else then gets") : null;

    /// <returns>The option of a command that shows by its verb which has it write; null where there is none.</returns>
    public static string? Option(string name, IReadOnlyList<Argument> words) => words.Skip(1).Select(word => word.Text).FirstOrDefault(word => Writes(word) || IsPath(name, word));

    // about_Parameters: any beginning will do that no other parameter shares.
    static bool Writes(string word)
    {
        var option = word.Split(':')[0];
        return word is ['-', ..] && !Shared.Contains(option) && Array.Exists(Written, written => written.StartsWith(option, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What converts takes its things from the pipeline; a path is where one reads or writes a file.</summary>
    static bool IsPath(string name, string word) =>
        name.StartsWith("Convert", StringComparison.OrdinalIgnoreCase) && word is ['-', ..]
            && ActingWords.Split(word.Split(':')[0]).Exists(part => part is "file" or "files" or "folder" or "directory");

    // Az, AzureRM, Azure and their site recovery: a noun that ends with a file, or with the content of one in a store, writes it here.
    [GeneratedRegex(
        "^Get-(\\w*(Settings|Publish|Profile|Desktop|Protocol|Configuration|Config|Certificate|Credentials?)File|\\w*(MountScript|ClientPackage)|"
        + "Az(ure)?(Rm)?\\w*(?<!LakeStoreItem)Content)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Files();

    [GeneratedRegex("^Get-(NetView|\\w*(TechSupport|DiagnosticInfo|DiagnosticPackage|SupportBundle|SupportPackage|SupportData))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Collecting();

    // AWS Tools for PowerShell: Get-SFNActivityTask is GetActivityTask, Get-SWFDecisionTask PollForDecisionTask,
    // Get-CPActionableJobList PollForJobs.
    [GeneratedRegex("^Get-\\w*((Activity|Decision)Task|Actionable\\w*JobList)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Taking();
}
