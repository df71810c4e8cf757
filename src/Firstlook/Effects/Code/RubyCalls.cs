using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Ruby's calls that read or act by what they are given, with brackets or without: <c>File.new(path, "w")</c>, <c>require "/tmp/x"</c>,
/// <c>Net::HTTP.get(URI("http://h/stop"))</c>.</summary>
internal static partial class RubyCalls
{
    /// <returns>Null where the name alone says what the call does.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, bool member, HashSet<string> bound)
    {
        var name = tokens[at].Text;
        if (RubyFetching.Judge(tokens, at) is { } fetched) return fetched;
        // File&.new
        var receiver = member && at >= 2 ? tokens[at >= 3 && tokens[at - 2].Is("&") ? at - 3 : at - 2].Text : "";
        switch (name)
        {
            // rubydoc.info, "Docker::Image#tag"; api.rubyonrails.org, "Time#change": of anything else it changes that.
            case "tag" when Options(tokens, at).Count > 0: return Verdict.Reversible("it makes a tag");
            case "change" when member && Options(tokens, at) is var changed
                && changed.Index().Any(option =>
                    option.Item.Kind == CodeKind.Name && option.Index + 1 < changed.Count && changed[option.Index + 1].Is(":") && !Times().IsMatch(option.Item.Text)):
                return Verdict.Unknown($"change may change {receiver}");
            // rubydoc.info, "Mail::IMAP#find": the messages lose their mark of being new.
            case "find" or "all" or "first" or "last" when member && receiver is "Mail" && !Options(tokens, at).Exists(token => token.Is("read_only")):
                return Verdict.Reversible("messages lose their mark of being new");
            case "new" when member && RubyClasses.Act(receiver): return receiver is "File" && Arguments(tokens, at) <= 1 ? null : Verdict.Unknown($"{receiver}.new may write");
            // Sidekiq, "ProcessSet#initialize": with true the dead are cleaned away.
            case "new" when member && receiver is "ProcessSet" && Options(tokens, at) is [var cleans, ..] && cleans.Is("true"):
                return Verdict.Reversible("it cleans dead processes away");
            case "new" when member && char.IsAsciiLetterUpper(receiver.Length > 0 ? receiver[0] : ' ')
                && !Constructors.AreMade(receiver, inModule: at > 2 && tokens[at - 3].Is(":"), bound):
                return Verdict.Unknown($"what {receiver}.new starts or opens is not known");
            case "new" when member && !char.IsAsciiLetterUpper(receiver.Length > 0 ? receiver[0] : ' '): return Verdict.Unknown("what is made there is not known");
            // Redis, "SORT": store: names the key that is overwritten.
            case "sort" when Options(tokens, at) is { Count: > 0 } options:
                return options.Exists(token => token.Text.Trim('"', '\'') is "store")
                    ? Verdict.Destructive("SORT ... STORE overwrites a key")
                    : options.Exists(token => token.Is("*"))
                        || options is [.., { Kind: CodeKind.Name }] && options.Exists(token => token.Is(",")) && !options.Exists(token => token.Is(":"))
                    ? Verdict.Unknown("the options of sort() are not known")
                    : null;
            // Of Ruby's own clone() the only argument is freeze: (Object#clone); Git.clone() writes a repository.
            case "clone" when member && Options(tokens, at) is [var cloned, ..] && !cloned.Is("freeze"): return Verdict.Unknown("clone() may write a repository");
            // redis.io, "KEYS"
            case "keys" when member && at + 2 < tokens.Count && tokens[tokens[at + 1].Is("(") ? at + 2 : at + 1].Kind == CodeKind.String:
                return Verdict.Disruptive("KEYS blocks the server");
            case "fetch" when receiver is "g" or "git" or "repo" or "repository" or "remote": return Verdict.Unknown("fetch() changes a repository");
            // rubydoc.info, "ActiveRecord::Persistence#reload": lock: takes the row's lock.
            case "reload" when Options(tokens, at).Exists(token => token.Is("lock")): return Verdict.Disruptive("it takes the row's lock");
            case "reload" when member && receiver.Length > 0 && !Rows().IsMatch(receiver): return Verdict.Unknown("reload() may be a service's");
            case "join" when member && Homonyms.Joined(receiver): return Verdict.Unknown($"{receiver} is joined");
            case "split" or "format" or "map" or "flatten" or "freeze" or "clone" when member && Homonyms.Divided(receiver):
                return Verdict.Unknown($"{name} may change what {receiver} is");
            case "compact" when member && Stores().IsMatch(receiver): return Verdict.Disruptive("the whole store is written anew");
            case "reject" when member && Decided().IsMatch(receiver) && !Blocks(tokens, at): return Verdict.Unknown($"{receiver} is refused");
            case "limit" when receiver is "quota" or "budget": return Verdict.Unknown("a limit is set");
            case "get_updates" when Options(tokens, at).Exists(token => token.Is("offset")): return Verdict.Unknown("the messages before the offset are taken away");
            // Of a collection nothing is given to size(), and order() takes columns.
            case "size" when Options(tokens, at).Count > 0: return Verdict.Unknown("a size is set");
            case "order" when Options(tokens, at).Exists(token => token.Kind == CodeKind.Number): return Verdict.Unknown("something is ordered");
            // rubydoc.info, "ActiveSupport::Cache::Store#fetch": what the block answers is kept.
            case "fetch" when member && Caches().IsMatch(receiver) && Blocks(tokens, at): return Verdict.Reversible("what the block answers is written into the cache");
            // fetch() with a block stores what that answers.
            case "cache" when receiver is "Rails" && at + 2 < tokens.Count && tokens[at + 2].Text is "read" or "read_multi" or "exist?" or "stats":
                return Verdict.Read("it names the cache");
            case "write" or "binwrite"
                when receiver is "File" or "IO"
                    || receiver is ")" && Paths.StartOf(tokens, at - 2, Paths.MostInBrackets) is >= 0 and var start && tokens[start].Is("Pathname"):
                return Verdict.Destructive($"{name} overwrites the file");
            case "create" or "create!" when Sendings.Are(tokens, at): return Verdict.Destructive(Sendings.Why);
            case "env" when receiver is "Rails": return Verdict.Read("it names the environment");
            case "count_by_sql": return Verdict.Unknown("the database runs the text");
            case "autoload": return Verdict.Unknown("it loads a file when the name is used");
            case "require" or "require_relative" or "load" when First(tokens, at) is { } file:
                return IsOwn(file)
                    ? Imports.Runs(tokens[at..], CodeFamily.Ruby) is { } script
                        ? Verdict.Unknown($"'{script}' runs when it is loaded")
                        : null
                    : Verdict.Unknown($"'{file}' is no library of the application's own");
            case "get" or "get_print" or "get_response" or "head" or "options" or "open" or "open_uri" when member && at >= 2 && IsClient(tokens, at - 2):
                if (Reads(tokens, at)) return Verdict.Unknown("what a file holds is sent to another machine");
                return Asked(tokens, at);
            // app.get "/users/1/delete", conn.get("http://h/shutdown"), of a client that was made elsewhere
            case "get" or "get_print" or "get_response" or "head" or "options" or "follow_redirect!" or "visit"
                when member && !Fetching.Settings.Contains(receiver) && First(tokens, at) is { } address && address.Contains('/') && !address.Contains(' '):
                return address.StartsWith("http", StringComparison.Ordinal) && Reads(tokens, at)
                    ? Verdict.Unknown("what a file holds is sent to another machine")
                    : Asked(tokens, at) is { Effect: > Effect.Read } acts
                    ? acts
                    : null;
            // URI("http://h/shutdown").read
            case "read" or "open" or "readlines"
                when member && at > 1 && tokens[at - 2].Is(")") && Paths.StartOf(tokens, at - 2, Paths.MostInBrackets) is >= 0 and var from
                    && tokens.GetRange(from, at - from).Exists(token => token.Is("URI")):
                return Reads(tokens[..at], from) ? Verdict.Unknown("what a file holds is sent to another machine") : Asked(tokens[..at], from);
            default: return null;
        }
    }

    static readonly FrozenSet<string> Clients = FrozenSet.Create(StringComparer.Ordinal, "HTTP", "Faraday", "HTTParty", "RestClient", "Excon", "Typhoeus", "URI", "Httpx", "HTTPX");

    /// <summary><c>Faraday</c>, or <c>Faraday.new("http://h")</c>.</summary>
    static bool IsClient(List<CodeToken> tokens, int end)
    {
        if (!tokens[end].Is(")")) return Clients.Contains(tokens[end].Text);
        var start = Paths.StartOf(tokens, end);
        return start >= 0 && tokens[start..end].Exists(token => Clients.Contains(token.Text));
    }

    /// <summary>What the request does by each text on its line: the address may be one of them, or be put together of several.</summary>
    static Verdict? Asked(List<CodeToken> tokens, int at)
    {
        Verdict? verdict = null;
        var whole = "";
        if (Requests.Disguise(tokens, at + 1, EndOfLine(tokens, at)) is { } disguise) return Verdict.Unknown(disguise);
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(";"); i++)
        {
            if (tokens[i].Kind != CodeKind.String) continue;
            // Book.pluck(:title) in an address carries what a table holds.
            if (tokens[i].Inner.Any(inner => Constant().IsMatch(inner))) return Verdict.Unknown("what a database holds may be part of the address");
            var text = Requests.Spelled(tokens[i]);
            whole += text;
            var asked = Http.HttpJudge.Request("GET", text.StartsWith("http", StringComparison.Ordinal) ? text : "http://host/" + text.TrimStart('/'), "");
            verdict = verdict is { } before ? before.And(asked) : asked;
        }

        return verdict is { } judged && whole.StartsWith("http", StringComparison.Ordinal) ? judged.And(Http.HttpJudge.Request("GET", whole, "")) : verdict;
    }

    static int EndOfLine(List<CodeToken> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind != CodeKind.Newline && !tokens[at].Is(";")) at++;
        return at;
    }

    [GeneratedRegex(@"(^|[^\w:])(?!(Time|Date|DateTime|ENV|Rails|Integer|CGI|ERB|URI)\b)[A-Z]\w*(::[A-Z]\w*)*\s*(\.|&\.)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    /// <summary>A gem, or a file below the folder of the application.</summary>
    static bool IsOwn(string file) => file.Length > 0 && file[0] is not ('/' or '~') && file.AsSpan().IndexOfAny(":\\#%|") < 0 && !file.Contains("..", StringComparison.Ordinal);

    /// <summary>The first text on the line behind a call.</summary>
    static string? First(List<CodeToken> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(";"); i++)
        {
            if (tokens[i].Kind == CodeKind.String) return tokens[i].Text.Trim('"', '\'');
        }

        return null;
    }

    static bool Reads(List<CodeToken> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(";"); i++)
        {
            if (tokens[i].Kind == CodeKind.Name && SentOn.Contents.Contains(tokens[i].Text)
                || tokens[i].Inner?.Any(inner => SentOn.Contents.Any(name => inner.Contains(name, StringComparison.Ordinal))) == true)
                return true;
        }

        return false;
    }

    /// <summary>What stands between the brackets of a call, or behind its name.</summary>
    static List<CodeToken> Options(List<CodeToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count) return [];
        if (tokens[at + 1].Is("(")) return tokens.GetRange(at + 2, Math.Max(0, Paths.ClosingOf(tokens, at + 1) - at - 2));
        var space = tokens[at + 1].Start > tokens[at].End && (tokens[at + 1].Kind == CodeKind.String || tokens[at + 1].Is(":"));
        return space ? tokens.GetRange(at + 1, Math.Min(EndOfLine(tokens, at), at + Paths.MostInBrackets) - at - 1) : [];
    }

    /// <summary>How what is read anew from its table is called: a row, or the rows of another.</summary>
    [GeneratedRegex(
        @"^[a-z]$|^[)\]]$|(^|_)(self|user|admin|order|account|customer|client|payment|invoice|record|row|item|product|subscription|shipment|cart|refund|transaction|model|object|"
        + "obj|tenant|organi[sz]ation|company|member|profile|post|comment|ticket|booking|plan|team|project|message|event|address|association|device|job|task|report|document|"
        + "attachment|contact|lead|batch|import|export|charge|payout|entry|setting|coupon|store|shop|site|page|vendor|employee|student|course|line)s?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Rows();

    [GeneratedRegex("(db|database|keyspace|rocksdb|leveldb|store|bucket|topic|cluster|table|tablet)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stores();

    [GeneratedRegex("(^|_)(pr|mr|payment|order|request|review|application|approval|claim|invoice|refund|proposal)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Decided();

    [GeneratedRegex("(cache|store|redis|memcached|dalli)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Caches();

    [GeneratedRegex("^(year|month|day|hour|min|sec|usec|nsec|offset|zone)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    /// <summary>Whether a block stands behind a call: <c>{ 1 }</c>, <c>do</c>, <c>(&amp;:paid?)</c>.</summary>
    static bool Blocks(List<CodeToken> tokens, int at)
    {
        var next = at + 1 < tokens.Count && tokens[at + 1].Is("(") ? Paths.ClosingOf(tokens, at + 1) + 1 : at + 1;
        if (next > at + 1 && tokens.GetRange(at, next - at).Exists(token => token.Is("&"))) return true;
        while (next < tokens.Count && tokens[next].Kind == CodeKind.String) next++;
        return next < tokens.Count && tokens[next].Text is "{" or "do";
    }

    static int Arguments(List<CodeToken> tokens, int at)
    {
        var count = at + 1 < tokens.Count && tokens[at + 1].Kind != CodeKind.Newline ? 1 : 0;
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(")"); i++)
        {
            if (tokens[i].Is(",")) count++;
        }

        return count;
    }
}
