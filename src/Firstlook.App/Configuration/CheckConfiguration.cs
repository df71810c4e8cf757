using Firstlook.Runbooks.Checking;

namespace Firstlook.App.Configuration;

/// <summary>What a team's <c>check</c> asks and tells where the command line does not say.</summary>
/// <param name="Rules">Prometheus rule files, folders and patterns.</param>
/// <param name="Exclude">Codes of rules that are not asked, besides those of the command line.</param>
/// <param name="Severity">Of the least that is told; null for all.</param>
/// <param name="FailOn">Of the least that makes the check fail; null for <c>warning</c>.</param>
/// <param name="PostgreSql">The major version that the runbooks speak to.</param>
/// <param name="Baseline">A file of findings that are accepted for now.</param>
public sealed record CheckConfiguration(
    EquatableArray<string> Rules, EquatableArray<string> Exclude, string? Severity, string? FailOn, int? PostgreSql, string? Baseline)
{
    public static CheckConfiguration Default { get; } = new([], [], null, null, null, null);

    /// <summary>The major versions that there can be; what follows them is not known yet.</summary>
    public const int OldestPostgreSql = 9;

    public const int NewestPostgreSql = 30;

    internal static CheckConfiguration Read(YamlField field, string folder)
    {
        if (!field.Exists) return Default;
        field.Knows("rules", "exclude", "severity", "fail_on", "postgresql", "baseline");
        var exclude = field["exclude"].Texts().Select(code => code.ToUpperInvariant()).ToEquatableArray();
        foreach (var code in exclude.Where(code => Catalogue.Explain(code) is null))
            field["exclude"].Problem($"there is no rule {code}; firstlook check --explain all shows those that there are");
        return new CheckConfiguration(
            field["rules"].Texts().Select(path => ConfigurationReader.Full(path, folder)).ToEquatableArray(), exclude,
            field["severity"].Exists ? field["severity"].OneOf("error", "warning", "note") : null,
            field["fail_on"].Exists ? field["fail_on"].OneOf("error", "warning", "note", "never") : null,
            field["postgresql"].Number(OldestPostgreSql, NewestPostgreSql),
            field["baseline"].Text() is { } baseline ? ConfigurationReader.Full(baseline, folder) : null);
    }
}
