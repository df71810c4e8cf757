using Firstlook.Incidents;
using Firstlook.Looks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

public sealed class ResponderTests
{
    [Fact]
    public void Taking_it_twice_is_taking_it_once_and_the_first_to_take_it_has_it()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Acknowledge(incident, "ada", Minute(1)));
        SaysNothingNew(ResponderDecisions.Acknowledge(incident, "ada", Minute(2)));
        SaysNothingNew(ResponderDecisions.Acknowledge(incident, "grace", Minute(2)));
        Assert.Equal((Minute(1), "ada"), incident.Acknowledgement);
    }

    [Fact]
    public void What_is_mitigated_can_still_be_taken()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Mitigate(incident, "ada", Minute(1)));
        SaysNothingNew(ResponderDecisions.Mitigate(incident, "ada", Minute(2)));
        incident = incident.After(ResponderDecisions.Acknowledge(incident, "ada", Minute(2)));
        Assert.Equal((IncidentState.Mitigated, Minute(1)), (incident.State, incident.MitigatedAt));
        Assert.NotNull(incident.Acknowledgement);
    }

    [Fact]
    public void What_is_over_takes_no_more_of_that()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Resolve(incident, "ada", "", Minute(1)));
        Assert.Equal("a responder resolved it", incident.ResolvedWhy);
        SaysNothingNew(ResponderDecisions.Resolve(incident, "grace", "me too", Minute(2)));
        Assert.Equal("it is resolved already", Reason(ResponderDecisions.Acknowledge(incident, "ada", Minute(2))));
        Assert.Equal("it is over already", Reason(ResponderDecisions.Mitigate(incident, "ada", Minute(2))));
        Assert.Contains("nothing to escalate", Reason(ResponderDecisions.Escalate(incident, "ada", null, null, Minute(2))), StringComparison.Ordinal);
        Assert.Equal("it is over already", Reason(ResponderDecisions.Choose(incident, "ada", (ProcedureMatch.Found)Match(), "ab", Minute(2))));
    }

    [Fact]
    public void It_is_not_resolved_while_an_action_runs()
    {
        var incident = Opened().WithAction().Apply(new ActionStarted(Noon, 1, Run));
        Assert.Contains("still running", Reason(ResponderDecisions.Resolve(incident, "ada", null, Minute(1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Escalating_by_hand_tells_whom_the_runbook_names()
    {
        var escalated = Assert.IsType<Escalated>(Assert.Single(Events(ResponderDecisions.Escalate(Opened(), "ada", null, " ", Minute(2)))));
        Assert.Equal(("ada", "backend lead", "errors persist"), (escalated.By, escalated.To, escalated.Reason));
    }

    [Fact]
    public void Notes_and_updates_have_words_and_not_too_many()
    {
        Assert.Equal("the note is empty", Reason(ResponderDecisions.Note("ada", " \n", Noon)));
        Assert.Equal("the update has 65537 characters, at most 65536 are kept", Reason(ResponderDecisions.Update("ada", new string('x', 65537), Noon)));
        Assert.Equal(new NoteAdded(Noon, "ada", "seen"), Assert.Single(Events(ResponderDecisions.Note("ada", "seen", Noon))));
        Assert.Equal(new DoneByHand(Noon, "ada", "kubectl rollout undo", "ab", 2), Assert.Single(Events(ResponderDecisions.ByHand("ada", "kubectl rollout undo", "ab", 2, Noon))));
    }

    [Fact]
    public void Looking_again_waits_for_the_look_that_runs()
    {
        var incident = Opened();
        SaysNothingNew(ResponderDecisions.LookAgain(incident, "ada", Minute(1)));
        incident = incident.Apply(new LookStarted(Minute(1), 1, 0, [])).Apply(new LookFinished(Minute(1), 1));
        Assert.Equal(new LookRequested(Minute(2), 2, "ada asked", "ada"), Assert.Single(Events(ResponderDecisions.LookAgain(incident, "ada", Minute(2)))));
    }

    [Fact]
    public void A_person_ends_a_tie_and_the_clocks_are_those_of_the_choice()
    {
        var tied = Incident.Empty.After(AlertDecisions.Open(8, Fires(), Chosen, new ProcedureMatch.Tie([], "both name it"), null, Noon));
        var chosen = tied.After(ResponderDecisions.Choose(tied, "ada", (ProcedureMatch.Found)Match(), "ab12", Minute(1)));
        Assert.Equal("payments-fail", chosen.Procedure.Id);
        Assert.Contains("escalate:1", chosen.Deadlines.Keys);
        Assert.Equal("ada chose Payments fail", chosen.Looks[^1].Reason);
        Assert.Equal("Payments fail is chosen already", Reason(ResponderDecisions.Choose(chosen, "ada", (ProcedureMatch.Found)Match(), "ab12", Minute(2))));
    }
}
