using Firstlook.Looks;

namespace Firstlook.Executors.Shell;

/// <summary>What the exits of a pipeline mean.</summary>
internal static class ShellOutcome
{
    const int BrokenPipe = 128 + 13;

    /// <summary>Linux has 64 signals (signal(7)); what is above them is a status that a program chose, such as the 255 of ssh(1).</summary>
    const int LastSignal = 64;

    /// <summary>Programs whose manual gives exit 1 as an answer and not as an error: "no lines were selected", "inputs differ", "no processes matched".</summary>
    static readonly HashSet<string> OneIsAnAnswer = new(StringComparer.Ordinal)
    {
        "grep", "egrep", "fgrep", "zgrep", "zegrep", "zfgrep", "rg", "pgrep", "pidof", "diff", "cmp", "test", "[", "false",
    };

    /// <param name="status">Of the whole, after <c>!</c>.</param>
    public static Outcome Of(LastPipeline last, int status, string? lastError)
    {
        for (var at = 0; at < last.Stages.Count - 1; at++)
        {
            // An error in the middle leaves less for the programs after it: what they print is then evidence of nothing.
            // Where the runbook sends the errors of a program elsewhere, it expects them.
            if (last.Stages[at] is { Error: Sink.Error } stage && IsError(stage, last.Statuses[at])) return Failed(stage, last.Statuses[at], lastError);
        }

        var end = last.Statuses[^1];
        if (last.Overflow || !IsError(last.Stages[^1], end)) return new Outcome(OutcomeKind.Succeeded, Exit: last.Overflow ? 0 : status);
        return Failed(last.Stages[^1], end, lastError ?? last.LastPrinted);
    }

    static bool IsError(Stage stage, int status) => status is not (0 or BrokenPipe) && !IsAnswer(stage.Words, status);

    static bool IsAnswer(IReadOnlyList<string> words, int status) => words[0][(words[0].LastIndexOf('/') + 1)..] switch
    {
        var program when OneIsAnAnswer.Contains(program) => status == 1,
        "ping" => status == 1, // ping(8): no reply was received
        "pg_isready" => status is 1 or 2, // rejecting connections, no response
        "systemctl" => status == 3 || (status == 1 && words.Contains("is-enabled")), // not active; not enabled
        "openssl" => status == 1 && words.Contains("-checkend"), // x509: it will have expired by then
        "host" or "kubectl" => status == 1 && (words[0] == "host" || words.Contains("diff")), // no such name; there are differences
        _ => false,
    };

    static Outcome Failed(Stage stage, int status, string? told)
    {
        var said = told is null ? "" : $": {told}";
        var how = status is > 128 and <= 128 + LastSignal ? $"was ended by signal {status - 128}" : $"ended with {status}";
        return new Outcome(OutcomeKind.Failed, $"{stage.Name} {how}{said}", Exit: status);
    }
}
