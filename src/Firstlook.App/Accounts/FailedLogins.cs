namespace Firstlook.App.Accounts;

/// <summary>
/// Slows down whoever tries tokens. A token cannot be guessed; this keeps the attempt from being free, and visible in the status code.
/// </summary>
sealed class FailedLogins(TimeProvider time)
{
    public const int Allowed = 10;

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Addresses remembered at once. Beyond them the oldest is forgotten: memory stays bounded whoever calls.</summary>
    const int MostAddresses = 10_000;

    readonly Lock gate = new();
    readonly Dictionary<string, (DateTimeOffset Since, int Count)> failures = new(StringComparer.Ordinal);

    /// <returns>How long the address must wait; null where it may try.</returns>
    public TimeSpan? MustWait(string address)
    {
        lock (gate)
        {
            if (!failures.TryGetValue(address, out var known) || known.Count < Allowed) return null;
            var left = known.Since + Window - time.GetUtcNow();
            return left > TimeSpan.Zero ? left : null;
        }
    }

    public void Add(string address)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var current = failures.TryGetValue(address, out var known) && now - known.Since < Window;
            if (!current && failures.Count >= MostAddresses) failures.Remove(failures.MinBy(pair => pair.Value.Since).Key);
            failures[address] = current ? known with { Count = known.Count + 1 } : (now, 1);
        }
    }

    public void Forget(string address)
    {
        lock (gate) failures.Remove(address);
    }
}
