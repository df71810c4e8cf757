namespace Firstlook.Effects.Queries;

/// <summary>PowerShell is recognised, and understood only as far as plain pipelines of commands that read ("Approved Verbs for PowerShell Commands").</summary>
internal static class PowerShellText
{
    static readonly HashSet<string> Shapers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Select-Object", "Sort-Object", "Format-Table", "Format-List", "Format-Wide", "Measure-Object", "Group-Object", "Out-String", "Select-String", "Compare-Object", "ConvertTo-Json", "ConvertTo-Csv", "Test-Connection", "Test-NetConnection", "Test-Path", "Resolve-DnsName", "Write-Output", "Write-Host", "Out-Host", "Select", "Sort", "ft", "fl", "ConvertFrom-Json",
    };

    static readonly System.Buffers.SearchValues<char> Beyond = System.Buffers.SearchValues.Create("(){}&;<>`=");

    public static Verdict Judge(string statement)
    {
        if (Shell.HiddenCharacters.Any(statement)) return Verdict.Unknown("a character that hides or reorders what stands beside it");
        if (statement.AsSpan().IndexOfAny(Beyond) >= 0 || statement.Contains("$(", StringComparison.Ordinal) || statement.Contains('\n')) return Verdict.Unknown("PowerShell beyond plain pipelines is not read");
        foreach (var element in statement.Split('|'))
        {
            var word = element.Trim().Split(' ')[0];
            if (word.Equals("Get-Credential", StringComparison.OrdinalIgnoreCase) || word.Equals("Get-Secret", StringComparison.OrdinalIgnoreCase)) return Verdict.Read($"{word} shows a secret", EffectTags.Secret);
            if (!Shapers.Contains(word) && !(word.StartsWith("Get-", StringComparison.OrdinalIgnoreCase) && word.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))) return Verdict.Unknown($"'{word}' is not known to read only");
        }
        return Verdict.Read("Get- commands only show", statement.Contains("-Wait", StringComparison.OrdinalIgnoreCase) ? EffectTags.Hang : EffectTags.None);
    }
}
