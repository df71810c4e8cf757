using System.Globalization;
using System.Text;
using Firstlook.Access;
using Firstlook.Looks;

namespace Firstlook.Executors.Redis;

/// <summary>RESP 2: commands as arrays of bulk strings, replies as the lines that <c>redis-cli</c> prints into a pipe.</summary>
internal sealed class RedisWire(Stream stream)
{
    const int DeepestReply = 16;
    const long LargestReply = 64L * 1024 * 1024;

    readonly byte[] buffer = new byte[16 * 1024];
    int start;
    int end;
    long received;

    public async Task<RedisReply> Ask(IReadOnlyList<string> words, Limits limits, CancellationToken cancellation)
    {
        using var request = new MemoryStream();
        request.Write(Encoding.ASCII.GetBytes($"*{words.Count}\r\n"));
        foreach (var word in words)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            request.Write(Encoding.ASCII.GetBytes($"${bytes.Length}\r\n"));
            request.Write(bytes);
            request.Write("\r\n"u8);
        }

        await stream.WriteAsync(request.GetBuffer().AsMemory(0, (int)request.Length), cancellation);
        var reply = new RedisReply(limits);
        await Read(reply, 0, cancellation);
        return reply;
    }

    async Task Read(RedisReply reply, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestReply) throw new FormatException("a reply too deep");
        var line = await Line(cancellation);
        var rest = line[1..];
        switch (line[0])
        {
            case '+':
            case ':':
                reply.Add(rest);
                break;
            case '-':
                // Inside of an array an error is one of its items.
                if (depth == 0) reply.Error = rest;
                else reply.Add(rest);
                break;
            case '$':
                var length = Number(rest);
                if (length < 0) reply.Add("(nil)");
                else await Bulk(reply, length, cancellation);
                break;
            case '*':
                for (var items = Number(rest); items > 0; items--) await Read(reply, depth + 1, cancellation);
                break;
            default:
                throw new FormatException($"a reply that begins with '{line[0]}'");
        }
    }

    async Task Bulk(RedisReply reply, long length, CancellationToken cancellation)
    {
        if (length > LargestReply) throw new FormatException("a value too large");
        var bytes = new byte[length + 2];
        for (var at = 0; at < bytes.Length;)
        {
            if (start == end) await Fill(cancellation);
            var count = Math.Min(bytes.Length - at, end - start);
            buffer.AsSpan(start, count).CopyTo(bytes.AsSpan(at));
            start += count;
            at += count;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, (int)length);
        foreach (var line in text.TrimEnd('\r', '\n').Split('\n')) reply.Add(line.TrimEnd('\r'));
    }

    async Task<string> Line(CancellationToken cancellation)
    {
        const int longest = 64 * 1024;
        var line = new StringBuilder();
        while (true)
        {
            if (start == end) await Fill(cancellation);
            var c = (char)buffer[start++];
            if (c == '\n') break;
            if (c != '\r') line.Append(c);
            if (line.Length > longest) throw new FormatException("a line without end");
        }

        return line.Length > 0 ? line.ToString() : throw new FormatException("an empty line");
    }

    async Task Fill(CancellationToken cancellation)
    {
        start = 0;
        end = await stream.ReadAsync(buffer, cancellation);
        if (end == 0) throw new IOException("the connection was closed");
        received += end;
        if (received > LargestReply) throw new FormatException("a reply too large");
    }

    static long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{text}' is no number");
}

/// <summary>Lines of a reply: the first of them kept, all of them counted.</summary>
internal sealed class RedisReply(Limits limits)
{
    readonly List<string> lines = [];
    int bytes;

    public IReadOnlyList<string> Lines => lines;

    public long Count { get; private set; }

    /// <summary>Null where it is none.</summary>
    public string? Error { get; set; }

    public void Add(string line)
    {
        Count++;
        bytes += line.Length;
        if (lines.Count < limits.Rows && bytes <= limits.Bytes) lines.Add(line);
    }
}
