using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What a person found at a check that no program can do.</summary>
static class AnsweredChecks
{
    const double Found = 0.7;
    const double NotFound = -0.6;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        var checks = facts.Evidence.Besides.Select(one => one.Procedure).Prepend(facts.Evidence.Procedure)
            .SelectMany(procedure => procedure.ByHand.Select(check => (Check: check, Cause: facts.CauseOf(check, procedure))))
            .DistinctBy(one => one.Check.Id).ToDictionary(one => one.Check.Id, StringComparer.Ordinal);
        // The last answer to a check counts.
        foreach (var answer in facts.Evidence.Checks.GroupBy(check => check.Step).Select(group => group.MaxBy(check => check.At)!)
            .OrderBy(check => check.Step, StringComparer.Ordinal))
        {
            if (!checks.TryGetValue(answer.Step, out var asked)) continue;
            var check = asked.Check;
            // Whether a repair has worked says nothing of what was broken.
            var bearings = asked.Cause is { } cause && check.Kind != StepKind.Verification
                ? [new Bearing(cause.Id, answer.Found ? Found : NotFound, check.Text, check.Line)] : new EquatableArray<Bearing>();
            yield return new Finding($"{answer.By} checked \"{check.Text}\": {(answer.Found ? "it is so" : "it is not so")}", $"check {check.Id}",
                new Citation(null, check.Line, null, $"{answer.By}'s check, line {check.Line}"), bearings);
        }
    }
}
