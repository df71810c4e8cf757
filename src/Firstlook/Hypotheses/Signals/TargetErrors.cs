using System.Text.RegularExpressions;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>Errors that are themselves evidence: a database that says it has no connection left.</summary>
static partial class TargetErrors
{
    public static IEnumerable<Finding> Find(Evidence evidence)
    {
        foreach (var refused in evidence.Observations.Where(observation => NoConnectionLeft(observation.Result.Outcome)).GroupBy(observation => observation.Result.Target))
        {
            // Said once for a target, and of its first read in the runbook: ten reads that are refused say no more than one.
            var observation = refused.OrderBy(observation => observation.Command.Line).ThenBy(observation => observation.Result.Command.Index).First();
            var outcome = observation.Result.Outcome;
            var bearings = evidence.Procedure.Hypotheses
                .Select(hypothesis => (hypothesis, Named: Names(hypothesis)))
                .Where(pair => pair.Named is not null)
                .Select(pair => new Bearing(pair.hypothesis.Id, 0.9, pair.Named!.Text, pair.Named.Line))
                .ToEquatableArray();
            yield return new Finding(
                $"{observation.Result.Target} has no connection left: {outcome.Message}",
                $"connections of {observation.Result.Target}",
                new CommandCitation(observation.Result.Command, observation.Command.Line),
                bearings);
        }
    }

    /// <summary>SQLSTATE 53300 too_many_connections (PostgreSQL manual, appendix A); MySQL error 1040.</summary>
    static bool NoConnectionLeft(Outcome outcome) =>
        outcome.Kind is OutcomeKind.Failed or OutcomeKind.Unreachable && (outcome.Code is "53300" or "1040" || (outcome.Message is { } message && Exhausted().IsMatch(message)));

    static Symptom? Names(Hypothesis hypothesis) =>
        hypothesis.Symptoms.FirstOrDefault(symptom => Connections().IsMatch(symptom.Text))
        ?? (Connections().IsMatch(hypothesis.Title) ? new Symptom(hypothesis.Title, hypothesis.Line) : null);

    [GeneratedRegex(@"too many (clients|connections)|remaining connection slots|no more connections allowed|connection pool (is )?exhausted", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Exhausted();

    [GeneratedRegex(@"too many (open )?(clients|connections)|connection (pool|slot|limit|leak)|\b(connections?|pool)\b.{0,20}\b(exhaust|saturat|maxed|used up|leak)|\b(exhaust|out of|maximum)\w*.{0,20}\bconnections?\b|\bmax_connections\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Connections();
}
