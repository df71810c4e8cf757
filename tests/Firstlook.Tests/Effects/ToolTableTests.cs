using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.Tests.Effects;

public sealed class ToolTableTests
{
    static IEnumerable<ToolNode> Nodes()
    {
        var seen = new HashSet<ToolNode>();
        var open = new Stack<ToolNode>(Toolbox.All.Select(tool => tool.Value));
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            yield return node;
            foreach (var sub in node.Subcommands.Values) open.Push(sub);
        }
    }

    [Fact]
    public void Every_hook_that_a_table_names_exists()
    {
        foreach (var hook in Nodes().Select(node => node.Hook).OfType<string>().Distinct()) Assert.NotNull(Hooks.Find(hook));
    }

    [Fact]
    public void Every_effect_in_a_table_has_a_reason()
    {
        foreach (var node in Nodes())
        {
            if (node.Verdict is { } verdict && verdict.Effect > Effect.Read) Assert.False(string.IsNullOrEmpty(verdict.Why), node.Path);
            foreach (var (name, rule) in node.Options)
            {
                foreach (var change in rule.ByValue.Select(pair => pair.Change).Append(rule.Change))
                    if (change is { Effect: > Effect.Read }) Assert.False(string.IsNullOrEmpty(change.Why), $"{node.Path} {name}");
            }
        }
    }

    [Fact]
    public void The_tables_hold_the_programs_of_on_callers() => Assert.InRange(Toolbox.All.Count(), 500, 5000);

    [Theory]
    [InlineData("tool : frobnicate x")]
    [InlineData("tool : read\n  nonsense")]
    public void A_table_that_is_not_understood_is_a_defect(string text) =>
        Assert.Throws<FormatException>(() => ToolText.Read(text, new Dictionary<string, ToolNode>(StringComparer.Ordinal)));
}
