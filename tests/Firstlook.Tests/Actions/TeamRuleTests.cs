using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Incidents;
using Firstlook.Looks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Actions;

/// <summary>A team's own rules hold for what its people type as they do for what its runbooks say, and each incident's record tells which rules those were.</summary>
public sealed class TeamRuleTests
{
    static readonly Target Host = new("web-1", TargetKind.Shell, "shell on this host");

    static Service Team(string rules) => Shop with
    {
        Targets = [Host],
        Tools = TeamRules.Read([("shop.tools", rules)], ToolGrant.Default).Tools,
        Rules = new ToolRules([new ToolRuleFile("shop.tools", "c0ffee00c0ffee00c0ffee00")], Effect.Reversible, ["kubectl drain"]),
    };

    static Firstlook.Incidents.Incident Opened(Service service) => Firstlook.Incidents.Incident.Empty.After(AlertDecisions.Open(7, Fires(), Chosen with { Service = service }, Match(), "ab12", Noon));

    static IncidentAction Typed(Service service, string text) =>
        Opened(service).After(ActionProposals.Propose(Opened(service), new OwnCommand("ada", text, Language.Shell, "A try"), service, [], Noon)).Actions[0];

    [Fact]
    public void What_a_responder_types_is_held_by_the_rules_of_their_team()
    {
        var known = Typed(Team("shopctl\n  > hush : reversible hushes the shop\n"), "shopctl hush").Proposal;
        Assert.Equal((Effect.Reversible, ApprovalRule.OnePerson), (known.Effect, known.Rule));
        Assert.Contains("shop.tools:2", known.Why, StringComparison.Ordinal);
        Assert.Equal(Effect.Unknown, Typed(Shop with { Targets = [Host] }, "shopctl hush").Proposal.Effect);
        Assert.Equal(Effect.Destructive, Typed(Team("systemctl\n  > restart : destructive loses the carts in memory\n"), "systemctl restart web").Proposal.Effect);
    }

    [Fact]
    public void So_is_the_same_command_once_more_and_one_that_a_person_gives_a_value()
    {
        var service = Team("shopctl\n  > hush : reversible hushes the shop\n    @1~prod : destructive loses its carts\n");
        var incident = Opened(service).After(ActionProposals.Propose(Opened(service), new OwnCommand("ada", "shopctl hush test", Language.Shell, "A try"), service, [], Noon));
        incident = incident.After(ActionDecisions.Withdraw(incident, 1, "ada", "not yet", Minute(1)));
        Assert.Equal(Effect.Reversible, incident.After(ActionProposals.Again(incident, 1, "ada", Host, null, Minute(2), service.Tools)).Actions[1].Proposal.Effect);
        Assert.Equal(Effect.Unknown, incident.After(ActionProposals.Again(incident, 1, "ada", Host, null, Minute(2))).Actions[1].Proposal.Effect);

        var needy = Proposal(2, Effect.Reversible, "shopctl hush <name>", "web-1") with { Language = Language.Shell, Needs = ["<name>"] };
        incident = incident.Apply(new ActionProposed(Minute(3), "the runbook", needy));
        Assert.Equal(Effect.Reversible, Bound("test"));
        Assert.Equal(Effect.Destructive, Bound("prod"));

        Effect Bound(string value) => incident.After(ActionProposals.Bind(incident, 2, "ada", new Dictionary<string, string> { ["<name>"] = value }, Minute(4), service.Tools)).Actions[1].Proposal.Effect;
    }

    [Fact]
    public void Of_two_that_prepare_the_same_action_the_first_counts()
    {
        var incident = Proposed("kubectl cordon n1");
        var first = Assert.IsType<UndoPlan.Reads>(UndoPlan.For("kubectl cordon n1", Language.Shell, [])).Inverse([new Captured(["{}"])]);
        var prepared = incident.After(ActionUndo.PrepareFirst(incident, 1, first, Minute(1)));
        Assert.NotNull(prepared.Actions[0].Undo);
        Assert.Same(Decision.Nothing, ActionUndo.PrepareFirst(prepared, 1, new Undoing.None("it changed meanwhile"), Minute(2)));
        var previewed = incident.After(ActionUndo.Previewed(incident, 1, Recorded("node/n1 cordoned (dry run)"), Minute(1)));
        Assert.Same(Decision.Nothing, ActionUndo.Previewed(previewed, 1, Recorded("node/n1 already cordoned"), Minute(2)));

        static Incident Proposed(string command)
        {
            var service = Team("shopctl\n  > look : read looks at the shop\n");
            return Opened(service).After(ActionProposals.Propose(Opened(service), new OwnCommand("ada", command, Language.Shell, "Cordon"), service, [], Noon));
        }
    }

    [Fact]
    public void An_inverse_that_the_team_calls_worse_than_the_action_needs_the_policy_s_word()
    {
        var service = Team("kubectl\n  > uncordon : destructive wakes the old node up\n");
        var incident = Opened(service).After(ActionProposals.Propose(Opened(service), new OwnCommand("ada", "kubectl cordon n1", Language.Shell, "Cordon"), service, [], Noon));
        var undoing = Assert.IsType<UndoPlan.Reads>(UndoPlan.For("kubectl cordon n1", Language.Shell, [])).Inverse([new Captured(["{}"])]);

        Assert.Equal(Effect.Destructive, incident.After(ActionUndo.Prepare(incident, 1, undoing, Minute(1), service.Tools)).Actions[0].Undo!.Effect);
        Assert.Equal(Effect.Reversible, incident.After(ActionUndo.Prepare(incident, 1, undoing, Minute(1))).Actions[0].Undo!.Effect);
    }

    [Fact]
    public void The_record_tells_which_rules_were_in_force_and_how_bold_they_could_be()
    {
        var opening = Events(AlertDecisions.Open(7, Fires(), Chosen with { Service = Team("shopctl : reversible x\n") }, Match(), "ab12", Noon));
        Assert.Equal(
            "Rules of the team's own for programs: shop.tools (sha256 c0ffee00c0ff); they may claim nothing milder than reversible, and weaken kubectl drain",
            Timeline.Of(opening).Single(entry => entry.Text.StartsWith("Rules", StringComparison.Ordinal)).Text);
        Assert.DoesNotContain(Events(AlertDecisions.Open(7, Fires(), Chosen, Match(), "ab12", Noon)), happened => happened is RulesAdopted);
    }
}
