using System.Text;
using System.Text.Json;
using Firstlook.Alerts;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.Tests.Alerts;

public sealed class ApiTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static PostedAlerts Post(string json) => PostedAlerts.FromApi(Encoding.UTF8.GetBytes(json), Now);

    [Fact]
    public void A_batch_of_Prometheus_is_read()
    {
        var alert = Assert.Single(Post("""
            [{"labels":{"alertname":"A","service":"shop","empty":""},"annotations":{"summary":"s","runbook_url":"https://x/r.md#a"},
              "startsAt":"2026-03-01T11:55:00.123Z","endsAt":"2026-03-01T12:04:00+01:00","generatorURL":"http://p/graph"}]
            """.Replace("12:04:00+01:00", "13:04:00+01:00", StringComparison.Ordinal)).Alerts);
        Assert.Equal("A", alert.Name);
        Assert.Equal(2, alert.Labels.Count);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 11, 55, 0, 123, TimeSpan.Zero), alert.StartsAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 4, 0, TimeSpan.Zero), alert.EndsAt);
        Assert.True(alert.EndsAtGiven);
        Assert.Equal("http://p/graph", alert.GeneratorUrl);
    }

    [Fact]
    public void What_is_missing_is_filled_in_as_Alertmanager_does()
    {
        var bare = Assert.Single(Post("""[{"labels":{"a":"b"}}]""").Alerts);
        Assert.Equal((Now, Now.AddMinutes(5), false), (bare.StartsAt, bare.EndsAt, bare.EndsAtGiven));
        var ended = Assert.Single(Post("""[{"labels":{"a":"b"},"endsAt":"2026-03-01T11:00:00Z"}]""").Alerts);
        Assert.Equal((Now.AddHours(-1), Now.AddHours(-1), true), (ended.StartsAt, ended.EndsAt, ended.EndsAtGiven));
        var zero = Assert.Single(Post("""[{"labels":{"a":"b"},"startsAt":"0001-01-01T00:00:00Z","endsAt":"0001-01-01T00:00:00Z","annotations":null,"generatorURL":""}]""").Alerts);
        Assert.Equal((Now, Now.AddMinutes(5), false), (zero.StartsAt, zero.EndsAt, zero.EndsAtGiven));
    }

    [Fact]
    public void An_empty_batch_is_no_mistake() => Assert.Equal(new PostedAlerts([], []), Post("[]"));

    [Fact]
    public void Valid_alerts_count_even_where_others_do_not()
    {
        var posted = Post("""[{"labels":{"a":"1"}},{"labels":{}},17,{"labels":{"a":"2"},"startsAt":"soon"},{"labels":{"a":"3"}}]""");
        Assert.Equal(["1", "3"], posted.Alerts.Select(alert => alert.Labels["a"]));
        Assert.Equal(3, posted.Problems.Count);
        Assert.False(posted.Malformed);
    }

    [Theory]
    [InlineData("{}", "the body: an array is needed, not an object")]
    [InlineData("null", "the body: an array is needed, and it is missing")]
    [InlineData("\"x\"", "the body: an array is needed, not a string")]
    [InlineData("[", "the body is no JSON: it ends too early, does not fit or is nested too deep at line 1, column 2")]
    [InlineData("[\n  \"é\" \"\"]", "at line 2, column 7")]
    [InlineData("", "the body is no JSON: it is empty")]
    [InlineData(" \n", "the body is no JSON: it is empty")]
    [InlineData("[1]", "[0]: an object is needed, not a number")]
    [InlineData("[null]", "[0]: an object is needed, and it is missing")]
    [InlineData("[[]]", "[0]: an object is needed, not an array")]
    [InlineData("[{}]", "[0].labels: at least one label with a value is needed")]
    [InlineData("""[{"labels":{"a":""}}]""", "[0].labels: at least one label with a value is needed")]
    [InlineData("""[{"labels":[]}]""", "[0].labels: an object of strings is needed, not an array")]
    [InlineData("""[{"labels":{"a":1}}]""", "[0].labels.a: a string is needed, not a number")]
    [InlineData("""[{"labels":{"a":null}}]""", "[0].labels.a: a string is needed, not null")]
    [InlineData("""[{"labels":{"":"x"}}]""", "[0].labels: a name of 0 characters; 1 to 512 are allowed")]
    [InlineData("""[{"labels":{"a":"b"},"annotations":"x"}]""", "[0].annotations: an object of strings is needed, not a string")]
    [InlineData("""[{"labels":{"a":"b"},"annotations":{"c":{}}}]""", "[0].annotations.c: a string is needed, not an object")]
    [InlineData("""[{"labels":{"a":"b"},"startsAt":5}]""", "[0].startsAt: a string is needed, not a number")]
    [InlineData("""[{"labels":{"a":"b"},"startsAt":"yesterday"}]""", "[0].startsAt: \"yesterday\" is no RFC 3339 time")]
    [InlineData("""[{"labels":{"a":"b"},"startsAt":"2026-03-01"}]""", "[0].startsAt: \"2026-03-01\" is no RFC 3339 time")]
    [InlineData("""[{"labels":{"a":"b"},"endsAt":true}]""", "[0].endsAt: a string is needed, not a boolean")]
    [InlineData("""[{"labels":{"a":"b"},"startsAt":"2026-03-01T12:00:00Z","endsAt":"2026-03-01T11:00:00Z"}]""", "[0].endsAt: 2026-03-01T11:00:00.0000000+00:00 is before startsAt")]
    [InlineData("""[{"labels":{"a":"b"},"generatorURL":{}}]""", "[0].generatorURL: a string is needed, not an object")]
    [InlineData("""[{"labels":{"a":"\ud800"}}]""", "text")]
    [InlineData("""[{"labels":{"\udc00":"a"}}]""", "text")]
    public void What_is_wrong_is_said_with_its_name(string json, string said)
    {
        var posted = Post(json);
        Assert.Contains(said, Assert.Single(posted.Problems), StringComparison.Ordinal);
        Assert.Empty(posted.Alerts);
    }

    [Fact]
    public void A_string_that_is_no_text_spoils_its_own_alert_alone()
    {
        var posted = Post("""[{"labels":{"a":"1"}},{"labels":{"a":"\ud800"}},{"labels":{"a":"2"},"annotations":{"b":"\udfff"}},{"labels":{"a":"3"}}]""");
        Assert.Equal(["1", "3"], posted.Alerts.Select(alert => alert.Labels["a"]));
        Assert.Contains(posted.Problems, problem => problem.StartsWith("[1].labels", StringComparison.Ordinal));
        Assert.Contains(posted.Problems, problem => problem.StartsWith("[2].annotations", StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_labels_are_too_many_and_are_said_in_one_sentence()
    {
        var labels = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"l{i}\":\"v\""));
        Assert.Equal("[0].labels: 10000 entries, at most 128 are allowed", Assert.Single(Post($"[{{\"labels\":{{{labels}}}}}]").Problems));
    }

    [Fact]
    public void Huge_names_and_values_are_named_in_short()
    {
        var name = new string('n', 100_000);
        Assert.Equal("[0].labels: a name of 100000 characters; 1 to 512 are allowed", Assert.Single(Post($"[{{\"labels\":{{\"{name}\":\"v\"}}}}]").Problems));
        Assert.Equal("[0].labels.a: longer than 16384 characters", Assert.Single(Post($"[{{\"labels\":{{\"a\":\"{name}\"}}}}]").Problems));
        Assert.InRange(Assert.Single(Post($"[{{\"labels\":{{\"a\":\"b\"}},\"startsAt\":\"{name}\"}}]").Problems).Length, 1, 120);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var posted = Post(new string('[', 100_000));
        Assert.True(posted.Malformed);
        Assert.Contains("no JSON", Assert.Single(posted.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_alerts_in_one_body_are_refused()
    {
        var posted = Post("[" + string.Join(',', Enumerable.Repeat("""{"labels":{"a":"b"}}""", 10_001)) + "]");
        Assert.Equal("the body: 10001 alerts, at most 10000 in one body", Assert.Single(posted.Problems));
        Assert.Empty(posted.Alerts);
    }

    [Fact]
    public void Of_two_values_for_a_name_the_last_one_counts_and_unknown_fields_are_passed_over() =>
        Assert.Equal("2", Assert.Single(Post("""[{"labels":{"a":"1","a":"2"},"fingerprint":"x","status":{"state":"active"}}]""").Alerts).Labels["a"]);

    [Fact]
    public void Problems_stay_few_however_much_is_wrong()
    {
        var posted = Post("[" + string.Join(',', Enumerable.Repeat("17", 10_000)) + "]");
        Assert.InRange(posted.Problems.Count, 1, 101);
        Assert.Contains("more", posted.Problems[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_bytes_there_is_an_answer()
    {
        string[] pieces = ["[", "]", "{", "}", ",", ":", "\"labels\"", "\"annotations\"", "\"startsAt\"", "\"endsAt\"", "\"alerts\"", "\"status\"", "\"firing\"", "\"version\"", "\"4\"", "\"a\"", "\"\\ud800\"", "1", "-1e999", "null", "true", "\"2026-03-01T11:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"9999-12-31T23:59:59Z\"", "\u0000"];
        var text = Gen.Elements(pieces).ListOf().Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));
        var bytes = ArbMap.Default.GeneratorFor<byte[]>();
        Prop.ForAll(Gen.OneOf(text, bytes).ToArbitrary(), body =>
        {
            foreach (var posted in new[] { PostedAlerts.FromApi(body, Now), PostedAlerts.FromAlertmanager(body, Now) })
                if (posted.Alerts.IsEmpty && posted.Problems.IsEmpty && !Encoding.UTF8.GetString(body).Contains("[]", StringComparison.Ordinal)) return false;
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-03-01T25:00:00Z")]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT")]
    [InlineData("2026-03-01T11:00")]
    [InlineData("2026-03-01T11:00:00.123456789Z")]
    [InlineData("T")]
    public void A_time_that_is_none_is_refused_or_none_but_never_a_crash(string time)
    {
        var posted = Post(JsonSerializer.Serialize(new[] { new { labels = new { a = "b" }, startsAt = time, endsAt = time } }));
        Assert.True(posted.Alerts.Count + posted.Problems.Count > 0);
    }

    [Fact]
    public void Every_valid_alert_is_read_back_as_it_was_said()
    {
        var word = Gen.Elements("alertname", "service", "env", "x", "ä", "日本", "a b", "\"", "\\", "\n");
        var alerts =
            from labels in Gen.Zip(word, word).ListOf().Where(list => list.Count is > 0 and < 20)
            from start in Gen.Choose(-1000, 0)
            from length in Gen.Choose(0, 1000)
            select (Labels: LabelSet.From(labels.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))), Start: Now.AddSeconds(start), End: Now.AddSeconds(start + length));
        Prop.ForAll(alerts.ListOf().Where(list => list.Count < 10).ToArbitrary(), list =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(list.Select(one => new { labels = one.Labels.Pairs.ToDictionary(pair => pair.Key, pair => pair.Value), startsAt = one.Start, endsAt = one.End }));
            var posted = PostedAlerts.FromApi(json, Now);
            return posted.Problems.IsEmpty && posted.Alerts.Select(alert => (alert.Labels, alert.StartsAt, alert.EndsAt!.Value)).SequenceEqual(list);
        }).QuickCheckThrowOnFailure();
    }
}
