using System.Diagnostics;
using System.Globalization;
using Firstlook.Journal;

namespace Firstlook.Bench;

/// <summary>Durable appends each second to the SQLite journal, by how many callers wait at once; reads of one alert; verify. Needs a folder on a real disk.</summary>
internal static class Appending
{
    static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    public static async Task Run(string parent)
    {
        await Console.Out.WriteLineAsync($"journal in {parent}, {Measured.TotalSeconds:0} s each; ms");
        foreach (var (name, append) in new (string, Func<int, int, Append>)[] { ("open", Open), ("event", Event), ("extend", Extend) })
        {
            foreach (var callers in new[] { 1, 32, 256 }) await Report(parent, name, append, callers);
        }
    }

    static async Task Report(string parent, string name, Func<int, int, Append> append, int callers)
    {
        var folder = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"append-{name}-{callers}-{Environment.ProcessId}"));
        await using (var journal = await Firstlook.Journal.Journal.Open(folder, TimeProvider.System, CancellationToken.None))
        {
            var latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Keep(journal, caller, append))));
            var sorted = latencies.SelectMany(each => each).Order().ToArray();
            await Console.Out.WriteLineAsync(
                $"{name,-7} callers {callers,3}: {sorted.Length / Measured.TotalSeconds,8:N0}/s   p50 {sorted[sorted.Length / 2]:0.00}   p99 {sorted[sorted.Length * 99 / 100]:0.00}   max {sorted[^1]:0.0}");
            await Console.Out.WriteLineAsync($"{"",-7} reads of an alert, 1 caller: {Reads(journal),8:N0}/s");
        }

        var watch = Stopwatch.StartNew();
        var verification = Firstlook.Journal.Journal.Verify(folder);
        if (verification.Broken is { } broken) throw new InvalidOperationException(broken);
        await Console.Out.WriteLineAsync($"{"",-7} verify of {verification.Events:N0} events: {watch.Elapsed.TotalSeconds:0.00} s");
        Directory.Delete(folder, recursive: true);
    }

    static double Reads(Firstlook.Journal.Journal journal)
    {
        const int Times = 20_000;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++) _ = journal.Alert("0:-1") ?? throw new InvalidOperationException("No alert.");
        return Times / watch.Elapsed.TotalSeconds;
    }

    static async Task<List<double>> Keep(Firstlook.Journal.Journal journal, int caller, Func<int, int, Append> append)
    {
        var taken = new List<double>();
        await Commit(journal, Open(caller, -1));
        var whole = Stopwatch.StartNew();
        for (var turn = 0; whole.Elapsed < Warm + Measured; turn++)
        {
            var from = whole.Elapsed;
            await Commit(journal, append(caller, turn));
            if (from >= Warm) taken.Add((whole.Elapsed - from).TotalMilliseconds);
        }

        return taken;
    }

    static async Task Commit(Firstlook.Journal.Journal journal, Append append)
    {
        if (await journal.Append(append, CancellationToken.None) is not Appended.Committed) throw new InvalidOperationException("Not committed.");
    }

    /// <summary>A new incident: event, deadline, two messages, alert.</summary>
    static Append Open(int caller, int turn)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{caller}:{turn}");
        return new Append(
            Stream(caller, turn),
            0,
            [Payload(1_000)],
            Deadlines: [new DeadlineChange("acknowledge", DateTimeOffset.UnixEpoch)],
            Messages: [new Message(name + ":slack", "slack", new byte[300]), new Message(name + ":webhook", "webhook", new byte[300])],
            Alerts: [new AlertChange(name, Firing: true, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)]);
    }

    static Append Event(int caller, int turn) => new(Stream(caller, -1), turn + 1, [Payload(300)]);

    static Append Extend(int caller, int turn) => new(
        Stream(caller, -1),
        0,
        [],
        Alerts: [new AlertChange(string.Create(CultureInfo.InvariantCulture, $"{caller}:-1"), Firing: true, DateTimeOffset.UnixEpoch.AddSeconds(turn), DateTimeOffset.UnixEpoch)]);

    static NewEvent Payload(int bytes) => new("incident.noted.v1", DateTimeOffset.UnixEpoch, new byte[bytes]);

    static Guid Stream(int caller, int turn) => new(caller, 0, 0, [0, 0, 0, 0, (byte)(turn >> 24), (byte)(turn >> 16), (byte)(turn >> 8), (byte)turn]);
}
