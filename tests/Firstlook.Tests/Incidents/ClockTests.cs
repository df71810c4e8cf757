using Firstlook.Incidents;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

public sealed class ClockTests
{
    static Incident Due(Incident incident, string clock, double minute) => incident.After(ClockDecisions.Due(incident, clock, Minute(minute)));

    [Fact]
    public void Deadlines_are_what_the_runbook_states_from_the_opening() => Assert.Equal(
        [KeyValuePair.Create("acknowledge", Minute(15)), KeyValuePair.Create("escalate:1", Minute(30)), KeyValuePair.Create("resolve", Minute(60))],
        Opened().Deadlines);

    [Fact]
    public void A_clock_fires_when_it_is_due_and_not_before_and_once()
    {
        var incident = Opened();
        SaysNothingNew(ClockDecisions.Due(incident, "acknowledge", Minute(14.99)));
        var fired = Events(ClockDecisions.Due(incident, "acknowledge", Minute(15)));
        Assert.Equal(new ClockExpired(Minute(15), "acknowledge", Minute(15), TimeSpan.Zero), fired[0]);
        Assert.Equal(new Escalated(Minute(15), null, null, "nobody acknowledged within 15 minutes (shop.md line 5)"), fired[1]);
        incident = Due(incident, "acknowledge", 15);
        SaysNothingNew(ClockDecisions.Due(incident, "acknowledge", Minute(16)));
        Assert.DoesNotContain("acknowledge", incident.Deadlines.Keys);
    }

    [Fact]
    public void After_a_restart_it_fires_late_and_says_how_late()
    {
        var expired = Assert.IsType<ClockExpired>(Events(ClockDecisions.Due(Opened(), "escalate:1", Minute(75)))[0]);
        Assert.Equal(TimeSpan.FromMinutes(45), expired.Late);
        Assert.Equal(Minute(30), expired.DueAt);
    }

    [Fact]
    public void Escalation_tells_whom_and_why()
    {
        var escalated = Assert.IsType<Escalated>(Events(ClockDecisions.Due(Opened(), "escalate:1", Minute(30)))[1]);
        Assert.Equal("backend lead", escalated.To);
        Assert.Equal("30 minutes have passed and it is open (shop.md line 80): escalate if errors persist", escalated.Reason);
    }

    [Fact]
    public void Acknowledging_halts_its_clock_and_no_other()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Acknowledge(incident, "ada", Minute(1)));
        Assert.Equal(["escalate:1", "resolve"], incident.Deadlines.Keys);
        SaysNothingNew(ClockDecisions.Due(incident, "acknowledge", Minute(20)));
    }

    [Fact]
    public void Mitigated_halts_escalation_and_leaves_the_time_to_resolve()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Mitigate(incident, "ada", Minute(1)));
        Assert.Equal(["resolve"], incident.Deadlines.Keys);
        Assert.IsType<ClockExpired>(Assert.Single(Events(ClockDecisions.Due(incident, "resolve", Minute(60)))));
    }

    [Fact]
    public void Resolved_has_one_clock_left_and_closed_none()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Resolve(incident, "ada", null, Minute(10)));
        Assert.Equal([KeyValuePair.Create("close", Minute(40))], incident.Deadlines);
        SaysNothingNew(ClockDecisions.Due(incident, "resolve", Minute(60)));
        Assert.Empty(incident.Apply(new Closed(Minute(40), "quiet")).Deadlines);
        Assert.Empty(Incident.Empty.Deadlines);
    }

    [Fact]
    public void Opened_again_its_clocks_run_from_then()
    {
        var incident = Due(Opened(), "acknowledge", 15);
        incident = incident.After(AlertDecisions.Receive(incident, Ended(at: 20), Minute(20)));
        incident = incident.After(AlertDecisions.Receive(incident, Fires(starts: 45), Minute(45)));
        Assert.Equal(
            [KeyValuePair.Create("acknowledge", Minute(60)), KeyValuePair.Create("escalate:1", Minute(75)), KeyValuePair.Create("resolve", Minute(105))],
            incident.Deadlines);
    }

    [Fact]
    public void Who_took_it_has_it_still_when_it_opens_again()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Acknowledge(incident, "ada", Minute(1)));
        incident = incident.After(AlertDecisions.Receive(incident, Ended(at: 5), Minute(5)));
        incident = incident.After(AlertDecisions.Receive(incident, Fires(starts: 10), Minute(10)));
        Assert.Equal(IncidentState.Acknowledged, incident.State);
        Assert.DoesNotContain("acknowledge", incident.Deadlines.Keys);
    }

    [Fact]
    public void A_deadline_that_no_longer_holds_does_nothing()
    {
        SaysNothingNew(ClockDecisions.Due(Opened(), "escalate:9", Minute(1000)));
        SaysNothingNew(ClockDecisions.Due(Opened(), "close", Minute(1000)));
        SaysNothingNew(ClockDecisions.Due(Incident.Empty, "acknowledge", Minute(1000)));
    }
}
