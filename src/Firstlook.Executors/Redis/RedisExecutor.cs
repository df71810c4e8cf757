using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors.Redis;

/// <summary>One Redis command over a connection of its own (RESP 2, redis.io/docs/reference/protocol-spec).</summary>
internal sealed class RedisExecutor(string target, RedisConnection connection, TimeProvider clock) : IExecutor
{
    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit.Language != Language.Redis) return Answer.Refused($"{target} runs Redis commands, not {permit.Language.Word()}");
        var words = RedisWords.Read(permit.Text, permit.Values);
        if (words.Problem is { } problem) return Answer.Refused(problem);
        using var deadline = new Deadline(permit.Limits.Time, clock, cancellation);
        try
        {
            return await Ask(words.Words, permit.Limits, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Answer(new Outcome(OutcomeKind.TimedOut, $"{target} had not answered after {permit.Limits.Time.TotalSeconds:0.#} s"), Output.None);
        }
        catch (Exception unreachable) when (unreachable is SocketException or IOException or System.Security.Authentication.AuthenticationException)
        {
            return new Answer(new Outcome(OutcomeKind.Unreachable, $"{target} could not be reached: {unreachable.Message}"), Output.None);
        }
        catch (FormatException stranger)
        {
            return new Answer(new Outcome(OutcomeKind.Failed, $"{target} does not answer as Redis does: {stranger.Message}"), Output.None);
        }
    }

    async Task<Answer> Ask(IReadOnlyList<string> words, Limits limits, CancellationToken cancellation)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(connection.Host, connection.Port, cancellation);
        await using var stream = await Secured(socket.GetStream(), cancellation);
        var wire = new RedisWire(stream);
        foreach (var opening in Openings())
        {
            if (await wire.Ask(opening, limits, cancellation) is { Error: { } refused }) return new Answer(Failed(refused), Output.None);
        }

        var reply = await wire.Ask(words, limits, cancellation);
        return reply.Error is { } error
            ? new Answer(Failed(error), Output.None)
            : new Answer(Outcome.Succeeded, new Output(OutputKind.Lines, reply.Count, reply.Count > reply.Lines.Count, Lines: reply.Lines.ToEquatableArray()));
    }

    IEnumerable<IReadOnlyList<string>> Openings()
    {
        if (connection.Password is { } password) yield return connection.User is { } user ? ["AUTH", user, password] : ["AUTH", password];
        if (connection.Database != 0) yield return ["SELECT", connection.Database.ToString(CultureInfo.InvariantCulture)];
    }

    async Task<Stream> Secured(NetworkStream plain, CancellationToken cancellation)
    {
        if (!connection.Tls) return plain;
        var secured = new SslStream(plain);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = connection.Host }, cancellation);
        return secured;
    }

    /// <summary>The first word of an error is its code: <c>WRONGTYPE</c>, <c>NOAUTH</c>, <c>NOPERM</c>, <c>LOADING</c>, <c>OOM</c>.</summary>
    static Outcome Failed(string error)
    {
        var end = error.IndexOf(' ', StringComparison.Ordinal);
        return new Outcome(OutcomeKind.Failed, error, Code: end < 0 ? error : error[..end]);
    }
}
