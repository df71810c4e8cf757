using Firstlook.Effects;

namespace Firstlook.Tests.Effects.Queries;

public sealed class FluxQueryTests
{
    [Theory]
    [InlineData("""from(bucket: "live") |> range(start: -1h) |> filter(fn: (r) => r._measurement == "cpu") |> mean()""")]
    [InlineData("""import "influxdata/influxdb"\ninfluxdb.cardinality(bucket: "live", start: -1d)""")]
    [InlineData("""import "influxdata/influxdb/schema"\nschema.tagValues(bucket: "live", tag: "site") // which sites\n""")]
    [InlineData("""import "math"\nfrom(bucket: "a") |> range(start: -1h) |> map(fn: (r) => ({r with _value: math.abs(x: r._value)}))""")]
    [InlineData("""late = (tables=<-) => tables |> filter(fn: (r) => r.lag > 5)\nfrom(bucket: "a") |> range(start: -1h) |> late()""")]
    [InlineData("""from(bucket: "a") |> filter(fn: (r) => r.path == "/total") |> count()""")]
    public void A_query_that_calls_only_what_reads_reads(string source) => Assert.Equal(Effect.Read, Of(source));

    [Theory]
    [InlineData("""from(bucket: "a") |> range(start: -1h) |> to(bucket: "b")""")]
    [InlineData("""import "influxdata/influxdb"\nfrom(bucket: "a") |> influxdb.wideTo(bucket: "b")""")]
    [InlineData("""import "http"\nhttp.post(url: "https://x.example/", data: bytes(v: "x"))""")]
    [InlineData("""import strings "http"\nstrings.post(url: "https://x.example/")""")]
    [InlineData("""import "experimental"\nf = (math=experimental) => math.preview()\nf()""")]
    [InlineData("""write = to\nfrom(bucket: "a") |> write(bucket: "b")""")]
    [InlineData("""from(bucket: "a") |> map(fn: (r) => ({r with v: "${to(bucket: r.u)}"}))""")]
    [InlineData("""import "sql"\nsql.from(driverName: "postgres", dataSourceName: "x", query: "DELETE FROM t")""")]
    [InlineData("from(bucket: \"a) |> to(bucket: \"b\")")]
    public void A_query_that_may_write_or_send_is_not_known_to_read(string source) => Assert.Equal(Effect.Unknown, Of(source));

    [Fact]
    public void Comments_alone_ask_nothing() => Assert.Empty(Classifier.Block("// look at the board\n", Language.Flux));

    static Effect Of(string source) => Classifier.Whole(source.Replace("\\n", "\n", StringComparison.Ordinal), Language.Flux).Effect;
}
