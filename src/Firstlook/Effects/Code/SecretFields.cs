using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Settings, columns and fields whose names say that they hold what lets somebody in, where a statement shows them: <c>print(settings.SECRET_KEY)</c>,
/// <c>User.pluck(:password_digest)</c>,
/// <c>find({}, {password: 1})</c>. One that is handed to a client, or only compared, is used and not shown; a variable that is set to one shows it where it is shown.
/// </summary>
internal static partial class SecretFields
{
    /// <summary>Calls that answer the fields which they are given by name.</summary>
    static readonly FrozenSet<string> Asking =
        FrozenSet.Create(StringComparer.Ordinal, "values", "values_list", "only", "defer", "select", "pluck", "pick", "project", "getItem", "get", "getlist", "getattr",
            "fetch", "dig", "slice", "values_at", "read_attribute", "itemgetter", "attrgetter");

    /// <summary>Calls that use what they are given, or tell of it that it is there.</summary>
    static readonly FrozenSet<string> Using =
        FrozenSet.Create(StringComparer.Ordinal, "connect", "create_connection", "create_engine", "from_url", "createClient", "createConnection", "login", "auth",
            "client", "resource", "len", "bool", "isinstance", "hasattr", "check_password", "compare", "compare_digest", "authenticate", "Boolean", "verify", "decode",
            "create_pool", "createPool", "new", "register");

    /// <summary>Rows that are themselves such a thing.</summary>
    [GeneratedRegex("^(api|access|refresh|auth|oauth|personal_?access|session|service)_?(access_?)?(key|token)s?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    // What pages, locks and repeated requests are told apart by is no secret, and who has a password is not either.
    [GeneratedRegex(
        @"^(?!\w*(next|page|continuation|csrf|xsrf|sync|marker|idempotency|client|fencing|lock|cancell?ation|resume|delta)_?token)(?!(has|is|needs|requires|can|no|"
        + @"num|last|expired?)_|(has|is|needs)(?-i:[A-Z]))\w*?(passwords?|passwd|password_?(hash|digest)|passphrase|api_?keys?|secrets?|secret_?(access_?)?keys?|"
        + @"(db|database|smtp|redis|mail|ftp|ldap|admin|root|user|login)_?(pass|pwd)|"
        + @"private_?keys?|signing_?key|encryption_?key|master_?key|recovery_?codes?|backup_?codes?|(?<![a-z])token|"
        + @"(access|refresh|auth|session|bearer|reset|id|api|invite)_?token|session_?key)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    // Addresses of databases, brokers and caches have the password in them (12factor.net, "Config"; docs.celeryq.dev, "broker_url"; Flask-SQLAlchemy, "Configuration").
    [GeneratedRegex("(^|_)(DATABASE|DB|SQLALCHEMY|REDIS|MONGO(DB)?|AMQP|RABBITMQ|CLOUDAMQP|BROKER|CELERY|POSTGRES(QL)?|PG|MYSQL|CACHE|RESULT|KAFKA|"
        + "ELASTIC(SEARCH)?|SMTP|SENTRY)_?\\w*(URL|URI|DSN|BACKEND)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>Whether a setting of that name, in capitals, is an address with a password in it.</summary>
    public static bool AreAddress(string name) => name.Length < 64 && Address().IsMatch(name);

    /// <summary>Whether each row of a table or collection of that name is such a thing.</summary>
    public static bool AreRows(string name) => name.Length < 64 && (Row().IsMatch(name) || name.ToLowerInvariant() is "credentials" or "tokens" or "secrets" or "passwords");

    /// <summary>A key among the settings of an application: <c>settings.STRIPE_KEY</c>.</summary>
    [GeneratedRegex("^(?!.*(PRIMARY|FOREIGN|CACHE|SORT|PARTITION|PUBLIC|PUBLISHABLE|ROUTING|SITE)_KEY$)[A-Z0-9_]+_(KEY|PASS|PWD|DSN|SALT)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    public static bool Are(string name) => name.Length < 64 && Field().IsMatch(name);

    /// <summary>Variables that are set to nothing but such a field.</summary>
    public static HashSet<string> Carried(List<CodeToken> tokens, CodeFamily family)
    {
        var carried = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 1; at < tokens.Count; at++)
        {
            // const { password } = user
            if (family == CodeFamily.JavaScript && tokens[at].Kind == CodeKind.Name && tokens[at - 1].Text is "{" or ","
                && (Is(tokens, at + 1, "}") || Is(tokens, at + 1, ",")) && Are(tokens[at].Text) && tokens.FindIndex(at, token => token.Is("}")) is > 0 and var close
                && Is(tokens, close + 1, "=") && !Is(tokens, close + 2, "="))
                carried.Add(tokens[at].Text);
            // users.map(({ apiKey }) => apiKey)
            if (family == CodeFamily.JavaScript && tokens[at].Kind == CodeKind.Name && tokens[at - 1].Text is "{" or "," && Are(tokens[at].Text)
                && Is(tokens, at + 1, "}") && Is(tokens, at + 2, ")") && Is(tokens, at + 3, "=") && Is(tokens, at + 4, ">"))
                carried.Add(tokens[at].Text);
            if (IsNamed(tokens, at, family) && Set(tokens, at) is { } name) carried.Add(name);
        }

        return carried;
    }

    public static bool AreShown(List<CodeToken> tokens, CodeFamily family, HashSet<string> carried)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var inner in tokens[at].Inner ?? [])
            {
                if (!IsUsed(tokens, at) && new CodeLexer(inner, family).Read() is { Problem: null } lexer && AreShown(lexer.Tokens, family, carried)) return true;
            }

            if (IsRow(tokens, at) || IsWhole(tokens, at) || AskedSecrets.Are(tokens, at, family)) return true;
            if (tokens[at].Kind == CodeKind.Name && carried.Contains(tokens[at].Text) && !IsPart(tokens, at)
                ? !IsSet(tokens, at) && !IsUsed(tokens, at) : IsNamed(tokens, at, family) && !IsUsed(tokens, at) && Set(tokens, at) is null)
                return true;
        }

        return false;
    }

    static bool IsNamed(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var token = tokens[at];
        if (token.Kind is not (CodeKind.Name or CodeKind.String)) return false;
        var name = token.Kind == CodeKind.Name ? token.Text : token.Text.Trim('"', '\'', '`');
        // {password: 1}, select: { password: true }
        if (Is(tokens, at + 1, ":") && at + 2 < tokens.Count && tokens[at + 2].Text is "1" or "true" or "True"
            && (name is "showCredentials" || Are(name[(name.LastIndexOf('.') + 1)..])))
            return true;
        // User.find({}, "email password"), select("+password")
        if (token.Kind == CodeKind.String && family == CodeFamily.JavaScript && Caller(tokens, at, out _) is "find" or "findOne" or "findById" or "select"
            && Array.Exists(name.Split(' '), part => Are(part.TrimStart('+'))))
            return true;
        // findAll({attributes: ["password"]})
        if (token.Kind == CodeKind.String && Are(name) && IsAsked(tokens, at)) return true;
        if (token.Kind == CodeKind.String)
            return (Are(name) || AreAddress(name) && tokens[..at].Exists(before => before.Text is "config" or "settings" or "conf")) && at > 1
                && (tokens[at - 1].Is("[") && tokens[at - 1].Start == tokens[at - 2].End && (tokens[at - 2].Kind == CodeKind.Name || tokens[at - 2].Text is ")" or "]")
                    && !IsSet(tokens, at + 1)
                    || Caller(tokens, at, out _) is { } caller && Asking.Contains(caller));
        if (at == 0) return token.Text is "localStorage" or "sessionStorage" && !Is(tokens, at + 1, ".");
        if (token.Text is "localStorage" or "sessionStorage" && family == CodeFamily.JavaScript)
            return !tokens[at - 1].Is(".") && !Is(tokens, at + 1, ".") && !Is(tokens, at + 1, "[");
        if (token.Text is "cookie" && tokens[at - 1].Is(".") && at > 1 && tokens[at - 2].Is("document")) return !IsSet(tokens, at);
        if (family == CodeFamily.Ruby && tokens[at - 1].Is(":") && tokens[at - 1].End == token.Start)
            return Are(name) && !Is(tokens, at + 1, "=")
                && tokens[..at].Exists(before => before.Kind == CodeKind.Name && (Asking.Contains(before.Text) || before.Is("send")))
                || at > 1 && tokens[at - 2].Is("[") && Are(name);
        if (!tokens[at - 1].Is(".") || IsSet(tokens, at) || Is(tokens, at + 1, "(")
            || !Are(name) && !((AreAddress(name) || Setting().IsMatch(name)) && at > 1 && tokens[at - 2].Text is "settings" or "config" or "conf"))
            return false;
        // A volume's secret names one.
        return !(name is "secret" or "secrets" or "token" && (Is(tokens, at + 1, ".") || Is(tokens, at + 1, "[")));
    }

    // An array behind the key by which columns are chosen.
    static bool IsAsked(List<CodeToken> tokens, int at)
    {
        while (at > 1 && (tokens[at - 1].Is(",") || tokens[at - 1].Kind == CodeKind.String)) at--;
        return at > 2 && tokens[at - 1].Is("[") && tokens[at - 2].Text is ":" or "=" && tokens[at - 3].Text.Trim('"', '\'') is "attributes" or "select" or "fields" or "columns"
            or "projection" or "only" or "returning";
    }

    // settings.DATABASES, connection.settings_dict: all of it, or what is asked of it by no plain name.
    static bool IsWhole(List<CodeToken> tokens, int at)
    {
        // Flask's; and all columns of a person.
        if (tokens[at].Is("config") && at > 1 && tokens[at - 1].Is(".") && tokens[at - 2].Text is "app" or "current_app" && IsEnd(tokens, at + 1)) return true;
        if (SettingsOfClients.AreShown(tokens, at)) return true;
        if (tokens[at].Text is "values" or "values_list" && Is(tokens, at + 1, "(") && Is(tokens, at + 2, ")") && at > 3 && tokens[at - 2].Is("objects")
            && tokens[at - 4].Text is "User" or "Account" or "Customer" or "Admin" or "Member" or "Session")
            return true;
        if (tokens[at].Kind != CodeKind.Name || tokens[at].Text is not ("DATABASES" or "settings_dict" or "CACHES" or "CHANNEL_LAYERS") || IsSet(tokens, at)) return false;
        var end = Paths.EndOf(tokens, at);
        return !tokens.GetRange(at, end - at + 1)
            .Exists(token => token.Text.Trim('"', '\'') is "HOST" or "NAME" or "PORT" or "ENGINE" or "USER" or "CONN_MAX_AGE" or "OPTIONS" or "keys");
    }

    // ApiKey.objects.values(...), prisma.apiKey.findMany(); how many there are is told to everybody.
    static bool IsRow(List<CodeToken> tokens, int at) =>
        tokens[at].Kind == CodeKind.Name && Is(tokens, at + 1, ".") && at + 2 < tokens.Count
            && (Row().IsMatch(tokens[at].Text)
                // Prisma's and Active Record's sessions, of which each is a token.
                || tokens[at].Text is "session" && at > 1 && tokens[at - 1].Is(".") && tokens[at - 2].Text is "prisma" or "db" && !tokens.Exists(token => token.Text is "select")
                || tokens[at].Is("Session") && at > 2 && tokens[at - 1].Is(":") && tokens[at - 3].Text is "SessionStore")
            && tokens[at + 2].Text is "objects" or "query" or "find" or "findMany" or "findFirst" or "findOne" or "findUnique" or "findAll" or "all" or "first" or "last"
                or "where" or "find_by" or "pluck" or "aggregate"
        && !tokens.Exists(token => token.Text is "count" or "exists" or "exists?" or "countDocuments" or "size" or "any?" or "empty?");

    /// <summary>Whether nothing of what stands before a place is asked for there.</summary>
    public static bool IsEnd(List<CodeToken> tokens, int at) => at >= tokens.Count || tokens[at].Kind == CodeKind.Newline || tokens[at].Text is ")" or "," or ";" or "]" or "}";

    static bool IsPart(List<CodeToken> tokens, int at) => at > 0 && tokens[at - 1].Is(".") || Is(tokens, at + 1, ":") || Is(tokens, at + 1, "=") && !Is(tokens, at + 2, "=");

    static bool IsSet(List<CodeToken> tokens, int at) => Is(tokens, at + 1, "=") && !(Is(tokens, at + 2, "=") || Is(tokens, at + 2, "~"));

    /// <summary>The variable that is set to what ends at a place, and to nothing else; null where none is.</summary>
    static string? Set(List<CodeToken> tokens, int at)
    {
        var end = at;
        while (end + 1 < tokens.Count && tokens[end + 1].Text is "]" or ")") end++;
        if (end + 1 < tokens.Count && tokens[end + 1].Kind != CodeKind.Newline && !tokens[end + 1].Is(";")) return null;
        var start = Paths.StartOf(tokens, end, Paths.MostInBrackets);
        return start > 1 && tokens[start - 1].Is("=") && tokens[start - 2].Kind == CodeKind.Name && !(start > 2 && tokens[start - 3].Is(".")) ? tokens[start - 2].Text : null;
    }

    /// <summary>Whether what stands at a place is compared, or stands in a call that uses it: of a class, of a client, of a request.</summary>
    static bool IsUsed(List<CodeToken> tokens, int at)
    {
        if (at + 2 < tokens.Count && (tokens[at + 1].Text is "is" or "in" || tokens[at + 1].Text is "=" or "!" && tokens[at + 2].Is("="))) return true;
        for (var place = at; Caller(tokens, place, out var open) is { } caller; place = open)
        {
            if (Using.Contains(caller) || char.IsAsciiLetterUpper(caller[0]) && caller is not ("Array" or "String" or "Object" or "JSON")) return true;
            if (caller is "get" or "head" or "options" or "fetch" or "urlopen"
                && tokens.GetRange(open, Math.Min(at, tokens.Count - 1) - open)
                    .Exists(token =>
                        token.Kind == CodeKind.String && token.Text.Contains("://", StringComparison.Ordinal) || token.Text is "headers" or "auth"
                            || token.Text.Contains("URL", StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary>The name of the call whose brackets hold a place, and where they open; of a list or an object in them it is the one around that.</summary>
    public static string? Caller(List<CodeToken> tokens, int at, out int open)
    {
        var depth = 0;
        for (open = at - 1; open > 0 && at - open < Paths.MostInBrackets; open--)
        {
            if (tokens[open].Kind != CodeKind.Symbol) continue;
            if (tokens[open].Text is ")" or "]" or "}") depth++;
            else if (tokens[open].Text is "(" or "[" or "{" && --depth < 0)
            {
                if (tokens[open].Is("(") && tokens[open - 1].Kind == CodeKind.Name) return tokens[open - 1].Text;
                depth = 0;
            }
        }

        return null;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
