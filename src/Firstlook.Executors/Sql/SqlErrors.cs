using Firstlook.Access;
using System.Net.Sockets;
using Firstlook.Looks;
using Npgsql;

namespace Firstlook.Executors.Sql;

/// <summary>What PostgreSQL answered, for people. The codes are those of its manual, appendix A.</summary>
internal static class SqlErrors
{
    public const string TooManyConnections = "53300";

    /// <summary>admin_shutdown, crash_shutdown, idle_session_timeout: the session was ended from outside.</summary>
    static readonly string[] Ended = ["57P01", "57P02", "57P05"];

    const string CannotConnectNow = "57P03";
    const string StatementCanceled = "57014";
    const string LockNotAvailable = "55P03";

    /// <summary>Whether the session is gone, and not because of the statement.</summary>
    public static bool LostSession(NpgsqlException error) =>
        error is PostgresException answered ? Array.IndexOf(Ended, answered.SqlState) >= 0 : error.InnerException is IOException;

    public static Outcome Outcome(Exception error, string target, Limits limits) => error switch
    {
        PostgresException { SqlState: StatementCanceled } =>
            new Outcome(OutcomeKind.TimedOut, $"{target} stopped it after {limits.Time.TotalSeconds:0.#} s", Code: StatementCanceled),
        PostgresException { SqlState: LockNotAvailable } => new Outcome(OutcomeKind.TimedOut, $"{target}: it waited for a lock that another session holds", Code: LockNotAvailable),
        PostgresException { SqlState: TooManyConnections } full =>
            new Outcome(OutcomeKind.Failed, $"{target} takes no more connections: {full.MessageText}", Code: TooManyConnections),
        PostgresException { SqlState: CannotConnectNow } starting =>
            new Outcome(OutcomeKind.Unreachable, $"{target} takes no connections now: {starting.MessageText}", Code: CannotConnectNow),
        PostgresException answered => new Outcome(OutcomeKind.Failed, Said(answered), Code: answered.SqlState),
        NpgsqlException { InnerException: TimeoutException } => new Outcome(OutcomeKind.TimedOut, $"{target} had not answered after {limits.Time.TotalSeconds:0.#} s"),
        NpgsqlException { InnerException: SocketException socket } => new Outcome(OutcomeKind.Unreachable, $"{target} could not be reached: {socket.Message}"),
        _ => new Outcome(OutcomeKind.Unreachable, $"{target}: the connection was lost: {error.Message}"),
    };

    static string Said(PostgresException error)
    {
        var hint = error.Hint is { Length: > 0 } words ? $" ({words})" : "";
        return $"{error.MessageText}{hint}";
    }
}
