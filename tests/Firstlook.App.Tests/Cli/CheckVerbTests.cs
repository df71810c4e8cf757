using System.Text.Json;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Cli;

/// <summary>The verb as a team's CI runs it.</summary>
public sealed class CheckVerbTests : IDisposable
{
    const string Sound = "# QueueFull\n\n**Alert**: `QueueFull`\n**Severity**: high\n\n## Diagnosis\n```bash\nredis-cli LLEN jobs\n```\n\nEscalate after 30 minutes to the jobs lead.\n";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    Task<Ended> Check(params string[] arguments) => Executable.Run(arguments.Prepend("check"), folder.Path);

    [Fact]
    public async Task A_sound_library_ends_well_and_a_flawed_one_with_the_code_for_findings()
    {
        folder.File("runbooks/queue.md", Sound);
        Assert.Equal((0, "1 file: nothing found\n"), await Check("runbooks") is var sound ? (sound.Code, sound.Output) : default);
        folder.File("runbooks/slow.md", Sound.Replace("QueueFull", "Slow", StringComparison.Ordinal).Replace("redis-cli LLEN jobs", "grep \"a|b\" app.log", StringComparison.Ordinal));
        var flawed = await Check("runbooks");
        Assert.Equal(3, flawed.Code);
        Assert.Contains("runbooks/slow.md", flawed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", flawed.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Check("runbooks", "--fail-on", "error")).Code);
        Assert.Equal(0, (await Check("runbooks", "--fail-on", "never")).Code);
    }

    [Fact]
    public async Task A_configuration_says_what_is_asked_and_told_and_the_command_line_has_the_last_word()
    {
        folder.File("runbooks/queue.md", Sound.Replace("redis-cli LLEN jobs", "grep \"a|b\" app.log", StringComparison.Ordinal));
        folder.File("rules/shop.yml", "groups:\n- name: shop\n  rules:\n  - alert: QueueStuck\n    expr: delta(queue[5m]) == 0\n");
        folder.File("firstlook.yaml", "runbooks: [runbooks]\ncheck:\n  exclude: [fl052]\n  severity: warning\n  fail_on: error\n  rules: [\"rules/*.yml\"]\n");
        var configured = await Check("--brief");
        Assert.Equal(0, configured.Code);
        Assert.Equal("rules/shop.yml:4:1: warning FL018 no procedure answers the alert QueueStuck\nrunbooks/queue.md:1:3: warning FL019 no rule has the alert QueueFull\n1 file: 2 warnings\n", configured.Output);
        Assert.Equal(3, (await Check("--fail-on", "warning")).Code);
        Assert.Equal(0, (await Check("--fail-on", "warning", "--exclude", "FL018,FL019")).Code);
        Assert.DoesNotContain("FL018", (await Check("runbooks", "--brief")).Output, StringComparison.Ordinal);
        Assert.Contains("FL018", (await Check("runbooks", "--brief", "--config", "firstlook.yaml")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_of_the_configuration_is_written_and_read()
    {
        folder.File("runbooks/queue.md", Sound.Replace("redis-cli LLEN jobs", "grep \"a|b\" app.log", StringComparison.Ordinal));
        folder.File("firstlook.yaml", "runbooks: [runbooks]\ncheck: { baseline: known.json }\n");
        Assert.Equal(8, (await Check()).Code);
        Assert.Equal(0, (await Check("--write-baseline")).Code);
        Assert.Equal((0, "1 file: nothing found; 1 known from the baseline\n"), await Check() is var known ? (known.Code, known.Output) : default);
    }

    [Fact]
    public async Task What_is_wrong_with_what_is_configured_is_told_with_its_line()
    {
        folder.File("firstlook.yaml", "check:\n  exclude: [FL999]\n  fail_on: sometimes\n");
        var told = await Check();
        Assert.Equal(2, told.Code);
        Assert.Contains("line 2: check.exclude: there is no rule FL999", told.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: check.fail_on: \"sometimes\" is none of error, warning, note, never", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_and_sarif_are_whole_documents_on_standard_output()
    {
        folder.File("a.md", Sound.Replace("redis-cli LLEN", "redis-cli -a hunter2hunter2 LLEN", StringComparison.Ordinal));
        using var json = JsonDocument.Parse((await Check("a.md", "--json")).Output);
        Assert.Equal(("firstlook.check/1", 1), (json.RootElement.GetProperty("schema").GetString(), json.RootElement.GetProperty("summary").GetProperty("errors").GetInt32()));
        using var sarif = JsonDocument.Parse((await Check("a.md", "--sarif")).Output);
        Assert.Equal("FL005", sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());
    }

    [Fact]
    public async Task Rule_files_are_held_against_the_procedures()
    {
        folder.File("a.md", Sound);
        folder.File("rules/shop.yml", "groups:\n- name: shop\n  rules:\n  - alert: QueueFull\n    expr: queue > 5\n  - alert: QueueStuck\n    expr: delta(queue[5m]) == 0\n");
        foreach (var rules in new[] { "rules", "rules/*.yml", "rules/shop.yml" })
        {
            var checkedNow = await Check("a.md", "--rules", rules);
            Assert.Equal(3, checkedNow.Code);
            Assert.Contains("no procedure answers the alert QueueStuck", checkedNow.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("alert QueueFull", checkedNow.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_runbook_behind_rules_is_a_runbook_and_a_rule_file_that_is_none_stops_nothing()
    {
        folder.File("a.md", Sound);
        folder.File("shop.yml", "groups:\n- name: shop\n  rules:\n  - alert: QueueStuck\n    expr: delta(queue[5m]) == 0\n");
        folder.File("helm.yml", "{{ if .Values.alerts }}\ngroups: []\n{{ end }}\n");
        Assert.Contains("no procedure answers the alert QueueStuck", (await Check("--rules", "shop.yml", "a.md")).Output, StringComparison.Ordinal);
        var broken = await Check("a.md", "--rules", "helm.yml");
        Assert.Equal(3, broken.Code);
        Assert.Contains("FL081", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FL019", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_in_is_checked_under_the_name_that_it_is_given()
    {
        var ended = await Executable.Run(["check", "-", "--stdin-name", "runbooks/queue.md", "--brief"], folder.Path, typed: Sound.Replace("high", "high\n\n[gone](#gone)", StringComparison.Ordinal));
        Assert.StartsWith("runbooks/queue.md:", ended.Output, StringComparison.Ordinal);
        Assert.Contains(" warning FL026 ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_that_a_team_does_not_want_are_not_told()
    {
        folder.File("a.md", Sound.Replace("**Severity**: high\n", "[gone](#gone)\n", StringComparison.Ordinal));
        Assert.Contains("FL021", (await Check("*.md")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FL021", (await Check("a.md", "--severity", "warning")).Output, StringComparison.Ordinal);
        var left = await Check("a.md", "--exclude", "FL021,fl026");
        Assert.Equal((0, "1 file: nothing found\n"), (left.Code, left.Output));
        Assert.Equal(8, (await Check("a.md", "--exclude", "FL999")).Code);
        Assert.Equal(2, (await Check("a.md", "--severity", "never")).Code);
        Assert.Equal(2, (await Check("a.md", "--frobnicate")).Code);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_told_and_one_in_UTF_16_is_read()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "picture.md"), [0x89, 0x50, 0, 0, 0, 0x0D, 0x49, 0, 0x44]);
        Assert.Contains("FL081", (await Check("picture.md")).Output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.Path, "wide.md"), Sound, System.Text.Encoding.Unicode);
        Assert.DoesNotContain("FL081", (await Check("wide.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_keeps_nobody_waiting()
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(folder.Path, "pipe.md"));
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Check("pipe.md")).Code);
        Assert.Equal(0, (await Executable.Run(["explain", "pipe.md"], folder.Path)).Code);
    }

    [Fact]
    public async Task A_baseline_lets_an_old_library_in_and_new_findings_not()
    {
        folder.File("a.md", Sound.Replace("redis-cli LLEN", "redis-cli KEYS '*' | grep -c", StringComparison.Ordinal));
        Assert.Equal(3, (await Check("a.md")).Code);
        Assert.Equal(0, (await Check("a.md", "--baseline", "known.json", "--write-baseline")).Code);
        var known = await Check("a.md", "--baseline", "known.json");
        Assert.Equal(0, known.Code);
        Assert.Contains("known from the baseline", known.Output, StringComparison.Ordinal);
        folder.File("b.md", Sound.Replace("redis-cli LLEN", "redis-cli KEYS", StringComparison.Ordinal));
        Assert.Equal(3, (await Check("a.md", "b.md", "--baseline", "known.json")).Code);
    }

    [Fact]
    public async Task The_patch_goes_to_standard_output_and_the_file_stays()
    {
        var text = Sound.Replace("bash", "sql", StringComparison.Ordinal).Replace("redis-cli LLEN jobs", "SELECT mean_time FROM pg_stat_statements;", StringComparison.Ordinal);
        var path = folder.File("a.md", text);
        var fix = await Check("a.md", "--fix");
        Assert.Equal(0, fix.Code);
        Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        folder.File("fix.patch", fix.Output);
        await RunningProgram.Run("/usr/bin/git", ["apply", "fix.patch"], folder: folder.Path);
        Assert.Equal(text.Replace("mean_time", "mean_exec_time", StringComparison.Ordinal), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_word_processor_made_of_a_command_is_mended_by_the_patch()
    {
        var text = Sound.Replace("redis-cli LLEN jobs", "redis-cli –n 2 LLEN “jobs”", StringComparison.Ordinal);
        var path = folder.File("a.md", text);
        folder.File("fix.patch", (await Check("a.md", "--fix")).Output);
        await RunningProgram.Run("/usr/bin/git", ["apply", "fix.patch"], folder: folder.Path);
        Assert.Equal(text.Replace("–n 2 LLEN “jobs”", "-n 2 LLEN \"jobs\"", StringComparison.Ordinal), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Links_are_followed_to_the_files_beside_it()
    {
        folder.File("docs/other.md", "# Other\n\n## The part\n");
        folder.File("docs/a.md", Sound + "\nSee [one](other.md#the-part), [two](other.md#gone), [three](missing.md).\n");
        var found = await Check("docs/a.md");
        Assert.Contains("no heading of other.md has the anchor #gone", found.Output, StringComparison.Ordinal);
        Assert.Contains("there is no file missing.md", found.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("anchor #the-part", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_teams_of_the_configuration_decide_what_is_compared()
    {
        folder.File("one/a.md", Sound);
        folder.File("one/b.md", Sound);
        folder.File("two/c.md", Sound);
        folder.File("firstlook.yaml", "teams:\n  one: { runbooks: [one] }\n  two: { runbooks: [two] }\n");
        var found = await Check();
        Assert.Equal(3, found.Code);
        Assert.Equal(1, found.Output.Split("is also claimed by").Length - 1);
        Assert.Equal(0, (await Check("one", "two")).Code);
        Assert.Equal(3, (await Check("one", "two", "--team", "all")).Code);
    }

    [Theory]
    [InlineData(8, "nowhere.md")]
    [InlineData(2, "a.md", "--fail-on", "trouble")]
    [InlineData(2, "a.md", "--json", "--sarif")]
    [InlineData(2, "a.md", "--write-baseline")]
    [InlineData(8, "a.md", "--baseline", "none.json")]
    [InlineData(2, "a.md", "--baseline", "a.md")]
    [InlineData(8, "a.md", "--rules", "none.yml")]
    [InlineData(8, "--explain", "FL999")]
    public async Task What_cannot_be_done_is_said_and_coded(int code, params string[] arguments)
    {
        folder.File("a.md", Sound);
        var ended = await Check(arguments);
        Assert.Equal((code, ""), (ended.Code, ended.Output));
        Assert.StartsWith("firstlook: ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_explained() => Assert.Contains("Why: ", (await Check("--explain", "FL017")).Output, StringComparison.Ordinal);
}
