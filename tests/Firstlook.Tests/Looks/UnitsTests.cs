using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Looks;

public sealed class UnitsTests
{
    [Fact]
    public void A_block_of_code_is_never_milder_than_its_own_verdict()
    {
        const string Text = "import subprocess\nsubprocess.run(command)";
        Assert.True(Classifier.Whole(Text, Language.Python).Effect >= Effect.Unknown);
        var part = new Command("import subprocess", 2, Language.Python, Effect.Reversible, EffectTags.None, "a test", null, [], [], null);
        var step = new Step("s", 1, 1, 4, "t", Text, Language.Python, StepKind.Action, Effect.Reversible, false, false, null, null, null, [], [], [], [part]);
        Assert.True(Assert.Single(Units.Of(step).AsSpan().ToArray()).Command.Effect >= Effect.Unknown);
    }

    [Fact]
    public void A_shell_command_in_a_python_fence_stands_alone_and_the_code_around_it_is_one_block()
    {
        static Command Part(string text, int line, Language language, Effect effect) => new(text, line, language, effect, EffectTags.None, "a test", null, [], [], null);
        var step = new Step("s", 1, 1, 6, "t", "x = 1\n\nkubectl delete pod a\n\nprint(x)", Language.Python, StepKind.Action, Effect.Disruptive, false, false, null, null, null, [], [], [],
            [Part("x = 1", 2, Language.Python, Effect.Read), Part("kubectl delete pod a", 4, Language.Shell, Effect.Disruptive), Part("print(x)", 6, Language.Python, Effect.Read)]);
        Assert.Collection(Units.Of(step).AsSpan().ToArray(),
            block => Assert.Equal((0, Language.Python, "x = 1\nprint(x)", Effect.Read), (block.Id.Index, block.Command.Language, block.Command.Text, block.Command.Effect)),
            shell => Assert.Equal((1, Language.Shell, "kubectl delete pod a", Effect.Disruptive), (shell.Id.Index, shell.Command.Language, shell.Command.Text, shell.Command.Effect)));
    }
}
