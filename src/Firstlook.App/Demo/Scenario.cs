namespace Firstlook.App.Demo;

/// <summary>A fault of the range with what must come of it.</summary>
/// <param name="Cause">Words that the right hypothesis' title holds.</param>
/// <param name="Harm">SQL that counts the harm: above nought while the fault is on, and at most <paramref name="Healthy"/> when it is healed.</param>
/// <param name="Healing">Part of the runbook's action that heals it; null where a person outside the system must act.</param>
sealed record Scenario(string Fault, string Alert, string Cause, string Harm, long Healthy, string? Healing)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("expired-batches", "SalePaidTransitionFailures", "expired batches",
            "SELECT count(*) FROM stock_batch WHERE expiry_date < now() AND is_active", 0, "is_active=False"),
        new("connections-exhausted", "APIHigh5xxRate", "connection",
            // The reports that stay open. Connections alone tell nothing: the pool of a shop that is well keeps for minutes as many as a burst of customers once took.
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'shop' AND state = 'active' AND query LIKE '%CROSS JOIN generate_series%'", 5, "kill -HUP"),
        new("stock-short", "SalePaidTransitionFailures", "stock|goods",
            "SELECT count(*) FROM (SELECT o.product_id FROM stock_onhand o JOIN stock_batch b ON b.id = o.batch_id AND b.is_active GROUP BY o.product_id HAVING "
                + "sum(o.quantity_on_hand) < 10) short", 0, null),
    ];
}
