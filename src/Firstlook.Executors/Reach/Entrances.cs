namespace Firstlook.Executors.Reach;

/// <summary>The words before every program of a target that is not this host. None of them asks anybody anything.</summary>
public static class Entrances
{
    /// <summary>ssh(1), ssh_config(5). ssh joins the words after the host and gives them to the login shell there, so each is quoted for it.</summary>
    /// <param name="port">Null for what ssh's own configuration says.</param>
    /// <param name="identity">File of the private key; null for what ssh's own configuration says.</param>
    /// <param name="knownHosts">File with the host's key, and then no other counts; null for what ssh's own configuration says. An unknown key is refused either way.</param>
    public static EquatableArray<string> Ssh(string host, int? port = null, string? user = null, string? identity = null, string? knownHosts = null)
    {
        List<string> words =
        [
            "/usr/bin/ssh", "-oBatchMode=yes", "-oConnectTimeout=10", "-oServerAliveInterval=5", "-oStrictHostKeyChecking=yes",
            "-oForwardAgent=no", "-oForwardX11=no", "-oClearAllForwardings=yes", "-oLogLevel=ERROR", "-T",
        ];
        if (port is { } number) words.Add($"-p{number}");
        if (user is not null) words.Add($"-l{user}");
        if (identity is not null) words.AddRange([$"-i{identity}", "-oIdentitiesOnly=yes"]);
        if (knownHosts is not null) words.AddRange([$"-oUserKnownHostsFile={knownHosts}", "-oGlobalKnownHostsFile=/dev/null"]);
        return [.. words, host, "--"];
    }

    /// <summary>docker exec. The container needs <c>/usr/bin/env</c>, as every entered target does.</summary>
    /// <param name="engine">The engine's address (<c>unix:///run/docker.sock</c>); null for that of this host.</param>
    public static EquatableArray<string> Container(string name, string? engine = null) =>
        ["/usr/bin/docker", .. engine is null ? [] : new[] { "--host", engine }, "exec", "-i", name];

    /// <summary>A container of a service that a Compose file names.</summary>
    public static EquatableArray<string> Compose(string service, string file, string? project = null, string? engine = null) =>
    [
        "/usr/bin/docker-compose", .. engine is null ? [] : new[] { "--host", engine }, "--file", file,
        .. project is null ? [] : new[] { "--project-name", project }, "exec", "-T", service,
    ];

    /// <summary>kubectl exec in a cluster that is named, never that which happens to be current.</summary>
    /// <param name="name">A pod, or what chooses one: <c>deployment/api</c>.</param>
    /// <param name="container">Null for the pod's default one.</param>
    public static EquatableArray<string> Pod(string name, string @namespace, string kubeconfig, string context, string? container = null) =>
    [
        "/usr/bin/kubectl", $"--kubeconfig={kubeconfig}", $"--context={context}", $"--namespace={@namespace}", "--request-timeout=10s",
        "exec", "--stdin", name, .. container is null ? [] : new[] { $"--container={container}" }, "--",
    ];
}
