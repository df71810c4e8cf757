using System.Reflection;
using System.Text.RegularExpressions;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Reading;
using Firstlook.Testing;

namespace Firstlook.Tests.Runbooks;

public sealed partial class SieveTests
{
    static readonly IReadOnlyList<(string Name, Sieve Sieve)> Sieves =
        [.. typeof(RunbookReader).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(Sieve)).Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (Sieve)field.GetValue(null)!))];

    [Fact]
    public void What_each_alternative_of_a_pattern_matches_passes_the_sieve_before_it()
    {
        var (tried, lost) = (0, new List<string>());
        foreach (var (name, sieve) in Sieves)
        {
            foreach (var pattern in sieve.Patterns)
            {
                var samples = PatternSamples.Of(pattern, sieve.Holds).ToList();
                Assert.True(samples.Count > 1, $"{name}: no sentence for {pattern}");
                tried += samples.Count;
                lost.AddRange(samples.Where(sample => !sieve.Holds(sample)).Select(sample => $"{name}: \"{sample}\""));
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
        Assert.True(tried > 2_000, $"{tried} sentences");
    }

    [Fact]
    public void No_line_of_the_held_out_documents_is_lost_to_a_sieve()
    {
        var lines = new[] { "held-out", "fixtures" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Firstlook.Tests/Runbooks", folder), "*.md", SearchOption.AllDirectories))
            .SelectMany(OutsideBlocks).Select(line => line.Trim()).Where(line => line.Length is > 2 and < 140).ToHashSet(StringComparer.Ordinal);
        // A pattern that stands behind two sieves is asked once.
        var behind = Sieves.SelectMany(one => one.Sieve.Patterns.Select(pattern => (Pattern: pattern, one.Name, one.Sieve))).GroupBy(one => one.Pattern, one => (one.Name, one.Sieve)).ToList();
        var lost = behind.AsParallel().SelectMany(one => lines.Where(line => one.Any(before => !before.Sieve.Holds(line)) && one.Key.IsMatch(line))
            .SelectMany(line => one.Where(before => !before.Sieve.Holds(line)).Select(before => $"{before.Name}: \"{line}\""))).ToList();

        Assert.True(lines.Count > 10_000);
        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    // What is said in words: nearly all that the patterns are asked of.
    static IEnumerable<string> OutsideBlocks(string file)
    {
        var fenced = new FencedLines();
        return File.ReadLines(file).Where(line => !fenced.Holds(line));
    }

    [Theory]
    [InlineData("The prio: high for this one.", "high")]
    [InlineData("sev: high", "high")]
    [InlineData("Echtbetrieb: kritisch / Abnahme: niedrig", "critical")]
    [InlineData("Severidade: crítico, até lá: médio", "medium")]
    public void A_level_is_read_in_each_of_the_words_for_it(string text, string severity) =>
        Assert.Equal(severity, Documents.One($"# Page\n\n## Orders stand still\n\nAlert: `OrdersStandStill`\n\n{text}\n\n```bash\nuptime\n```\n").Severity);

    [Theory]
    [InlineData("Tilkald vagtlederen straks.")]
    [InlineData("The duty officer immediately.")]
    public void An_order_to_call_is_read_in_each_of_the_words_for_it(string text) =>
        Assert.NotEmpty(Documents.One($"# Page\n\n## Orders stand still\n\nAlert: `OrdersStandStill`\n\n```bash\nuptime\n```\n\n{text}\n").Escalations);

    [Fact]
    public void A_sentence_is_made_for_each_alternative()
    {
        var samples = PatternSamples.Of(Spoken(), _ => false).ToList();

        Assert.Contains("call the lead", samples);
        Assert.Contains("ring the lead", samples);
        Assert.Contains("call your lead", samples);
        Assert.Contains("call the chief", samples);
        Assert.Contains("call the leads", samples);
        Assert.Contains("call the head of 1", samples);
    }

    [Fact]
    public void Of_the_other_alternatives_the_sentence_has_one_that_no_sieve_holds() =>
        Assert.Contains("call your chief", PatternSamples.Of(Spoken(), text => text.Contains("the", StringComparison.Ordinal) || text.Contains("lead", StringComparison.Ordinal)));

    [GeneratedRegex(@"\b(call|ring) (the|your) (leads?|chief|head(?= of \d))", RegexOptions.ExplicitCapture)]
    private static partial Regex Spoken();
}
