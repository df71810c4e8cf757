using Firstlook.App.Configuration;
using Firstlook.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Firstlook.App.Tests.Configuration;

public sealed class ConfigurationReaderTests : IDisposable
{
    /// <summary>A valid one that has something of everything.</summary>
    const string Valid = """
        listen: http://127.0.0.1:7070
        runbooks: [runbooks, "more"]
        people: [ada, grace]
        teams:
          store: { fallback: 'people@example.test' }
        services:
          shop:
            team: store
            match: { service: shop, level: "\u00e9\x41" }
            targets: [db, cache, host]
            policy: { destructive: two-people }
        targets:
          db: { kind: postgresql, reader: "Host=db;Port=5432;Database=shop;Username=reader;Password=${PASSWORD:-x}", limits: { seconds: 5 } }
          cache: { kind: redis, host: redis, port: 6379, database: 1 }
          host: &host { kind: shell, environment: { CACHE: redis-1 }, variables: [CACHE] }
          logs: { kind: logs, files: { /var/log/app.log: { app: shop } } }
        notify:
          chat: { kind: slack, url: "https://chat.example.test/x?y=z" }
        rehearsal: { every: 6h, pace: 1s }
        # the end

        """;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    string FilePath => Path.Combine(folder.Path, "firstlook.yaml");

    EquatableArray<string> Problems(string yaml) => ConfigurationReader.Read(FilePath, yaml, _ => null).Problems;

    [Fact]
    public void Whatever_is_cut_out_of_a_configuration_or_put_into_it_is_told_and_nothing_is_thrown()
    {
        Assert.Empty(Problems(Valid));
        var damage = Gen.Choose(0, Valid.Length - 1).SelectMany(from => Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(0, Valid.Length)).SelectMany(length =>
            Gen.Elements("", "", "[", "]", "{", "}", ":", "- ", "*x", "&x ", "%TAG ! \n", "\"\\U00110000\"", "\"\\0\"", "!<", "\t", "'", "\"", "${", "\n", "9").Select(put =>
                Valid[..from] + put + Valid[Math.Min(from + length, Valid.Length)..])));
        Prop.ForAll(damage.ToArbitrary(), yaml =>
        {
            var (configuration, problems) = ConfigurationReader.Read(FilePath, yaml, _ => null);
            return configuration is null == problems.Count > 0 && problems.All(problem => problem.StartsWith(FilePath, StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void A_token_that_can_be_guessed_is_told_at_its_line_and_not_shown() =>
        Assert.EndsWith("intake.token: a token has at least 16 characters, and this one has 12", Assert.Single(Problems("people: [ada]\nrunbooks: runbooks\nintake: { token: intake-token }\n")), StringComparison.Ordinal);

    [Fact]
    public void A_path_with_a_NUL_is_told() =>
        Assert.Contains(Problems("people: [ada]\nrunbooks: runbooks\ntargets:\n  logs: { kind: logs, files: { \"/var/log/a\\0b\": { app: shop } } }\n"), problem => problem.Contains("a name in it holds a NUL character", StringComparison.Ordinal));

    [Theory]
    [InlineData("people: [ada\nteams:\n  store: {}\n", 1)]
    [InlineData("%TAG ! \n---\npeople: [ada]\n", 1)]
    [InlineData("people: [\"\\U00110000\"]\n", 1)]
    [InlineData("people: [ada]\npeople: [grace]\n", 2)]
    public void What_is_no_YAML_is_told_with_its_line(string yaml, int line) =>
        Assert.StartsWith($"{FilePath} line {line}: this is not YAML: ", Assert.Single(Problems(yaml)), StringComparison.Ordinal);

    [Fact]
    public void What_is_nested_beyond_all_measure_is_told() =>
        Assert.Contains("nested deeper than", Assert.Single(Problems("people: " + new string('[', 200_000))), StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE }, false)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, false)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'#', (byte)' ', 0xC3, 0xA9 }, true)]
    public void A_file_that_is_no_text_in_UTF_8_is_refused_and_no_empty_configuration(byte[] bytes, bool isText)
    {
        File.WriteAllBytes(FilePath, bytes);
        var (configuration, problems) = ConfigurationReader.ReadFile(FilePath, _ => null);
        Assert.Equal(isText, configuration is not null);
        if (!isText) Assert.Equal($"{FilePath}: this is no text in UTF-8", Assert.Single(problems));
    }

    [Fact]
    public void A_target_that_is_wrong_is_not_told_to_be_missing_as_well_and_problems_stand_in_the_order_of_the_file()
    {
        var problems = Problems("""
            teams: { store: {} }
            services:
              shop: { team: store, match: { service: "${SERVICE}" }, targets: [db, cache, absent] }
            policy: { environments: { production: { targets: [db, nowhere] } } }
            targets:
              db: { kind: postgres }
              cache: { kind: redis, host: "${REDIS_HOST}" }
            rehearsal: { every: 40d }
            """);
        Assert.Collection(problems.Select(problem => problem[FilePath.Length..]),
            problem => Assert.Equal(" line 3: services.shop.match.service: the environment has no SERVICE", problem),
            problem => Assert.Equal(" line 3: services.shop.targets: there is no target \"absent\" under targets", problem),
            problem => Assert.Equal(" line 4: policy.environments.production.targets: there is no target \"nowhere\" under targets", problem),
            problem => Assert.StartsWith(" line 6: targets.db.kind: \"postgres\" is none of ", problem, StringComparison.Ordinal),
            problem => Assert.Equal(" line 7: targets.cache.host: the environment has no REDIS_HOST", problem),
            problem => Assert.Equal(" line 8: rehearsal.every: a time such as 500ms, 30s, 15m, 6h or 2d is needed, of 1s to 30d, not \"40d\"", problem));
    }

    [Fact]
    public async Task A_verb_that_cannot_read_its_configuration_says_so_and_ends_as_for_any_other_mistake_in_it()
    {
        folder.File("firstlook.yaml", "people: [ada\nteams:\n");
        var ended = await Executable.Run(["targets", "list"], folder.Path);
        Assert.Equal(2, ended.Code);
        Assert.Contains("firstlook.yaml line 1: this is not YAML: ", ended.Error, StringComparison.Ordinal);
    }
}
