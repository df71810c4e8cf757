using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Website;

/// <summary>Keeps one client from flooding the lead form: ten in a minute, sixty in an hour.</summary>
internal sealed class LeadThrottle(RedisCounter counter, ShopMetrics metrics, ShopLog log)
{
    static readonly (string Name, int Limit, TimeSpan Window)[] Rates =
    [
        ("burst", 10, TimeSpan.FromMinutes(1)),
        ("hourly", 60, TimeSpan.FromHours(1)),
    ];

    /// <summary>Whether this request may pass. Lets it pass when Redis is away: a lead is worth more than the limit.</summary>
    public async Task<bool> AllowsAsync(string client, CancellationToken cancellation)
    {
        try
        {
            foreach (var (name, limit, window) in Rates)
            {
                if (await counter.IncrementAsync($"throttle:lead:{name}:{client}", window, cancellation) > limit)
                {
                    return false;
                }
            }
            return true;
        }
        catch (IOException away)
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
}
