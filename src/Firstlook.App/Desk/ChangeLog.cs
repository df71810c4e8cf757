using System.Collections.Immutable;
using Firstlook.Hypotheses;
using Firstlook.Incidents;
using Firstlook.Journal;

namespace Firstlook.App.Desk;

/// <summary>Deploys, flags and edits as they were reported: a stream of the journal of its own, of which the latest are kept in memory.</summary>
public sealed class ChangeLog(Journal.Journal journal, TimeProvider time) : IDisposable
{
    /// <summary>The stream's id: "change" in ASCII, so that no incident's ever meets it.</summary>
    public static Guid Stream { get; } = new("00000000-0000-0000-0000-6368616e6765");

    /// <summary>What is older is no longer near any alert.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    /// <summary>Told to one look at most, the latest first.</summary>
    const int Most = 50;

    readonly SemaphoreSlim turn = new(1);
    ImmutableList<Change> changes = [];
    int version;

    public void Load()
    {
        foreach (var stored in journal.Read(Stream))
        {
            version = stored.Version;
            if (EventFormat.Read(stored.Type, stored.Payload) is ChangeReported reported) changes = changes.Add(reported.Change);
        }

        Forget(time.GetUtcNow());
    }

    /// <returns>Null where it is durable; otherwise why not. A change that is known already is told once.</returns>
    public async Task<string?> Report(IReadOnlyCollection<Change> reported, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            var news = reported.Distinct().Where(change => !changes.Contains(change)).ToArray();
            if (news.Length == 0) return null;
            var events = news.Select(change => new ChangeReported(now, change))
                .Select(happened => new NewEvent(EventFormat.NameOf(happened), happened.At, EventFormat.Bytes(happened))).ToEquatableArray();
            switch (await journal.Append(new Append(Stream, version, events), cancellation))
            {
                case Appended.Committed committed:
                    version = committed.Version;
                    changes = changes.AddRange(news);
                    Forget(now);
                    return null;
                case Appended.Unavailable unavailable:
                    return unavailable.Reason;
                default:
                    return "another server writes this journal: try again";
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Those of the service, and those that concern all.</summary>
    public EquatableArray<Change> Before(DateTimeOffset now, string? service) =>
        changes.Where(change => now - change.At <= Remembered && change.At <= now && (change.Service is null || service is null || change.Service == service))
            .OrderByDescending(change => change.At).Take(Most).ToEquatableArray();

    public void Dispose() => turn.Dispose();

    void Forget(DateTimeOffset now) => changes = changes.RemoveAll(change => now - change.At > Remembered);
}
