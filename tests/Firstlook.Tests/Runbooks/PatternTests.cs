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
        var lazy = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Index().Where(line => LazyGroup().IsMatch(line.Item)).Select(line => $"{file}:{line.Index + 1}"));

        Assert.Empty(lazy);
    }

    /// <summary>What begins at each line and runs over the blank ones behind it takes the square of their number.</summary>
    [Fact]
    public void No_pattern_of_lines_begins_with_what_runs_over_lines()
    {
        var running = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Index().Where(line => line.Item.Contains("Multiline", StringComparison.Ordinal) && Running().IsMatch(line.Item)).Select(line => $"{file}:{line.Index + 1}"));

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

    [GeneratedRegex(@"GeneratedRegex\(.*\)(\{\d+(,\d*)?\}|\*|\+)\?")]
    private static partial Regex LazyGroup();

    [GeneratedRegex(@"GeneratedRegex\(.*(?<!\\A)\^\\[sW][*+]")]
    private static partial Regex Running();
}
