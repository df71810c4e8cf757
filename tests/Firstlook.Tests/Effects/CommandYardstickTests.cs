using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

public sealed class CommandYardstickTests
{
    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Firstlook.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }

    internal static string? Shared(string path)
    {
        foreach (var folder in new[] { Path.Combine(Root(), "..", "shared"), Path.Combine(Root(), "..", "..", "shared") })
        {
            if (Path.Exists(Path.Combine(folder, path))) return Path.Combine(folder, path);
        }
        return null;
    }

    static void Holds(Score score, int accepted = 95)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(score.ToString());
        Assert.True(score.RunByThemselves.Count == 0, score.ToString());
        Assert.True(score.Underrated.Count == 0, score.ToString());
        Assert.True((score.Reads - score.RefusedReads.Count) * 100 >= score.Reads * accepted, score.ToString());
    }

    [Fact]
    public void The_yardstick_holds()
    {
        var list = Shared("gold/commands.tsv");
        Assert.SkipWhen(list is null, "the list of commands is not beside the project");
        Holds(Score.Of(ListedCommand.Read(list!)));
    }

    [Theory]
    [InlineData("batch1.tsv")]
    [InlineData("batch2.tsv")]
    [InlineData("batch3.tsv")]
    [InlineData("batch4.tsv")]
    [InlineData("batch5.tsv")]
    [InlineData("batch6.tsv")]
    [InlineData("held1.tsv")]
    [InlineData("held2.tsv")]
    [InlineData("held3.tsv")]
    [InlineData("held4.tsv")]
    [InlineData("held6.tsv")]
    [InlineData("held7.tsv")]
    [InlineData("held8.tsv")]
    [InlineData("held10.tsv")]
    [InlineData("held14.tsv")]
    [InlineData("holes.tsv")]
    [InlineData("own1.tsv")]
    [InlineData("own2.tsv")]
    [InlineData("own3.tsv")]
    [InlineData("own4.tsv")]
    [InlineData("own5.tsv")]
    [InlineData("shapes.tsv")]
    [InlineData("own6.tsv")]
    [InlineData("own7.tsv")]
    [InlineData("own8.tsv")]
    [InlineData("own9.tsv")]
    [InlineData("edges.tsv")]
    public void The_project_s_own_list_holds(string batch) =>
        Holds(Score.Of(ListedCommand.Read(Path.Combine(Root(), "tests", "Firstlook.Tests", "Effects", "commands", batch))));

    /// <summary>Written to mislead: of the reads that look dangerous some wait for a person, which costs a click.</summary>
    [Theory]
    [InlineData("held5.tsv")]
    [InlineData("held9.tsv")]
    [InlineData("held11.tsv")]
    [InlineData("held12.tsv")]
    [InlineData("held13.tsv")]
    [InlineData("held15.tsv")]
    [InlineData("held16.tsv")]
    [InlineData("held17.tsv")]
    [InlineData("held18.tsv")]
    [InlineData("held19.tsv")]
    [InlineData("held20.tsv")]
    [InlineData("held21.tsv")]
    [InlineData("held22.tsv")]
    [InlineData("held23.tsv")]
    [InlineData("held24.tsv")]
    [InlineData("held25.tsv")]
    [InlineData("held26.tsv")]
    [InlineData("held27.tsv")]
    [InlineData("held28.tsv")]
    [InlineData("held29.tsv")]
    [InlineData("held30.tsv")]
    [InlineData("held31.tsv")]
    [InlineData("held32.tsv")]
    [InlineData("held33.tsv")]
    [InlineData("held34.tsv")]
    [InlineData("held35.tsv")]
    [InlineData("held36.tsv")]
    [InlineData("bypasses.tsv")]
    [InlineData("further-bypasses.tsv")]
    public void What_an_adversary_wrote_is_held(string batch) =>
        Holds(Score.Of(ListedCommand.Read(Path.Combine(Root(), "tests", "Firstlook.Tests", "Effects", "commands", batch))), accepted: 85);

    [Theory]
    [InlineData("batch1.tsv")]
    [InlineData("batch3.tsv")]
    [InlineData("batch4.tsv")]
    [InlineData("batch5.tsv")]
    [InlineData("batch6.tsv")]
    [InlineData("own1.tsv")]
    [InlineData("own2.tsv")]
    [InlineData("own3.tsv")]
    [InlineData("own4.tsv")]
    [InlineData("own5.tsv")]
    public void Effects_are_named_as_an_engineer_would(string batch)
    {
        var commands = ListedCommand.Read(Path.Combine(Root(), "tests", "Firstlook.Tests", "Effects", "commands", batch));
        var wrong = commands.Select(command => (command, answer: Classifier.Whole(command.Text, command.Language)))
            .Where(pair => Held(pair.command.Class) != Held(pair.answer.Effect))
            .Select(pair => $"{pair.command.Class} called {pair.answer.Effect}: {pair.command.Text}   ({pair.answer.Why})").ToList();
        Assert.True(wrong.Count * 50 <= commands.Count, $"{wrong.Count} differ:\n" + string.Join('\n', wrong));
    }

    /// <summary>Reversible and disruptive are told apart in words, and held alike.</summary>
    static Effect Held(Effect effect) => effect == Effect.Reversible ? Effect.Disruptive : effect;

    [Fact]
    public void What_was_held_for_nothing_runs_by_itself_now() =>
        Holds(Score.Of(ListedCommand.Read(Path.Combine(Root(), "tests", "Firstlook.Tests", "Effects", "commands", "own9.tsv"))), accepted: 100);

    [Theory]
    [InlineData("batch2.tsv")]
    [InlineData("batch5.tsv")]
    [InlineData("batch6.tsv")]
    [InlineData("own1.tsv")]
    [InlineData("own2.tsv")]
    [InlineData("own3.tsv")]
    [InlineData("own4.tsv")]
    [InlineData("own5.tsv")]
    [InlineData("shapes.tsv")]
    [InlineData("own6.tsv")]
    [InlineData("own7.tsv")]
    [InlineData("own8.tsv")]
    [InlineData("own9.tsv")]
    [InlineData("edges.tsv")]
    public void Tagged_reads_of_the_list_are_tagged(string batch)
    {
        var commands = ListedCommand.Read(Path.Combine(Root(), "tests", "Firstlook.Tests", "Effects", "commands", batch));
        var wrong = commands.Where(command => !command.Counts).Where(command => Classifier.Whole(command.Text, command.Language).RunsByItself).Select(command => command.Text).ToList();
        Assert.True(wrong.Count == 0, "run by themselves although tagged:\n" + string.Join('\n', wrong));
    }
}
