using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Firstlook.App.Desk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Firstlook.App.Web;

/// <summary>
/// Tells a page that its incident has changed. The events carry the version and nothing else: the page fetches itself again, so that
/// what is shown is always what the server would show.
/// </summary>
static class IncidentEvents
{
    /// <summary>Between signs of life, by which the page knows how old it is.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>Then the page connects again, and whether its session still holds is asked anew.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <param name="after">Version that the page shows; a browser that connects again tells the last event it has seen instead.</param>
    public static Results<ServerSentEventsResult<string>, NotFound> Stream(int number, int? after, HttpContext context, IncidentDesk desk,
        IHostApplicationLifetime lifetime, TimeProvider time)
    {
        if (desk.Room(number) is not { } room) return TypedResults.NotFound();
        var seen = int.TryParse(context.Request.Headers["Last-Event-ID"], out var last) && last >= 0 ? last : after ?? room.Incident.Version;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Events(number, seen, desk, lifetime, time, context.RequestAborted));
    }

    static async IAsyncEnumerable<SseItem<string>> Events(
        int number, int seen, IncidentDesk desk, IHostApplicationLifetime lifetime, TimeProvider time, [EnumeratorCancellation] CancellationToken aborted)
    {
        // Headers wait for the first event, so that one is sent at once.
        yield return new SseItem<string>(seen.ToString(System.Globalization.CultureInfo.InvariantCulture), "hello") { ReconnectionInterval = TimeSpan.FromSeconds(2) };

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        ends.CancelAfter(Longest);
        await using var changes = desk.Changes(number, seen, ends.Token).GetAsyncEnumerator(ends.Token);
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                next ??= changes.MoveNextAsync().AsTask();
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(ends.Token);
                var first = await Task.WhenAny(next, Task.Delay(Beat, time, beat.Token));
                await beat.CancelAsync();
                if (first != next && !ends.IsCancellationRequested)
                {
                    yield return new SseItem<string>("", "beat");
                    continue;
                }

                if (!await Came(next, ends.Token)) yield break;
                next = null;
                var version = changes.Current.ToString(System.Globalization.CultureInfo.InvariantCulture);
                yield return new SseItem<string>(version, "change") { EventId = version };
            }
        }
        finally
        {
            // The reader may leave between two changes; what still waits for one must have ended before it can be disposed of.
            await ends.CancelAsync();
            if (next is not null) await Came(next, ends.Token);
        }
    }

    /// <returns>False where there is no further change: the page has gone, the server stops, or the stream has lasted long enough.</returns>
    static async Task<bool> Came(Task<bool> next, CancellationToken ends)
    {
        try
        {
            return await next;
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            return false;
        }
    }
}
