using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Firstlook.Access;

namespace Firstlook.Tests.Architecture;

/// <summary>Nothing reaches a target without a permit, and permits come from two places alone.</summary>
public sealed partial class PermitTests
{
    [Theory]
    [InlineData(typeof(ReadPermit))]
    [InlineData(typeof(ActionPermit))]
    [InlineData(typeof(Permit))]
    public void No_permit_can_be_made_from_outside(Type permit)
    {
        Assert.Empty(permit.GetConstructors(BindingFlags.Public | BindingFlags.Instance));
        Assert.All(permit.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance), constructor => Assert.True(constructor.IsAssembly || constructor.IsFamilyAndAssembly));
        Assert.All(permit.GetProperties(), property => Assert.Null(property.SetMethod));
        Assert.True(permit.IsSealed || permit.IsAbstract);
    }

    [Fact]
    public void Reads_are_permitted_by_the_policy_alone_and_actions_by_the_record_alone()
    {
        var core = Sources.Of("Firstlook").Where(file => file.Path != "Access/Permits.cs").Select(file => (file.Path, Code: Sources.Code(file.Text))).ToArray();
        Assert.Equal(["Access/ReadPolicy.cs"], core.Where(file => file.Code.Contains("new ReadPermit", StringComparison.Ordinal)).Select(file => file.Path));
        Assert.Equal(["Incidents/Incident.cs"], core.Where(file => file.Code.Contains("new ActionPermit", StringComparison.Ordinal)).Select(file => file.Path));
        // "Permit permit = new(...)" would say it without the name, and reflection without either.
        Assert.All(core, file => Assert.DoesNotMatch(@"(Read|Action)Permit\??\s+\w+\s*(=>|=)\s*new\s*\(", file.Code));
        Assert.All(core, file => Assert.DoesNotMatch(@"GetUninitializedObject|UnsafeAccessor", file.Code));
    }

    [Fact]
    public void Only_tests_are_friends_of_the_core()
    {
        var friends = typeof(Response).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName).ToArray();
        Assert.All(friends, friend => Assert.EndsWith(".Tests", friend, StringComparison.Ordinal));
    }

    [Fact]
    public void No_other_project_conjures_one_up()
    {
        foreach (var project in Sources.Projects.Where(project => project != "Firstlook"))
        foreach (var (path, text) in Sources.Of(project))
            Assert.False(Conjuring().IsMatch(Sources.Code(text)), $"{project}/{path}");
    }

    [Fact]
    public void What_runs_is_in_the_permit_and_not_beside_it()
    {
        var runs = Sources.Of("Firstlook.Executors")
            .Where(file => PublicType().IsMatch(file.Text))
            .SelectMany(file => Run().Matches(Sources.Code(file.Text)).Select(match => (file.Path, Parameters: match.Groups["parameters"].Value)))
            .ToArray();
        Assert.NotEmpty(runs);
        // A target's name says where, never what.
        Assert.All(runs, run => Assert.DoesNotMatch(@"\bstring\b(?! target\b)|\bCommand\b|\bbyte\[\]|ReadOnlySpan", run.Parameters));
        Assert.All(runs, run => Assert.Matches(@"Permit\b|LookPlan\b", run.Parameters));
        Assert.Contains(runs, run => run.Path == "IExecutor.cs");
    }

    [GeneratedRegex(@"new\s+(Read|Action)Permit\b|GetUninitializedObject|UnsafeAccessor|Activator\.CreateInstance\s*(<|\(\s*typeof\s*\()\s*(Read|Action)Permit", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Conjuring();

    [GeneratedRegex(@"^public\s+(static\s+|sealed\s+|abstract\s+|partial\s+)*(class|record|struct)\b|^(public|internal)\s+interface\b", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PublicType();

    /// <summary>Public methods, and those of interfaces, which need no such word.</summary>
    [GeneratedRegex(@"^\s*(public\s+(static\s+)?(async\s+)?)?(Task|ValueTask|IAsyncEnumerable|Result)\b[\w<>,?() ]*\s+Run\w*\s*\((?<parameters>[^)]*)\)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Run();
}
