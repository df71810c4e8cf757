using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Firstlook.Range.Website;

/// <summary>
/// Counters in Redis that forget themselves, over one connection and the two commands they need
/// (INCR and EXPIRE; https://redis.io/docs/latest/develop/reference/protocol-spec/).
/// </summary>
internal sealed class RedisCounter(string address, TimeProvider clock) : IAsyncDisposable
{
    // One command waits this long, at most: the form must not hang because its counter does.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    readonly SemaphoreSlim turn = new(1);
    Socket? socket;

    /// <summary>Adds one to <paramref name="key"/> and returns the sum since its first count in the last <paramref name="window"/>.</summary>
    /// <exception cref="IOException">Redis cannot be reached, is too slow, or answers with an error.</exception>
    public async Task<long> IncrementAsync(string key, TimeSpan window, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            using var limit = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            var count = await AskAsync(["INCR", key], either.Token);
            if (count == 1)
            {
                await AskAsync(["EXPIRE", key, ((int)window.TotalSeconds).ToString(CultureInfo.InvariantCulture)], either.Token);
            }
            return count;
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            Drop();
            throw new IOException($"Redis at {address} does not answer: {error.Message}", error);
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

    async Task<long> AskAsync(string[] command, CancellationToken cancellation)
    {
        socket ??= await ConnectAsync(cancellation);
        var request = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{command.Length}\r\n");
        foreach (var word in command)
        {
            request.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        }
        await socket.SendAsync(Encoding.UTF8.GetBytes(request.ToString()), cancellation);
        var reply = await ReadLineAsync(socket, cancellation);
        return reply is [':', .. var number]
            ? long.Parse(number, CultureInfo.InvariantCulture)
            : throw new IOException($"Redis answered {command[0]} with: {reply}");
    }

    async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var connected = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await connected.ConnectAsync(IPEndPoint.Parse(address), cancellation);
            return connected;
        }
        catch
        {
            connected.Dispose();
            throw;
        }
    }

    static async Task<string> ReadLineAsync(Socket connected, CancellationToken cancellation)
    {
        var line = new byte[512];
        var length = 0;
        while (length < 2 || line[length - 1] != '\n')
        {
            var read = await connected.ReceiveAsync(line.AsMemory(length), cancellation);
            length += read > 0 ? read : throw new SocketException((int)SocketError.ConnectionReset);
        }
        return Encoding.ASCII.GetString(line, 0, length - 2);
    }

    void Drop()
    {
        socket?.Dispose();
        socket = null;
    }
}
