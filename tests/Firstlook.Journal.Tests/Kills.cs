using System.Text;

namespace Firstlook.Journal.Tests;

public sealed class Kills : IDisposable
{
    const int Rounds = 8;

    readonly Place place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Whatever_was_reported_committed_survives_kill_9_whole()
    {
        // Fixed, so that a failure can be played again as far as timing allows.
        var random = new Random(20260301);
        var reported = new List<(Guid Stream, int Version)>();
        for (var round = 0; round < Rounds; round++)
        {
            reported.AddRange(await WriteUntilKilled(round * 1_000_000, TimeSpan.FromMilliseconds(random.Next(1, 400))));

            // The next writer must be able to go on from what the kill left, lock file included.
            await using (await place.Open())
            {
            }

            Assert.Null(Journal.Verify(place.Folder).Broken);
        }

        Assert.True(reported.Count > 100, $"Only {reported.Count} appends in {Rounds} rounds prove little.");
        AllThere(reported);
    }

    async Task<List<(Guid Stream, int Version)>> WriteUntilKilled(int firstStream, TimeSpan after)
    {
        using var writer = Programs.Start(
            Path.Combine(AppContext.BaseDirectory, "Firstlook.Journal.Tests.Writer"), place.Folder, $"{firstStream}")!;
        var reported = new List<(Guid, int)>();
        Assert.Equal("ready", await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        // SIGKILL on Linux.
        await using var kill = new Timer(_ => writer.Kill(), null, after, Timeout.InfiniteTimeSpan);
        while (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            // A line cut off by the kill reported nothing.
            if (line.Split(' ') is [var stream, var version] && Guid.TryParse(stream, out var id) && version.Length == 1)
                reported.Add((id, int.Parse(version, System.Globalization.CultureInfo.InvariantCulture)));
        }

        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(writer.ExitCode == 128 + 9, "The writer ended by itself: " + await writer.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        return reported;
    }

    void AllThere(List<(Guid Stream, int Version)> reported)
    {
        using var reader = Journal.OpenRead(place.Folder);
        var events = reader.ReadAll(0, int.MaxValue).ToDictionary(stored => $"{stored.Stream}:{stored.Version}", stored => Encoding.UTF8.GetString(stored.Payload));
        Assert.DoesNotContain(reported, append => !events.ContainsKey($"{append.Stream}:{append.Version}"));

        // All or nothing: every event has its deadline, alert, message and evidence, and none of these stands without its event.
        Assert.Equal(events.Keys.Order(), reader.Due(DateTimeOffset.UnixEpoch, int.MaxValue).Select(due => due.Kind).Order());
        Assert.Equal(events.Keys.Order(), reader.Alerts().Select(alert => alert.Key).Order());
        Assert.Equal(events.Keys.Order(), reader.Streams().SelectMany(reader.MessageStates).Select(message => message.Key).Order());
        Assert.All(events.Keys, name => Assert.NotNull(reader.ReadEvidence(Evidence.Of(Encoding.UTF8.GetBytes(name)).Hash)));
    }
}
