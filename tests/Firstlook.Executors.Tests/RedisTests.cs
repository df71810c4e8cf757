using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Testing;

namespace Firstlook.Executors.Tests;

public sealed class RedisTests : IAsyncLifetime
{
    RedisServer? server;

    RedisConnection Connection
    {
        get
        {
            if (RedisServer.Missing is { } missing) Assert.Skip(missing);
            return new RedisConnection("127.0.0.1", server!.Port);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (RedisServer.Missing is not null) return;
        server = await RedisServer.Start();
        await server.Command("rpush", "celery", "a", "b", "c");
        await server.Command("set", "greeting", "hello\nworld");
        await server.Command("acl", "setuser", "watcher", "on", ">s3cret", "~*", "+@read", "+info", "+select");
    }

    [Theory]
    [InlineData("LLEN celery", new[] { "3" })]
    [InlineData("LRANGE celery 0 -1", new[] { "a", "b", "c" })]
    [InlineData("GET greeting", new[] { "hello", "world" })]
    [InlineData("GET nothing", new[] { "(nil)" })]
    [InlineData("TYPE \"celery\"", new[] { "list" })]
    [InlineData("ping", new[] { "PONG" })]
    [InlineData("LRANGE nothing 0 -1", new string[0])]
    public async Task A_reply_is_lines(string command, string[] lines)
    {
        await using var executors = Permits.Executors(Connection);
        var result = await executors.Run(Permits.Read(command, Language.Redis));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(lines, result.Output.Lines);
    }

    [Fact]
    public async Task An_error_keeps_its_code()
    {
        await using var executors = Permits.Executors(Connection);
        Assert.Equal("WRONGTYPE", (await executors.Run(Permits.Read("GET celery", Language.Redis))).Outcome.Code);
        Assert.Equal("ERR", (await executors.Run(Permits.Read("NONSENSE", Language.Redis))).Outcome.Code);
    }

    [Fact]
    public async Task The_user_of_the_target_bounds_what_can_be_done()
    {
        await using var executors = Permits.Executors(Connection with { User = "watcher", Password = "s3cret" });
        Assert.Equal(["3"], (await executors.Run(Permits.Read("LLEN celery", Language.Redis))).Output.Lines);
        Assert.Equal("NOPERM", (await executors.Run(Permits.Read("DEL celery", Language.Redis))).Outcome.Code);
        await using var wrong = Permits.Executors(Connection with { User = "watcher", Password = "no" });
        Assert.Equal("WRONGPASS", (await wrong.Run(Permits.Read("LLEN celery", Language.Redis))).Outcome.Code);
    }

    [Theory]
    [InlineData("'; rm -rf / #")]
    [InlineData("a\r\nDEL celery\r\n")]
    [InlineData("\" DEL celery")]
    [InlineData("ünï 🙂")]
    public async Task A_value_arrives_as_that_text(string hostile)
    {
        await using var executors = Permits.Executors(Connection);
        foreach (var command in new[] { "ECHO <x>", "ECHO '<x>'", "ECHO \"<x>\"" })
        {
            var result = await executors.Run(Permits.Read(command, Language.Redis, values: [Permits.Value("<x>", hostile)]));
            Assert.Equal(hostile.Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n'), string.Join('\n', result.Output.Lines));
        }

        Assert.Equal("3", await server!.Command("llen", "celery"));
        Assert.Equal(OutcomeKind.Refused, (await executors.Run(Permits.Read("<x> celery", Language.Redis, values: [Permits.Value("<x>", "DEL")]))).Outcome.Kind);
        Assert.Equal(OutcomeKind.Refused, (await executors.Run(Permits.Read("PING\nDEL celery", Language.Redis))).Outcome.Kind);
    }

    [Fact]
    public async Task A_server_that_is_away_or_is_no_redis_is_told()
    {
        await using var away = Permits.Executors(new RedisConnection("127.0.0.1", FreePort.Next()));
        Assert.Equal(OutcomeKind.Unreachable, (await away.Run(Permits.Read("PING", Language.Redis))).Outcome.Kind);
        using var web = new HttpStandIn(_ => (200, "x"));
        await using var stranger = Permits.Executors(new RedisConnection("127.0.0.1", web.Address.Port));
        Assert.Contains((await stranger.Run(Permits.Read("PING", Language.Redis))).Outcome.Kind, new[] { OutcomeKind.Failed, OutcomeKind.Unreachable });
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
