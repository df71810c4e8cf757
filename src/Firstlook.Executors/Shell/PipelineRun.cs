using System.ComponentModel;
using Microsoft.Win32.SafeHandles;

namespace Firstlook.Executors.Shell;

/// <summary>
/// Runs the programs of one pipeline in one process group, reads what they print, and leaves none behind: at the time limit, or when
/// cancelled, the group is asked to end, and killed after a grace. Blocks its thread, which belongs to it alone.
/// </summary>
internal sealed class PipelineRun(Capture capture, TimeProvider clock, CancellationToken cancellation)
{
    /// <summary>Between being asked to end and being killed.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long we still read after the last program has ended: somebody else may hold the pipe open for ever.</summary>
    static readonly TimeSpan Afterwards = TimeSpan.FromMilliseconds(200);

    /// <summary>How often cancellation is looked at, while nothing else wakes us.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    readonly byte[] buffer = new byte[32 * 1024];
    readonly List<Started> started = [];

    /// <summary>Ends of pipes that nobody writes to: a program elsewhere lives no longer than the one that it was given.</summary>
    readonly List<SafeFileHandle> lifelines = [];
    int group;
    PipelineStop stop;
    long? stoppedAt;
    bool killed;

    /// <param name="stopAt">On the clock's own count (<see cref="TimeProvider.GetTimestamp"/>).</param>
    public PipelineEnd Run(IReadOnlyList<Stage> stages, long stopAt)
    {
        var (outputRead, outputWrite) = Spawn.Pipe();
        var (errorRead, errorWrite) = Spawn.Pipe();
        using (outputRead)
        using (errorRead)
        {
            try
            {
                Start(stages, outputWrite, errorWrite);
            }
            catch
            {
                // Out of descriptors or memory in the middle: what has started already must not stay behind.
                Abandon();
                throw;
            }

            Pump(outputRead, errorRead, stopAt);
        }

        return new PipelineEnd([.. started.Select(program => program.Status ?? 127)], stop);
    }

    void Start(IReadOnlyList<Stage> stages, SafeFileHandle outputWrite, SafeFileHandle errorWrite)
    {
        using var descriptors = new Descriptors();
        descriptors.Keep(outputWrite);
        descriptors.Keep(errorWrite);
        var nothing = descriptors.Keep(Spawn.Nothing());
        SafeFileHandle? previous = null;
        for (var at = 0; at < stages.Count; at++)
        {
            var stage = stages[at];
            var (nextRead, write) = at == stages.Count - 1 ? (null, outputWrite) : Spawn.Pipe();
            if (nextRead is not null)
            {
                descriptors.Keep(nextRead);
                descriptors.Keep(write);
            }

            var given = stage.Text is { } text ? descriptors.Keep(Spawn.MemoryFile(text)) : stage.FromPrevious ? previous : null;
            started.Add(given is null && stage.Start?.Held is { } held
                ? Start(stage with { Start = held }, Line(descriptors), To(stage.Output), To(stage.Error))
                : Start(stage, given ?? nothing, To(stage.Output), To(stage.Error)));
            previous = nextRead;

            SafeFileHandle To(Sink sink) => sink switch
            {
                Sink.Output => write,
                Sink.Error => errorWrite,
                _ => nothing,
            };
        }
    }

    SafeFileHandle Line(Descriptors descriptors)
    {
        var (read, write) = Spawn.Pipe();
        lifelines.Add(write);
        return descriptors.Keep(read);
    }

    Started Start(Stage stage, SafeFileHandle input, SafeFileHandle output, SafeFileHandle error)
    {
        if (stage.Start is not { } start) return NotStarted($"{stage.Name}: no such program on this target");
        try
        {
            var process = Spawn.Start(new Spawn.Request(start.Program, start.Arguments, start.Environment, start.Folder, input, output, error, group));
            if (group == 0) group = process;
            return new Started(process, Spawn.Watch(process));
        }
        catch (Win32Exception failed)
        {
            return NotStarted($"{stage.Name}: {failed.Message}");
        }
    }

    Started NotStarted(string why)
    {
        capture.Error(why);
        return new Started(0, null) { Status = 127 };
    }

    void Pump(SafeFileHandle output, SafeFileHandle error, long stopAt)
    {
        List<SafeFileHandle> open = [output, error];
        long? endedAt = null;
        while (open.Count > 0 || endedAt is null)
        {
            var running = started.Where(program => !program.Ended).ToList();
            var ready = Spawn.Wait([.. open, .. running.Where(program => program.Watch is not null).Select(program => program.Watch!)], TimeToWait(stopAt, endedAt));
            for (var at = open.Count - 1; at >= 0; at--)
            {
                if (ready[at] && !Drain(open[at], isError: open[at] == error)) open.RemoveAt(at);
            }

            // The handles wake us; the kernel says who has ended.
            foreach (var program in running) program.Ended = Spawn.HasEnded(program.Process);
            if (endedAt is null && started.TrueForAll(program => program.Ended))
            {
                endedAt = clock.GetTimestamp();
                Leave();
            }

            if (endedAt is { } ended && clock.GetElapsedTime(ended) >= Afterwards) break;
            if (endedAt is null) StopWhereDue(stopAt);
        }
    }

    TimeSpan TimeToWait(long stopAt, long? endedAt)
    {
        var left = endedAt is { } ended ? Afterwards - clock.GetElapsedTime(ended)
            : stoppedAt is null ? clock.GetElapsedTime(clock.GetTimestamp(), stopAt)
            : Tick;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < Tick ? left : Tick;
    }

    /// <returns>False at the end.</returns>
    bool Drain(SafeFileHandle pipe, bool isError)
    {
        var count = Spawn.Read(pipe, buffer);
        if (isError) capture.Error(buffer.AsSpan(0, count));
        else capture.Output(buffer.AsSpan(0, count));
        return count > 0;
    }

    void StopWhereDue(long stopAt)
    {
        if (stoppedAt is { } asked)
        {
            if (!killed && clock.GetElapsedTime(asked) >= Grace)
            {
                killed = true;
                Signal(Spawn.Kill);
            }

            return;
        }

        stop = cancellation.IsCancellationRequested ? PipelineStop.Cancelled
            : clock.GetTimestamp() >= stopAt ? PipelineStop.TimedOut
            : capture.Overflows ? PipelineStop.Overflow
            : PipelineStop.None;
        if (stop == PipelineStop.None) return;
        stoppedAt = clock.GetTimestamp();
        Signal(Spawn.Terminate);
    }

    /// <summary>All programs have ended and none is reaped yet, so the group's number is still ours: what they left running in it ends here.</summary>
    void Leave()
    {
        Signal(Spawn.Kill);
        foreach (var line in lifelines) line.Dispose();
        foreach (var program in started)
        {
            program.Status ??= Spawn.Reap(program.Process);
            program.Watch?.Dispose();
        }
    }

    void Abandon()
    {
        Signal(Spawn.Kill);
        List<SafeFileHandle> watches = [.. started.Where(program => program.Watch is not null).Select(program => program.Watch!)];
        foreach (var watch in watches) Spawn.Wait([watch], Grace);
        Leave();
    }

    /// <summary>To the group, and to each program by its own number: one may have left the group, as timeout(1) does. None is reaped yet, so the numbers are still
    /// theirs.</summary>
    void Signal(int signal)
    {
        if (group != 0) Spawn.Signal(group, signal);
        foreach (var program in started.Where(program => program.Process != 0 && program.Status is null)) Spawn.SignalOne(program.Process, signal);
    }

    sealed class Started(int process, SafeFileHandle? watch)
    {
        public int Process => process;

        public SafeFileHandle? Watch => watch;

        public int? Status { get; set; }

        /// <summary>One that never started has ended.</summary>
        public bool Ended { get; set; } = process == 0;
    }
}
