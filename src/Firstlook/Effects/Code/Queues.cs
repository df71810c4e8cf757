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
}
