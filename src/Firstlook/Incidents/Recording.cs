using System.Security.Cryptography;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>Puts a result into the record: its output as evidence under its hash, the rest into the event.</summary>
public static class Recording
{
    public static (RecordedResult Result, string Hash, byte[] Output) Of(Result result)
    {
        var bytes = EventFormat.Bytes(result.Output);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (new RecordedResult(
            result.Command, result.Target, result.Ran, result.Rewrite, result.StartedAt, result.Duration, result.Outcome,
            result.Output.Kind, result.Output.Count, result.Output.Truncated, result.Masked, Summaries.Of(result), hash), hash, bytes);
    }
}
