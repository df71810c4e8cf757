using Firstlook.Executors.Reach;
using Firstlook.Runbooks.Checking;
using YamlDotNet.RepresentationModel;

namespace Firstlook.App.Configuration;

/// <summary>Finds the named context in the team's kubeconfig, so that a typing error is told at the start and not in the middle of an incident.</summary>
sealed class KubeconfigReader(string folder)
{
    /// <returns>Null where there is a problem.</returns>
    public ClusterPin? Read(YamlField field)
    {
        field.Knows("kubeconfig", "context", "namespace", "name", "container");
        if (field["kubeconfig"].Needed() is not { } written || field["context"].Needed() is not { } context || field["namespace"].Needed() is not { } @namespace) return null;
        var path = ConfigurationReader.Full(written, folder);
        var contexts = Contexts(field["kubeconfig"], path);
        if (contexts is null) return null;
        if (contexts.TryGetValue(context, out var found)) return new ClusterPin(path, context, found.Cluster, found.User, @namespace);
        field["context"].Problem($"there is no context \"{context}\" in {path}; there are {string.Join(", ", contexts.Keys)}");
        return null;
    }

    static Dictionary<string, (string Cluster, string User)>? Contexts(YamlField field, string path)
    {
        try
        {
            using var text = File.OpenText(path);
            var (documents, fault) = YamlText.Read(text);
            if (fault is { } wrong)
            {
                field.Problem($"{path} cannot be read as a kubeconfig: line {wrong.Line}: {wrong.What}");
                return null;
            }

            var root = documents is [{ RootNode: YamlMappingNode mapping }, ..] ? mapping : new YamlMappingNode();
            return root.Children.TryGetValue("contexts", out var listed) && listed is YamlSequenceNode contexts
                ? contexts.OfType<YamlMappingNode>().Where(entry => Of(entry, "name") is not null && Inside(entry) is not null)
                    .ToDictionary(entry => Of(entry, "name")!, entry => (Of(Inside(entry)!, "cluster") ?? "", Of(Inside(entry)!, "user") ?? ""), StringComparer.Ordinal)
                : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            field.Problem($"{path} cannot be read as a kubeconfig: {unreadable.Message}");
            return null;
        }
    }

    static YamlMappingNode? Inside(YamlMappingNode entry) => entry.Children.TryGetValue("context", out var context) ? context as YamlMappingNode : null;

    static string? Of(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out var value) && value is YamlScalarNode { Value: { } text } ? text : null;
}
