using System.Security.Cryptography;
using System.Text;
using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;

namespace Firstlook.Drills;

/// <summary>
/// What every read of some libraries returned while a fault was on. It holds no text of a runbook: a command is known by the hash of its
/// question, so that any library replays on it whose commands were asked.
/// </summary>
/// <param name="Load">Requests a second that the shop's customers made.</param>
/// <param name="Seed">Of the customers.</param>
/// <param name="After">Seconds from the alert to the reads.</param>
/// <param name="Answers">By <see cref="QuestionOf"/>.</param>
public sealed record RecordedCase(
    string Fault, string Family, double Load, int Seed, double After, LabelSet Labels, LabelSet Annotations, DateTimeOffset At,
    EquatableArray<Target> Targets, EquatableArray<Change> Changes, SortedDictionary<string, RecordedAnswer> Answers)
{
    /// <summary>Which question a command asks: the first 24 hexadecimal digits of SHA-256 over language, text and values, and the target where the runbook names it.</summary>
    public static string QuestionOf(Asked asked) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{asked.Language.Word()}\n{asked.Text}\n{asked.Values}{(asked.Target is null ? "" : $"\n{asked.Target}")}")))[..24];
}

/// <summary>A result without the command that it answers.</summary>
public sealed record RecordedAnswer(string Target, DateTimeOffset StartedAt, TimeSpan Duration, Outcome Outcome, Output Output)
{
    const int MostLines = 60;
    const int MostRows = 40;
    const int MostSamples = 80;
    const int LongestLine = 400;
    const int LongestCell = 200;

    /// <summary>Trimmed to what a ranking reads: true counts stay, long outputs are cut.</summary>
    public static RecordedAnswer Of(Result result) =>
        new(result.Target, result.StartedAt, result.Duration, result.Outcome with { Message = Cut(result.Outcome.Message, LongestLine) }, result.Output with
    {
        Samples = result.Output.Samples.Take(MostSamples).ToEquatableArray(),
        Rows = result.Output.Rows.Take(MostRows).Select(row => row.Select(cell => Cut(cell, LongestCell)).ToEquatableArray()).ToEquatableArray(),
        // The last lines of a log are the ones that matter.
        Lines = result.Output.Lines.TakeLast(MostLines).Select(line => Cut(line, LongestLine)!).ToEquatableArray(),
        Errors = result.Output.Errors.Take(MostLines).Select(line => Cut(line, LongestLine)!).ToEquatableArray(),
        Truncated = result.Output.Truncated || result.Output.Samples.Count > MostSamples || result.Output.Rows.Count > MostRows || result.Output.Lines.Count > MostLines,
    });

    public Result For(CommandId command, string text) => new(command, Target, text, null, StartedAt, Duration, Outcome, Output, 0);

    static string? Cut(string? text, int longest) => text is null || text.Length <= longest ? text : text[..longest];
}
