using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// Lines that read as something typed although nobody here knows their program: a team's own tool, a storage array's or a
/// router's command line. Better asked about than taken for prose, for what is taken for prose does nothing and is overlooked.
/// </summary>
internal static partial class UnknownPrograms
{
    const int LongestLine = 2000;

    /// <summary>True for a lower-case name with arguments, or for words with an option among them, that make no sentence, no setting and no row of output.</summary>
    public static bool Begins(string line)
    {
        if (line.Length > LongestLine) return false;
        var text = Quoted().Replace(TrailingComment().Replace(line.Trim(), ""), "Q").Trim();
        if (text.StartsWith("sudo ", StringComparison.Ordinal)) text = text[5..].TrimStart();
        if (!(Typed().IsMatch(text) || (Option().IsMatch(text) && Word().IsMatch(text)) || Capitals().IsMatch(text))) return false;
        return !Sentence().IsMatch(text) && Joining().Count(text) < 2 && !Columns().IsMatch(text) && !Values().IsMatch(text);
    }

    /// <summary>As <see cref="Begins"/>, for a few words in a sentence: one of them must be no word at all (an option, a placeholder, a path), or the name be that of a
    /// tool.</summary>
    public static bool StandsInline(string code) =>
        code.Length < 400 && Begins(code) && Joining().Count(code) == 0 && (Mark().IsMatch(code) || ToolName().IsMatch(code));

    /// <summary>What routers, switches and firewalls are asked and told.</summary>
    public static bool IsDeviceCommand(string text) => text.Length < 400 && Device().IsMatch(text);

    [GeneratedRegex(@"^[a-z][a-z0-9_+-]*(\.[a-z0-9_-]+)*\s+(?![:=]|\p{L}+:\s)\S", RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\s--?[A-Za-z][\w-]*([\s=:]|$)|\s/[a-z]{1,20}(:\S+)?(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex(@"^[\w./\\~-]+(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    // STOP CHANNEL(X), VARY CPU(1),OFFLINE: command languages that shout.
    [GeneratedRegex(@"^[A-Z]{3,}\s+[A-Z]+\(")]
    private static partial Regex Capitals();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+(#|--|//)\s.*$", RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingComment();

    // Redis' DEL is no Spanish article.
    [GeneratedRegex(
        @"(?<![\w-])(?!(?-i:DEL)\b)(the|is|are|was|were|and|or|an|you|we|it|its|this|that|they|has|have|will|be|been|der|die|das|und|ist|sind|wird|nicht|oder|el|los|"
        + @"las|del|que|es|y|está|son|não|uma?|os|são|foi|est|sont|et|les|une|pas|il|che|non|sono|è)\s|(?-i:[\p{Ll})}\]]\. \p{Lu}\p{Ll})|\p{L}{2,}[.?!,:;]$|"
        + @"\p{L}, \p{L}|[;{]$|…",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s(to|of|for|with|by|no|not|a|from|in|on|at|as|von|mit|für|im|zu|de|da|do|para|con|por|en|le|la|du|des|au|avec|di|per)(?=\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex Joining();

    [GeneratedRegex(@"\S\s{2,}[^\s|&\\]")]
    private static partial Regex Columns();

    // "worldline 200 0.412": a name and its figures.
    [GeneratedRegex(@"^\S+(\s+[-+~]?\d[\d.,:]*[%\p{L}]{0,3}){2,}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Values();

    [GeneratedRegex(@"[<>{}\[\]/=@|]|\s--?[A-Za-z]|\s\S*\d|[A-Z]_[A-Z]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[a-z][a-z0-9]*([-_.][a-z0-9]+)+\s|^[a-z][a-z0-9]*(ctl|cli|adm|tool|util|cmd)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex ToolName();

    [GeneratedRegex(
        @"^((show|clear|display|request|monitor|debug) (bgp|interfaces?|route|ip|ipv6|system|configuration|chassis|isis|ospf|lldp|cdp|arp|mac|mac-address|vlan|"
        + @"version|logging|log|evpn|vxlan|mpls|ldp|rsvp|bfd|lacp|port-channel|etherchannel|spanning-tree|security|firewall|policy|validation|environment|inventory|"
        + @"processes|running-config|startup-config|tech-support|ntp|snmp|users|redundancy|platform|session|sessions|counters|neighbors|high-availability|vpn|crypto|"
        + @"nat|access-lists?)\b|(set|delete|deactivate|activate) (protocols|interfaces|policy-options|routing-options|routing-instances|firewall|security|system|"
        + @"groups|vlans|forwarding-options|class-of-service)\s|commit (confirmed|comment|check|and-quit)\b|rollback \d+$|"
        + @"admin (reboot|redundancy|save|rollback|display-config)\b|write (memory|erase)$|copy (running|startup)-config \S+)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Device();
}
