using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>
/// GETs by which a token is used up, a session begins, a message goes out or is taken, or something is kept on the server: links of mails (laravel.com, "Email Verification"),
/// becoming somebody else (symfony.com, "How to Impersonate a User"), gateways of messages, hooks, and searches that are kept (elastic.co, "Async EQL search").
/// </summary>
internal static partial class OnceGets
{
    /// <param name="path">In small letters.</param>
    /// <param name="query">In small letters, as it is meant.</param>
    /// <returns>Null where nothing of the kind is asked for.</returns>
    public static Verdict? Judge(string path, string query)
    {
        if (Link().IsMatch(path) || LinkWith().IsMatch(path) && Token().IsMatch(query)) return Verdict.Unknown("a link of that kind is used up by whoever follows it");
        if (Becoming().IsMatch(path) || Parameters(query).Any(part => part.Key is "_switch_user" or "switch_user")) return Verdict.Unknown("one becomes somebody else");
        if (Message().IsMatch(path) && Parameters(query).Any(part => Recipient().IsMatch(part.Key)) && Parameters(query).Any(part => Text().IsMatch(part.Key)))
            return Verdict.Destructive("what is sent to somebody cannot be unsent");
        if (Server().IsMatch(path)) return Verdict.Unknown($"a GET of '{new Argument(path).Shown}' acts, by the manual of that server");
        // nsq.io, "nsqd" before 1.0: published by GET.
        if (path is "/put" or "/mput" && query.Contains("topic=", StringComparison.Ordinal)) return Verdict.Unknown("it publishes a message");
        // code.google.com/p/httpsqs, "opt=get": the message is taken.
        if (path is "/" && query.Contains("opt=get", StringComparison.Ordinal) && query.Contains("name=", StringComparison.Ordinal))
            return Verdict.Destructive("it takes a message out of the queue");
        // docs.oracle.com, APEX, "f?p Syntax": the fourth part is a request, the sixth what is cleared.
        if (path.EndsWith("/f", StringComparison.Ordinal)
            && Parameters(query).Any(part => part.Key == "p" && part.Value.Split(':').Skip(3).Any(value => value.Any(char.IsAsciiLetter))))
            return Verdict.Unknown("a page of APEX is handed a request");
        return Kept(query);
    }

    /// <summary>Searches that last on the server (elastic.co, "Async EQL search").</summary>
    public static Verdict? Kept(string query)
    {
        foreach (var (key, value) in Parameters(query))
        {
            if (key == "keep_on_completion" && value is not ("false" or ""))
                return new Verdict(Effect.Reversible, EffectTags.Cost, $"'{key}' keeps the search on the server");
        }

        return null;
    }

    static IEnumerable<(string Key, string Value)> Parameters(string query) =>
        query.Split('&').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).Select(part => (part[0], part[1]));

    [GeneratedRegex(@"/(e-?mail|account|user|address)/(verify|confirm)/[^/]+|/(magic-?_?link|verify-?_?email|confirm-?_?email)/[^/]+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"/(verify|confirm|activate|accept|magic-?_?link|verify-?_?email|confirm-?_?email|email/verify|invitation|invite)/?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LinkWith();

    [GeneratedRegex("(^|&)(token|code|key|signature|hash|t)=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"/(login[-_]?as|log[-_]in[-_]as|become|masquerade|switch[-_]?user|su)/[^/]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Becoming();

    [GeneratedRegex(@"(^|[/_.-])(sms|mms|send|message|messages|msg|push|whatsapp|notify)([/_.?-]|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Message();

    [GeneratedRegex("^(to|recipients?|phone|mobile|msisdn|destination|dest|number)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Recipient();

    [GeneratedRegex("^(text|message|msg|body|content|sms)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Text();

    // jenkins.io, "Pipeline: Basic Steps" (term, kill), "Bitbucket Plugin" and its kin; airflow.apache.org 1.10, "Experimental REST API"; nsq.io, "nsqlookupd".
    [GeneratedRegex(@"/job/.+/(term|kill)/?$|/[a-z]+-hook/?$|/dags/[^/]+/paused/(true|false)$|/tombstone$|/tombstone_topic_producer$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Server();
}
