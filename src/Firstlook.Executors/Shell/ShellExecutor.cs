using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Effects.Shell;
using Firstlook.Executors.Tls;
using Firstlook.Looks;

namespace Firstlook.Executors.Shell;

/// <summary>
/// Programs on a host. A read is the tree that was classified, interpreted: no shell ever sees it. An action is the exact text that
/// was approved, given to bash.
/// </summary>
internal sealed class ShellExecutor(string target, ShellConnection connection, TimeProvider clock) : IExecutor
{
    readonly Entry entry = new(connection);
    readonly VerifiedRoles roles = new(clock);
    readonly CertificateCheck certificates = new(connection.Hosts, null, clock);

    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        entry.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Each run has a thread of its own, since it waits in the kernel for its programs.</summary>
    public Task<Answer> Run(Permit permit, CancellationToken cancellation) => permit.Language != Language.Shell
        ? Task.FromResult(Answer.Refused($"{target} runs shell commands, not {permit.Language.Word()}"))
        : Task.Factory.StartNew(
            () => permit is ReadPermit read ? Witnessed(read, Read(read, cancellation), cancellation) : ShellAction.Run(target, entry, permit, clock, cancellation),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    Answer Read(ReadPermit permit, CancellationToken cancellation)
    {
        if (entry.Objection is { } unfit) return Answer.Refused(unfit);
        ShellReading[] texts = [.. permit.Before.Append(permit.Text).Select(ShellParser.Parse)];
        if (texts.Select(ShellScope.Objection).FirstOrDefault(found => found is not null) is { } objection) return Answer.Refused($"not run: {objection}");
        var interpreter = new ShellInterpreter(target, entry, roles, permit, clock, cancellation);
        try
        {
            foreach (var before in texts[..^1]) interpreter.Run(before.List);
            interpreter.Forget();
            var status = interpreter.Run(texts[^1].List);
            var printed = interpreter.Printed;
            var outcome = interpreter.Last is { } last ? ShellOutcome.Of(last, status, printed.LastError) : new Outcome(OutcomeKind.Succeeded, Exit: status);
            return new Answer(outcome, printed.ToOutput(), Rewrite(interpreter));
        }
        catch (ShellStop stop)
        {
            return new Answer(stop.Outcome, interpreter.Printed.ToOutput(), Rewrite(interpreter));
        }
    }

    /// <summary>What <c>openssl s_client</c> was asked is asked directly too, from this host: days left and names, whatever the pipeline after it cut out.</summary>
    Answer Witnessed(ReadPermit permit, Answer answer, CancellationToken cancellation)
    {
        if (!entry.IsLocal || !permit.Values.IsEmpty || answer.Outcome.Kind == OutcomeKind.Refused) return answer;
        var told = CertificateQuestion.In(permit.Text).SelectMany(question => certificates.Ask(question, permit.Limits.Time, cancellation).GetAwaiter().GetResult().Lines).ToList();
        return told.Count == 0
            ? answer
            : answer with { Output =
                answer.Output with { Kind = OutputKind.Lines, Count = answer.Output.Count + told.Count, Lines = [.. answer.Output.Lines, .. told] } };
    }

    static string? Rewrite(ShellInterpreter interpreter) => interpreter.DroppedSudo ? "sudo was dropped: programs of this target already run as root" : null;
}
