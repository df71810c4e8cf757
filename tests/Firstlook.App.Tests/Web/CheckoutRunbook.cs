using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.App.Tests.Web;

/// <summary>A runbook of a small shop, as the reader would give it.</summary>
static class CheckoutRunbook
{
    public const string File = "runbooks/checkout.md";

    public const string Text = """
        # Checkout runbooks

        Response time: 15 minutes to acknowledge, 1 hour to resolve.

        ## CheckoutPaymentFailures

        **Alert**: `CheckoutPaymentFailures` (critical)
        **Impact**: customers cannot pay; about 40 EUR a minute are lost

        ### First look

        Dashboard: [Checkout](https://grafana.shop.example/d/checkout?orgId=1)
        Panels: Error rate by reason, Stock per warehouse

        ### Diagnostics

        Failures by reason:

        ```promql
        sum by (reason) (rate(checkout_failures_total[5m]))
        ```

        Share of failing checkouts (should be below 0.01):

        ```promql
        sum(rate(checkout_failures_total[5m])) / sum(rate(checkout_total[5m]))
        ```

        Errors in the log:

        ```bash
        grep -c OutOfStockError /var/log/checkout.log
        tail -n 200 /var/log/checkout.log | grep ERROR
        ```

        Slow sessions:

        ```bash
        redis-cli --bigkeys
        ```

        Was anything deployed within the last hour?

        ### Hypothesis 1: stock is really short

        Symptoms: reason `out_of_stock` dominates.

        ```sql
        SELECT product_id, warehouse, quantity FROM stock WHERE quantity < 0;
        SELECT count(*) AS waiting FROM orders WHERE state = 'pending' AND shop = <shop>;
        ```

        Safe actions:
        - Tell the warehouse to count product by product.
        - Hide what is sold out.

        ```sql
        UPDATE products SET visible = false WHERE id IN (SELECT product_id FROM stock WHERE quantity <= 0);
        ```

        **NOT safe**: do not set quantities by hand.

        ### Hypothesis 2: reservations expired but still block stock

        Symptoms: reason `reservation_expired` dominates.

        ```sql
        SELECT id, expires_at FROM reservations WHERE expires_at < now() AND active;
        ```

        ```bash
        systemctl reload checkout-worker
        ```

        ### Hypothesis 3: the payment provider is down

        Symptoms: `ProviderTimeout` in the log.

        ```bash
        curl -sI https://status.payments.example
        ```

        ```bash
        redis-cli FLUSHDB
        ```

        ### When to escalate

        After 30 minutes, or at once if more than half of all checkouts fail: warehouse lead.
        """;

    public const string Stock = "checkout/stock-short";
    public const string Reservations = "checkout/reservations";
    public const string Provider = "checkout/provider-down";

    static readonly string[] Lines = Text.Split('\n');

    public static int LineOf(string start) => Array.FindIndex(Lines, line => line.StartsWith(start, StringComparison.Ordinal)) + 1 is > 0 and var line ? line : throw new ArgumentException($"no line starts with {start}", nameof(start));

    public static Runbook Read() => new(File, new string('a', 64), Text, "Checkout runbooks", [Procedure()], [], [], [], [], [], null,
        [new Prohibition(LineOf("**NOT safe**"), "Do not set quantities by hand.", "checkout", Stock)], []);

    static Procedure Procedure() => new(
        "checkout", "checkoutpaymentfailures", "CheckoutPaymentFailures", LineOf("## Checkout"), Lines.Length, ["CheckoutPaymentFailures"], "critical",
        "More than 5 % of checkouts fail", "Customers cannot pay; about 40 EUR a minute are lost", [],
        [
            new Hypothesis(Stock, "Stock is really short", LineOf("### Hypothesis 1"), LineOf("### Hypothesis 2") - 1, null,
                [new Symptom("reason out_of_stock dominates", LineOf("Symptoms: reason `out"), ["out_of_stock", "OutOfStockError"])],
                [new Advice("Tell the warehouse to count product by product.", LineOf("- Tell")), new Advice("Hide what is sold out.", LineOf("- Hide"))]),
            new Hypothesis(Reservations, "Reservations expired but still block stock", LineOf("### Hypothesis 2"), LineOf("### Hypothesis 3") - 1, null,
                [new Symptom("reason reservation_expired dominates", LineOf("Symptoms: reason `res"), ["reservation_expired"])], []),
            new Hypothesis(Provider, "The payment provider is down", LineOf("### Hypothesis 3"), LineOf("### When") - 1, null,
                [new Symptom("ProviderTimeout in the log", LineOf("Symptoms: `Prov"), ["ProviderTimeout"])], []),
        ],
        [
            Step(1, "Failures by reason", Language.PromQl, null, Read("sum by (reason)", Language.PromQl)),
            Step(2, "Share of failing checkouts", Language.PromQl, null, Read("sum(rate(checkout_failures_total[5m])) /", Language.PromQl) with { Hint = new Expectation(ExpectationKind.Below, 0.01, null, "should be below 0.01", LineOf("Share of failing")) }),
            Step(3, "Errors in the log", Language.Shell, null, Read("grep -c", Language.Shell), Read("tail -n 200", Language.Shell)),
            Step(4, "Slow sessions", Language.Shell, null, Read("redis-cli --bigkeys", Language.Shell) with { Tags = EffectTags.Cost, Why = "redis-cli --bigkeys scans every key" }),
            Step(5, "Was anything deployed within the last hour?", Language.Text, null) with { Manual = true },
            Step(6, "Negative stock", Language.Sql, Stock,
                Read("SELECT product_id", Language.Sql) with { Comment = "Negative stock", Hint = new Expectation(ExpectationKind.Nothing, null, null, "quantity < 0", LineOf("SELECT product_id")) },
                Read("SELECT count(*)", Language.Sql) with { Comment = "Orders that wait", Inputs = ["shop"] }),
            Step(7, "Hide what is sold out", Language.Sql, Stock, Write("UPDATE products", Language.Sql, Effect.Destructive, "UPDATE overwrites values that are not known")),
            Step(8, "Expired and still active", Language.Sql, Reservations, Read("SELECT id, expires_at", Language.Sql) with { Hint = new Expectation(ExpectationKind.Nothing, null, null, "expired but still block", LineOf("### Hypothesis 2")) }),
            Step(9, "Reload the worker", Language.Shell, Reservations, Write("systemctl reload", Language.Shell, Effect.Reversible, "systemctl reload: the worker reads its configuration again")),
            Step(10, "Is the provider up?", Language.Shell, Provider, Read("curl -sI", Language.Shell)),
            Step(11, "Clear the cache", Language.Shell, Provider, Write("redis-cli FLUSHDB", Language.Shell, Effect.Destructive, "FLUSHDB deletes every key")),
        ],
        [new EscalationRule(LineOf("After 30"), 30, null, "warehouse lead"), new EscalationRule(LineOf("After 30"), 0, "more than half of all checkouts fail", "warehouse lead")],
        [new Dashboard("Checkout", "https://grafana.shop.example/d/checkout?orgId=1", ["Error rate by reason", "Stock per warehouse"], LineOf("Dashboard:"))]);

    static Command Read(string start, Language language) => Command(start, language, Effect.Read, "it reads");

    static Command Write(string start, Language language, Effect effect, string why) => Command(start, language, effect, why);

    static Command Command(string start, Language language, Effect effect, string why) =>
        new(Lines[LineOf(start) - 1], LineOf(start), language, effect, EffectTags.None, why, null, [], [], null);

    static Step Step(int ordinal, string title, Language language, string? cause, params Command[] commands) => new(
        $"checkout/{ordinal}", ordinal, commands.Length == 0 ? LineOf("Was anything") : commands[0].Line - 1, (commands.Length == 0 ? LineOf("Was anything") : commands[^1].Line) + 1, title,
        string.Join('\n', commands.Select(command => command.Text)), language, StepKind.Diagnostic, commands.Aggregate(Effect.None, (worst, command) => worst.Worst(command.Effect)),
        false, false, cause, null, null, [], [], [], commands.ToEquatableArray());
}
