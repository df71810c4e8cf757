using Firstlook.Access;
using Firstlook.Escalation;
using Firstlook.Runbooks;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Escalation;

public sealed class ClocksTests
{
    static Procedure With(params EscalationRule[] rules) => Procedure() with { Escalations = [.. rules] };

    [Fact]
    public void A_rule_for_another_severity_runs_no_clock()
    {
        var runbook = Runbook() with { Escalations = [new(7, 15, null, "shift lead") { Severity = "critical" }, new(8, 30, null, "duty manager"), new(9, 60, null, "team") { Severity = "low" }] };
        Assert.Equal(["shift lead", "duty manager"], Clocks.For(runbook, null, "critical").Where(clock => clock.Target is not null).Select(clock => clock.Target));
        Assert.Equal(["duty manager"], Clocks.For(runbook, null, "high").Where(clock => clock.Target is not null).Select(clock => clock.Target));
    }

    [Fact]
    public void The_level_of_the_severity_gives_acknowledge_and_resolve()
    {
        var runbook = Runbook() with { SeverityPolicy = [new SeverityLevel(4, "critical", "P0", 15, 120), new SeverityLevel(5, "high", "P1", 60, null)] };
        Assert.Equal(
            [new Clock("acknowledge", TimeSpan.FromMinutes(15), null, null, "shop.md line 4"), new Clock("resolve", TimeSpan.FromHours(2), null, null, "shop.md line 4")],
            Clocks.For(runbook, null, "critical"));
        Assert.Equal([new Clock("acknowledge", TimeSpan.FromHours(1), null, null, "shop.md line 5")], Clocks.For(runbook, null, "high"));
    }

    [Fact]
    public void Where_nothing_is_stated_somebody_is_still_asked_within_fifteen_minutes()
    {
        Clock[] expected = [new("acknowledge", TimeSpan.FromMinutes(15), null, null, "default")];
        Assert.Equal(expected, Clocks.For(null, null, "critical"));
        Assert.Equal(expected, Clocks.For(Runbook() with { SeverityPolicy = [] }, null, "low"));
        Assert.Equal(expected, Clocks.For(Runbook() with { SeverityPolicy = [new SeverityLevel(4, "low", "P3", null, null)] }, null, "low"));
    }

    [Fact]
    public void At_once_leaves_a_moment_to_say_so() =>
        Assert.Equal(
            [new Clock("acknowledge", TimeSpan.FromMinutes(5), null, null, "shop.md line 4")],
            Clocks.For(Runbook() with { SeverityPolicy = [new SeverityLevel(4, "critical", "SEV1", 0, 0)] }, null, "critical"));

    [Fact]
    public void Rules_of_one_time_are_one_clock_and_the_clocks_stand_in_order()
    {
        var clocks = Clocks.For(Runbook(), With(
            new EscalationRule(9, 60, "breach", "CTO"), new EscalationRule(7, 30, "errors persist", "backend lead"), new EscalationRule(8, 30, "schema change needed", "DBA"),
            new EscalationRule(6, 0, "> 50 % failing", null)), "critical").Where(clock => clock.Kind.StartsWith("escalate", StringComparison.Ordinal)).ToArray();
        Assert.Equal(
            [
                new Clock("escalate:1", TimeSpan.FromMinutes(30), "errors persist; schema change needed", "backend lead, DBA", "shop.md line 7"),
                new Clock("escalate:2", TimeSpan.FromMinutes(60), "breach", "CTO", "shop.md line 9"),
            ],
            clocks);
    }

    [Fact]
    public void Whom_to_tell_may_stand_in_a_rule_without_a_time()
    {
        var clock = Clocks.For(Runbook(), With(new EscalationRule(7, 30, "errors persist", null), new EscalationRule(9, null, null, "backend lead")), "critical")[^1];
        Assert.Equal(("escalate:1", "backend lead"), (clock.Kind, clock.Target));
    }

    [Fact]
    public void The_documents_rules_count_where_the_procedure_has_none()
    {
        var runbook = Runbook() with { Escalations = [new EscalationRule(3, 45, null, "manager")] };
        Assert.Equal(TimeSpan.FromMinutes(45), Clocks.For(runbook, With(), "critical")[^1].After);
        Assert.Equal(TimeSpan.FromMinutes(30), Clocks.For(runbook, Procedure(), "critical")[^1].After);
    }
}
