using Firstlook.App.Configuration;
using Firstlook.Effects;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Configuration;

public sealed class TeamToolsTests
{
    static (App.Configuration.Configuration? Configuration, EquatableArray<string> Problems) Read(string table, string grant)
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "shop.tools"), table);
        var yaml = $"teams:\n  shop:\n    tools: {{ files: [shop.tools]{grant} }}\nservices:\n  web: {{ team: shop, match: {{ service: web }}, targets: [] }}\n";
        return ConfigurationReader.Read(Path.Combine(folder.Path, "firstlook.yaml"), yaml, _ => null);
    }

    [Fact]
    public void A_team_s_table_tells_what_its_own_program_does_for_its_services_alone()
    {
        var (configuration, problems) = Read("shopctl : read shows the shop\n", ", lowest: read");
        Assert.Empty(problems);
        Assert.True(Classifier.Whole("shopctl status", Language.Shell, configuration!.ToolsOf("shop")).RunsByItself);
        Assert.True(Classifier.Whole("shopctl status", Language.Shell, configuration.Services[0].Tools).RunsByItself);
        Assert.Equal(Effect.Unknown, Classifier.Whole("shopctl status", Language.Shell, configuration.ToolsOf("another")).Effect);
    }

    [Fact]
    public void A_rule_that_goes_further_than_the_administrator_allows_is_a_problem_with_both_places()
    {
        var (configuration, problems) = Read("shopctl : read shows the shop\n", "");
        Assert.Null(configuration);
        Assert.Contains("line 3: teams.shop.tools.files: shop.tools:1: calls 'shopctl' read; an administrator allows this team nothing below reversible", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_is_a_problem()
    {
        var (_, problems) = ConfigurationReader.Read("/nowhere/firstlook.yaml", "teams:\n  shop:\n    tools: { files: [gone.tools] }\n", _ => null);
        Assert.Contains("teams.shop.tools.files: /nowhere/gone.tools cannot be read", Assert.Single(problems), StringComparison.Ordinal);
    }
}
