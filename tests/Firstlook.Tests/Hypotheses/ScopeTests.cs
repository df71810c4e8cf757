using Firstlook.Hypotheses;
using static Firstlook.Tests.Hypotheses.Case;

namespace Firstlook.Tests.Hypotheses;

public sealed class ScopeTests
{
    const string FailuresByPath = "sum by (path) (rate(http_requests_total{status=~\"5..\"}[5m]))";

    static Case Places() => new Case()
        .Hypothesis("everywhere", ("Multiple endpoints affected equally", []))
        .Hypothesis("one flow", ("Only `/api/orders/{id}/pay/` failing", ["/api/orders/{id}/pay/"]));

    [Fact]
    public void One_place_alone_speaks_for_only_and_against_everywhere()
    {
        var story = Places().Returned(FailuresByPath, Vector(("path=/api/orders/{id}/pay", 3), ("path=/other", 0.1)));
        Assert.Equal("one flow", story.Leader);
        Assert.True(story.Ranked("everywhere").Score < 0);
    }

    [Fact]
    public void Paths_that_differ_in_their_id_are_one_place()
    {
        var story = Places().Returned(FailuresByPath, Vector(("path=/api/orders/1/pay/", 1), ("path=/api/orders/22/pay/", 1), ("path=/api/orders/550e8400-e29b-41d4-a716-446655440000/pay/", 1)));
        Assert.Equal("one flow", story.Leader);
        Assert.Contains("100 %", story.Ranked("one flow").For[0].Claim, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_places_speak_for_everywhere_and_against_only()
    {
        var story = Places().Returned(FailuresByPath, Vector(("path=/a", 1), ("path=/b", 1), ("path=/c", 1), ("path=/api/orders/{id}/pay/", 1)));
        Assert.Equal("everywhere", story.Leader);
        Assert.True(story.Ranked("one flow").Score < 0);
    }

    [Fact]
    public void Where_traffic_goes_says_nothing_about_where_it_fails() =>
        Assert.Null(Places().Returned("sum by (path) (rate(http_requests_total[5m]))", Vector(("path=/a", 1), ("path=/b", 1), ("path=/c", 1))).Leader);

    [Theory]
    [InlineData("All requests to specific flow failing")]
    [InlineData("Specific endpoint affected")]
    [InlineData("A single service is slow")]
    public void A_specific_flow_is_not_everywhere(string symptom) =>
        Assert.Equal(Standing.NotTested, new Case().Hypothesis("a", (symptom, [])).Hypothesis("b")
            .Returned(FailuresByPath, Vector(("path=/a", 1), ("path=/b", 1), ("path=/c", 1))).Ranked("a").Standing);

    [Theory]
    [InlineData("All endpoints fail")]
    [InlineData("Several unrelated services return 5xx")]
    [InlineData("Every public route is slow")]
    [InlineData("Errors across the board")]
    public void Everywhere_is_said_in_many_ways(string symptom) =>
        Assert.Equal("a", new Case().Hypothesis("a", (symptom, [])).Hypothesis("b")
            .Returned(FailuresByPath, Vector(("path=/a", 1), ("path=/b", 1), ("path=/c", 1))).Leader);
}
