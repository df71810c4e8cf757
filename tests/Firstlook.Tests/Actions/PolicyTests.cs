using Firstlook.Actions;
using Firstlook.Effects;

namespace Firstlook.Tests.Actions;

public sealed class PolicyTests
{
    [Fact]
    public void By_default_what_is_lost_needs_two_people_and_what_interrupts_or_is_not_understood_a_typed_name()
    {
        Assert.Equal(
            [ApprovalRule.OnePerson, ApprovalRule.OnePerson, ApprovalRule.OnePerson, ApprovalRule.OnePersonTyping, ApprovalRule.OnePersonTyping, ApprovalRule.TwoPeople],
            Enum.GetValues<Effect>().Select(ActionRules.Default.For));
        Assert.Empty(ActionPolicy.Default.Milder());
    }

    [Fact]
    public void Each_rule_has_its_word_and_each_word_its_rule()
    {
        Assert.Equal(["one-person", "one-person-typing", "two-people", "two-people-typing", "never"], ApprovalRules.Words);
        Assert.All(Enum.GetValues<ApprovalRule>(), rule => Assert.Equal(rule, ApprovalRules.TryParse(rule.Word())));
        Assert.Null(ApprovalRules.TryParse("anybody"));
        Assert.Equal([1, 1, 2, 2], Enum.GetValues<ApprovalRule>().Where(rule => rule != ApprovalRule.Never).Select(rule => rule.People()));
        Assert.Equal([false, true, false, true], Enum.GetValues<ApprovalRule>().Where(rule => rule != ApprovalRule.Never).Select(rule => rule.Types()));
        Assert.Equal(Enum.GetValues<ApprovalRule>().Length, Enum.GetValues<ApprovalRule>().Select(rule => rule.Sentence()).Distinct().Count());
    }

    [Fact]
    public void Milder_than_the_default_is_said_and_stricter_is_not()
    {
        var rules = ActionRules.Default with { Reversible = ApprovalRule.TwoPeople, Destructive = ApprovalRule.OnePersonTyping };
        var milder = "destructive: one-person-typing (default two-people)";
        Assert.Equal([milder], new ActionPolicy(rules, [new EnvironmentRules("staging", rules with { Unknown = ApprovalRule.OnePerson })]).Milder().Take(1));
        Assert.Equal([milder, "unknown: one-person (default one-person-typing) in staging"], new ActionPolicy(rules, [new EnvironmentRules("staging", rules with { Unknown = ApprovalRule.OnePerson })]).Milder());
    }

    [Fact]
    public void Both_at_once_is_the_stricter_of_each()
    {
        var one = ActionRules.Default with { Reversible = ApprovalRule.TwoPeople, Prohibitions = ProhibitionRule.Refuse };
        var other = ActionRules.Default with { Destructive = ApprovalRule.Never, Disruptive = ApprovalRule.OnePerson, BreakGlass = false };
        var both = new ActionRules(ApprovalRule.TwoPeople, ApprovalRule.OnePersonTyping, ApprovalRule.OnePersonTyping, ApprovalRule.Never, false, ProhibitionRule.Refuse);
        Assert.Equal(both, one.And(other));
        Assert.Equal(both, other.And(one));
    }

    [Fact]
    public void An_environment_that_the_policy_does_not_name_has_the_common_rules()
    {
        var strict = ActionRules.Default with { Reversible = ApprovalRule.Never };
        var policy = new ActionPolicy(ActionRules.Default, [new EnvironmentRules("production", strict)]);
        Assert.Equal(strict, policy.For("production"));
        Assert.Equal(ActionRules.Default, policy.For("staging"));
        Assert.Equal(ActionRules.Default, policy.For(null));
    }
}
