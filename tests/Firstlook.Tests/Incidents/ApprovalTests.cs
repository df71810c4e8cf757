using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Effects;
using Firstlook.Incidents;
using Firstlook.Runbooks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

/// <summary>Whose word an action needs, and what its approval dies of.</summary>
public sealed class ApprovalTests
{
    const string Restart = "systemctl restart web";
    const string Remove = "rm /var/cache/web.db";
    const string Reason = "nobody else answers the phone";

    static readonly Target Host = new("web-1", TargetKind.Shell, "shell through ssh") { Place = "a1" };

    static readonly Circumstances Free = new(Host, TellsPeople: true);

    static Incident Proposed(string text, ActionRules? rules = null, Prohibition? forbidden = null)
    {
        var service = Shop with { Targets = [Host], Policy = new ActionPolicy(rules ?? ActionRules.Default) };
        var incident = Incident.Empty.After(AlertDecisions.Open(7, Fires(), Chosen with { Service = service }, Match(), "ab12", Noon));
        return incident.After(ActionProposals.Propose(incident, new OwnCommand("ada", text, Language.Shell, "A try"), service, forbidden is null ? [] : [forbidden], Noon));
    }

    static Decision Try(Incident incident, string by = "ada", string? typed = null, string? reason = null, string? key = null, Circumstances? around = null, double minute = 1, int number = 1) =>
        Approve(incident, number, by, incident.Actions[number - 1].Proposal.Hash, Minute(minute), typed, reason, key, around ?? Free);

    static Incident Started(Incident incident) => incident.After(Start(incident, 1, Run, Minute(2), Free));

    [Fact]
    public void What_interrupts_or_is_not_understood_wants_the_targets_name_typed()
    {
        foreach (var text in (string[])[Restart, "frobnicate --all"])
        {
            var incident = Proposed(text);
            Assert.Equal("type the target's name, web-1, to approve", Given.Reason(Try(incident)));
            Assert.Equal("“web-2” is not the target's name: type web-1 to approve", Given.Reason(Try(incident, typed: "web-2")));
            Assert.Equal("“WEB-1” is not the target's name: type web-1 to approve", Given.Reason(Try(incident, typed: "WEB-1")));
            incident = incident.After(Try(incident, typed: " web-1 "));
            Assert.True(incident.Actions[0].IsApproved(Minute(1)));
            Assert.Equal(" web-1 ", incident.Actions[0].Approvals[0].Typed);
        }
    }

    [Fact]
    public void The_policy_of_the_opening_decides_whatever_the_configuration_says_later()
    {
        var incident = Proposed(Restart, ActionRules.Default with { Disruptive = ApprovalRule.TwoPeopleTyping });
        incident = incident.After(Try(incident, typed: "web-1"));
        Assert.False(incident.Actions[0].IsApproved(Minute(1)));
        Assert.Contains("type the target's name", Given.Reason(Try(incident, "grace")), StringComparison.Ordinal);
        Assert.True(incident.After(Try(incident, "grace", "web-1")).Actions[0].IsApproved(Minute(1)));
    }

    [Fact]
    public void What_nobody_may_run_from_here_is_refused_glass_or_no_glass()
    {
        var incident = Proposed(Remove, ActionRules.Default with { Destructive = ApprovalRule.Never });
        Assert.Contains("do it by hand", Given.Reason(Try(incident, typed: "web-1")), StringComparison.Ordinal);
        Assert.Contains("do it by hand", Given.Reason(Try(incident, typed: "web-1", reason: Reason)), StringComparison.Ordinal);
        var hash = incident.Actions[0].Proposal.Hash;
        Assert.False(incident.Apply(new ActionApproved(Noon, 1, "ada", hash)).Apply(new ActionApproved(Noon, 1, "grace", hash)).Actions[0].IsApproved(Minute(1)));
    }

    [Fact]
    public void An_environment_is_the_targets_and_no_alert_can_choose_it()
    {
        var policy = new ActionPolicy(ActionRules.Default, [new EnvironmentRules("production", ActionRules.Default with { Reversible = ApprovalRule.TwoPeople })]);
        var service = Shop with { Targets = [Host with { Environment = "production" }], Policy = policy };
        var incident = Incident.Empty.After(AlertDecisions.Open(7, Fires(more: ("environment", "staging")), Chosen with { Service = service }, Match(), "ab12", Noon));
        incident = incident.After(ActionProposals.Propose(incident, new OwnCommand("ada", "systemctl start web", Language.Shell, "Start"), service, [], Noon));
        Assert.Equal((ApprovalRule.TwoPeople, "production"), (incident.Actions[0].Rule, incident.Actions[0].Proposal.Environment));
    }

    [Fact]
    public void A_lone_responder_breaks_the_glass_with_a_reason_and_the_targets_name()
    {
        var incident = Proposed(Remove);
        Assert.Contains("type the target's name", Given.Reason(Try(incident, reason: Reason)), StringComparison.Ordinal);
        Assert.Contains("at least 10 characters", Given.Reason(Try(incident, typed: "web-1", reason: "  now!     ")), StringComparison.Ordinal);
        Assert.Contains("at most 1000", Given.Reason(Try(incident, typed: "web-1", reason: new string('x', 1001))), StringComparison.Ordinal);
        var broken = Assert.IsType<GlassBroken>(Assert.Single(Events(Try(incident, typed: "web-1", reason: $" {Reason} "))));
        Assert.Equal((Reason, Minute(16)), (broken.Reason, broken.Until));
        incident = incident.Apply(broken);
        Assert.True(incident.Actions[0].IsApproved(Minute(15.9)));
        Assert.False(incident.Actions[0].IsApproved(Minute(16)));
        SaysNothingNew(Try(incident, typed: "web-1", reason: Reason));
        Assert.IsType<ActionStarted>(Assert.Single(Events(Start(incident, 1, Run, Minute(2), Free))));
    }

    [Fact]
    public void Glass_is_broken_only_where_it_is_there_where_the_policy_lets_and_where_somebody_hears_it()
    {
        Assert.Contains("one person is enough", Given.Reason(Try(Proposed(Restart), typed: "web-1", reason: Reason)), StringComparison.Ordinal);
        Assert.Contains("lets nobody break the glass", Given.Reason(Try(Proposed(Remove, ActionRules.Default with { BreakGlass = false }), typed: "web-1", reason: Reason)), StringComparison.Ordinal);
        Assert.Contains("nobody would be told", Given.Reason(Try(Proposed(Remove), typed: "web-1", reason: Reason, around: Free with { TellsPeople = false })), StringComparison.Ordinal);
        var other = Proposed(Remove).Apply(new GlassBroken(Noon, 1, "ada", "0000", Minute(15), Reason, "web-1", null));
        Assert.False(other.Actions[0].IsApproved(Minute(1)));
    }

    [Fact]
    public void An_approval_dies_when_the_target_comes_to_mean_another_place()
    {
        var elsewhere = Free with { Target = Host with { Place = "b2", Shown = "shell through ssh to another" } };
        var incident = Proposed(Restart);
        Assert.Contains("another place", Given.Reason(Try(incident, typed: "web-1", around: elsewhere)), StringComparison.Ordinal);
        incident = incident.After(Try(incident, typed: "web-1"));
        var lapsed = Assert.IsType<ApprovalsLapsed>(Assert.Single(Events(Start(incident, 1, Run, Minute(2), elsewhere))));
        incident = incident.Apply(lapsed);
        Assert.False(incident.Actions[0].IsApproved(Minute(2)));
        Assert.Contains("another place", incident.Actions[0].Lapsed, StringComparison.Ordinal);
        Assert.Null(Started(Proposed(Restart).Apply(new ActionApproved(Noon, 1, "ada", incident.Actions[0].Proposal.Hash))).PermitFor(1, Run, elsewhere.Target!, Limits.Default));
        Assert.Equal(ActionHash.Of(Restart, Language.Shell, "web-1", [], "a1"), incident.Actions[0].Proposal.Hash);
        Assert.NotEqual(ActionHash.Of(Restart, Language.Shell, "web-1", [], "b2"), incident.Actions[0].Proposal.Hash);
        Assert.Contains("no longer configured", Given.Reason(Try(incident, typed: "web-1", around: Free with { Target = null })), StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_dies_when_the_runbook_is_edited()
    {
        var edited = Free with { Edited = "web.md has been edited since the incident opened, and no longer says this" };
        var incident = Proposed(Restart);
        Assert.Contains("web.md has been edited", Given.Reason(Try(incident, typed: "web-1", around: edited)), StringComparison.Ordinal);
        incident = incident.After(Try(incident, typed: "web-1"));
        incident = incident.After(Start(incident, 1, Run, Minute(2), edited));
        Assert.Equal((ActionState.Proposed, false), (incident.Actions[0].State, incident.Actions[0].IsApproved(Minute(2))));
        // Approved anew once the circumstances allow it, the old reason is gone.
        Assert.Null(incident.After(Try(incident, typed: "web-1", minute: 3)).Actions[0].Lapsed);
    }

    [Fact]
    public void An_approval_dies_when_a_value_is_bound_anew()
    {
        var proposal = Proposal(text: "kubectl delete pod <pod> -n <namespace>", target: "web-1") with { Language = Language.Shell, Effect = Effect.Disruptive, Rule = ApprovalRule.OnePersonTyping, Place = "a1", Needs = ["<pod>", "<namespace>"] };
        var incident = Opened().Apply(new ActionProposed(Noon, "the runbook", proposal));
        Assert.Contains("needs a value for <pod>, <namespace>", Given.Reason(Try(incident, typed: "web-1")), StringComparison.Ordinal);
        Assert.Contains("<namespace> has no value", Given.Reason(Bind(("<pod>", "web-7f"))), StringComparison.Ordinal);
        Assert.Contains("no input <x>", Given.Reason(Bind(("<x>", "1"))), StringComparison.Ordinal);
        foreach (var bad in (string[])["--all", "", "a\nb", new string('x', 4097)]) Assert.IsType<Decision.Refused>(Bind(("<pod>", bad), ("<namespace>", "shop")));
        incident = incident.After(Bind(("<pod>", "web-7f"), ("<namespace>", "shop")));
        Assert.Equal(["web-7f", "shop"], incident.Actions[0].Proposal.Values.Select(value => value.Value));
        incident = incident.After(Try(incident, typed: "web-1"));
        Assert.True(incident.Actions[0].IsApproved(Minute(1)));
        incident = incident.After(Bind(("<pod>", "web-8a")));
        Assert.False(incident.Actions[0].IsApproved(Minute(1)));
        Assert.Equal(["web-8a", "shop"], incident.Actions[0].Proposal.Values.Select(value => value.Value));
        SaysNothingNew(Bind(("<pod>", "web-8a")));

        Decision Bind(params (string Token, string Value)[] values) => ActionProposals.Bind(incident, 1, "grace", values.ToDictionary(pair => pair.Token, pair => pair.Value), Minute(1));
    }

    [Fact]
    public void A_target_that_another_action_holds_is_refused_with_who_and_since_when()
    {
        var holder = Started(Proposed(Restart).After(Try(Proposed(Restart), typed: "web-1")));
        var hold = TargetHold.Of([Opened(), holder], Host)!;
        Assert.Equal(new TargetHold("web-1", 7, 1, "ada", Minute(2), false), hold);
        Assert.Null(TargetHold.Of([holder], Host with { Name = "web-2", Place = "other" }));
        Assert.NotNull(TargetHold.Of([holder], Host with { Name = "the same under another name" }));
        var held = Free with { Held = hold };
        var incident = Proposed(Restart);
        Assert.Equal("web-1 is held by action 1 of incident #7 (ada) since 12:02:00 UTC: wait for its end", Given.Reason(Try(incident, typed: "web-1", around: held)));
        incident = incident.After(Try(incident, typed: "web-1"));
        Assert.IsType<ApprovalsLapsed>(Assert.Single(Events(Start(incident, 1, Run, Minute(3), held))));
        Assert.Null(TargetHold.Of([holder.After(ActionDecisions.Finish(holder, 1, Recorded(), Minute(3)))], Host));
        // Nobody knows whether it still runs: the target is free only once a person has found out.
        var unknown = holder.After(ActionDecisions.Lost(holder, Minute(4)));
        Assert.Contains("whose outcome nobody knows", TargetHold.Of([unknown], Host)!.Sentence, StringComparison.Ordinal);
        Assert.Null(TargetHold.Of([unknown.After(ActionDecisions.Settle(unknown, 1, "grace", true, null, Minute(5)))], Host));
    }

    [Fact]
    public void The_same_request_again_is_one_approval_and_one_proposal_also_after_it_has_run()
    {
        var incident = Proposed(Restart);
        incident = incident.After(Try(incident, typed: "web-1", key: "k1"));
        SaysNothingNew(Try(incident, typed: "web-1", key: "k1"));
        incident = Started(incident);
        SaysNothingNew(Try(incident, typed: "web-1", key: "k1"));
        incident = incident.After(ActionDecisions.Finish(incident, 1, Recorded(), Minute(3)));
        SaysNothingNew(Try(incident, typed: "web-1", key: "k1"));
        Assert.Contains("propose it again", Given.Reason(Try(incident, typed: "web-1", key: "k2")), StringComparison.Ordinal);
        Assert.Contains("propose it again", Given.Reason(Try(incident, "grace", typed: "web-1", key: "k1")), StringComparison.Ordinal);

        var own = new OwnCommand("ada", Restart, Language.Shell, "Once", Key: "p1");
        var service = Shop with { Targets = [Host] };
        incident = incident.After(ActionProposals.Propose(incident, own, service, [], Minute(4)));
        SaysNothingNew(ActionProposals.Propose(incident, own, service, [], Minute(4)));
        Assert.Single(Events(ActionProposals.Propose(incident, own with { Text = Remove }, service, [], Minute(4))));
        Assert.Single(Events(ActionProposals.Propose(incident, own with { Key = "p2" }, service, [], Minute(4))));
    }

    [Fact]
    public void Of_an_unknown_outcome_a_person_says_how_it_ended_and_to_run_it_anew_is_another_action()
    {
        var unknown = Started(Proposed(Restart).After(Try(Proposed(Restart), typed: "web-1")));
        unknown = unknown.After(ActionDecisions.Lost(unknown, Minute(10)));
        Assert.Contains("say first how action 1 ended", Given.Reason(ActionProposals.Again(unknown, 1, "ada", Host, null, Minute(11))), StringComparison.Ordinal);
        Assert.Contains("say first how action 1 ended", Given.Reason(ActionUndo.Undo(unknown, 1, "ada", Host, null, Minute(11))), StringComparison.Ordinal);
        var settled = Events(ActionDecisions.Settle(unknown, 1, "grace", false, " it never came up ", Minute(12)));
        Assert.Equal([typeof(ActionSettled), typeof(LookRequested)], settled.Select(happened => happened.GetType()));
        var incident = unknown.After(new Decision.Decided(settled));
        Assert.Equal(new Settlement("grace", Minute(12), false, "it never came up"), incident.Actions[0].Settlement);
        SaysNothingNew(ActionDecisions.Settle(incident, 1, "ada", false, null, Minute(13)));
        Assert.IsType<Decision.Refused>(ActionDecisions.Settle(incident, 1, "ada", true, null, Minute(13)));
        Assert.Equal("action 1 is not approved", Given.Reason(Start(incident, 1, Run, Minute(13), Free)));
        incident = incident.After(ActionProposals.Again(incident, 1, "ada", Host, "k", Minute(13)));
        Assert.Equal((2, 1, ActionState.Proposed, 0), (incident.Actions[1].Number, incident.Actions[1].Proposal.Repeats, incident.Actions[1].State, incident.Actions[1].Approvals.Count));
        SaysNothingNew(ActionProposals.Again(incident, 1, "ada", Host, "k", Minute(13)));
        Assert.Contains("as action 2", Given.Reason(ActionProposals.Again(incident, 1, "ada", Host, "k2", Minute(13))), StringComparison.Ordinal);
    }

    [Fact]
    public void Proposed_again_an_action_takes_the_place_and_the_rule_of_now()
    {
        var incident = Proposed(Restart);
        incident = incident.After(ActionProposals.Again(incident, 1, "ada", Host with { Place = "b2" }, null, Minute(2)));
        Assert.Equal([ActionState.Withdrawn, ActionState.Proposed], incident.Actions.Select(action => action.State));
        Assert.True(incident.Actions[1].IsOn(Host with { Place = "b2" }));
        Assert.False(incident.Actions[1].IsOn(Host));
    }

    [Fact]
    public void What_the_runbook_forbids_warns_or_refuses_as_the_team_sets()
    {
        Prohibition forbidden = new(31, "Don't restart web during business hours", null, null);
        var warned = Proposed(Restart, forbidden: forbidden);
        Assert.Equal([new NamedProhibition(31, forbidden.Text)], warned.Actions[0].Proposal.Forbidden);
        Assert.Single(Events(Try(warned, typed: "web-1")));
        var refused = Proposed(Restart, ActionRules.Default with { Prohibitions = ProhibitionRule.Refuse }, forbidden);
        Assert.Equal("the runbook forbids it, line 31: “Don't restart web during business hours”", Given.Reason(Try(refused, typed: "web-1")));
        Assert.Single(Events(Try(Proposed("systemctl restart mail", ActionRules.Default with { Prohibitions = ProhibitionRule.Refuse }, forbidden), typed: "web-1")));
    }

    [Fact]
    public void A_command_of_ones_own_goes_to_the_target_that_is_named()
    {
        var service = Shop with { Targets = [Host, Host with { Name = "web-2", Place = "a2" }] };
        var own = new OwnCommand("ada", Restart, Language.Shell, "Restart");
        Assert.Contains("2 of kind shell (web-1, web-2)", Given.Reason(ActionProposals.Propose(Opened(), own, service, [], Noon)), StringComparison.Ordinal);
        Assert.Equal("service shop has no target web-3; it has web-1, web-2", Given.Reason(ActionProposals.Propose(Opened(), own with { Target = "web-3" }, service, [], Noon)));
        Assert.Equal("web-1 does not understand sql", Given.Reason(ActionProposals.Propose(Opened(), own with { Target = "web-1", Language = Language.Sql }, service, [], Noon)));
        var proposed = Assert.IsType<ActionProposed>(Assert.Single(Events(ActionProposals.Propose(Opened(), own with { Target = "web-2" }, service, [], Noon))));
        Assert.Equal(("web-2", "a2"), (proposed.Action.Target, proposed.Action.Place));
    }
}
