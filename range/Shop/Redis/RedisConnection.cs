using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Firstlook.Range.Redis;

/// <summary>
/// One connection to Redis, one command at a time, in RESP2
/// (https://redis.io/docs/latest/develop/reference/protocol-spec/). It connects when it is first used, and again after
/// a failure.
/// </summary>
/// <param name="patience">How long one command may take; a blocking one must be asked to block for less.</param>
internal sealed class RedisConnection(string address, TimeSpan patience, TimeProvider clock) : IAsyncDisposable
{
    readonly SemaphoreSlim turn = new(1);
    NetworkStream? stream;
    readonly byte[] buffer = new byte[16 * 1024];
    int start;
    int end;

    /// <exception cref="RedisException">Redis cannot be reached, is too slow, or answers with an error.</exception>
    public async Task<RedisReply> AskAsync(CancellationToken cancellation, params string[] command)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            using var limit = new CancellationTokenSource(patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            stream ??= await ConnectAsync(either.Token);
            await stream.WriteAsync(Encode(command), either.Token);
            return await ReadAsync(stream, command[0], either.Token);
        }
        catch (Exception error) when (error is SocketException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Drop();
            throw RedisException.Away(address, error);
        }
        catch (OperationCanceledException)
        {
            // An answer may still be on its way, and must not be taken for that of the next command.
            Drop();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        Drop();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    static byte[] Encode(string[] command)
    {
        var request = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{command.Length}\r\n");
        foreach (var word in command)
        {
            request.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        }
        return Encoding.UTF8.GetBytes(request.ToString());
    }

    async Task<NetworkStream> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPEndPoint.Parse(address), cancellation);
            (start, end) = (0, 0);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    async Task<RedisReply> ReadAsync(NetworkStream from, string command, CancellationToken cancellation)
    {
        var line = await ReadLineAsync(from, cancellation);
        switch (line[0])
        {
            case '+':
                return new RedisReply(0, line[1..], null);
            case '-':
                throw RedisException.Refused(command, line[1..]);
            case ':':
                return new RedisReply(long.Parse(line.AsSpan(1), CultureInfo.InvariantCulture), null, null);
            case '$':
                var length = int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
                return new RedisReply(0, length < 0 ? null : await ReadTextAsync(from, length, cancellation), null);
            case '*':
                var items = new RedisReply[Math.Max(0, int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture))];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = await ReadAsync(from, command, cancellation);
                }
                return new RedisReply(0, null, items);
            default:
                throw new IOException($"not RESP2: {line}");
        }
    }

    async Task<string> ReadLineAsync(NetworkStream from, CancellationToken cancellation)
    {
        while (true)
        {
            // Lines are short: looking again from their beginning costs nothing.
            var feed = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8);
            if (feed >= 0)
            {
                var line = Encoding.UTF8.GetString(buffer, start, feed);
                start += feed + 2;
                return line;
            }
            await FillAsync(from, cancellation);
        }
    }

    async Task<string> ReadTextAsync(NetworkStream from, int length, CancellationToken cancellation)
    {
        var text = new byte[length + 2];
        var have = Math.Min(text.Length, end - start);
        buffer.AsSpan(start, have).CopyTo(text);
        start += have;
        await from.ReadExactlyAsync(text.AsMemory(have), cancellation);
        return Encoding.UTF8.GetString(text, 0, length);
    }

    async Task FillAsync(NetworkStream from, CancellationToken cancellation)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = end < buffer.Length ? await from.ReadAsync(buffer.AsMemory(end), cancellation) : 0;
        end += read > 0 ? read : throw new SocketException((int)SocketError.ConnectionReset);
    }

    void Drop()
    {
        stream?.Dispose();
        stream = null;
    }
}

/// <summary>What Redis answered: a number, a text (null: nothing there), or several replies.</summary>
internal readonly record struct RedisReply(long Number, string? Text, IReadOnlyList<RedisReply>? Items);

/// <summary>Redis is away or refuses; a request that cannot do without it ends here.</summary>
internal sealed class RedisException : RefusedException
{
    RedisException(string type, string detail, Exception? cause)
        : base(new Refusal(type, "redis", "error", StatusCodes.Status503ServiceUnavailable, detail), cause)
    {
    }

    public static RedisException Away(string address, Exception cause) => new("ConnectionError", $"Redis at {address} does not answer: {cause.Message}", cause);

    /// <param name="said">Redis' own words, which begin with a code such as OOM or NOAUTH.</param>
    public static RedisException Refused(string command, string said) => new("RedisError", $"{command}: {said}", null);
}
