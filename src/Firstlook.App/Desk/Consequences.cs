using System.Text.Json;
using Firstlook.App.Configuration;
using Firstlook.Incidents;
using Firstlook.Journal;
using Firstlook.Notices;

namespace Firstlook.App.Desk;

/// <summary>What must be true at the same moment as some events: the deadlines that follow from them, and the messages they are told in.</summary>
public sealed class Consequences(EquatableArray<SenderConfiguration> senders, Uri publicUrl, Records records)
{
    /// <summary>Whether anybody outside the page is told of what happens.</summary>
    public bool TellsPeople => !senders.IsEmpty;

    public Append Of(Record before, EquatableArray<IncidentEvent> events, EquatableArray<Journal.Evidence> evidence, EquatableArray<AlertChange> alerts)
    {
        var after = before.With(events);
        return new Append(
            before.Id, before.Incident.Version,
            events.Select(happened => new NewEvent(EventFormat.NameOf(happened), happened.At, EventFormat.Bytes(happened))).ToEquatableArray(),
            evidence, Deadlines(before.Incident, after.Incident).ToEquatableArray(), Messages(before, after, events).ToEquatableArray(), alerts);
    }

    /// <summary>The difference between the deadlines that held and those that hold.</summary>
    public static IEnumerable<DeadlineChange> Deadlines(Incident before, Incident after)
    {
        var (old, due) = (before.Deadlines, after.Deadlines);
        foreach (var kind in old.Keys.Where(kind => !due.ContainsKey(kind))) yield return new DeadlineChange(kind, null);
        foreach (var (kind, at) in due)
            if (!old.TryGetValue(kind, out var known) || known != at) yield return new DeadlineChange(kind, at);
    }

    IEnumerable<Message> Messages(Record before, Record after, EquatableArray<IncidentEvent> events)
    {
        if (senders.IsEmpty) yield break;
        var record = before;
        foreach (var happened in events)
        {
            record = record.With([happened]);
            if (Response.IsTold(happened, record.Incident, happened is LookFinished ? Conclusion(after) : null) is not { } notice) continue;
            var link = new Uri(publicUrl, $"/incidents/{record.Incident.Number}");
            foreach (var sender in senders.Where(sender => sender.Tells(record.Incident.Team)))
                yield return new Message($"{record.Id}:{record.Incident.Version}:{sender.Name}", sender.Name, Body(notice, record, link));
        }
    }

    string? Conclusion(Record record) =>
        Response.Concludes(
            record.Id, record.Events, records.Runbook(record.Incident), records.Output,
            considered => records.Runbook(considered.Evidence, considered.File, record.Incident.Team)).Conclusion;

    static byte[] Body(Notice notice, Record record, Uri link) => JsonSerializer.SerializeToUtf8Bytes(
        new OutgoingNotice(
            "firstlook.notice/1", notice.Kind, notice.Text, link.ToString(), record.Incident.Number, record.Id, record.Incident.Title,
            record.Incident.Severity, record.Incident.State.ToString().ToLowerInvariant(), record.Incident.Service, record.Events[^1].At),
        JsonSerializerOptions.Web);
}

/// <summary>The body of the generic webhook, and what every other sender makes its own from. A public contract: additions are fine.</summary>
/// <param name="Number">0 where it tells of no incident, but of a runbook.</param>
public sealed record OutgoingNotice(
    string Schema, string Kind, string Text, string Link, int Number, Guid Incident, string Title, string Severity, string State, string? Service, DateTimeOffset At);
