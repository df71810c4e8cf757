using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Incidents;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

/// <summary>Actions that a person types into are held like any other, and never run from here.</summary>
public sealed class TerminalTests
{
    static readonly Target Host = new("web-1", TargetKind.Shell, "shell on this host");

    static readonly Circumstances Free = new(Host, TellsPeople: true);

    static Incident Proposed(string text = "kubectl edit configmap flags -n shop")
    {
        var service = Shop with { Targets = [Host] };
        return Opened().After(ActionProposals.Propose(Opened(), new OwnCommand("ada", text, Language.Shell, "Edit"), service, [], Noon));
    }

    static Incident Approved()
    {
        var incident = Proposed();
        return incident.After(Approve(incident, 1, "ada", incident.Actions[0].Proposal.Hash, Minute(1), around: Free));
    }

    [Fact]
    public void An_editor_a_session_and_a_tunnel_want_a_terminal_and_a_command_that_ends_by_itself_does_not()
    {
        foreach (var text in (string[])["kubectl edit configmap flags -n shop", "kubectl port-forward svc/shop 8080:8080", "psql -h db shop", "kubectl debug -it web-1 --image=busybox:1.28"])
            Assert.True(Proposed(text).Actions[0].Proposal.Terminal, text);
        Assert.False(Proposed("kubectl exec -it web-1 -- rm /tmp/x").Actions[0].Proposal.Terminal);
    }

    [Fact]
    public void Approved_it_waits_for_a_terminal_and_no_permit_is_ever_given_for_it()
    {
        var incident = Approved();
        Assert.True(incident.Actions[0].IsApproved(Minute(2)));
        Assert.False(incident.Actions[0].RunsFromHere(Minute(2)));
        incident = incident.After(ActionTerminal.Open(incident, 1, Run, Free, Minute(2)));
        Assert.Equal(ActionState.Started, incident.Actions[0].State);
        Assert.Null(incident.PermitFor(1, Run, Host, Limits.Default));
        Assert.Contains("started already", Reason(ActionTerminal.Open(incident, 1, Run, Free, Minute(3))), StringComparison.Ordinal);
    }

    [Fact]
    public void It_opens_neither_before_its_approval_nor_while_somebody_else_has_the_target_nor_where_it_needs_no_terminal()
    {
        Assert.Contains("is not approved: it needs one person", Reason(ActionTerminal.Open(Proposed(), 1, Run, Free, Minute(2))), StringComparison.Ordinal);
        var held = Free with { Held = new TargetHold("web-1", 3, 1, "grace", Noon, false) };
        Assert.IsType<ApprovalsLapsed>(Assert.Single(Events(ActionTerminal.Open(Approved(), 1, Run, held, Minute(2)))));
        Assert.Contains("needs no terminal", Reason(ActionTerminal.Open(Proposed("systemctl restart web"), 1, Run, Free, Minute(2))), StringComparison.Ordinal);
        Assert.Contains("no action 9", Reason(ActionTerminal.Open(Proposed(), 9, Run, Free, Minute(2))), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_terminal_that_opened_it_tells_its_end_and_then_all_reads_run_again()
    {
        var incident = Approved();
        incident = incident.After(ActionTerminal.Open(incident, 1, Run, Free, Minute(2)));
        Assert.Contains("not open in this terminal", Reason(ActionTerminal.Close(incident, 1, Guid.Empty, Recorded(), Minute(3))), StringComparison.Ordinal);
        var closed = ActionTerminal.Close(incident, 1, Run, Recorded("configmap/flags edited"), Minute(3));
        Assert.Collection(Events(closed), ended => Assert.IsType<ActionFinished>(ended), look => Assert.IsType<LookRequested>(look));
        incident = incident.After(closed);
        Assert.Equal("configmap/flags edited", incident.Actions[0].Result!.Summary);
        SaysNothingNew(ActionTerminal.Close(incident, 1, Run, Recorded(), Minute(4)));
    }

    [Fact]
    public void A_server_that_starts_anew_leaves_it_open_and_a_person_settles_one_whose_terminal_is_gone()
    {
        var incident = Approved();
        incident = incident.After(ActionTerminal.Open(incident, 1, Run, Free, Minute(2)));
        SaysNothingNew(ActionDecisions.Lost(incident, Minute(3)));
        incident = incident.After(ActionDecisions.Settle(incident, 1, "grace", false, "the laptop died", Minute(4)));
        Assert.Equal(ActionState.Settled, incident.Actions[0].State);
        Assert.Equal(2, incident.Looks.Count);
    }
}
