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
