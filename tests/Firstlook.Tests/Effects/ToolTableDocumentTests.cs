using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.Tests.Effects;

/// <summary>docs/tool-tables.md is read: its example is a table, and its commands are called what it says.</summary>
public sealed partial class ToolTableDocumentTests
{
    [Fact]
    public void Each_command_of_the_document_is_called_what_it_says()
    {
        var document = File.ReadAllText(Path.Combine(CommandYardstickTests.Root(), "docs", "tool-tables.md"));
        var example = Block().Match(document).Groups["text"].Value;
        var (tools, problems) = TeamRules.Read([("example.tools", example)], ToolGrant.Default);
        Assert.Empty(problems);
        var rows = Row().Matches(document).ToList();
        Assert.InRange(rows.Count, 10, 100);
        Assert.All(rows, row => Assert.Equal(row.Groups["effect"].Value, Classifier.Whole(row.Groups["command"].Value, Language.Shell, tools).Effect.Word()));
    }

    [GeneratedRegex("```tools\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `(?<command>[^`]+)` \| (?<effect>[a-z]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
