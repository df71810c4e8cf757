using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Http;

/// <summary>Words of paths and queries by which a request acts.</summary>
internal static partial class HttpJudge
{
    static readonly string[] ActingSegments =
    [
        "functions", "invoke", "invocations", "trigger", "execute", "exec", "delete", "remove", "reset", "restart", "reload", "shutdown", "quit", "retry", "flush",
            "purge", "cancel", "refund", "charge", "kill", "stop", "start", "deploy", "rollback", "disable", "enable", "drop", "clear", "unsubscribe", "logout",
            "approve", "cleanup", "failover", "lambda-url", "run", "webhook", "webhooks", "cron", "migrate", "toggle", "publish", "send", "sync", "eval", "console",
            "invalidate", "rotate", "build", "scale", "shell", "cmd", "actions", "process", "replay", "requeue", "reindex", "pause", "resume", "unlock", "lock",
            "refresh", "forcemerge", "gc", "leave", "join", "restore", "reroute", "rebalance", "decommission", "redeploy", "deregister", "acknowledge", "drain",
            "promote", "demote",
        "update", "set", "create", "add", "insert", "save", "write", "upgrade", "apply", "activate", "deactivate", "confirm", "evict", "expire", "revoke", "abort",
            "terminate", "suspend", "halt", "rebuild", "repair", "recover", "reconfigure", "switch", "switchover", "takeover", "freeze", "unfreeze", "seal", "unseal",
            "cordon", "uncordon", "mute", "unmute", "notify", "resend", "kick", "ban", "unban", "unblock", "swap", "poweroff", "poweron", "exit", "quiet", "warmup",
            "import", "backup", "impersonate", "ack", "attach", "portforward", "dispatch", "launch", "submit", "rerun", "compact", "provision", "register", "unregister",
            "increment", "decrement", "consume", "dequeue", "release", "claim", "tidy", "undeploy", "unload", "findleaks", "empty", "pub", "mpub", "del", "incr", "decr",
            "lpop", "rpop", "vacuum", "enqueue", "push", "requeue", "sendmessage", "postmessage", "quitquitquit", "fail", "receive", "reserve", "pop", "take", "acquire",
            "lease", "shift",
        "recheck", "resync", "resubmit", "redrive", "recalculate", "recompute", "reissue", "reopen", "reassign", "reconcile", "rehydrate", "reprovision", "relaunch",
            "retrigger", "redeliver",
    ];

    static readonly string[] ActingKeys =
        ["delete", "remove", "reset", "restart", "reload", "shutdown", "flush", "purge", "kill", "disable", "enable", "clear", "drop", "cancel", "retry", "invalidate",
            "trigger", "execute", "do", "op", "operation", "force", "confirm", "start", "stop", "update", "set", "create", "add", "save", "write", "commit", "optimize",
            "stream.body", "rebuild", "repair", "apply", "run", "exec", "mutation", "approve", "ack", "revoke", "restore", "import", "sync", "activate", "deactivate",
            "task", "_action", "cmnd", "turn", "wipe", "rollback", "destroy", "requeue", "gc", "rescan", "unlock", "failover"];

    /// <summary>Keys whose values are statements, and what a statement that acts begins with.</summary>
    static readonly string[] StatementKeys = ["q", "query", "sql", "statement"];

    static readonly string[] ActingVerbs = ["drop", "delete", "truncate", "insert", "alter", "update", "kill", "create", "grant", "revoke", "system", "optimize"];

    static readonly string[] PublicHosts =
        ["statuspage.io", "hooks.slack.com", "slack.com", "api.twilio.com", "sendgrid.com", "mailgun.net", "discord.com", "api.telegram.org", "instatus.com",
            "webhook.office.com", "twitter.com", "status.io", "chat.googleapis.com"];

    static readonly string[] MoneyWords =
        ["transaction", "payment", "charge", "refund", "payout", "transfer", "capture", "invoice", "order", "checkout", "billing", "subscription"];

    /// <summary>curl(1), URL: the protocol is guessed from the beginning of a name that stands without one.</summary>
    static readonly string[] GuessedProtocols = ["dict.", "imap.", "ldap.", "pop3.", "smtp."];

    /// <summary>Beginnings of words that act: <c>restartworkers</c>, <c>flushall</c>.</summary>
    static readonly string[] ActingBeginnings =
        ["delete", "remove", "restart", "shutdown", "flush", "purge", "reset", "clear", "drop", "kill", "disable", "enable", "toggle", "trigger", "invalidate", "requeue",
            "reindex", "rollback", "failover", "reboot", "wipe", "destroy", "truncate", "sendsms"];

    /// <summary>Words that act where they end a path, and are names or parts of names elsewhere: <c>/nodes/3/reboot</c>, <c>/metrics/reprocess_total</c>.</summary>
    static readonly string[] LastActing =
    [
        "reboot", "reconnect", "reprocess", "merge", "clone", "crash", "interrupt", "checkpoint", "turnoff", "turnon", "revert", "unlink", "erase", "uninstall", "prune",
            "force_merge", "force-merge", "unarchive", "detach", "defrag", "detonate", "evacuate", "anonymize", "anonymise", "pseudonymize", "redact", "scrub", "nuke",
            "zap", "annihilate", "obliterate", "ship", "transfer", "withdraw", "deposit", "payout", "pay", "buy", "sell", "dispense", "fulfill", "fulfil", "eject", "arm",
            "disarm", "overwrite", "unassign", "assign", "recycle", "respawn", "rotate_logs", "rotate-logs", "touch", "unmount", "mount", "wake", "sleep", "hibernate",
            "turn_off", "turn_on", "rename", "unpause", "unpublish", "unschedule", "schedule_now", "bounce",
        // zookeeper.apache.org, "The AdminServer": counters go back to nought, and a copy is written.
        "srst", "crst", "stmk",
    ];

    /// <summary>Things that are opened by whoever asks for it.</summary>
    static readonly string[] Moving = ["door", "gate", "garage", "valve", "lock", "shutter", "blind", "blinds", "window", "barrier", "relay", "breaker", "vault"];

    /// <summary>Monitors that take a GET for a sign of life.</summary>
    static readonly string[] Heartbeats =
        ["nosnch.in", "cronitor.link", "hc-ping.com", "push.statuscake.com", "ping.checklyhq.com", "heartbeat.uptimerobot.com", "uptime.betterstack.com",
            "api.honeybadger.io", "ping.ohdear.app"];

    /// <summary>Questions about a span of time, where <c>start</c> is an instant (prometheus.io, "HTTP API"; grafana.com, "Loki HTTP API").</summary>
    [GeneratedRegex(@"/api/v1/(query_range|query_exemplars|query|series|labels|label/\w+/values|index/stats|index/volume|index/volume_range|"
        + @"patterns|detected_fields|detected_labels)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Spanning();
}
