using Firstlook.Access;
using Firstlook.Effects;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Access;

public sealed class ReadPolicyTests
{
    static readonly Target Host = new("host", TargetKind.Shell, "shell");

    static readonly CommandId Id = new("s", 0);

    static ReadDecision Decide(string text, Language language = Language.Sql, bool clicked = false, EquatableArray<string> before = default, Effect said = Effect.Read) =>
        ReadPolicy.Decide(Id, Command(text, said, language), language == Language.Sql ? Database : Host, [], Limits.Default, clicked, before);

    static string Refused(ReadDecision decision) => Assert.IsType<ReadDecision.Refused>(decision).Reason;

    [Fact]
    public void A_read_gets_a_permit_for_exactly_its_bytes_on_its_target()
    {
        var permit = Assert.IsType<ReadDecision.Permitted>(Decide("SELECT count(*)\nFROM orders")).Permit;
        Assert.Equal(("SELECT count(*)\nFROM orders", Language.Sql, Database, Id), (permit.Text, permit.Language, permit.Target, permit.Command));
        Assert.Null(permit.Rewrite);
        Assert.Equal(Limits.Default, permit.Limits);
    }

    [Theory]
    [InlineData("DELETE FROM orders")]
    [InlineData("SELECT pg_terminate_backend(1)")]
    [InlineData("DROP TABLE orders")]
    public void What_is_no_read_gets_none_whatever_the_record_or_a_click_says(string sql)
    {
        Assert.StartsWith("waits for approval: ", Refused(Decide(sql)), StringComparison.Ordinal);
        Assert.StartsWith("waits for approval: ", Refused(Decide(sql, clicked: true)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis-cli -h \"$CACHE\" ping", true)]
    [InlineData("redis-cli -h \"${CACHE}\" ping", true)]
    [InlineData("redis-cli -h <CACHE> -a \"$CACHE\" ping", false)]
    [InlineData("redis-cli -h {CACHE} -a \"$CACHE\" ping", false)]
    public void A_variable_that_the_target_lends_to_reads_needs_no_value(string text, bool permitted)
    {
        var command = Command(text, Effect.Read, Language.Shell) with { Inputs = ["CACHE"] };
        Assert.Equal("needs a value: CACHE", Refused(ReadPolicy.Decide(Id, command, Host, [], Limits.Default, clicked: false)));
        var decision = ReadPolicy.Decide(Id, command, Host with { Variables = ["CACHE"] }, [], Limits.Default, clicked: false);
        Assert.True(permitted == decision is ReadDecision.Permitted, $"{decision}");
        Assert.Equal("needs a value: OTHER", Refused(ReadPolicy.Decide(Id, command with { Inputs = ["OTHER"] }, Host with { Variables = ["CACHE"] }, [], Limits.Default, clicked: false)));
    }

    [Fact]
    public void A_value_that_is_missing_is_named_and_one_that_is_there_goes_with_the_permit()
    {
        var command = Command("SELECT * FROM orders WHERE id = <id>") with { Inputs = ["id"] };
        Assert.Equal("needs a value: id", Refused(ReadPolicy.Decide(Id, command, Database, [], Limits.Default, clicked: true)));
        EquatableArray<Binding> values = [new Binding("id", "<id>", "7", "ada")];
        Assert.Equal(values, Assert.IsType<ReadDecision.Permitted>(ReadPolicy.Decide(Id, command, Database, values, Limits.Default, clicked: false)).Permit.Values);
    }

    [Fact]
    public void A_tag_holds_a_read_back_until_a_person_asks_for_it()
    {
        const string secret = "kubectl get secret database -o yaml";
        Assert.StartsWith("waits for a click: ", Refused(Decide(secret, Language.Shell)), StringComparison.Ordinal);
        Assert.IsType<ReadDecision.Permitted>(Decide(secret, Language.Shell, clicked: true));
    }

    [Fact]
    public void What_would_never_end_is_rewritten_and_the_permit_says_so()
    {
        var permit = Assert.IsType<ReadDecision.Permitted>(Decide("ping example.test", Language.Shell)).Permit;
        Assert.Equal("ping -c 4 example.test", permit.Text);
        Assert.NotNull(permit.Rewrite);
    }

    [Fact]
    public void What_must_run_before_it_must_be_a_read_as_well()
    {
        Assert.Contains("no read: rm -rf /tmp/x", Refused(Decide("cat \"$F\"", Language.Shell, before: ["F=/etc/hosts", "rm -rf /tmp/x"])), StringComparison.Ordinal);
        Assert.Equal(["F=/etc/hosts"], Assert.IsType<ReadDecision.Permitted>(Decide("cat \"$F\"", Language.Shell, before: ["F=/etc/hosts"])).Permit.Before);
    }
}
