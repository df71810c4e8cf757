using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Python's names with a capital behind a dot: a class of a module (<c>pd.DataFrame</c>), which is made, or a method of pyVmomi, gRPC, SOAP or pywin32
/// (<c>vm.StandbyGuest()</c>, <c>stub.DrainNode()</c>), which is run.
/// </summary>
internal static class Capitals
{
    /// <summary>Beginnings of methods that act.</summary>
    static readonly string[] ActingVerbs =
        ["Delete", "Destroy", "Power", "Reboot", "Reset", "Stop", "Start", "Remove", "Create", "Update", "Set", "Shutdown", "Shut", "Kill", "Suspend", "Run", "Exec",
            "Exit", "Load", "Dispatch", "Write", "Send", "Add", "Put", "Post", "Patch", "Terminate", "Unregister", "Register", "Mark", "Migrate", "Relocate", "Revert",
            "Move", "Copy", "Rename", "Enable", "Disable", "Restart", "Cancel", "Purge", "Drop", "Clear", "Flush", "Format", "Restore", "Rollback", "Refund", "Charge",
            "Pay", "Grant", "Revoke", "Lock", "Unlock", "Enter", "Upgrade", "Install", "Uninstall", "Replace", "Truncate", "Publish", "Invoke", "Call", "Open", "Save",
            "Import", "Export", "Apply", "Detach", "Attach", "Mount", "Unmount", "Execute", "Expire", "Drain", "Pause", "Wipe", "Empty", "Disconnect", "Transfer"];

    /// <summary>How classes end that clients and their settings have.</summary>
    static readonly string[] ClassEndings =
        ["Client", "Session", "Consumer", "Producer", "Connection", "Engine", "Manager", "Config", "Error", "Exception", "Frame", "Parser", "Pool", "Redis", "Cluster",
            "Options", "Request", "Adapter", "Registry", "Transport", "Credentials", "Decimal", "Counter", "Dict", "Series", "Path", "Timeout", "Retry", "Api",
            "Inspector"];

    /// <summary>Modules whose names with a capital are classes, by what they are commonly imported as.</summary>
    static readonly FrozenSet<string> Modules = FrozenSet.Create(StringComparer.Ordinal,
        "pd", "np", "pandas", "numpy", "datetime", "decimal", "collections", "pathlib", "uuid", "json", "re", "io", "string", "enum", "fractions", "typing", "types",
            "time", "ipaddress", "argparse", "configparser", "csv", "logging", "queue", "math", "random", "statistics", "ssl", "socket", "email", "http", "urllib",
            "zoneinfo",
        "models", "django", "functions", "timezone", "requests", "httpx", "aiohttp", "urllib3", "redis", "kafka", "pymongo", "psycopg2", "psycopg", "sqlalchemy", "sa",
            "elasticsearch", "boto3", "botocore", "celery", "pika", "google", "storage", "bigquery", "pubsub_v1", "monitoring_v3", "azure", "confluent_kafka",
            "influxdb_client", "cassandra", "ldap3", "docker", "hvac", "consul", "paramiko", "dns", "yaml", "jwt", "pytz", "dateutil", "plt", "h5py", "bson", "neo4j",
            "nats", "etcd3", "kazoo", "grpc", "prometheus_client", "pb", "pb2", "vim", "kubernetes", "pymysql", "mysql", "pyodbc", "oracledb", "snowflake",
            "clickhouse_driver", "opensearchpy", "pulsar", "slack_sdk", "github", "gitlab", "jira", "minio", "rq", "polars", "pl");

    /// <summary>Methods of these services that only show say so with their first word.</summary>
    static readonly string[] ShowingVerbs =
        ["Get", "List", "Describe", "Check", "Search", "Query", "Retrieve", "Read", "Count", "Show", "Fetch", "Health", "Status", "Lookup", "Ping"];

    /// <summary>How classes end of kubernetes.client, which bears the name of any service's client.</summary>
    static readonly string[] OfClient = ["Api", "ApiClient", "Configuration"];

    public static bool IsClass(List<CodeToken> tokens, int at, HashSet<string> bound)
    {
        var name = tokens[at].Text;
        var ends = Array.Exists(ClassEndings, ending => name.EndsWith(ending, StringComparison.Ordinal));
        if (name.Contains('_')) return false;
        var root = at - 2;
        while (root >= 2 && tokens[root].Kind == CodeKind.Name && tokens[root - 1].Is(".")) root -= 2;
        if (root < 0 || tokens[root].Kind != CodeKind.Name || bound.Contains(tokens[root].Text)
            || Begins(ActingVerbs, name) && !(ends && Modules.Contains(tokens[root].Text)))
            return false;
        // stub.CloseSession() ends like a class, too.
        if (ends && (Modules.Contains(tokens[root].Text) || char.IsAsciiLetterUpper(tokens[root].Text[0]))
            || tokens[root].Is("client") && Array.Exists(OfClient, ending => name.EndsWith(ending, StringComparison.Ordinal)))
            return true;
        return root == at - 2 && (Modules.Contains(tokens[root].Text) || char.IsAsciiLetterUpper(tokens[root].Text[0]) || Begins(ShowingVerbs, name) && !Lexicon.Acts(name));
    }

    /// <summary>Whether a name begins with a verb that acts.</summary>
    public static bool Acts(string name) => Begins(ActingVerbs, name);

    static bool Begins(string[] verbs, string name) =>
        Array.Exists(verbs, verb => name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsAsciiLetterUpper(name[verb.Length])));
}
