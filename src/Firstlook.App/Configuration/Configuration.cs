using Firstlook.Access;
using Firstlook.Effects.Tools;
using Firstlook.Executors;
using Firstlook.Looks;

namespace Firstlook.App.Configuration;

/// <summary>What <c>firstlook.yaml</c> says, checked. Secrets are in <see cref="Connections"/> and <see cref="Senders"/> alone.</summary>
/// <param name="Listen">Where the server listens; default <c>http://127.0.0.1:7070</c>.</param>
/// <param name="PublicUrl">How people reach it, for links in messages; default <paramref name="Listen"/>.</param>
/// <param name="Data">Folder of the journal and the accounts; default <c>firstlook-data</c> beside the configuration.</param>
/// <param name="Runbooks">Files and folders that every team reads, besides its own.</param>
/// <param name="IntakeToken">What senders of alerts present; null where one is made at the first start.</param>
/// <param name="MaskedFields">Names of fields whose values are personal: <c>patient_name</c>.</param>
public sealed record Configuration(
    Uri Listen,
    Uri PublicUrl,
    string Data,
    EquatableArray<string> Runbooks,
    EquatableArray<TeamConfiguration> Teams,
    EquatableArray<Service> Services,
    TargetConnections Connections,
    EquatableArray<SenderConfiguration> Senders,
    EquatableArray<string> People,
    string? IntakeToken,
    EquatableArray<string> MaskedFields)
{
    /// <summary>Where it was read from; null for the default one.</summary>
    public string? File { get; init; }

    public RehearsalConfiguration Rehearsal { get; init; } = RehearsalConfiguration.Default;

    public CheckConfiguration Check { get; init; } = CheckConfiguration.Default;

    /// <summary>The programs that are known to a team; the product's own where it has no rules, or there is no such team.</summary>
    public Toolset ToolsOf(string? team) => Teams.FirstOrDefault(known => known.Name == team)?.Tools ?? Toolset.BuiltIn;

    public static Configuration Default(string folder) => new(
        new Uri("http://127.0.0.1:7070"), new Uri("http://127.0.0.1:7070"), Path.Combine(folder, "firstlook-data"),
        [], [], [], TargetConnections.None, [], [], null, []);
}

/// <param name="Fallback">Whom to tell where no procedure says; null where the configuration does not either.</param>
public sealed record TeamConfiguration(string Name, EquatableArray<string> Runbooks, string? Fallback)
{
    /// <summary>The product's tables, with the team's own rules over them.</summary>
    public Toolset Tools { get; init; } = Toolset.BuiltIn;

    /// <summary>Where they come from; null where the team has no rules of its own.</summary>
    public ToolRules? Rules { get; init; }
}

/// <param name="Secret">Signs the webhook; null where a Slack webhook's address is the secret itself.</param>
public sealed record SenderConfiguration(string Name, string Kind, Uri Url, string? Secret)
{
    /// <summary>Those whose incidents and runbooks it tells of; empty for all.</summary>
    public EquatableArray<string> Teams { get; init; } = [];

    /// <summary>What concerns no known team concerns everybody.</summary>
    public bool Tells(string? team) => Teams.IsEmpty || team is null || Teams.AsSpan().Contains(team);
}
