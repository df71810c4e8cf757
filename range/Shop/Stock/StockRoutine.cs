using Firstlook.Range.Database;
using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Stock;

/// <summary>
/// What keeps the stock in order in peacetime, every two seconds: deliveries arrive, expired batches leave.
/// Either half can be suspended, which is how stock faults begin.
/// </summary>
internal sealed class StockRoutine(Deliveries deliveries, ExpiryCleanup cleanup, ShopMetrics metrics, ShopLog log, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    volatile bool deliveriesSuspended;
    volatile bool cleanupSuspended;

    public bool DeliveriesSuspended { get => deliveriesSuspended; set => deliveriesSuspended = value; }

    public bool CleanupSuspended { get => cleanupSuspended; set => cleanupSuspended = value; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TendAsync(stoppingToken);
            }
            catch (Exception error) when (DatabaseErrors.Name(error) is { } refusal)
            {
                // The next round tries again; until then it is one more sign of what is wrong.
                metrics.Exceptions.Increment(refusal.Type, refusal.Location);
                log.Write(new LogEntry
                {
                    Timestamp = log.Now(),
                    Level = "ERROR",
                    Event = "stock.routine",
                    Message = $"{refusal.Type}: {refusal.Detail}",
                    ExceptionType = refusal.Type,
                    Location = refusal.Location,
                });
            }
        }
    }

    async Task TendAsync(CancellationToken cancellation)
    {
        if (!DeliveriesSuspended)
        {
            await deliveries.RefillAsync(cancellation);
        }
        if (!CleanupSuspended)
        {
            await cleanup.RunAsync(cancellation);
        }
        else if (await cleanup.CountAsync(cancellation) == 0)
        {
            // Somebody cleaned up by hand, so the routine takes its work up again.
            CleanupSuspended = false;
        }
    }
}
