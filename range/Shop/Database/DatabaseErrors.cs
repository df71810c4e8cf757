using Npgsql;

namespace Firstlook.Range.Database;

/// <summary>Names PostgreSQL's errors as the shop's logs and metrics know them.</summary>
internal static class DatabaseErrors
{
    /// <summary>SQLSTATE 53300, too_many_connections (PostgreSQL 15, Appendix A).</summary>
    public const string TooManyConnections = PostgresErrorCodes.TooManyConnections;

    /// <summary>What stopped the request, or null where <paramref name="error"/> does not come from the database.</summary>
    public static Refusal? Name(Exception error) => error switch
    {
        RefusedException refused => refused.Refusal,
        PostgresException { SqlState: TooManyConnections } full => Refusal.Database("DatabaseError", $"too many connections: {full.MessageText}"),
        PostgresException { SqlState: ['2', '3', ..] } integrity => Refusal.Database("IntegrityError", $"{integrity.MessageText} ({integrity.ConstraintName})"),
        // Django's name for what the SQL itself gets wrong: class 42, such as a table that is not there.
        PostgresException { SqlState: ['4', '2', ..] } wrong => Refusal.Database("ProgrammingError", $"{wrong.SqlState}: {wrong.MessageText}"),
        PostgresException other => Refusal.Database("OperationalError", $"{other.SqlState}: {other.MessageText}"),
        NpgsqlException lost => Refusal.Database("OperationalError", lost.Message),
        _ => null,
    };
}
