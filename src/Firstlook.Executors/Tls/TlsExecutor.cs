using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;

namespace Firstlook.Executors.Tls;

/// <summary>Answers what <c>openssl s_client</c> is asked for without any program: a service needs no host to know when its certificate ends.</summary>
internal sealed class TlsExecutor(string target, TlsConnection connection, TimeProvider clock) : IExecutor
{
    readonly CertificateCheck check = new(connection.Hosts, connection.Authority, clock);

    public Task Warm(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit is not ReadPermit || permit.Language != Language.Shell) return Answer.Refused($"{target} shows certificates and does nothing else");
        if (!permit.Values.IsEmpty) return Answer.Refused($"{target} asks only servers whose address is written out");
        var questions = CertificateQuestion.In(permit.Text);
        if (questions.IsEmpty) return Answer.Refused($"{target} answers openssl s_client -connect HOST:PORT, and this is something else");
        var outcome = Outcome.Succeeded;
        var lines = new List<string>();
        foreach (var question in questions)
        {
            var (came, told) = await check.Ask(question, permit.Limits.Time, cancellation);
            if (came.Kind != OutcomeKind.Succeeded) outcome = came;
            lines.AddRange(told);
        }

        return new Answer(outcome, new Output(OutputKind.Lines, lines.Count, false, Lines: lines.ToEquatableArray()),
            "the server was asked for its certificate directly, without openssl");
    }
}
