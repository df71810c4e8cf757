namespace Firstlook.Journal.Sqlite;

/// <summary>
/// Repeats of alerts, counted in memory and written with the next group. A crash loses at most the counts since the last one;
/// an alert that is not in the index is not counted.
/// </summary>
internal sealed class Sightings
{
    readonly Lock gate = new();
    Dictionary<string, (long Times, DateTimeOffset Last)> waiting = new(StringComparer.Ordinal);
    Dictionary<string, (long Times, DateTimeOffset Last)> writing = new(StringComparer.Ordinal);

    public bool Any
    {
        get { lock (gate) return waiting.Count > 0; }
    }

    public void Add(string key, DateTimeOffset at) => Add(key, 1, at);

    /// <summary>Inside the writer's transaction; only its thread calls this and what says how it ended.</summary>
    public void Write(Session session)
    {
        lock (gate)
        {
            (writing, waiting) = (waiting, writing);
            waiting.Clear();
        }

        foreach (var (key, seen) in writing) Appending.Saw(session, key, seen.Times, seen.Last);
    }

    public void Committed() => writing.Clear();

    /// <summary>The transaction was undone: what was written counts as waiting again.</summary>
    public void Undone()
    {
        foreach (var (key, seen) in writing) Add(key, seen.Times, seen.Last);
        writing.Clear();
    }

    void Add(string key, long times, DateTimeOffset last)
    {
        lock (gate)
        {
            var seen = waiting.GetValueOrDefault(key);
            waiting[key] = (seen.Times + times, last > seen.Last ? last : seen.Last);
        }
    }
}
