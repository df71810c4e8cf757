using System.Threading.Channels;
using Firstlook.App.Desk;
using Firstlook.Incidents;

namespace Firstlook.App.Loops;

/// <summary>
/// Gives each incident that wants something of a loop its turn, at the start and with every change, several at once. What is wanted stands in the records
/// alone, so that nothing is lost when the server stops in the middle.
/// </summary>
/// <param name="of">What the loop does, as its troubles are told: "looks".</param>
/// <param name="parallel">Turns at once.</param>
/// <param name="wants">Whether an incident, as it is now, wants a turn.</param>
/// <param name="turn">Takes it; true where the incident is to be considered again at once.</param>
sealed class Turns(JournalDesk desk, Records records, ILogger log, string of, int parallel, Func<Guid, Incident, bool> wants, Func<Guid, CancellationToken, Task<bool>> turn)
{
    readonly Channel<Guid> wanted = Channel.CreateUnbounded<Guid>();

    /// <summary>Ends when the server stops. One incident's trouble is not the others': it is told, what was wanted stays in the record, and the next change tries again.</summary>
    /// <param name="first">The incidents that are considered at the start, in their order.</param>
    /// <param name="begin">What is done before anything else; changes that come meanwhile have their turn after it.</param>
    public async Task Take(Func<IEnumerable<Record>> first, Func<CancellationToken, Task> begin, CancellationToken stopping)
    {
        desk.Changed += Consider;
        try
        {
            await begin(stopping);
            foreach (var record in first()) Consider(record.Id, record.Incident);
            await Parallel.ForEachAsync(wanted.Reader.ReadAllAsync(stopping), new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = stopping }, One);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What has not had its turn stands in the records, and has it at the next start.
        }
        finally
        {
            desk.Changed -= Consider;
        }
    }

    async ValueTask One(Guid id, CancellationToken cancellation)
    {
        try
        {
            if (await turn(id, cancellation)) Consider(id, records.Get(id).Incident);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.TurnFailed(log, of, exception.Message);
        }
    }

    void Consider(Guid id, Incident incident)
    {
        if (wants(id, incident)) wanted.Writer.TryWrite(id);
    }
}
