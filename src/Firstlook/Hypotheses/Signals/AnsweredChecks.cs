namespace Firstlook.Hypotheses.Signals;

/// <summary>What a person found at a check that no program can do.</summary>
static class AnsweredChecks
{
    const double Found = 0.7;
    const double NotFound = -0.6;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        var steps = facts.Evidence.Procedure.Steps.Concat(facts.Evidence.Besides.SelectMany(one => one.Procedure.Steps)).Where(step => step.Manual).DistinctBy(step => step.Id).ToDictionary(step => step.Id, StringComparer.Ordinal);
        // The last answer to a check counts.
        foreach (var answer in facts.Evidence.Checks.GroupBy(check => check.Step).Select(group => group.MaxBy(check => check.At)!).OrderBy(check => check.Step, StringComparer.Ordinal))
        {
            if (!steps.TryGetValue(answer.Step, out var step)) continue;
            var bearings = facts.CauseOf(step) is { } cause ? [new Bearing(cause.Id, answer.Found ? Found : NotFound, step.Title, step.Line)] : new EquatableArray<Bearing>();
            yield return new Finding($"{answer.By} checked \"{step.Title}\": {(answer.Found ? "it is so" : "it is not so")}", $"check {step.Id}", new Citation(null, step.Line, null, $"{answer.By}'s check, line {step.Line}"), bearings);
        }
    }
}
