using Firstlook.Access;
using Firstlook.Looks;

namespace Firstlook.Executors;

/// <summary>Runs permitted commands against one target.</summary>
internal interface IExecutor : IAsyncDisposable
{
    /// <summary>
    /// Runs it within the permit's limits. What goes wrong comes back as an outcome; an exception is a bug, or our own cancellation.
    /// </summary>
    Task<Answer> Run(Permit permit, CancellationToken cancellation);

    /// <summary>Opens what must be open before trouble starts. A target that cannot be reached now is no error: it is tried again when needed.</summary>
    Task Warm(CancellationToken cancellation);
}

/// <summary>What came of it, not masked yet.</summary>
/// <param name="Rewrite">A change that the executor made to what ran, for a person; null where it made none.</param>
internal sealed record Answer(Outcome Outcome, Output Output, string? Rewrite = null)
{
    public static Answer Refused(string reason) => new(new Outcome(OutcomeKind.Refused, reason), Output.None);
}

/// <summary>Stands for a target whose connection makes no sense: every command says so, and the other targets work.</summary>
internal sealed class Misconfigured(string reason) : IExecutor
{
    public Task<Answer> Run(Permit permit, CancellationToken cancellation) => Task.FromResult(Answer.Refused(reason));

    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
