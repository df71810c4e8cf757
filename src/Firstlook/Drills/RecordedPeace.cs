using System.Collections.Concurrent;
using Firstlook.Baselines;

namespace Firstlook.Drills;

/// <summary>What reads returned in peacetime, recorded some times: from it replays know what is normal, as a server knows it from rehearsals.</summary>
public sealed class RecordedPeace(IReadOnlyCollection<RecordedCase> recorded)
{
    /// <summary>The name of the case that is peacetime.</summary>
    public const string Name = "peacetime";

    /// <summary>A recording is of no hour of the day: all of them are held for the same one.</summary>
    static readonly DateTimeOffset Whenever = DateTimeOffset.UnixEpoch;

    // Cases are replayed on all processors at once.
    readonly ConcurrentDictionary<string, Normal?> known = new(StringComparer.Ordinal);

    public static RecordedPeace None { get; } = new([]);

    /// <param name="question">As <see cref="RecordedCase.QuestionOf"/> tells it.</param>
    /// <param name="text">Of the command.</param>
    /// <returns>Null where it was never asked in peacetime.</returns>
    public Normal? Of(string question, string text) => known.GetOrAdd(question, asked => Learnt(asked, text));

    Normal? Learnt(string question, string text)
    {
        var baseline = Baseline.Nothing;
        foreach (var answer in recorded.Select(one => one.Answers.GetValueOrDefault(question)).Where(answer => answer is not null).Select(answer => answer!))
            if (Measures.Of(answer.For(default, text), text) is { IsEmpty: false } measured) baseline = baseline.Learn(answer.Output.Kind, measured, Whenever);
        return baseline.Runs == 0 ? null : baseline.At(Whenever);
    }
}
