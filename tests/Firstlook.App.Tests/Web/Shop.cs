using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Escalation;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.App.Tests.Web;

/// <summary>Incidents of a small shop, in the states that a responder meets.</summary>
static class Shop
{
    public static DateTimeOffset Night { get; } = new(2026, 3, 14, 3, 12, 44, TimeSpan.Zero);

    public static Service Service { get; } = new("checkout", "shop", LabelSet.From(("service", "checkout")), [
        new Target("metrics", TargetKind.Prometheus, "prometheus http://127.0.0.1:9090"),
        new Target("shop-db", TargetKind.PostgreSql, "postgresql shop"),
        new Target("checkout-1", TargetKind.Shell, "local shell"),
    ]);

    public static SeenAlert Alert(string name, string summary, string? generator = "http://prometheus.shop.example:9090/graph?g0.expr=up", params (string Name, string Value)[] more) =>
        SeenAlert.Of(new Alert(
            LabelSet.From([KeyValuePair.Create("alertname", name), KeyValuePair.Create("severity", "critical"), KeyValuePair.Create("service", "checkout"), .. more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]),
            LabelSet.From(("summary", summary)), Night.AddSeconds(-70), null, true, generator));

    static readonly EquatableArray<Clock> Clocks =
    [
        new Clock(Clock.Acknowledge, TimeSpan.FromMinutes(15), null, null, "checkout.md line 3"),
        new Clock(Clock.Resolve, TimeSpan.FromMinutes(60), null, null, "checkout.md line 3"),
        new Clock("escalate:1", TimeSpan.FromMinutes(30), null, "warehouse lead", "checkout.md line 98"),
    ];

    public static Opened Opened(int number, string severity = "critical", string title = "CheckoutPaymentFailures", SeenAlert? alert = null, ChosenProcedure? procedure = null, DateTimeOffset? at = null) => new(
        at ?? Night, number, title, severity, "the alert's label and the procedure", "shop", "checkout", "labels service=checkout",
        alert ?? Alert(title, "12 % of checkouts fail to take the payment (threshold 5 %)", more: [("region", "eu-1"), ("path", "/checkout/pay")]),
        procedure ?? new ChosenProcedure(CheckoutRunbook.File, "runbook-evidence", "checkout", "CheckoutPaymentFailures", CheckoutRunbook.LineOf("## Checkout"), $"it names the alert {title}"), Clocks);

    /// <summary>Just opened: the first look has begun and nothing is back.</summary>
    public static MemoryDesk Opening(TimeProvider time)
    {
        var desk = new MemoryDesk(time);
        desk.Append(7, CheckoutRunbook.Read(), Opened(7), new LookRequested(Night, 1, "the alert fired", null), Started(1, Night.AddMilliseconds(40)));
        return desk;
    }

    /// <summary>The first look is done; stock leads.</summary>
    public static MemoryDesk Looked(TimeProvider time)
    {
        var desk = Opening(time);
        desk.Append(7, null, Reads(desk, 1, Night.AddMilliseconds(50), [("out_of_stock", 0.82), ("card_declined", 0.21), ("reservation_expired", 0.11), ("address_invalid", 0.05), ("timeout", 0.02), ("unknown", 0.01)], share: 0.122, negative: 3));
        desk.Append(7, null, Proposals(desk.Room(7)!.Incident));
        return desk;
    }

    /// <summary>Acknowledged, an action approved and run, all reads run again, and it helped.</summary>
    public static MemoryDesk Helped(TimeProvider time)
    {
        var desk = Looked(time);
        var at = Night.AddMinutes(2);
        var incident = desk.Room(7)!.Incident;
        var action = incident.Actions[0].Proposal;
        desk.Append(7, null,
            new Acknowledged(at, "ada"),
            new NoteAdded(at.AddSeconds(30), "ada", "Warehouse counted: 3 products are really gone. Hiding what is sold out."),
            new ActionApproved(at.AddSeconds(50), action.Number, "ada", action.Hash),
            new ActionApproved(at.AddSeconds(70), action.Number, "grace", action.Hash),
            new ActionStarted(at.AddSeconds(71), action.Number, Guid.Empty),
            new ActionFinished(at.AddSeconds(72), action.Number, desk.Keep(Rows(action.Command!.Value, at.AddSeconds(71), ["updated"], [["3"]]) with { Target = "shop-db" })),
            new LookRequested(at.AddSeconds(72), 2, "after action 1", null),
            Started(2, at.AddSeconds(72)));
        desk.Append(7, null, Reads(desk, 2, at.AddSeconds(72.1), [("card_declined", 0.2), ("out_of_stock", 0.03), ("address_invalid", 0.03)], share: 0.009, negative: 3));
        return desk;
    }

    /// <summary>Two procedures fit equally.</summary>
    public static void Tie(MemoryDesk desk, int number, string? service = "checkout") => desk.Append(number, null,
        Opened(number, "high", "StockDrift", Alert("StockDrift", "Stock differs between warehouse and shop"), new ChosenProcedure(null, null, null, null, null, "two procedures name the alert StockDrift", [$"{CheckoutRunbook.File}#checkoutpaymentfailures", "runbooks/warehouse.md#stockdrift"]), Night.AddMinutes(-4)) with { Service = service });

    public static LookStarted Started(int look, DateTimeOffset at) => new(at, look, 7,
    [
        new WaitingCommand(new CommandId("checkout/4", 0), "checkout-1", "waits for a click: cost"),
        new WaitingCommand(new CommandId("checkout/6", 1), "shop-db", "needs a value: shop"),
        new WaitingCommand(new CommandId("checkout/7", 0), "shop-db", "waits for approval: destructive, UPDATE overwrites values that are not known"),
        new WaitingCommand(new CommandId("checkout/9", 0), "checkout-1", "waits for approval: reversible, systemctl reload"),
        new WaitingCommand(new CommandId("checkout/11", 0), null, "waits for approval: destructive, FLUSHDB deletes every key"),
    ]);

    static IEnumerable<IncidentEvent> Reads(MemoryDesk desk, int look, DateTimeOffset at, (string Reason, double Rate)[] reasons, double share, int negative)
    {
        Result[] results =
        [
            Samples(new CommandId("checkout/1", 0), at, reasons),
            Value(new CommandId("checkout/2", 0), at, share),
            Lines(new CommandId("checkout/3", 0), at, negative > 0 && look == 1 ? "214" : "3"),
            Lines(new CommandId("checkout/3", 1), at,
                "2026-03-14T03:12:40Z ERROR req=8f1c checkout failed: OutOfStockError product=118 warehouse=eu-1",
                "2026-03-14T03:12:40Z ERROR req=8f1d checkout failed: OutOfStockError product=118 warehouse=eu-1",
                "2026-03-14T03:12:41Z ERROR req=8f22 card ****4242 declined",
                "2026-03-14T03:12:41Z ERROR req=8f25 checkout failed: OutOfStockError product=204 warehouse=eu-1",
                "2026-03-14T03:12:42Z ERROR req=8f31 checkout failed: OutOfStockError product=118 warehouse=eu-1",
                "2026-03-14T03:12:43Z ERROR req=8f40 checkout failed: OutOfStockError product=77 warehouse=eu-1") with { Masked = 1, Rewrite = "-f dropped, so that it ends" },
            Rows(new CommandId("checkout/6", 0), at, ["product_id", "warehouse", "quantity"], [["118", "eu-1", "-4"], ["204", "eu-1", "-1"], ["77", "eu-1", null]]),
            Rows(new CommandId("checkout/8", 0), at, ["id", "expires_at"], []),
            Lines(new CommandId("checkout/10", 0), at) with { Duration = TimeSpan.FromSeconds(10), Outcome = new Outcome(OutcomeKind.TimedOut, "no answer within 10 s", null, "timeout") },
        ];
        foreach (var result in results) yield return new ResultRecorded(at + result.Duration, look, desk.Keep(result));
        yield return new LookFinished(at.AddSeconds(10.05), look);
    }

    static readonly Actions.PreparedUndo Back = new("UPDATE products SET visible = 'true' WHERE id IN ('118', '204', '77')", Effect.Destructive, "3 rows get back what visible holds now, by primary key");

    static IEnumerable<IncidentEvent> Proposals(Incident incident)
    {
        var procedure = CheckoutRunbook.Read().Procedures[0];
        var number = incident.Actions.Count;
        foreach (var step in procedure.Steps.Where(step => step.Effect > Effect.Read))
        {
            var command = step.Commands[0];
            var target = command.Language == Language.Sql ? "shop-db" : step.Ordinal == 11 ? null : "checkout-1";
            yield return new ActionProposed(Night.AddMilliseconds(45), "firstlook", new ProposedAction(
                ++number, new CommandId(step.Id, 0), step.Title, command.Text, command.Language, target, command.Effect, command.Why, [],
                ActionHash.Of(command.Text, command.Language, target ?? "", []), step.Cause, command.Line));
            if (command.Language == Language.Sql) yield return new UndoPrepared(Night.AddMilliseconds(60), number, Back, null, ActionHash.Of(command.Text, command.Language, target ?? "", [], null, Back.Text));
        }
    }

    static Result Samples(CommandId id, DateTimeOffset at, (string Reason, double Rate)[] reasons) => Of(id, "metrics", at, 38, new Output(
        OutputKind.Samples, reasons.Length, false, reasons.Select(one => new Sample([KeyValuePair.Create("reason", one.Reason)], one.Rate)).ToEquatableArray()));

    static Result Value(CommandId id, DateTimeOffset at, double value) => Of(id, "metrics", at, 31, new Output(OutputKind.Samples, 1, false, [new Sample([], value)]));

    public static Result Rows(CommandId id, DateTimeOffset at, string[] columns, string?[][] rows) => Of(id, "shop-db", at, 12, new Output(
        OutputKind.Rows, rows.Length, false, Columns: columns.ToEquatableArray(), Rows: rows.Select(row => row.ToEquatableArray()).ToEquatableArray()));

    public static Result Lines(CommandId id, DateTimeOffset at, params string[] lines) => Of(id, "checkout-1", at, 64, new Output(
        OutputKind.Lines, lines.Length, false, Lines: lines.ToEquatableArray())) with { Outcome = new Outcome(OutcomeKind.Succeeded, Exit: 0) };

    static Result Of(CommandId id, string target, DateTimeOffset at, int milliseconds, Output output)
    {
        var step = CheckoutRunbook.Read().Procedures[0].Steps.First(step => step.Id == id.Step);
        return new Result(id, target, step.Commands[id.Index].Text, null, at, TimeSpan.FromMilliseconds(milliseconds), Outcome.Succeeded, output, 0);
    }
}
