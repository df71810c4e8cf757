using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What a procedure with several causes says would be seen, found in results: it speaks for the procedure, and for each of its causes alike.</summary>
static class SharedSymptoms
{
    const double Seen = 0.25;

    /// <summary>Shorter words stand in too many lines.</summary>
    const int Shortest = 6;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        if (facts.Evidence.Besides.IsEmpty) yield break;
        foreach (var procedure in facts.Suspects.Where(suspect => !suspect.IsSection).GroupBy(suspect => suspect.Procedure))
        {
            var literals = Literal.Of(procedure.Key.Symptoms.Where(symptom => !symptom.Negative))
                .Where(literal =>
                    literal is { IsGeneric: false, IsPath: false, IsBroad: false } && literal.Value.Length >= Shortest && !literal.IsIn(facts.Evidence.Labels))
                .ToArray();
            if (literals.Length == 0) continue;
            var seen = facts.Results.SelectMany(observation => literals.Select(literal => (observation, literal))).FirstOrDefault(pair => Shows(pair.observation, pair.literal));
            if (seen.literal is null) continue;
            yield return new Finding(
                $"{seen.literal.Value} is seen, as {procedure.Key.Title} says", "symptoms of a procedure", facts.Cite(seen.observation),
                procedure.Select(suspect => new Bearing(suspect.Id, Seen, seen.literal.Symptom.Text, seen.literal.Symptom.Line)).ToEquatableArray())
            {
                Topic = Literal.TopicOf(seen.literal.Value),
            };
        }
    }

    static bool Shows(Observation observation, Literal literal) =>
        observation.Result is { Outcome.Kind: OutcomeKind.Succeeded } result && !observation.Command.Text.Contains(literal.Value, StringComparison.OrdinalIgnoreCase)
        && (result.Output.Kind switch
        {
            OutputKind.Lines => result.Output.Lines.Any(line => LogTime.IsRecent(line, result.StartedAt) && literal.IsIn(line) && !TargetErrors.IsOfTheCatalogue(line)),
            OutputKind.Samples => Breakdown.Of(observation).Any(breakdown => breakdown.Weight >= 1 && breakdown.ShareOf(value => literal.Matches(breakdown.Label, value)) >= 0.3),
            _ => false,
        });
}
