using System.Collections.Immutable;
using System.Globalization;
using Firstlook.Looks;

namespace Firstlook.Hypotheses;

/// <summary>One revision of a Deployment, StatefulSet or DaemonSet, as a cluster remembers it.</summary>
/// <param name="Revision">Counted up from 1; going back to an older one gives that one the next number.</param>
/// <param name="Created">When it was first rolled out.</param>
/// <param name="Images">Of its containers, in order.</param>
/// <param name="Restarted">When somebody restarted it (<c>kubectl rollout restart</c>); null where nobody did.</param>
/// <param name="Cause">What somebody wrote down as its cause; null where nobody did.</param>
public sealed record Rollout(string Kind, string Namespace, string Name, long Revision, DateTimeOffset Created, EquatableArray<string> Images, string? Restarted, string? Cause)
{
    public string Workload => $"{Kind} {Namespace}/{Name}";
}

/// <summary>
/// Changes out of Kubernetes' own history: the ReplicaSets that Deployments keep, the ControllerRevisions of StatefulSets and DaemonSets.
/// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-back-a-deployment
/// </summary>
public static class Rollouts
{
    /// <summary>What was rolled out earlier was there before any alert of today.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    const int LongestCause = 200;
    const int ImagesShown = 3;

    /// <summary>kubectl writes this where an object lacks a field.</summary>
    const string None = "<none>";

    // One line each rather than JSON: a template has hundreds of lines that tell nothing here.
    const string Columns =
        "KIND:.metadata.ownerReferences[0].kind,NAMESPACE:.metadata.namespace,NAME:.metadata.ownerReferences[0].name,"
        + @"REVISION:.metadata.annotations.deployment\.kubernetes\.io/revision,NUMBER:.revision,CREATED:.metadata.creationTimestamp,"
        + "IMAGES:.spec.template.spec.containers[*].image,DATA:.data.spec.template.spec.containers[*].image,"
        + @"RESTARTED:.spec.template.metadata.annotations.kubectl\.kubernetes\.io/restartedAt,AGAIN:.data.spec.template.metadata.annotations.kubectl\.kubernetes\.io/restartedAt,"
        + @"CAUSE:.metadata.annotations.kubernetes\.io/change-cause";

    /// <summary>A label of RFC 1123, as names of namespaces are.</summary>
    public static bool IsNamespace(string name) =>
        name.Length is > 0 and <= 63 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';

    /// <param name="space">A namespace; <c>*</c> for all.</param>
    public static string Query(string space) =>
        $"kubectl get replicasets.apps,controllerrevisions.apps {(space == "*" ? "--all-namespaces" : $"-n {space}")} --no-headers -o 'custom-columns={Columns}'";

    /// <summary>The rows of <see cref="Query"/>; what is no such row is left out: a warning of the server, an object that nothing owns.</summary>
    public static EquatableArray<Rollout> Read(EquatableArray<string> lines) => lines.Select(Row).OfType<Rollout>().ToEquatableArray();

    static Rollout? Row(string line)
    {
        const int columns = 11;
        var cells = line.Split(' ', columns, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (cells.Length < columns || cells[0] == None || cells[2] == None) return null;
        if (!long.TryParse(cells[3] == None ? cells[4] : cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return null;
        if (!DateTimeOffset.TryParse(cells[5], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)) return null;
        var images = Either(cells[6], cells[7])?.Split(',').ToEquatableArray() ?? [];
        return new Rollout(cells[0], cells[1], cells[2], revision, created, images, Either(cells[8], cells[9]), Either(cells[10], None));
    }

    static string? Either(string one, string other) => one != None ? one : other != None ? other : null;

    /// <summary>What has been rolled out lately.</summary>
    /// <param name="known">The latest revision of each workload when it was last asked; null where it is asked for the first time.</param>
    /// <param name="service">Whose they are; null where they may concern any.</param>
    /// <returns>The changes, oldest first, and what is known now.</returns>
    public static (EquatableArray<Change> Changes, ImmutableDictionary<string, long> Known) Since(
        EquatableArray<Rollout> rollouts, ImmutableDictionary<string, long>? known, DateTimeOffset now, string? service)
    {
        var changes = new List<Change>();
        var latest = known ?? ImmutableDictionary<string, long>.Empty;
        foreach (var history in rollouts.GroupBy(rollout => rollout.Workload, StringComparer.Ordinal))
        {
            var revisions = history.OrderBy(rollout => rollout.Revision).ToArray();
            var (current, seen) = (revisions[^1], latest.TryGetValue(history.Key, out var last) ? last : (long?)null);
            latest = latest.SetItem(history.Key, current.Revision);
            foreach (var (index, one) in revisions.Index())
            {
                // What is new has broken nothing that ran before it.
                if (one.Revision == 1 || one.Revision <= seen) continue;
                var before = index > 0 ? revisions[index - 1] : null;
                // An old revision that has the newest number was gone back to, some time after the last question.
                if (before is not null && one.Created < before.Created)
                {
                    if (seen is not null) changes.Add(Told(one, before, wentBack: true, now, service));
                }
                else if (now - one.Created <= Remembered) changes.Add(Told(one, before, wentBack: false, one.Created, service));
            }
        }

        return (changes.OrderBy(change => change.At).ToEquatableArray(), latest);
    }

    static Change Told(Rollout current, Rollout? before, bool wentBack, DateTimeOffset at, string? service)
    {
        var images = current.Images != (before?.Images ?? []);
        var restarted = !images && before is not null && current.Restarted is not null && current.Restarted != before.Restarted;
        var what = restarted
            ? "was restarted"
            : $"{(wentBack ? "went back" : "rolled out")}{(images ? $": {Differing(current, before)}" : ": its template was edited, with the same images")}";
        // It is copied from revision to revision until somebody writes another one.
        var cause = current.Cause is { } words && !wentBack && words != before?.Cause ? $" ({(words.Length > LongestCause ? words[..LongestCause] : words)})" : "";
        return new Change(at, restarted ? "restart" : images ? "deploy" : "config", $"{current.Workload} {what}, revision {current.Revision}{cause}", service, null);
    }

    static string Differing(Rollout current, Rollout? before)
    {
        var news = current.Images.Where((image, index) => before is null || before.Images.ElementAtOrDefault(index) != image).Take(ImagesShown).Select(Short);
        var olds = before?.Images.Where((image, index) => current.Images.ElementAtOrDefault(index) != image).Take(ImagesShown).Select(Short).ToArray() ?? [];
        return $"{string.Join(", ", news)}{(olds.Length == 0 ? "" : $" instead of {string.Join(", ", olds)}")}";
    }

    /// <summary>Without registry and folders: which image of which tag tells it apart.</summary>
    static string Short(string image) => image[(image.LastIndexOf('/') + 1)..];
}
