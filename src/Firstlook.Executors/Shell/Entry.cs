using Firstlook.Executors.Reach;

namespace Firstlook.Executors.Shell;

/// <summary>How a program of the target is started from here: by its pinned path, or through what enters the target, its environment scrubbed either way.</summary>
internal sealed class Entry(ShellConnection connection) : IDisposable
{
    /// <summary>Where programs are looked for, whatever the environment or the runbook says.</summary>
    static readonly string[] Folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"];

    static readonly string[] Scrubbed = [$"PATH={string.Join(':', Folders)}", "LANG=C.UTF-8", "HOME=/nonexistent"];

    public bool IsLocal => connection.Enter.IsEmpty;

    public string Folder => connection.Folder ?? "/";

    public bool RunsAsRoot => connection.Root ?? (IsLocal && Spawn.RunsAsRoot);

    /// <summary>A variable of the target's configured environment; null where it has none of this name.</summary>
    public string? Variable(string name) =>
        connection.Environment.Where(pair => pair.Key == name).Select(pair => pair.Value).LastOrDefault();

    /// <summary>Why these words would leave the systems that the target is pinned to, for a person; null where they stay.</summary>
    public string? Strays(IReadOnlyList<string> words) => connection.Cluster?.Objection(words) ?? connection.Engine?.Objection(words);

    /// <summary>Why no read may run here now; null where they may.</summary>
    public string? Objection =>
        Unmapped ?? (IsLocal && connection.ReadOnlyView == true && !ReadOnlyView.Works
            ? "a read-only view of the files is asked for, and bubblewrap does not work here" : null);

    /// <summary>Why neither reads nor actions may run here; null where they may.</summary>
    public string? Unmapped =>
        !connection.Hosts.IsEmpty && !(IsLocal && ReadOnlyView.Works) ? "names are mapped to addresses, which needs a target on this host, and bubblewrap" : null;

    /// <summary>As <see cref="Of"/>, for a program that shall change nothing.</summary>
    public Start? OfRead(IReadOnlyList<string> words, IEnumerable<KeyValuePair<string, string>> assigned, string folder, TimeSpan limit)
    {
        var start = Plain(words, assigned, folder, limit);
        return start is not null && IsLocal && connection.ReadOnlyView != false && ReadOnlyView.Works
            ? ReadOnlyView.Of(start, connection.Hosts.IsEmpty ? null : hosts.Value) : WithHosts(start);
    }

    /// <param name="words">The program's name and its arguments.</param>
    /// <param name="assigned">Variables set for this command alone.</param>
    /// <param name="limit">How long it may run: where it is entered, whatever is left of it there ends soon after.</param>
    /// <returns>Null where there is no such program (a target that is entered says so itself), or nothing to enter it with.</returns>
    public Start? Of(IReadOnlyList<string> words, IEnumerable<KeyValuePair<string, string>> assigned, string folder, TimeSpan limit) =>
        WithHosts(Plain(words, assigned, folder, limit));

    Start? WithHosts(Start? start) => start is not null && IsLocal && !connection.Hosts.IsEmpty ? ReadOnlyView.WithHosts(start, hosts.Value) : start;

    Start? Plain(IReadOnlyList<string> words, IEnumerable<KeyValuePair<string, string>> assigned, string folder, TimeSpan limit)
    {
        string[] environment = [.. Environment(assigned)];
        if (IsLocal) return Find(words[0]) is { } path ? new Start(path, [.. words.Skip(1)], environment, folder) : null;

        // Inside, env(1) looks the program up and gives it its environment: what entering brings along stays outside.
        string[] inside = ["/usr/bin/env", "-i", .. folder == "/" ? [] : new[] { "-C", folder }, .. environment, .. words];
        if (Find(connection.Enter[0]) is not { } door) return null;
        return connection.Elsewhere
            ? Through(Lifeline.Of(inside, limit, reads: true)) with { Held = Through(Lifeline.Of(inside, limit, reads: false)) }
            : Through(inside);

        Start Through(IEnumerable<string> there) => new(door, [.. connection.Enter.Skip(1), .. connection.EnterJoinsWords ? there.Select(Quote) : there], environment, "/");
    }

    IEnumerable<string> Environment(IEnumerable<KeyValuePair<string, string>> assigned)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Scrubbed) all[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
        foreach (var (name, value) in connection.Environment.Concat(assigned)) all[name] = value;

        // Last, so that nothing which a text assigns leads elsewhere.
        foreach (var (name, value) in connection.Engine?.Environment ?? []) all[name] = value;
        if (IsLocal && connection.Cluster is { } cluster) all["KUBECONFIG"] = $"{pin.Value}:{cluster.Kubeconfig}";
        return all.Select(pair => $"{pair.Key}={pair.Value}");
    }

    static string? Find(string name) => name.Contains('/', StringComparison.Ordinal)
        ? (File.Exists(name) ? name : null)
        : Folders.Select(folder => $"{folder}/{name}").FirstOrDefault(File.Exists);

    /// <summary>One word for a POSIX shell, whatever it holds.</summary>
    static string Quote(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>Where the pinned context stands, in a folder that nobody else can read.</summary>
    readonly Lazy<string> pin = new(() => Private("context", connection.Cluster!.File));

    /// <summary>What programs see as <c>/etc/hosts</c>: our names first, since the first line that fits counts (hosts(5)).</summary>
    readonly Lazy<string> hosts =
        new(() => Private("hosts",
            string.Concat(connection.Hosts.Select(host => $"{host.Value} {host.Key}\n")) + (File.Exists("/etc/hosts") ? File.ReadAllText("/etc/hosts") : "")));

    static string Private(string name, string content)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("firstlook-").FullName, name);
        File.WriteAllText(file, content);
        return file;
    }

    public void Dispose()
    {
        foreach (var file in new[] { pin, hosts }.Where(file => file.IsValueCreated)) Directory.Delete(Path.GetDirectoryName(file.Value)!, recursive: true);
    }

    public sealed record Start(string Program, IReadOnlyList<string> Arguments, IReadOnlyList<string> Environment, string Folder)
    {
        /// <summary>How it is started where it reads nothing: it then lives no longer than a standard input that is held open for it. Null on this host, where programs
        /// can be ended themselves.</summary>
        public Start? Held { get; init; }
    }
}
