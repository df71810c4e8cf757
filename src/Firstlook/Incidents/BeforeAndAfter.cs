using Firstlook.Hypotheses;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>"Did it help?": what every read returned before an action, and after it.</summary>
/// <param name="Action">The last one that ran.</param>
/// <param name="Changed">Those that speak of the cause that led before come first, then those that fail no longer, or since; then in the runbook's order.</param>
/// <param name="Same">Returned the same.</param>
/// <param name="Moved">Causes that stand otherwise now, as they stood before.</param>
public sealed record BeforeAndAfter(IncidentAction Action, EquatableArray<Card> Changed, EquatableArray<Card> Same, EquatableArray<Moved> Moved)
{
    /// <summary>Of both, the reads over a range that reaches back to before the action's end: they still measure some of what it was to change.</summary>
    public EquatableArray<Card> Early { get; init; } = [];

    /// <summary>When the ranges of all <see cref="Early"/> reads lie behind the action: only then a look tells whether it helped.</summary>
    public DateTimeOffset? EarlyUntil => Early.IsEmpty ? null : Action.FinishedAt + Early.Max(card => QueryRange.Longest(card.Command));

    /// <summary>Some of <see cref="Early"/> measure a short range, so that a look soon tells: a range of days holds nothing back.</summary>
    public bool IsSoonTold => Early.Any(card => QueryRange.Longest(card.Command) <= Soon);

    static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    /// <summary>As far as anybody knows, the action did what it was to do.</summary>
    public bool IsDone => Action.Settlement is { } settled ? settled.Succeeded : Action.Result is { Outcome.Kind: OutcomeKind.Succeeded };

    /// <returns>Null where no look was asked for after an action, or none was finished before it.</returns>
    public static BeforeAndAfter? Of(Room room)
    {
        if (LastRun(room.Incident) is not { } action || room.Look is not { } look || room.Before is null || look.RequestedAt < action.FinishedAt) return null;
        var cited = room.EarlierRanking?.Leader is { } leader ? leader.For.Concat(leader.Against).Select(finding => finding.Citation.Command).ToHashSet() : [];
        var both = room.Cards.Where(card => card is { Result: not null, Earlier: not null }).ToArray();
        var compared = both.ToLookup(card => card.HasChanged);
        return new BeforeAndAfter(
            action,
            compared[true].OrderByDescending(card => cited.Contains(card.Id)).ThenByDescending(FailsOtherwise).ToEquatableArray(),
            compared[false].ToEquatableArray(),
            Moves(room.EarlierRanking, room.Ranking).ToEquatableArray())
        {
            Early = both.Where(card => card.Result!.StartedAt - QueryRange.Longest(card.Command) < action.FinishedAt).ToEquatableArray(),
        };
    }

    /// <summary>The action that ended last, however its end was found out; null where none has.</summary>
    public static IncidentAction? LastRun(Incident incident) =>
        incident.Actions.Where(action => action is { State: ActionState.Finished or ActionState.Settled, StartedAt: not null, FinishedAt: not null })
            .MaxBy(action => action.FinishedAt);

    static bool FailsOtherwise(Card card) => card.Result!.Outcome.Kind == OutcomeKind.Succeeded != (card.Earlier!.Outcome.Kind == OutcomeKind.Succeeded);

    /// <summary>Those in front before or now, whose standing is another or whose place at the head was lost or won.</summary>
    static IEnumerable<Moved> Moves(Ranked? before, Ranked? now)
    {
        if (before is null || now is null) yield break;
        var places = now.Hypotheses.Select((ranked, index) => (ranked.Hypothesis.Id, Place: index + 1, ranked)).DistinctBy(one => one.Id)
            .ToDictionary(one => one.Id, StringComparer.Ordinal);
        var index = 0;
        foreach (var was in before.Hypotheses)
        {
            index++;
            if (!places.TryGetValue(was.Hypothesis.Id, out var here)) continue;
            var (led, leads) = (before.Leader?.Hypothesis.Id == was.Hypothesis.Id, now.Leader?.Hypothesis.Id == was.Hypothesis.Id);
            if (was.Standing != here.ranked.Standing || led != leads)
                yield return new Moved(was.Hypothesis.Id, was.Hypothesis.Title, was.Standing, here.ranked.Standing, index, here.Place, led, leads);
        }
    }
}

/// <summary>A cause that stands otherwise after an action.</summary>
/// <param name="WasPlace">In the ranked list, from 1.</param>
public sealed record Moved(string Hypothesis, string Title, Standing Was, Standing Is, int WasPlace, int Place, bool Led, bool Leads);
