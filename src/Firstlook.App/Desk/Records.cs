using System.Collections.Concurrent;
using Firstlook.Effects.Tools;
using Firstlook.Incidents;
using Firstlook.Journal;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.App.Desk;

/// <summary>One incident as it stands in the journal.</summary>
public sealed record Record(Guid Id, EquatableArray<IncidentEvent> Events, Incident Incident)
{
    public static Record Empty(Guid id) => new(id, [], Incident.Empty);

    public Record With(EquatableArray<IncidentEvent> more) => new(Id, Events.AddRange(more), more.Aggregate(Incident, (incident, happened) => incident.Apply(happened)));
}

/// <summary>The journal's incidents in memory, read once and kept up with every commit. Holds no truth: all of it can be read again.</summary>
/// <param name="tools">The programs that are known to a team.</param>
public sealed class Records(JournalReader journal, Func<string?, Toolset> tools)
{
    readonly ConcurrentDictionary<Guid, Record> records = new();
    readonly ConcurrentDictionary<int, Guid> numbers = new();
    readonly ConcurrentDictionary<string, Output> outputs = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Hash, Toolset Tools), Runbook> runbooks = new();

    /// <summary>Outputs kept in memory, since every view of an incident asks for them again.</summary>
    const int MostOutputs = 2000;

    /// <summary>Rooms kept in memory: a page of the list asks for each of its incidents.</summary>
    const int MostRooms = 500;

    readonly ConcurrentDictionary<Guid, (int Version, Lazy<Room> Room)> rooms = new();

    readonly ConcurrentDictionary<Guid, string?> leaders = new();

    int lastNumber;

    public IEnumerable<Record> All => records.Values.Where(record => record.Incident.Exists);

    public void Load()
    {
        foreach (var id in journal.Streams().Where(id => id != ChangeLog.Stream)) Reload(id);
    }

    public int NextNumber() => Interlocked.Increment(ref lastNumber);

    /// <returns>An incident before its first event where there is none.</returns>
    public Record Get(Guid id) => records.TryGetValue(id, out var record) ? record : Record.Empty(id);

    public Record? ByNumber(int number) => numbers.TryGetValue(number, out var id) ? Get(id) : null;

    public Record Add(Guid id, EquatableArray<IncidentEvent> events) => events.IsEmpty ? Get(id) : Keep(Get(id).With(events));

    /// <exception cref="System.Text.Json.JsonException">A newer Firstlook wrote this journal, or it is damaged: <c>verify</c> tells.</exception>
    public void Reload(Guid id) => Keep(Record.Empty(id).With(journal.Read(id).Select(stored => EventFormat.Read(stored.Type, stored.Payload)).ToEquatableArray()));

    /// <summary>Everything there is to know of an incident, made anew where its record has grown, once for all who ask at the same time.</summary>
    public Room Room(Record record)
    {
        var version = record.Incident.Version;
        if (rooms.Count > MostRooms) rooms.Clear();
        var kept = rooms.AddOrUpdate(record.Id, _ => (version, Made(record)), (_, known) => known.Version >= version ? known : (version, Made(record)));
        try
        {
            var room = kept.Room.Value;
            leaders[record.Id] = room.Decisive?.Leader?.Hypothesis.Title;
            return room;
        }
        catch
        {
            // What could not be read now may be readable when it is asked for again.
            rooms.TryRemove(KeyValuePair.Create(record.Id, kept));
            throw;
        }
    }

    /// <summary>What led when the room was last made, perhaps before the latest changes: for a list of many, which ranks none anew.</summary>
    /// <returns>False where none has been made yet.</returns>
    public bool HasRanked(Record record, out string? leader) => leaders.TryGetValue(record.Id, out leader);

    Lazy<Room> Made(Record record) => new(() => Response.Concludes(
        record.Id, record.Events, Runbook(record.Incident), Output, considered => Runbook(considered.Evidence, considered.File, record.Incident.Team)));

    /// <returns>Null where the output is no longer kept.</returns>
    public Output? Output(string hash)
    {
        if (outputs.TryGetValue(hash, out var known)) return known;
        if (journal.ReadEvidence(hash) is not { } bytes) return null;
        if (outputs.Count > MostOutputs) outputs.Clear();
        return outputs[hash] = EventFormat.ReadOutput(bytes);
    }

    /// <summary>The version of the runbook that an incident was opened with.</summary>
    public Runbook? Runbook(Incident incident) => Runbook(incident.Procedure.Evidence, incident.Procedure.Runbook, incident.Team);

    /// <summary>A runbook by the hash of its bytes, as the team's tools let it be read.</summary>
    public Runbook? Runbook(string? hash, string? file, string? team)
    {
        if (hash is null || file is null) return null;
        var known = tools(team);
        if (runbooks.TryGetValue((hash, known), out var read)) return read;
        return journal.ReadEvidence(hash) is { } bytes ? runbooks[(hash, known)] = RunbookReader.Read(file, bytes, known) : null;
    }

    Record Keep(Record record)
    {
        records[record.Id] = record;
        if (!record.Incident.Exists) return record;
        numbers[record.Incident.Number] = record.Id;
        for (var last = lastNumber; record.Incident.Number > last; last = lastNumber)
            Interlocked.CompareExchange(ref lastNumber, record.Incident.Number, last);
        return record;
    }
}
