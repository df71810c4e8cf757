using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Secrets that are asked for otherwise than by an attribute or a key: by a format, a list of columns, an aggregate of a column, the name of a collection or of a key of
/// Redis, and settings of clients that are shown as a whole (docs.python.org, "Format String Syntax"; lodash.com; redis-py, "Connecting"; developer.chrome.com,
/// "chrome.cookies").
/// </summary>
internal static partial class AskedSecrets
{
    static readonly FrozenSet<string> Folding =
        FrozenSet.Create(StringComparer.Ordinal, "Max", "Min", "First", "Last", "ArrayAgg", "StringAgg", "max", "min", "first", "distinct", "maximum", "minimum", "group");

    static readonly FrozenSet<string> OfRedis =
        FrozenSet.Create(StringComparer.Ordinal, "get", "mget", "hget", "hmget", "hgetall", "hvals", "hscan", "hGetAll", "hGet", "hVals", "getrange", "lrange", "lRange", "lindex",
            "smembers", "sMembers", "srandmember", "sscan", "zrange", "zRange", "xrange", "xRange", "dump");

    static readonly FrozenSet<string> Counting =
        FrozenSet.Create(StringComparer.Ordinal, "count", "exists", "exists?", "countDocuments", "count_documents", "estimatedDocumentCount", "estimated_document_count", "size",
            "any?", "empty?", "stats", "getIndexes");

    public static bool Are(List<CodeToken> tokens, int at, CodeFamily family) => tokens[at].Kind switch
    {
        CodeKind.String => ByText(tokens, at, family),
        CodeKind.Name => ByName(tokens, at, family),
        _ => false,
    };

    static bool ByText(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var text = tokens[at].Text.TrimStart('r', 'b', 'u', 'f').Trim('"', '\'', '`');
        if (text.Length > 500) return false;
        if (IsFormat(tokens, at, text)) return true;
        // require("process")
        if (text is "process" or "node:process" && at > 1 && tokens[at - 1].Is("(") && tokens[at - 2].Is("require") && SecretFields.IsEnd(tokens, at + 2)) return true;
        var caller = SecretFields.Caller(tokens, at, out var open);
        var receiver = caller is not null && open > 2 && tokens[open - 2].Is(".") ? tokens[open - 3].Text : "";
        if (caller is "getCollection" or "collection" or "get_collection" or "knex" or "table" or "from" && SecretFields.AreRows(text)
            && !tokens.Exists(token => Counting.Contains(token.Text)))
            return true;
        if (caller is not null && OfRedis.Contains(caller) && IsRedis(receiver) && Redis.RedisJudge.NamesSecret(text)) return true;
        // supabase.from("users").select("id,api_key"), _.get(user, "auth.password"), _.map(users, "password")
        if (family == CodeFamily.JavaScript && (caller is "select" || receiver is "_" or "lodash" && caller is "map" or "get" or "at" or "pick" or "pluck")
            && text.Split(',', StringSplitOptions.TrimEntries).Any(part => SecretFields.Are(part[(part.LastIndexOf('.') + 1)..])))
            return true;
        if (!SecretFields.Are(text)) return false;
        if (caller is not null && Folding.Contains(caller) || IsListed(tokens, at)) return true;
        // db.runCommand({distinct: "users", key: "password"})
        return at > 1 && tokens[at - 1].Is(":") && tokens[at - 2].Text.Trim('"', '\'') is "key" && tokens.Exists(token => token.Text.Trim('"', '\'') is "distinct");
    }

    static bool ByName(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var name = tokens[at].Text;
        var member = at > 1 && tokens[at - 1].Is(".");
        // User.group(:encrypted_password).count
        if (family == CodeFamily.Ruby)
            return at > 0 && tokens[at - 1].Is(":") && SecretFields.Are(name) && tokens[..at].Exists(token => token.Text is "group" or "maximum" or "minimum");
        if (name is "include_password" && Is(tokens, at + 1, "=") && Is(tokens, at + 2, "True")) return true;
        // redis-py: connection_pool.connection_kwargs; axios.defaults.headers; mongoose.connection.client.s.url
        if (member && SecretFields.IsEnd(tokens, at + 1)
            && (name is "connection_kwargs" || name is "headers" && tokens[at - 2].Is("defaults") || name is "url" && tokens[at - 2].Is("s"))) return true;
        if (name is "getAll" or "get" && at > 3 && member && tokens[at - 2].Is("cookies") && tokens[at - 4].Text is "chrome" or "browser") return true;
        // {...localStorage}
        if (name is "localStorage" or "sessionStorage" && at > 2 && tokens[at - 1].Is(".") && tokens[at - 2].Is(".") && tokens[at - 3].Is("."))
            return SecretFields.IsEnd(tokens, at + 1);
        if (family == CodeFamily.JavaScript && !member && name is "window" or "globalThis" && at > 1 && tokens[at - 1].Text is "(" or ","
            && SecretFields.IsEnd(tokens, at + 1) && SecretFields.Caller(tokens, at, out _) is "log" or "dir" or "table")
            return true;
        // prisma.user.findFirst({omit: {password: false}})
        if (SecretFields.Are(name) && at > 2 && Is(tokens, at + 1, ":") && Is(tokens, at + 2, "false") && tokens[at - 1].Is("{") && tokens[at - 3].Is("omit")) return true;
        // session.query(ApiKey), Token.objects.values(), db.credentials.find(); how many there are is told to everybody.
        return IsOfRows(tokens, at, member) && !tokens.Exists(token => Counting.Contains(token.Text));
    }

    static bool IsOfRows(List<CodeToken> tokens, int at, bool member)
    {
        var name = tokens[at].Text;
        return !member && at > 1 && tokens[at - 1].Is("(") && tokens[at - 2].Text is "query" or "select" or "select_from"
                && char.IsAsciiLetterUpper(name[0]) && SecretFields.AreRows(name)
            || name is "Token" && Is(tokens, at + 1, ".") && Is(tokens, at + 2, "objects")
                && !(at + 4 < tokens.Count && tokens[at + 4].Text is "filter" && !tokens.Exists(token => token.Text.StartsWith("values", StringComparison.Ordinal)))
            || member && tokens[at - 2].Is("db") && SecretFields.AreRows(name) && Is(tokens, at + 1, ".")
                && at + 2 < tokens.Count && tokens[at + 2].Text is "find" or "findOne" or "find_one" or "aggregate" or "distinct";
    }

    // "{0.settings.SECRET_KEY}".format(app), "%(password)s" % row, format("%{password}", row)
    static bool IsFormat(List<CodeToken> tokens, int at, string text)
    {
        var percent = Is(tokens, at + 1, "%") || at > 1 && tokens[at - 1].Is("(") && tokens[at - 2].Text is "format" or "sprintf";
        if (percent && OfPercent().Matches(text).Any(field => SecretFields.Are(field.Groups["name"].Value))) return true;
        return Is(tokens, at + 1, ".") && at + 2 < tokens.Count && tokens[at + 2].Text is "format" or "format_map"
            && OfBraces().Matches(text).Any(field => SecretFields.Are(field.Groups["name"].Value));
    }

    // df[["user", "password"]], JSON.stringify(user, ["password"]), attributes: {include: ["password"]}
    static bool IsListed(List<CodeToken> tokens, int at)
    {
        var open = at - 1;
        while (open > 0 && (tokens[open].Is(",") || tokens[open].Kind == CodeKind.String)) open--;
        if (open < 2 || !tokens[open].Is("[")) return false;
        return tokens[open - 1].Is("[") && tokens[open - 1].Start == tokens[open - 2].End && (tokens[open - 2].Kind == CodeKind.Name || tokens[open - 2].Text is ")" or "]")
            || tokens[open - 1].Is(",") && SecretFields.Caller(tokens, open, out _) is "stringify" or "table"
            || tokens[open - 1].Is(":") && tokens[open - 2].Is("include");
    }

    static bool IsRedis(string name) =>
        name is "r" or "rdb" or "kv" or "rc" || name.EndsWith("redis", StringComparison.OrdinalIgnoreCase) || name.EndsWith("cache", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("redisClient", StringComparison.OrdinalIgnoreCase) || name.EndsWith("redis_client", StringComparison.Ordinal);

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);

    [GeneratedRegex(@"%\((?<name>\w+)\)|%[{<](?<name>\w+)[}>]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfPercent();

    [GeneratedRegex(@"\{[^{}.\[]*([.\[][^{}.\[]*)*[.\[](?<name>\w+)\]?(![rsa])?(:[^{}]*)?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfBraces();
}
