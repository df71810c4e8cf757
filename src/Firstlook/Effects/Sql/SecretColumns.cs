using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Sql;

/// <summary>
/// Tables and columns that hold what lets somebody in. A query that names one waits for a click. Sources: PostgreSQL "System Catalogs" (pg_authid, pg_shadow, pg_user_mapping,
/// pg_subscription), MySQL "The mysql System Schema", SQL Server "sys.sql_logins", Oracle SYS.USER$ and LINK$, Supabase "Vault".
/// </summary>
internal static partial class SecretColumns
{
    static readonly FrozenSet<string> Tables = FrozenSet.ToFrozenSet(
        ["pg_authid", "pg_shadow", "pg_user_mapping", "pg_user_mappings", "pg_dist_authinfo", "sql_logins", "user$", "link$", "decrypted_secrets", "slave_master_info", "refresh_tokens", "oauth_access_tokens"], StringComparer.OrdinalIgnoreCase);

    /// <returns>The first that is named; null where none is.</returns>
    public static string? In(List<SqlToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind is not (SqlKind.Word or SqlKind.Quoted)) continue;
            var name = tokens[at].Text;
            if (Tables.Contains(name) || Column().IsMatch(name)) return name;
            // "mysql.user": elsewhere a table of that name holds people.
            if (at > 1 && name is "user" or "servers" && tokens[at - 1].Is(".") && tokens[at - 2].Is("mysql")) return $"mysql.{name}";
        }

        return null;
    }

    [GeneratedRegex(@"^((\w+_)?(password|passwd|password_hash|password_digest|api_key|apikey|access_token|refresh_token|private_key|client_secret|secret_key)|rolpassword|authentication_string|subconninfo|umoptions|decrypted_secret|user_pass|session_data|spare4)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
