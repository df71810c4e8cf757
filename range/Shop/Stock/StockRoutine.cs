using Firstlook.Range.Telemetry;

namespace Firstlook.Range.Stock;

/// <summary>
/// What keeps the stock in order in peacetime: deliveries arrive, expired batches leave. Either half can be suspended,
/// which is how stock faults begin.
/// </summary>
internal sealed class StockRoutine(Deliveries deliveries, ExpiryCleanup cleanup, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromSeconds(2), metrics, log, clock)
{
    volatile bool deliveriesSuspended;
    volatile bool cleanupSuspended;

    public bool DeliveriesSuspended { get => deliveriesSuspended; set => deliveriesSuspended = value; }

    public bool CleanupSuspended { get => cleanupSuspended; set => cleanupSuspended = value; }

    protected override string Name => "stock.routine";

    protected override async Task TendAsync(CancellationToken cancellation)
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
