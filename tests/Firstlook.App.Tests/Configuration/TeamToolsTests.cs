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
    public void An_administrator_says_which_domains_are_the_organisation_s_own_and_the_record_keeps_it()
    {
        const string asks = "amtool --alertmanager.url=https://alerts.shop.example.com alert query";
        var (configuration, problems) = ConfigurationReader.Read("/nowhere/firstlook.yaml",
            "teams:\n  shop:\n    tools: { own_domains: [shop.example.com] }\nservices:\n  web: { team: shop, match: { service: web }, targets: [] }\n", _ => null);
        Assert.Empty(problems);
        Assert.True(Classifier.Whole(asks, Language.Shell, configuration!.Services[0].Tools).RunsByItself);
        Assert.False(Classifier.Whole(asks, Language.Shell, configuration.ToolsOf("another")).RunsByItself);
        Assert.Equal(["shop.example.com"], configuration.Services[0].Rules!.OwnDomains);
    }

    [Theory]
    [InlineData("com")]
    [InlineData("'*.example.com'")]
    [InlineData("'https://example.com'")]
    public void What_is_no_domain_of_an_organisation_is_a_problem_with_its_line(string domain)
    {
        var (_, problems) = ConfigurationReader.Read("/nowhere/firstlook.yaml", $"teams:\n  shop:\n    tools: {{ own_domains: [{domain}] }}\n", _ => null);
        Assert.Contains("line 3: teams.shop.tools.own_domains", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Contains("is no domain of an organisation", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_is_a_problem()
    {
        var (_, problems) = ConfigurationReader.Read("/nowhere/firstlook.yaml", "teams:\n  shop:\n    tools: { files: [gone.tools] }\n", _ => null);
        Assert.Contains("teams.shop.tools.files: /nowhere/gone.tools cannot be read", Assert.Single(problems), StringComparison.Ordinal);
    }
}
