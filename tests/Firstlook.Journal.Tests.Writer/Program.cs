using System.Globalization;
using System.Text;
using Firstlook.Journal;

// Appends for ever from several tasks and says on stdout what was committed, one line each, until it is killed:
//     FOLDER NUMBER -> "STREAM VERSION" ..., each task with streams of its own, counted from NUMBER
// Each append carries an event, evidence, a deadline, a message and an alert, so that all or none of them must be there.
var folder = args[0];
var firstStream = int.Parse(args[1], CultureInfo.InvariantCulture);
await using var journal = await Journal.Open(folder, TimeProvider.System, CancellationToken.None);
var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
await output.WriteLineAsync("ready");
await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(() => Keep(firstStream + (task * 100_000)))));

async Task Keep(int number)
{
    while (true)
    {
        var stream = new Guid(number++, 0, 0, new byte[8]);
        for (var version = 1; version <= 3; version++)
        {
            if (await journal.Append(Step(stream, version), CancellationToken.None) is not Appended.Committed)
                throw new InvalidOperationException($"{stream} {version} was not committed.");
            await output.WriteLineAsync($"{stream} {version}");
        }
    }
}

static Append Step(Guid stream, int version)
{
    var name = $"{stream}:{version}";
    var bytes = Encoding.UTF8.GetBytes(name);
    return new Append(
        stream,
        version - 1,
        [new NewEvent("incident.noted.v1", DateTimeOffset.UnixEpoch, bytes)],
        [Evidence.Of(bytes)],
        [new DeadlineChange(name, DateTimeOffset.UnixEpoch)],
        [new Message(name, "slack", bytes)],
        [new AlertChange(name, Firing: true, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)]);
}
