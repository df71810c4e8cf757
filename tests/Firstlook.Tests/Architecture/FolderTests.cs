using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Firstlook.Tests.Architecture;

/// <summary>Who knows whom. A folder of the core is a stage; an arrow that is not in the table is a mistake in one or the other.</summary>
public sealed partial class FolderTests
{
    /// <summary>What each stage may know.</summary>
    static readonly Dictionary<string, string[]> Knows = new(StringComparer.Ordinal)
    {
        ["Effects"] = [],
        ["Alerts"] = [],
        ["Runbooks"] = ["Effects", "Masking"],
        ["Access"] = ["Effects", "Runbooks"],
        ["Actions"] = ["Access", "Effects", "Runbooks"],
        ["Looks"] = ["Access", "Actions", "Alerts", "Effects", "Masking", "Runbooks"],
        ["Masking"] = [],
        ["Baselines"] = ["Access", "Effects", "Looks", "Runbooks"],
        ["Hypotheses"] = ["Access", "Alerts", "Baselines", "Effects", "Looks", "Runbooks"],
        ["Escalation"] = ["Runbooks"],
        ["Incidents"] = ["Access", "Actions", "Alerts", "Baselines", "Effects", "Escalation", "Hypotheses", "Looks", "Runbooks"],
        ["Drills"] = ["Access", "Actions", "Alerts", "Baselines", "Effects", "Hypotheses", "Incidents", "Looks", "Runbooks"],
        ["Notices"] = ["Baselines", "Escalation", "Incidents", "Looks"],
        ["Postmortems"] = ["Effects", "Hypotheses", "Incidents", "Looks"],
    };

    static IEnumerable<(string From, string To, string File)> Arrows()
    {
        foreach (var (path, text) in Sources.Of("Firstlook"))
        {
            if (!path.Contains('/', StringComparison.Ordinal)) continue;
            var from = path.Split('/')[0];
            var code = Sources.Code(text);
            var named = Qualified().Matches(code).Select(match => match.Groups["stage"].Value).Where(Knows.ContainsKey);
            // "Hypotheses.Ranking" inside namespace Firstlook.Incidents needs no using.
            var relative = Knows.Keys.Where(stage => Regex.IsMatch(code, $@"(?<![\w.]){stage}\.[A-Z]\w*", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)) && IsStage(code, stage));
            foreach (var to in named.Concat(relative).Distinct().Where(to => to != from)) yield return (from, to, path);
        }
    }

    /// <summary>A property may have a stage's name (<c>incident.Looks.Count</c>, <c>Alerts.SetItem</c>): only what the stage declares is a use of it.</summary>
    static bool IsStage(string code, string stage)
    {
        var declared = Declared(stage);
        return Regex.Matches(code, $@"(?<![\w.]){stage}\.(?<type>[A-Z]\w*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Any(match => declared.Contains(match.Groups["type"].Value));
    }

    static HashSet<string> Declared(string stage) =>
        [.. Sources.Of("Firstlook").Where(file => file.Path.StartsWith(stage + "/", StringComparison.Ordinal)).SelectMany(file => Declaration().Matches(Sources.Code(file.Text))).Select(match => match.Groups["name"].Value)];

    [Fact]
    public void Each_stage_knows_only_those_it_may()
    {
        var wrong = Arrows().Where(arrow => !Knows[arrow.From].Contains(arrow.To)).Select(arrow => $"{arrow.File} knows {arrow.To}").ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_folder_of_the_core_stands_in_the_table()
    {
        var folders = Sources.Of("Firstlook").Where(file => file.Path.Contains('/', StringComparison.Ordinal)).Select(file => file.Path.Split('/')[0]).Distinct().ToArray();
        Assert.Equal(Knows.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_has_no_circle()
    {
        var left = Knows.ToDictionary(pair => pair.Key, pair => pair.Value.ToHashSet());
        while (left.Count > 0)
        {
            var free = left.Where(pair => !pair.Value.Overlaps(left.Keys)).Select(pair => pair.Key).ToArray();
            Assert.NotEmpty(free);
            foreach (var stage in free) left.Remove(stage);
        }
    }

    [Fact]
    public void No_stage_knows_the_whole_way() =>
        Assert.All(Sources.Of("Firstlook").Where(file => file.Path != "Response.cs"), file => Assert.DoesNotMatch(@"(?<![\w.])Response\.\w", Sources.Code(file.Text)));

    [Fact]
    public void Projects_point_inwards()
    {
        var allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Firstlook"] = [],
            ["Firstlook.Executors"] = ["Firstlook"],
            ["Firstlook.Journal"] = ["Firstlook"],
            ["Firstlook.App"] = ["Firstlook", "Firstlook.Executors", "Firstlook.Journal"],
        };
        Assert.Equal(allowed.Keys.Order(StringComparer.Ordinal), Sources.Projects);
        foreach (var (project, may) in allowed)
        {
            var references = XDocument.Load(Path.Combine(Sources.Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Empty(references.Except(may));
        }
    }

    [GeneratedRegex(@"\bFirstlook\.(?<stage>[A-Z]\w*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\b(class|record|struct|enum|interface)\s+(struct\s+|class\s+)?(?<name>[A-Z]\w*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
