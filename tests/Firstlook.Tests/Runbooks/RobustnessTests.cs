using System.Text;
using Firstlook.Runbooks;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Runbooks;

public sealed class RobustnessTests
{
    static readonly string[] Scraps =
    [
        "# Runbook: X\n", "## Disk full\n", "### Hypothesis 1: leak\n", "**Symptoms**:\n", "- ", "1. ", "  ", "> ", "```bash\n", "```\n", "~~~sql\n", "kubectl get pods -n <ns>\n", "SELECT 1;\n", "| a | b |\n", "|---|---|\n",
        "**Severity**: P1\n", "Alert: `DiskFull`\n", "<pre>", "</pre>\n", "<details><summary>x</summary>\n", "---\n", "\n", "\n\n", "`", "``", "[x](#y)", "**", "ðŸš¨ ", "üö®", "$ ls\n", "If x: do `df -h`\n", "\t", "\r\n", "\0", "<!--", "-->",
        "Escalate to DBA after 15 min\n", "{", "}", "\"", "'", "\\", "=== \n", "&amp;", "{app=\"x\"} |= \"y\"\n", "# Query: up == 0\n", "EOF\n", "cat <<EOF\n",
    ];

    static readonly Arbitrary<string> Markdown = Gen.Elements(Scraps).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    [Fact]
    public void Any_arrangement_of_marks_is_read_with_every_span_inside_the_text() =>
        Prop.ForAll(Markdown, HoldsTogether).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void A_tag_alone_beside_a_fence_in_an_indented_block_is_read() => Assert.True(HoldsTogether("Text.\n\n\t</pre>\n\t```\n\tdf -h\n\t```\n"));

    [Theory]
    [InlineData("```\n# \n```\n")]
    [InlineData("```\n$ ssh box\n# \n```\n")]
    public void A_prompt_at_which_nothing_was_typed_is_read(string text) => Assert.True(HoldsTogether(text));

    // \d in a pattern takes them, and no number is made of them.
    [Theory]
    [InlineData("| Severity | Response |\n|---|---|\n| P1 | ٣' |\n| P2 | 5' |\n")]
    [InlineData("# Disk full\n\nEscalate to the lead after ٣h30 or 10 min.\n")]
    [InlineData("# Disk full\n\n```bash\nredis-cli llen jobs\n```\n\nExpected: less than ٣, usually 5.\n")]
    public void Digits_of_other_scripts_are_read(string text) => Assert.True(HoldsTogether(text));

    [Fact]
    public void Any_bytes_are_read() =>
        Prop.ForAll<byte[]>(bytes => RunbookReader.Read("x", bytes ?? []).Text is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mutation_of_a_fixture_is_read_with_every_span_inside_the_text()
    {
        var texts = Directory.GetFiles(Fixtures.Folder, "*.md").Select(File.ReadAllText).ToArray();
        var mutated = from text in Gen.Elements(texts)
                      from at in Gen.Choose(0, text.Length)
                      from length in Gen.Choose(0, 40)
                      from scrap in Gen.Elements(Scraps)
                      select string.Concat(text.AsSpan(0, at), scrap, text.AsSpan(Math.Min(text.Length, at + length)));
        Prop.ForAll(mutated.ToArbitrary(), HoldsTogether).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void No_fence_is_lost()
    {
        var fences = Gen.Elements("", "bash", "sql", "text", "yaml", "json", "nonsense").SelectMany(_ => Gen.Elements("df -h", "SELECT 1;", "hello", "{}", "a: b", "# only a remark"), (tag, body) => $"```{tag}\n{body}\n```\n");
        var between = Gen.Elements("\n", "\nSome words.\n\n", "\n## Redis down\n\n", "\n**Symptoms**:\n\n", "\n- an item\n\n", "\n> quoted\n\n", "\n| a | b |\n|---|---|\n| c | d |\n\n");
        var documents = fences.SelectMany(_ => between, (fence, words) => words + fence).ListOf();
        Prop.ForAll(documents.ToArbitrary(), parts => Documents.Read(string.Concat(parts)).AllSteps().Count(s => !s.Inline) == parts.Count).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    // What is quadratic takes hours on these; the limit is that of a hang, not of a speed (bench/ measures that).
    [Theory(Timeout = 600_000)]
    [InlineData(">", 100_000)]
    [InlineData("- ", 50_000)]
    [InlineData("`", 1_000_000)]
    [InlineData("` `` ", 200_000)]
    [InlineData("` `", 200_000)]
    [InlineData("run `df -h`. ", 50_000)]
    [InlineData("[", 500_000)]
    [InlineData("[a](b", 100_000)]
    [InlineData("**a ", 200_000)]
    [InlineData("<pre>", 100_000)]
    [InlineData("```\n", 100_001)]
    [InlineData("| a | b |\n|---|---|\n", 50_000)]
    [InlineData("# Alert: X\n\n- Severity: P1\n", 10_000)]
    [InlineData("If a, b; ", 100_000)]
    [InlineData("ðŸš¨", 200_000)]
    [InlineData("```\nmysql> select 1\ncat <<EOF\n", 30_000)]
    [InlineData("## 1. Phase (0-5 min)\n- [ ] Check it?\n> quoted {x}\n", 10_000)]
    public async Task Hostile_repetition_is_read_to_its_end(string scrap, int times) =>
        Assert.NotNull(await Task.Run(() => Documents.Read(string.Concat(Enumerable.Repeat(scrap, times))), TestContext.Current.CancellationToken));

    // Rows are found by their place in the document, and a policy's first levels tell how it is worded.
    [Theory(Timeout = 600_000)]
    [InlineData("# Queue\n\n**Alert**: `QueueFull`\n\n| You see | Likely cause |\n|---|---|\n", "| jobs wait | a worker hangs |\n")]
    [InlineData("# Queue\n\n**Alert**: `QueueFull`\n\n| You see | Do |\n|---|---|\n", "| jobs wait | call us |\n")]
    [InlineData("# Levels\n\n## Severity levels\n\n| Level | Acknowledge |\n|---|---|\n", "| P1 | 5 min |\n")]
    public async Task A_table_of_60000_rows_is_read_to_its_end(string head, string row) =>
        Assert.NotNull(await Task.Run(() => Documents.Read(head + string.Concat(Enumerable.Repeat(row, 60_000))), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("", "Alert: QueueFull\n\nx\n\n")]
    [InlineData("# Queue\n\n**Alert**: `QueueFull`\n\nAsk ", "[`up`](http://p.example/graph?g0.expr=up) ")]
    [InlineData("# Queue\n\n**Alert**: `QueueFull`\n\n```bash\n", "-- where did we land\nCREATE INDEX x\nON t(c);\nkubectl get pods\n  -o json\n")]
    public async Task Titles_links_and_lines_by_the_ten_thousand_are_read_in_line(string head, string part) =>
        Assert.NotNull(await Task.Run(() => Documents.Read(head + string.Concat(Enumerable.Repeat(part, 20_000))), TestContext.Current.CancellationToken));

    [Fact]
    public void A_table_of_contents_of_20000_lines_is_looked_up_and_not_searched()
    {
        var titles = Enumerable.Range(1, 20_000).Select(i => $"Kiln number {i} is cold").ToList();
        var text = "Symptoms\na\n\nCauses\nb\n\nDiagnosis\nc\n\nContents\n" + string.Concat(titles.Select(t => $"• {t}\n")) + "\n" + string.Concat(Enumerable.Reverse(titles).Select(t => $"{t}\nIt is cold.\n\nsystemctl status kiln\n\n"));
        var steps = Documents.Read(text).AllSteps().ToList();
        Assert.Equal(20_000, steps.Count);
        Assert.StartsWith("kiln-number-20000-is-cold/", steps[0].Id, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_100000_rows_keeps_every_command()
    {
        var text = "| Check | Command |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| disk | `df -h /data` |\n", 100_000));
        Assert.Equal(100_000, Documents.Read(text).AllSteps().Count());
    }

    [Fact]
    public void More_links_by_definition_than_the_parser_takes_in_good_time_still_yield_the_fence_below()
    {
        var definitions = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"[a{i}]: a{i}.md\n"));

        Assert.Contains(Documents.Read($"# Disk full\n\n{definitions}\n```bash\ndf -h\n```\n").AllSteps(), s => s.Text == "df -h");
    }

    [Fact]
    public void Nesting_beyond_what_the_parser_takes_still_yields_the_fence_inside()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i * 2) + "- x\n")) + "\n```bash\ndf -h\n```\n";
        Assert.Contains(Documents.Read(text).AllSteps(), s => s.Text == "df -h");
    }

    [Fact]
    public void More_than_the_limit_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => RunbookReader.Read("x", new byte[RunbookReader.MostBytes + 1]));

    static bool HoldsTogether(string text)
    {
        var runbook = Documents.Read(text);
        var lines = runbook.Text.Count(c => c == '\n') + 1;
        var steps = runbook.AllSteps().ToList();
        var spans = runbook.Procedures.Select(p => (p.Line, p.EndLine))
            .Concat(runbook.Procedures.SelectMany(p => p.Hypotheses).Select(h => (h.Line, h.EndLine)))
            .Concat(steps.Select(s => (s.Line, s.EndLine)))
            .Concat(steps.SelectMany(s => s.Commands).Select(c => (c.Line, c.Line)))
            .Concat(runbook.Problems.Select(p => (p.Line, p.Line)));
        return spans.All(s => s.Item1 >= 1 && s.Item1 <= s.Item2 && s.Item2 <= lines)
            && steps.Select(s => s.Ordinal).SequenceEqual(Enumerable.Range(1, steps.Count))
            && steps.Where(s => s.Cause is not null).All(s => runbook.Procedures.Any(p => p.Hypotheses.Any(h => h.Id == s.Cause)))
            && Explanation.Json(runbook).Length > 0;
    }
}
