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
        ["pg_authid", "pg_shadow", "pg_user_mapping", "pg_user_mappings", "pg_dist_authinfo", "sql_logins", "user$", "user_history$", "link$", "decrypted_secrets",
            "slave_master_info", "refresh_tokens", "oauth_access_tokens", "user_mapping_options", "_pg_user_mappings", "syslogins", "sysxlogins", "named_collections",
            "password_history", "primary_conninfo", "exu8phs", "ku$_dblink_view", "ku$_user_view", "process_envs", "docker_container_envs", "shell_history"],
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Tables of a server's own that hold hashes, by their schema (also MariaDB "mysql.global_priv", Cassandra "Authentication", CockroachDB "system").</summary>
    static readonly (string Schema, string Name)[] Catalogues =
        [("mysql", "user"), ("mysql", "servers"), ("mysql", "global_priv"), ("system_auth", "roles"), ("system_auth", "credentials"), ("system", "users"),
            ("system", "web_sessions"), ("sys", "syslogins"), ("sys", "user$"), ("sys", "syslnklgns"), ("sys", "sysxlgns")];

    /// <summary>Tables that hold such things among others, by the columns that do: all of them are asked for by a star (PostgreSQL "pg_subscription", "pg_hba_file_rules";
    /// Django REST framework, "authtoken"; Laravel "Sanctum"; Django "Sessions").</summary>
    static readonly FrozenDictionary<string, string[]> Parts = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["pg_subscription"] = [], ["pg_hba_file_rules"] = ["options"], ["authtoken_token"] = ["key"], ["personal_access_tokens"] = [], ["django_session"] = ["session_key"],
        ["oauth2_provider_accesstoken"] = [], ["oauth2_provider_refreshtoken"] = [], ["account_emailconfirmation"] = ["key"], ["knox_authtoken"] = ["digest"],
        ["pg_file_settings"] = ["setting"], ["moz_cookies"] = ["value"], ["cookies"] = ["value", "encrypted_value"],
        ["password_reset_tokens"] = [], ["password_resets"] = [], ["auth_user"] = [],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="schema">The one that a name without any is looked up in; null where that is not known.</param>
    /// <returns>The first that is named; null where none is.</returns>
    public static string? In(List<SqlToken> tokens, string? schema = null)
    {
        var from = tokens.FindIndex(token => token.Is("from"));
        var json = tokens.FindIndex(token => token.Text.Contains("json", StringComparison.Ordinal));
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == SqlKind.String && (Key(tokens, at, json) ?? StoredSecrets.AskedBy(tokens, at)) is { } key) return key;
            if (tokens[at].Kind is not (SqlKind.Word or SqlKind.Quoted)) continue;
            var name = tokens[at].Text;
            // In place of a table: text.`/etc/shadow`
            if (tokens[at].Kind == SqlKind.Quoted && name.Contains('/') && SecretFiles.Holds(name)) return name;
            // Cassandra's token() tells where a row lies.
            if (tokens[at].Is("token") && at + 1 < tokens.Count && tokens[at + 1].Is("(")) continue;
            if (Tables.Contains(name) || Names(name) || name == "pass" && StoredSecrets.OfPeople(tokens)) return name;
            if (StoredSecrets.Rows(name) && IsSource(tokens, at, from)
                && (Whole(tokens, at) || tokens.Exists(token => token.Text is "key" or "value" or "hash" or "digest")))
                return name;
            if (Parts.TryGetValue(name, out var columns) && IsSource(tokens, at, from) && (Whole(tokens, at) || tokens.Exists(token => columns.Contains(token.Text)))) return name;
            // "mysql.user", "system_auth.roles": elsewhere a table of that name holds people.
            var before = Schema(tokens, at) ?? (IsSource(tokens, at, from) ? schema : null);
            if (before is not null
                && Array.Exists(Catalogues,
                    table => before.Equals(table.Schema, StringComparison.OrdinalIgnoreCase) && name.Equals(table.Name, StringComparison.OrdinalIgnoreCase)))
                return $"{before}.{name}";
        }

        // Oracle, "DBMS_METADATA": what makes a user or a link holds its hash. ClickHouse, "SHOW CREATE NAMED COLLECTION".
        return tokens.Exists(token => token.Is("get_ddl"))
            && tokens.Exists(token => token.Kind == SqlKind.String && token.Text.ToUpperInvariant() is "USER" or "DB_LINK" or "PUBLIC_DB_LINK")
            ? "get_ddl" : tokens is [{ Text: "show" }, { Text: "create" }, { Text: "named" }, ..] ? "named collection"
            // CockroachDB, "SHOW CREATE EXTERNAL CONNECTION": the whole address, with the keys in it.
            : tokens is [{ Text: "show" }, { Text: "create" }, { Text: "external" } or { Text: "all" }, { Text: "connection" or "external" }, ..] ? "external connection"
            // MySQL and MariaDB: the hash stands behind IDENTIFIED.
            : tokens is [{ Text: "show" }, { Text: "create" }, { Text: "user" }, ..] ? "IDENTIFIED"
            // MariaDB, "SHOW CREATE SERVER": the password is among its options.
            : tokens is [{ Text: "show" }, { Text: "create" }, { Text: "server" }, ..] ? "PASSWORD" : AllSettings.Asked(tokens);
    }

    // mysql.user, `mysql`.`user`, [mysql].[user]
    static string? Schema(List<SqlToken> tokens, int at)
    {
        if (at > 0 && tokens[at - 1].Is("[")) at--;
        if (at < 2 || !tokens[at - 1].Is(".")) return null;
        var schema = tokens[at - 2].Is("]") && at > 2 ? tokens[at - 3] : tokens[at - 2];
        return schema.Kind is SqlKind.Word or SqlKind.Quoted ? schema.Text : null;
    }

    /// <param name="from">Where FROM first stands; below 0 where it does not.</param>
    static bool IsSource(List<SqlToken> tokens, int at, int from)
    {
        while (at > 1 && tokens[at - 1].Is(".")) at -= 2;
        return at > 0 && (tokens[at - 1].Text is "from" or "join" or "table" || tokens[at - 1].Is(",") && from >= 0 && from < at);
    }

    /// <summary>Whether a column of that name holds such a thing.</summary>
    public static bool Names(string name) => Column().IsMatch(name);

    /// <summary>Words that stand behind a table, and are no other name for it.</summary>
    static readonly FrozenSet<string> BehindTables =
        FrozenSet.Create(StringComparer.Ordinal, "where", "join", "on", "order", "group", "limit", "left", "right", "inner", "full", "cross", "natural", "using", "union",
            "having", "window", "fetch", "offset", "for", "as", "with", "tablesample", "except", "intersect", "lateral", "returning", "set");

    /// <summary>Whether all columns of a table are shown: by a star that is no count's and multiplies nothing, by TABLE, or as a row by the table's name or its other
    /// one (PostgreSQL, 8.16.5 "Using Composite Types in Queries").</summary>
    static bool Whole(List<SqlToken> tokens, int table)
    {
        var alias = table + 1 < tokens.Count && tokens[table + 1].Is("as") ? table + 2 : table + 1;
        var other = alias < tokens.Count && tokens[alias].Kind == SqlKind.Word && !BehindTables.Contains(tokens[alias].Text) ? tokens[alias].Text : null;
        for (var at = 1; at < table; at++)
        {
            if (tokens[at].Kind == SqlKind.Word && (tokens[at].Text == other || tokens[at].Text == tokens[table].Text) && !tokens[at - 1].Is(".") && !tokens[at + 1].Is(".")
                && !tokens[at - 1].Is("as") && !(tokens[at - 1].Is("(") && at > 1 && tokens[at - 2].Is("count")))
                return true;
        }

        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Is("*") && tokens[at - 1].Text is "select" or "distinct" or "all" or "," or ".") return true;
            if (tokens[at - 1].Is("table")) return true;
        }

        return false;
    }

    /// <summary>The key of a document that is asked for, where it names such a thing: <c>data->>'password'</c>, <c>data['token']</c>,
    /// <c>json_extract(data, '$.api_key')</c>.</summary>
    /// <param name="json">Where a word that holds "json" first stands; below 0 where none does.</param>
    static string? Key(List<SqlToken> tokens, int at, int json)
    {
        var text = tokens[at].Text;
        // PostgreSQL, "current_setting": the standby's password stands in it.
        if (text.Equals("primary_conninfo", StringComparison.OrdinalIgnoreCase) && at > 1 && tokens[at - 2].Is("current_setting")) return text;
        if (at == 0 || text.Length > 200) return null;
        // Behind a sign of comparison it is a value: x > 'token'.
        var arrow = tokens[at - 1].Is(">") && at > 2 && tokens[at - 2].Text is "-" or ">" or "#";
        if (!arrow && !tokens[at - 1].Is("[") && text is not ['$', '.' or '[', ..]
            && !(tokens[at - 1].Is(",") && json >= 0 && json < at))
            return null;
        return text.Split(['.', '$', '[', ']', '"', '\'', '{', '}', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => Column().IsMatch(part));
    }

    [GeneratedRegex(
        @"^(\w*(password_?values?|pw_?hash(es)?|pass_?hash|conn(ection)?_?str(ing)?|private_?pem|"
        + @"password|passwd|password_?(hash|digest)|api_?key|access_?token|refresh_?token|auth_?token|bearer_?token|session_?token|reset_?token|api_?token|"
        + @"id_?token|private_?key|signing_?key|encryption_?key|secret_?key|passphrase)|(\w*_)?(secrets?|pwd)|tokens?|\w+[a-z]Secret|"
        + @"(otp|totp|mfa|two_?factor|2fa)_?(secret|seed|key|backup_codes|recovery_codes)\w*|\w*(backup|recovery)_?codes?|\w*salted_?hash|rolpassword|"
        + @"(\w*_)?secret_access_key|(remember|confirmation|activation|verification|invitation|invite|login|magic_link|personal|impersonation|unlock|deploy|"
        + @"runners?|webhook|bot|jwt|registration)_token|(\w*_)?(mnemonic|seed_phrase|recovery_phrase)|"
        + @"authentication_string|subconninfo|umoptions|decrypted_secret|user_pass|session_data|spare4)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
