using Firstlook.Actions;

namespace Firstlook.Executors;

/// <summary>Stands for a target whose connection makes no sense: every command says so, and the other targets work.</summary>
internal sealed class Misconfigured(string reason) : IExecutor
{
    public Task<Answer> Run(Permit permit, CancellationToken cancellation) => Task.FromResult(Answer.Refused(reason));

    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
