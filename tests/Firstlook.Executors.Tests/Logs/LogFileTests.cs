using System.IO.Compression;
using System.Globalization;
using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Logs;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests.Logs;

public sealed class LogFileTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("{app=\"shop\"}", 6)]
    [InlineData("{app=~\"sh.*\", tier!=\"back\"} |= \"error\"", 2)]
    [InlineData("{app=\"shop\"} != \"error\" !~ \"sale \\\\d+\"", 3)]
    [InlineData("{app=\"shop\"} |~ `sale [78]`", 1)]
    [InlineData("{app=\"shop\"} | json | status >= 500", 2)]
    [InlineData("{app=\"shop\"} | json | status >= 501 and path=\"/pay\"", 1)]
    [InlineData("{app=\"shop\"} | json | (status < 300 or duration > 1s), path=~\"/.*\"", 2)]
    [InlineData("{app=\"shop\"} | json code=\"status\" | code=\"200\"", 1)]
    [InlineData("{app=\"shop\"} | json | __error__=\"\" # comment", 4)]
    [InlineData("{app=\"shop\"} | logfmt | level=\"warn\"", 1)]
    [InlineData("{app=\"shop\"} | logfmt | size > 1KiB", 1)]
    [InlineData("{app=\"shop\"} | regexp \"sale (?P<sale>\\\\d+)\" | sale=\"7\"", 1)]
    [InlineData("{app=\"shop\"} | pattern \"<_> <level> sale <sale>\" | sale=\"7\"", 1)]
    [InlineData("{app=\"other\"}", 0)]
    [InlineData("{filename=~\".*app.log\"}", 6)]
    public async Task Lines_are_selected_parsed_and_filtered(string query, int count)
    {
        await using var executors = Permits.Executors(Files());
        var result = await executors.Run(Permits.Read(query, Language.LogQl));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(count, result.Output.Count);
    }

    [Theory]
    [InlineData("sum(count_over_time({app=\"shop\"}[10m]))", "6")]
    [InlineData("sum by (path) (count_over_time({app=\"shop\"} | json | __error__=\"\" [10m]))", "/pay 3|/cart 1")]
    [InlineData("topk(1, sum by (path) (count_over_time({app=\"shop\"} | json | __error__=\"\"[10m])))", "/pay 3")]
    [InlineData("rate({app=\"shop\"} |= \"error\" [100s]) * 100", "1")]
    [InlineData("sum(count_over_time({app=\"shop\"} |= \"error\" [10m])) / sum(count_over_time({app=\"shop\"}[10m]))", "0.333")]
    [InlineData("sum(count_over_time({app=\"shop\"}[10m])) by (app) > 5", "shop 6")]
    [InlineData("sum(count_over_time({app=\"shop\"}[10m])) > 6", "")]
    [InlineData("count(sum without (filename) (count_over_time({app=\"shop\"}[1s])))", "")]
    public async Task Numbers_are_counted_from_lines(string query, string expected)
    {
        await using var executors = Permits.Executors(Files());
        var result = await executors.Run(Permits.Read(query, Language.LogQl));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(expected, string.Join('|', result.Output.Samples.Select(sample => $"{string.Join(',', sample.Labels.Where(label => label.Key is "path" || sample.Labels.Count == 1).Select(label => label.Value))} {sample.Value.ToString("0.###", CultureInfo.InvariantCulture)}".Trim())));
    }

    [Theory]
    [InlineData("{app=\"shop\"", "at character")]
    [InlineData("{app=\"shop\"} | unwrap x", "unwrap is not evaluated over files")]
    [InlineData("quantile_over_time(0.9, {app=\"shop\"}[1m])", "quantile_over_time is not evaluated over files")]
    [InlineData("{app=\"shop\"} |~ \"(\"", "not understood")]
    [InlineData("{app=\"shop\"} |~ \"(?=x)\"", "RE2")]
    [InlineData("((((((((((((((((((((((((((((((((((((1", "too deep")]
    public async Task What_is_outside_of_the_subset_is_told(string query, string why)
    {
        await using var executors = Permits.Executors(Files());
        var result = await executors.Run(Permits.Read(query, Language.LogQl));

        Assert.Equal(OutcomeKind.Failed, result.Outcome.Kind);
        Assert.Contains(why, result.Outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotated_files_are_read_and_the_oldest_bytes_are_left_out_first()
    {
        Write("app.log", 3, minutesAgo: 1);
        Write("app.log.1", 3, minutesAgo: 20);
        using (var packed = new GZipStream(File.Create(Path.Combine(folder.Path, "app.log.2.gz")), CompressionLevel.Fastest)) packed.Write(Encoding.UTF8.GetBytes($"{Time(40)} packed\n"));
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "app.log.2.gz"), now.AddMinutes(-40).UtcDateTime);
        folder.File("app.log.bak", $"{Time(1)} not a rotated file\n");
        await using var all = Permits.Executors(Files("app.log"));
        await using var few = Permits.Executors(Files("app.log") with { MostBytes = new FileInfo(Path.Combine(folder.Path, "app.log")).Length });

        Assert.Equal(7, (await all.Run(Permits.Read("{app=\"shop\"}", Language.LogQl))).Output.Count);
        var newest = await few.Run(Permits.Read("{app=\"shop\"}", Language.LogQl));
        Assert.Equal(3, newest.Output.Count);
        Assert.Contains(newest.Output.Errors, note => note.Contains("were not looked at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_are_shown_oldest_first_and_the_newest_are_kept()
    {
        Write("app.log", 50, minutesAgo: 1);
        await using var executors = Permits.Executors(Files("app.log"));
        var result = await executors.Run(Permits.Read("{app=\"shop\"} | line_format \"{{.app}}: {{ .n }}\" | logfmt", Language.LogQl, Limits.Default with { Rows = 2 }));
        var plain = await executors.Run(Permits.Read("{app=\"shop\"} | logfmt | line_format \"{{.app}} {{ .n }}\"", Language.LogQl, Limits.Default with { Rows = 2 }));

        Assert.Equal(50, result.Output.Count);
        Assert.Equal(["shop 48", "shop 49"], plain.Output.Lines);
        Assert.True(result.Output.Truncated);
    }

    [Theory]
    [InlineData("127.0.0.1 - - [10/Oct/2025:13:55:36 +0000] \"GET / HTTP/1.1\" 200", "2025-10-10T13:55:36Z")]
    [InlineData("2025-12-16 10:00:00,123 ERROR x", "2025-12-16T10:00:00.123Z")]
    [InlineData("2025-12-16T10:00:00.5+02:00 x", "2025-12-16T08:00:00.5Z")]
    [InlineData("{\"level\":\"info\",\"ts\":1765879200.25}", "2025-12-16T10:00:00.25Z")]
    [InlineData("{\"time\":\"1765879200000\"}", "2025-12-16T10:00:00Z")]
    [InlineData("2025/12/16 10:00:00 [error] 12#12: *1 upstream", "2025-12-16T10:00:00Z")]
    [InlineData("Dec 16 10:00:00 host app[1]: x", "2025-12-16T10:00:00Z")]
    public void The_time_of_a_line_is_found_in_the_forms_that_logs_use(string line, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), LogTime.Find(line, new DateTimeOffset(2025, 12, 20, 0, 0, 0, TimeSpan.Zero)));

    public void Dispose() => folder.Dispose();

    LogFilesConnection Files(string name = "shop/app.log")
    {
        if (name == "shop/app.log")
        {
            folder.File(name, $$"""
                {"timestamp":"{{Time(5)}}","status":502,"path":"/pay","message":"error: gateway","duration":"1.5s"}
                {"timestamp":"{{Time(4)}}","status":200,"path":"/cart","message":"ok","duration":"20ms"}
                {"timestamp":"{{Time(3)}}","status":404,"path":"/pay","message":"none","duration":"20ms"}
                {"timestamp":"{{Time(2)}}","status":500,"path":"/pay","message":"fault","duration":"20ms"}
                {{Time(1)}} INFO sale 7
                time={{Time(0.5)}} level=warn msg="an error" size=2KiB

                """);
        }

        return new LogFilesConnection([new LogFileSet(Path.Combine(folder.Path, name), [KeyValuePair.Create("app", "shop"), KeyValuePair.Create("tier", "front")])]);
    }

    void Write(string name, int lines, double minutesAgo)
    {
        var path = folder.File(name, string.Concat(Enumerable.Range(0, lines).Select(n => $"{Time(minutesAgo)} n={n}\n")));
        File.SetLastWriteTimeUtc(path, now.AddMinutes(-minutesAgo).UtcDateTime);
    }

    string Time(double minutesAgo) => now.AddMinutes(-minutesAgo).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
