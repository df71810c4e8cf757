using System.Globalization;
using Firstlook.Range.Redis;
using Firstlook.Range.Releases;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Website;

/// <summary>Keeps one client from flooding the lead form: so many in a minute, so many in an hour, as the release says.</summary>
internal sealed class LeadThrottle([FromKeyedServices("throttle")] RedisConnection redis, DeployedRelease release, ShopMetrics metrics, ShopLog log)
{
    /// <summary>Whether this request may pass. Lets it pass when Redis is away: a lead is worth more than the limit.</summary>
    public async Task<bool> AllowsAsync(string client, bool loggedIn, CancellationToken cancellation)
    {
        var rules = release.Current.Throttle;
        if (loggedIn && rules.ExemptsLoggedIn)
        {
            return true;
        }
        try
        {
            foreach (var (name, limit, window) in new[] { ("burst", rules.Burst, TimeSpan.FromMinutes(1)), ("hourly", rules.Hourly, TimeSpan.FromHours(1)) })
            {
                if (limit > 0 && await CountAsync($"throttle:lead:{name}:{client}", window, cancellation) > limit)
                {
                    return false;
                }
            }
            return true;
        }
        catch (RedisException away)
        {
            metrics.Exceptions.Increment("ConnectionError", "lead_throttle");
            log.Write(new LogEntry
            {
                Timestamp = log.Now(),
                Level = "ERROR",
                Event = "throttle.unavailable",
                Message = away.Message,
                ExceptionType = "ConnectionError",
                Location = "lead_throttle",
            });
            return true;
        }
    }

    /// <summary>Adds one, and returns the sum since the first count in the last <paramref name="window"/>.</summary>
    async Task<long> CountAsync(string key, TimeSpan window, CancellationToken cancellation)
    {
        var count = (await redis.AskAsync(cancellation, "INCR", key)).Number;
        if (count == 1)
        {
            await redis.AskAsync(cancellation, "EXPIRE", key, ((int)window.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }
        return count;
    }
}
