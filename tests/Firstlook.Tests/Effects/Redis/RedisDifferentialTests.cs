using System.Text.Json;
using Firstlook.Effects;
using Firstlook.Testing;

namespace Firstlook.Tests.Effects.Redis;

/// <summary>The table of commands against what a real Redis says of them (<c>COMMAND</c>).</summary>
public sealed class RedisDifferentialTests
{
    /// <summary>Flagged as administration or dangerous, and yet they only show: the secrets among them are tagged.</summary>
    static readonly HashSet<string> OnlyShow = new(StringComparer.Ordinal)
    {
        "ACL DRYRUN", "ACL GETUSER", "ACL LIST", "ACL LOG", "ACL USERS", "CLIENT LIST", "CLUSTER REPLICAS", "CLUSTER SLAVES", "CONFIG GET", "INFO", "LASTSAVE", "LATENCY DOCTOR", "LATENCY GRAPH", "LATENCY HISTOGRAM", "LATENCY HISTORY", "LATENCY LATEST",
        "MODULE LIST", "MONITOR", "ROLE", "SLOWLOG GET", "SLOWLOG LEN", "SORT_RO", "CLUSTER COUNT-FAILURE-REPORTS",
    };

    [Fact]
    public async Task No_command_that_the_server_flags_as_writing_or_dangerous_is_called_a_read()
    {
        Assert.SkipWhen(RedisServer.Missing is not null, RedisServer.Missing ?? "");
        await using var server = await RedisServer.Start();
        using var answer = JsonDocument.Parse(await server.Command("--json", "COMMAND"));
        var commands = answer.RootElement.EnumerateArray().SelectMany(All).ToList();
        Assert.InRange(commands.Count, 300, 1000);
        var wrong = commands.Where(command => command.Flags.Overlaps(["write", "admin", "dangerous", "@write", "@admin", "@dangerous"]) && !OnlyShow.Contains(command.Name))
            .Where(command => Classifier.Whole(command.Name + " a b c", Language.Redis).Effect <= Effect.Read).Select(command => command.Name);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("ACL LOG RESET")]
    [InlineData("acl log reset")]
    [InlineData("CONFIG SET maxmemory 1")]
    [InlineData("XGROUP CREATE s g 0")]
    [InlineData("GEORADIUS k 1 1 1 km STORE x")]
    public void A_word_that_makes_it_write_is_seen(string command) =>
        Assert.True(Classifier.Whole(command, Language.Redis).Effect > Effect.Read);

    sealed record Flagged(string Name, HashSet<string> Flags);

    /// <summary>A command and its subcommands: name, arity, flags, three places, categories, tips, keys, subcommands.</summary>
    static IEnumerable<Flagged> All(JsonElement command)
    {
        var flags = command[2].EnumerateArray().Concat(command.GetArrayLength() > 6 ? command[6].EnumerateArray() : []).Select(flag => flag.GetString()!).ToHashSet();
        yield return new Flagged(command[0].GetString()!.Replace('|', ' ').ToUpperInvariant(), flags);
        if (command.GetArrayLength() <= 9) yield break;
        foreach (var sub in command[9].EnumerateArray().SelectMany(All)) yield return sub;
    }
}
