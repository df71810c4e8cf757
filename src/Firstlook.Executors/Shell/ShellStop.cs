using Firstlook.Looks;

namespace Firstlook.Executors.Shell;

/// <summary>Leaves the interpreter: what stands in the text will not be run, or the time is over. Caught in <see cref="ShellExecutor"/> alone.</summary>
internal sealed class ShellStop(Outcome outcome) : Exception(outcome.Message)
{
    public Outcome Outcome => outcome;

    public static ShellStop Refused(string reason) => new(new Outcome(OutcomeKind.Refused, reason));
}
