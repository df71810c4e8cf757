using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Calls that by their name answer what lets somebody in: <c>get_secret_value</c>, <c>get_federation_token</c>, <c>list_namespaced_secret</c>.</summary>
internal static partial class Revealing
{
    public static bool Is(string name) => Name().IsMatch(name);

    /// <summary>Calls that show what lets somebody in by what they are given: <c>get_parameter(Name="x", WithDecryption=True)</c>, <c>config_get("requirepass")</c>.</summary>
    /// <param name="at">The name of a function that reads, which is called.</param>
    public static bool Asks(List<CodeToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count) return false;
        if (IsStore(tokens, at)) return true;
        for (var (i, close) = (at + 2, tokens[at + 1].Is("(") ? Paths.ClosingOf(tokens, at + 1) : tokens.Count); i + 2 < close; i++)
        {
            if (tokens[i].Text.Trim('"', '\'') is "WithDecryption" or "with_decryption" or "IncludeValue" or "include_value" or "includeValue" or "unmask"
                && tokens[i + 1].Text is "=" or ":" && tokens[i + 2].Text is not ("False" or "false"))
                return true;
        }

        // AWS, "DescribeInstanceAttribute", "DescribeVpnConnections", Glue's "GetConnection", Location's "DescribeKey"
        if (tokens[at].Text is "describe_vpn_connections" or "describeVpnConnections"
            || tokens.Exists(token => token.Kind == CodeKind.String && token.Text.Trim('"', '\'') is "userData"))
            return true;
        if (tokens[at].Text is "get_connection" or "get_connections" && Of(tokens, at, "glue") || tokens[at].Text is "describe_key" && Of(tokens, at, "location")) return true;
        // hvac: client.read("secret/x")
        if (tokens[at].Text is "read" && at + 2 < tokens.Count && tokens[at + 2].Kind == CodeKind.String && at > 1
            && (tokens[at - 2].Text is "client" or "vault" or "hvac" || Of(tokens, at, "hvac")))
            return true;

        // redis.io, "CONFIG GET": a pattern may be of more than one setting.
        return tokens[at].Text is "config_get"
            && !(at + 3 < tokens.Count && tokens[at + 2] is { Kind: CodeKind.String, Inner.Length: 0 } setting && tokens[at + 3].Is(")")
                && setting.Text.AsSpan().Trim("\"'").IndexOfAny("*?[\\") < 0 && !setting.Text.Contains("pass", StringComparison.OrdinalIgnoreCase)
                && !setting.Text.Contains("auth", StringComparison.OrdinalIgnoreCase) && !setting.Text.Contains("user", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What shows the environment of functions, tasks, builds and applications (AWS, "API Reference" of each service), by the service and the operation; the command
    /// line's twins are judged alike.</summary>
    static readonly (string Service, string Operation)[] Definitions =
        [("lambda", "get function configuration"), ("lambda", "get function"), ("ecs", "describe task definition"), ("amplify", "get app"), ("amplify", "list apps"),
            ("amplify", "get branch"), ("elasticbeanstalk", "describe configuration settings"), ("codebuild", "batch get projects"), ("batch", "describe job definitions"),
            ("ec2", "describe launch template versions"), ("ec2", "get launch template data"),
            // A client's secret, a token of Splunk, passwords of a connector, headers that a CDN adds, credentials of a job, keys of a device, a signed address.
            ("cognito", "describe identity provider"), ("firehose", "describe delivery stream"), ("kafkaconnect", "describe connector"),
            ("cloudfront", "get distribution config"), ("cloudfront", "get distribution"), ("codepipeline", "get job details"), ("iotwireless", "get wireless device"),
            ("autoscaling", "describe launch configurations"), ("emr-serverless", "get dashboard for job run")];

    /// <param name="at">A name, in Python's spelling, in JavaScript's, or as a command of its SDK.</param>
    public static bool OfCloud(List<CodeToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count || !tokens[at + 1].Is("(") || tokens[at].Text.Length < 6) return false;
        var words = Lexicon.WordsOf(tokens[at].Text);
        var operation = string.Join(' ', words is [.., "command"] ? words.SkipLast(1) : words);
        // Of a client that was made elsewhere the operation alone tells, where it has three words.
        return Array.Exists(Definitions,
            known => known.Operation == operation
                && (operation.Count(character => character == ' ') > 1 || tokens.Exists(token => token.Text.Contains(known.Service, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Places of passwords by what answers for them: <c>keytar.findCredentials</c>, <c>cookieStore.getAll</c>, <c>navigator.clipboard.readText</c>,
    /// <c>keyring.get_password</c>.</summary>
    static bool IsStore(List<CodeToken> tokens, int at) =>
        at > 1 && tokens[at - 1].Is(".") && tokens[at - 2].Text is "keytar" or "cookieStore" or "clipboard" or "keyring" or "pyperclip" or "safeStorage";

    static bool Of(List<CodeToken> tokens, int at, string service) => tokens[..at].Exists(token => token.Text.Trim('"', '\'') == service);

    // A token of a page is none, and how passwords are kept is told to everybody.
    [GeneratedRegex(
        @"^(get|fetch|read)_?(?!\w*(next|page|continuation|csrf|sync|marker)_?token)(\w*(secret(s|_?values?|_?string)?|passwords?|password_?data|credentials?|"
        + @"access_?(keys?|details)|api_?keys?|private_?keys?|connection_?strings?)|(\w*_)?token|"
        + @"\w*(authorization|session|federation|access|refresh|bearer|id|auth)_?token)(_?(for|with|by|from|of)_?\w+)?$|^(get|list)_?(stream|api)_?keys?$|"
        + @"^get_?(compute|instance)_?access$|^describe_?user_?pool_?client$|^(get|fetch)_?\w*(magic|reset|invite|invitation|signed|presigned|embed|sso|"
        + @"impersonation)_?(link|url)s?$|^(list|read)_?(namespaced_?)?secret(_?for_?all_?namespaces)?$|^get_?heap_?snapshot$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
