using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// <c>get()</c> of a queue, which takes a message out of it (docs.python.org, "queue"; pika, kombu, pymqi, bunny, amqplib). A dictionary's or a client's is given what it is asked
/// for; one without that is a queue's, but of what holds a single value or row.
/// </summary>
internal static class Queues
{
    static readonly string[] Names = ["queue", "channel", "mq", "inbox", "mailbox", "broker", "bunny", "rabbit", "amqp", "backlog"];

    /// <summary>Things whose get() gives their one value: Django's rows, results of tasks, variables of a context, futures of Ray.</summary>
    static readonly string[] Single =
        ["objects", "result", "results", "res", "queryset", "qs", "query", "var", "context", "ctx", "future", "promise", "value", "row", "manager", "request", "ray",
            "secret", "flag", "setting", "option", "gauge", "counter", "task", "job"];

    static readonly FrozenSet<string> Arguments = FrozenSet.Create(StringComparer.Ordinal, "no_ack", "auto_ack", "block", "ack", "noAck", "block_ms");

    public static bool Are(string name) =>
        name is "q" or "ch" || Array.Exists(Names, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || name.Contains("queue", StringComparison.OrdinalIgnoreCase);

    /// <param name="at">The name of a member of Python that is called: get, or get_nowait.</param>
    public static bool Take(List<CodeToken> tokens, int at)
    {
        var (receiver, first) = (tokens[at - 2], at + 2 < tokens.Count ? tokens[at + 2] : default);
        if (tokens[at].Text is "get_nowait" || receiver.Kind == CodeKind.Name && Are(receiver.Text)) return true;
        if (first.Kind == CodeKind.Name && Arguments.Contains(first.Text) && at + 3 < tokens.Count && tokens[at + 3].Is("=") || first.Text is "True" or "False") return true;
        return first.Is(")") && receiver.Kind == CodeKind.Name && !Array.Exists(Single, end => receiver.Text.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            && receiver.Text.Length > 1 && !char.IsAsciiLetterUpper(receiver.Text[0]);
    }

    /// <summary>What takes a message, or follows what comes, for as long as it is drawn from: <c>for message in receiver</c>, <c>list(KafkaConsumer("t"))</c>,
    /// <c>iter(q.get, None)</c>, <c>read_namespaced_pod_log(x, y, follow=True)</c>.</summary>
    /// <returns>Null where nothing of the kind stands at a place.</returns>
    public static Verdict? Drawn(List<CodeToken> tokens, int at, CodeFamily family)
    {
        var token = tokens[at];
        if (token.Kind != CodeKind.Name) return null;
        if (family == CodeFamily.Python && token.Text is "BinLogStreamReader" && Is(tokens, at + 1, "(")) return Verdict.Disruptive("it becomes a replica of the server");
        var handed = at > 1 && tokens[at - 1].Is(".") && at + 1 < tokens.Count && tokens[at + 1].Text is "," or ")";
        if (handed && token.Text is "get" or "get_nowait" or "recv" or "receive" && Are(tokens[at - 2].Text))
            return Verdict.Disruptive($"{token.Text}() takes items out of the queue");
        if (Follows(tokens, at)) return Verdict.Read("it follows what comes until it is stopped", EffectTags.Hang);
        return family == CodeFamily.Python && IsDrawnFrom(tokens, at) ? Iterated(tokens, at) : null;
    }

    static Verdict? Iterated(List<CodeToken> tokens, int at)
    {
        var name = tokens[at].Text;
        if (name.EndsWith("KafkaConsumer", StringComparison.Ordinal))
            return tokens.Exists(token => token.Is("consumer_timeout_ms")) ? null : Verdict.Read("it follows the topic until it is stopped", EffectTags.Hang);
        if (Is(tokens, at + 1, ".") || Is(tokens, at + 1, "(")) return null;
        if (name.EndsWith("receiver", StringComparison.OrdinalIgnoreCase) || name.EndsWith("subscriber", StringComparison.OrdinalIgnoreCase))
            return Verdict.Disruptive($"'{name}' gives each message once");
        return name.EndsWith("consumer", StringComparison.OrdinalIgnoreCase) ? Verdict.Unknown($"'{name}' may be of a group, whose offsets move on", EffectTags.Hang) : null;
    }

    /// <summary>More tokens than this stand in no head of a loop.</summary>
    const int MostNames = 40;

    static readonly FrozenSet<string> Drawing =
        FrozenSet.Create(StringComparer.Ordinal, "list", "next", "iter", "tuple", "set", "enumerate", "sorted", "islice", "zip", "map", "sum", "any", "all", "max", "min",
            "deque", "Counter");

    // for x in receiver, list(receiver), next(receiver), enumerate(receiver)
    static bool IsDrawnFrom(List<CodeToken> tokens, int at) =>
        at > 0 && (tokens[at - 1].Is("in") && tokens.FindLastIndex(at, Math.Min(at + 1, MostNames), token => token.Is("for")) >= 0
            || tokens[at - 1].Is("(") && at > 1 && Drawing.Contains(tokens[at - 2].Text)
            || tokens[at - 1].Is("*") || tokens[at - 1].Is(",") && at > 3 && tokens[at - 4].Text is "map" or "filter");

    /// <summary>Calls that go on where they are told to stream (Docker's API, "ContainerStats", "ContainerLogs"; Kubernetes' API, "Read operations").</summary>
    static readonly FrozenSet<string> Streaming = FrozenSet.Create(StringComparer.Ordinal, "stats", "logs", "log", "events", "getEvents", "attach", "top");

    static bool Follows(List<CodeToken> tokens, int at)
    {
        if (!Is(tokens, at + 1, "(")) return false;
        var name = tokens[at].Text;
        if (name is "getEvents" && at > 0 && tokens[at - 1].Is(".")) return true;
        var close = Paths.ClosingOf(tokens, at + 1);
        for (var i = at + 2; i < close; i++)
        {
            if (tokens[i].Text is not ("True" or "true")) continue;
            if (tokens[i - 1].Text is "=" or ":" && tokens[i - 2].Text.Trim('"', '\'') is "follow" or "watch" or "tail") return true;
            if (tokens[i - 1].Text is "=" or ":" && tokens[i - 2].Text.Trim('"', '\'') is "stream" && Streaming.Contains(name)) return true;
            if (name is "readNamespacedPodLog" && tokens[i - 1].Is(",")) return true;
        }

        return false;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
