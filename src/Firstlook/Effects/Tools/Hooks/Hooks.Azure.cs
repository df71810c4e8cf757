using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>What of Azure's command line is told by its words rather than by its verb.</summary>
internal static partial class Hooks
{
    // "signalr key list", "iot hub connection-string show", "list-publishing-credentials".
    [GeneratedRegex(
        @"\biot hub device-identity (show|list)$|^container show$|^iot (dps|hub) (linked-hub |policy )(show|list)$|"
        + @"\bexpress-route auth (list|show)$|\bwebapp config (storage-account|backup) (list|show)$|\btest-endpoint (list|show)$|"
        + @"\b(show-cd-url|list-configuration|show-configuration)$|"
        + @"\b(connection-strings?|admin-key|query-key|shared-key|publishing-(credentials|profiles))\b|\b(key|secrets?) (list|show)$|"
        + @"\b(list|show|get)(-\w+)*-(keys?|secrets?|credentials?|passwords?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex AzureSecrets();

    // learn.microsoft.com, "Azure CLI reference": what asks by a verb of its own.
    [GeneratedRegex(@"^(storage entity|iot hub|boards) query$|^ml online-deployment get-logs$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AzureAsks();

    /// <summary>
    /// Addresses that the token, the key or the signature goes to (<c>--blob-endpoint</c>, <c>--org</c>, <c>--id</c>): of those only Microsoft's own are known. Whatever option
    /// an address stands behind, it is looked at.
    /// </summary>
    static string? AzureElsewhere(List<Argument> operands, string group)
    {
        for (var at = 0; at < operands.Count; at++)
        {
            var parts = operands[at].Text.Split('=', 2);
            var (option, value) = parts.Length == 2 && operands[at].IsOption ? (parts[0], parts[1]) : (at > 0 ? operands[at - 1].Text : "", operands[at].Text);
            var address = AzureAddress().Match(value);
            if (!address.Success && AzureServer().IsMatch(option)) address = BareHost().Match(value);
            // azure-iot, "az dt": the name of an instance, or its host.
            if (!address.Success && group == "dt" && option is "-n" or "--dt-name" or "--dtn") address = BareHost().Match(value);
            // azure-cli, cf_synapse_client: https://NAME.dev.azuresynapse.net; a name with one of these signs ends the host.
            if (operands[at].Known && NamesHost().IsMatch(option) && value.AsSpan().ContainsAny("/#?@\\")) return operands[at].Shown;
            if (address.Success && address.Groups["host"].Value is var host && !host.Contains(Argument.Hole) && !OfMicrosoft().IsMatch(host) && !OwnNetwork.Private.Has(host))
                return operands[at].Shown;
        }

        return null;
    }

    [GeneratedRegex(@"^\w+://([^/?#]*@)?(?<host>[^/:?#@]+)|\bHostName=(?<host>[^;]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AzureAddress();

    [GeneratedRegex(@"^(--.*(endpoint|org|organization|registry|server|url\w*|connection|host)|-r)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AzureServer();

    [GeneratedRegex(@"^(?<host>[\w-]+(\.[\w-]+)+)(:\d+)?(/|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BareHost();

    [GeneratedRegex("^--(workspace|account|vault|hsm|hub|dps|registry|namespace|search-service)-name$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NamesHost();

    /// <summary>Azure CLI, "Use quotation marks": the content of a file takes the place of a value that begins with "@", and the error repeats it.</summary>
    static bool AzureQuotes(List<Argument> operands) =>
        operands.Exists(word => word.Text is ['@', ..] ? SecretFiles.Holds(word.Text[1..])
            : word.Text.IndexOf("=@", StringComparison.Ordinal) is > 0 and var sign && SecretFiles.Holds(word.Text[(sign + 2)..]));

    // learn.microsoft.com, "Azure domains": the clouds of all, of China and of governments.
    [GeneratedRegex(
        @"(^|\.)(azure\.(com|net|cn|us)|windows\.net|microsoft\.(com|us)|microsoftonline\.(com|us)|azurecr\.(io|cn|us)|azconfig\.io|azure-devices\.net|"
        + @"azurewebsites\.(net|us)|visualstudio\.com|chinacloudapi\.cn|usgovcloudapi\.net|azureml\.ms|office\.com|windowsazure\.\w+|trafficmanager\.net)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfMicrosoft();

    /// <summary>What deletes though its verb does not say so: a purge that a run of the registry starts (learn.microsoft.com, "az acr run"), and rules by which objects
    /// expire.</summary>
    static Verdict? AzureDeletes(List<string> words, List<Argument> operands) =>
        words is ["acr", "run", ..] && operands.Any(word => word.Text.Contains("acr purge", StringComparison.Ordinal)) ? Verdict.Destructive("'acr purge' deletes images")
        : words is ["storage", "account", "management-policy", "create" or "update"] ? Verdict.Destructive("its rules may delete objects") : null;

    /// <summary>az rest: of an option that is said twice the last holds, and long ones may be cut short (Python's argparse).</summary>
    static Verdict AzureRest(List<Argument> operands)
    {
        string? Value(string letter, params ReadOnlySpan<string> names)
        {
            string? value = null;
            for (var at = 0; at < operands.Count; at++)
            {
                var parts = operands[at].Text.Split('=', 2);
                var named = parts[0] == letter;
                foreach (var name in names)
                    named |= parts[0].Length > 2 && parts[0][1] == '-' && (parts[0] is not ("--uri" or "--url") || name == parts[0])
                        && name.StartsWith(parts[0], StringComparison.Ordinal);
                // "-mdelete": a letter and its value in one word.
                var glued = letter.Length == 2 && !named && operands[at].Text.Length > 2 && operands[at].Text.StartsWith(letter, StringComparison.Ordinal);
                if (!named && !glued) continue;
                value = glued ? operands[at].Text[2..] : parts.Length > 1 ? parts[1] : at + 1 < operands.Count ? operands[at + 1].Text : null;
            }

            return value;
        }

        if (Value("--resource", "--resource") is not null) return Verdict.Unknown("'--resource' has a token sent along that is meant for somebody else");
        if (Value("--output-file", "--output-file") is not null) return Verdict.Destructive("'--output-file' writes a file");
        // --url and --uri are one option, of which the last holds; what --uri-parameters say is put behind it.
        var query = Value("--uri-parameters", "--uri-parameters", "--url-parameters");
        if (query is not null && Http.HttpJudge.Request("GET", "http://host/?" + query, "") is { Effect: > Effect.Read } told) return told;
        return Value("-u", "--url", "--uri") is { } url
            ? Http.HttpJudge.Request(Value("-m", "--method") ?? "GET", url, Value("-b", "--body") ?? "") : Verdict.Unknown("az rest without an address");
    }
}
