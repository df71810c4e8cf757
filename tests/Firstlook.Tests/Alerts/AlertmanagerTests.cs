using System.Text;
using Firstlook.Alerts;

namespace Firstlook.Tests.Alerts;

public sealed class AlertmanagerTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static PostedAlerts Post(string json) => PostedAlerts.FromAlertmanager(Encoding.UTF8.GetBytes(json), Now);

    const string Webhook = """
        {"version":"4","groupKey":"{}/{team=\"x\"}:{alertname=\"Y\"}","truncatedAlerts":3,"status":"firing","receiver":"web\\.hook","notification_reason":"new alerts added",
         "groupLabels":{"alertname":"Y"},"commonLabels":{"alertname":"Y"},"commonAnnotations":{},"routeLabels":{"team":"x"},"externalURL":"http://am:9093","something_newer":[1,{"a":null}],
         "alerts":[
           {"status":"firing","labels":{"alertname":"Y","instance":"a"},"annotations":{"summary":"s"},"startsAt":"2026-03-01T11:50:00Z","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://p/graph","fingerprint":"00f1"},
           {"status":"resolved","labels":{"alertname":"Y","instance":"b"},"annotations":{},"startsAt":"2026-03-01T11:40:00Z","endsAt":"2026-03-01T11:58:00Z","generatorURL":"","fingerprint":"00f2"}]}
        """;

    [Fact]
    public void A_webhook_of_version_4_is_read_with_whatever_else_is_in_it()
    {
        var posted = Post(Webhook);
        Assert.Empty(posted.Problems);
        Assert.Equal(2, posted.Alerts.Count);
        Assert.Equal("Y", posted.Alerts[0].Name);
        Assert.Equal("http://p/graph", posted.Alerts[0].GeneratorUrl);
    }

    [Fact]
    public void Firing_has_no_end_until_it_is_told()
    {
        var firing = Post(Webhook).Alerts[0];
        Assert.Null(firing.EndsAt);
        Assert.True(firing.FiresAt(Now.AddYears(1)));
    }

    [Fact]
    public void Resolved_ends_when_it_says()
    {
        var resolved = Post(Webhook).Alerts[1];
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 11, 58, 0, TimeSpan.Zero), resolved.EndsAt);
        Assert.False(resolved.FiresAt(Now));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2026-03-01T13:00:00Z")]
    public void Resolved_is_over_now_whatever_its_end(string end)
    {
        var resolved = Post(Webhook.Replace("2026-03-01T11:58:00Z", end, StringComparison.Ordinal)).Alerts[1];
        Assert.Equal(Now, resolved.EndsAt);
        Assert.False(resolved.FiresAt(Now));
    }

    [Theory]
    [InlineData("[]", "the body must be a JSON object")]
    [InlineData("{}", "version: \"4\" is needed, not nothing")]
    [InlineData("""{"version":"5","alerts":[]}""", "version: \"4\" is needed, not \"5\"")]
    [InlineData("""{"version":4,"alerts":[]}""", "version: a string is needed, not a number")]
    [InlineData("""{"version":"\ud800","alerts":[]}""", "version")]
    [InlineData("""{"version":"4"}""", "alerts: an array is needed, and it is missing")]
    [InlineData("""{"version":"4","alerts":{}}""", "alerts: an array is needed, not an object")]
    [InlineData("""{"version":"4","alerts":[{"labels":{"a":"b"}}]}""", "alerts[0].status: \"firing\" or \"resolved\" is needed")]
    [InlineData("""{"version":"4","alerts":[{"status":"pending","labels":{"a":"b"}}]}""", "alerts[0].status: \"firing\" or \"resolved\" is needed, not \"pending\"")]
    [InlineData("""{"version":"4","alerts":[{"status":"firing","labels":{}}]}""", "alerts[0].labels: at least one label with a value is needed")]
    [InlineData("""{"version":"4","alerts":[{"status":"firing","labels":{"a":"b"},"startsAt":1}]}""", "alerts[0].startsAt: a string is needed, not a number")]
    public void What_is_wrong_is_said_with_its_name(string json, string said)
    {
        var posted = Post(json);
        Assert.Contains(said, Assert.Single(posted.Problems), StringComparison.Ordinal);
        Assert.Empty(posted.Alerts);
    }

    [Fact]
    public void A_status_of_any_length_is_named_in_short() =>
        Assert.InRange(Assert.Single(Post("""{"version":"4","alerts":[{"status":"STATUS","labels":{"a":"b"}}]}""".Replace("STATUS", new string('x', 100_000), StringComparison.Ordinal)).Problems).Length, 1, 200);
}
