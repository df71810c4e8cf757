using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Names of alerts that stand apart from what is said: in brackets before a title, in a comment above a query, in front matter beside their section.</summary>
internal static partial class Alerts
{
    /// <summary>"[HALL-SORTER-STALLED] The sorter stands", "[HALL-DB-SLOW] Lookups are slow": names in brackets before titles, each of them before one; a tag that comes back
    /// tells what they belong to.</summary>
    public static HashSet<string> TagsOf(IReadOnlyList<Region> regions)
    {
        var tags = regions.Where(r => r.IsSection).Select(r => TagOf(r.Section)).OfType<string>().ToList();
        return tags.Count > 1 && tags.Distinct(StringComparer.Ordinal).Count() == tags.Count ? [.. tags] : [];
    }

    /// <summary>The name in brackets before a title; null where there is none.</summary>
    public static string? TagOf(Section section) => InTag().Match(section.Title.Plain) is { Success: true } tag ? tag.Groups["name"].Value : null;

    // Of "[SEV-1]" and "[OPS-0042]" the last part is a number.
    [GeneratedRegex(@"^\W{0,4}\[(?<name>[A-Z][A-Z0-9]*([-_][A-Z0-9]+){0,6}[-_][A-Z]{2,20})\]\s+\S", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex InTag();

    // "# rule: QueueGrows" above the query of that rule.
    static IEnumerable<string> InComments(Fence fence) =>
        OfRules.Matches(fence.Text).Select(m => m.Groups["name"].Value).Where(Titles.IsAlertName);

    static readonly Sieve OfRules = new([CommentedRule()], "rule", "regra", "regla", "règle", "regel", "regola", "alert", "alarm");

    [GeneratedRegex(@"^[^\S\n]*(#|--|//)[^\S\n]*(alert(ing)?[ -]?)?(rule|alert|alarm|regra|regla|règle|regel|regola|alerta|alerte)"
        + @"[^\S\n]*[:=][^\S\n]*(?<name>[A-Z]\w{4,80})[^\S\n]*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex CommentedRule();

    /// <summary>"alerts: - QueueGrows: "#1" - NodeDown: "#node-down"": which section answers which, by its number or its anchor.</summary>
    public static IEnumerable<(string Name, string To)> Led(FrontMatter matter) =>
        matter.Values.Where(v => Roles.Of(v.Key.Replace('_', ' ')) == Role.Alert || v.Key is "alerts" or "alarms" or "alertas" or "alarme" or "alertes")
            .SelectMany(v => LeadsTo().Matches(v.Value)).Select(m => (m.Groups["name"].Value, m.Groups["to"].Value));

    [GeneratedRegex(@"(^|,\s?)(?<name>[A-Za-z][\w-]{2,80})[""']?\s?:\s?[""']?#(?<to>[\w-]{1,80})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LeadsTo();
}
