using Firstlook.Effects.Queries;

namespace Firstlook.Tests.Effects.Queries;

public sealed class LogQlParserTests
{
    [Theory]
    [InlineData("{app=\"shop\"}")]
    [InlineData("{app=\"shop\", env=~\"prod|stage\"} |= \"error\" != \"timeout\" |~ `5\\d\\d`")]
    [InlineData("{app=\"shop\"} |= \"a\" or \"b\"")]
    [InlineData("{app=\"shop\"} | json | status >= 500")]
    [InlineData("{app=\"shop\"} | json status=\"response.status\", path | status != 200 and path =~ \"/api/.*\"")]
    [InlineData("{app=\"shop\"} | logfmt --strict | duration > 1s or size > 20KB")]
    [InlineData("{app=\"shop\"} | pattern \"<ip> - <_> <method>\" | method = \"GET\", ip != ip(\"10.0.0.0/8\")")]
    [InlineData("{app=\"shop\"} | regexp \"(?P<code>\\\\d+)\" | line_format \"{{.code}}\" | label_format a=b, c=\"{{.d}}\"")]
    [InlineData("{app=\"shop\"} | unpack | decolorize | drop level, pod=\"x\" | keep app")]
    [InlineData("rate({app=\"shop\"} |= \"error\" [5m])")]
    [InlineData("rate({app=\"shop\"}[5m] |= \"error\")")]
    [InlineData("sum by (path) (count_over_time({app=\"shop\"} | json [5m] offset 1h)) > 10")]
    [InlineData("sum(rate({app=\"shop\"} |= \"error\" [1m])) by (host) / sum(rate({app=\"shop\"}[1m])) by (host)")]
    [InlineData("quantile_over_time(0.99, {app=\"shop\"} | json | unwrap duration(latency) | __error__=\"\" [5m]) by (path)")]
    [InlineData("topk(10, sum by (msg) (count_over_time({app=\"$app\"} | logfmt [$__interval])))")]
    [InlineData("label_replace(rate({app=\"shop\"}[1m]), \"a\", \"$1\", \"b\", \"(.*)\")")]
    [InlineData("absent_over_time({app=\"shop\"}[5m])")]
    public void What_the_manual_shows_is_taken(string text) => Assert.Null(LogQlParser.Parse(text).Problem);

    [Theory]
    [InlineData("{app=shop}", "where a text in quotes is needed")]
    [InlineData("{app=\"shop\"", "where \"}\" is needed")]
    [InlineData("{}", "selects every stream")]
    [InlineData("{app=~\".*\"}", "selects every stream")]
    [InlineData("{app=\"shop\"} | jsn", "which is no parser and no format")]
    [InlineData("{app=\"shop\"} | json | status >=", "in a label filter")]
    [InlineData("{app=\"shop\"} |= error", "where a text in quotes is needed")]
    [InlineData("{app=\"shop\"} |~ \"(\"", "is no regular expression")]
    [InlineData("rate({app=\"shop\"})", "needs a range such as [5m]")]
    [InlineData("{app=\"shop\"}[5m]", "a range stands outside of a function")]
    [InlineData("sum({app=\"shop\"})", "these are log lines")]
    [InlineData("avg_over_time({app=\"shop\"}[5m])", "\"| unwrap label\" is missing")]
    [InlineData("count_over_time({app=\"shop\"} | unwrap x [5m])", "counts lines")]
    [InlineData("rat({app=\"shop\"}[5m])", "there is no function \"rat\"")]
    [InlineData("{app=\"shop\"} + 1", "log lines")]
    [InlineData("error", "is no expression")]
    public void What_loki_refuses_is_told(string text, string part) => Assert.Contains(part, LogQlParser.Parse(text).Problem?.Message ?? "nothing", StringComparison.Ordinal);
}
