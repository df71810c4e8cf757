using Firstlook.Effects;
using Firstlook.Looks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>What an author says is normal, in whatever words.</summary>
public sealed class NormTests
{
    static int Sign(string said, Output output) =>
        Math.Sign(new Case().Hypothesis("The setting was changed").Hypothesis("Something else").Returned($"cat state\n# {said}", output, "The setting was changed", language: Language.Shell).Ranked("The setting was changed").Score);

    [Theory]
    [InlineData("30, not 0", "TTL=0", 1)]
    [InlineData("30, not 0", "TTL=30", -1)]
    [InlineData("40 is right", "20", 1)]
    [InlineData("has to print 86400", "TTL_SECONDS=1", 1)]
    [InlineData("has to print 86400", "TTL_SECONDS=86400", -1)]
    [InlineData("It must say `1`. If it says less, revert", "0.9", 1)]
    [InlineData("4 ist vereinbart", "12", 1)]
    [InlineData("tienen que ser 4", "1", 1)]
    [InlineData("has to be `false`", "true", 1)]
    [InlineData("has to be `false`", "false", -1)]
    public void A_value_that_it_has_to_be(string said, string line, int sign) => Assert.Equal(sign, Sign(said, Lines(line)));

    [Theory]
    [InlineData("`true` confirms it", "true", 1)]
    [InlineData("`true` heißt: Ursache gefunden", "false", -1)]
    [InlineData("At 0, while orders come in, no key outlives a second", "0", 1)]
    [InlineData("Accepted at 0 while charges go on = yes", "0", 1)]
    [InlineData("At 0, with the first query above 1, no key outlives a second", "3", -1)]
    public void A_value_that_proves_it(string said, string line, int sign) => Assert.Equal(sign, Sign(said, Lines(line)));

    [Theory]
    [InlineData("nothing at all in good times")]
    [InlineData("in good times that returns nothing")]
    [InlineData("Zero, always")]
    [InlineData("0 unless a setting is missing")]
    [InlineData("any hit is one too many")]
    [InlineData("should not exist at all")]
    [InlineData("anything but zero is wrong")]
    [InlineData("no rows expected")]
    [InlineData("normalmente nada")]
    [InlineData("im Normalbetrieb leer")]
    public void What_should_not_be_there(string said)
    {
        Assert.Equal(1, Sign(said, Lines("7")));
        Assert.Equal(-1, Sign(said, Lines("0")));
    }

    [Theory]
    [InlineData("0.2 to 0.4 on a usual day", "0.01", 1)]
    [InlineData("0.2 to 0.4 on a usual day", "0.3", -1)]
    [InlineData("normally 0 to 3", "25", 1)]
    [InlineData("a normal afternoon is around 20", "90", 1)]
    [InlineData("a normal afternoon is around 20", "20", -1)]
    public void A_range_of_thumb(string said, string line, int sign) => Assert.Equal(sign, Sign(said, Lines(line)));

    [Theory]
    [InlineData("0.2 to 0.4 on a usual day", "0.5")]
    [InlineData("a normal afternoon is around 20", "30")]
    [InlineData("the address in our sheet; anything else or nothing is wrong", "10.0.0.1 api")]
    [InlineData("the file has 30 lines, not all of them ours", "12")]
    public void What_says_nothing(string said, string line) => Assert.Equal(0, Sign(said, Lines(line)));
}
