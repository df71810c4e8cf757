using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;
using Firstlook.Effects.Tools;

namespace Firstlook.Effects.Blocks;

/// <summary>
/// <c>show logging | include UPDOWN|ADJCHANGE</c>: to a network device all that stands behind the filter is one pattern, whose alternatives are joined by the sign that parts
/// commands elsewhere (Cisco IOS, "Filtering Output from show Commands"; Junos OS, "Filtering Command Output").
/// </summary>
internal static partial class DeviceLine
{
    /// <summary>Words of what devices show. No alternative may be a program, since the other side may be a shell all the same.</summary>
    static readonly FrozenSet<string> Shown = FrozenSet.ToFrozenSet(
        ("state peer peers error errors down drops dropped crc pkts packets rate active standby established idle neighbor neighbors uptime description duplex "
            + "speed flap flaps line carrier bytes discards overruns ignored collisions bgp ospf eigrp isis lldp cdp temperature memory opensent openconfirm").Split(' '),
            StringComparer.OrdinalIgnoreCase);

    /// <returns>The line with its pattern in quotes; null where it is no such line, or an alternative might be a program.</returns>
    public static string? Quoted(string text, Toolset tools)
    {
        if (Filtered().Match(text) is not { Success: true } line) return null;
        var pattern = line.Groups["pattern"].Value;
        // The first alternative is an operand of the filter's, wherever it is typed.
        return pattern.Split('|').Skip(1).All(alternative => IsPattern(alternative, tools))
            ? $"{line.Groups["show"].Value}| {line.Groups["filter"].Value} '{pattern}'" : null;
    }

    /// <returns>The same for a line that a shell would refuse, so that nothing would run there.</returns>
    public static string? Unreadable(string source, Toolset tools) =>
        Quoted(source.Trim(), tools) is { } quoted && ShellParser.Parse(source).List.Items is [{ Command.Pipelines: [{ Commands: [Shell.Unreadable] }] }] ? quoted : null;

    /// <summary>A session of such a device, where each line shows something, or goes in or out.</summary>
    /// <returns>The places of the lines whose filter holds several words; empty where the text may be a shell's.</returns>
    public static IReadOnlyList<(int Start, int End)> InSession(string text, Toolset tools)
    {
        if (text.IndexOf('|') < 0 || text.AsSpan().IndexOfAny(OfShells) >= 0) return [];
        var lines = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var next ? next : text.Length;
            var line = text[at..end].Trim();
            if (line.Length > 0 && !Typed().IsMatch(line)) return [];
            if (line.AsSpan().Count('|') > 1 && Quoted(line, tools) is not null) lines.Add((at, end));
            at = end + 1;
        }

        return lines;
    }

    static readonly System.Buffers.SearchValues<char> OfShells = System.Buffers.SearchValues.Create("$`;&<>\\'\"");

    /// <summary>What is typed at a device that shows: its own words, and what leads there.</summary>
    [GeneratedRegex(@"^((show|display)\s.*|(ssh|telnet)\s[\w@.:-]+|enable|exit|end|quit|logout|disable|terminal (length|width) \d+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    /// <summary>What begins a filter's keyword: NX-OS and EOS chain filters, whatever the case of their letters (Cisco Nexus 9000, "Filtering show Command Output").</summary>
    static readonly string[] Keywords = ["tee", "redirect", "append", "save", "email", "vsh", "xml", "json", "human", "source", "python", "bash"];

    /// <summary>What cmd.exe does itself (learn.microsoft.com, "Windows commands").</summary>
    static readonly FrozenSet<string> OfWindows = FrozenSet.ToFrozenSet(
        ("assoc call cd chdir cls color copy date del dir dpath echo endlocal erase exit for ftype goto if keys md mkdir mklink move path pause popd prompt pushd rd rem ren "
            + "rename rmdir set setlocal shift start time title type ver verify format diskpart reg sc net powershell pwsh wsl").Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// What no program is called: a sign before it, capitals throughout, or one of the words above. Windows, and macOS as a rule, find a program whatever the case of
    /// its letters; to cmd.exe a second '%' ends a variable.
    /// </summary>
    static bool IsPattern(string alternative, Toolset tools)
    {
        var word = alternative.Split(' ')[0];
        if (Port().IsMatch(word)) return true;
        if (!OneWord().IsMatch(word)) return false;
        var plain = word.TrimStart('#', '%', '^').TrimEnd(':').ToLowerInvariant();
        if (tools.Find(word) is not null || tools.Find(plain) is not null || OfWindows.Contains(plain)
            || plain.Length > 1 && Keywords.Any(keyword => keyword.StartsWith(plain, StringComparison.Ordinal)))
            return false;
        return word[0] is '#' or '%' or '^' || Shown.Contains(word)
            || word.Length > 2 && word.Any(char.IsAsciiLetterUpper) && !word.Any(char.IsAsciiLetterLower);
    }

    /// <summary>A port by its type, slot and number: no program is called so, nor is a folder (Cisco IOS, "Interface Configuration"; Junos OS, "Interface Naming").</summary>
    [GeneratedRegex(
        @"^((Te|Tw|Twe|Gi|Fa|Fo|Hu|Fi|Eth|Et|Se|TenGigabitEthernet|GigabitEthernet|FastEthernet|FortyGigE|HundredGigE|Ethernet)\d{1,3}(/\d{1,3}){1,3}|"
        + @"(ge|xe|et|fe)-\d{1,2}(/\d{1,3}){2})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Port();

    // A dot or a stroke may be part of a program's path, or of its ending.
    [GeneratedRegex(@"^[%#^]?\w[\w-]*:?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OneWord();

    [GeneratedRegex(
        @"^(?<show>(show|display)\s[\w\s./:,-]*)\|\s*(?<filter>include|exclude|begin|section|match|"
        + @"except)\s+(?<pattern>[\w%#^][\w.%:/#-]*( [\w.%:/#-]+)*(\|[\w%#^][\w.%:/#-]*( [\w.%:/#-]+)*)*)\s*\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Filtered();
}
