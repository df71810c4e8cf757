using Firstlook.Access;

namespace Firstlook.Executors.Shell;

/// <summary>Programs that see all files of the host and can write none, through bubblewrap (bwrap(1)). They end with us, too.</summary>
internal static class ReadOnlyView
{
    const string Bubblewrap = "/usr/bin/bwrap";

    /// <summary>
    /// What root keeps of its capabilities (capabilities(7)): reading every file, looking into processes, sending probes, the kernel's
    /// log. Anybody else has none to keep.
    /// </summary>
    static readonly string[] Kept = ["CAP_DAC_READ_SEARCH", "CAP_SYS_PTRACE", "CAP_NET_RAW", "CAP_SYSLOG"];

    static readonly string[] Options =
    [
        "--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev", "--die-with-parent",
        .. Spawn.RunsAsRoot ? Kept.SelectMany(capability => new[] { "--cap-add", capability }).Prepend("ALL").Prepend("--cap-drop") : [],
    ];

    static readonly Lazy<bool> Tried = new(Try);

    /// <summary>Whether it is installed and allowed here; tried once.</summary>
    public static bool Works => Tried.Value;

    /// <param name="hosts">A file that programs see as <c>/etc/hosts</c>; null for the host's own.</param>
    public static Entry.Start Of(Entry.Start start, string? hosts = null) => In(Options, start, hosts);

    /// <summary>Not read-only: the host's files as they are, but for the names.</summary>
    public static Entry.Start WithHosts(Entry.Start start, string hosts) => In(["--dev-bind", "/", "/", "--die-with-parent"], start, hosts);

    static Entry.Start In(string[] options, Entry.Start start, string? hosts) =>
        new(Bubblewrap,
            [.. options, .. hosts is null ? [] : new[] { "--ro-bind", hosts, "/etc/hosts" }, "--chdir", start.Folder, "--", start.Program, .. start.Arguments],
            start.Environment, "/");

    static bool Try()
    {
        if (!File.Exists(Bubblewrap)) return false;
        var clock = TimeProvider.System;
        Stage[] stages = [new(["true"], Of(new Entry.Start("/usr/bin/true", [], [], "/")), null, FromPrevious: false, Sink.Null, Sink.Null)];
        var end = new PipelineRun(new Capture(Access.Limits.Default), clock, CancellationToken.None).Run(stages, clock.GetTimestamp() + 2 * clock.TimestampFrequency);
        return end is { Stop: PipelineStop.None, Statuses: [0] };
    }
}
