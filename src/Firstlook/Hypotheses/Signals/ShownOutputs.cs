using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>
/// A result beside the output that the runbook shows for it: "healthy output" that is not what came, "in trouble it looks like this" that is. Of a breakdown the
/// values that are shown are what its author has seen in such trouble.
/// </summary>
static partial class ShownOutputs
{
    /// <summary>A picture is less than a sentence: it says what was so once.</summary>
    const double Speaks = 0.5;
    const double IsWell = -0.3;

    /// <summary>At a step that serves several causes it speaks for the procedure.</summary>
    const double Shared = 0.25;

    /// <summary>Of a breakdown the value that leads has this share: below it nothing stands out.</summary>
    const double Most = 0.3;

    /// <summary>Shorter values ("500", "paid") are shown in too many samples.</summary>
    const int Shortest = 6;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Observations)
        {
            // What follows a block of several commands may be the output of any of them.
            if (observation is not { Step: { Sample: { } sample, Commands: [_] }, Command.Hint: null, Result.Outcome.Kind: OutcomeKind.Succeeded }) continue;
            if (observation.Result.Output.Kind == OutputKind.Samples)
            {
                if (!IsOfGoodTimes(sample) && OfBreakdown(facts, observation, sample) is { } shown) yield return shown;
            }
            else if (MoodOf(sample) is { } isWell && ShownOutput.Compare(sample.Text, observation.Result.Output) is { } compared)
            {
                if (OfText(facts, observation, sample, compared, isTrouble: compared.IsAsShown != isWell) is { } told) yield return told;
            }
        }
    }

    static Finding? OfText(Facts facts, Observation observation, SampleOutput sample, ShownOutput compared, bool isTrouble)
    {
        var usual = Peacetime.IsAsEver(observation) ? Peacetime.Usual : 1;
        var cause = facts.CauseOf(observation.Step);
        var bearings = cause is not null
            ? [new Bearing(cause.Id, isTrouble ? Speaks * usual : IsWell / facts.ChecksOf(cause) * (cause.IsSection ? 0.5 : 1), Said(sample), sample.Line)]
            : isTrouble && !facts.Evidence.Besides.IsEmpty ? ForAll(facts, observation, Shared * usual, sample)
            : [];
        return bearings.IsEmpty
            ? null
            : new Finding(compared.Claim, observation.Result.Command.ToString(), facts.Cite(observation), bearings) { IsOwnCheck = cause is not null,
                Topic = cause is null ? Expectations.OfTheProcedure : null };
    }

    static Finding? OfBreakdown(Facts facts, Observation observation, SampleOutput sample)
    {
        var shown = ShownOutput.Values(sample.Text).ToHashSet(StringComparer.Ordinal);
        if (shown.Count == 0 || facts.Evidence.Besides.IsEmpty) return null;
        var seen = Breakdown.Of(observation)
            .Where(breakdown =>
                breakdown.Weight >= 1 && breakdown.Top.Share >= Most && breakdown.Top.Value.Length >= Shortest && !Literal.IsBroadName(breakdown.Top.Value)
                    && shown.Any(value => Breakdown.Place(breakdown.Label, value) == breakdown.Top.Value))
            .MaxBy(breakdown => breakdown.Top.Share);
        return seen is null ? null : new Finding(
            $"{seen.Top.Value} is {Breakdown.Percent(seen.Top.Share)}, as the runbook shows", Breakdown.MetricOf(observation.Command.Text), facts.Cite(observation),
            ForAll(facts, observation, Shared * (Peacetime.IsAsEver(observation) ? Peacetime.Usual : 1), sample)) { Topic = Literal.TopicOf(seen.Top.Value) };
    }

    static EquatableArray<Bearing> ForAll(Facts facts, Observation observation, double strength, SampleOutput sample) =>
        facts.Sharing(observation.Step).Select(suspect => new Bearing(suspect.Id, strength, Said(sample), sample.Line)).ToEquatableArray();

    static string Said(SampleOutput sample) => sample.Lead.Length > 0 ? sample.Lead : "the output that the runbook shows";

    /// <returns>True where it shows how it looks when all is well, false where in trouble; null where neither is said.</returns>
    static bool? MoodOf(SampleOutput sample) =>
        Trouble().IsMatch(sample.Lead) ? false
        : IsOfGoodTimes(sample) ? true
        // "Expected output" with an error in it is what is expected in trouble.
        : Promised().IsMatch(sample.Lead) && !TellsOfTrouble().IsMatch(sample.Text) ? true
        : null;

    static bool IsOfGoodTimes(SampleOutput sample) => Well().IsMatch(sample.Lead) && !Trouble().IsMatch(sample.Lead);

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\b(healthy|normal(ly)?|good|correct|fine|well|quiet|usual(ly)?|working|ok|success(ful)?|gesund\w*|normalerweise|im normalbetrieb|gut|san[oa]|correct[oa]|"
        + @"normalmente|saudável|bo[am]|sain[e]?|normale?ment)\b", Plain)]
    private static partial Regex Well();

    [GeneratedRegex(
        @"\b(unhealthy|not (healthy|normal|ok|well|working)|bad|broken|wrong|fail(s|ed|ing|ure)?|trouble|problem(atic)?|stuck|degraded|affected|incident|outage|"
        + @"when it is down|if .{1,60} (down|full|gone|missing|dead|expired|exhausted)|error|kaputt|fehler\w*|gestört|mal[ao]?|roto|error|ruim|quebrad[oa]|cass[ée]e?|"
        + @"panne)\b", Plain)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"\b(expected|should|must|erwartet\w*|sollte|muss|esperad[oa]|debe\w*|deve\w*|attendue?|doit|ожидаем\w+)\b|期待", Plain)]
    private static partial Regex Promised();

    [GeneratedRegex(@"error|fail|refused|denied|exception|timed? ?out|crash|unhealthy|unreachable|exceeded|insufficient|expired|\bdown\b|no such", Plain)]
    private static partial Regex TellsOfTrouble();
}
