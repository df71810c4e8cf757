using System.Text.Json;

namespace Firstlook.Executors.Reach;

/// <summary>
/// The one cluster, user and namespace that <c>kubectl</c> means on a target. kubectl merges the files of <c>KUBECONFIG</c>, and of several
/// the first to say something counts (kubernetes.io, "Organizing Cluster Access"), so a file with nothing but the context, before the
/// team's own, holds for what runs directly and for what a script runs; it holds no secret.
/// </summary>
/// <param name="Kubeconfig">The team's file, with the clusters and credentials.</param>
/// <param name="Namespace">Where a command that names none runs.</param>
public sealed record ClusterPin(string Kubeconfig, string Context, string Cluster, string User, string Namespace)
{
    /// <summary>Options of kubectl that lead to another system than the pinned one, or to another identity there.</summary>
    static readonly string[] Elsewhere = ["--context", "--kubeconfig", "--cluster", "--server", "-s", "--user", "--token", "--as", "--as-group", "--client-certificate"];

    public string File => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Config",
        ["current-context"] = Context,
        ["contexts"] = new[]
        {
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["name"] = Context,
                ["context"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["cluster"] = Cluster, ["user"] = User, ["namespace"] = Namespace },
            },
        },
    });

    /// <returns>Why these words would leave the pinned cluster, for a person; null where they stay. The pinned context may be named.</returns>
    public string? Objection(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words[0][(words[0].LastIndexOf('/') + 1)..] != "kubectl") return null;
        for (var at = 1; at < words.Count && words[at] != "--"; at++)
        {
            var equals = words[at].IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (words[at], at + 1 < words.Count ? words[at + 1] : "") : (words[at][..equals], words[at][(equals + 1)..]);
            if (Array.IndexOf(Elsewhere, name) < 0 || (name == "--context" && value == Context)) continue;

            // "kubectl logs -s" and the like: a subcommand's own short option is told by standing after it.
            if (name == "-s" && equals < 0 && words.Take(at).Skip(1).Any(word => !word.StartsWith('-'))) continue;
            return $"{name} {value} leads away from {Context}, the one context that this target is";
        }

        return null;
    }
}
