namespace Firstlook.Range.Tests;

/// <summary>A range that has the shop as a Compose project, on a real Docker engine of its own.</summary>
public sealed class RangeWithEngine : RunningRange
{
    private protected override string? Missing =>
        !RangeToSteer.IsAsked ? RangeToSteer.NotAsked
        : new[] { "/usr/sbin/dockerd", "/usr/bin/docker-compose", "/usr/bin/celery" }.FirstOrDefault(program => !File.Exists(program)) is { } program ? $"no Docker engine: {program} is not installed" : null;

    private protected override (IReadOnlyDictionary<string, string> Variables, TimeSpan Limit) Asked =>
        (new Dictionary<string, string>(StringComparer.Ordinal) { ["RANGE_DOCKER"] = "yes" }, TimeSpan.FromMinutes(5));

    /// <summary>What docker-compose prints, asked as the shop's people ask it.</summary>
    internal async Task<string> ComposeAsync(params string[] words)
    {
        var said = await Command.RunAsync(Repository.InRange("enter"), ["env", $"COMPOSE_FILE={this["RANGE_COMPOSE_FILE"]}", "docker-compose", .. words], Settings, "", TestContext.Current.CancellationToken, TimeSpan.FromMinutes(2));
        Assert.True(said.Exit == 0, said.Text);
        return said.Output.Trim();
    }
}

[CollectionDefinition(nameof(RangeWithEngine), DisableParallelization = true)]
public sealed class TheRangeWithEngine : ICollectionFixture<RangeWithEngine>;
