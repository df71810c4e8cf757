using System.Text;
using Firstlook.Range.Load;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Tests;

public sealed class MetricTextTests
{
    [Fact]
    public void A_counter_writes_one_line_for_each_series_with_its_labels_escaped()
    {
        var counter = new Counter("things_total", "Things.", "kind", "place");
        counter.Increment("a\"b\\c\nd", "here");
        counter.Increment("plain", "here");
        counter.Increment("plain", "here");

        Assert.Equal(
            """
            # HELP things_total Things.
            # TYPE things_total counter
            things_total{kind="a\"b\\c\nd",place="here"} 1
            things_total{kind="plain",place="here"} 2

            """,
            Text(counter));
    }

    [Fact]
    public void A_counter_without_labels_is_nought_before_its_first_count() =>
        Assert.EndsWith("\nthings_total 0\n", Text(new Counter("things_total", "Things.")), StringComparison.Ordinal);

    [Fact]
    public void A_series_that_is_expected_is_nought_before_its_first_count_and_counts_on_from_there()
    {
        var counter = new Counter("things_total", "Things.", "kind").Expect("rare").Expect("rarer");
        counter.Increment("rare");

        Assert.EndsWith("\nthings_total{kind=\"rare\"} 1\nthings_total{kind=\"rarer\"} 0\n", Text(counter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exceptions_total{exception_type=\"InsufficientStockError\",location=\"consume_stock_for_sale\"} 0")]
    [InlineData("exceptions_total{exception_type=\"DatabaseError\",location=\"django_db\"} 0")]
    [InlineData("stock_refund_in_mismatch_total{type=\"missing_move\"} 0")]
    [InlineData("stock_refund_in_mismatch_total{type=\"inactive_batch\"} 0")]
    [InlineData("sale_refunds_total{result=\"failure\"} 0")]
    [InlineData("sales_transition_total{to_status=\"paid\",result=\"insufficient_stock\"} 0")]
    public void What_is_known_to_go_wrong_is_nought_before_it_does(string line) =>
        Assert.Contains(line, new ShopMetrics().Render().Split('\n'));

    [Fact]
    public void One_request_is_counted_once_under_each_name_that_runbooks_know()
    {
        var metrics = new ShopMetrics();
        metrics.CountRequest("/api/checkout/", "POST", 503, "https", TimeSpan.FromMilliseconds(20));

        var lines = metrics.Render().Split('\n');
        Assert.Contains("http_requests_total{path=\"/api/checkout/\",status=\"503\",method=\"POST\"} 1", lines);
        Assert.Contains("django_http_requests_total_by_view_transport_method_total{view=\"/api/checkout/\",transport=\"https\",method=\"POST\",status=\"503\"} 1", lines);
        Assert.Contains("django_http_request_duration_seconds_bucket{view=\"/api/checkout/\",method=\"POST\",le=\"0.025\"} 1", lines);
        Assert.Contains("festivals_http_request_duration_seconds_bucket{path=\"/api/checkout/\",method=\"POST\",le=\"0.025\"} 1", lines);
    }

    [Fact]
    public void The_buckets_of_a_histogram_are_cumulative_and_include_their_bound()
    {
        var histogram = new Histogram("took_seconds", "Time.", "path");
        histogram.Observe(TimeSpan.FromMilliseconds(5), "/a");
        histogram.Observe(TimeSpan.FromMilliseconds(6), "/a");
        histogram.Observe(TimeSpan.FromSeconds(60), "/a");

        var lines = Text(histogram).Split('\n');
        Assert.Contains("took_seconds_bucket{path=\"/a\",le=\"0.0025\"} 0", lines);
        Assert.Contains("took_seconds_bucket{path=\"/a\",le=\"0.005\"} 1", lines);
        Assert.Contains("took_seconds_bucket{path=\"/a\",le=\"0.01\"} 2", lines);
        Assert.Contains("took_seconds_bucket{path=\"/a\",le=\"10\"} 2", lines);
        Assert.Contains("took_seconds_bucket{path=\"/a\",le=\"+Inf\"} 3", lines);
        Assert.Contains("took_seconds_sum{path=\"/a\"} 60.011", lines);
        Assert.Contains("took_seconds_count{path=\"/a\"} 3", lines);
    }

    [Fact]
    public void A_count_must_name_a_value_for_each_label() =>
        Assert.Throws<ArgumentException>(() => new Counter("things_total", "Things.", "kind", "place").Increment("one"));

    [Theory]
    [InlineData("--rate", "0")]
    [InlineData("--rate", "1001")]
    [InlineData("--rate")]
    [InlineData("--pace", "3")]
    public void Load_options_that_make_no_sense_are_refused(params string[] words) =>
        Assert.Null(LoadOptions.Parse(["--url", "http://127.0.0.1:1", .. words]));

    [Fact]
    public void Load_options_have_defaults() =>
        Assert.Equal(new LoadOptions(new Uri("http://127.0.0.1:1"), 20, 1), LoadOptions.Parse(["--url", "http://127.0.0.1:1"]));

    static string Text(IMetric metric)
    {
        var text = new StringBuilder();
        metric.WriteTo(text);
        return text.ToString();
    }
}
