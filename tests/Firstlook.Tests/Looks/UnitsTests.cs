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
}
