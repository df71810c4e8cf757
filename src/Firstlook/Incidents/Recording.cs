using System.Security.Cryptography;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>Puts a result into the record: its output as evidence under its hash, the rest into the event.</summary>
public static class Recording
{
    /// <summary>What one piece of evidence may have. Bounds of executors count characters; as JSON a control character has six.</summary>
    const int MostBytes = 1024 * 1024;

    public static (RecordedResult Result, string Hash, byte[] Output) Of(Result result)
    {
        var output = result.Output;
        var bytes = EventFormat.Bytes(output);
        for (var kept = MostItems(output) / 2; bytes.Length > MostBytes; kept /= 2)
        {
            output = Cut(output, kept);
            bytes = EventFormat.Bytes(output);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (new RecordedResult(
            result.Command, result.Target, result.Ran, result.Rewrite, result.StartedAt, result.Duration, result.Outcome,
            output.Kind, output.Count, output.Truncated, result.Masked, Summaries.Of(result with { Output = output }), hash), hash, bytes);
    }

    static int MostItems(Output output) => Math.Max(Math.Max(output.Samples.Count, output.Rows.Count), Math.Max(output.Lines.Count, output.Errors.Count));

    /// <summary>The first items of each list; the true count stays.</summary>
    static Output Cut(Output output, int kept) => output with
    {
        Truncated = true,
        Samples = output.Samples.Take(kept).ToEquatableArray(),
        Rows = output.Rows.Take(kept).ToEquatableArray(),
        Lines = output.Lines.Take(kept).ToEquatableArray(),
        Errors = output.Errors.Take(kept).ToEquatableArray(),
    };
}
