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
/// <param name="Words">Its name, as the runbook calls it, and its arguments.</param>
/// <param name="Start">Null where the target has no such program.</param>
/// <param name="Text">What it reads from a here-document or here-string; null where it reads from elsewhere.</param>
/// <param name="FromPrevious">True where it reads what the program before it prints.</param>
internal sealed record Stage(IReadOnlyList<string> Words, Entry.Start? Start, byte[]? Text, bool FromPrevious, Sink Output, Sink Error)
{
    public string Name => Words[0];
}

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
