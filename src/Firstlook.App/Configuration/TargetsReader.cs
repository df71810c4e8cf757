using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Executors;
using Firstlook.Executors.Logs;
using Firstlook.Executors.Reach;

namespace Firstlook.App.Configuration;

/// <summary>Reads <c>targets</c>: what each is, how it is reached, and how much it bears.</summary>
/// <param name="folder">Of the configuration: relative paths are meant from there.</param>
sealed class TargetsReader(string folder)
{
    static readonly string[] OfEvery = ["kind", "limits"];

    public Dictionary<string, (Target Target, Connection Connection)> Read(YamlField field)
    {
        var targets = new Dictionary<string, (Target, Connection)>(StringComparer.Ordinal);
        foreach (var (name, target) in field.Entries())
        {
            if (Target(name, target) is not { } read) continue;
            var (limits, parallel) = Limits(target["limits"]);
            targets[name] =
                (read.Target with { Limits = limits, Place = TargetPlace.Of(target) }, parallel is { } most ? read.Connection with { Parallel = most } : read.Connection);
        }

        return targets;
    }

    /// <summary>Bounds of every command on the target; null where the configuration leaves them as they are.</summary>
    static (Limits? Limits, int? Parallel) Limits(YamlField field)
    {
        if (!field.Exists) return (null, null);
        field.Knows("seconds", "kilobytes", "rows", "processes", "parallel");
        var usual = Access.Limits.Default;
        return (
            new Limits(
                field["seconds"].Number(1, 600) is { } seconds ? TimeSpan.FromSeconds(seconds) : usual.Time,
                field["kilobytes"].Number(1, 4096) is { } kilobytes ? kilobytes * 1024 : usual.Bytes,
                field["rows"].Number(1, 10_000) ?? usual.Rows,
                field["processes"].Number(1, 10_000) ?? usual.Processes),
            field["parallel"].Number(1, 64));
    }

    (Target Target, Connection Connection)? Target(string name, YamlField field) =>
        field["kind"].OneOf("prometheus", "loki", "logs", "postgresql", "redis", "http", "tls", "shell", "interpreter") switch
        {
            "prometheus" => Prometheus(name, field),
            "loki" => Loki(name, field),
            "logs" => Logs(name, field),
            "tls" => Tls(name, field),
            "postgresql" => PostgreSql(name, field),
            "redis" => Redis(name, field),
            "http" => Http(name, field),
            "shell" => Shell(name, field),
            "interpreter" => Interpreter(name, field),
            _ => null,
        };

    static (Target, Connection)? Prometheus(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "url", "headers"]);
        return field["url"].Address("http", "https") is { } url
            ? (new Target(name, TargetKind.Prometheus, $"prometheus {Shown(url)}"), new PrometheusConnection(url, Pairs(field["headers"])))
            : null;
    }

    static (Target, Connection)? Loki(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "url", "headers", "look_back_minutes"]);
        if (field["url"].Address("http", "https") is not { } url) return null;
        var connection = new LokiConnection(url, Pairs(field["headers"]));
        return (new Target(name, TargetKind.Loki, $"loki {Shown(url)}"),
            field["look_back_minutes"].Number(1, 7 * 24 * 60) is { } minutes ? connection with { LookBack = TimeSpan.FromMinutes(minutes) } : connection);
    }

    (Target, Connection)? Logs(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "files", "look_back_minutes", "megabytes"]);
        var sets = field["files"].Entries().Select(entry =>
        {
            if (entry.Field.Entries().FirstOrDefault(label => label.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_')) is { Name: { } wrong })
                entry.Field.Problem($"\"{wrong}\" is no name of a label");
            return new LogFileSet(ConfigurationReader.Full(entry.Name, folder), Pairs(entry.Field));
        }).ToEquatableArray();
        if (sets.IsEmpty) field["files"].Problem("is needed: a file's path, and the labels that select it, such as /var/log/app.log: { app: shop }");
        var connection = new LogFilesConnection(sets, (field["megabytes"].Number(1, 1024) ?? 64) * 1024L * 1024);
        return (
            new Target(name, TargetKind.Loki, $"log files {string.Join(", ", sets.Select(set => set.Path))}"),
            field["look_back_minutes"].Number(1, 7 * 24 * 60) is { } minutes ? connection with { LookBack = TimeSpan.FromMinutes(minutes) } : connection);
    }

    (Target, Connection)? Tls(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "hosts", "authority"]);
        var authority = field["authority"].Text() is { } path ? ConfigurationReader.Full(path, folder) : null;
        if (authority is not null && !File.Exists(authority)) field["authority"].Problem($"there is no file {authority}");
        return (new Target(name, TargetKind.Tls, "certificates of servers"), new TlsConnection(Hosts(field["hosts"]), authority));
    }

    /// <summary>Names and the addresses that they have here.</summary>
    static EquatableArray<KeyValuePair<string, string>> Hosts(YamlField field)
    {
        foreach (var (name, address) in field.Entries())
        {
            if (!System.Net.IPAddress.TryParse(address.Text(), out _)) address.Problem("an IP address is needed");
            if (name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'))) address.Problem($"\"{name}\" is no host name");
        }

        return Pairs(field);
    }

    static (Target, Connection)? Http(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "url", "headers"]);
        return field["url"].Address("http", "https") is { } url ? (new Target(name, TargetKind.Http, Shown(url)), new HttpConnection(url, Pairs(field["headers"]))) : null;
    }

    static (Target, Connection)? Redis(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "host", "port", "user", "password", "database", "tls"]);
        if (field["host"].Needed() is not { } host) return null;
        var port = field["port"].Number(1, 65535) ?? 6379;
        var user = field["user"].Text();
        return (
            new Target(name, TargetKind.Redis, $"redis {host}:{port}{(user is null ? "" : $" as {user}")}"),
            new RedisConnection(host, port, user, field["password"].Text(), field["database"].Number(0, 1023) ?? 0, field["tls"].Text() == "true"));
    }

    static (Target, Connection)? PostgreSql(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "reader", "actor"]);
        return field["reader"].Needed() is { } reader
            ? (new Target(name, TargetKind.PostgreSql, "postgresql " + Database(field["reader"], reader)), new PostgresConnection(reader, field["actor"].Text()))
            : null;
    }

    (Target, Connection)? Shell(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "enter", "joins_words", "ssh", "container", "compose", "pod", "kubernetes", "docker", "hosts", "environment", "variables", "folder",
            "root", "read_only_view", "rollouts"]);
        var reached = new ReachReader(folder).Read(field);
        var connection = new ShellConnection(reached.Words, reached.JoinsWords, Pairs(field["environment"]), field["folder"].Text(), Flag(field["root"]))
        {
            Elsewhere = reached.Elsewhere,
            ReadOnlyView = Flag(field["read_only_view"]),
            Cluster = field["kubernetes"].Exists ? new KubeconfigReader(folder).Read(field["kubernetes"]) : null,
            Engine = field["docker"].Exists ? Engine(field["docker"]) : null,
            Hosts = Hosts(field["hosts"]),
        };
        if (connection.Cluster is not null && !reached.Words.IsEmpty)
            field["kubernetes"].Problem("pins the kubectl of this host; where the target is entered, give it a KUBECONFIG of its own under environment");
        var variables = field["variables"].Texts();
        foreach (var unset in variables.Where(variable => connection.Environment.All(pair => pair.Key != variable)))
            field["variables"].Problem($"{unset} is not set under environment; reads may use what is set there, by name");
        var kubectl = connection.Cluster is { } cluster ? $", kubectl in {cluster.Context}/{cluster.Namespace}" : "";
        var docker = connection.Engine is { } engine ? $", docker at {engine.Host}" : "";
        var target = new Target(name, TargetKind.Shell, $"{reached.Shown}{kubectl}{docker}")
        {
            Variables = variables, Rollouts = Rollouts(field["rollouts"], connection.Cluster),
        };
        return (target, connection);
    }

    /// <summary>Which namespaces' rollouts are changes: those of the configuration, or else the one that kubectl is pinned to.</summary>
    static EquatableArray<string> Rollouts(YamlField field, ClusterPin? cluster)
    {
        if (!field.Exists) return cluster is null ? [] : [cluster.Namespace];
        var spaces = field.Texts();
        if (spaces is ["none"]) return [];
        if (spaces is ["all"]) return ["*"];
        foreach (var wrong in spaces.Where(space => !Hypotheses.Rollouts.IsNamespace(space))) field.Problem($"\"{wrong}\" is no namespace; write a list of them, or all, or none");
        return spaces;
    }

    EnginePin? Engine(YamlField field)
    {
        field.Knows("host", "compose_file", "project");
        return field["host"].Needed() is { } host
            ? new EnginePin(host, field["compose_file"].Text() is { } file ? ConfigurationReader.Full(file, folder) : null, field["project"].Text())
            : null;
    }

    (Target, Connection)? Interpreter(string name, YamlField field)
    {
        field.Knows([.. OfEvery, "language", "command", "environment", "folder"]);
        var language = field["language"].OneOf("python", "typescript", "javascript", "ruby") is { } word ? Languages.TryParse(word) : null;
        if (!field["command"].Exists) field["command"].Problem("is needed: a list of words, the first the program's path");
        var command = field["command"].Texts();
        return language is { } known && !command.IsEmpty
            ? (new Target(name, TargetKind.Interpreter, $"{known.Word()} through {Path.GetFileName(command[0])}", known),
               new InterpreterConnection([Path.GetFullPath(command[0], folder), .. command.Skip(1)], known, Pairs(field["environment"]),
                   field["folder"].Text() is { } inside ? Path.GetFullPath(inside, folder) : null))
            : null;
    }

    /// <summary>Without a name and password that an address may hold.</summary>
    static string Shown(Uri url) => url.GetLeftPart(UriPartial.Path).Replace(url.UserInfo + "@", "", StringComparison.Ordinal);

    static bool? Flag(YamlField field) => field.Exists ? field.OneOf("true", "false") == "true" : null;

    static EquatableArray<KeyValuePair<string, string>> Pairs(YamlField field) =>
        field.Entries().Select(entry => KeyValuePair.Create(entry.Name, entry.Field.Text() ?? "")).ToEquatableArray();

    /// <summary>Database, host and role, for people: the password stays where it is.</summary>
    static string Database(YamlField field, string connection)
    {
        try
        {
            var parts = new Npgsql.NpgsqlConnectionStringBuilder(connection);
            return $"{parts.Database} at {parts.Host}:{parts.Port} as {parts.Username}";
        }
        catch (ArgumentException)
        {
            field.Problem("this is no connection string, such as Host=db;Port=5432;Database=shop;Username=firstlook_reader;Password=${PASSWORD}");
            return "";
        }
    }
}
