using System.Collections.Frozen;
using Firstlook.Effects;
using Firstlook.Executors.Logs;
using Firstlook.Executors.Reach;

namespace Firstlook.Executors;

/// <summary>
/// How each target is reached and with which credentials: the secret side of the configuration. Built once by the
/// configuration loader and given to <see cref="TargetExecutors"/> alone; nothing of it enters a result, a log or the journal.
/// </summary>
public sealed class TargetConnections(IReadOnlyDictionary<string, Connection> byName)
{
    readonly FrozenDictionary<string, Connection> byName = byName.ToFrozenDictionary(StringComparer.Ordinal);

    public static TargetConnections None { get; } = new(FrozenDictionary<string, Connection>.Empty);

    public IEnumerable<string> Names => byName.Keys;

    /// <returns>Null where no target of this name is configured.</returns>
    public Connection? Find(string target) => byName.GetValueOrDefault(target);
}

/// <summary>How one target is reached.</summary>
/// <param name="Parallel">Most commands that run against it at the same time; at least 1.</param>
public abstract record Connection(int Parallel)
{
    /// <summary>The kind alone: what is inside are secrets.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <param name="Address">Base of the HTTP API, with the path prefix where there is one: <c>http://127.0.0.1:9090</c>.</param>
/// <param name="Headers">Sent with every request: authorization, tenant.</param>
/// <param name="Parallel">
/// A first look is one burst of short queries. Prometheus itself queues what is above its <c>--query.max-concurrency</c>
/// (20 by default), so that a few more than that cost it nothing.
/// </param>
public sealed record PrometheusConnection(Uri Address, EquatableArray<KeyValuePair<string, string>> Headers = default, int Parallel = 32) : Connection(Parallel);

/// <param name="Reader">Connection string (Npgsql) of the role for reads. A role that can do more than read is refused.</param>
/// <param name="Actor">Connection string of the role for approved actions; null where actions on this target are not set up.</param>
/// <param name="Parallel">Sessions for reads at most; one of them is held open from the start.</param>
public sealed record PostgresConnection(string Reader, string? Actor = null, int Parallel = 3) : Connection(Parallel);

/// <param name="Enter">
/// Words before every program: empty for this host, <c>/usr/bin/nsenter --mount=/proc/123/ns/mnt --</c>,
/// <c>/usr/bin/docker exec app</c>, <c>/usr/bin/ssh -oBatchMode=yes app-1 --</c>. The first is looked for where every program is.
/// </param>
/// <param name="EnterJoinsWords">True where what is entered joins the words and gives them to a shell, as ssh does: then each word is quoted for it.</param>
/// <param name="Environment">Added to the scrubbed environment of every program.</param>
/// <param name="Folder">Working folder inside the target; null for <c>/</c>.</param>
/// <param name="Root">True where programs there already run as root, so that a <c>sudo</c> in a read is dropped. Null asks this process, where nothing is entered.</param>
public sealed record ShellConnection(
    EquatableArray<string> Enter = default,
    bool EnterJoinsWords = false,
    EquatableArray<KeyValuePair<string, string>> Environment = default,
    string? Folder = null,
    bool? Root = null,
    int Parallel = 8) : Connection(Parallel)
{
    /// <summary>
    /// True where programs that are entered run out of reach of signals from here, and have the standard input of what enters: over ssh, in a
    /// container, in a pod. They then end with the connection, and with their time, through a script that needs <c>/bin/sh</c> there.
    /// </summary>
    public bool Elsewhere { get; init; }

    /// <summary>
    /// Whether reads on this host see its files read-only, through bubblewrap (bwrap(1)): what a mistaken reading of a command lets through
    /// can still write nothing. Null takes it where it works; true refuses reads where it does not. Of no meaning where a target is entered.
    /// </summary>
    public bool? ReadOnlyView { get; init; }

    /// <summary>The cluster that kubectl means; null where the target's own configuration says. On this host alone: elsewhere no file is put.</summary>
    public ClusterPin? Cluster { get; init; }

    /// <summary>The engine that docker and docker-compose mean; null where the target's own configuration says.</summary>
    public EnginePin? Engine { get; init; }

    /// <summary>Addresses for names that programs look up, before the host's own: an external name in a runbook, or one that only a test may answer. On this host,
    /// through bubblewrap.</summary>
    public EquatableArray<KeyValuePair<string, string>> Hosts { get; init; }
}

/// <param name="Program">What takes the code on its standard input; the first word is an absolute path.</param>
/// <param name="Language">The one language it understands.</param>
public sealed record InterpreterConnection(
    EquatableArray<string> Program,
    Language Language,
    EquatableArray<KeyValuePair<string, string>> Environment = default,
    string? Folder = null,
    int Parallel = 2) : Connection(Parallel);

/// <param name="Address">Base of Loki's HTTP API, with the path prefix where there is one.</param>
/// <param name="Headers">Sent with every request: authorization, tenant (<c>X-Scope-OrgID</c>).</param>
public sealed record LokiConnection(Uri Address, EquatableArray<KeyValuePair<string, string>> Headers = default, int Parallel = 4) : Connection(Parallel)
{
    /// <summary>How far back a query for lines looks.</summary>
    public TimeSpan LookBack { get; init; } = TimeSpan.FromHours(1);
}

/// <param name="MostBytes">Of all files of one query together; the oldest bytes are left out, and that is told.</param>
public sealed record LogFilesConnection(EquatableArray<LogFileSet> Files, long MostBytes = 64L * 1024 * 1024, int Parallel = 2) : Connection(Parallel)
{
    /// <summary>How far back a query for lines looks.</summary>
    public TimeSpan LookBack { get; init; } = TimeSpan.FromHours(1);
}

/// <param name="Hosts">Addresses for names, before the system's own.</param>
/// <param name="Authority">File of a certificate authority that is trusted instead of the system's; null for none.</param>
public sealed record TlsConnection(EquatableArray<KeyValuePair<string, string>> Hosts = default, string? Authority = null, int Parallel = 4) : Connection(Parallel);

/// <param name="Password">Null where none is asked for; with <paramref name="User"/> an ACL user, else the default one.</param>
public sealed record RedisConnection(string Host, int Port = 6379, string? User = null, string? Password = null, int Database = 0, bool Tls = false, int Parallel = 4)
    : Connection(Parallel);

/// <param name="Address">Requests go to this scheme, host and port, and nowhere else.</param>
/// <param name="Headers">Sent with every request: authorization.</param>
public sealed record HttpConnection(Uri Address, EquatableArray<KeyValuePair<string, string>> Headers = default, int Parallel = 4) : Connection(Parallel);
