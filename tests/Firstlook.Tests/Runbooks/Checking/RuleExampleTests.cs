using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;
using Firstlook.Testing;
using Firstlook.Tests.Architecture;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Runbooks.Checking;

public sealed class RuleExampleTests
{
    public static TheoryData<string> Codes => [.. Catalogue.Rules.Select(rule => rule.Code)];

    /// <summary>What stands around a rule's two examples, where they need more than themselves.</summary>
    static CheckRequest Around(Rule rule, string text) => rule.Code switch
    {
        "FL018" or "FL019" or "FL032" or "FL035" => new([Checked.File(text)]) { AlertRules = [new("QueueFull", "queue_taken_ratio > 0.8", "rules.yml", 5)] },
        "FL090" => new([Checked.File(text)]) { AlertRules = [new("QueueFull", "queue_taken_ratio > 0.8", "rules.yml", 5, null, "critical")] },
        "FL080" => new([Checked.File(text)]) { AlertRules = [new("QueueFull", "queue_taken_ratio > 0.8", "rules.yml", 5, "https://git.example.com/ops/test.md#queue-is-full")] },
        "FL081" => new([Checked.File(text)]) { Unread = text == rule.Before ? [new("locked.md", "it cannot be read: permission denied")] : [] },
        "FL030" => new([Checked.File(text)]) { Links = new Dictionary<(string, string), LinkTarget> { [("test.md", "./missing.md")] = new(false, null), [("test.md", "./present.md")] = new(true, null) } },
        // The sibling is the sound one: it agrees with itself.
        "FL033" => new([Checked.File(rule.After, "a.md", "shop"), Checked.File(text, "b.md", "shop")]),
        "FL034" => new([Checked.File(rule.Before, "a.md", "shop"), Checked.File(text, "b.md", "shop")]),
        "FL048" => new([Checked.File(text)]) { Rot = text.Contains("queue_jobs_waiting", StringComparison.Ordinal) ? [new("test.md", 7, "the metric queue_jobs_waiting is gone", new(2026, 3, 1))] : [] },
        _ => new([Checked.File(text)]),
    };

    static IEnumerable<Finding> Found(Rule rule, string text) => RunbookChecker.Check(Around(rule, text)).Findings.Where(finding => finding.Code == rule.Code);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_rule_finds_its_flaw_in_the_example_and_not_in_the_mended_one(string code)
    {
        var rule = Catalogue.Find(code)!;
        Assert.NotEmpty(Found(rule, rule.Before));
        Assert.Empty(Found(rule, rule.After));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_finding_stands_within_its_line_and_says_what_to_do(string code)
    {
        var rule = Catalogue.Find(code)!;
        foreach (var finding in Found(rule, rule.Before).Where(finding => finding.Excerpt is not null))
        {
            Assert.InRange(finding.Column + finding.Length, 0, finding.Excerpt!.Length + 1);
            Assert.False(string.IsNullOrWhiteSpace(finding.Message) || string.IsNullOrWhiteSpace(finding.Fix));
            Assert.DoesNotMatch(@"[.!]$", finding.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_mended_example_has_no_error_of_any_kind(string code)
    {
        var rule = Catalogue.Find(code)!;
        Assert.DoesNotContain(RunbookChecker.Check(Around(rule, rule.After)).Findings, finding => finding.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Codes_are_unique_and_of_one_form()
    {
        Assert.Equal(Catalogue.Rules.Count, Catalogue.Rules.Select(rule => rule.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Catalogue.Rules, rule => Assert.Matches("^FL[0-9]{3}$", rule.Code));
        Assert.All(Catalogue.Rules, rule => Assert.Matches(@"^[A-Za-z""].*[^.]$", rule.Title));
        Assert.All(Catalogue.Rules, rule => Assert.EndsWith(".", rule.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_about_checks_tells_every_rule_as_the_program_does()
    {
        var page = Path.Combine(Sources.Root, "docs", "checks.md");
        const string mark = "<!-- what follows is printed by: firstlook check --explain all -->\n";
        var text = File.ReadAllText(page).Replace("\r", "", StringComparison.Ordinal);
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(at > 0, $"{page} has no line {mark}");
        if (Environment.GetEnvironmentVariable("FIRSTLOOK_ACCEPT") == "1") File.WriteAllText(page, text[..(at + mark.Length)] + "\n" + Catalogue.Markdown());
        else Assert.Equal("\n" + Catalogue.Markdown(), text[(at + mark.Length)..]);
    }

    [Fact]
    public void A_rule_is_explained_by_its_code_in_any_case()
    {
        Assert.Contains("FL013 (error): PromQL that does not parse", Catalogue.Explain("fl013"), StringComparison.Ordinal);
        Assert.Contains("<!-- firstlook: ignore FL013", Catalogue.Explain("FL013"), StringComparison.Ordinal);
        Assert.Null(Catalogue.Explain("FL999"));
    }

    [Fact]
    public void Runbooks_of_every_layout_get_few_and_only_these_errors_and_warnings()
    {
        var found = Directory.GetFiles(Fixtures.Folder, "*.md").Order(StringComparer.Ordinal)
            .SelectMany(file => RunbookChecker.Check(new([Checked.File(File.ReadAllText(file), Path.GetFileName(file))])).Findings)
            .Where(finding => finding.Severity != ProblemSeverity.Info).Select(finding => $"{finding.File}:{finding.Line} {finding.Severity.Word()} {finding.Code} {finding.Message}");
        Golden.Matches(string.Join('\n', found), "fixtures.checked.golden");
    }

    [Fact]
    public void No_text_makes_a_rule_throw_or_point_outside_of_it()
    {
        // Real runbooks, cut anywhere and stirred: what a half-saved file looks like.
        var texts = Directory.GetFiles(Fixtures.Folder, "*.md").Select(File.ReadAllText).ToArray();
        var cuts = from which in Gen.Choose(0, texts.Length - 1)
                   from start in Gen.Choose(0, texts[which].Length - 1)
                   from length in Gen.Choose(0, texts[which].Length - start)
                   select texts[which].Substring(start, length);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(cuts.ToArbitrary(), cut =>
        {
            var lines = cut.Count(c => c == '\n') + 1;
            return Checked.Findings(cut).All(finding => finding.Line >= 1 && finding.Line <= lines);
        }));
    }
}
