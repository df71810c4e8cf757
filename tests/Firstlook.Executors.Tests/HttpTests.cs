using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests;

public sealed class HttpTests
{
    [Fact]
    public async Task A_request_goes_to_the_configured_address_with_its_headers_and_body()
    {
        using var web = new HttpStandIn(_ => (200, "fine\nindeed\n"));
        await using var executors = Permits.Executors(new HttpConnection(new Uri(web.Address, "/base/"), [KeyValuePair.Create("Authorization", "Bearer of-the-target")]));
        var result = await executors.Run(Permits.Read($"POST /search?q=<q>&n=1 HTTP/1.1\nHost: elsewhere\nX-Trace: <t>\nContent-Type: application/json\n\n{{\"id\": \"<t>\"}}", Language.Http, values: [Permits.Value("<q>", "a b&c=d/../e"), Permits.Value("<t>", "abc-1")]));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal("HTTP 200 OK", result.Output.Lines[0]);
        Assert.Equal(["", "fine", "indeed"], result.Output.Lines.TakeLast(3));
        var asked = Assert.Single(web.Requests);
        Assert.Equal("/base/search?q=a%20b%26c%3Dd%2F..%2Fe&n=1", asked.Target);
        Assert.Equal("{\"id\": \"abc-1\"}", asked.Body);
        Assert.Equal("abc-1", asked.Headers["X-Trace"]);
        Assert.Equal("Bearer of-the-target", asked.Headers["Authorization"]);
        Assert.Equal("application/json", asked.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_status_that_tells_of_an_error_is_a_failure_that_shows_its_body()
    {
        using var web = new HttpStandIn(_ => (503, "{\"database\": \"down\"}"));
        await using var executors = Permits.Executors(new HttpConnection(web.Address));
        var result = await executors.Run(Permits.Read("GET /health", Language.Http));

        Assert.Equal("503", result.Outcome.Code);
        Assert.Contains("{\"database\": \"down\"}", result.Output.Lines);
    }

    [Theory]
    [InlineData("GET http://127.0.0.1:1/health", "this target is")]
    [InlineData("GET https://example.com/", "this target is")]
    [InlineData("GET //example.com/", "this target is")]
    [InlineData("GET /a/<x>", "nothing but dots")]
    [InlineData("BREW /coffee", "no request")]
    [InlineData("GET /a\nX-A <x>", "no header")]
    [InlineData("POST /a\n\n{\"id\": \"<y>\"}", "body")]
    [InlineData("GET /a\nX-A: <z>", "line end")]
    public async Task A_request_that_would_go_elsewhere_or_say_more_is_refused(string text, string why)
    {
        using var web = new HttpStandIn(_ => (200, ""));
        await using var executors = Permits.Executors(new HttpConnection(web.Address));
        EquatableArray<Access.Binding> values = text.Contains("<y>", StringComparison.Ordinal) ? [Permits.Value("<y>", "\", \"admin\": \"1")]
            : text.Contains("<z>", StringComparison.Ordinal) ? [Permits.Value("<z>", "a\r\nX-B: c")]
            : text.Contains("/a/<x>", StringComparison.Ordinal) ? [Permits.Value("<x>", "..")] : [];
        var result = await executors.Run(Permits.Read(text, Language.Http, values: values));

        Assert.Equal(OutcomeKind.Refused, result.Outcome.Kind);
        Assert.Contains(why, result.Outcome.Message!, StringComparison.Ordinal);
        Assert.Empty(web.Requests);
    }

    [Fact]
    public async Task Lines_of_loki_come_oldest_first()
    {
        using var loki = new HttpStandIn(asked => asked.Target.StartsWith("/loki/api/v1/query_range?query=%7Bapp%3D%22shop%22%7D%20%7C%3D%20%22a%5C%22b%22&start=", StringComparison.Ordinal) && asked.Target.EndsWith("&limit=500&direction=backward", StringComparison.Ordinal)
            ? (200, """{"status":"success","data":{"resultType":"streams","result":[{"stream":{"app":"shop"},"values":[["1700000000000000002","second"],["1700000000000000000","zeroth"]]},{"stream":{"app":"shop"},"values":[["1700000000000000001","first"]]}]}}""")
            : (400, "parse error : unexpected"));
        await using var executors = Permits.Executors(new LokiConnection(loki.Address));
        var lines = await executors.Run(Permits.Read("{app=\"shop\"} |= \"<x>\"", Language.LogQl, values: [Permits.Value("<x>", "a\"b")]));
        var wrong = await executors.Run(Permits.Read("{app=", Language.LogQl));

        Assert.Equal(["zeroth", "first", "second"], lines.Output.Lines);
        Assert.Equal("parse error : unexpected", wrong.Outcome.Message);
    }

    [Fact]
    public async Task Numbers_of_loki_are_samples()
    {
        using var loki = new HttpStandIn(asked => asked.Target.StartsWith("/loki/api/v1/query?query=sum", StringComparison.Ordinal)
            ? (200, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"level":"error"},"value":[1700000000,"7"]}]}}""")
            : (404, ""));
        await using var executors = Permits.Executors(new LokiConnection(loki.Address));
        var result = await executors.Run(Permits.Read("sum by (level) (count_over_time({app=\"shop\"}[5m]))", Language.LogQl));

        Assert.Equal(7, Assert.Single(result.Output.Samples).Value);
    }
}
