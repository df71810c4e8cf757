using Firstlook.Range.Database;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range;

/// <summary>
/// Something that is done again and again in the background. What goes wrong is counted and logged, and the next round
/// tries again.
/// </summary>
internal abstract class Routine(TimeSpan period, ShopMetrics metrics, ShopLog log, TimeProvider clock) : BackgroundService
{
    /// <summary>As the log names it, such as stock.routine.</summary>
    protected abstract string Name { get; }

    protected abstract Task TendAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TendAsync(stoppingToken);
            }
            catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
            {
                metrics.Exceptions.Increment(refusal.Type, refusal.Location);
                log.Write(new LogEntry
                {
                    Timestamp = log.Now(),
                    Level = "ERROR",
                    Event = Name,
                    Message = $"{refusal.Type}: {refusal.Detail}",
                    ExceptionType = refusal.Type,
                    Location = refusal.Location,
                });
            }
        }
    }
}
