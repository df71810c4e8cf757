using System.Text.RegularExpressions;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What the runbook expects of a result ("should be &gt; 0", rows that should not exist), held or broken.</summary>
static partial class Expectations
{
    const double Broken = 0.8;

    /// <summary>A counter that has grown since the server's statistics were last reset: it may have been weeks ago.</summary>
    const double BrokenSinceReset = 0.3;

    /// <summary>Refutation outweighs support, by the factor of <see cref="Ranking"/>; that an expectation holds is milder than that it is broken.</summary>
    const double Held = -0.5;

    /// <summary>Broken at a step that serves several causes: it speaks for the procedure, and for none of its causes by itself.</summary>
    const double Shared = 0.25;

    /// <summary>What serves several causes is one thing for each of them, however many such checks there are.</summary>
    internal const string OfTheProcedure = "the checks of a whole procedure";

    public static IEnumerable<Finding> Find(Facts facts)
    {
        var judged = facts.Observations
            .Where(observation => observation.Command.Hint is not null && observation.Result.Outcome.Kind == OutcomeKind.Succeeded)
            .Select(observation => (Observation: observation, Judgement: Judgement.Of(observation.Command.Hint!, observation), Cause: facts.CauseOf(observation.Step)))
            .Where(pair => pair.Judgement is not null)
            .ToArray();
        foreach (var (observation, judgement, cause) in judged)
        {
            var hint = observation.Command.Hint!;
            // A cause with several checks ("negative stock", "expired batches") is one or the other: each check that holds excludes its part.
            var checks = judged.Count(pair => pair.Cause == cause);
            EquatableArray<Bearing> bearings =
                cause is not null ? [new Bearing(cause.Id, Strength(judgement!, checks, cause) * Told(judgement!, observation), hint.Quote, hint.Line)]
                : judgement!.Holds || facts.Evidence.Besides.IsEmpty ? []
                : facts.Sharing(observation.Step).Select(suspect => new Bearing(suspect.Id, Shared * Told(judgement!, observation), hint.Quote, hint.Line)).ToEquatableArray();
            // What serves several causes is one thing for each of them, however many such checks there are.
            yield return new Finding(judgement!.Claim, Family(observation), facts.Cite(observation),
                bearings) { IsVerdict = cause is { IsSection: false } && Stated().IsMatch(hint.Quote), IsOwnCheck = cause is not null,
                Topic = cause is null ? OfTheProcedure : null };
        }
    }

    /// <summary>The author says outright what should come; what a query's purpose lets us expect is no such word.</summary>
    [GeneratedRegex(@"\b(should|must|expect\w*|never|sollte|darf|debe|deve)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Stated();

    /// <summary>What is broken in peacetime too is the runbook's error, or how things are.</summary>
    static double Told(Judgement judgement, Observation observation) => !judgement.Holds && Peacetime.IsAsEver(observation) ? Peacetime.Usual : 1;

    /// <summary>A section is many things: one check of it that is well says little about the others.</summary>
    static double Strength(Judgement judgement, int checks, Suspect cause) =>
        judgement.Holds ? Held / checks / (cause.IsSection ? 2 : 1)
        : judgement.SinceReset ? BrokenSinceReset
        : Broken;

    static string Family(Observation observation) =>
        observation.Command.Language == Effects.Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString();
}
