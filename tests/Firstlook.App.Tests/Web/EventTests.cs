using System.Diagnostics;
using System.Net;
using System.Net.ServerSentEvents;
using Firstlook.Incidents;

namespace Firstlook.App.Tests.Web;

public sealed class EventTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    readonly ManualTime time = new(Shop.Night);

    static async Task<IAsyncEnumerator<SseItem<string>>> Listen(Visitor visitor, string path, string? last = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        var answer = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return SseParser.Create(await answer.Content.ReadAsStreamAsync(Cancellation)).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
    }

    static async Task<SseItem<string>> Next(IAsyncEnumerator<SseItem<string>> events)
    {
        do Assert.True(await events.MoveNextAsync(), "the stream has ended");
        while (events.Current.EventType == "beat");
        return events.Current;
    }

    [Fact]
    public async Task The_stream_says_hello_at_once_and_then_every_change()
    {
        var desk = Shop.Looked(time);
        var version = desk.Room(7)!.Incident.Version;
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        var started = Stopwatch.GetTimestamp();
        await using var events = await Listen(ada, $"/incidents/7/events?after={version}");
        Assert.Equal("hello", (await Next(events)).EventType);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2), "hello took too long");
        desk.Append(7, null, new NoteAdded(Shop.Night, "grace", "one"), new NoteAdded(Shop.Night, "grace", "two"));
        Assert.Equal(("change", $"{version + 1}"), ((await Next(events)).EventType, events.Current.EventId));
        Assert.Equal(("change", $"{version + 2}"), ((await Next(events)).EventType, events.Current.EventId));
    }

    [Fact]
    public async Task A_stream_that_connects_again_goes_on_after_the_last_event_it_saw()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        var version = desk.Room(7)!.Incident.Version;
        await using var events = await Listen(ada, "/incidents/7/events?after=0", last: $"{version - 2}");
        Assert.Equal("hello", (await Next(events)).EventType);
        Assert.Equal($"{version - 1}", (await Next(events)).EventId);
        Assert.Equal($"{version}", (await Next(events)).EventId);
    }

    [Fact]
    public async Task A_stream_of_an_incident_that_is_not_there_is_not_found()
    {
        await using var server = await WebServer.Start(new MemoryDesk(time), cancellation: Cancellation);
        using var ada = await server.SignedIn();
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Http.GetAsync("/incidents/7/events", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Open_streams_do_not_hold_the_server_back_when_it_stops()
    {
        await using var server = await WebServer.Start(Shop.Looked(time), cancellation: Cancellation);
        using var ada = await server.SignedIn();
        await using var one = await Listen(ada, "/incidents/7/events");
        await using var other = await Listen(ada, "/incidents/7/events?after=0");
        await Next(one);
        await Next(other);
        var started = Stopwatch.GetTimestamp();
        await server.App.StopAsync(Cancellation);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2), $"stopping took {Stopwatch.GetElapsedTime(started)}");
    }

    [Fact]
    public async Task A_reader_who_leaves_does_not_disturb_the_others()
    {
        var desk = Shop.Looked(time);
        await using var server = await WebServer.Start(desk, cancellation: Cancellation);
        using var ada = await server.SignedIn();
        using (var leaving = await server.SignedIn("grace"))
        {
            var left = await Listen(leaving, "/incidents/7/events");
            await Next(left);
        }

        await using var events = await Listen(ada, "/incidents/7/events");
        await Next(events);
        desk.Append(7, null, new NoteAdded(Shop.Night, "ada", "still here"));
        Assert.Equal("change", (await Next(events)).EventType);
    }
}
