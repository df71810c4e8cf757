using System.Collections.Frozen;

namespace Firstlook.Runbooks.Reading;

/// <summary>Names of software, vendors and kinds of objects in camel case: written as alerts are, and none.</summary>
internal static class Products
{
    static readonly FrozenSet<string> Known = new[]
    {
        "ActiveMQ", "AlertManager", "AlloyDB", "AppDynamics", "ArangoDB", "ArgoCD", "AuroraDB", "AutoScaling", "BeeGFS", "BigQuery", "BitBucket", "BitLocker",
            "BitWarden", "BullMQ", "CephFS", "ChartMuseum", "CheckMK",
        "CircleCI", "ClickHouse", "CloudBees", "CloudFlare", "CloudFormation", "CloudFront", "CloudTrail", "CloudWatch", "CockroachDB", "ConfigMap", "CoreDNS",
            "CosmosDB", "CouchDB", "CronJob", "CrowdStrike",
        "DaemonSet", "DataDog", "DigiCert", "DigitalOcean", "DockerHub", "DocumentDB", "DynamoDB", "ElastiCache", "ElasticSearch", "EventBridge", "FastAPI", "FluxCD",
            "FortiGate", "FreeBSD", "FreeIPA", "FreePBX",
        "FreeRADIUS", "FreeSWITCH", "GitHub", "GitLab", "GitOps", "GlobalSign", "GlusterFS", "GraphQL", "GuardDuty", "HAProxy", "HashiCorp", "HiveMQ", "InfluxDB",
            "IngressController", "JavaScript", "JFrog",
        "KeePass", "KeyVault", "LaunchDarkly", "LetsEncrypt", "LinkedIn", "LiveKit", "LogicMonitor", "MailChimp", "MailGun", "MariaDB", "MatterMost", "MediaConvert",
            "MemoryDB", "MetalLB", "MicroK8s", "MinIO", "MongoDB",
        "MySQL", "NetApp", "NetBackup", "NetBox", "NetScaler", "NetSuite", "NewRelic", "NextCloud", "NodeJS", "NodePort", "OneDrive", "OneLogin", "OpenAI", "OpenBSD",
            "OpenLDAP", "OpenSearch", "OpenShift", "OpenSSH",
        "OpenSSL", "OpenStack", "OpenTelemetry", "OpenTofu", "OpenVPN", "OpsGenie", "PagerDuty", "PayPal", "PgBouncer", "PostgreSQL", "PostgREST", "PowerBI", "PowerDNS",
            "PowerShell", "PrestaShop", "ProxySQL", "PyTorch",
        "QuickBooks", "RabbitMQ", "ReplicaSet", "RethinkDB", "RocksDB", "RollingUpdate", "RTPengine", "SalesForce", "ScyllaDB", "SecretsManager", "SendGrid",
            "ServiceMonitor", "ServiceNow", "SharePoint", "SiteMinder", "SolarWinds",
        "SonarQube", "SQLite", "SquareSpace", "StatefulSet", "StatusCake", "StatusPage", "SurrealDB", "TeamCity", "TeamViewer", "TensorFlow", "TiDB", "TimescaleDB",
            "TrueNAS", "TypeScript", "UptimeRobot", "VictoriaMetrics",
        "VictorOps", "VirtualBox", "VMware", "vSphere", "WebLogic", "WebSphere", "WhatsApp", "WireGuard", "WooCommerce", "WordPress", "YouTube", "YugabyteDB", "ZenDesk",
            "ZeroSSL", "ZooKeeper",
        // What MySQL calls its state (dev.mysql.com, "SHOW REPLICA STATUS", "Server Status Variables").
        "Seconds_Behind_Source", "Seconds_Behind_Master", "Slave_IO_Running", "Slave_SQL_Running", "Replica_IO_Running", "Replica_SQL_Running", "Last_IO_Error",
            "Last_SQL_Error", "Last_Errno", "Threads_running", "Threads_connected",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Holds(string name) => Known.Contains(name);
}
