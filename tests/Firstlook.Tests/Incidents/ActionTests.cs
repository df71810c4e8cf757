using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Incidents;
using Firstlook.Looks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

public sealed class ActionTests
{
    static string HashOf(Incident incident, int number = 1) => incident.Actions[number - 1].Proposal.Hash;

    static Incident Approved(Incident incident, string by, double minute = 1) => incident.After(Approve(incident, 1, by, HashOf(incident), Minute(minute)));

    static Incident Started(Incident incident, double minute = 2) => incident.After(Start(incident, 1, Run, Minute(minute)));

    [Fact]
    public void One_approval_is_enough_for_what_can_be_undone()
    {
        var incident = Approved(Opened().WithAction(), "ada");
        Assert.True(incident.Actions[0].IsApproved(Minute(2)));
        Assert.IsType<ActionStarted>(Assert.Single(Events(Start(incident, 1, Run, Minute(2)))));
    }

    [Theory]
    [InlineData(Effect.Destructive)]
    [InlineData(Effect.Unknown)]
    public void What_cannot_be_undone_or_understood_needs_two_different_people(Effect effect)
    {
        var incident = Approved(Opened().WithAction(effect), "ada");
        SaysNothingNew(Approve(incident, 1, "ada", HashOf(incident), Minute(2)));
        Assert.Equal("action 1 is not approved", Reason(Start(incident, 1, Run, Minute(2))));
        incident = Approved(incident, "grace", 3);
        Assert.IsType<ActionStarted>(Assert.Single(Events(Start(incident, 1, Run, Minute(4)))));
    }

    [Fact]
    public void One_person_under_two_approvals_is_still_one()
    {
        var incident = Opened().WithAction(Effect.Destructive);
        var hash = HashOf(incident);
        incident = incident.Apply(new ActionApproved(Minute(1), 1, "ada", hash)).Apply(new ActionApproved(Minute(2), 1, "ada", hash));
        Assert.False(incident.Actions[0].IsApproved(Minute(3)));
    }

    [Fact]
    public void An_approval_of_other_bytes_is_refused_and_counts_for_nothing()
    {
        var incident = Opened().WithAction();
        Assert.Contains("not what was shown", Reason(Approve(incident, 1, "ada", "0000", Minute(1))), StringComparison.Ordinal);
        Assert.False(incident.Apply(new ActionApproved(Minute(1), 1, "ada", "0000")).Actions[0].IsApproved(Minute(1)));
    }

    [Fact]
    public void An_approval_lasts_fifteen_minutes_and_can_be_given_again()
    {
        var incident = Approved(Opened().WithAction(), "ada");
        Assert.True(incident.Actions[0].IsApproved(Minute(15.99)));
        Assert.False(incident.Actions[0].IsApproved(Minute(16)));
        Assert.Equal("action 1 is not approved", Reason(Start(incident, 1, Run, Minute(17))));
        Assert.IsType<ActionApproved>(Assert.Single(Events(Approve(incident, 1, "ada", HashOf(incident), Minute(17)))));
    }

    [Fact]
    public void It_starts_once_and_never_again()
    {
        var incident = Started(Approved(Opened().WithAction(), "ada"));
        Assert.Equal("action 1 is not approved", Reason(Start(incident, 1, Run, Minute(3))));
        incident = incident.After(ActionDecisions.Finish(incident, 1, Recorded(), Minute(4)));
        Assert.Equal("action 1 is not approved", Reason(Start(incident, 1, Run, Minute(5))));
        Assert.Contains("propose it again", Reason(Approve(incident, 1, "grace", HashOf(incident), Minute(5))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_permit_goes_to_the_run_that_started_it_on_its_target_while_it_runs()
    {
        var before = Approved(Opened().WithAction(), "ada");
        Assert.Null(before.PermitFor(1, Run, Database, Limits.Default));
        var incident = Started(before);
        var permit = incident.PermitFor(1, Run, Database, Limits.Default)!;
        Assert.Equal((1, "UPDATE batches SET active = false", Language.Sql, Database), (permit.Action, permit.Text, permit.Language, permit.Target));
        Assert.Null(incident.PermitFor(1, Guid.Empty, Database, Limits.Default));
        Assert.Null(incident.PermitFor(2, Run, Database, Limits.Default));
        Assert.Null(incident.PermitFor(1, Run, Database with { Name = "other" }, Limits.Default));
        Assert.Null(incident.After(ActionDecisions.Finish(incident, 1, Recorded(), Minute(4))).PermitFor(1, Run, Database, Limits.Default));
        Assert.Null(incident.After(ActionDecisions.Lost(incident, Minute(4))).PermitFor(1, Run, Database, Limits.Default));
    }

    [Fact]
    public void A_second_start_in_the_record_gives_no_second_permit()
    {
        var other = new Guid("00000000-0000-0000-0000-000000000001");
        var incident = Started(Approved(Opened().WithAction(), "ada")).Apply(new ActionStarted(Minute(3), 1, other));
        Assert.Null(incident.PermitFor(1, other, Database, Limits.Default));
        incident = incident.After(ActionDecisions.Finish(incident, 1, Recorded(), Minute(4))).Apply(new ActionStarted(Minute(5), 1, other));
        Assert.Equal(ActionState.Finished, incident.Actions[0].State);
        Assert.Null(incident.PermitFor(1, other, Database, Limits.Default));
    }

    [Fact]
    public void After_it_has_run_everything_is_read_again()
    {
        var incident = Started(Approved(Opened().WithAction(), "ada"));
        var ended = Events(ActionDecisions.Finish(incident, 1, Recorded("1 row changed"), Minute(4)));
        Assert.Equal([typeof(ActionFinished), typeof(LookRequested)], ended.Select(happened => happened.GetType()));
        Assert.Equal("after action 1", ((LookRequested)ended[1]).Reason);
        Assert.Contains("not running", Reason(ActionDecisions.Finish(incident.After(new Decision.Decided(ended)), 1, Recorded(), Minute(5))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_running_when_the_server_stopped_is_unknown_and_is_never_run_again()
    {
        var incident = Started(Approved(Opened().WithAction(), "ada"));
        var lost = incident.After(ActionDecisions.Lost(incident, Minute(10)));
        Assert.Equal(ActionState.Unknown, lost.Actions[0].State);
        SaysNothingNew(ActionDecisions.Lost(lost, Minute(11)));
        Assert.Equal("action 1 is not approved", Reason(Start(lost, 1, Run, Minute(11))));
        Assert.Contains("is unknown already", Reason(Approve(lost, 1, "grace", HashOf(lost), Minute(11))), StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawn_is_withdrawn()
    {
        var incident = Opened().WithAction();
        incident = incident.After(ActionDecisions.Withdraw(incident, 1, "ada", "too early", Minute(1)));
        Assert.Contains("withdrawn already", Reason(ActionDecisions.Withdraw(incident, 1, "ada", "again", Minute(2))), StringComparison.Ordinal);
        Assert.Contains("withdrawn already", Reason(Approve(incident, 1, "ada", HashOf(incident), Minute(2))), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_target_and_after_the_end_nothing_is_approved()
    {
        var homeless = Opened().WithAction(target: null);
        Assert.Contains("no target", Reason(Approve(homeless, 1, "ada", HashOf(homeless), Minute(1))), StringComparison.Ordinal);
        var closed = Opened().WithAction().Apply(new Closed(Minute(60), "quiet"));
        Assert.Equal("the incident is closed", Reason(Approve(closed, 1, "ada", HashOf(closed), Minute(61))));
        Assert.Equal("there is no action 9", Reason(Approve(closed, 9, "ada", "", Minute(61))));
    }

    [Fact]
    public void A_command_of_a_persons_own_is_classified_like_any_other_and_needs_a_target()
    {
        var proposed = Assert.IsType<ActionProposed>(Assert.Single(Events(ActionProposals.Propose(Opened(), new OwnCommand("ada", "DROP TABLE orders", Language.Sql, "Drop"), Shop, [], Minute(1)))));
        Assert.True(proposed.Action.Effect > Effect.Read);
        Assert.Equal((1, "database", ActionHash.Of("DROP TABLE orders", Language.Sql, "database", [])), (proposed.Action.Number, proposed.Action.Target, proposed.Action.Hash));
        Assert.Contains("no shell", Reason(ActionProposals.Propose(Opened(), new OwnCommand("ada", "ls", Language.Shell, "List"), Shop, [], Minute(1))), StringComparison.Ordinal);
        Assert.Equal("the command is empty", Reason(ActionProposals.Propose(Opened(), new OwnCommand("ada", " ", Language.Sql, "x"), Shop, [], Minute(1))));
        Assert.Equal("it is closed", Reason(ActionProposals.Propose(Opened().Apply(new Closed(Noon, "quiet")), new OwnCommand("ada", "x", Language.Sql, "x"), Shop, [], Minute(1))));
    }

    [Fact]
    public void Each_command_above_read_becomes_a_proposal_of_exactly_its_bytes()
    {
        const string text = "UPDATE batches\n  SET active = false";
        var procedure = Procedure(Step("s1", Command("SELECT 1")), Step("s2", Command(text, Effect.Reversible, comment: "Retire expired batches")));
        var plan = Planning.Plan(procedure, Shop, default, Limits.Default);
        var proposal = Assert.Single(ActionProposals.Candidates(procedure, plan, default, Firstlook.Actions.ActionPolicy.Default, [], 4));
        Assert.Equal((4, "Retire expired batches", text, "database", Effect.Reversible), (proposal.Number, proposal.Title, proposal.Text, proposal.Target, proposal.Effect));
        Assert.Equal(ActionHash.Of(text, Language.Sql, "database", []), proposal.Hash);
    }

    [Theory]
    [InlineData("kubectl scale deployment/web --replicas=2", true)]
    [InlineData("kubectl scale deployment/web --replicas=<before>", false)]
    [InlineData("kubectl uncordon a; kubectl uncordon b", false)]
    public void The_undo_that_a_runbook_names_goes_along_where_it_is_one_command_with_nothing_to_fill_in(string undo, bool goes)
    {
        var step = Step("s", Command("promotion-admin pause", Effect.Reversible, Language.Shell)) with { Undo = undo };
        var procedure = Procedure(step);
        var proposal = Assert.Single(ActionProposals.Candidates(procedure, Planning.Plan(procedure, Shop, default, Limits.Default), default, Firstlook.Actions.ActionPolicy.Default, [], 1));
        Assert.Equal(goes ? undo : null, proposal.Back);
    }
}
