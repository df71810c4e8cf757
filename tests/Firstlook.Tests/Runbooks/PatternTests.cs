using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Runbooks;
using Firstlook.Testing;

namespace Firstlook.Tests.Runbooks;

public sealed partial class PatternTests
{
    /// <summary>
    /// A compiled pattern that repeats a group lazily, behind another with optional parts, may try for ever where the interpreted one
    /// answers at once: <c>(reception(ists?)?)( \w+){0,3}? (x|y)</c> on "receptionists aaa bbb ccc ddd" (.NET 10.0).
    /// </summary>
    [Fact]
    public void No_pattern_repeats_a_group_lazily()
    {
        var lazy = All.Where(one => LazyGroup().IsMatch(one.Pattern)).Select(one => one.Where);

        Assert.Empty(lazy);
    }

    /// <summary>What begins at each line and runs over the blank ones behind it takes the square of their number.</summary>
    [Fact]
    public void No_pattern_of_lines_begins_with_what_runs_over_lines()
    {
        var running = All.Where(one => one.IsOfLines && Running().IsMatch(one.Pattern)).Select(one => one.Where);

        Assert.Empty(running);
    }

    /// <summary>
    /// The runtime leaves a method without optimisation that is too large for it: at 34,400 bytes of intermediate code a pattern took four times as long
    /// as in two parts, at 29,200 it was still optimised (.NET 10.0; <c>perf</c> tells by the name, <c>[MinOptJitted]</c>).
    /// </summary>
    [Fact]
    public void No_pattern_is_too_large_to_be_optimised()
    {
        var large = typeof(RunbookReader).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.Name == "TryMatchAtCurrentPosition" && method.GetMethodBody()!.GetILAsByteArray()!.Length > 30_000)
            .Select(method => method.DeclaringType!.FullName);

        Assert.Empty(large);
    }

    [Fact]
    public async Task What_the_people_at_a_desk_see_is_read()
    {
        var reading = Task.Run(() => RunbookReader.Read("desk.md", Encoding.UTF8.GetBytes("# Alert: DeskDown\n\nThe receptionists seesee a grey page that says nothing.\n\nThe receptionists see a grey page.\n\n```\nuptime\n```\n")), TestContext.Current.CancellationToken);
        var runbook = await reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Contains(runbook.Procedures[0].Symptoms, symptom => symptom.Text.Contains("grey page", StringComparison.Ordinal));
    }

    [Fact]
    public void The_patterns_of_all_the_source_are_looked_at()
    {
        Assert.True(Compiled.Count() > 1_000);
        Assert.Equal(Regex.Count(string.Concat(SourceFiles.Select(File.ReadAllText)), @"[\[.]GeneratedRegex\("), All.Count);
    }

    static readonly IReadOnlyList<(string Where, string Pattern, bool IsOfLines)> All = [.. Compiled, .. Written];

    // As the compiler has them, so that a pattern may stand on several lines and have constants in it.
    static IEnumerable<(string Where, string Pattern, bool IsOfLines)> Compiled =>
        from type in typeof(RunbookReader).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        from attribute in method.GetCustomAttributes<GeneratedRegexAttribute>()
        select ($"{type.Name}.{method.Name}", attribute.Pattern, attribute.Options.HasFlag(RegexOptions.Multiline));

    // The few of the programs around it, as they are written: their assemblies are none of this test's.
    static IEnumerable<(string Where, string Pattern, bool IsOfLines)> Written =>
        from file in SourceFiles.Where(file => !file.StartsWith(Path.Combine(Repository.Root, "src", "Firstlook") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        from attribute in Attribute().Matches(File.ReadAllText(file))
        let text = Seam().Replace(attribute.Value, "")
        select (file, text, text.Contains("Multiline", StringComparison.Ordinal));

    static IEnumerable<string> SourceFiles => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"(?<!\\)\)(\{\d+(,\d*)?\}|\*|\+)\?", RegexOptions.ExplicitCapture)]
    private static partial Regex LazyGroup();

    [GeneratedRegex(@"(?<!\\A)\^\\[sW][*+]", RegexOptions.ExplicitCapture)]
    private static partial Regex Running();

    [GeneratedRegex(@"\[GeneratedRegex\(.*?\)\]\s", RegexOptions.Singleline)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"""\s*\+\s*@?""")]
    private static partial Regex Seam();
}
