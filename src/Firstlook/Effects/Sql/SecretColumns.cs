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
        ["pg_authid", "pg_shadow", "pg_user_mapping", "pg_user_mappings", "pg_dist_authinfo", "sql_logins", "user$", "link$", "decrypted_secrets", "slave_master_info",
            "refresh_tokens", "oauth_access_tokens"],
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Tables of a server's own that hold hashes, by their schema (also MariaDB "mysql.global_priv", Cassandra "Authentication", CockroachDB "system").</summary>
    static readonly (string Schema, string Name)[] Catalogues =
        [("mysql", "user"), ("mysql", "servers"), ("mysql", "global_priv"), ("system_auth", "roles"), ("system_auth", "credentials"), ("system", "users"),
            ("system", "web_sessions"), ("sys", "syslogins"), ("sys", "user$"), ("sys", "syslnklgns"), ("sys", "sysxlgns")];

    /// <returns>The first that is named; null where none is.</returns>
    public static string? In(List<SqlToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind is not (SqlKind.Word or SqlKind.Quoted)) continue;
            var name = tokens[at].Text;
            if (Tables.Contains(name) || Column().IsMatch(name)) return name;
            // "mysql.user", "system_auth.roles": elsewhere a table of that name holds people.
            if (at > 1 && tokens[at - 1].Is(".")
                && Array.Exists(Catalogues, table => tokens[at - 2].Is(table.Schema) && name.Equals(table.Name, StringComparison.OrdinalIgnoreCase)))
                return $"{tokens[at - 2].Text}.{name}";
        }

        return null;
    }

    [GeneratedRegex(
        @"^(\w*(password|passwd|password_?(hash|digest)|api_?key|access_?token|refresh_?token|auth_?token|bearer_?token|session_?token|reset_?token|api_?token|"
        + @"id_?token|private_?key|signing_?key|encryption_?key|secret_?key|passphrase)|(\w*_)?(secrets?|pwd)|tokens?|\w+[a-z]Secret|"
        + @"(otp|totp|mfa|two_?factor|2fa)_?(secret|seed|key|backup_codes|recovery_codes)\w*|\w*(backup|recovery)_?codes?|\w*salted_?hash|rolpassword|"
        + @"authentication_string|subconninfo|umoptions|decrypted_secret|user_pass|session_data|spare4)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
