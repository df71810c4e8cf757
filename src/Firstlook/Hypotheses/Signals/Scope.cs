using System.Text.RegularExpressions;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>Is it everywhere, or in one place? "Multiple endpoints affected equally" against "Only `/api/x/` failing".</summary>
static partial class Scope
{
    /// <summary>One place has at least this share: it is there alone.</summary>
    const double Alone = 0.85;

    /// <summary>No place has more than this share, of at least three: it is everywhere.</summary>
    const double Spread = 0.75;

    public static bool IsScope(string label) => label is "path" or "endpoint" or "route" or "handler" or "uri" or "url" or "view" or "operation";

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Results.Where(observation => Failures().IsMatch(observation.Command.Text)))
            foreach (var breakdown in Breakdown.Of(observation).Where(breakdown => IsScope(breakdown.Label)))
            {
                var places = breakdown.Shares.Count(share => share.Share >= 0.02);
                var bearings = facts.Suspects.Where(suspect => facts.Asks(suspect, observation))
                    .SelectMany(suspect => suspect.Says.SelectMany(symptom => Bearing(suspect.Hypothesis, facts.LiteralsOf(suspect), symptom, breakdown, places)).Take(1))
                    .ToEquatableArray();
                if (bearings.IsEmpty) continue;
                var claim = places == 1 || breakdown.Top.Share >= Alone
                    ? $"{Breakdown.Percent(breakdown.Top.Share)} of {breakdown.Metric} is at {breakdown.Top.Value}"
                    : $"{breakdown.Metric} is spread over {places} {breakdown.Label} values, {Breakdown.Percent(breakdown.Top.Share)} at {breakdown.Top.Value}";
                yield return new Finding(claim, $"{breakdown.Metric} by {breakdown.Label}", facts.Cite(observation), bearings);
            }
    }

    /// <summary>Where traffic goes says nothing about where it fails: the query must ask for failures.</summary>
    [GeneratedRegex(@"[45](\.\.|\d\d|xx)|error|fail|exception|reject|timeout|invalid|!=|!~",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Failures();

    static IEnumerable<Bearing> Bearing(Hypothesis hypothesis, Literal[] literals, Symptom symptom, Breakdown breakdown, int places)
    {
        if (Everywhere().IsMatch(symptom.Text))
        {
            if (places >= 3 && breakdown.Top.Share <= Spread) yield return new Bearing(hypothesis.Id, 0.6, symptom.Text, symptom.Line);
            else if (breakdown.Top.Share >= Alone) yield return new Bearing(hypothesis.Id, -0.6, symptom.Text, symptom.Line);
        }
        else if (Only().IsMatch(symptom.Text) || OnePlace().IsMatch(symptom.Text))
        {
            // "One path has nearly all of the errors": whichever it is.
            if (OnePlace().IsMatch(symptom.Text))
            {
                if (breakdown.Top.Share >= Alone) yield return new Bearing(hypothesis.Id, 0.6, symptom.Text, symptom.Line);
                else if (places >= 3 && breakdown.Top.Share <= Spread) yield return new Bearing(hypothesis.Id, -0.6, symptom.Text, symptom.Line);
                yield break;
            }

            var paths = literals.Where(literal => literal.IsPath && literal.Symptom == symptom).ToArray();
            if (paths.Length == 0) yield break;
            var share = breakdown.ShareOf(value => paths.Any(path => path.Matches(breakdown.Label, value)));
            if (share >= Alone) yield return new Bearing(hypothesis.Id, 0.6, symptom.Text, symptom.Line);
            else if (share <= Spread) yield return new Bearing(hypothesis.Id, -0.6, symptom.Text, symptom.Line);
        }
    }

    [GeneratedRegex(
        @"\b(multiple|many|several|all|various|every|different)\s+((?!specific|single|one|certain|to|of)\w+\s+){0,2}(endpoints?|routes?|paths?|services?|flows?|"
        + @"pages?)\b|\ball of the (endpoints|routes|paths|services|flows|pages)\b|\baffected equally\b|\bacross the board\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Everywhere();

    [GeneratedRegex(@"\b(one|a single|only one) (of the )?(path|endpoint|route|flow|page)s?\b|\b(un|una|um|uma) (sol[oa]|únic[oa]|só) (ruta|endpoint|camino|caminho|rota)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OnePlace();

    [GeneratedRegex(@"\b(only|just|solely|specific|single)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Only();
}
