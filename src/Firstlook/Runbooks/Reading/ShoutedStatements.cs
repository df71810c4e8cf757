using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// <c>UPDATE STATISTICS dbo.orders</c>, <c>FLUSH PRIVILEGES</c>, <c>ALTER EVENT purge DISABLE</c>: a verb of SQL in capitals, the kind of thing that it does something to, and
/// as a rule its name. Sources: Transact-SQL, MySQL, PostgreSQL, Oracle, Hive and Cassandra references, their lists of statements.
/// </summary>
internal static partial class ShoutedStatements
{
    public static bool Open(string text) =>
        text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..] && text.AsSpan().IndexOf(' ') is > 1 and < LongestVerb && (OnThings().IsMatch(text) || OfOwnForm().IsMatch(text));

    const int LongestVerb = 14;

    const string Things =
        @"(TABLES?|INDEX(ES)?|DATABASE|SCHEMA|VIEW|MATERIALIZED VIEW|COLUMN|STATISTICS|TRIGGER|EVENT|PROCEDURE|FUNCTION|PACKAGE|ROLE|USER|LOGIN|PROFILE|SERVER|SEQUENCE|TABLESPACE|"
            + @"KEYSPACE|SUBSCRIPTION|PUBLICATION|POLICY|TASK|WAREHOUSE|PIPE|STREAM|TYPE|DOMAIN|CONSTRAINT|RULE|DEFAULT PRIVILEGES|PLUGGABLE DATABASE|DICTIONARY|SYNONYM|PARTITION|"
            + @"AVAILABILITY GROUP|RESOURCE (POOL|GROUP|GOVERNOR)|WORKLOAD GROUP|FULLTEXT (INDEX|CATALOG)|ENDPOINT|QUEUE|CERTIFICATE|DISK ?GROUP|LOG|LARGE OBJECT|SYSTEM)";

    [GeneratedRegex(
        @"^(ALTER|ANALYZE|BACKUP|CHECK|CHECKSUM|CLUSTER|COMMENT ON|CREATE( OR REPLACE)?|DISABLE|DROP|ENABLE|FLASHBACK|INSERT OVERWRITE|LOCK|MSCK REPAIR|OPTIMIZE|REASSIGN|"
            + @"RENAME|REPAIR|RESTORE|RESUME|SUSPEND|TRUNCATE|UPDATE)\s+" + Things + @"\s+[\w\[`""'<(.]",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OnThings();

    [GeneratedRegex(
        @"^(FLUSH\s+(NO_WRITE_TO_BINLOG\s+|LOCAL\s+)?(TABLES?|PRIVILEGES|HOSTS|STATUS|((BINARY|ENGINE|ERROR|GENERAL|RELAY|SLOW)\s+)?LOGS|"
            + @"USER_RESOURCES|QUERY CACHE)\b|"
            + @"RESET\s+(MASTER|REPLICA|SLAVE|QUERY CACHE|PERSIST)\b|CHANGE\s+(MASTER|REPLICATION SOURCE)\s+TO\s|UNLOCK\s+TABLES\b|DBCC\s+[A-Z]+|RECONFIGURE\s+WITH\s|"
            + @"SET\s+PERSIST(_ONLY)?\s|SHUTDOWN\s+(WITH|IMMEDIATE|ABORT|TRANSACTIONAL|NORMAL)\b|(ROLLBACK|COMMIT)\s+PREPARED\s|XA\s+(COMMIT|ROLLBACK|RECOVER)\b|"
            + @"(DEALLOCATE|DISCARD)\s+(ALL|PLANS|TEMP)\b|REPLACE\s+INTO\s|DENY\s+[A-Z]+\s|DELETE\s+TOP\s*\(|"
            + @"CLUSTER\s+[\w.]+\s+USING\s|REASSIGN\s+OWNED\s+BY\s|DROP\s+OWNED\s+BY\s|"
            + @"UPDATE\s[^;]{1,200}\sSET\s+[\w.\[\]]+\s*[-+]?=|MERGE\s+[\w.\[\]]+\s[^;]{0,60}\bUSING\s|COPY\s+[\w.""]+\s*(\([^)]*\)\s*)?(TO|FROM)\s|LOAD\s+DATA\s|"
            + @"RESTORE\s+(DATABASE|LOG)\s|KILL\s+(STATS JOB|QUERY NOTIFICATION SUBSCRIPTION)\s)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfOwnForm();
}
