using Firstlook.Access;
using Firstlook.Actions;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;
using static Firstlook.Tests.Hypotheses.Case;
using static Firstlook.Tests.Incidents.Given;

namespace Firstlook.Tests.Incidents;

/// <summary>One incident from its alert to its end, made by the same decisions as a real one.</summary>
internal sealed class Story
{
    const string Breakdown = "sum by (result) (rate(payments_total{result!=\"success\"}[5m]))";
    const string Expired = "SELECT count(*) FROM batches WHERE expiry < now() AND active";
    const string Retire = "UPDATE batches SET active = false\nWHERE expiry < now()";

    static readonly Target Metrics = new("metrics", TargetKind.Prometheus, "prometheus http://127.0.0.1:9090");

    readonly List<IncidentEvent> events = [];
    readonly Dictionary<string, Output> evidence = [];
    readonly Procedure procedure;
    readonly Runbook runbook;

    public Story()
    {
        var breakdown = Step("breakdown", Command(Breakdown, language: Language.PromQl, comment: "Why payments fail")) with { Title = "Breakdown of failures" };
        var expired = Step("expired", Command(Expired, comment: "Expired batches still active") with { Line = 41, Hint = None("Expired batches still active") }, "expired") with { Title = "Expired batches" };
        var orders = Step("orders", Command("SELECT * FROM orders WHERE id = <id>") with { Line = 51, Inputs = ["id"] }, "shortage") with
        {
            Title = "The order", Inputs = [new Firstlook.Runbooks.Input("id", "placeholder", "<id>", "a person")],
        };
        var retire = Step("retire", Command(Retire, Effect.Reversible, comment: "Retire expired batches") with { Line = 61 }, "expired") with { Title = "Safe action" };
        procedure = Procedure(breakdown, expired, orders, retire) with
        {
            Hypotheses =
            [
                new Hypothesis("shortage", "Stock is short", 30, 39, null, [new Symptom("`result=\"short\"` dominates", 31, ["result=\"short\""])], []),
                new Hypothesis("expired", "Expired batches", 40, 60, null, [new Symptom("`result=\"expired\"` significant", 42, ["result=\"expired\""])], []),
            ],
            Dashboards = [new Dashboard("Sales", "https://grafana.example.test/d/sales", ["Failures"], 12)],
        };
        runbook = Runbook(procedure);
    }

    public EquatableArray<IncidentEvent> Events => [.. events];

    public Incident Incident => Incident.Fold(events);

    public Room Room => Room.Of(Run, Events, Incident.Procedure.IsChosen ? runbook : null, hash => evidence.GetValueOrDefault(hash), _ => runbook);

    public static Story Whole() => Healing().Looks(2, minute: 6.1, failing: 0, expired: 0).Ends();

    /// <summary>Until its action has run, and its reads are to run again.</summary>
    public static Story Healing() => new Story().Opens().Looks(1, minute: 0.05, failing: 2.5, expired: 10).Taken().Healed();

    public Story Opens(Alert? alert = null) => Then(AlertDecisions.Open(7, alert ?? Fires(), Chosen, new ProcedureMatch.Found(runbook, procedure, "it names the alert PaymentsFail"), "ab12", Noon));

    /// <summary>The same alert in a team whose runbooks do not name it.</summary>
    public Story OpensUnanswered() => Then(AlertDecisions.Open(7, Fires(), Chosen, new ProcedureMatch.None("no procedure names PaymentsFail"), null, Noon));

    public Story Looks(int number, double minute, double failing, int expired)
    {
        var at = Minute(minute);
        var service = Shop with { Targets = [Database, Metrics] };
        var answered = Incident.Procedure.IsChosen;
        var plan = Planning.Plan(answered ? procedure : Library.Consider(runbook, procedure, "").Procedure, service, Fires().Labels, Limits.Default);
        events.Add(new LookStarted(at, number, plan.Ready.Count(), plan.Commands.Where(one => one.Permit is null).Select(one => new WaitingCommand(one.Id, one.Target?.Name, one.Waits!)).ToEquatableArray()));
        if (!answered) events.Add(new LookConsidered(at, number, [new ConsideredRunbook(runbook.File, "ab12")], [], []));
        if (answered && number == 1) events.AddRange(ActionProposals.Candidates(procedure, plan, default, Incident.Policy, [], 1).Select(action => new ActionProposed(at, "the runbook", action)));
        foreach (var planned in plan.Ready)
        {
            var output = planned.Command.Language == Language.PromQl ? Vector(("result=expired", failing), ("result=short", failing / 10)) : Rows("count", $"{expired}");
            var (recorded, hash, _) = Recording.Of(new Result(planned.Id, planned.Target!.Name, planned.Permit!.Text, null, at, TimeSpan.FromMilliseconds(40), Outcome.Succeeded, output, 0));
            evidence[hash] = output;
            events.Add(new ResultRecorded(at.AddMilliseconds(50), number, recorded));
        }

        events.Add(new LookFinished(at.AddMilliseconds(60), number));
        return this;
    }

    Story Taken()
    {
        Then(ResponderDecisions.Acknowledge(Incident, "ada", Minute(2)));
        Then(ResponderDecisions.Note("ada", "It began after the nightly import.", Minute(3)));
        Then(ResponderDecisions.ByHand("ada", "kubectl get pods", new string('d', 64), 1, Minute(3.5)));
        return Then(ResponderDecisions.Update("ada", "Payments fail; a fix is under way.", Minute(4)));
    }

    Story Healed()
    {
        Then(ActionUndo.Prepare(Incident, 1, new Undoing.Inverse(new PreparedUndo("UPDATE batches SET active = 'true' WHERE id IN ('7')", Effect.Destructive, "1 row gets back what active holds now, by primary key")), Minute(4.5)));
        var action = Incident.Actions[0].Proposal;
        Then(Approve(Incident, 1, "ada", action.Hash, Minute(5)));
        Then(Start(Incident, 1, Run, Minute(5.1)));
        return Then(ActionDecisions.Finish(Incident, 1, Recorded("10 rows changed", at: Minute(5.1)) with { Ran = Retire }, Minute(5.2)));
    }

    Story Ends()
    {
        Then(AlertDecisions.Receive(Incident, Ended(at: 8), Minute(8)));
        return Then(ClockDecisions.Due(Incident, Incident.CloseKind, Minute(38)));
    }

    public Story Then(Decision decision)
    {
        events.AddRange(Given.Events(decision));
        return this;
    }
}
