using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Escalation;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Incidents;

/// <summary>Values that the tests of incidents speak of, and ways to play a story.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Guid Run = new("7b1f6ed4-35b5-4a39-9d0f-0d7cba2a3c11");

    public static readonly Target Database = new("database", TargetKind.PostgreSql, "postgresql shop");

    public static readonly Service Shop = new("shop", "store", LabelSet.From(("service", "shop")), [Database]);

    public static readonly ServiceChoice Chosen = new(Shop, "labels {service=\"shop\"}");

    public static DateTimeOffset Minute(double minutes) => Noon.AddMinutes(minutes);

    public static Alert Fires(string instance = "a", double starts = -1, double? ends = 1440, string summary = "payments fail", params (string, string)[] more) => new(
        LabelSet.From([("alertname", "PaymentsFail"), ("service", "shop"), ("instance", instance), .. more]),
        LabelSet.From(("summary", summary)), Minute(starts), ends is { } end ? Minute(end) : null, true, "http://prometheus/graph");

    public static Alert Ended(string instance = "a", double at = 0) => Fires(instance, starts: -1, ends: at);

    public static Command Command(string text, Effect effect = Effect.Read, Language language = Language.Sql, string? comment = null) =>
        new(text, 21, language, effect, EffectTags.None, "because", comment, [], [], null);

    public static Step Step(string id, Command command, string? cause = null, int line = 20) => new(
        id, 1, line, line + 2, $"step {id}", command.Text, command.Language, command.Effect > Effect.Read ? StepKind.Action : StepKind.Diagnostic, command.Effect,
        false, false, cause, null, null, [], [], [], [command]);

    public static Procedure Procedure(params Step[] steps) => new(
        "payments-fail", "payments-fail", "Payments fail", 10, 90, ["PaymentsFail"], "critical", null, "Revenue is lost", [], [], [.. steps],
        [new EscalationRule(80, 30, "errors persist", "backend lead")], []);

    public static Runbook Runbook(params Procedure[] procedures) => new(
        "runbooks/shop.md", "00", "text", "Shop", [.. procedures], [], [new SeverityLevel(5, "critical", "critical", 15, 60)], [], [], [], null, [], []);

    public static ProcedureMatch Match(params Step[] steps) => Procedure(steps) is var procedure ? new ProcedureMatch.Found(Runbook(procedure), procedure, "it names the alert PaymentsFail") : null!;

    /// <summary>Opened at noon, with clocks: acknowledge 15, resolve 60, escalate:1 30 minutes.</summary>
    public static Incident Opened(double at = 0, Alert? alert = null) =>
        Incident.Empty.After(AlertDecisions.Open(7, alert ?? Fires(), Chosen, Match(), "ab12", Minute(at)));

    /// <summary>The incident with what was decided in it.</summary>
    public static Incident After(this Incident incident, Decision decision) => Events(decision).Aggregate(incident, (before, happened) => before.Apply(happened));

    public static EquatableArray<IncidentEvent> Events(Decision decision) =>
        decision is Decision.Decided decided ? decided.Events : throw new InvalidOperationException(((Decision.Refused)decision).Reason);

    /// <summary>The database is free, is where it was, and somebody is told.</summary>
    public static readonly Circumstances Around = new(Database, TellsPeople: true);

    public static Decision Approve(Incident incident, int number, string by, string hash, DateTimeOffset now, string? typed = null, string? reason = null, string? key = null, Circumstances? around = null) =>
        ActionDecisions.Approve(incident, number, new ApprovalRequest(by, hash, typed, reason, key), around ?? Around, now);

    public static Decision Start(Incident incident, int number, Guid run, DateTimeOffset now, Circumstances? around = null) => ActionDecisions.Start(incident, number, run, around ?? Around, now);

    public static string Reason(Decision decision) => Assert.IsType<Decision.Refused>(decision).Reason;

    public static void SaysNothingNew(Decision decision) => Assert.Empty(Events(decision));

    public static ProposedAction Proposal(int number = 1, Effect effect = Effect.Reversible, string text = "UPDATE batches SET active = false", string? target = "database") => new(
        number, null, "Retire batches", text, Language.Sql, target, effect, "UPDATE changes rows", [], ActionHash.Of(text, Language.Sql, target ?? "", []), null, 44);

    public static Incident WithAction(this Incident incident, Effect effect = Effect.Reversible, string? target = "database") =>
        incident.Apply(new ActionProposed(Noon, "firstlook", Proposal(incident.Actions.Count + 1, effect, target: target)));

    public static RecordedResult Recorded(string summary = "3 rows", OutcomeKind kind = OutcomeKind.Succeeded, string step = "s1", DateTimeOffset? at = null) => new(
        new CommandId(step, 0), "database", "SELECT 1", null, at ?? Noon, TimeSpan.FromMilliseconds(20),
        kind == OutcomeKind.Succeeded ? Outcome.Succeeded : new Outcome(kind, "it broke", 1, "XX000"),
        OutputKind.Rows, 3, false, 1, summary, "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");
}
