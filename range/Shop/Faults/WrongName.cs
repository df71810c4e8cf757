namespace Firstlook.Range.Faults;

/// <summary>The name service sends a dependency's name to an address where nobody listens. Putting the record right heals it.</summary>
internal sealed class WrongName(ShopSettings settings) : IFault
{
    // The range's own, mounted there: every lookup reads it anew (hosts(5)).
    const string Hosts = "/etc/hosts";

    const string Name = "external-api.example.com";
    const string Wrong = "127.255.0.9";

    public FaultCard Card { get; } = new(
        "dns-wrong",
        "dependencies",
        "APIHigh5xxRate",
        "The record of external-api.example.com points to an address where nobody listens, so no shipping quote can be had. Putting the record right heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(File.ReadLines(Hosts).Contains($"{Wrong} {Name}"));

    public Task InjectAsync(CancellationToken cancellation) => PointAsync(Wrong, cancellation);

    public Task HealAsync(CancellationToken cancellation) => PointAsync(settings.OutsideAddress, cancellation);

    // In place: the file is mounted, so it cannot be replaced.
    static async Task PointAsync(string address, CancellationToken cancellation)
    {
        var lines = (await File.ReadAllLinesAsync(Hosts, cancellation)).Where(line => !line.EndsWith($" {Name}", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(Hosts, [.. lines, $"{address} {Name}"], cancellation);
    }
}
