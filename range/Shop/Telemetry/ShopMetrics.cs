using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>Everything the shop counts. Names and labels are what its runbooks ask Prometheus for.</summary>
internal sealed class ShopMetrics
{
    readonly List<IMetric> families = [];

    public ShopMetrics()
    {
        HttpRequests = Add(new Counter("http_requests_total", "Requests served.", "path", "status", "method"));
        HttpDuration = Add(new Histogram("http_request_duration_seconds", "Time to serve a request.", "path", "method"));
        Exceptions = Add(new Counter("exceptions_total", "Exceptions, by type and place.", "exception_type", "location"));
        SaleTransitions = Add(new Counter("sales_transition_total", "Changes of a sale's status, by outcome.", "to_status", "result"));
        StockConsumes = Add(new Counter("sales_paid_stock_consume_total", "Stock consumed for paid sales, by outcome.", "result"));
        StockConsumeDuration = Add(new Histogram("sales_paid_stock_consume_duration_seconds", "Time to consume the stock of one sale."));
        Refunds = Add(new Counter("sale_refunds_total", "Refunds, by outcome.", "result"));
        RefundMismatches = Add(new Counter("stock_refund_in_mismatch_total", "Refunds whose stock could not go back where it came from.", "type"));
        RefundConflicts = Add(new Counter("sale_refund_idempotency_conflicts_total", "Refunds asked for again with a key already used."));
        LeadRequests = Add(new Counter("public_leads_requests_total", "Requests to the public lead form."));
        LeadsThrottled = Add(new Counter("public_leads_throttled_total", "Requests to the public lead form that were throttled."));
    }

    public Counter HttpRequests { get; }
    public Histogram HttpDuration { get; }
    public Counter Exceptions { get; }
    public Counter SaleTransitions { get; }
    public Counter StockConsumes { get; }
    public Histogram StockConsumeDuration { get; }
    public Counter Refunds { get; }
    public Counter RefundMismatches { get; }
    public Counter RefundConflicts { get; }
    public Counter LeadRequests { get; }
    public Counter LeadsThrottled { get; }

    public void AddGauge(string name, string help, Func<double> read) => Add(new Gauge(name, help, read));

    /// <summary>All families in Prometheus' text format 0.0.4.</summary>
    public string Render()
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            family.WriteTo(text);
        }
        return text.ToString();
    }

    /// <summary>Makes the family part of what /metrics shows; for families that one part of the shop keeps for itself.</summary>
    public T Add<T>(T family)
        where T : IMetric
    {
        families.Add(family);
        return family;
    }
}
