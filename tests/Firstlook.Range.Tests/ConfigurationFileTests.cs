using Firstlook.Range.Configuration;

namespace Firstlook.Range.Tests;

public sealed class ConfigurationFileTests : IDisposable
{
    readonly string path = Path.Combine(Path.GetTempPath(), $"firstlook-config-{Guid.CreateVersion7()}");

    [Fact]
    public void A_change_leaves_all_other_lines_as_they_are()
    {
        File.WriteAllText(path, "# how many\nWORKERS=4\n\nFLAG=true\n");
        var file = new ConfigurationFile(path, TimeProvider.System);
        file.Set("WORKERS", "1");

        Assert.Equal("# how many\nWORKERS=1\n\nFLAG=true\n", File.ReadAllText(path));
        Assert.Equal(1, file.Number("WORKERS"));
        Assert.True(file.Flag("FLAG"));
    }

    [Fact]
    public void What_is_missing_or_makes_no_sense_is_named_with_its_file()
    {
        File.WriteAllText(path, "WORKERS=many\nFLAG=maybe\n");
        var file = new ConfigurationFile(path, TimeProvider.System);

        Assert.All(
            new Action[] { () => _ = file["NAME"], () => file.Number("WORKERS"), () => file.Flag("FLAG") },
            ask => Assert.Contains(path, Assert.Throws<InvalidOperationException>(ask).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_files_that_the_range_starts_with_hold_what_its_processes_ask_for()
    {
        var config = new ConfigurationFile(Path.Combine(Repository.Root, "range", "release", "config"), TimeProvider.System);
        Assert.All(new[] { "REPORTING_SESSIONS", "ARCHIVE_MOVES_AFTER_DAYS", "IDEMPOTENCY_TTL_SECONDS", "QUEUE_WORKERS", "QUEUE_CRITICAL_WEIGHT", "CACHE_TTL_SECONDS", "WEBHOOKS_A_SECOND" }, name => Assert.True(config.Number(name) > 0));
        Assert.True(config.Flag("ENABLE_STRIPE"));
        var release = Releases.Release.Parse(File.ReadAllText(Path.Combine(Repository.Root, "range", "release", "release.json")), "v");
        Assert.Equal(release with { Version = "" }, Releases.Release.Parse(release.ToJson(), ""));
    }

    public void Dispose() => File.Delete(path);
}
