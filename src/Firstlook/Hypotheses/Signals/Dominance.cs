using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A label value or an exception that a symptom names, and its share of a breakdown.</summary>
static class Dominance
{
    /// <summary>From this share on a value dominates.</summary>
    const double Dominates = 0.5;

    /// <summary>Half and half dominates nothing: a value stands so far before the next.</summary>
    const double Ahead = 0.1;

    /// <summary>From this share on a value is there at all; below it, where something else is, it speaks against.</summary>
    const double Present = 0.1;

    /// <summary>
    /// Nearly everything that fails ends as <c>error</c>; and a class as broad as <c>OperationalError</c> is at home in every story of a
    /// database: only where its procedure sets it against the exceptions of other causes does it tell more.
    /// </summary>
    const double Generic = 0.3;

    /// <summary>That there is any of it is all that such a breakdown tells.</summary>
    const double AskedForAlone = 0.4;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Results)
            foreach (var breakdown in Breakdown.Of(observation))
            {
                var compared = Peacetime.Of(observation);
                if (Scope.IsScope(breakdown.Label) || IsWhereItRuns(breakdown, facts)) continue;
                // What speaks for a hypothesis is the value that it names; what speaks against it is what stands there instead.
                var findings = facts.Suspects
                    .SelectMany(suspect => Bearing(suspect, facts, observation, breakdown, Weight))
                    .GroupBy(pair => (pair.Value, IsFor: pair.Bearing.Strength > 0), pair => pair.Bearing)
                    .Select(group => new Finding(
                        $"{breakdown.Told(group.Key.Value)}{(IsAsEver(group.Key.Value) ? ", as ever" : "")}",
                        // Each column of a table, or word of a line, is a view of one result.
                        observation.Result.Output.Kind == OutputKind.Samples ? $"{breakdown.Metric} by {breakdown.Label}" : observation.Result.Command.ToString(),
                        facts.Cite(observation),
                        group.ToEquatableArray())
                    {
                        // The same value at the top of another breakdown is the same thing seen again; so is that another stands there.
                        Topic = group.Key.IsFor ? Literal.TopicOf(group.Key.Value) : $"by {breakdown.Label}",
                    });
                foreach (var finding in findings) yield return finding;
    
                bool IsAsEver(string value) => Peacetime.IsMore(Parts(value)) == false;
    
                // Where nothing is known of the part, the result as a whole tells whether it is one of peacetime.
                double Weight(Func<string, bool> values) =>
                    breakdown.Shares.Where(one => values(one.Value)).SelectMany(one => Parts(one.Value)).ToArray() is { Length: > 0 } parts ? Peacetime.Weight(parts)
                    : Peacetime.IsAsEver(observation) ? Peacetime.Usual
                    : 1;
    
                IEnumerable<Baselines.Comparison> Parts(string value) => compared.Where(part => Peacetime.Labels(part).Contains((breakdown.Label, value)));
            }
    }

    static IEnumerable<(string Value, Bearing Bearing)> Bearing(Suspect suspect, Facts facts, Observation observation, Breakdown breakdown, Func<Func<string, bool>, double> usual)
    {
        var literals = facts.LiteralsOf(suspect)
            .Where(literal => !literal.IsPath && !literal.Symptom.Negative && !IsTheService(literal, facts) && CouldStand(literal, breakdown)).ToArray();
        if (literals.Length == 0) yield break;
        if (literals.FirstOrDefault(literal => literal.IsOther) is { } other)
        {
            // "A name other than `shop` is at the top": the first counts, where it is another.
            var (first, others) = breakdown.Top;
            if (!other.Matches(breakdown.Label, first))
                yield return (first,
                    new Bearing(suspect.Id, (others >= Dominates ? others : 0.5 * others) * usual(value => value == first), other.Symptom.Text, other.Symptom.Line));
            else if (facts.Asks(suspect, observation)) yield return (breakdown.Top.Value, new Bearing(suspect.Id, -0.5, other.Symptom.Text, other.Symptom.Line));
            yield break;
        }

        var share = breakdown.ShareOf(value => literals.Any(literal => literal.Matches(breakdown.Label, value)));
        var there = breakdown.Shares.FirstOrDefault(one => literals.Any(literal => literal.Matches(breakdown.Label, one.Value))).Value;
        var named = (literals.FirstOrDefault(literal => there is not null && literal.Matches(breakdown.Label, there)) ?? literals[0]).Symptom;
        var weight =
            breakdown.Weight * (literals.Where(literal => there is null || breakdown.Shares.Any(one => literal.Matches(breakdown.Label, one.Value)))
                .All(literal =>
                    literal.IsGeneric || (literal.IsStatus && !facts.TellsApart(suspect, Literal.IsStatusCode))
                        || (literal.IsBroad && !facts.TellsApart(suspect, Literal.IsExceptionName)) || IsBesideAnException(literal))
                ? Generic : 1);
        if (there is not null) weight *= usual(value => literals.Any(literal => literal.Matches(breakdown.Label, value)));
        // What a query asks for alone is all that it returns.
        if (breakdown.Shares.Count == 1
            && literals.Any(literal =>
                observation.Command.Text.Contains(literal.Value, StringComparison.OrdinalIgnoreCase) && literal.Matches(breakdown.Label, breakdown.Top.Value)))
            weight *= AskedForAlone;
        var next = breakdown.Shares.Where(one => !literals.Any(literal => literal.Matches(breakdown.Label, one.Value))).Select(one => one.Share).DefaultIfEmpty(0).Max();
        if (share >= Dominates && share - next >= Ahead) yield return (there!, new Bearing(suspect.Id, share * weight, named.Text, named.Line));
        else if (share >= Present) yield return (there!, new Bearing(suspect.Id, 0.5 * share * weight, named.Text, named.Line));
        // What the query leaves out (`application_name!="shop"`), or asks for alone, cannot be missing from it.
        else if (breakdown.Top.Share >= Dominates && facts.Asks(suspect, observation)
            && !literals.Any(literal => observation.Command.Text.Contains(literal.Value, StringComparison.OrdinalIgnoreCase))
            && !(Literal.IsBroadName(breakdown.Top.Value) && literals.All(literal => literal.IsBroad)))
            yield return (breakdown.Top.Value, new Bearing(suspect.Id, -0.5 * breakdown.Weight, named.Text, named.Line));
    }

    /// <summary>"From `shop`", where the alert is about the shop: nearly everything is from there. `application_name="shop"` is said with more care.</summary>
    static bool IsTheService(Literal literal, Facts facts) => literal is { Label: null, IsOther: false } && literal.IsIn(facts.Evidence.Labels);

    /// <summary>The service that the alert names is on every sample: it tells nothing.</summary>
    static bool IsWhereItRuns(Breakdown breakdown, Facts facts) =>
        breakdown.Label is "job" or "instance" || (breakdown.Shares is [var only] && facts.Evidence.Labels.Pairs.Any(pair => pair.Value == only.Value));

    /// <summary>An exception's name is looked for among exceptions, a result among results: absence elsewhere says nothing.</summary>
    static bool CouldStand(Literal literal, Breakdown breakdown) =>
        literal.Label is { } label
            ? label == breakdown.Label
            : breakdown.Shares.Any(share => literal.Matches(breakdown.Label, share.Value))
                || (literal.IsException && breakdown.Shares.Any(share => Literal.IsExceptionName(share.Value)));

    /// <summary>"`IntegrityError` from `django_db`": the exception tells it, where it came from is many things.</summary>
    static bool IsBesideAnException(Literal literal) => literal is { IsException: false, Label: null } && literal.Symptom.Literals.Any(Literal.IsExceptionName);
}
