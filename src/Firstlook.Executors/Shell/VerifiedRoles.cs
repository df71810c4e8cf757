using System.Collections.Concurrent;
using Firstlook.Access;
using Firstlook.Executors.Sql;

namespace Firstlook.Executors.Shell;

/// <summary>What was found out about the roles that database clients of this target run as. Safe for threads.</summary>
internal sealed class VerifiedRoles(TimeProvider clock)
{
    /// <summary>How long an answer holds: a role may gain powers.</summary>
    static readonly TimeSpan Holds = TimeSpan.FromMinutes(5);

    /// <summary>Ways remembered; a target has a handful, and a hostile one shall not fill the memory.</summary>
    const int MostRemembered = 200;

    /// <summary>Of the question itself.</summary>
    static readonly Limits Bounds = new(TimeSpan.FromSeconds(5), 16 * 1024, 10);

    readonly ConcurrentDictionary<string, (long At, string? Objection)> known = new(StringComparer.Ordinal);

    /// <param name="run">Runs the words as the read itself would run, and tells the exit.</param>
    /// <returns>Why a person has to be asked; null where the role only reads.</returns>
    public string? Objection(SqlClient client, string folder, Func<IReadOnlyList<string>, Capture, int> run)
    {
        if (client.Asking is not { } asking) return $"nobody can be asked what the role that {client.Program} runs as may do";
        var key = string.Join('\0', asking.Prepend(folder));
        if (known.TryGetValue(key, out var before) && clock.GetElapsedTime(before.At) < Holds) return before.Objection;
        var answer = new Capture(Bounds);
        var status = run(asking, answer);
        if (status != 0) return $"what the role may do could not be asked: {answer.LastError ?? $"{client.Program} ended with {status}"}";
        var objection = SqlRole.Understand(answer.Text) is { } powers ? $"its statement was judged a read, but {powers}" : null;
        if (known.Count >= MostRemembered) known.Clear();
        known[key] = (clock.GetTimestamp(), objection);
        return objection;
    }
}
