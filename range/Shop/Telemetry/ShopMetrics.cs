using System.Globalization;
using System.Text;

namespace Firstlook.Range.Telemetry;

/// <summary>Everything the shop counts. Names and labels are what its runbooks ask Prometheus for.</summary>
internal sealed class ShopMetrics
{
    static readonly string[] StockResults = ["success", "idempotent", "insufficient_stock", "expired_batch", "error"];

    readonly List<IMetric> families = [];
    readonly Counter requests;
    readonly Histogram requestTime;
    readonly Counter djangoRequests;
    readonly Histogram djangoTime;
    readonly Histogram festivalsTime;

    public ShopMetrics()
    {
        requests = Add(new Counter("http_requests_total", "Requests served.", "path", "status", "method"));
        requestTime = Add(new Histogram("http_request_duration_seconds", "Time to serve a request.", "path", "method"));
        // The same requests by the names that other teams' runbooks and dashboards know.
        djangoRequests = Add(new Counter("django_http_requests_total_by_view_transport_method_total", "Requests served, as django-prometheus counts them, and by status.", "view", "transport", "method", "status"));
        djangoTime = Add(new Histogram("django_http_request_duration_seconds", "Time to serve a request.", "view", "method"));
        festivalsTime = Add(new Histogram("festivals_http_request_duration_seconds", "Time to serve a request.", "path", "method"));
        Exceptions = Add(new Counter("exceptions_total", "Exceptions, by type and place.", "exception_type", "location"));
        SaleTransitions = Add(new Counter("sales_transition_total", "Changes of a sale's status, by outcome.", "to_status", "result"));
        StockConsumes = Add(new Counter("sales_paid_stock_consume_total", "Stock consumed for paid sales, by outcome.", "result"));
        StockConsumeDuration = Add(new Histogram("sales_paid_stock_consume_duration_seconds", "Time to consume the stock of one sale."));
        Refunds = Add(new Counter("sale_refunds_total", "Refunds, by outcome.", "result"));
        RefundMismatches = Add(new Counter("stock_refund_in_mismatch_total", "Refunds whose stock could not go back where it came from.", "type"));
        RefundConflicts = Add(new Counter("sale_refund_idempotency_conflicts_total", "Refunds asked for again with a key already used."));
        LeadRequests = Add(new Counter("public_leads_requests_total", "Requests to the public lead form."));
        LeadsThrottled = Add(new Counter("public_leads_throttled_total", "Requests to the public lead form that were throttled."));
        ExpectWhatIsKnown();
    }

    public Counter Exceptions { get; }
    public Counter SaleTransitions { get; }
    public Counter StockConsumes { get; }
    public Histogram StockConsumeDuration { get; }
    public Counter Refunds { get; }
    public Counter RefundMismatches { get; }
    public Counter RefundConflicts { get; }
    public Counter LeadRequests { get; }
    public Counter LeadsThrottled { get; }

    /// <summary>A request was answered.</summary>
    /// <param name="route">The template of its route, such as /api/sales/{id}/refunds/; "unmatched" where it has none.</param>
    /// <param name="transport">http or https, as the client spoke.</param>
    public void CountRequest(string route, string method, int status, string transport, TimeSpan duration)
    {
        var code = status.ToString(CultureInfo.InvariantCulture);
        requests.Increment(route, code, method);
        requestTime.Observe(duration, route, method);
        djangoRequests.Increment(route, transport, method, code);
        djangoTime.Observe(duration, route, method);
        festivalsTime.Observe(duration, route, method);
    }

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

    // A query for something that has not happened yet finds nought, and not nothing: nothing is what it finds of what does not exist.
    void ExpectWhatIsKnown()
    {
        foreach (var (type, location) in Refusal.Known)
        {
            Exceptions.Expect(type, location);
        }
        foreach (var result in StockResults)
        {
            SaleTransitions.Expect("paid", result);
            StockConsumes.Expect(result);
        }
        SaleTransitions.Expect("paid", "validation_error");
        Refunds.Expect("success").Expect("idempotent").Expect("failure");
        RefundMismatches.Expect("missing_move").Expect("inactive_batch");
    }
}
