using Firstlook.Runbooks;

namespace Firstlook.Escalation;

/// <summary>Reads the clocks of an incident out of its runbook.</summary>
public static class Clocks
{
    /// <summary>Where the runbook states no time to acknowledge. The most common figure of published severity tables for the highest level.</summary>
    public static TimeSpan DefaultAcknowledge { get; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Where the runbook says "immediately": it is told at once in any case, and a person needs a moment to say so. The shortest time
    /// after which published policies repeat a page.
    /// </summary>
    public static TimeSpan ImmediateAcknowledge { get; } = TimeSpan.FromMinutes(5);

    /// <param name="procedure">Null where none was found: the default clock runs, so that nobody is left alone with it.</param>
    public static EquatableArray<Clock> For(Runbook? runbook, Procedure? procedure, string severity)
    {
        var clocks = new List<Clock>();
        var level = runbook?.SeverityPolicy.FirstOrDefault(level => level.Level == severity);
        clocks.Add(level?.RespondMinutes is { } respond
            ? new Clock(Clock.Acknowledge, respond > 0 ? TimeSpan.FromMinutes(respond) : ImmediateAcknowledge, null, null, Source(runbook!, level.Line))
            : new Clock(Clock.Acknowledge, DefaultAcknowledge, null, null, "default"));
        if (level?.ResolveMinutes is > 0 and var resolve)
            clocks.Add(new Clock(Clock.Resolve, TimeSpan.FromMinutes(resolve), null, null, Source(runbook!, level.Line)));
        clocks.AddRange(Escalations(runbook, procedure, severity));
        return clocks.ToEquatableArray();
    }

    /// <summary>The procedure's own rules that have a time; where it has none, the document's. Rules for "immediately" are advice on the page, since their condition is
    /// for a person to judge; those for another severity are not of this incident.</summary>
    static IEnumerable<Clock> Escalations(Runbook? runbook, Procedure? procedure, string severity)
    {
        if (runbook is null) return [];
        var own = Timed(procedure?.Escalations ?? [], severity);
        var rules = own.Length > 0 ? own : Timed(runbook.Escalations, severity);
        return rules
            .GroupBy(rule => rule.AfterMinutes!.Value)
            .OrderBy(group => group.Key)
            .Select((group, index) => new Clock(
                Clock.Escalate + (index + 1), TimeSpan.FromMinutes(group.Key),
                Joined(group.Select(rule => rule.Condition), "; "), Joined(group.Select(rule => rule.Target), ", ") ?? Joined(Targets(procedure), ", "),
                Source(runbook, group.First().Line)));
    }

    static IEnumerable<string?> Targets(Procedure? procedure) =>
        procedure is null ? [] : procedure.Escalations.Where(rule => rule.AfterMinutes is null).Select(rule => rule.Target);

    static EscalationRule[] Timed(EquatableArray<EscalationRule> rules, string severity) =>
        [.. rules.Where(rule => rule.AfterMinutes > 0 && (rule.Severity is null || rule.Severity == severity))];

    static string? Joined(IEnumerable<string?> parts, string separator)
    {
        var known = parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct().ToArray();
        return known.Length == 0 ? null : string.Join(separator, known);
    }

    static string Source(Runbook runbook, int line) => $"{Path.GetFileName(runbook.File)} line {line}";
}
