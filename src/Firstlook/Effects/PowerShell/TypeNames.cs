using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Casts and <c>-as</c>: PowerShell calls the type's constructor with the value, or sets the properties that a table names (about_Type_Conversion). So
/// <c>[IO.StreamWriter]'C:\x'</c> empties a file; only types of plain values are let through.
/// </summary>
internal static partial class TypeNames
{
    /// <summary>Types of plain values, without "System." (about_Type_Accelerators). What belongs to a file, a network or a directory is none.</summary>
    static readonly FrozenSet<string> Plain = WordSet.OfAnyCase(
        "int int16 int32 int64 uint uint16 uint32 uint64 short ushort long ulong byte sbyte double decimal float single bigint Numerics.BigInteger string char "
            + "bool boolean DateTime DateTimeOffset DateOnly TimeOnly TimeSpan version semver guid uri ipaddress Net.IPAddress regex Text.RegularExpressions.Regex xml "
            + "Xml.XmlDocument array object psobject pscustomobject "
        +
            "Management.Automation.PSObject Management.Automation.PSCustomObject hashtable Collections.Hashtable ordered Collections.Specialized.OrderedDictionary "
            + "Collections.ArrayList Collections.Generic.List Collections.Generic.HashSet Collections.Generic.Dictionary Collections.Generic.Queue "
            + "Collections.Generic.Stack Nullable void switch mailaddress Net.Mail.MailAddress cultureinfo "
        +
            "Globalization.CultureInfo Security.Principal.SecurityIdentifier Security.Principal.NTAccount Text.StringBuilder DayOfWeek math environment convert "
            + "Net.NetworkInformation.PhysicalAddress");

    /// <summary>Static methods that learn something and change nothing (learn.microsoft.com, System.Net.Dns, System.IO.File, System.Diagnostics.Process).</summary>
    static readonly FrozenSet<string> Reading =
        WordSet.OfAnyCase(
            "IO.DriveInfo::GetDrives Net.Dns::GetHostAddresses Net.Dns::GetHostEntry Net.Dns::GetHostName IO.File::ReadAllText IO.File::ReadAllLines IO.File::Exists "
            + "IO.Directory::Exists IO.Directory::GetFiles IO.Directory::GetDirectories Diagnostics.Process::GetProcesses Diagnostics.Process::GetProcessesByName "
            + "Diagnostics.Process::GetCurrentProcess Environment::GetEnvironmentVariable Environment::GetFolderPath");

    /// <returns>What holds an expression back; null where its casts are to plain values.</returns>
    public static Verdict? Problem(IReadOnlyList<PowerShellToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (at > 0 && Asks(tokens[at - 1]) && IsCompared(tokens, at)) continue;
            if (tokens[at].Types.FirstOrDefault(type => !IsPlain(type)) is { } type) return Verdict.Unknown($"a conversion to '{new Argument(type).Shown}' calls its constructor");
            if (tokens[at] is { Kind: PowerShellKind.Word, Quoted: false } word && word.Text.EndsWith("-as", StringComparison.OrdinalIgnoreCase)
                && !(at + 1 < tokens.Count && IsNamed(tokens[at + 1])))
                return Verdict.Unknown("'-as' converts to a type that is not known");
        }

        return null;
    }

    /// <summary>Whether <c>[IO.File]::ReadAllText('x')</c> and its kin only read: by their whole name, with one text that leads to no other machine.</summary>
    public static bool Reads(string word, PowerShellToken arguments) =>
        Member().Match(word) is { Success: true } member && Reading.Contains(member.Groups["name"].Value.Replace("]", "", StringComparison.Ordinal))
            && Literal().IsMatch(arguments.Text) && !Shares.AreForeign(arguments.Text.Trim('\'', '"'));

    // [a] -is [b] compares.
    static bool Asks(PowerShellToken token) =>
        token is { Kind: PowerShellKind.Word, Quoted: false }
            && (token.Text.EndsWith("-is", StringComparison.OrdinalIgnoreCase) || token.Text.EndsWith("-isnot", StringComparison.OrdinalIgnoreCase));

    // [a] -is [b] 'c' converts 'c' first.
    static bool IsCompared(IReadOnlyList<PowerShellToken> tokens, int at) =>
        tokens[at].Types is [var type] && tokens[at].Text == $"[{type}]"
            && (at + 1 == tokens.Count || tokens[at + 1] is { Kind: PowerShellKind.Word, Quoted: false, Glued: false } next && next.Text.StartsWith('-'));

    static bool IsNamed(PowerShellToken token) => token.Kind == PowerShellKind.Word && (token.Quoted ? IsPlain(token.Text) : token.Types.Count > 0 && token.Types.All(IsPlain));

    static bool IsPlain(string type)
    {
        var name = type.Trim();
        while (name.EndsWith("[]", StringComparison.Ordinal)) name = name[..^2];
        if (name.IndexOf('[') is > 0 and var open && name.EndsWith(']')) return IsPlain(name[..open]) && name[(open + 1)..^1].Split(',').All(IsPlain);
        return Plain.Contains(name.StartsWith("System.", StringComparison.OrdinalIgnoreCase) ? name["System.".Length..] : name);
    }

    [GeneratedRegex(@"^\[(System\.)?(?<name>[\w.]+\]::\w+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex("""^(\s*|'[^']*'|"[^"$`]*")$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
