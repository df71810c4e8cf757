using Firstlook.Incidents;
using FsCheck;
using FsCheck.Fluent;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

public sealed class FoldTests
{
    static readonly Arbitrary<IncidentEvent[]> Histories = SomeEvents.Any.ListOf().Select(list => list.ToArray()).ToArbitrary();

    [Fact]
    public void Any_events_in_any_order_give_an_incident_and_count()
    {
        Prop.ForAll(Histories, history => Incident.Fold(history).Version == history.Length && Incident.Fold(history).Exists == history.Length > 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Every_kind_of_event_is_understood() =>
        Assert.All(SomeEvents.Examples, happened => Assert.Equal(1, Incident.Empty.Apply(happened).Version));

    [Fact]
    public void The_same_record_gives_the_same_incident()
    {
        Prop.ForAll(Histories, history =>
        {
            var (one, other) = (Incident.Fold(history), Incident.Fold(history));
            return one.State == other.State && one.Deadlines.SequenceEqual(other.Deadlines) && one.Actions.SequenceEqual(other.Actions) && one.Alerts.SequenceEqual(other.Alerts);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_happened_every_decision_has_an_answer_and_its_events_apply()
    {
        Prop.ForAll(Histories, Gen.Choose(0, 3).ToArbitrary(), (history, number) =>
        {
            var incident = Incident.Fold(history);
            foreach (var decision in Decisions(incident, number))
                if (decision is Decision.Decided decided && decided.Events.Aggregate(incident, (before, happened) => before.Apply(happened)).Version != incident.Version + decided.Events.Count) return false;
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Saying_a_thing_twice_adds_nothing_the_second_time()
    {
        Prop.ForAll(Histories, history =>
        {
            var incident = Incident.Fold(history);
            Func<Incident, Decision>[] commands =
            [
                one => ResponderDecisions.Acknowledge(one, "ada", Minute(5)),
                one => ResponderDecisions.Mitigate(one, "ada", Minute(5)),
                one => ResponderDecisions.Resolve(one, "ada", "done", Minute(5)),
                one => ResponderDecisions.LookAgain(one, "ada", Minute(5)),
                one => AlertDecisions.Receive(one, Fires(), Minute(5)),
                one => AlertDecisions.Receive(one, Ended(at: 4), Minute(5)),
                one => ActionDecisions.Lost(one, Minute(5)),
                .. EachClock(incident),
                .. incident.Actions.Select(action => (Func<Incident, Decision>)(one => Approve(one, action.Proposal.Number, "ada", action.Proposal.Hash, Minute(5), typed: action.Proposal.Target))),
            ];
            return commands.All(command => command(incident) is not Decision.Decided first || command(incident.After(first)) is Decision.Refused or Decision.Decided { Events.IsEmpty: true });

            static IEnumerable<Func<Incident, Decision>> EachClock(Incident incident) =>
                incident.Deadlines.Keys.Select(kind => (Func<Incident, Decision>)(one => ClockDecisions.Due(one, kind, Minute(20_000))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void There_is_a_deadline_for_each_thing_that_must_happen_and_for_nothing_else()
    {
        Prop.ForAll(Histories, history =>
        {
            var incident = Incident.Fold(history);
            return incident switch
            {
                { Exists: false } or { State: IncidentState.Closed } => incident.Deadlines.IsEmpty,
                { ResolvedAt: not null } => incident.Deadlines.Keys.SequenceEqual(["close"]),
                _ => incident.Deadlines.Keys.All(kind => incident.Clocks.Any(clock => clock.Kind == kind) && !incident.ExpiredClocks.Contains(kind)),
            };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void No_record_starts_an_action_that_has_started_before()
    {
        Prop.ForAll(Histories, history =>
        {
            var incident = Incident.Empty;
            foreach (var happened in history)
            {
                var before = incident.Actions;
                incident = incident.Apply(happened);
                if (before.Zip(incident.Actions).Any(pair => pair.First.State is not ActionState.Proposed && pair.Second.Run != pair.First.Run)) return false;
                if (before.Zip(incident.Actions).Any(pair => pair.First.State is ActionState.Withdrawn or ActionState.Finished or ActionState.Settled && pair.Second.State != pair.First.State)) return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    static IEnumerable<Decision> Decisions(Incident incident, int number)
    {
        yield return ResponderDecisions.Acknowledge(incident, "ada", Minute(5));
        yield return ResponderDecisions.Escalate(incident, "ada", null, null, Minute(5));
        yield return ResponderDecisions.Mitigate(incident, "ada", Minute(5));
        yield return ResponderDecisions.Resolve(incident, "ada", null, Minute(5));
        yield return ResponderDecisions.LookAgain(incident, "ada", Minute(5));
        yield return Approve(incident, number, "ada", "hash", Minute(5));
        yield return Approve(incident, number, "ada", "hash", Minute(5), "database", "nobody else answers the phone");
        yield return ActionDecisions.Settle(incident, number, "ada", true, "seen", Minute(5));
        yield return ActionProposals.Again(incident, number, "ada", Database, "k", Minute(5));
        yield return ActionProposals.Bind(incident, number, "ada", new Dictionary<string, string> { ["a"] = "b" }, Minute(5));
        yield return ActionUndo.Prepare(incident, number, new Firstlook.Actions.Undoing.None("why"), Minute(5));
        yield return ActionUndo.Undo(incident, number, "ada", Database, "k", Minute(5));
        yield return ActionDecisions.Withdraw(incident, number, "ada", "why", Minute(5));
        yield return Start(incident, number, Run, Minute(5));
        yield return ActionDecisions.Finish(incident, number, Recorded(), Minute(5));
        yield return ActionDecisions.Lost(incident, Minute(5));
        yield return AlertDecisions.Receive(incident, Fires(), Minute(5));
        yield return AlertDecisions.Receive(incident, Ended(), Minute(5));
        foreach (var key in incident.Alerts.Keys) yield return AlertDecisions.LeaseRanOut(incident, key, Minute(5));
        foreach (var kind in incident.Deadlines.Keys) yield return ClockDecisions.Due(incident, kind, Minute(20_000));
    }
}
