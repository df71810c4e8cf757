using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>What functions do, by name: Python with Django, JavaScript, Ruby with Rails. A call of any other name is unknown.</summary>
internal sealed class Lexicon
{
    public required FrozenDictionary<string, Verdict> Names { get; init; }

    /// <summary>Beginnings of names that by custom only read: <c>get_</c>, <c>is_</c>.</summary>
    public required string[] ReadingPrefixes { get; init; }

    public required FrozenSet<string> Keywords { get; init; }

    public Verdict? Judge(string name)
    {
        if (Names.TryGetValue(name, out var verdict)) return verdict;
        foreach (var prefix in ReadingPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length && (prefix[^1] == '_' || char.IsAsciiLetterUpper(name[prefix.Length]))
                && !Acts(name))
                return Verdict.Read($"{name}() reads by its name");
        }
        return null;
    }

    /// <summary>Whether nothing but the beginning of a name says that it reads.</summary>
    public bool ReadsByBeginning(string name) => !Names.ContainsKey(name) && Judge(name) is not null;

    /// <summary>Words that a name which begins like a read may go on with: <c>find_one_and_delete</c>, <c>getOrCreate</c>.</summary>
    static readonly FrozenSet<string> Acting =
        FrozenSet.Create(StringComparer.Ordinal, "delete", "update", "replace", "create", "remove", "set", "insert", "drop", "modify", "increment", "decrement", "pop",
            "reset", "clear", "flush", "purge", "send", "save", "write", "kill", "restart", "acquire", "charge", "refund", "mark", "consume", "dequeue", "claim", "lease",
            "execute", "apply", "repair", "fix", "rotate", "revoke", "issue", "upsert", "enqueue", "del", "ex", "requeue", "retry", "cancel", "wipe", "truncate", "ack");

    /// <summary>Words that act behind "or" and "and", and name a thing elsewhere: <c>get_or_start</c>, <c>get_page_and_archive</c>, <c>get_start_time</c>.</summary>
    static readonly FrozenSet<string> ActingBehind =
        FrozenSet.Create(StringComparer.Ordinal, "add", "start", "stop", "register", "put", "post", "push", "archive", "notify", "close", "open", "approve", "reject",
            "escalate", "assign", "ban", "block", "rebuild", "reindex", "refresh", "renew", "sync", "submit", "process", "release", "resolve", "suspend", "invalidate",
            "evict", "forget", "nack", "bump", "touch", "store", "persist", "cache", "log", "email", "mail", "fire", "trigger", "emit", "schedule", "queue", "spawn",
            "launch", "deploy", "scale", "provision", "allocate", "reserve", "void", "capture", "settle", "lock", "unlock", "move", "merge", "run", "load", "install",
            "import", "export", "upload", "init", "initialize", "make", "build", "insert", "pay", "disable", "enable", "destroy", "terminate", "shutdown", "reboot",
            "drain", "pause", "resume", "take", "publish", "append", "erase", "nuke");

    /// <summary>Whether a word is a verb that acts, where it stands behind "and" or "or".</summary>
    public static bool IsDeed(string word) => Acting.Contains(word) || ActingBehind.Contains(word);

    /// <summary>What stands behind "or" where nothing is done instead: <c>get_object_or_404</c>, <c>findOrFail</c>.</summary>
    static readonly FrozenSet<string> Otherwise =
        FrozenSet.Create(StringComparer.Ordinal, "none", "null", "nil", "undefined", "default", "defaults", "empty", "raise", "fail", "throw", "throws", "error", "404",
            "zero", "false", "true", "else", "unknown", "blank", "any", "all", "value", "self", "this");

    /// <summary>Whether a name of several words begins with a verb that acts, and does not end as what is told of a time or a number: <c>close_account</c>, not
    /// <c>close_price</c>.</summary>
    public static bool SaysToAct(string name) =>
        WordsOf(name) is [var verb, .., var last] and { Count: > 1 } && (Acting.Contains(verb) || ActingBehind.Contains(verb))
            && last is not ("time" or "date" or "at" or "by" or "on" or "id" or "ids" or "name" or "names" or "count" or "price" or "rate" or "url" or "key" or "type"
                or "status" or "reason" or "code" or "number" or "ts" or "timestamp" or "total" or "level" or "column" or "columns" or "cols" or "size" or "index"
                or "rows" or "mode");

    public static bool Acts(string name)
    {
        var words = WordsOf(name);
        if (GoesOn(words)) return true;
        // Predicates only tell: has_delete_permission, isSet.
        if (name.StartsWith("is", StringComparison.Ordinal) || name.StartsWith("has", StringComparison.Ordinal)) return false;
        for (var at = 1; at < words.Count; at++)
        {
            if (Acting.Contains(words[at])) return true;
            if (words[at] == "and" && at + 1 < words.Count && ActingBehind.Contains(words[at + 1])) return true;
            // Whatever is done where nothing is found is done by a read's name.
            if (words[at] == "or" && at + 1 < words.Count && !Otherwise.Contains(words[at + 1])) return true;
            // fetch_and_lock, findOneAndArchive; findAndCountAll counts.
            if (words[at] == "and" && at + 1 < words.Count && (at == 1 || words[at - 1] is "one" or "all")
                && words[at + 1] is not ("count" or "list" or "show" or "get" or "find"))
                return true;
            // getNextSequence uses a number up, getNextPage does not.
            if (words[at] == "next"
                && !(at + 1 < words.Count
                    && words[at + 1] is "page" or "token" or "run" or "time" or "execution" or "fire" or "cursor" or "link" or "url" or "step" or "scheduled" or "due"
                        or "date" or "marker"))
                return true;
        }

        return WritesFile(words)
            || words is [_, "add" or "sub" or "incr" or "decr" or "inc" or "dec" or "xor" or "and" or "or"] or ["count", "down" or "up"] or ["check", "box", ..]
                or ["list", "push" or "concatenate" or "append" or "retain", ..] or ["check", "for", "update" or "updates"] or [_, .., "writer"]
                // NATS, Zeebe, Camunda, Kafka: what is fetched is handed out once.
                or ["fetch", .., "job" or "jobs" or "task" or "tasks" or "batch" or "message" or "messages"]
            || words is ["check", "out" or "in", ..] or ["get" or "fetch" or "find", .., "lock"] or ["get", "rid", ..]
                or ["get", "payment" or "payments" or "money" or "funds", "from", ..]
            // What goes out, stands for everybody to see, or is offered by that name: a code, a page, a thing for sale; "on call" is who has duty.
            or ["get" or "fetch" or "show", .., "verification" or "confirmation" or "activation" or "otp" or "login" or "passcode", "code" or "otp" or "pin"]
            or ["list", .., "for", "sale" or "rent" or "auction"] or ["list", "on", not ("call" or "calls" or "duty" or "hold" or "call_users"), ..]
            or ["show", .., "maintenance" or "splash" or "error" or "landing" or "sorry" or "outage", "page" or "screen" or "banner"]
            or ["show", .., "banner" or "popup" or "modal" or "dialog"]
            or ["show", .., "notification" or "alert" or "toast"] or ["get", "user" or "display", "media"]
                or ["get", "new", "address" or "key" or "token" or "code" or "wallet" or "session" or "connection" or "instance" or "number"];
    }

    /// <summary>Where rows are put that were read: <c>get_orders_to_queue</c>, <c>fetch_into_redis</c>.</summary>
    static readonly FrozenSet<string> Stores =
        FrozenSet.Create(StringComparer.Ordinal, "queue", "redis", "db", "database", "cache", "kafka", "topic", "slack", "email", "mail", "warehouse", "bigquery", "snowflake",
            "elasticsearch", "opensearch", "postgres", "mysql", "mongo", "mongodb", "sqs", "sns", "rabbitmq", "webhook", "sheet", "sheets", "printer", "clipboard", "stdout_file");

    /// <summary>What is read into and stays in memory.</summary>
    static readonly FrozenSet<string> Memory =
        FrozenSet.Create(StringComparer.Ordinal, "dict", "list", "df", "dataframe", "memory", "map", "set", "buffer", "array", "tuple", "struct", "object", "hash", "frame", "json",
            "model", "class", "type", "view", "account", "system");

    /// <summary>Whether a name says that something is done behind the reading, also one that begins as a question: <c>fetch_then_archive</c>, <c>has_or_create</c>.</summary>
    static bool GoesOn(List<string> words)
    {
        for (var at = 1; at + 1 < words.Count; at++)
        {
            var (word, next) = (words[at], words[at + 1]);
            if (word is "then") return true;
            if (word is "into" && !Memory.Contains(words[^1]) || word is "to" && Stores.Contains(next)) return true;
            if (word is "while" or "by" or "with" or "after" or "before" && IsGerund(next)) return true;
            // is_read_or_write asks; has_or_create creates.
            if (word is "or" or "and" && (Acting.Contains(next) || ActingBehind.Contains(next)) && words[0] is "is" or "has" && words[at - 1] is not ("read" or "view" or "list")
                && words[^1] is not ("permission" or "permissions" or "access" or "right" or "rights" or "privilege" or "privileges" or "scope" or "role" or "grant"))
                return true;
        }

        return false;
    }

    // purging, stopping, archiving
    static bool IsGerund(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && word[..^3] is var stem
            && new[] { stem, stem + "e", stem[..^1] }.Any(verb => Acting.Contains(verb) || ActingBehind.Contains(verb));

    // get_blob_to_path, get_contents_to_filename, get_screenshot_as_file, fetch_to
    static bool WritesFile(List<string> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (words[at] is "to" or "into" or "as"
                && (at + 1 == words.Count
                    || words[at + 1] is "path" or "file" or "files" or "filename" or "fileobj" or "disk" or "dir" or "directory" or "folder" or "stream" or "local"
                        or "bucket" or "s3"))
                return true;
        }

        return false;
    }

    /// <summary>The words of a name in small letters, parted by underscores and where a capital begins one.</summary>
    public static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at <= name.Length; at++)
        {
            var inside = at < name.Length && char.IsAsciiLetterUpper(name[at]) && !char.IsAsciiLetterUpper(name[at - 1]);
            if (at < name.Length && name[at] != '_' && !inside) continue;
            words.Add(name[start..at].ToLowerInvariant());
            start = inside ? at : at + 1;
        }

        return words;
    }

    static FrozenDictionary<string, Verdict> Table(string reads, string reversible, string disruptive, string destructive, string unknown)
    {
        var names = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        void Add(string words, Effect effect, string why)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) names[word] = new Verdict(effect, EffectTags.None, $"{word}() {why}");
        }
        Add(reads, Effect.Read, "only reads");
        Add(reversible, Effect.Reversible, "writes a little");
        Add(disruptive, Effect.Disruptive, "starts or interrupts work");
        Add(unknown, Effect.Unknown, "runs more than its name says");
        Add(destructive, Effect.Destructive, "overwrites or deletes");
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Python 3 "Built-in Functions"; Django 4.2 "QuerySet API reference", "Django's cache framework".</summary>
    public static readonly Lexicon Python = new()
    {
        Keywords = WordSet.Of(
            "and or not in is if else elif for while with as assert return yield lambda await async except raise del global nonlocal pass break continue try finally "
            + "class def from import None True False match case print"),
        ReadingPrefixes = ["get_", "is_", "has_", "count_", "find_", "list_", "fetch_", "show_", "describe_", "search_", "as_", "read_namespaced_"],
        Names = Table(
            reads: """
                print len str int float bool list dict set tuple sorted reversed enumerate zip range sum min max abs round repr type isinstance
                issubclass any all filter map hex bin ord chr format hash id iter next slice divmod pow dir frozenset bytes callable pprint pp dumps
                loads
                ensure_connection limit filter_by checkedout checkedin overflow all exclude get count exists values values_list first last order_by aggregate annotate
                distinct select_related prefetch_related only defer in_bulk earliest latest none using explain iterator dates datetimes union
                intersection difference reverse alias  as_manager
                Q F Count Sum Avg Min Max Case When Value Subquery OuterRef Exists Coalesce Cast Extract Trunc TruncDate TruncHour TruncDay Now
                StdDev Variance ExpressionWrapper Window RowNumber Length Lower Upper Concat Prefetch
                now today utcnow timedelta datetime date time timezone strftime strptime isoformat timestamp total_seconds localtime localdate
                make_aware combine fromtimestamp monotonic perf_counter
                keys items split rsplit join strip lstrip rstrip  lower upper title startswith endswith encode decode index find format_map zfill
                ljust rjust splitlines partition capitalize copy most_common Counter defaultdict OrderedDict deque namedtuple
                get_user_model cursor fetchone fetchall fetchmany close connection mogrify description rowcount inspect active reserved scheduled
                registered stats ping ttl llen scard zcard hlen exists hgetall hget lrange smembers zrange info memory_usage dbsize client_list
                config_get strlen scan_iter scan xlen xinfo_groups xinfo_stream xinfo_consumers pttl zcount zscore sismember
                json status_code raise_for_status head create_default_context wrap_socket getpeercert selected_alpn_protocol sizeof getsizeof getpid gethostname getaddrinfo
                gethostbyname cpu_percent virtual_memory disk_usage process_iter isfile isdir listdir getsize stat basename dirname exists glob rglob
                read readline readlines read_text
                compile match search findall finditer fullmatch group groups groupby chain islice itemgetter attrgetter literal_eval uuid4 UUID
                Decimal quantize resolve reverse_lazy showmigrations is_authenticated check_password
                to_dataframe from_connection_string from_service_account_file get_queue_receiver peek peek_messages peek_message receivers describe
                bucket blob list_blobs download_as_text download_as_bytes result done running total_rows head tail nunique value_counts groupby
                sort_values iterrows itertuples read_csv read_json to_string to_csv to_dict sample shape columns dtypes fillna astype nlargest
                nsmallest merge pivot_table quantile mean median std collections server_info list_collection_names list_database_names
                estimated_document_count count_documents find_one distinct num_rows modified created numRows
                to_list to_numpy to_datetime to_numeric to_timedelta to_period to_timestamp to_frame to_series to_records to_pandas to_arrow
                to_pylist to_pydict to_bytes to_base64 to_hex to_int to_float to_str to_utc to_local to_python to_native to_representation
                to_pydatetime to_tuple to_set to_dense to_geojson to_wkt to_crs to_offset to_flat_index to_array to_dataarray to_dataset to_index
                to_json_string to_api_repr to_mongo to_json to_csv to_html to_markdown to_latex to_xml to_yaml
                print_exc format_exc print_stack one one_or_none ensure_connection paginate build_full_result
                pids getloadavg uname health slowlog_get from_env scalars select head_object head_bucket
                """,
            reversible:
                "save create get_or_create update_or_create bulk_create acreate set add touch incr decr expire persist lpush rpush sadd zadd hset setex setnx "
                + "set_many append extend insert    sort setdefault ",
            disruptive:
                // mlflow.org, "mlflow.client"; milvus.io, "alter_alias()"; airflow.apache.org, "airflow.api.client".
                "set_registered_model_alias transition_model_version_stage alter_alias trigger_dag "
                + "delay apply_async send_task  kill terminate revoke restart reload retry signal shutdown select_for_update  publish commit rollback flush_pool "
                + "enqueue enqueue_in requeue send dispose upload_from_string upload_from_filename upload_file upload_fileobj upload_blob insert_one insert_many "
                + "insert_rows insert_rows_json",
            destructive:
                "delete_one update_one update_many replace_one delete_object delete_objects delete_blob delete_table drop_collection drop_database truncate_table "
                + "delete update bulk_update clear flushdb flushall remove unlink rmtree rmdir truncate purge drop drop_all raw_delete send_mail mail_admins "
                + "mail_managers send_messages delete_many delete_pattern lpop rpop blpop brpop zrem srem hdel ltrim refund charge capture transfer adelete aupdate "
                + "write writelines system popen",
            unknown:
                "get_dataset_infos get_dataset_config_names get_dataset_split_names get_dataset_config_info get_dataset_default_config_name "
                + "get_type_hints get_annotations find_spec find_loader find_module get_file get_activity_task get_user_attribute_verification_code startfile "
                + "getoutput getstatusoutput eval exec __import__ getattr setattr delattr globals locals vars call check_call check_output run Popen spawn execv "
                + "execve fork open input breakpoint execute executemany callproc raw extra import_module reload post put patch request urlopen call_command "
                + "compile_command loads_pickle"),
    };

    /// <summary>ECMAScript built-ins, and what services' own objects are called by custom.</summary>
    public static readonly Lexicon JavaScript = new()
    {
        Keywords = WordSet.Of(
            "if else for while do switch case return function async await const let var new typeof instanceof in of try catch finally throw class extends super "
            + "import export from default void yield this null true false undefined"),
        ReadingPrefixes = ["get", "is", "has", "find", "list", "count", "fetch", "read", "describe", "toLocale", "check", "show", "lookup"],
        Names = Table(
            reads: """
                log info warn error debug table dir stringify parse keys values entries map filter reduce find findIndex some every includes indexOf
                join split slice concat trim toLowerCase toUpperCase toString toFixed toISOString toArray toJSON toObject toDate toDateString
                toTimeString toUTCString toReversed toSpliced toPrecision toExponential toMap toSet toList toNumber toInt toFloat toBase64 toHex
                toHexString toUpper toLower toPairs toPOJO toEntries toExtendedJSON now Date Number String Boolean Array Object   Error RegExp
                Promise all allSettled then catch finally  flat flatMap startsWith endsWith replace match test padStart round floor ceil min max abs
                max sort reverse length size
                memoryUsage lean get has require resolve json text select from eq neq gt gte lt lte order limit single maybeSingle range findMany
                findFirst findUnique findOne findAll count aggregate groupBy exists inspect describe status stats health ping where orderBy first
                isArray freeze  fromEntries getTime  llen ttl lrange hgetall smembers zrange  scan in of for loadavg uptime freemem totalmem cpus
                cwd hrtime hostname networkInterfaces xlen xinfo zcard scard hlen hget createHash digest
                readdirSync statSync lstatSync existsSync accessSync collection knex forEach
                """,
            reversible:
                "forceState save create insert upsert set add push setState enable toggle record append setItem reset subscribe unsubscribe expire incr lpush rpush "
                + "sadd zadd hset mset emit on once addEventListener",
            disruptive:
                "getNextJob restart stop start kill close disconnect end terminate shutdown pause resume abort retry publish deploy trigger dispatch enqueue send "
                + "sendMessage requeue retryJobs",
            destructive:
                "toFile writeFileSync delete del deleteMany deleteOne deleteAll destroy drop dropDatabase remove removeItem clear flush flushdb flushall flushAll "
                + "purge empty obliterate truncate rm rmSync unlink unlinkSync rmdir clean pop shift lpop rpop update updateMany updateOne charge refund capture "
                + "transfer writeFile writeFileSync createRefund invalidateAll wipe reset_all",
            unknown:
                "getScript loadScript exit reallyExit truncateSync ftruncate ftruncateSync renameSync copyFile copyFileSync appendFile appendFileSync symlink "
                + "symlinkSync chmodSync chownSync linkSync mkdirSync cpSync opendirSync eval Function exec execSync spawn spawnSync fork fetch axios request post put "
                + "patch $queryRaw $executeRaw $executeRawUnsafe $queryRawUnsafe query rpc invoke import call apply bind execute run raw"),
    };

    /// <summary>Ruby core, Active Record "Querying", Sidekiq API.</summary>
    public static readonly Lexicon Ruby = new()
    {
        Keywords = WordSet.Of(
            "if elsif else unless while until for in do end def class module return yield begin rescue ensure raise require require_relative nil true false self and "
            + "or not then case when puts p pp"),
        ReadingPrefixes = ["find_", "count_", "get_", "is_", "has_"],
        Names = Table(
            reads: """
                connection_pool puts p pp print inspect to_s to_i to_a to_h to_sql length size count first last all where not find find_by take limit
                offset order group having joins includes left_joins select pluck ids exists? any? none? empty? many? sum average minimum maximum
                explain distinct uniq map each sort sort_by group_by tally min max keys values key? include? nil? present? blank? name class methods
                latency now ago from_now days hours minutes hour minute day week weeks beginning_of_day end_of_day today current utc iso8601 strftime
                new stats processed failed enqueued retry_size dead_size scheduled_size workers_size queues find_each  read get fetch dig flatten
                compact reject detect zip join split strip upcase downcase attributes reload connection active? stat pool with ttl llen info ping
                round to_f klass args jid error_message error_class enqueued_at created_at display_class display_args item payload latency
                beginning_of_month beginning_of_week beginning_of_year end_of_month end_of_week yesterday tomorrow in_time_zone glob change seconds
                second weeks month months year years ago? since format limit_value references unscoped readonly distinct_on arel table_name
                column_names column_for_attribute errors full_messages valid? persisted? new_record? changed? changes previous_changes
                attribute_names slice except with_indifferent_access to_json as_json pretty_generate to_sym to_set each_with_index each_slice
                each_with_object reduce inject sum_by flat_map partition sort_by max_by min_by find_index take_while drop_while chars lines bytes
                gsub sub match match? start_with? end_with? center ljust rjust blank present presence tap then itself dup clone freeze frozen? is_a?
                kind_of? respond_to? instance_of? zero? positive? negative? even? odd? abs ceil floor between? clamp rand uuid hex jobs busy queues
                processes failures retries dead retry_set scheduled_set paused? quiet? stopping? hostname tag identity concurrency zone version
                current_version transform_values migration_context in_batches check_pending!
                """,
            reversible:
                "sadd sadd? zadd hset rpush lpush incr decr save save! create create! insert touch increment! decrement! toggle!  write set add push perform_later "
                + "perform_async perform_in enqueue",
            disruptive:
                "retry retry_all kill quiet! stop! quit! reset_counters disconnect! restart pause! unpause! suspend! resume! activate! deactivate! enable! disable! "
                + "lock! unlock! cancel! requeue reschedule perform_now reindex touch_all",
            destructive:
                "update update! update_all update_columns update_attribute delete delete_all destroy destroy! destroy_all destroy_by delete_by clear flushdb "
                + "flushall drop truncate unlink rm rm_rf remove del purge discard upsert_all  deliver_now srem srem? zrem hdel lpop rpop spop ltrim smove",
            unknown:
                "get_activity_task get_user_attribute_verification_code get_file eval instance_eval class_eval send public_send system exec spawn fork open ` "
                + "execute exec_query select_all find_by_sql constantize load require_dependency"),
    };
}
