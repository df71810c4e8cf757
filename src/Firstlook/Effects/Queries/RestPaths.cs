using System.Text.RegularExpressions;

namespace Firstlook.Effects.Queries;

/// <summary>
/// What SPL's <c>rest</c> asks Splunk's own interface for (docs.splunk.com, "REST API Reference Manual"). Any endpoint may be named; among them are those of stored
/// passwords, of tokens and of settings that hold some.
/// </summary>
internal static partial class RestPaths
{
    /// <summary>Whether every endpoint that a stage names, and there is one, is known to show states and settings alone.</summary>
    public static bool Show(string stage)
    {
        var paths = stage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('/')).ToList();
        return paths.Count > 0 && !stage.Contains('"') && paths.TrueForAll(path => Known().IsMatch(path));
    }

    [GeneratedRegex(
        @"^/?(services|servicesNS/[\w.*-]+/[\w.*-]+)/(server/(?!.*(httpsettings|security))|"
        + @"data/(indexes|models|ui|lookup-table-files|summaries|index-volumes|inputs/(monitor|tcp/cooked|win-event-log-collections))|"
        + @"search/(jobs|concurrency|distributed/peers|timeparser)|saved/(searches|eventtypes)|alerts/(fired_alerts|alert_actions)|licenser/|cluster/|shcluster/|"
        + @"deployment/(server/(clients|applications|serverclasses)|client)|messages|authentication/(users|current-context)|"
        + @"authorization/(roles|capabilities|grantable_capabilities)|kvstore/status|apps/local|replication/|indexing/|datamodel/|"
        + @"admin/(summarization|introspection\S*|server-info|cluster\S*|shcluster\S*))[\w/.*%:-]*\]?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
