using System.Threading.Channels;
using Firstlook.Access;
using Firstlook.App.Desk;
using Firstlook.App.Rehearsals;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.App.Loops;

/// <summary>
/// Runs the looks that incidents ask for. What is pending is read from the records, so that a look which a stopped server left unfinished
/// runs again: reads do no harm twice.
/// </summary>
sealed class Looking(JournalDesk desk, Records records, Libraries libraries, ChangeLog changes, RehearsalFile rehearsals, TargetExecutors executors, ILogger<Looking> log)
    : BackgroundService
{
    /// <summary>Looks that run at once. Each is bounded by its targets' own limits besides.</summary>
    const int Parallel = 8;

    /// <summary>
    /// How old an answer may be that another incident's look has got a moment ago: what the alert's own procedure asks is no older than a metric is between two
    /// scrapes; what the rest of the library asks only compares causes. One trouble fires many alerts, and a target that suffers is not asked everything by each.
    /// </summary>
    static readonly TimeSpan OwnMayBe = TimeSpan.FromSeconds(5), OthersMayBe = TimeSpan.FromSeconds(20);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new Turns(desk, records, log, "looks", Parallel, IsWanted, Run).Take(() => records.All, executors.Warm, stoppingToken);

    bool IsWanted(Guid id, Incident incident) =>
        incident.Looks.Any(look => look is { IsPending: true, StartedAt: null }) || (incident.Looks.Any(look => look.IsPending) && !running.ContainsKey(id));

    readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, byte> running = new();

    /// <summary>Hashes of runbooks that the journal has by now: a storm of alerts writes each once.</summary>
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte> kept = new(StringComparer.Ordinal);

    async Task<bool> Run(Guid id, CancellationToken cancellation)
    {
        if (!running.TryAdd(id, 0)) return false;
        try
        {
            while (records.Get(id).Incident.Looks.FirstOrDefault(look => look.IsPending) is { } look)
                if (!await Run(id, look.Number, cancellation)) break;
        }
        finally
        {
            running.TryRemove(id, out _);
        }

        // A request that came between the last look and the end of ours.
        return true;
    }

    /// <returns>False where the record could not be written: the next change tries again.</returns>
    async Task<bool> Run(Guid id, int number, CancellationToken cancellation)
    {
        var incident = records.Get(id).Incident;
        var runbook = records.Runbook(incident);
        var procedure = runbook?.Procedures.FirstOrDefault(procedure => procedure.Id == incident.Procedure.Id);
        var labels = incident.FirstAlert?.Labels ?? default;
        var service = libraries.Service(incident.Service);
        var own = procedure is null ? new LookPlan([]) : Response.Looks(procedure, service, labels);
        var besides = Besides.None;
        if (runbook is not null && procedure is not null) besides = Besides.Of(incident, new ProcedureMatch.Found(runbook, procedure, incident.Procedure.Why), libraries);
        // No procedure answers, or several do: the library is looked at as a whole, and nothing of it is proposed.
        else if (!incident.Procedure.IsChosen) besides = Besides.Of(incident, Library.Nobody(incident.Procedure.Why), libraries);
        var plan = Response.LooksBesides(own, besides.Procedures, service, labels);
        var waiting = own.Commands.Where(command => command.Permit is null).Select(command => new WaitingCommand(command.Id, command.Target?.Name, command.Waits ?? ""))
            .ToEquatableArray();
        var answer = await desk.Decide(
            id,
            (now, at) => Started(now, at),
            cancellation,
            besides.NotYetKept(kept));
        if (answer is not DeskAnswer.Done) return false;
        foreach (var evidence in besides.Evidence) kept.TryAdd(evidence.Hash, 0);

        // A later look may follow what was done: it asks anew.
        var mine = own.Commands.Select(command => command.Id).ToHashSet();
        Func<PlannedCommand, TimeSpan>? mayBe = number == 1 ? command => mine.Contains(command.Id) ? OwnMayBe : OthersMayBe : null;
        await foreach (var results in Batches(LookRun.Run(plan, executors, cancellation, mayBe), cancellation))
        {
            var recorded = results.Select(Recording.Of).ToArray();
            answer = await desk.Decide(
                id,
                (_, at) => new Decision.Decided(recorded.Select(one => (IncidentEvent)new ResultRecorded(at, number, one.Result)).ToEquatableArray()),
                cancellation,
                recorded.Select(one => new Journal.Evidence(one.Hash, one.Output)).DistinctBy(one => one.Hash).ToEquatableArray());
            if (answer is not DeskAnswer.Done) return false;
        }

        answer = await desk.Decide(id, (_, at) => Decision.Of(new LookFinished(at, number)), cancellation);
        return answer is DeskAnswer.Done;

        Decision Started(Incident now, DateTimeOffset at)
        {
            // The first look proposes the procedure's actions; later looks find them there.
            var proposals = procedure is null || now.Actions.Any(action => action.Proposal.Command is not null)
                ? []
                : ActionProposals.Candidates(procedure, own, labels, now.Policy, runbook!.Prohibitions, now.Actions.Count + 1)
                    .Select(action => (IncidentEvent)new ActionProposed(at, ActionProposals.Runbook, action));
            var considered =
                new LookConsidered(at, number, besides.Runbooks, changes.Before(at, now.Service),
                    Verdicts.Earlier(now, records.All.Select(record => record.Incident), at));
            IncidentEvent[] recalled = Recalling.Of(rehearsals.Read(), plan, labels, number, now.OpenedAt, at) is { } normals ? [normals] : [];
            return new Decision.Decided([new LookStarted(at, number, plan.Ready.Count(), waiting), considered, .. recalled, .. proposals]);
        }
    }

    /// <summary>Results as they come; those that come while the last are being written go together.</summary>
    static async IAsyncEnumerable<IReadOnlyList<Result>> Batches(IAsyncEnumerable<Result> results,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var arrived = Channel.CreateUnbounded<Result>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var pump = Pump();
        while (await arrived.Reader.WaitToReadAsync(cancellation))
        {
            var batch = new List<Result>();
            while (arrived.Reader.TryRead(out var result)) batch.Add(result);
            yield return batch;
        }

        await pump;

        async Task Pump()
        {
            try
            {
                await foreach (var result in results.WithCancellation(cancellation)) arrived.Writer.TryWrite(result);
                arrived.Writer.Complete();
            }
            catch (Exception exception)
            {
                arrived.Writer.Complete(exception);
                throw;
            }
        }
    }
}
