using Firstlook.Effects;
using Firstlook.Looks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>A bound that an author states for a check, in whatever words, is held against its number.</summary>
public sealed class LimitTests
{
    static int Sign(string query, string remark, double value) => Math.Sign(new Case()
        .Hypothesis("It is this", ("Something is seen", [])).Hypothesis("Something else", ("Nobody knows", []))
        .Returned($"{query}\n# {remark}", Scalar(value), "It is this").Ranked("It is this").Score);

    [Theory]
    [InlineData("above 0.95 it is full", 0.97, 1)]
    [InlineData("above 0.95 it is full", 0.5, -1)]
    [InlineData("Más de 10 segundos ya es sospechoso", 25, 1)]
    [InlineData("Más de 10 segundos ya es sospechoso", 2, -1)]
    [InlineData("Normal: menos de 1", 30, 1)]
    [InlineData("Normal: menos de 1", 0.2, -1)]
    [InlineData("mehr als 200 MB sind ein Leck", 400, 1)]
    [InlineData("abaixo de 5 já é pouco", 9, -1)]
    public void In_the_authors_words(string remark, double value, int sign) => Assert.Equal(sign, Sign("max(used_ratio) / 1048576", remark, value));

    [Fact]
    public void A_unit_that_the_query_does_not_have_is_held_against_nothing() => Assert.Equal(0, Sign("max(pool_used)", "more than 5 minutes is a leak", 30));

    [Fact]
    public void How_many_times_the_second_the_first_is()
    {
        static double Score(params string[] lines) => new Case().Hypothesis("A leaked code", ("It is seen", [])).Hypothesis("Something else", ("Nobody knows", []))
            .Returned("sort log | uniq -c\n# if the first line is ten times the second somebody found a code", Lines(lines), "A leaked code", language: Language.Shell).Ranked("A leaked code").Score;
        Assert.True(Score("  400 LAUNCH", "  20 WELCOME") > 0);
        Assert.True(Score("  40 LAUNCH", "  20 WELCOME") < 0);
    }

    [Fact]
    public void Empty_means_a_cell_where_there_are_rows()
    {
        static double Score(string row) => new Case().Hypothesis("No limit", ("It is seen", [])).Hypothesis("Something else", ("Nobody knows", []))
            .Returned("SELECT code, most_uses FROM coupon\n-- empty means without limit", Rows("code|most_uses", row), "No limit", language: Language.Sql).Ranked("No limit").Score;
        Assert.True(Score("LAUNCH|NULL") > 0);
        Assert.True(Score("LAUNCH|5") < 0);
    }
}
