using Firstlook.Effects;
using Firstlook.Fuzz;

namespace Firstlook.Tests.Effects;

/// <summary>The fuzz targets of fuzz/ with a fixed seed; <c>./dev fuzz</c> runs them for as long as one likes.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(Language.Shell)]
    [InlineData(Language.Sql)]
    [InlineData(Language.Python)]
    [InlineData(Language.Redis)]
    public void A_mutated_text_gets_an_answer_that_keeps_every_promise(Language language)
    {
        var folder = Path.Combine(CommandYardstickTests.Root(), "tests", "Firstlook.Tests", "Effects", "commands");
        var corpus = Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(ListedCommand.Read).Where(command => command.Language == language).Select(command => command.Text).ToArray();
        var mutator = new Mutator(corpus.Length > 0 ? corpus : ["GET a", "DEL b"], seed: 20);
        for (var texts = 0; texts < 2000; texts++)
        {
            var text = mutator.Next();
            Assert.True(Promises.Broken(text, language, patience: null) is null, $"{Promises.Broken(text, language, patience: null)} (text {texts}):\n{text}");
        }
    }

    [Fact]
    public void A_mutated_runbook_is_read_and_every_promise_of_the_reader_kept()
    {
        var folder = Path.Combine(CommandYardstickTests.Root(), "tests", "Firstlook.Tests", "Runbooks", "fixtures");
        var mutator = new Mutator([.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText)], seed: 20);
        for (var texts = 0; texts < 300; texts++)
        {
            var text = mutator.Next();
            Assert.True(RunbookPromises.Broken(text) is null, $"{RunbookPromises.Broken(text)} (text {texts}):\n{text}");
        }
    }
}
