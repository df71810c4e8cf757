using System.Text;
using System.Text.Json;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;
using Firstlook.Testing;

namespace Firstlook.Tests.Runbooks.Checking;

public sealed class ReportTests
{
    const string Flawed = """
        # Contents

        - [Queue](#queue)

        ## 📋 Queue full

        **Alert**: `QueueFull`
        **Severity**: high

        ### Diagnosis
        ```bash
        redis-cli -a hunter2hunter2 LLEN jobs
        redis-cli -a hunter2hunter2 LLEN mails
        grep "ERROR|FATAL" /var/log/app.log
        ```

        ```promql
        rate(queue_jobs_total)
        ```

        ### Safe action
        ```sql
        SELECT query, mean_time FROM pg_stat_statements ORDER BY mean_time DESC;
        SELECT pg_terminate_backend(42);
        ```

        Escalate after 30 minutes to the jobs lead.
        """;

    static readonly CheckReport Report = RunbookChecker.Check(new([Checked.File(Flawed, "runbooks/queue full.md")]));

    [Fact]
    public void The_text_says_each_thing_once() => Golden.Matches(CheckText.Of(Report, color: false), "report.golden.txt");

    [Fact]
    public void The_json_is_the_contract() => Golden.Matches(CheckJson.Of(Report), "report.golden.json");

    [Fact]
    public void The_sarif_is_what_code_hosts_take() => Golden.Matches(Sarif.Of(Report, "1.2.3"), "report.golden.sarif");

    [Fact]
    public void No_report_repeats_a_secret() =>
        Assert.All([CheckText.Of(Report, false), CheckJson.Of(Report), Sarif.Of(Report, "1.2.3")], text => Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal));

    [Fact]
    public void Colours_are_put_around_the_text_and_change_nothing_in_it()
    {
        var colored = Paint.Escaped(CheckText.Of(Report, color: true));
        Assert.Contains("\u001b[31merror", colored, StringComparison.Ordinal);
        Assert.Equal(CheckText.Of(Report, color: false), System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9]+m", ""));
    }

    [Fact]
    public void Words_go_on_in_the_next_line_where_the_window_ends() =>
        Assert.All(CheckText.Of(Report, color: false, 70).Split('\n').Where(line => line.TrimStart() is not ['/' or '`' or '^', ..]), line => Assert.InRange(line.Length, 0, 90));

    [Fact]
    public void Nothing_found_is_said_in_one_line() => Assert.Equal("1 file: nothing found\n", CheckText.Of(Checked.Report("# Notes\n"), false));

    /// <summary>What SARIF 2.1.0 requires (sections 3.13, 3.14, 3.19, 3.27, 3.29, 3.30, 3.49) and what code hosts ask for besides.</summary>
    [Fact]
    public void The_sarif_keeps_the_rules_of_its_standard()
    {
        using var document = JsonDocument.Parse(Sarif.Of(Report, "1.2.3"));
        var log = document.RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("firstlook", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", driver.GetProperty("semanticVersion").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
        Assert.Equal(rules.Length, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(rules, rule => Assert.False(string.IsNullOrEmpty(rule.GetProperty("help").GetProperty("text").GetString())));
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.NotEmpty(results);
        foreach (var result in results)
        {
            Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["error", "warning", "note"]);
            Assert.False(string.IsNullOrEmpty(result.GetProperty("message").GetProperty("text").GetString()));
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Assert.True(Uri.IsWellFormedUriString(uri, UriKind.RelativeOrAbsolute), uri);
            Assert.Equal("runbooks/queue%20full.md", uri);
            var region = place.GetProperty("region");
            Assert.InRange(region.GetProperty("startLine").GetInt32(), 1, Flawed.Split('\n').Length);
            Assert.True(region.GetProperty("startColumn").GetInt32() >= 1);
            if (region.TryGetProperty("endColumn", out var end)) Assert.True(end.GetInt32() > region.GetProperty("startColumn").GetInt32());
            Assert.Matches("^[0-9a-f]{16}$", result.GetProperty("partialFingerprints").GetProperty("firstlook/1").GetString());
        }
    }

    [Fact]
    public void A_baseline_hides_what_it_knows_wherever_it_moves_and_nothing_else()
    {
        var baseline = Baseline.Write(Report, file => file);
        var moved = RunbookChecker.Check(new([Checked.File("An introduction.\n\n" + Flawed + "\n\n## Other\n\n```bash\nping db-1\n```\n", "runbooks/queue full.md")]));
        var left = Baseline.Without(moved, baseline, file => file, out var problem);
        Assert.Null(problem);
        Assert.Equal(["FL028"], left.Findings.Select(finding => finding.Code));
        Assert.Equal(Report.Findings.Count, left.Known);
        Assert.Equal(moved, Baseline.Without(moved, baseline, file => "other/" + file, out _));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{\"schema\": \"firstlook.baseline/1\"}")]
    [InlineData("{\"schema\": \"firstlook.baseline/1\", \"findings\": [{\"file\": 1}]}")]
    public void A_baseline_that_is_none_is_refused_with_a_reason(string text)
    {
        Assert.Equal(Report, Baseline.Without(Report, text, file => file, out var problem));
        Assert.False(string.IsNullOrEmpty(problem));
    }

    [Theory]
    [InlineData("\n", "queue.md")]
    [InlineData("\r\n", "queue.md")]
    [InlineData("\n", "a \"b\" ü.md")]
    public async Task The_patch_is_taken_by_git_and_leaves_every_other_byte(string lineEnd, string name)
    {
        using var folder = new TempFolder();
        // Bytes that are no UTF-8, and no line end at the end.
        var content = Encoding.Latin1.GetString([0xE9, 0xFF]) + lineEnd + Flawed.Replace("\r", "", StringComparison.Ordinal).Replace("📋", "+", StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal);
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(content), TestContext.Current.CancellationToken);
        var findings = RunbookChecker.Check(new([new(RunbookReader.Read("queue.md", Encoding.Latin1.GetBytes(content)), null)])).Findings;
        var patch = Patch.Of(name, content, findings.Where(finding => finding.Edit is not null).Select(finding => finding.Edit!));
        Assert.NotEqual("", patch);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "fix.patch"), Encoding.Latin1.GetBytes(patch), TestContext.Current.CancellationToken);
        await RunningProgram.Run("/usr/bin/git", ["apply", "--whitespace=nowarn", "fix.patch"], folder: folder.Path);
        var mended = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(content.Replace("mean_time", "mean_exec_time", StringComparison.Ordinal), mended);
    }

    [Fact]
    public void A_link_to_a_heading_with_an_emoji_is_mended_to_githubs_anchor() =>
        Assert.Equal(new Edit(3, "#overview)", "#-overview)"), Checked.Of("FL026", "# All\n\n- [Overview](#overview)\n\n## 🎯 Overview\n").Single().Edit);
}
