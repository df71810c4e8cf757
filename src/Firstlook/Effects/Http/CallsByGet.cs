using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// Calls of functions that a server takes by GET: the name of the function stands at the end of the path (<c>/admin/moveMessage.action</c>, <c>/api/setpriority.htm</c>,
/// <c>/api/processes.interruptWorkers</c>) or behind a parameter (<c>ajax=executeFlow</c>, <c>func=user.delete</c>), with its object grown together with the verb.
/// </summary>
internal static partial class CallsByGet
{
    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    /// <param name="acts">Whether a word is one that acts.</param>
    /// <returns>Null where no such function is named.</returns>
    public static Verdict? Judge(string path, string query, Func<string, bool> acts)
    {
        var end = path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
        // struts.apache.org, "Action Mapping": what stands before the ending is the name of a method.
        if (end.EndsWith(".action", StringComparison.Ordinal) && !Asking().IsMatch(end)) return Verdict.Unknown($"'{new Argument(end).Shown}' names what is done");
        if (Function().IsMatch(end) || end.LastIndexOf('.') is > 0 and var dot && Function().IsMatch(end[(dot + 1)..]))
            return Verdict.Unknown($"a GET of '{new Argument(end).Shown}' may act");
        if (Method().IsMatch(path)) return Verdict.Unknown($"a GET of '{new Argument(path).Shown}' calls a function");
        foreach (var part in query.Split('&'))
        {
            if (part.Split('=', 2) is not [var key, var value]) continue;
            // The values of a call in one text of JSON: Luigi's "data={...}".
            if (key == "data" && path.StartsWith("/api/", StringComparison.Ordinal) && value.Contains('"') && !Asking().IsMatch(end))
                return Verdict.Unknown($"a GET of '{new Argument(end).Shown}' calls a function");
            if (IsFunctionKey(key) && (Function().IsMatch(value) || Words().Matches(value).Any(word => acts(word.Value))) && !Asking().IsMatch(value))
                return Verdict.Unknown($"a GET with '{new Argument(part).Shown}' may act");
            // solr.apache.org, "Suggester", "Spell Checking": what is looked up is made anew.
            if ((key.EndsWith(".build", StringComparison.Ordinal) || key.EndsWith(".buildall", StringComparison.Ordinal) || key.EndsWith(".reload", StringComparison.Ordinal))
                && value is not ("false" or "off")) return new Verdict(Effect.Reversible, EffectTags.Cost, $"'{part}' makes an index anew");
            if (value is "1" or "true" && key.StartsWith("put", StringComparison.Ordinal)) return Verdict.Unknown($"a GET with '{new Argument(part).Shown}' may act");
        }

        return null;
    }

    static bool IsFunctionKey(string key) => key is "ajax" or "param" or "func" or "function" or "fn" or "verb" or "rpc" or "procedure" or "act" or "op";

    /// <summary>A verb that begins a longer name.</summary>
    [GeneratedRegex(
        @"^(move|rename|duplicate|acknowledge|interrupt|tombstone|forgive|mark_?as|un?scrobble|scrobble|execute|pause|resume|snooze|deny|scannow|discovernow|setobject|setprio|"
        + @"setprop|notificationtest|(check|eval|run)script|terminate|suspend|unpause|reboot|submit|upload)(?!s?$|e?ds?($|[/_-])|s[_-]|ment|rs?$|[_-]?(stats?|status|counts?|totals?|history|logs?|list|info|times?|rates?)$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    /// <summary>How functions begin, or end, that only ask.</summary>
    [GeneratedRegex(@"^(get(?!_?(work|next|job|task\b))|list|show|fetch|view|browse|find|search|query|describe|is_|has_|count|queues?|topics?|status|index|home|login)|"
        + @"(_list|graph|status|error)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    // docs.dapr.io, "Actors API", "Configuration API"; docs.openfaas.com, "Invocations"; cobbler.readthedocs.io, "svc"; jenkins.io, "Form validation": a check of
    // a script compiles it; trino.io, "Client REST API": each page of results is handed out once.
    [GeneratedRegex(
        @"/method/[^/]+/?$|^/(async-)?function/[^/]|/svc/op/(?!autoinstall|ks|ipxe|gpxe|bootcfg|yum|list|settings|events|puppet|find|template|look|index)|"
        + @"/descriptorbyname/[^/]+/(check|do)|/v1/statement/(executing|queued)/|/configuration/[^/]+/subscribe|/goform/\w*app\w*power|"
        + @"^/(?!api|v\d|rest)[^/]+/(group)?(volume|mute|bass|treble)/[+-]?\d{1,3}$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Method();

    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
