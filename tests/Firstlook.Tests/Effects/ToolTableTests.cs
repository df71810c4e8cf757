using Firstlook.Effects;
using Firstlook.Effects.Tools;

namespace Firstlook.Tests.Effects;

public sealed class ToolTableTests
{
    static IEnumerable<ToolNode> Nodes()
    {
        var seen = new HashSet<ToolNode>();
        var open = new Stack<ToolNode>(Toolset.BuiltIn.Names.Select(name => Toolset.BuiltIn.Find(name)!));
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            yield return node;
            foreach (var sub in node.Subcommands.Values) open.Push(sub);
        }
    }

    /// <summary>Subcommands that only talk about other words: <c>kubectl auth can-i delete pods</c>.</summary>
    static bool OnlyNames(ToolNode node) => node.Path[(node.Path.LastIndexOf(' ') + 1)..] is "help" or "explain" or "can-i" or "who-can" or "search" or "which" or "why" or "whatis" or "man" or "capability" or "capabilities";

    [Fact]
    public void A_word_that_changes_something_is_no_name_behind_a_subcommand_that_reads()
    {
        string[] words = ["rollback", "delete", "restore", "set", "unset", "update", "apply", "destroy", "revert", "scale", "restart", "kill", "remove", "rm", "create", "stop", "start", "drain", "reset", "purge", "promote", "enable", "disable"];
        var passed = new List<string>();
        foreach (var node in Nodes().Where(node => node is { Parent: not null, Hook: null, WrapsAfter: < 0, Verdict.Effect: Effect.Read } && !node.Path.Contains(" -", StringComparison.Ordinal) && !OnlyNames(node)))
        {
            foreach (var word in words.Where(word => !node.Subcommands.ContainsKey(word)))
            {
                var call = new Invocation([.. node.Path.Split(' ').Append(word).Select(text => new Argument(text))], Input.Inherited, new Scope());
                if (CommandJudge.Judge(call).Effect <= Effect.Read) passed.Add($"{node.Path} {word}");
            }
        }
        Assert.True(passed.Count == 0, $"{passed.Count} pass as reads:\n" + string.Join('\n', passed.Take(60)));
    }

    [Theory]
    [InlineData("fly releases rollback v7 -a shop")]
    [InlineData("fly releases -a shop rollback v7")]
    [InlineData("heroku domains add shop.example")]
    [InlineData("heroku features set-all x")]
    [InlineData("kubectl rollout status restart")]
    [InlineData("flux get restore")]
    public void A_subcommand_that_no_table_lists_is_not_a_read(string text) => Assert.True(Classifier.Whole(text, Language.Shell).Effect > Effect.Read);

    [Theory]
    [InlineData("kubectl logs restore-job-7")]
    [InlineData("kubectl auth can-i delete pods")]
    [InlineData("kubectl get deploy")]
    [InlineData("git log release")]
    [InlineData("docker logs web-restart")]
    public void A_name_with_such_a_word_in_it_is_a_name(string text) => Assert.Equal(Effect.Read, Classifier.Whole(text, Language.Shell).Effect);

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
    public void The_tables_hold_the_programs_of_on_callers() => Assert.InRange(Toolset.BuiltIn.Names.Count(), 500, 5000);

    [Fact]
    public void Every_program_names_the_manual_that_its_rules_come_from() =>
        Assert.DoesNotContain(Toolset.BuiltIn.Names, name => Toolset.BuiltIn.Find(name)!.Source.Length == 0);

    [Fact]
    public void Every_program_that_another_is_the_same_as_exists() =>
        Assert.DoesNotContain(Nodes().SelectMany(node => node.Same), same => Toolset.BuiltIn.Find(same.Value) is null);

    [Theory]
    [InlineData("tool : frobnicate x", "t.tools:1: 'frobnicate' is neither effect nor tag")]
    [InlineData("tool : read\n  nonsense", "t.tools:2: this is neither option nor operand")]
    [InlineData("# a comment\n\ntool : read\n  @x : read", "t.tools:4: ")]
    [InlineData("tool : read\n  wraps", "t.tools:2: ")]
    [InlineData("  -v", "t.tools:1: a line that belongs to no program")]
    [InlineData("one : read\ntwo one : read", "t.tools:2: 'one' stands in t.tools:1 already")]
    public void A_table_that_is_not_understood_is_a_defect_with_its_file_and_line(string text, string message)
    {
        var problem = Assert.Throws<ToolFormatException>(() =>
        {
            var tools = new Toolset([new ToolTable("t.tools", text)]);
            foreach (var name in tools.Names) tools.Find(name);
        });
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }
}
