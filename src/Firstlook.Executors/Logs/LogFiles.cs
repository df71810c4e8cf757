using System.IO.Compression;
using System.Text;

namespace Firstlook.Executors.Logs;

/// <summary>Lines of the configured files, rotated ones included, the newest first looked at where there are too many.</summary>
/// <param name="sets">What is configured.</param>
/// <param name="mostBytes">Of all files of one query together; the oldest bytes are left out.</param>
internal sealed class LogFiles(EquatableArray<LogFileSet> sets, long mostBytes)
{
    /// <summary>A longer line is cut.</summary>
    const int LongestLine = 64 * 1024;

    long left = mostBytes;

    /// <summary>Bytes that were not looked at, since there were too many; for a person.</summary>
    public long Skipped { get; private set; }

    /// <summary>Files that could not be read, each with why.</summary>
    public List<string> Problems { get; } = [];

    /// <returns>Lines since then whose file's labels fit, oldest first within each file.</returns>
    public IEnumerable<LogEntry> Read(EquatableArray<Matcher> selector, DateTimeOffset since, DateTimeOffset now)
    {
        foreach (var set in sets.Where(set => selector.All(matcher => matcher.Label == "filename" || matcher.Holds(set.Label(matcher.Label)))))
        {
            foreach (var path in set.Paths().Where(path => File.GetLastWriteTimeUtc(path) >= since.UtcDateTime))
            {
                // A file's own labels, and its name as Promtail gives it.
                foreach (var entry in Entries(path, now).Where(entry => entry.At >= since && entry.At <= now))
                {
                    foreach (var (name, value) in set.Labels) entry.Labels[name] = value;
                    entry.Labels.TryAdd("filename", path);
                    if (selector.All(matcher => matcher.Holds(entry[matcher.Label]))) yield return entry;
                }
            }
        }
    }

    IEnumerable<LogEntry> Entries(string path, DateTimeOffset now)
    {
        List<string> lines;
        DateTimeOffset written;
        try
        {
            written = new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
            lines = Lines(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Problems.Add($"{path} could not be read: {unreadable.Message}");
            yield break;
        }

        // A line without a time belongs to the one before it (a stack trace); before the first time, to that.
        var last = lines.Select(line => LogTime.Find(line, now)).FirstOrDefault(time => time is not null) ?? written;
        foreach (var line in lines)
        {
            last = LogTime.Find(line, now) ?? last;
            yield return new LogEntry(last, line, new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    List<string> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            return Split(Take(unpacked, left), whole: true);
        }

        var from = Math.Max(0, file.Length - left);
        Skipped += from;
        file.Position = from;
        return Split(Take(file, file.Length - from), whole: from == 0);
    }

    byte[] Take(Stream stream, long most)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (taken.Length < most && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, most - taken.Length)) is > 0 and var count) taken.Write(buffer, 0, count);
        left -= taken.Length;
        return taken.ToArray();
    }

    /// <param name="whole">False where the first line may be the end of one.</param>
    static List<string> Split(byte[] bytes, bool whole)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        return [.. lines.Skip(whole ? 0 : 1).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)
            .Select(line => line.Length > LongestLine ? line[..LongestLine] : line)];
    }
}
