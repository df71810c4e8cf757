using System.Reflection;
using System.Text.RegularExpressions;
using Firstlook.Incidents;

namespace Firstlook.Tests.Architecture;

public sealed partial class ConventionTests
{
    public static TheoryData<string> Projects => [.. Sources.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_is_longer_than_four_hundred_lines(string project)
    {
        var tooLong = Sources.Of(project).Select(file => (file.Path, Lines: file.Text.Split('\n').Length)).Where(file => file.Lines > 400).Select(file => $"{file.Path}: {file.Lines}").ToArray();
        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_is_called_after_nothing_in_particular(string project) =>
        Assert.All(Sources.Of(project), file => Assert.DoesNotMatch(@"(^|/)(Common|Utils?|Utilities|Helpers?|Models?|Infrastructure|Shared|Misc|Managers?)(/|\.cs$)", file.Path));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_field_is_public_and_mutable(string project)
    {
        // A structure that the system's own calls fill in is laid out as they say.
        var fields = Sources.Of(project).SelectMany(file => PublicField().Matches(SystemStructure().Replace(Sources.Code(file.Text), "")).Select(match => $"{file.Path}: {match.Value.Trim()}")).ToArray();
        Assert.True(fields.Length == 0, string.Join('\n', fields));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_file_has_one_namespace_and_it_is_its_folders(string project)
    {
        foreach (var (path, text) in Sources.Of(project))
        {
            if (Namespace().Match(text) is not { Success: true } match) continue;
            var folder = path.Contains('/', StringComparison.Ordinal) ? "." + path[..path.LastIndexOf('/')].Replace('/', '.') : "";
            var expected = project + folder;
            // A large stage may keep its parts in folders under one namespace.
            Assert.True(expected == match.Groups["name"].Value || expected.StartsWith(match.Groups["name"].Value + ".", StringComparison.Ordinal), $"{project}/{path} is in {match.Groups["name"].Value}");
        }
    }

    [Fact]
    public void Events_are_sealed_records_in_the_past_tense_each_with_a_name_of_its_own()
    {
        var events = typeof(IncidentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IncidentEvent))).ToArray();
        Assert.NotEmpty(events);
        Assert.All(events, type => Assert.True(type.IsSealed && type.GetMethod("<Clone>$") is not null, type.Name));
        var names = Tests.Incidents.SomeEvents.Examples.ToDictionary(happened => happened.GetType(), EventFormat.NameOf);
        Assert.Empty(events.Except(names.Keys));
        Assert.Equal(events.Length, EventFormat.TypeNames.Count());
        Assert.All(EventFormat.TypeNames, name => Assert.Matches(@"^[a-z]+\.[a-z-]+\.v\d+$", name));
        Assert.All(events, type => Assert.All(type.GetProperties(), property => Assert.True(property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0, $"{type.Name}.{property.Name} can be changed")));
    }

    [Fact]
    public void Decisions_and_verdicts_are_closed()
    {
        foreach (var closed in (Type[])[typeof(Decision), typeof(Firstlook.Access.ReadDecision)])
        {
            Assert.True(closed.IsAbstract);
            var outsiders = closed.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(constructor => !constructor.IsPrivate && constructor.GetParameters().Length == 0);
            Assert.Empty(outsiders);
        }
    }

    [GeneratedRegex(@"^\s*public\s+(static\s+)?(?!const|readonly|static|class|record|struct|enum|interface|event|delegate|abstract|override|virtual|sealed|partial|required|async|implicit|explicit|operator)[\w<>\[\],?. ]+\s+(?!operator)\w+\s*(=(?![>=])[^;{]*)?;", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PublicField();

    [GeneratedRegex(@"\[StructLayout[^\]]*\][^{]*\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex SystemStructure();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();
}
