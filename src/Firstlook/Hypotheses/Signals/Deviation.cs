using Firstlook.Baselines;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A result that is outside what the same command returns in peacetime.</summary>
static class Deviation
{
    // Below what carries a leader: much is unusual at once, and that something is tells not why.
    const double Above = 0.45;

    /// <summary>Less than ever is unusual too; whether less is the harm, or its end, the numbers do not tell.</summary>
    const double Below = 0.3;

    /// <summary>In trouble much is unusual at once. A cause is not the likelier for having many checks: the furthest out counts, and each other is a hint.</summary>
    const double Further = 0.1;

    /// <summary>Nothing there, as ever: the cause's own check shows nothing unusual.</summary>
    const double AsEver = -0.2;

    /// <summary>Something there, as much as ever: it may be another of its kind.</summary>
    const double Within = -0.1;

    public static IEnumerable<Finding> Find(Facts facts) => OwnChecks(facts).Concat(NamedParts(facts));

    static IEnumerable<Finding> OwnChecks(Facts facts) =>
        facts.Observations
            .Where(observation => observation is { Normally: not null, Result.Outcome.Kind: OutcomeKind.Succeeded } && !RecentChanges.AsksForOne(observation.Command))
            .Select(observation => (Observation: observation, Compared: Compared(observation), Cause: facts.CauseOf(observation.Step)))
            .Where(one => one is { Compared: not null, Cause: not null })
            .GroupBy(one => one.Cause!)
            .SelectMany(own => own
                .OrderByDescending(one => one.Compared!.IsOutside).ThenByDescending(one => one.Compared!.Distance)
                .Where(one => one.Compared!.IsOutside || !(IsCountOfSeries(one.Compared) || IsOfOneSize(one.Compared)))
                .Select((one, place) =>
                    Found(facts, one.Observation, one.Compared!, own.Key,
                        Strength(one.Compared!, place, own.Count(other => !other.Compared!.IsOutside && !IsOfOneSize(other.Compared)), own.Key))));

    /// <summary>Of a breakdown, a part that has grown beyond all that was usual speaks for the causes that name it, whoever asked.</summary>
    /// <remarks>Where its neighbours have grown as well, all of it has: that one is named then says little.</remarks>
    static IEnumerable<Finding> NamedParts(Facts facts) =>
        from observation in facts.Results
        where observation.Result.Outcome.Kind == OutcomeKind.Succeeded
        from compared in Peacetime.Of(observation)
        where compared.IsOutside && compared.Now > compared.Usual.High
        from part in Peacetime.Labels(compared)
        let neighbours = Peacetime.Of(observation).Where(other => other.IsOutside && other.Now > other.Usual.High).SelectMany(Peacetime.Labels)
            .Where(other => other.Label == part.Label && other.Value != part.Value).Distinct().Count()
        let bearings = (
            from suspect in facts.Suspects
            let literal =
                Array.Find(facts.LiteralsOf(suspect),
                    one => one is { IsPath: false, IsGeneric: false, IsOther: false, Symptom.Negative: false } && !one.IsIn(facts.Evidence.Labels)
                        && one.Matches(part.Label, part.Value))
            where literal is not null
            select new Bearing(suspect.Id, neighbours == 0 ? Above * Peacetime.Extent(compared) : Further, literal.Symptom.Text, literal.Symptom.Line)).ToEquatableArray()
        where !bearings.IsEmpty
        select new Finding(
            compared.Sentence,
            // The same family as its share: two views of one part.
            observation.Result.Output.Kind == OutputKind.Samples ? $"{Breakdown.MetricOf(observation.Command.Text)} by {part.Label}" : observation.Result.Command.ToString(),
            facts.Cite(observation), bearings)
        {
            Topic = Literal.TopicOf(part.Value),
        };

    /// <summary>What is unusual comes first. How long a command took tells of its target, and of no cause.</summary>
    static Comparison? Compared(Observation observation) =>
        Peacetime.Of(observation)
            .FirstOrDefault(one =>
                one.Usual.Quantity.Kind != QuantityKind.Seconds && !IsName(one.Usual.Quantity.Of)
                    && !(one.IsNew && Peacetime.Labels(one).Any(part => IsOfOneRun(part.Label))));

    /// <summary>Columns whose numbers name something and measure nothing.</summary>
    static bool IsName(string column) =>
        column is "pid" or "oid" or "port" or "client_port" or "id" || column.EndsWith("_id", StringComparison.Ordinal)
            || column.EndsWith("pid", StringComparison.Ordinal);

    /// <summary>Names that change with every start or release: a new one is nothing new.</summary>
    static bool IsOfOneRun(string label) => label is "instance" or "pod" or "pod_name" or "container_id" or "version" or "pid";

    static double Strength(Comparison compared, int place, int asEver, Suspect cause) =>
        // As with expectations: a section is many things, and a cause with several checks is one or the other.
        // How many series there are is not how much there is of what they count.
        IsCountOfSeries(compared) ? Further
        : !compared.IsOutside ? (compared.Usual.High > 0 ? Within : AsEver) / asEver / (cause.IsSection ? 2 : 1)
        : place > 0 ? Further
        : (compared.Now > compared.Usual.High ? Above : Below) * Peacetime.Extent(compared) * (cause.IsSection ? 0.5 : 1);

    /// <summary>A query that never returned a series in peacetime filters for what should not be, or asks for what was never counted yet: then one is something.</summary>
    static bool IsCountOfSeries(Comparison compared) => compared is { Output: OutputKind.Samples, Usual: { Quantity.Kind: QuantityKind.Count, High: > 0 } };

    /// <summary>One line, as ever: what stands in it may be anything.</summary>
    static bool IsOfOneSize(Comparison compared) => compared.Usual is { Quantity.Kind: QuantityKind.Count } usual && usual.Low == usual.High && usual.High > 0;

    static Finding Found(Facts facts, Observation observation, Comparison compared, Suspect cause, double strength) => new(
        compared.Sentence,
        observation.Command.Language == Effects.Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString(),
        facts.Cite(observation), [new Bearing(cause.Id, strength, observation.Step.Title, observation.Step.Line)]) { IsOwnCheck = true };
}
