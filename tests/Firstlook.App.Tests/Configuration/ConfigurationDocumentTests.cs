using System.Text.RegularExpressions;
using Firstlook.App.Configuration;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Configuration;

/// <summary>What docs/configuration.md and the README show is a configuration.</summary>
public sealed partial class ConfigurationDocumentTests
{
    [Theory]
    [InlineData("docs/configuration.md", 5)]
    [InlineData("README.md", 2)]
    public void Each_example_is_read_without_a_problem(string document, int least)
    {
        var examples = Yaml().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, document))).Select(match => match.Groups["text"].Value).Where(IsConfiguration).ToList();
        Assert.True(examples.Count >= least, $"{examples.Count} examples");
        using var folder = new TempFolder();
        var tools = folder.File("shop.tools", "shopctl : disruptive changes the shop\n  source the shop's handbook\n");
        // What is in the reader's own files and environment is there.
        Assert.All(examples, example => Assert.Empty(ConfigurationReader.Read(folder.File("firstlook.yaml", ""), example.Replace("/srv/runbooks/payments/shop.tools", tools, StringComparison.Ordinal), name => name.EndsWith("WEBHOOK", StringComparison.Ordinal) ? "https://hooks.example/x" : "x").Problems));
    }

    [Fact]
    public void Each_key_has_its_row()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/configuration.md"));
        var problem = Assert.Single(ConfigurationReader.Read("/tmp/firstlook.yaml", "nonsense: 1\n", _ => null).Problems);
        Assert.All(problem.Split("there are ")[1].Split(", "), key => Assert.Contains($"| `{key}` |", document, StringComparison.Ordinal));
    }

    // Prometheus and Alertmanager are configured in YAML too.
    static bool IsConfiguration(string yaml) => !yaml.StartsWith("alerting:", StringComparison.Ordinal) && !yaml.StartsWith("receivers:", StringComparison.Ordinal);

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
