using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// What <c>kubectl get --raw</c> asks of a service through the API server, which hands a GET on as it came (kubernetes.io, "Access Services Running on Clusters",
/// "Manually constructing apiserver proxy URLs"): as much a read as the GET would be by itself. A pod's ports are no more than its own business: what they answer is not known.
/// </summary>
internal static partial class ProxiedGets
{
    /// <summary>True where the GET behind the proxy is known to read, to end, and to show no secret.</summary>
    public static bool OnlyRead(string target)
    {
        if (Proxied().Match(target) is not { Success: true } proxied || Further().IsMatch(proxied.Groups["path"].Value)) return false;
        var port = proxied.Groups["port"].Value;
        var host = proxied.Groups["name"].Value + (port.Length > 0 && port.All(char.IsAsciiDigit) ? ":" + port : "");
        return HttpJudge.Request("GET", "http://" + host + proxied.Groups["path"].Value, "") is { Effect: <= Effect.Read, Tags: EffectTags.None };
    }

    // [scheme:]name[:port], where a port may have a name
    [GeneratedRegex(@"^/api/v1/namespaces/[a-z0-9-]+/services/(https?:)?(?<name>[a-z0-9][a-z0-9.-]*)(:(?<port>[a-z0-9-]*))?/proxy(?<path>/[^\s#%{}\[\]]*)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Proxied();

    // The API server and the kubelet run commands, and go on, by GET, too; a service may be one of theirs.
    [GeneratedRegex(@"/(proxy|exec|attach|portforward|run|cri|secrets|watch)(/|$|\?)|(watch|follow)=",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Further();
}
