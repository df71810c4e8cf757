using System.Text.RegularExpressions;
using Firstlook.Effects;
using static Firstlook.Runbooks.Checking.Rules.Pitfalls;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Databases, queues and caches, used so that more is lost or less is done than the words say. Sources: redis.io/commands, docs.celeryq.dev,
/// docs.djangoproject.com, PostgreSQL's "The Cumulative Statistics System".</summary>
internal static partial class DataPitfalls
{
    static string Sql(string text) => Fenced(text, "sql");

    const string Terminate = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle' AND query_start < now() - interval '10 minutes';";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL070", ProblemSeverity.Warning, "a cache cleared where queues live",
            "FLUSHDB deletes the whole database of Redis, jobs that wait in it included: they are lost, not delayed.",
                "Delete the cache's keys by their prefix (--scan --pattern 'cache:*' with UNLINK), or give the cache a Redis of its own.",
            Fenced("redis-cli -h redis-0 LLEN jobs\nredis-cli -h redis-0 FLUSHDB"),
                Fenced("redis-cli -h redis-0 LLEN jobs\nredis-cli -h cache-0 --scan --pattern 'cache:*' | xargs redis-cli -h cache-0 UNLINK"), Flushed),
        Of("FL071", ProblemSeverity.Warning, "KEYS on a Redis that serves",
            "KEYS looks at every key while nobody else is served: with millions of them the incident grows.", "Write redis-cli --scan --pattern '...'.",
            "redis-cli KEYS 'session:*'", "redis-cli --scan --pattern 'session:*'",
            call => call.Of("redis-cli", "valkey-cli") is { } redis && redis.First(w => w.Equals("KEYS", StringComparison.OrdinalIgnoreCase)) is { } keys
                ? (keys, "Redis serves nobody else while this runs") : null),
        Of("FL072", ProblemSeverity.Warning, "celery purge",
            "It deletes every task that waits, in every queue it knows: mails, payments, reports that have not run yet. Failed tasks are no longer in the queue at all.",
                "Scale the workers, or look at what waits; purge one queue with -Q where it may be lost.",
            "celery -A shop purge", "celery -A shop inspect active",
            call => call.Of("celery") is { } celery && celery.Operands().Contains("purge") && !celery.Has("-Q", "--queues")
                ? ("purge", "this deletes tasks that wait, not those that failed") : null),
        Of("FL073", ProblemSeverity.Warning, "a migration marked as done that was not run",
            "--fake writes the migration into the table and changes nothing else: code and schema differ from then on.",
                "Find out which of its changes are there, and run the rest by hand before it is faked.",
            "python manage.py migrate --fake shop 0042_stock", "python manage.py migrate shop 0042_stock",
            call => call.Words.Any(w => w.EndsWith("manage.py", StringComparison.Ordinal)) && call.Words.Contains("migrate") && call.Words.Has("--fake")
                ? ("--fake", "the schema stays as it is") : null),
        Of("FL074", ProblemSeverity.Info, "certificates renewed that are not due",
            "--force-renewal renews every certificate of the machine, and the authority allows only a few a week for each name.",
                "Name the certificate with --cert-name, and try it with --dry-run first.",
            "certbot renew --force-renewal", "certbot renew --cert-name shop.example.com --dry-run",
            call => call.Of("certbot") is { } certbot && certbot.Has("--force-renewal") && !certbot.Has("--cert-name", "--dry-run")
                ? ("--force-renewal", "this counts against the authority's limits") : null),
        Of("FL075", ProblemSeverity.Warning, "a database process killed by -9",
            "PostgreSQL then stops every session and recovers from its log; MySQL recovers at its next start.",
                "End the session with pg_terminate_backend(), or stop the server with pg_ctl stop -m fast.",
            "pkill -9 postgres", "pg_ctl stop -m fast -D /var/lib/postgresql/15/main",
            call => call.Of("kill", "pkill", "killall") is { } kill && kill.Any(w => w is "-9" or "-KILL" or "-SIGKILL") && DatabaseName().IsMatch(call.Text)
                ? ("-9", "all of its sessions end with it, and it must recover") : null),
        new("FL076", ProblemSeverity.Info, "idle time measured by the start of the query",
            "query_start is when the last query began; how long a session has been idle is told by state_change.", "Compare state_change.",
            Sql(Terminate), Sql(Terminate.Replace("query_start", "state_change", StringComparison.Ordinal)),
            s => Queries(s,
                text => IdleByQuery().Match(text) is { Success: true } m
                    ? (m.Groups["column"].Value, "state_change says since when a session is idle, not query_start") : null)),
        new("FL077", ProblemSeverity.Warning, "sessions ended that are no clients",
            "Replication runs in sessions too, for days and always active: ended by age alone, the replica loses its connection.",
                "Add AND backend_type = 'client backend', and the database's name.",
            Sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND query_start < now() - interval '5 minutes';"),
                Sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND query_start < now() - "
                    + "interval '5 minutes';"),
            s => Queries(s,
                text => text.Contains("pg_terminate_backend", StringComparison.OrdinalIgnoreCase) && AllActive().IsMatch(text) && !ChosenSessions().IsMatch(text)
                    ? ("pg_terminate_backend", "this ends replication and backups as well") : null)),
        new("FL078", ProblemSeverity.Info, "connections counted that are at work",
            "A pool is exhausted by sessions in any state; those at work are often the fewest. Idle in transaction is the usual culprit.",
                "Count by state: SELECT state, count(*) FROM pg_stat_activity GROUP BY state.",
            "# Runbook\n\n## Connection pool exhausted\n\n**Alert**: `PoolExhausted`\n\n### Diagnosis\n```sql\nSELECT count(*) FROM pg_stat_activity WHERE state "
                + "= 'active';\n```\n",
                "# Runbook\n\n## Connection pool exhausted\n\n**Alert**: `PoolExhausted`\n\n### Diagnosis\n```sql\nSELECT state, count(*) FROM pg_stat_activity "
                    + "GROUP BY state;\n```\n",
                OnlyActive),
        new("FL079", ProblemSeverity.Warning, "connections closed that are only this shell's",
            "Every process has connections of its own: a Django shell closes the ones it opened itself, and the pool stays as it is.",
                "End idle sessions in the database, or restart the processes that hold them.",
            Fenced("from django.db import connections\nfor conn in connections.all():\n    conn.close()", "python"),
                Fenced("from django.db import connections\nprint(connections['default'].queries_log)", "python"), OwnConnections),
    ];

    static readonly string[] QueueWords = ["LLEN", "LRANGE", "BLPOP", "BRPOP", "LPUSH", "RPUSH", "RPOP", "XLEN", "XRANGE", "XPENDING", "XINFO"];

    static IEnumerable<Flaw> Flushed(Subject subject)
    {
        var redis = subject.Calls.Select(c => (Call: c, Words: c.Of("redis-cli", "valkey-cli"))).Where(c => c.Words is not null).ToList();
        var queue = redis.FirstOrDefault(c => c.Words!.Any(w => QueueWords.Contains(w, StringComparer.OrdinalIgnoreCase)));
        if (queue.Call is null) yield break;
        foreach (var (call, words) in redis)
        {
            if (words!.First(w => w.Equals("FLUSHDB", StringComparison.OrdinalIgnoreCase) || w.Equals("FLUSHALL", StringComparison.OrdinalIgnoreCase)) is not { } flush
                || Server(call) != Server(queue.Call)) continue;
            yield return call.At(subject, flush, $"the queue of line {queue.Call.Command.Line} is in the same Redis, and goes with the cache");
        }
    }

    // The words up to the command itself: host, port, number of the database, and the container around.
    static string Server(ShellCall call) => string.Join(' ', call.Words.TakeWhile(w => !w.All(c => char.IsAsciiLetterUpper(c)) || w.Length < 3));

    static IEnumerable<Flaw> Queries(Subject subject, Func<string, (string Words, string Message)?> look)
    {
        foreach (var use in subject.Queries.Where(q => q.Language == Language.Sql))
        {
            if (look(use.Text) is var (words, message)) yield return subject.At(use.Line, words, message);
        }
    }

    static IEnumerable<Flaw> OnlyActive(Subject subject)
    {
        foreach (var use in subject.Queries.Where(q => q.Language == Language.Sql && CountsActive().IsMatch(q.Text)))
        {
            var titles = $"{subject.ProcedureAt(use.Line)?.Title} {subject.HypothesisAt(use.Line)?.Title}";
            if (Exhausted().IsMatch(titles)) yield return subject.At(use.Line, "count", "sessions that are idle hold connections too");
        }
    }

    static IEnumerable<Flaw> OwnConnections(Subject subject) =>
        from step in subject.Steps
        where step.Language == Language.Python && step.Text.Contains("connections", StringComparison.Ordinal) && ClosesAll().IsMatch(step.Text)
        select subject.At(step.Line + 1, step.Text.Contains("connections.all()", StringComparison.Ordinal) ? "connections.all()" : "close_all()",
            "this closes the connections of the shell that it runs in");

    [GeneratedRegex(@"postgres|mysqld|mariadbd|mongod", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseName();

    [GeneratedRegex(@"state\s*=\s*'idle'.{0,80}?\b(?<column>query_start)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex IdleByQuery();

    [GeneratedRegex(@"state\s*(=\s*'active'|(!=|<>)\s*'idle')|where\s+now\(\)\s*-|where\s+query_start", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AllActive();

    [GeneratedRegex(@"backend_type|usename|application_name|datname|client_addr|\bpid\s*(=|in)|query\s+(i?like|~)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ChosenSessions();

    [GeneratedRegex(@"select\s+count\s*\(\s*\*\s*\)\s+from\s+pg_stat_activity\s+where\s+state\s*=\s*'active'\s*;?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex CountsActive();

    [GeneratedRegex(@"connection.{0,20}(exhaust|pool|saturat|limit|leak)|pool.{0,20}exhaust|too many (connections|clients)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Exhausted();

    [GeneratedRegex(@"in\s+connections\.all\(\):\s+\w+\.close\(\)|connections\.close_all\(\)", RegexOptions.ExplicitCapture)]
    private static partial Regex ClosesAll();
}
