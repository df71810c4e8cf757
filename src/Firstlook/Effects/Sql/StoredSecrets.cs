using System.Text.RegularExpressions;

namespace Firstlook.Effects.Sql;

/// <summary>
/// Rows that are secrets by the name of their table (<c>api_keys</c>, <c>oauth_tokens</c>), and such as are asked for by a key's name in a table of keys and values
/// (developer.wordpress.org, "wp_options"; experienceleague.adobe.com, "core_config_data").
/// </summary>
internal static partial class StoredSecrets
{
    public static bool Rows(string table) => Table().IsMatch(table);

    /// <summary>Whether a statement asks a table of people, where <c>pass</c> is no result of a test.</summary>
    public static bool OfPeople(List<SqlToken> tokens) => tokens.Exists(token => token.Kind is SqlKind.Word or SqlKind.Quoted && People().IsMatch(token.Text));

    /// <returns>The key that is compared with, where it names a secret and its value is shown: <c>SELECT value FROM settings WHERE name = 'smtp_password'</c>.</returns>
    public static string? AskedBy(List<SqlToken> tokens, int at)
    {
        if (at < 2 || tokens[at].Text.Length > 100) return null;
        var named = tokens[at].Text.Split(['%', '/', '.', ':', ' ', '-'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(part => part is "auth_key" or "pass" || SecretColumns.Names(part));
        if (named is null) return null;
        var column = at - 1;
        while (column > 0 && at - column < 100 && tokens[column].Text is "=" or "like" or "ilike" or "in" or "(" or ",") column--;
        while (column > 1 && at - column < 100 && tokens[column].Kind == SqlKind.String) column -= 2;
        if (column == at - 1 || column < 0 || tokens[column].Kind is not (SqlKind.Word or SqlKind.Quoted) || !Keys().IsMatch(tokens[column].Text)) return null;
        // What a server shows of its own settings by such a name tells of a secret, and is none.
        if (tokens.Exists(token => token.Text.StartsWith("pg_", StringComparison.Ordinal) || token.Text is "information_schema" or "performance_schema" or "sys")) return null;
        var from = tokens.FindIndex(token => token.Is("from"));
        if (from < 0 || from > column || !tokens[..from].Exists(token => Values().IsMatch(token.Text))
            && !(tokens[..from].Exists(token => token.Is("*")) && from + 1 < tokens.Count && Settings().IsMatch(tokens[from + 1].Text)))
            return null;
        return named;
    }

    [GeneratedRegex(@"^(\w+_)?(api_?keys?|access_?keys?|private_?keys?|secrets?|credentials?|passwords|(access|refresh|auth|oauth\d?|api|session|bearer|personal|user)_?tokens?)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Table();

    [GeneratedRegex("(user|account|login|admin|member|customer)s?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex People();

    [GeneratedRegex(@"^((option|setting|config|param|parameter|property|meta|attribute)_?)?(name|key|path|code)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    [GeneratedRegex(@"^(\w+_)?(value|val)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Values();

    [GeneratedRegex("(settings?|options?|config(s|_data)?|configurations?|preferences|properties|parameters|variables)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Settings();
}
