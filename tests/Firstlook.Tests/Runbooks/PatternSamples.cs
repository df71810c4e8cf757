using System.Text.RegularExpressions;

namespace Firstlook.Tests.Runbooks;

/// <summary>
/// Sentences that a pattern matches: one for each alternative of each of its groups, for each letter of a small class, and one more where what is optional stands. All else in
/// a sentence is as short as the pattern lets it be, and of the other alternatives that one is taken which is not to be held.
/// </summary>
/// <param name="isHeld">What a sentence should do without, as far as the pattern lets it.</param>
internal sealed class PatternSamples(Regex pattern, Func<string, bool> isHeld)
{
    readonly Dictionary<string, string> letters = new(StringComparer.Ordinal);

    /// <summary>Each of them matches.</summary>
    public static IEnumerable<string> Of(Regex pattern, Func<string, bool> isHeld) => new PatternSamples(pattern, isHeld).All();

    IEnumerable<string> All()
    {
        var whole = new PatternReader(pattern.ToString(), pattern.Options.HasFlag(RegexOptions.IgnoreCase)).Read();
        var choices = new List<(Part Part, int Choice)>();
        Collect(whole, choices);
        if (choices.Count == 0) choices.Add((whole, 0));
        return choices.SelectMany(choice => Matching(whole, choice)).Distinct(StringComparer.Ordinal);
    }

    IEnumerable<string> Matching(Part whole, (Part Part, int Choice) forced)
    {
        var ways = new[] { new Way(forced, false, false), new Way(forced, true, false), new Way(forced, false, true), new Way(forced, true, true) };
        var texts = ways.Select(way => Say(whole, way)).Distinct(StringComparer.Ordinal).ToList();
        var matching = texts.Where(text => pattern.IsMatch(text)).ToList();
        return matching.Count > 0 ? matching : texts.SelectMany(text => (string[])[text + ".", text + " q", " " + text + " ", "q " + text]).Where(text => pattern.IsMatch(text)).Take(1);
    }

    static void Collect(Part part, List<(Part Part, int Choice)> choices)
    {
        if (part is Either either) choices.AddRange(either.Parts.Select((_, at) => ((Part)either, at)));
        if (part is Repeated { Least: 0 } repeated) choices.Add((repeated, 1));
        if (part is Letters { Few: { } few }) choices.AddRange(few.Select((_, at) => (part, at)));
        foreach (var inner in part.Inner) Collect(inner, choices);
    }

    /// <param name="Forced">The part that is said in this way, and not as it is said elsewhere.</param>
    /// <param name="Spaced">Where a run may hold blanks it does.</param>
    /// <param name="LooksAround">What stands only to be looked at is said, too.</param>
    sealed record Way((Part Part, int Choice) Forced, bool Spaced, bool LooksAround);

    string Say(Part part, Way way) => part switch
    {
        Literal literal => literal.Text,
        Letters { Few: { } few } letter => few[ReferenceEquals(way.Forced.Part, letter) ? way.Forced.Choice : 0].ToString(),
        Letters letter => Letter(letter, false),
        Sequence sequence => string.Concat(sequence.Parts.Select(inner => Say(inner, way))),
        Either either => Say(either.Parts[Choice(either, way)], way),
        Repeated repeated => Repeat(repeated, way),
        LookedAt looked => way.LooksAround || looked.Holds(way.Forced.Part) ? Say(looked.Part, way) : "",
        _ => "",
    };

    int Choice(Either either, Way way)
    {
        if (ReferenceEquals(either, way.Forced.Part)) return way.Forced.Choice;
        var leading = either.Parts.FindIndex(inner => inner.Holds(way.Forced.Part));
        return leading >= 0 ? leading : Math.Max(0, either.Parts.FindIndex(inner => !isHeld(Say(inner, way))));
    }

    string Repeat(Repeated repeated, Way way)
    {
        var least = Math.Max(repeated.Least, repeated.Holds(way.Forced.Part) ? 1 : 0);
        if (!way.Spaced || repeated.Part is not Letters { Few: null } letter || repeated.Most < 2 || Letter(letter, true) != " ")
            return string.Concat(Enumerable.Repeat(Say(repeated.Part, way), least));
        return least < 2 ? " " : $" {new string(Letter(letter, false)[0], least - 2)} ";
    }

    string Letter(Letters letter, bool blank)
    {
        if (letters.TryGetValue($"{blank}{letter.IgnoresCase}{letter.Class}", out var known)) return known;
        var one = new Regex($"^{letter.Class}$", (letter.IgnoresCase ? RegexOptions.IgnoreCase : RegexOptions.None) | RegexOptions.CultureInvariant);
        var found = (blank ? " " : "qQ1 -.,:|'\"/(=_").Concat(Enumerable.Range(33, 0x2FFF).Select(code => (char)code)).First(c => one.IsMatch(c.ToString())).ToString();
        return letters[$"{blank}{letter.IgnoresCase}{letter.Class}"] = found;
    }
}
