using Firstlook.Effects;
using Firstlook.Incidents;
using Firstlook.Testing;
using Firstlook.Tests.Incidents;
using static Firstlook.Tests.Incidents.Given;
using Told = Firstlook.Notices.Notices;

namespace Firstlook.Tests.Notices;

public sealed class NoticeTests
{
    [Fact]
    public void What_people_are_told_of_a_whole_incident()
    {
        var incident = Incident.Empty;
        var told = new List<string>();
        foreach (var happened in Story.Whole().Events)
        {
            incident = incident.Apply(happened);
            if (Told.For(happened, incident, happened is LookFinished { Look: 1 } ? "Strong: Expired batches — result expired is 91 % of payments_total" : null) is { } notice) told.Add($"{notice.Kind}: {notice.Text}");
        }

        Golden.Matches(string.Join('\n', told), "goldens/whole.txt");
    }

    [Fact]
    public void A_clock_that_ran_out_is_told_once()
    {
        var incident = Opened();
        var happened = Events(ClockDecisions.Due(incident, "escalate:1", Minute(30)));
        var told = happened.Select(one => Told.For(one, incident.Apply(one), null)).Where(notice => notice is not null).ToArray();
        Assert.Equal("escalated", Assert.Single(told)!.Kind);
        var overdue = Assert.Single(Events(ClockDecisions.Due(incident, "resolve", Minute(60))));
        Assert.Equal("overdue", Told.For(overdue, incident.Apply(overdue), null)!.Kind);
    }

    [Fact]
    public void What_a_look_finds_without_a_conclusion_is_no_message()
    {
        var finished = new LookFinished(Noon, 3);
        Assert.Null(Told.For(finished, Opened().Apply(finished), null));
        Assert.Equal("looked", Told.For(finished, Opened().Apply(finished), "Nothing leads.")!.Kind);
    }

    [Fact]
    public void An_approval_names_what_was_approved_in_one_line()
    {
        var incident = Opened().WithAction();
        var approved = new ActionApproved(Noon, 1, "ada", incident.Actions[0].Proposal.Hash);
        Assert.Equal("[CRITICAL] #7 PaymentsFail on shop — ada approved action 1: UPDATE batches SET active = false", Told.For(approved, incident.Apply(approved), null)!.Text);
        Assert.NotNull(Told.For(approved with { Action = 99 }, incident, null));
    }

    [Fact]
    public void Kinds_are_those_that_machines_know()
    {
        string[] kinds = ["opened", "looked", "acknowledged", "escalated", "overdue", "action", "break-glass", "update", "resolved", "reopened"];
        var incident = Opened().WithAction(Effect.Destructive);
        Assert.All(SomeEvents.Examples.Select(happened => Told.For(happened, incident.Apply(happened), "x")).Where(notice => notice is not null), notice => Assert.Contains(notice!.Kind, kinds));
    }
}
