using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>What follows a variable that nothing sets may be an option of its own.</summary>
public sealed class UnlistedWordsTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.Shell).Effect;

    [Fact]
    public void An_option_that_no_program_has_is_a_part_of_a_name() => Assert.Equal(Effect.Read, Of("helm status $release-postgresql"));

    [Fact]
    public void An_option_whose_value_runs_what_is_not_known_to_read_only_is_no_name() => Assert.Equal(Effect.Unknown, Of("psql shop $nosuch-c'select f()'"));

    [Fact]
    public void A_word_may_stand_in_a_set_once_only()
    {
        Assert.Equal(["a", "b"], WordSet.Of("a\n  b ").Order());
        Assert.Single(WordSet.OfAnyCase("a"), word => word == "a");
        Assert.Throws<ArgumentException>(() => WordSet.Of("a b a"));
        Assert.Throws<ArgumentException>(() => WordSet.OfAnyCase("a A"));
    }
}
