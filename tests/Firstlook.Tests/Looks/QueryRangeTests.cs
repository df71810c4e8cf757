using Firstlook.Looks;
using Firstlook.Tests.Runbooks;

namespace Firstlook.Tests.Looks;

public sealed class QueryRangeTests
{
    [Theory]
    [InlineData("promql", "sum(rate(errors_total[5m]))", 300)]
    [InlineData("promql", "rate(a_total[1m]) / rate(b_total[1h30m])", 5400)]
    [InlineData("promql", "max_over_time(rate(a_total[1m])[10m:30s])", 600)]
    [InlineData("promql", "up{job=\"shop\"} == 0", 0)]
    [InlineData("logql", "sum(count_over_time({app=\"shop\"} |= \"error\" [15m]))", 900)]
    [InlineData("promql", "rate(a_total[999999999y])", 315_360_000)]
    [InlineData("sql", "SELECT tags[1] FROM t", 0)]
    public void It_is_the_longest_of_the_query(string tag, string text, double seconds) =>
        Assert.Equal(seconds, QueryRange.Longest(Documents.One($"# DiskFull\n\n**Alert**: `DiskFull`\n\n```{tag}\n{text}\n```\n").Steps[0].Commands[0]).TotalSeconds);
}
