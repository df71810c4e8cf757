using System.Collections.Concurrent;
using Firstlook.Access;
using Firstlook.Executors.Http;
using Firstlook.Executors.Interpreter;
using Firstlook.Executors.LogQl;
using Firstlook.Executors.Logs;
using Firstlook.Executors.PromQl;
using Firstlook.Executors.Redis;
using Firstlook.Executors.Shell;
using Firstlook.Executors.Sql;
using Firstlook.Executors.Tls;
using Firstlook.Looks;
using Firstlook.Masking;

namespace Firstlook.Executors;

/// <summary>The only way to a target. Every result is bounded and masked before it leaves.</summary>
public sealed class TargetExecutors(TargetConnections connections, TimeProvider clock, Masker masker) : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, Lazy<TargetDoor>> doors = new(StringComparer.Ordinal);
    readonly SharedReads shared = new(clock);

    /// <summary>Opens what must be open before trouble starts: one session on each database. Never fails; a target that is away is tried again when it is needed.</summary>
    public Task Warm(CancellationToken cancellation) =>
        Task.WhenAll(connections.Names.Select(name => Door(name) is { } door ? door.Warm(cancellation) : Task.CompletedTask));

    public Task<Result> Run(ReadPermit permit, CancellationToken cancellation) => Run(permit, permit.Command, cancellation);

    /// <summary>As <see cref="Run(ReadPermit, CancellationToken)"/>, or the answer that somebody else gets for the very same read: not for a look at what an action has
    /// done.</summary>
    /// <param name="age">How long ago that answer may have been asked for, at most <see cref="SharedReads.Kept"/>.</param>
    public Task<Result> RunShared(ReadPermit permit, TimeSpan age, CancellationToken cancellation) => shared.Ask(permit, age, stopping => Run(permit, stopping), cancellation);

    /// <summary>Runs what the permit says, within its limits.</summary>
    /// <param name="command">Whose result it is, for the record.</param>
    /// <returns>Whatever went wrong is in the result's outcome, in words for people.</returns>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<Result> Run(Permit permit, CommandId command, CancellationToken cancellation)
    {
        if (permit is ActionPermit { Until: var until } && clock.GetUtcNow() >= until)
            return new Result(command, permit.Target.Name, permit.Text, null, clock.GetUtcNow(), TimeSpan.Zero,
                Answer.Refused("its approval ended before it could begin").Outcome, Output.None, 0);
        if (permit is ActionPermit) shared.Forget();
        var (startedAt, duration, answer) = Door(permit.Target.Name) is { } door
            ? await door.Run(permit, cancellation)
            : (clock.GetUtcNow(), TimeSpan.Zero, Answer.Refused($"no connection is configured for target {permit.Target.Name}: add it under targets in the configuration"));
        if (permit is ActionPermit) shared.Forget();
        var rewrite = string.Join("; ", new[] { (permit as ReadPermit)?.Rewrite, answer.Rewrite }.Where(sentence => sentence is not null));
        var result = new Result(command, permit.Target.Name, permit.Text, rewrite.Length == 0 ? null : rewrite, startedAt, duration, answer.Outcome, answer.Output, 0);
        return masker.Mask(result);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var door in doors.Values) await door.Value.DisposeAsync();
    }

    TargetDoor? Door(string target) => connections.Find(target) is { } connection
        ? doors.GetOrAdd(target, name => new Lazy<TargetDoor>(() => new TargetDoor(name, connection.Parallel, Executor(name, connection), clock))).Value
        : null;

    IExecutor Executor(string target, Connection connection)
    {
        try
        {
            return Understood(target, connection);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return new Misconfigured($"the connection of {target} is not understood: {wrong.Message}");
        }
    }

    IExecutor Understood(string target, Connection connection) => connection switch
    {
        PrometheusConnection prometheus => new PromQlExecutor(target, prometheus, clock),
        PostgresConnection postgres => new SqlExecutor(target, postgres, clock),
        ShellConnection shell => new ShellExecutor(target, shell, clock),
        InterpreterConnection interpreter => new InterpreterExecutor(target, interpreter, clock),
        LokiConnection loki => new LogQlExecutor(target, loki, clock),
        LogFilesConnection files => new LogFilesExecutor(target, files, clock),
        TlsConnection tls => new TlsExecutor(target, tls, clock),
        RedisConnection redis => new RedisExecutor(target, redis, clock),
        HttpConnection http => new HttpExecutor(target, http, clock),
        _ => throw new System.Diagnostics.UnreachableException($"no executor for {connection}"),
    };
}
