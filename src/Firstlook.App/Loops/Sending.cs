using System.Text.Json;
using Firstlook.App.Desk;
using Firstlook.App.Senders;
using Firstlook.Journal;

namespace Firstlook.App.Loops;

/// <summary>Delivers what is in the outbox, at least once, each with a key that stays the same.</summary>
public sealed class Sending(Journal.Journal journal, IReadOnlyDictionary<string, ISender> senders, TimeProvider time, ILogger<Sending> log) : BackgroundService
{
    static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>With the pauses between them about a day.</summary>
    const int MostAttempts = 300;

    const int AtOnce = 16;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        try
        {
            do
            {
                try
                {
                    await Pass(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // Leases run out: what was taken is taken again.
                    Log.TurnFailed(log, "outbox", exception.Message);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what is not delivered stays in the outbox.
        }
    }

    async Task Pass(CancellationToken cancellation)
    {
        var messages = await journal.LeaseMessages(time.GetUtcNow(), AtOnce, Lease, cancellation);
        // Messages of one incident to one sender keep their order; different ones do not wait for each other.
        await Task.WhenAll(messages.GroupBy(message => (message.Sender, message.Stream)).Select(async group =>
        {
            foreach (var message in group) await Deliver(message, cancellation);
        }));
    }

    async Task Deliver(LeasedMessage message, CancellationToken cancellation)
    {
        var delivery = senders.TryGetValue(message.Sender, out var sender)
            ? await sender.Send(message.Key, JsonSerializer.Deserialize<OutgoingNotice>(message.Body, JsonSerializerOptions.Web)!, cancellation)
            : new Delivery(false, false, $"no sender {message.Sender} is configured any more");
        if (delivery.Done)
        {
            await journal.Delivered(message.Key, time.GetUtcNow(), cancellation);
            return;
        }

        Log.NotDelivered(log, message.Key, message.Sender, message.Attempts, delivery.Error);
        var retry = delivery.Retryable && message.Attempts < MostAttempts;
        await journal.Failed(message.Key, retry ? time.GetUtcNow() + Pause(message.Attempts, delivery.RetryAfter) : null, delivery.Error, cancellation);
    }

    static TimeSpan Pause(int attempts, TimeSpan? asked)
    {
        var doubled = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(attempts - 1, 16))));
        return asked > doubled ? (asked.Value < LongestPause ? asked.Value : LongestPause) : doubled;
    }
}
