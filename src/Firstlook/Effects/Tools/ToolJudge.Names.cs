using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>Under which name a program is looked up.</summary>
internal static partial class ToolJudge
{
    /// <summary>Options that say which server is spoken to: what proves who asks goes there.</summary>
    static readonly FrozenSet<string> Redirecting =
        FrozenSet.Create(StringComparer.Ordinal, "endpoint", "api-url", "api-endpoint", "base-uri", "base-url", "addr", "admin-url", "server-url", "gate-endpoint",
            "argo-server", "hosts", "http-addr");

    static readonly string[] Folders = ["/bin/", "/sbin/"];

    /// <summary>Below these, which belong to root (Filesystem Hierarchy Standard), packages keep programs in folders of their own: <c>/usr/lib/postgresql/15/bin/</c>.</summary>
    static readonly string[] Trees = ["/usr/", "/opt/"];

    static bool IsInstalled(string folder) =>
        Array.Exists(Trees, tree => folder.StartsWith(tree, StringComparison.Ordinal)) && !folder.Contains("..", StringComparison.Ordinal)
            && (folder.EndsWith("/bin/", StringComparison.Ordinal) || folder.EndsWith("/sbin/", StringComparison.Ordinal) && folder.StartsWith("/usr/", StringComparison.Ordinal));

    /// <summary>Windows takes the names of its programs in any letters.</summary>
    static string Named(string name) =>
        (name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase)) && name.IndexOf('/') < 0
            ? name.ToLowerInvariant() : name;

    /// <summary>A program by name, or by a path into a system folder; kafka's scripts live in folders of their own.</summary>
    static ToolNode? Locate(string name, Toolset tools)
    {
        var slash = name.LastIndexOf('/');
        // A table may name a path that stands for one program wherever it is: bin/rails.
        if (slash < 0 || tools.Find(name) is not null) return tools.Find(name) ?? tools.Find(Named(name));
        var folder = name[..(slash + 1)];
        var file = name[(slash + 1)..];
        var trusted = Folders.Contains(folder)
            || IsInstalled(folder)
            || IsEnvironment(folder)
            || (folder is "bin/" or "./bin/" && (file.StartsWith("kafka-", StringComparison.Ordinal) || Distributed.Contains(file)));
        return trusted ? tools.Find(file) : null;
    }

    /// <summary>docs.python.org, "venv": the programs of an application's own environment, where only an administrator installs (Filesystem Hierarchy Standard).</summary>
    static bool IsEnvironment(string folder) =>
        (folder.StartsWith("/srv/", StringComparison.Ordinal) || folder.StartsWith("/app/", StringComparison.Ordinal)) && !folder.Contains("..")
            && Array.Exists(["/venv/bin/", "/.venv/bin/", "/env/bin/", "/virtualenv/bin/"], end => folder.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Programs that the folder of a server's own distribution holds, in which its documentation has them run.</summary>
    static readonly FrozenSet<string> Distributed =
        FrozenSet.Create(StringComparer.Ordinal, "pulsar-admin", "pulsar-client", "bookkeeper", "nodetool", "zkCli.sh", "hbase", "hdfs", "yarn", "flink", "solr");
}
