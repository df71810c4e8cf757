using Firstlook.Drills;

namespace Firstlook.Tests.Drills;

public sealed class TruthTests
{
    const string Text = """
        # a remark
        redis-full	memory	redis.md	full/maxmemory
        redis-full	memory	shop.md	cache/redis-is-full
        redis-full	memory	shop.md	cache/too-many-keys
        disk-full	disk	shop.md	-
        hidden	disk	theirs.md	sha256:2d711642b726

        """;

    static readonly Truth Known = Truth.Read(Text, out _);

    [Fact]
    public void Several_rows_name_several_right_answers()
    {
        var expected = Known.For("redis-full", ["shop.md", "other.md"]);
        Assert.True(expected!.Accepts("/srv/shop.md", "cache/redis-is-full"));
        Assert.True(expected.Accepts("/srv/shop.md", "shop.md#cache/too-many-keys"));
        Assert.False(expected.Accepts("/srv/redis.md", "redis.md#full/maxmemory"));
    }

    [Fact]
    public void A_library_that_lists_no_right_cause_is_right_to_abstain() => Assert.True(Known.For("disk-full", ["shop.md"])!.Abstains);

    [Fact]
    public void A_fault_that_the_truth_does_not_know_for_a_library_is_not_scored() => Assert.Null(Known.For("disk-full", ["redis.md"]));

    [Fact]
    public void An_id_may_stand_as_its_hash() => Assert.True(Known.For("hidden", ["theirs.md"])!.Accepts("theirs.md", "x"));

    [Theory]
    [InlineData("*/full", "cache/full", true)]
    [InlineData("*/full", "cache/notfull", false)]
    [InlineData("*/full", "full", true)]
    [InlineData("cache/*", "cache/full", true)]
    [InlineData("cache/*", "cache", false)]
    [InlineData("cache", "cache/full", false)]
    public void A_star_stands_for_any_procedure_or_any_of_its_causes(string row, string id, bool names) => Assert.Equal(names, new TruthRow("f", "x", "r.md", row).Names(id));

    [Fact]
    public void A_line_that_is_short_of_columns_is_named()
    {
        Truth.Read("a\tb\tc", out var problems);
        Assert.Contains("line 1", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hard_case_may_have_the_answer_of_a_fault()
    {
        var truth = Truth.Read("redis-full\tmemory\tredis.md\tfull/maxmemory\ntwo-at-once\thard\t=\tredis-full\n", out var problems);
        Assert.Empty(problems);
        Assert.True(truth.For("two-at-once", ["redis.md"])!.Accepts("redis.md", "full/maxmemory"));
        Assert.Equal("hard", truth.FamilyOf("two-at-once"));
    }

    [Fact]
    public void A_cause_that_no_runbook_lists_is_unlisted_in_every_library() =>
        Assert.True(Truth.Read("mail-refused\tunlisted\t*\t-\n", out _).For("mail-refused", ["whatever.md"])!.Abstains);
}
