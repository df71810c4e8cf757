using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Tools;

/// <summary>Programs that compute numbers, and may do so for ever.</summary>
internal static partial class Hooks
{
    /// <summary>Numbers; more take minutes to print.</summary>
    const double LongestSequence = 1e8;

    static Verdict Sequence(Invocation call, Parsed parsed) =>
        WordCounts.OfSequence([.. call.Words.Skip(1).Select(word => word.Text)]) > LongestSequence && !call.Scope.Cut
            ? Verdict.Read("it prints numbers without end", EffectTags.Hang) : Neutral;

    /// <summary>jstat(1): <c>PROCESS [INTERVAL [COUNT]]</c>; without a count it goes on until the process ends.</summary>
    static Verdict Sampling(Invocation call, Parsed parsed) =>
        parsed.Operands.Count == 2 ? Verdict.Read("an interval without a count goes on for ever", EffectTags.Hang) : Neutral;

    static Verdict Calculator(Invocation call, Parsed parsed) =>
        call.Input.Text is { } program && ScriptLoops.OfBc(program) ? Verdict.Read("it computes without end", EffectTags.Hang) : Neutral;
}
