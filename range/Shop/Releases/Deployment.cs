namespace Firstlook.Range.Releases;

/// <summary>
/// Ships a release as the shop's developers do: edit, commit, push. The hook of the repository that is pushed to puts
/// the files in place and tells the processes (range/deploy-hook).
/// </summary>
internal sealed class Deployment(string checkout, DeployedRelease deployed, TimeProvider clock)
{
    static readonly TimeSpan ToArrive = TimeSpan.FromSeconds(10);

    public Release Sound => deployed.Sound;

    public Release Current => deployed.Current;

    /// <summary>Commits what <paramref name="edit"/> makes of the checked-out release, pushes it, and returns when it runs.</summary>
    /// <param name="title">The commit's title, as a developer would write it.</param>
    /// <exception cref="InvalidOperationException">git refused; what it said is the message.</exception>
    /// <exception cref="TimeoutException">It was pushed and did not arrive.</exception>
    public async Task ShipAsync(string title, Func<Release, Release> edit, CancellationToken cancellation)
    {
        await GitAsync(["pull", "--quiet", "--ff-only"], cancellation);
        var file = Path.Combine(checkout, "release.json");
        var before = await File.ReadAllTextAsync(file, cancellation);
        var after = edit(Release.Parse(before, "")).ToJson();
        if (after == before)
        {
            return;
        }
        await File.WriteAllTextAsync(file, after, cancellation);
        await GitAsync(["commit", "--quiet", "--all", "--message", title], cancellation);
        await GitAsync(["push", "--quiet", "origin", "main"], cancellation);
        var version = await GitAsync(["rev-parse", "--short", "HEAD"], cancellation);
        var pushed = clock.GetTimestamp();
        while (deployed.Current.Version != version)
        {
            if (clock.GetElapsedTime(pushed) > ToArrive)
            {
                throw new TimeoutException($"release {version} was pushed but does not run after {ToArrive.TotalSeconds} s");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellation);
        }
    }

    Task<string> GitAsync(string[] words, CancellationToken cancellation) => Tool.RunAsync("git", ["-C", checkout], words, cancellation);
}
