using Firstlook.Range.Database;
using Firstlook.Range.Stock;

namespace Firstlook.Range.Faults;

/// <summary>
/// The workers run a stock report that never closes its statement, so each refresh keeps one connection, until
/// PostgreSQL has none left to give. A restart of the workers lets go of all of them.
/// </summary>
internal sealed class ConnectionsExhausted(Workers workers, TimeProvider clock) : IFault
{
    static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(50);

    public FaultCard Card { get; } = new(
        "connections-exhausted",
        "database",
        "APIHigh5xxRate",
        "A stock report never closes its database connection, until PostgreSQL has none left. A restart of the workers (SIGHUP) heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(workers.Current.LeaksReports);

    public Task InjectAsync(CancellationToken cancellation)
    {
        var worker = workers.Current;
        if (!worker.LeaksReports)
        {
            worker.StartLeaking(stopping => RefreshReportsAsync(worker, stopping));
        }
        return Task.CompletedTask;
    }

    public Task HealAsync(CancellationToken cancellation) => workers.RestartAsync();

    async Task RefreshReportsAsync(Worker worker, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await StockReport.ReadAsync(workers, worker, stopping);
                await Task.Delay(Refresh, clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (DatabaseErrors.Name(error) is not null)
            {
                // No connection to be had just now: the job comes again, as such jobs do.
            }
        }
    }
}
