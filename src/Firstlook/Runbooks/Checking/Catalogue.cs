using System.Text;

namespace Firstlook.Runbooks.Checking;

/// <summary>Every rule there is, and what is told about it.</summary>
public static class Catalogue
{
    internal static IReadOnlyList<Rule> Rules { get; } =
        [.. new[]
        {
            Checking.Rules.ReaderRules.All, Checking.Rules.ProcedureRules.All, Checking.Rules.QueryRules.All, Checking.Rules.PostgresRules.All,
                Checking.Rules.SafetyRules.All, Checking.Rules.LinkRules.All,
            Checking.Rules.AlertRules.All, Checking.Rules.ContradictionRules.All, Checking.Rules.BlockRules.All, Checking.Rules.RotRules.All, Checking.Rules.SilenceRules.All,
            Checking.Rules.ConsistencyRules.All, Checking.Rules.ThresholdRules.All, Checking.Rules.TextPitfalls.All, Checking.Rules.ClusterPitfalls.All,
                Checking.Rules.DataPitfalls.All,
            Checking.Rules.LossPitfalls.All, Checking.Rules.AnnotationRules.All, Checking.Rules.SourceRules.All, Checking.Rules.TypographyRules.All,
        }.SelectMany(rules => rules).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    internal static Rule? Find(string code) => Rules.FirstOrDefault(r => r.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why a rule is there, what it finds, and how to silence it, for a terminal.</summary>
    /// <returns>Null for a code that no rule has.</returns>
    public static string? Explain(string code)
    {
        if (Find(code) is not { } rule) return null;
        return $"""
            {rule.Code} ({rule.Severity.Word()}): {rule.Title}

            Why: {rule.Reason}
            Fix: {rule.Fix}

            Before:
            {Indented(rule.Before)}

            After:
            {Indented(rule.After)}

            To silence it, with the reason, above the block or the heading:
                <!-- firstlook: ignore {rule.Code} why it is right here -->

            """;
    }

    /// <summary>All rules as the part of docs/checks.md that speaks of them.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine("| code | severity | finds |").AppendLine("|---|---|---|");
        foreach (var rule in Rules) text.AppendLine($"| [{rule.Code}](#{rule.Code.ToLowerInvariant()}) | {rule.Severity.Word()} | {rule.Title} |");
        foreach (var rule in Rules)
        {
            text.AppendLine().AppendLine($"### {rule.Code}").AppendLine().AppendLine($"{Capital(rule.Title)} ({rule.Severity.Word()}). {rule.Reason}").AppendLine()
                .AppendLine($"**Fix**: {rule.Fix}").AppendLine();
            text.AppendLine("````markdown").AppendLine(rule.Before.Trim()).AppendLine("````").AppendLine().AppendLine("Better:").AppendLine().AppendLine("````markdown")
                .AppendLine(rule.After.Trim()).AppendLine("````");
        }

        return text.ToString().Replace("\r", "", StringComparison.Ordinal);
    }

    /// <summary>The word of the public contract: <c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public static string Word(this ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => "error",
        ProblemSeverity.Warning => "warning",
        _ => "note",
    };

    static string Capital(string title) => char.ToUpperInvariant(title[0]) + title[1..];

    static string Indented(string text) => string.Join('\n', text.Trim().Split('\n').Select(line => ("    " + line).TrimEnd()));
}
