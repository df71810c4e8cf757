using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses;

/// <summary>Puts results at every place of the library that asks what they answer.</summary>
public static class Placement
{
    /// <param name="results">In the order in which they came: of a command that ran again the last counts.</param>
    /// <param name="waiting">Commands without a result, each with the reason.</param>
    public static Evidence Of(Procedure procedure, EquatableArray<Considered> besides, LabelSet labels, IReadOnlyCollection<Result> results,
        IEnumerable<(CommandId Command, string Why)> waiting)
    {
        var units = besides.Select(one => one.Procedure).Prepend(procedure).SelectMany(one => one.Steps).SelectMany(step => Units.Of(step)).DistinctBy(unit => unit.Id)
            .ToDictionary(unit => unit.Id);
        var places = units.Values.ToLookup(Question);
        var answers = results
            .Where(result => units.ContainsKey(result.Command))
            .GroupBy(result => result.Command, (_, group) => group.Last())
            .GroupBy(result => Question(units[result.Command]))
            .ToDictionary(group => group.Key, group => group.First());
        return new Evidence(
            procedure,
            answers.SelectMany(answer => places[answer.Key].Select(unit => new Observation(unit.Step, unit.Command, answer.Value))).ToEquatableArray(),
            waiting
                .Where(one => units.TryGetValue(one.Command, out var unit) && !answers.ContainsKey(Question(unit)))
                .Select(one => new Unrun(units[one.Command].Step, units[one.Command].Command, one.Why)).ToEquatableArray())
        {
            Besides = besides,
            Labels = labels,
        };

        Asked Question(Unit unit) => Asked.Of(unit.Step, unit.Command, labels);
    }
}
