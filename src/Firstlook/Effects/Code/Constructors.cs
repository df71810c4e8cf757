using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Classes that are made without anything being done: values, settings, and clients that only connect. Whatever else has a capital may be a function (pywin32's
/// <c>StopService</c>), or open a file for writing, start a program or a server as it is made: there is no list of those that is complete.
/// </summary>
internal static class Constructors
{
    /// <summary>Python 3 library reference; the clients of databases, queues and clouds by their manuals.</summary>
    static readonly FrozenSet<string> OfPython = WordSet.Of(
        """
        Decimal Fraction Counter OrderedDict ChainMap UserDict UserList UserString SimpleNamespace Path PurePath PosixPath PurePosixPath UUID Random Context Enum StringIO
        BytesIO TextIOWrapper Template PrettyPrinter TextWrapper ConfigParser ArgumentParser Namespace Struct Formatter LogRecord SystemExit KeyboardInterrupt
        StopIteration Http404 ZoneInfo Request ProxyHandler HTTPBasicAuth HTTPDigestAuth HTTPAdapter Retry Timeout Limits Headers
        IPv4Address IPv6Address IPv4Network IPv6Network Message EmailMessage SequenceMatcher Differ Stats CookieJar Cookie
        Redis StrictRedis RedisCluster Sentinel ConnectionPool BlockingConnectionPool KafkaConsumer KafkaAdminClient AdminClient Consumer TopicPartition ConfigResource
        MongoClient AsyncIOMotorClient ObjectId SON Elasticsearch OpenSearch Connection BlockingConnection ConnectionParameters URLParameters PlainCredentials Celery
        Session AsyncSession Cluster ConsistencyLevel SimpleStatement PlainTextAuthProvider InfluxDBClient Client GraphDatabase Consul KazooClient Etcd3Client Minio
        PrometheusConnect Github Gitlab JIRA DataFrame Series Timestamp Timedelta Index MultiIndex Console Table
        GeoDataFrame HTTPConnection HTTPSConnection AsyncConnection AsyncConnectionPool NodePool ClientSession FuturesSession SparkSession RedisSession Config Configuration
        KafkaConfig RequestOptions Parser Credentials AsyncResult FeatureStore
        CharField TextField IntegerField BigIntegerField DecimalField FloatField DateField DateTimeField BooleanField JSONField
        DurationField UUIDField List Dict Optional Union Any
        """);

    /// <summary>How classes end that hold values, and clients: words that no function of Windows ends with (<c>ChangeServiceConfig</c>, <c>SendInput</c>).</summary>
    static readonly string[] Endings =
        ["Client", "Consumer", "Error", "Exception", "Warning", "Parser", "Redis", "Request", "Adapter", "Credentials", "Credential", "Decimal", "Counter", "Dict",
            "Timeout", "Api", "Inspector", "Auth", "AuthProvider", "Encoder", "Decoder", "Serializer", "Formatter", "Throttle", "Paginator", "Pagination",
            "Validator", "Renderer"];

    /// <summary>Endings of values: even where the name begins with a verb, nothing is done yet (<c>DeleteRequest</c>, <c>StopError</c>).</summary>
    static readonly string[] Values = ["Error", "Exception", "Warning", "Request", "Encoder", "Decoder", "Serializer"];

    /// <summary>ECMA-262, "Standard Built-in ECMAScript Objects"; Node.js, "Global objects"; the clients of databases, queues and clouds by their manuals.</summary>
    static readonly FrozenSet<string> OfJavaScript = WordSet.Of(
        """
        Date Map Set WeakMap WeakSet WeakRef Array Object Number String Boolean BigInt RegExp Promise URL URLSearchParams URLPattern TextDecoder TextEncoder
        AbortController ArrayBuffer SharedArrayBuffer DataView Buffer Headers Request Response FormData Blob Event CustomEvent EventEmitter EventTarget DOMParser XMLSerializer
        Agent Decimal BigNumber Big ObjectId ObjectID Long Timestamp Binary Types Redis IORedis Cluster Kafka Queue FlowProducer Pool Sequelize DataSource KubeConfig Logger
        S3 SQS SNS EC2 ECS RDS IAM STS Lambda DynamoDB CloudWatch CloudWatchLogs CloudFormation Route53 ElastiCache ElasticBeanstalk AutoScaling
        Storage PubSub BigQuery Firestore Datastore Spanner Resolver Table Docker Octokit Gitlab Stripe Proxy
        FinalizationRegistry Instance Module Function GeneratorFunction AsyncFunction
        """);

    static readonly string[] EndingsOfJavaScript = ["Client", "Error", "Exception", "Array", "Connection", "Command", "Api", "Config", "Options", "Parser", "Format", "Observer"];

    /// <summary>Commands of AWS' and Redis' clients are values until they are sent.</summary>
    static readonly string[] ValuesOfJavaScript = ["Command", "Error", "Exception", "Request"];

    /// <summary>Kernel's conversions (docs.ruby-lang.org, "Kernel").</summary>
    static readonly FrozenSet<string> Conversions = WordSet.Of("Integer Float String Array Hash Rational Complex BigDecimal Pathname URI JSON DateTime Set");

    static readonly FrozenSet<string> OfRuby = WordSet.Of(
        """
        Queue RetrySet ScheduledSet DeadSet ProcessSet Workers WorkSet Stats History Hash Array Set String Object Struct OpenStruct Date Time DateTime Regexp BigDecimal
        Rational Redis Namespace Cluster Repository DNS TimeZone Pathname StringIO StringScanner URI HTTP Get Head Options Resource Pool ConnectionPool Faraday Mutex
        Monitor Range Random Digest Cookie TCPSocket Collator Formatter Proc Lambda Enumerator Generic
        Matrix Vector Comparator Table Row Header Map Store Request SSLSocket SSLContext Certificate Parser
        """);

    static readonly string[] EndingsOfRuby = ["Client", "Error", "Exception", "Connection", "Config", "Options", "Request", "Parser", "Presenter", "Serializer", "Query"];

    /// <summary>How classes end that start something, or open what they write, wherever they come from.</summary>
    static readonly string[] Acting =
        ["Server", "Browser", "Writer", "Stream", "Database", "Handler", "Listener", "Watcher", "Daemon", "Thread", "Lock", "Worker", "Driver", "Shell", "Terminal"];

    /// <summary>Whether a class, or a function that is named like one, is known to do nothing when it is called.</summary>
    /// <param name="bound">Holds the classes of the snippet: what they do is judged where they stand.</param>
    public static bool AreKnown(string name, CodeFamily family, HashSet<string> bound) => bound.Contains(BoundNames.Class(name)) || family switch
    {
        CodeFamily.Python => OfPython.Contains(name) || Entered.AreFunctions(name) || !Endings.Contains(name) && Ends(SaysToAct(name) ? Values : Endings, name),
        CodeFamily.JavaScript => OfJavaScript.Contains(name) || Ends(SaysToAct(name) ? ValuesOfJavaScript : EndingsOfJavaScript, name),
        _ => Conversions.Contains(name),
    };

    /// <summary>Whether <c>X.new</c> of Ruby does nothing but make one. A class without a module before it is mostly a table's: its rows are written when they are saved.</summary>
    public static bool AreMade(string name, bool inModule, HashSet<string> bound) =>
        bound.Contains(BoundNames.Class(name)) || OfRuby.Contains(name) || Ends(EndingsOfRuby, name) || !inModule && !Ends(Acting, name) && !RubyClasses.Act(name);

    static bool SaysToAct(string name) => Capitals.Acts(name) || RubyNames.Act(string.Join('_', Lexicon.WordsOf(name)));

    static bool Ends(string[] endings, string name) => Array.Exists(endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
}
