using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Firstlook.Access;
using Firstlook.Baselines;
using Firstlook.Effects;
using Firstlook.Executors;
using Firstlook.Looks;

namespace Firstlook.App.Rehearsals;

/// <summary>One rehearsal: every read of a plan once, one at a time on each target, with a pause between, for as long as the target is in peace.</summary>
sealed class Rehearsal(RehearsalFile file, TargetExecutors executors, Peace peace, TimeSpan pace, TimeProvider time)
{
    /// <summary>What is learnt is written at least so often: a rehearsal that is stopped loses no more.</summary>
    static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(10);

    /// <summary>Yields each read as it comes. What it has learnt is in the file when it ends, however it ends. The caller has the turn.</summary>
    public async IAsyncEnumerable<Rehearsed> Play(RehearsalPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var record = file.Read();
        var writtenAt = time.GetUtcNow();
        var rehearsed = Channel.CreateUnbounded<Rehearsed>();
        using var ours = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var before = record;
        var lanes = Task.WhenAll(plan.Reads.GroupBy(read => read.Target.Name).Select(lane => Lane(lane.ToArray(), before, rehearsed.Writer, ours.Token)));
        var closing =
            lanes.ContinueWith(done => rehearsed.Writer.Complete(done.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None,
                TaskScheduler.Default);
        try
        {
            await foreach (var one in rehearsed.Reader.ReadAllAsync(cancellation))
            {
                if (one.Kept is { } kept) record = record.With(kept);
                if (time.GetUtcNow() - writtenAt > WriteEvery)
                {
                    file.Write(record);
                    writtenAt = time.GetUtcNow();
                }

                yield return one;
            }

            record = record.Finished(plan, time.GetUtcNow());
        }
        finally
        {
            await ours.CancelAsync();
            await closing;
            file.Write(record);
        }
    }

    async Task Lane(PlannedRead[] reads, RehearsalRecord before, ChannelWriter<Rehearsed> rehearsed, CancellationToken cancellation)
    {
        foreach (var (index, read) in reads.Index())
        {
            if (index > 0 && pace > TimeSpan.Zero) await Task.Delay(Pause(read), time, cancellation);
            var known = before.Reads.GetValueOrDefault(read.Key);
            var kept = await peace.While(read.Target.Name, async stop => await Try(read, known, stop), cancellation);
            rehearsed.TryWrite(kept is null ? new Rehearsed(read, null, peace.Trouble(read.Target.Name) ?? "an incident opened meanwhile") : new Rehearsed(read, kept, null));
        }
    }

    async Task<RehearsedRead> Try(PlannedRead read, RehearsedRead? before, CancellationToken cancellation)
    {
        var permit = read.Planned.Permit!;
        var result = await executors.Run(permit, cancellation);
        var unknown = new List<string>();
        if (permit.Language == Language.PromQl && result is { Outcome.Kind: OutcomeKind.Succeeded, Output.Count: 0 })
            foreach (var metric in MetricProbe.Metrics(permit.Text))
                if (MetricProbe.Of(permit, metric) is { } probe && await executors.Run(probe, cancellation) is { Outcome.Kind: OutcomeKind.Succeeded, Output.Count: 0 })
                    unknown.Add(metric);
        return RehearsedRead.After(before, read, result, unknown.ToEquatableArray());
    }

    /// <summary>Spread over half to one and a half of the pace by the read's own key, so that targets are not asked in step.</summary>
    TimeSpan Pause(PlannedRead read) => pace * (0.5 + (Convert.ToByte(read.Key[..2], 16) / 255.0));
}

/// <param name="Kept">Null where it was left alone; then <paramref name="Skipped"/> says why.</param>
sealed record Rehearsed(PlannedRead Read, RehearsedRead? Kept, string? Skipped);
