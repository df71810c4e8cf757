using Firstlook.Hypotheses;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

public sealed class GrowthTests
{
    const string Rate = "sum by (type) (rate(refund_mismatches_total[5m]))";

    static Case Mismatch(string symptom = "`refund_mismatches_total` increasing") => new Case()
        .Hypothesis("mismatch", (symptom, ["refund_mismatches_total"]))
        .Hypothesis("other", ("`orders_total` increasing", ["orders_total"]));

    [Fact]
    public void A_counter_that_should_stand_still_and_grows_leads()
    {
        var story = Mismatch().Returned(Rate, Vector(("type=batch", 0.2)));
        Assert.Equal("mismatch", story.Leader);
        Assert.Equal("refund_mismatches_total grows", story.Ranked("mismatch").For[0].Claim);
        Assert.Equal(Standing.NotTested, story.Ranked("other").Standing);
    }

    [Fact]
    public void One_that_stands_still_speaks_against_and_none_at_all_says_nothing()
    {
        Assert.Equal("refund_mismatches_total does not grow", Assert.Single(Mismatch().Returned(Rate, Vector(("type=batch", 0))).Ranked("mismatch").Against).Claim);
        Assert.Equal(Standing.NotTested, Mismatch().Returned(Rate, Vector()).Ranked("mismatch").Standing);
        Assert.Equal(Standing.NotTested, Mismatch().Returned(Rate, Scalar(double.NaN)).Ranked("mismatch").Standing);
    }

    [Fact]
    public void Whether_it_is_a_spike_is_not_known_from_one_look() =>
        Assert.Null(Mismatch("`refund_mismatches_total` spiking").Returned(Rate, Vector(("type=batch", 0.2))).Leader);

    [Fact]
    public void The_counter_itself_is_no_growth() =>
        Assert.Null(Mismatch().Returned("refund_mismatches_total{shop=\"a\"}", Vector(("type=batch", 12))).Leader);
}
