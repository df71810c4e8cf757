using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>What of MongoDB lets somebody in: hashes of passwords and keys that members sign with (MongoDB manual, "System Collections"), and fields of
/// documents by their names.</summary>
internal static partial class MongoSecrets
{
    /// <summary>By the text, in which a name may be put together.</summary>
    public static bool Names(string text) => Name().IsMatch(Joint().Replace(text, ""));

    /// <summary>Whether a field is asked for by such a name: <c>distinct("password")</c>, <c>find({}, {passwordHash: 1})</c>, <c>findOne().token</c>.</summary>
    public static bool Ask(List<CodeToken> tokens)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (AskedSecrets.Are(tokens, at, CodeFamily.JavaScript)) return true;
            var name = tokens[at].Text.Trim('"', '\'').TrimStart('$');
            if (tokens[at].Kind is not (CodeKind.Name or CodeKind.String) || !SecretFields.Are(name[(name.LastIndexOf('.') + 1)..])) continue;
            if (at + 2 < tokens.Count && tokens[at + 1].Is(":") && tokens[at + 2].Text is "1" or "true") return true;
            if (tokens[at].Kind == CodeKind.String ? tokens[at - 1].Is("(") && at > 1 && tokens[at - 2].Is("distinct") || tokens[at].Text.Contains('$') && tokens[at - 1].Is(":")
                : tokens[at - 1].Is(".") && at > 1 && tokens[at - 2].Text is ")" or "]")
                return true;
        }

        return false;
    }

    [GeneratedRegex("showCredentials|system\\.(users|keys)|external_validation_keys|admin\\.system\\.|\\bgetURI\\s*\\(|\\._uri\\b|getMongo\\(\\)\\._",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("[\"']\\s*\\+\\s*[\"']", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
