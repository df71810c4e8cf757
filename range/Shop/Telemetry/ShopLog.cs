using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;

namespace Firstlook.Range.Telemetry;

/// <summary>
/// The shop's JSON log: one object a line, written in order by one writer, rotated once to FILE.1 at 64 MiB.
/// FILE with the ending .json is a link to it, for tools that look there. "-" is standard output, where a pod says what it has to say.
/// </summary>
internal sealed class ShopLog : IAsyncDisposable
{
    const long RotateBytes = 64 * 1024 * 1024;
    const string Output = "-";

    // Paths and messages are read by people with grep: keep "+" and "'" as they are.
    static readonly LogJson Json = new(new JsonSerializerOptions(LogJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    readonly Channel<LogEntry> lines = Channel.CreateBounded<LogEntry>(new BoundedChannelOptions(8192)
    {
        SingleReader = true,
        // A log that cannot be written must not stop a sale.
        FullMode = BoundedChannelFullMode.DropOldest,
    });

    readonly string file;
    readonly TimeProvider clock;
    readonly Task writing;

    public ShopLog(string file, TimeProvider clock)
    {
        this.file = file;
        this.clock = clock;
        if (file != Output)
        {
            var link = Path.ChangeExtension(file, ".json");
            File.Delete(link);
            File.CreateSymbolicLink(link, Path.GetFileName(file));
        }
        writing = Task.Run(WriteLinesAsync);
    }

    /// <summary>Adds one line; the entry's time is now. Never waits.</summary>
    public void Write(LogEntry entry) => lines.Writer.TryWrite(entry);

    public string Now() => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await writing;
    }

    async Task WriteLinesAsync()
    {
        var stream = Append();
        try
        {
            while (await lines.Reader.WaitToReadAsync())
            {
                while (lines.Reader.TryRead(out var entry))
                {
                    await JsonSerializer.SerializeAsync(stream, entry, Json.LogEntry);
                    stream.WriteByte((byte)'\n');
                }
                await stream.FlushAsync();
                if (file != Output && stream.Length > RotateBytes)
                {
                    await stream.DisposeAsync();
                    File.Move(file, file + ".1", overwrite: true);
                    stream = Append();
                }
            }
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    Stream Append() => file == Output ? Console.OpenStandardOutput() : new FileStream(file, new FileStreamOptions
    {
        Mode = FileMode.Append,
        Access = FileAccess.Write,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 64 * 1024,
    });
}
