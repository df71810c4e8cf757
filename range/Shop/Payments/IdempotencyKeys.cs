using System.Globalization;
using Firstlook.Range.Configuration;
using Firstlook.Range.Redis;

namespace Firstlook.Range.Payments;

/// <summary>What was answered to a key before, kept in Redis under idem:TENANT:OPERATION:SCOPE for as long as is configured.</summary>
internal sealed class IdempotencyKeys(RedisConnection redis, ShopConfiguration configuration)
{
    public async Task<string?> FindAsync(string tenant, string operation, string scope, CancellationToken cancellation) =>
        (await redis.AskAsync(cancellation, "GET", Key(tenant, operation, scope))).Text;

    public async Task KeepAsync(string tenant, string operation, string scope, string answer, CancellationToken cancellation)
    {
        var seconds = configuration.File.Number("IDEMPOTENCY_TTL_SECONDS").ToString(CultureInfo.InvariantCulture);
        await redis.AskAsync(cancellation, "SET", Key(tenant, operation, scope), answer, "EX", seconds);
    }

    static string Key(string tenant, string operation, string scope) => $"idem:{tenant}:{operation}:{scope}";
}
