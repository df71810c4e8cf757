using Microsoft.Win32.SafeHandles;

namespace Firstlook.Executors.Shell;

/// <summary>Where a descriptor of a program leads.</summary>
internal enum Sink
{
    Null,

    /// <summary>The next program of the pipeline, or what is captured.</summary>
    Output,

    /// <summary>Standard error of the whole.</summary>
    Error,
}

/// <summary>One program of a pipeline, ready to start.</summary>
/// <param name="Name">As the runbook calls it.</param>
/// <param name="Start">Null where the target has no such program.</param>
/// <param name="Text">What it reads from a here-document or here-string; null where it reads from elsewhere.</param>
/// <param name="FromPrevious">True where it reads what the program before it prints.</param>
/// <param name="IsReader">True for the program that we start to read a file that is redirected into the next.</param>
internal sealed record Stage(string Name, Entry.Start? Start, byte[]? Text, bool FromPrevious, Sink Output, Sink Error, bool IsReader = false);

/// <param name="Statuses">Exit of each stage, in order.</param>
internal sealed record PipelineEnd(IReadOnlyList<int> Statuses, PipelineStop Stop);

internal enum PipelineStop
{
    /// <summary>All programs ended by themselves.</summary>
    None,
    TimedOut,
    Cancelled,

    /// <summary>It printed more than anybody wants, and was stopped.</summary>
    Overflow,
}

/// <summary>The descriptors of this process that a pipeline needs while it starts; all closed with it.</summary>
internal sealed class Descriptors : IDisposable
{
    readonly List<SafeFileHandle> all = [];

    public SafeFileHandle Keep(SafeFileHandle handle)
    {
        all.Add(handle);
        return handle;
    }

    public void Dispose()
    {
        foreach (var handle in all) handle.Dispose();
    }
}
