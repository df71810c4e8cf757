using Npgsql;

namespace Firstlook.Range.Database;

/// <summary>
/// What one generation of workers holds: its pool, the reports it has open, and whether its report code leaks.
/// All of it ends with the generation.
/// </summary>
internal sealed class Worker : IAsyncDisposable
{
    readonly List<OpenReport> forgotten = [];
    readonly Lock gate = new();
    readonly CancellationTokenSource stopping = new();
    readonly List<Task> jobs = [];
    bool ended;

    public Worker(string connectionString) => Source = NpgsqlDataSource.Create(connectionString);

    public NpgsqlDataSource Source { get; }

    /// <summary>True once this generation runs the report code that never closes what it opens.</summary>
    public bool LeaksReports { get; private set; }

    /// <summary>Leaves a report open until the generation ends; at once, where it has ended already.</summary>
    public async Task ForgetAsync(OpenReport report)
    {
        lock (gate)
        {
            if (!ended)
            {
                forgotten.Add(report);
                return;
            }
        }
        await report.StopAsync();
    }

    /// <summary>From now on reports leak, and <paramref name="job"/> runs until the generation ends.</summary>
    public void StartLeaking(Func<CancellationToken, Task> job)
    {
        LeaksReports = true;
        jobs.Add(Task.Run(() => job(stopping.Token)));
    }

    /// <summary>
    /// Ends the generation. Requests in flight keep their connections until they are done with them; idle and
    /// forgotten ones are closed here.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(jobs);
        lock (gate)
        {
            ended = true;
        }
        await Parallel.ForEachAsync(forgotten, new ParallelOptions { MaxDegreeOfParallelism = 8 }, static async (report, _) => await report.StopAsync());
        await Source.DisposeAsync();
        stopping.Dispose();
    }
}
