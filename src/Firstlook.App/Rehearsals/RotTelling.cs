using System.Text.Json;
using Firstlook.App.Desk;
using Firstlook.Baselines;
using Firstlook.Journal;
using Firstlook.Notices;

namespace Firstlook.App.Rehearsals;

/// <summary>Puts what the owners of runbooks have not heard yet into the outbox, and remembers that they are told.</summary>
sealed class RotTelling(Configuration.Configuration configuration, RehearsalFile file, Libraries libraries, Journal.Journal journal, TimeProvider time)
{
    /// <summary>The outbox's stream of rehearsals: "rehear" in ASCII, so that no incident's ever meets it. It has no events.</summary>
    static readonly Guid Stream = new("00000000-0000-0000-0000-726568656172");

    /// <summary>The caller has the turn.</summary>
    public async Task Tell(CancellationToken cancellation)
    {
        if (configuration.Senders.IsEmpty) return;
        foreach (var notice in RotNotice.Of(file.Read()))
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(
                new OutgoingNotice(
                    "firstlook.notice/1", notice.Notice.Kind, notice.Notice.Text, new Uri(configuration.PublicUrl, "/rehearsals").ToString(), 0, Stream,
                    Path.GetFileName(notice.Runbook), "low",
                        file.Read().Reads.Values.Any(read => read.Rot is not null && notice.Reads.Contains(read.Key)) ? "rotten" : "sound", null, time.GetUtcNow()),
                JsonSerializerOptions.Web);
            // The same changes have the same key: told once, also where we died before we could remember it.
            var key = Journal.Evidence.Of(System.Text.Encoding.UTF8.GetBytes(notice.Id)).Hash[..32];
            // A runbook that is no team's any more is everybody's.
            var owners = libraries.OwnersOf(notice.Runbook);
            var messages = configuration.Senders.Where(sender => owners.Count == 0 || owners.Any(sender.Tells))
                .Select(sender => new Message($"rot:{key}:{sender.Name}", sender.Name, body))
                .Where(message => journal.MessageStates(Stream).All(sent => sent.Key != message.Key)).ToEquatableArray();
            if (!messages.IsEmpty && await journal.Append(new Append(Stream, 0, [], Messages: messages), cancellation) is not Appended.Committed) return;
            var record = file.Read();
            file.Write(record with { Reads =
                record.Reads.SetItems(notice.Reads.Where(record.Reads.ContainsKey)
                    .Select(read => KeyValuePair.Create(read, record.Reads[read] with { Told = record.Reads[read].Rot is not null }))) });
        }
    }
}
