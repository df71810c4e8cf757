using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

/// <summary>What a comment beside a check says of its result, and what a setting should be.</summary>
public sealed class RemarkTests
{
    static Case Causes => new Case().Hypothesis("The index is gone", ("Large sales suffer", [])).Hypothesis("Something else", ("Nobody knows", []));

    static double Score(string command, Output output, Language language) => Causes.Returned(command, output, "The index is gone", language: language).Ranked("The index is gone").Score;

    [Theory]
    [InlineData("stock_id|stock_pkey", 1)]
    [InlineData("stock_onhand_left|stock_pkey", -1)]
    public void What_is_expected_to_be_listed_speaks_by_its_absence(string names, int sign) =>
        Assert.Equal(sign, Math.Sign(Score("-- we expect stock_onhand_left on (product_id) here\nSELECT indexname FROM pg_indexes", Rows("indexname", names.Split('|')), Language.Sql)));

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", -1)]
    public void A_comment_that_is_the_value_alone_is_the_result_as_it_should_be(string value, int sign) =>
        Assert.Equal(sign, Math.Sign(Score("jq .exempt release.json\n# false", Lines(value), Language.Shell)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(120, -1)]
    public void Nought_means_what_the_comment_says(double keys, int sign) =>
        Assert.Equal(sign, Math.Sign(Score("redis-cli --scan | wc -l\n# one key for each client; 0 = nobody counts any more", Lines($"{keys}"), Language.Shell)));

    [Theory]
    [InlineData("  42 a|   1 b", 1)]
    [InlineData("   9 a|   8 b|   8 c|   7 d", -1)]
    public void One_of_many_stands_out_or_does_not(string lines, int sign) =>
        Assert.Equal(sign, Math.Sign(Score("cut -f1 log | sort | uniq -c\n# one key at the top with many hits = collision", Lines(lines.Split('|')), Language.Shell)));

    [Theory]
    [InlineData("Filesystem Use%|/dev/a 97%", 1)]
    [InlineData("Filesystem Use%", -1)]
    public void Below_the_heading_nothing_should_come(string lines, int sign) =>
        Assert.Equal(sign, Math.Sign(Score("df -h | awk 'NR == 1'\n# only the heading should come", Lines(lines.Split('|')), Language.Shell)));

    [Theory]
    [InlineData("QUEUE_WORKERS=1", 1)]
    [InlineData("QUEUE_WORKERS=4", -1)]
    public void A_setting_is_held_against_what_it_usually_is(string line, int sign) =>
        Assert.Equal(sign, Math.Sign(Score("grep QUEUE_WORKERS /run/config   # normally 4", Lines(line), Language.Shell)));

    [Fact]
    public void A_value_in_another_unit_is_compared_with_nothing()
    {
        var cause = new Case().Hypothesis("Keys expire", ("Set `TTL_SECONDS` back to 24 h", ["TTL_SECONDS"]));
        Assert.Equal(0, cause.Returned("cat /run/config", Lines("TTL_SECONDS=86400"), "Keys expire", language: Language.Shell).Ranked("Keys expire").Score);
    }

    [Fact]
    public void A_cause_whose_own_check_says_no_does_not_lead_by_what_it_shares_with_others()
    {
        var seen = new Case().Hypothesis("Sold twice", ("`IntegrityError` dominates", ["IntegrityError"])).Hypothesis("Something else", ("Nobody knows", []))
            .Returned("sum by (exception_type) (rate(exceptions_total[5m]))", Vector(("exception_type=IntegrityError", 4)));
        Assert.Equal("Sold twice", seen.Leader);
        Assert.Null(seen.Returned("SELECT id FROM stock WHERE quantity < 0", Rows("id"), "Sold twice", None("should return no rows, ever"), language: Language.Sql).Leader);
    }
}
