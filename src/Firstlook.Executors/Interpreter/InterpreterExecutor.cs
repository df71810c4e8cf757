using System.Text;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors.Shell;
using Firstlook.Looks;

namespace Firstlook.Executors.Interpreter;

/// <summary>A configured program that takes a block of code on its standard input: Django's shell, node, a REPL behind <c>docker exec -i</c>.</summary>
internal sealed class InterpreterExecutor(string target, InterpreterConnection connection, TimeProvider clock) : IExecutor
{
    readonly Entry entry = new(new ShellConnection(Environment: connection.Environment, Folder: connection.Folder));

    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<Answer> Run(Permit permit, CancellationToken cancellation) => permit.Language != connection.Language
        ? Task.FromResult(Answer.Refused($"{target} runs {connection.Language.Word()}, not {permit.Language.Word()}"))
        : Task.Factory.StartNew(() => RunBlocking(permit, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    Answer RunBlocking(Permit permit, CancellationToken cancellation)
    {
        // Statements of the same block come before it: imports, names that it uses.
        var before = permit is ReadPermit { Before.IsEmpty: false } read ? string.Join('\n', read.Before) + "\n" : "";
        var bound = CodeBinding.Bind(before + permit.Text, permit.Values, hashComments: permit.Language is Language.Python or Language.Ruby);
        if (bound.Problem is { } problem) return Answer.Refused(problem);
        var capture = new Capture(permit.Limits);
        var code = Encoding.UTF8.GetBytes(bound.Text.EndsWith('\n') ? bound.Text : bound.Text + "\n");
        Stage[] stages =
            [new([.. connection.Program], entry.Of([.. connection.Program], [], entry.Folder, permit.Limits.Time), code, FromPrevious: false, Sink.Output, Sink.Error)];
        var stopAt = clock.GetTimestamp() + (long)(permit.Limits.Time.TotalSeconds * clock.TimestampFrequency);
        var end = new PipelineRun(capture, clock, cancellation).Run(stages, stopAt);
        var status = end.Statuses[0];
        var outcome = end.Stop switch
        {
            PipelineStop.Cancelled => throw new OperationCanceledException(cancellation),
            PipelineStop.TimedOut => new Outcome(OutcomeKind.TimedOut, $"{target}: stopped after {permit.Limits.Time.TotalSeconds:0.#} s; what it had done until then is done"),
            _ when status == 0 => new Outcome(OutcomeKind.Succeeded, Exit: 0),
            _ => new Outcome(OutcomeKind.Failed,
                (capture.LastNamedError ?? capture.LastPrinted()) is { } said ? $"{target} ended with {status}: {said}" : $"{target} ended with {status}", Exit: status),
        };
        return new Answer(outcome, capture.ToOutput());
    }
}
