using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>What of Azure's command line is told by its words rather than by its verb.</summary>
internal static partial class Hooks
{
    // "signalr key list", "iot hub connection-string show", "list-publishing-credentials".
    [GeneratedRegex(@"\b(connection-strings?|admin-key|query-key|shared-key|publishing-(credentials|profiles))\b|\b(key|secrets?) (list|show)$", RegexOptions.ExplicitCapture)]
    private static partial Regex AzureSecrets();

    /// <summary>az rest: of an option that is said twice the last holds, and long ones may be cut short (Python's argparse).</summary>
    static Verdict AzureRest(List<Argument> operands)
    {
        string? Value(string name, string letter)
        {
            string? value = null;
            for (var at = 0; at < operands.Count; at++)
            {
                var parts = operands[at].Text.Split('=', 2);
                if (parts[0] != letter && !(parts[0].Length > 3 && name.StartsWith(parts[0], StringComparison.Ordinal))) continue;
                value = parts.Length > 1 ? parts[1] : at + 1 < operands.Count ? operands[at + 1].Text : null;
            }

            return value;
        }

        if (Value("--resource", "--resource") is not null) return Verdict.Unknown("'--resource' has a token sent along that is meant for somebody else");
        return (Value("--url", "-u") ?? Value("--uri", "-u")) is { } url ? Http.HttpJudge.Request(Value("--method", "-m") ?? "GET", url, Value("--body", "-b") ?? "") : Verdict.Unknown("az rest without an address");
    }
}
