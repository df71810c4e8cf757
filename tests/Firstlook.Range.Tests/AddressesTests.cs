using System.Text.Json.Nodes;

namespace Firstlook.Range.Tests;

/// <summary>Addresses that runbooks mean by habit, though each range has ports of its own, and what answers there.</summary>
[Collection(nameof(RunningRange))]
public sealed class AddressesTests(RunningRange range)
{
    [Theory]
    [InlineData("http://localhost:8000/health/ready/")]
    [InlineData("http://127.0.0.1:8000/api/v1/health/")]
    public async Task Readiness_tells_how_each_thing_is_that_the_shop_cannot_do_without(string address)
    {
        range.SkipIfUnfit();
        var told = JsonNode.Parse(await CurlAsync(address))!;
        Assert.Equal("ok", (string?)told["status"]);
        Assert.Equal("ok", (string?)told["checks"]!["database"]);
        Assert.Equal("ok", (string?)told["checks"]!["redis"]);
    }

    [Fact]
    public async Task A_query_of_prometheus_with_brackets_and_braces_is_one_address()
    {
        range.SkipIfUnfit();
        var told = JsonNode.Parse(await CurlAsync("http://localhost:9090/api/v1/query?query=count(rate(http_requests_total{status=~\"2..\"}[5m]))"))!;
        Assert.Equal("success", (string?)told["status"]);
    }

    [Fact]
    public async Task Who_has_an_account_logs_in_and_who_forgot_the_password_does_not()
    {
        range.SkipIfUnfit();
        Assert.Contains("<form", await CurlAsync("http://localhost:8000/accounts/login/"), StringComparison.Ordinal);
        const string Name = "lena.moravec@example.test";
        Assert.StartsWith("302 sessionid=", await LogInAsync(Name, $"word of {Name}"), StringComparison.Ordinal);
        Assert.Equal("403 ", await LogInAsync(Name, "word of somebody"));
        Assert.Equal("403 ", await LogInAsync("nobody@example.test", "word of nobody@example.test"));
    }

    [Fact]
    public async Task The_sessions_of_the_database_are_told_to_who_has_the_token_alone()
    {
        range.SkipIfUnfit();
        Assert.Equal(401, await range.StatusAsync(range["RANGE_SHOP_URL"] + "/functions/v1/db-stats"));
        Assert.Equal(404, await range.StatusAsync(range["RANGE_WEB_URL"] + "/functions/v1/db-stats"));
        using var answer = await range.AskFaultsAsync(HttpMethod.Get, "/functions/v1/db-stats");
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(40, (int)told["max_connections"]!);
        Assert.Contains(told["sessions"]!.AsArray(), session => (string?)session!["application_name"] == "shop");
    }

    [Fact]
    public async Task The_reader_needs_no_password_on_a_command_line()
    {
        range.SkipIfUnfit();
        var said = await range.RunAsync("enter", ["bash", "-c", "PGPASSFILE=$RANGE_PGPASSFILE psql \"$RANGE_POSTGRES_READER_ADDRESS\" -Atc 'SELECT current_user'"]);
        Assert.Equal("firstlook_reader\n", said.Output);
    }

    async Task<string> CurlAsync(string address)
    {
        var said = await range.RunAsync("enter", ["curl", "-fsS", address]);
        Assert.True(said.Exit == 0, said.Text);
        return said.Output;
    }

    /// <summary>The status, and the beginning of a session where one was given.</summary>
    async Task<string> LogInAsync(string name, string password)
    {
        var said = await range.RunAsync("enter", ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code} %header{set-cookie}", "-d", $"username={name}", "-d", $"password={password}", "http://localhost:8000/accounts/login/"]);
        return said.Output;
    }
}
