using Firstlook.Alerts;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Alerts;

public sealed class LabelSetTests
{
    [Fact]
    public void The_fingerprint_is_that_of_Prometheus_and_Alertmanager()
    {
        Assert.Equal("cbf29ce484222325", default(LabelSet).Fingerprint);
        Assert.Equal("9266ef3da838ad95", LabelSet.From(("severity", "warning"), ("job", "foo")).Fingerprint);
        Assert.Equal("f404ecabc8dd5cd7", LabelSet.From(
            ("alertname", "InstanceDown"), ("group", "production"), ("instance", "localhost:8081"), ("job", "node"), ("severity", "critical")).Fingerprint);
    }

    [Fact]
    public void An_empty_value_is_the_same_as_no_label() =>
        Assert.Equal(LabelSet.From(("a", "1")), LabelSet.From(("b", ""), ("a", "1")));

    [Fact]
    public void The_last_of_two_values_counts() =>
        Assert.Equal("2", LabelSet.From(("a", "1"), ("a", "2"))["a"]);

    [Fact]
    public void Order_does_not_matter_and_a_set_equals_its_like()
    {
        Prop.ForAll<(NonNull<string>, NonNull<string>)[]>(pairs =>
        {
            var unique = pairs.Select(pair => KeyValuePair.Create(pair.Item1.Get, pair.Item2.Get)).DistinctBy(pair => pair.Key).ToArray();
            var set = LabelSet.From(unique);
            var back = LabelSet.From(unique.Reverse());
            return set == back && set.GetHashCode() == back.GetHashCode() && set.Key == back.Key && set.Fingerprint == back.Fingerprint;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Names_and_values_cannot_be_shifted_against_each_other()
    {
        Assert.NotEqual(LabelSet.From(("ab", "c")).Key, LabelSet.From(("a", "bc")).Key);
        Assert.NotEqual(LabelSet.From(("a", "1"), ("b", "2")).Key, LabelSet.From(("a", "11:b2")).Key);
        Assert.NotEqual(LabelSet.From(("a", "x1:b1:y")).Key, LabelSet.From(("a", "x"), ("b", "y")).Key);
    }
}
