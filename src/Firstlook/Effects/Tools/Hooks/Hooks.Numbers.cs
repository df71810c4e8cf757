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

    /// <summary>shuf(1), "-r" without "-n"; mbpoll(1), without "-1": they go on until they are stopped.</summary>
    static Verdict UntilCounted(Invocation call, Parsed parsed) =>
        (parsed.Node.Path is "mbpoll" ? !parsed.Has("-1") : parsed.Has("-r", "--repeat") && !parsed.Has("-n", "--head-count"))
            ? Verdict.Read("it goes on until it is stopped", EffectTags.Hang) : Neutral;

    static Verdict Calculator(Invocation call, Parsed parsed) =>
        call.Input.Text is { } program && ScriptLoops.OfBc(program) ? Verdict.Read("it computes without end", EffectTags.Hang) : Neutral;
}
