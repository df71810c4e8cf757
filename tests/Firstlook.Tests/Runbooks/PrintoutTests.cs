using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>What a program showed, introduced in any of several languages.</summary>
public sealed class PrintoutTests
{
    const string Table = "region       active  expected  %\nValdorba     112     4030      2.7\nBaztarena    3987    4001      99.6";

    static Step Below(string lead, string block) => Documents.Read($"# Meters\n\n## Meters are silent\n\nAlert: `MetersSilent`\n\n{lead}\n\n```\n{block}\n```\n").AllSteps().Single();

    [Theory]
    [InlineData("Lo que se ve en un día malo:")]
    [InlineData("Así se ve:")]
    [InlineData("O que se vê num dia ruim:")]
    [InlineData("So sieht es an einem schlechten Tag aus:")]
    [InlineData("Was man dann sieht:")]
    [InlineData("Ce qu'on voit un mauvais jour :")]
    [InlineData("Quello che si vede in una giornata storta:")]
    [InlineData("Zo ziet het er dan uit:")]
    [InlineData("Tak to wygląda w zły dzień:")]
    [InlineData("Så här ser det ut en dålig dag:")]
    public void A_table_of_words_and_figures_is_known_for_output(string lead) => Assert.Equal(StepKind.ExpectedOutput, Below(lead, Table).Kind);

    [Theory]
    [InlineData("meterctl purge --region 7\nmeterctl sync  --all 3")]
    [InlineData("kubectl delete pod  meter-0\nkubectl get pods  -n 7")]
    public void What_might_be_typed_is_none(string block) => Assert.NotEqual(StepKind.ExpectedOutput, Below("Lo que se ve en un día malo:", block).Kind);

    [Fact]
    public void Without_such_words_a_table_is_only_looked_up() => Assert.Equal(StepKind.Reference, Below("Las comarcas:", Table).Kind);

    [Theory]
    [InlineData("Content of `restart.txt`, should somebody have deleted it again:")]
    [InlineData("Inhalt von `restart.txt`:")]
    public void What_a_file_holds_is_no_output(string lead) =>
        Assert.Equal(StepKind.ConfigExample, Documents.One($"# QueueStuck\n\nAlert: `QueueStuck`\n\n```bash\ndf -h\n```\n\n{lead}\n\n```\nchannel stop \"IN\"\nchannel start \"IN\"\nquit\n```\n").Steps[^1].Kind);
}
