using YamlDotNet.RepresentationModel;

namespace Firstlook.Runbooks.Checking;

/// <summary>Reads the alerting rules of a Prometheus rule file, or of a PrometheusRule of its operator (prometheus.io, "Alerting rules").</summary>
public static class AlertRuleFile
{
    /// <param name="file">The path to show; it is not opened.</param>
    /// <returns>The rules that could be read, and what is wrong with the file: each problem with its line. Recording rules are left out.</returns>
    public static (EquatableArray<AlertRule> Rules, EquatableArray<(int Line, string Message)> Problems) Read(string file, string yaml)
    {
        var (documents, fault) = YamlText.Read(new StringReader(yaml));
        if (fault is { } wrong) return ([], [(wrong.Line, $"this is not YAML: {wrong.What}")]);

        // A list of groups, a list of rules, or a Kubernetes object around them: whatever has "alert" and "expr" is a rule.
        var rules = new List<AlertRule>();
        var left = MostNodes;
        foreach (var document in documents) Collect(document.RootNode, file, rules, 0, ref left);
        return (rules.ToEquatableArray(), []);
    }

    /// <summary>An alias may stand for a tree of aliases: what is read in all is bounded.</summary>
    const int MostNodes = 500_000;

    static void Collect(YamlNode node, string file, List<AlertRule> rules, int depth, ref int left)
    {
        const int DeepestRule = 12;
        if (depth > DeepestRule || --left < 0) return;
        if (node is YamlSequenceNode list)
        {
            foreach (var child in list.Children) Collect(child, file, rules, depth + 1, ref left);
        }
        else if (node is YamlMappingNode mapping)
        {
            if (Text(mapping, "alert") is { Value: { Length: > 0 } name } alert && Text(mapping, "expr") is { Value: { Length: > 0 } expression })
                rules.Add(new(name, expression, file, (int)alert.Start.Line, Mapping(mapping, "annotations") is { } said ? Text(said, "runbook_url")?.Value : null,
                    Mapping(mapping, "labels") is { } labels ? Text(labels, "severity")?.Value : null));
            else foreach (var child in mapping.Children.Values) Collect(child, file, rules, depth + 1, ref left);
        }
    }

    static YamlMappingNode? Mapping(YamlMappingNode mapping, string key) => Under(mapping, key) as YamlMappingNode;

    static YamlScalarNode? Text(YamlMappingNode mapping, string key) => Under(mapping, key) as YamlScalarNode;

    static YamlNode? Under(YamlMappingNode mapping, string key)
    {
        foreach (var (name, value) in mapping.Children)
        {
            if (name is YamlScalarNode { Value: var text } && text == key) return value;
        }

        return null;
    }
}
