using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Baselines;

/// <summary>What is remembered of one read over all its rehearsals.</summary>
/// <param name="Key">Its <see cref="Question"/>.</param>
/// <param name="Text">Digest of its text alone (<see cref="Question.OfText"/>).</param>
/// <param name="Shown">Its first line, for people.</param>
/// <param name="Team">Who owns its runbooks.</param>
/// <param name="Last">The latest rehearsal.</param>
/// <param name="Rot">Null where it is sound.</param>
/// <param name="Since">When it came to be sound, or rotten, as it is.</param>
/// <param name="Told">True where its owner was last told that it is rotten.</param>
public sealed record RehearsedRead(
    string Key, string Text, string Shown, Language Language, string Target, string Team, EquatableArray<Place> Places,
    Baseline Baseline, LastRun Last, Rot? Rot, DateTimeOffset Since, bool Told)
{
    /// <summary>What was empty for so long is normal by now.</summary>
    static readonly TimeSpan Accepted = TimeSpan.FromDays(14);

    const int LongestShown = 160;

    /// <summary>Places kept of one question.</summary>
    const int MostPlaces = 50;

    /// <summary>The read after one more rehearsal. Of what is rotten nothing is learnt: it tells how the world is, and not what is normal.</summary>
    /// <param name="before">Null before the first.</param>
    /// <param name="unknown">Metrics that it names and that the target knows no series of.</param>
    public static RehearsedRead After(RehearsedRead? before, PlannedRead read, Result result, EquatableArray<string> unknown)
    {
        var baseline = before?.Baseline ?? Baseline.Nothing;
        var rot = Rot.Of(result, baseline, unknown);
        if (rot is { Kind: RotKind.Empty } && before is { Rot.Kind: RotKind.Empty } && result.StartedAt - before.Since > Accepted) (baseline, rot) = (Baseline.Nothing, null);
        if (rot is null && result.Outcome.Kind == OutcomeKind.Succeeded) baseline = baseline.Learn(result.Output.Kind, Measures.Of(result, read.Command.Text), result.StartedAt.UtcDateTime.Hour);
        var same = before is not null && before.Rot is null == rot is null;
        // As it ran: masked.
        var first = result.Ran.Trim().Split('\n')[0];
        return new RehearsedRead(
            read.Key, Question.OfText(read.Command.Language, read.Command.Text), first.Length > LongestShown ? first[..LongestShown] + "…" : first, read.Command.Language,
            read.Target.Name, read.Team, read.Places.Take(MostPlaces).ToEquatableArray(),
            baseline, new LastRun(result.StartedAt, result.Outcome.Kind, result.Duration), rot, same ? before!.Since : result.StartedAt, before?.Told ?? false);
    }
}

public sealed record LastRun(DateTimeOffset At, OutcomeKind Outcome, TimeSpan Took);
