using Firstlook.Runbooks;
using Firstlook.Runbooks.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Runbooks;

/// <summary>Which values a command needs is the same whether each value is searched for or all at once.</summary>
public sealed class InputIndexTests
{
    static readonly Gen<string> Text = Gen.Elements('a', 'b', '<', '>', '$', '{', '}').ArrayOf().Select(letters => new string(letters));

    static readonly Gen<Input[]> Inputs =
        Gen.OneOf(
            Gen.Elements("<a>", "<ab>", "a", "ab", "{b}", "bb").Select(token => new Input(token, "placeholder", token, "a person")),
            Gen.Elements("a", "ab", "b").Select(name => new Input(name, "variable", $"${name}", "a person")))
            .ArrayOf();

    [Fact]
    public void Needed_is_what_stands_in_the_text() =>
        Prop.ForAll(Arb.From(Inputs), Arb.From(Text), (inputs, text) => new InputIndex(inputs).Needed([text]).SequenceEqual(Naive(inputs, text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    static IEnumerable<string> Naive(Input[] inputs, string text) =>
        inputs.Where(i => i.Kind == "variable" ? text.Contains($"${i.Name}", StringComparison.Ordinal) || text.Contains($"${{{i.Name}", StringComparison.Ordinal) : text.Contains(i.Token, StringComparison.Ordinal))
            .Select(i => i.Name).Distinct();

    [Fact]
    public void Of_many_values_each_command_needs_its_own()
    {
        var step = Documents.Read("# QueueFull\n\n## Diagnosis\n\n```bash\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"kubectl logs <pod-{i}> -n $NS{i}x\n")) + "```\n").AllSteps().Single();
        Assert.Equal(["pod-7", "NS7x"], step.Commands[6].Inputs);
        Assert.All(step.Commands, command => Assert.Equal(2, command.Inputs.Count));
    }
}
