using System.Text.Json.Serialization;
using Firstlook.Effects;

namespace Firstlook.Access;

/// <summary>A team's own rules of what programs do, as they were in force, and how bold an administrator let them be.</summary>
/// <param name="Files">In the order in which they were read.</param>
/// <param name="Lowest">The mildest effect that a rule could claim.</param>
/// <param name="Replaces">Built-in rules that a rule could weaken.</param>
public sealed record ToolRules(EquatableArray<ToolRuleFile> Files, Effect Lowest, EquatableArray<string> Replaces)
{
    /// <summary>Domains whose machines an administrator calls the organisation's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<string> OwnDomains { get; init; }

    /// <summary>For the record of an incident.</summary>
    public string Sentence =>
        (Files.IsEmpty
            ? "The team has no rules of its own for programs"
            : $"Rules of the team's own for programs: {string.Join(", ", Files.Select(file => file.Shown))}; they may claim nothing milder than {Lowest.Word()}")
        + (Replaces.IsEmpty ? "" : $", and weaken {string.Join(", ", Replaces)}")
        + (OwnDomains.IsEmpty ? "" : $"; machines below {string.Join(", ", OwnDomains)} are the organisation's own");
}

/// <param name="Name">Without its folder.</param>
/// <param name="Hash">SHA-256 of its bytes in lower-case hexadecimal.</param>
public sealed record ToolRuleFile(string Name, string Hash)
{
    /// <summary>With the beginning of its hash, by which a person tells one version from another.</summary>
    [JsonIgnore]
    public string Shown => $"{Name} (sha256 {Hash[..Math.Min(12, Hash.Length)]})";
}
