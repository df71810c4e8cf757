using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Effects.Queries;
using Firstlook.Runbooks;

namespace Firstlook.Baselines;

/// <summary>An empty vector does not tell whether nothing is wrong or nothing is there. This asks which of the metrics that a query names have any series.</summary>
public static class MetricProbe
{
    /// <summary>Metrics of one query that are asked for.</summary>
    const int Most = 8;

    /// <summary>Metrics that a query selects by name, each once, in its order; none where it does not parse.</summary>
    public static EquatableArray<string> Metrics(string promql) =>
        PromQlParser.Parse(promql.Trim().TrimEnd(';')).Root is { } root ? Names(root).Distinct().Take(Most).ToEquatableArray() : [];

    /// <returns>A permit for the one question whether the metric has a series now, on the same target; null where the policy gives none.</returns>
    public static ReadPermit? Of(ReadPermit asked, string metric)
    {
        var text = $"count({metric})";
        var verdict = Classifier.Whole(text, Language.PromQl);
        var command = new Command(text, 0, Language.PromQl, verdict.Effect, verdict.Tags, verdict.Why, null, [], [], null);
        return ReadPolicy.Decide(asked.Command, command, asked.Target, [], asked.Limits, clicked: false) is ReadDecision.Permitted permitted ? permitted.Permit : null;
    }

    static IEnumerable<string> Names(PromQlNode node) => node switch
    {
        SelectorNode { Name: { } name } => [name],
        // Whether something is absent is answered by an empty vector: that it is there.
        CallNode { Function: "absent" or "absent_over_time" } => [],
        CallNode call => call.Arguments.SelectMany(Names),
        AggregationNode aggregation => Names(aggregation.Inner),
        BinaryNode binary => Names(binary.Left).Concat(Names(binary.Right)),
        UnaryNode unary => Names(unary.Inner),
        GroupNode group => Names(group.Inner),
        SubqueryNode subquery => Names(subquery.Inner),
        _ => [],
    };
}
