using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A deploy, flag or edit shortly before the alert, and a cause that speaks of one. A hint: most deploys just before an alert are innocent.</summary>
static partial class RecentChanges
{
    /// <summary>What is older has shown its effects before (RCACopilot and Google's SRE workbook count changes of the last hour).</summary>
    static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    const double Speaks = 0.2;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Observations.Where(observation =>
            observation.Result is { Outcome.Kind: OutcomeKind.Succeeded, Output.Count: > 0 } && AsksForOne(observation.Command) && !Peacetime.IsAsEver(observation)))
        {
            if (facts.CauseOf(observation.Step) is not { } cause) continue;
            yield return new Finding("the version that runs has changed", "changes", facts.Cite(observation),
                [new Bearing(cause.Id, Speaks, observation.Step.Title, observation.Step.Line)]);
        }

        var at = facts.Evidence.At;
        var recent = facts.Evidence.Changes.Where(change => change.At <= at + TimeSpan.FromMinutes(5) && at - change.At <= Recent).OrderByDescending(change => change.At)
            .ThenBy(change => change.What, StringComparer.Ordinal);
        foreach (var change in recent)
        {
            var bearings = facts.Suspects
                .Where(suspect => Matches(change.Kind, suspect.Text))
                .Select(suspect => new Bearing(suspect.Id, Speaks, suspect.Hypothesis.Title, suspect.Hypothesis.Line))
                .ToEquatableArray();
            var minutes = (at - change.At).TotalMinutes;
            yield return new Finding(
                $"{change.Kind} {(minutes < 0 ? $"{-minutes:0} min after" : $"{minutes:0} min before")} the alert: {change.What}", "changes",
                new Citation(null, 0, null, $"change of {change.At:HH:mm:ss}"), bearings);
        }
    }

    /// <summary>
    /// A comparison over a metric that tells which version runs (`build_info`, by the convention of Prometheus' client libraries) asks whether
    /// there was a release, whatever cause it is asked for.
    /// </summary>
    public static bool AsksForOne(Runbooks.Command command) => command.Language == Effects.Language.PromQl && ReleaseInfo().IsMatch(command.Text);

    static bool Matches(string kind, string words) => kind.ToLowerInvariant() switch
    {
        "flag" => Flags().IsMatch(words),
        "config" or "configuration" or "secret" => Configurations().IsMatch(words),
        "migration" => Migrations().IsMatch(words),
        _ => Deploys().IsMatch(words),
    };

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\bdeploy(s|ed|ment|ments)?\b|\breleas(e|es|ed)\b|\brollout\b|\bnew version\b|\brolled out\b|\bregression\b", Plain)]
    private static partial Regex Deploys();

    [GeneratedRegex(@"\b\w*(build|release|version)_info\b[^><]*(>|>=|!=)\s*\d+\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReleaseInfo();

    [GeneratedRegex(@"\b(feature )?(flag|toggle)s?\b|\bdisabled\b|\bswitched (on|off)\b", Plain)]
    private static partial Regex Flags();

    [GeneratedRegex(@"\bconfig(uration)?\b|\bsetting|\bsecret\b|\brotat|\bmisconfigur|\bTTL\b|\btimeout (was|is) (changed|too)|\btoo strict\b", Plain)]
    private static partial Regex Configurations();

    [GeneratedRegex(@"\bmigrat|\bschema\b", Plain)]
    private static partial Regex Migrations();
}
