namespace Firstlook.Runbooks.Checking;

/// <summary>All that a check knows: files as they were read, and what stands around them.</summary>
public sealed record CheckRequest(EquatableArray<CheckedFile> Files)
{
    /// <summary>The alert rules of the metrics system; null where none were given, and nothing is said about them.</summary>
    public EquatableArray<AlertRule>? AlertRules { get; init; }

    /// <summary>The major version of PostgreSQL that runbooks speak to; null where it is not known.</summary>
    public int? PostgreSql { get; init; }

    /// <summary>What relative links lead to, by file and path as <see cref="RelativeLinks"/> gives them.</summary>
    public IReadOnlyDictionary<(string File, string Path), LinkTarget> Links { get; init; } = new Dictionary<(string, string), LinkTarget>();

    /// <summary>Files that were asked for and are not among <see cref="Files"/>.</summary>
    public EquatableArray<UnreadFile> Unread { get; init; } = [];

    /// <summary>Steps that failed when they were last tried.</summary>
    public EquatableArray<RottenStep> Rot { get; init; } = [];
}

/// <param name="Why">In one sentence without a full stop.</param>
public sealed record UnreadFile(string File, string Why);

/// <param name="Team">Whose runbook it is; null where that is not known: then it is compared with no other file.</param>
public sealed record CheckedFile(Runbook Runbook, string? Team);

/// <summary>An alerting rule of Prometheus or of one that writes rules alike.</summary>
/// <param name="File">The rule file, as it was given.</param>
/// <param name="RunbookUrl">Its annotation <c>runbook_url</c>; null where it has none.</param>
/// <param name="Severity">Its label <c>severity</c>, as it is written; null where it has none.</param>
public sealed record AlertRule(string Name, string Expression, string File, int Line, string? RunbookUrl = null, string? Severity = null);

/// <param name="Anchors">The anchors of a Markdown file; null for any other.</param>
public sealed record LinkTarget(bool Exists, IReadOnlySet<string>? Anchors);

/// <summary>A step that returned an error, or nothing any more, when it was last rehearsed.</summary>
/// <param name="Line">1-based line of the command.</param>
/// <param name="What">What happened, in one sentence without a full stop.</param>
public sealed record RottenStep(string File, int Line, string What, DateOnly Seen);

/// <param name="Findings">By file, line and code.</param>
/// <param name="Silenced">How many were left out because the runbook says so.</param>
/// <param name="Known">How many were left out because a baseline has them.</param>
public sealed record CheckReport(int Files, EquatableArray<Finding> Findings, int Silenced, int Known = 0)
{
    /// <summary>Only findings of that severity or above, and none of those rules.</summary>
    public CheckReport Of(ProblemSeverity least, IReadOnlySet<string> excluded) =>
        this with { Findings = [.. Findings.Where(finding => finding.Severity >= least && !excluded.Contains(finding.Code))] };
}
