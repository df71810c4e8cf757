using Firstlook.Alerts;
using Firstlook.Incidents;
using Firstlook.Looks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

public sealed class AlertDecisionTests
{
    [Fact]
    public void An_alert_opens_an_incident_with_its_procedure_and_its_clocks_and_asks_for_a_look()
    {
        var incident = Opened();
        Assert.Equal(IncidentState.Open, incident.State);
        Assert.Equal(("PaymentsFail", "critical", "shop", "store", 7), (incident.Title, incident.Severity, incident.Service, incident.Team, incident.Number));
        Assert.Equal("payments-fail", incident.Procedure.Id);
        Assert.Equal("the alert fired", Assert.Single(incident.Looks).Reason);
        Assert.Equal(["acknowledge", "escalate:1", "resolve"], incident.Deadlines.Keys);
    }

    [Fact]
    public void Without_a_procedure_it_opens_all_the_same_and_a_clock_runs()
    {
        var incident = Incident.Empty.After(AlertDecisions.Open(8, Fires(), new ServiceChoice(null, "none"), new ProcedureMatch.None("no procedure names it"), null, Noon));
        Assert.False(incident.Procedure.IsChosen);
        Assert.Equal("high", incident.Severity);
        Assert.Equal([KeyValuePair.Create("acknowledge", Minute(15))], incident.Deadlines);
    }

    [Fact]
    public void A_tie_names_its_candidates_and_chooses_none()
    {
        var runbook = Runbook(Procedure(), Procedure() with { Id = "other", Slug = "other" });
        var tie = new ProcedureMatch.Tie([.. runbook.Procedures.Select(procedure => new Candidate(runbook, procedure))], "both name it");
        var incident = Incident.Empty.After(AlertDecisions.Open(8, Fires(), Chosen, tie, null, Noon));
        Assert.False(incident.Procedure.IsChosen);
        Assert.Equal(["runbooks/shop.md#payments-fail", "runbooks/shop.md#other"], incident.Procedure.Tied);
    }

    [Theory]
    [InlineData("warning", "critical", "critical", "the procedure, above the alert's label")]
    [InlineData("critical", "low", "critical", "the alert's label, above the procedure's")]
    [InlineData("critical", "critical", "critical", "the alert's label and the procedure")]
    [InlineData("info", null, "low", "the alert's label")]
    [InlineData("purple", "medium", "medium", "the procedure")]
    [InlineData("SEV0", null, "critical", "the alert's label")]
    [InlineData("purple", null, "high", "assumed: neither the alert nor a procedure states one")]
    public void The_higher_severity_of_label_and_procedure_stands(string label, string? stated, string severity, string from)
    {
        var procedure = Procedure() with { Severity = stated };
        var opened = Assert.IsType<Opened>(Events(AlertDecisions.Open(1, Fires(more: ("severity", label)), Chosen, new ProcedureMatch.Found(Runbook(procedure), procedure, "x"), null, Noon))[0]);
        Assert.Equal((severity, from), (opened.Severity, opened.SeverityFrom));
    }

    [Fact]
    public void Instances_of_one_alert_on_one_service_are_one_group_and_places_are_not()
    {
        Assert.Equal(AlertDecisions.GroupOf(Fires("a"), Shop), AlertDecisions.GroupOf(Fires("b"), Shop));
        Assert.NotEqual(AlertDecisions.GroupOf(Fires("a"), Shop), AlertDecisions.GroupOf(Fires("a"), null));
        Assert.NotEqual(AlertDecisions.GroupOf(Fires(more: ("cluster", "eu")), Shop), AlertDecisions.GroupOf(Fires(more: ("cluster", "us")), Shop));
        Assert.NotEqual(AlertDecisions.GroupOf(Fires(more: ("env", "eu")), Shop), AlertDecisions.GroupOf(Fires(more: ("region", "eu")), Shop));
    }

    [Fact]
    public void The_same_alert_again_adds_no_event()
    {
        var incident = Opened();
        SaysNothingNew(AlertDecisions.Receive(incident, Fires(ends: 8), Minute(1)));
        SaysNothingNew(AlertDecisions.Receive(incident, Fires(starts: 0), Minute(2)));
    }

    [Fact]
    public void New_words_add_one_event_once()
    {
        var incident = Opened();
        var changed = AlertDecisions.Receive(incident, Fires(summary: "refunds fail too"), Minute(1));
        Assert.IsType<AlertChanged>(Assert.Single(Events(changed)));
        SaysNothingNew(AlertDecisions.Receive(incident.After(changed), Fires(summary: "refunds fail too"), Minute(2)));
    }

    [Fact]
    public void An_earlier_start_is_kept_through_later_reports()
    {
        var incident = Opened().After(AlertDecisions.Receive(Opened(), Fires(starts: -30), Minute(1)));
        incident = incident.After(AlertDecisions.Receive(incident, Fires(starts: -1, summary: "other words"), Minute(2)));
        Assert.Equal(Minute(-30), incident.Alerts.Values.Single().Alert.StartsAt);
    }

    [Fact]
    public void Another_of_its_group_joins_and_the_last_one_to_end_resolves_it()
    {
        var incident = Opened().After(AlertDecisions.Receive(Opened(), Fires("b"), Minute(1)));
        Assert.Equal(2, incident.Alerts.Count);
        var first = AlertDecisions.Receive(incident, Ended("a", 2), Minute(2));
        Assert.IsType<AlertEnded>(Assert.Single(Events(first)));
        incident = incident.After(first);
        SaysNothingNew(AlertDecisions.Receive(incident, Ended("a", 2), Minute(3)));
        incident = incident.After(AlertDecisions.Receive(incident, Ended("b", 3), Minute(3)));
        Assert.Equal(IncidentState.Resolved, incident.State);
        Assert.Equal("every alert has ended: its sender resolved it", incident.ResolvedWhy);
        SaysNothingNew(AlertDecisions.Receive(incident, Ended("b", 3), Minute(4)));
    }

    [Fact]
    public void An_end_of_an_alert_that_never_began_is_nothing() =>
        SaysNothingNew(AlertDecisions.Receive(Opened(), Ended("stranger"), Minute(1)));

    [Fact]
    public void An_alert_that_fires_anew_while_others_do_is_back()
    {
        var incident = Opened().After(AlertDecisions.Receive(Opened(), Fires("b"), Minute(1)));
        incident = incident.After(AlertDecisions.Receive(incident, Ended("a", 2), Minute(2)));
        incident = incident.After(AlertDecisions.Receive(incident, Fires("a", starts: 3), Minute(3)));
        Assert.All(incident.Alerts.Values, alert => Assert.Null(alert.EndedAt));
        Assert.Equal(IncidentState.Open, incident.State);
    }

    [Fact]
    public void It_reopens_when_the_alert_fires_again_and_looks_again()
    {
        var incident = Opened().After(AlertDecisions.Receive(Opened(), Ended(at: 5), Minute(5)));
        var again = AlertDecisions.Receive(incident, Fires(starts: 20), Minute(20));
        incident = incident.After(again);
        Assert.Equal([typeof(AlertJoined), typeof(Reopened), typeof(LookRequested)], Events(again).Select(happened => happened.GetType()));
        Assert.Equal(IncidentState.Open, incident.State);
        Assert.Null(incident.ResolvedAt);
        Assert.Equal(2, incident.Looks.Count);
    }

    [Fact]
    public void After_half_an_hour_it_is_closed_and_stays_so()
    {
        var incident = Opened().After(AlertDecisions.Receive(Opened(), Ended(at: 5), Minute(5)));
        Assert.Equal([KeyValuePair.Create("close", Minute(35))], incident.Deadlines);
        SaysNothingNew(ClockDecisions.Due(incident, "close", Minute(34.9)));
        incident = incident.After(ClockDecisions.Due(incident, "close", Minute(35)));
        Assert.Equal(IncidentState.Closed, incident.State);
        Assert.Empty(incident.Deadlines);
        Assert.False(incident.TakesBack(Minute(36)));
    }

    [Fact]
    public void The_window_to_reopen_ends_with_the_clock_and_not_with_whoever_reads_it()
    {
        var incident = Opened().After(AlertDecisions.Receive(Opened(), Ended(at: 5), Minute(5)));
        Assert.True(incident.TakesBack(Minute(34.9)));
        Assert.False(incident.TakesBack(Minute(35)));
        Assert.True(Opened().TakesBack(Minute(1000)));
    }

    [Fact]
    public void A_repeat_of_what_a_person_resolved_does_not_reopen_it_and_a_new_occurrence_does()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Resolve(incident, "ada", "rolled back", Minute(10)));
        SaysNothingNew(AlertDecisions.Receive(incident, Fires(), Minute(11)));
        var ended = incident.After(AlertDecisions.Receive(incident, Ended(at: 12), Minute(12)));
        Assert.Equal(IncidentState.Resolved, ended.State);
        Assert.Equal("rolled back", ended.ResolvedWhy);
        Assert.Equal(IncidentState.Open, ended.After(AlertDecisions.Receive(ended, Fires(starts: 13), Minute(13))).State);
        Assert.Equal(IncidentState.Open, incident.After(AlertDecisions.Receive(incident, Fires(starts: 11), Minute(12))).State);
    }

    [Fact]
    public void What_a_person_resolved_while_it_fires_opens_again_at_the_end_of_the_window()
    {
        var incident = Opened();
        incident = incident.After(ResponderDecisions.Resolve(incident, "ada", null, Minute(10)));
        Assert.True(incident.TakesBack(Minute(41)));
        incident = incident.After(ClockDecisions.Due(incident, "close", Minute(40)));
        Assert.Equal(IncidentState.Open, incident.State);
        Assert.Equal(2, incident.Looks.Count);
    }

    [Fact]
    public void A_lease_that_runs_out_ends_the_alert_once()
    {
        var incident = Opened();
        var ran = AlertDecisions.LeaseRanOut(incident, Fires().Labels.Key, Minute(9));
        incident = incident.After(ran);
        Assert.Equal(IncidentState.Resolved, incident.State);
        SaysNothingNew(AlertDecisions.LeaseRanOut(incident, Fires().Labels.Key, Minute(10)));
        SaysNothingNew(AlertDecisions.LeaseRanOut(incident, "unknown", Minute(10)));
    }
}
