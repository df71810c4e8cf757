using System.Globalization;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Looks;
using Npgsql;
using NpgsqlTypes;

namespace Firstlook.Executors.Sql;

/// <summary>
/// PostgreSQL. A read is one statement over the extended protocol, under a role that can do nothing else, in a READ ONLY transaction
/// that is rolled back. An action runs as approved, under its own role.
/// </summary>
internal sealed class SqlExecutor(string target, PostgresConnection connection, TimeProvider clock) : IExecutor
{
    /// <summary>The server stops a statement itself; a server that does not answer any more is given up this much later.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    readonly SqlSessions sessions = new(connection.Reader, clock);
    volatile bool onlyReads;

    public async Task Warm(CancellationToken cancellation)
    {
        try
        {
            await sessions.Hold(cancellation);
        }
        catch (NpgsqlException)
        {
            // Away for now: the first statement will say so.
        }
    }

    public async Task<Answer> Run(Permit permit, CancellationToken cancellation)
    {
        if (permit.Language != Language.Sql) return Answer.Refused($"{target} answers SQL, not {permit.Language.Word()}");
        using var deadline = new Deadline(permit.Limits.Time + Grace, clock, cancellation);
        try
        {
            return permit is ReadPermit read ? await Read(read, deadline.Token) : await Act(permit, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Answer(new Outcome(OutcomeKind.TimedOut, $"{target} had not answered after {permit.Limits.Time.TotalSeconds:0.#} s"), Output.None);
        }
        catch (NpgsqlException error)
        {
            return new Answer(SqlErrors.Outcome(error, target, permit.Limits), Output.None);
        }
    }

    public ValueTask DisposeAsync() => sessions.DisposeAsync();

    async Task<Answer> Read(ReadPermit permit, CancellationToken cancellation)
    {
        if (SqlText.OneStatement(permit.Text) is not { } statement) return Answer.Refused("a read is one statement, and this text holds several");
        if (statement.AsSpan().TrimStart().StartsWith("\\")) return Answer.Refused("that is a command of psql, not a statement: it needs psql itself");
        var bound = BoundSql.Bind(statement, permit.Values);
        if (bound.Problem is { } problem) return Answer.Refused(problem);
        try
        {
            return await ReadIn(await sessions.Rent(cancellation), bound, permit.Limits, cancellation);
        }
        catch (NpgsqlException lost) when (SqlErrors.LostSession(lost))
        {
            // The session held open was closed under us, by a restart for instance. It can only have been a read, so it may run again.
            return await ReadIn(await sessions.Rent(cancellation), bound, permit.Limits, cancellation);
        }
    }

    async Task<Answer> ReadIn(SqlSession session, BoundSql bound, Limits limits, CancellationToken cancellation)
    {
        var clean = false;
        try
        {
            if (await Objection(session.Connection, cancellation) is { } objection)
            {
                clean = true;
                return Answer.Refused(objection);
            }

            var rows = new SqlRows(limits, session.Note);
            try
            {
                await Open(session.Connection, limits, cancellation);
                await using var command = Command(session.Connection, bound);
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                return new Answer(Outcome.Succeeded, await rows.Read(reader, cancellation));
            }
            catch (PostgresException answered) when (!SqlErrors.LostSession(answered))
            {
                // What came before the time limit is kept.
                return new Answer(SqlErrors.Outcome(answered, target, limits), rows.Output with { Truncated = rows.Output.Count > 0 });
            }
            finally
            {
                clean = await Close(session.Connection);
            }
        }
        finally
        {
            await sessions.Return(session, clean);
        }
    }

    /// <summary>Asked until the role is seen to read only. One that gains powers later is seen at the next start; the transaction is READ ONLY all the same.</summary>
    async Task<string?> Objection(NpgsqlConnection session, CancellationToken cancellation)
    {
        if (onlyReads) return null;
        var objection = await SqlRole.Objection(session, cancellation);
        onlyReads = objection is null;
        return objection;
    }

    static async Task Open(NpgsqlConnection session, Limits limits, CancellationToken cancellation)
    {
        var milliseconds = ((long)limits.Time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

        // The SELECT takes the snapshot: after it, nothing can make the transaction read-write any more (manual, SET TRANSACTION).
        await using var begin = new NpgsqlBatch(session)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("BEGIN TRANSACTION READ ONLY"),
                new NpgsqlBatchCommand($"SET LOCAL statement_timeout = {milliseconds}"),
                new NpgsqlBatchCommand("SET LOCAL lock_timeout = 2000"),
                new NpgsqlBatchCommand($"SET LOCAL idle_in_transaction_session_timeout = {milliseconds}"),
                new NpgsqlBatchCommand("SELECT 1"),
            },
        };
        await begin.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Leaves nothing behind: what a rollback does not undo (locks and listening of the session) is undone by name.</summary>
    /// <returns>False where the session is not fit to be used again.</returns>
    async Task<bool> Close(NpgsqlConnection session)
    {
        try
        {
            using var deadline = new Deadline(Grace, clock, CancellationToken.None);
            await using var end = new NpgsqlBatch(session)
            {
                BatchCommands = { new NpgsqlBatchCommand("ROLLBACK"), new NpgsqlBatchCommand("UNLISTEN *"), new NpgsqlBatchCommand("SELECT pg_advisory_unlock_all()") },
            };
            await end.ExecuteNonQueryAsync(deadline.Token);
            return true;
        }
        catch (Exception broken) when (broken is NpgsqlException or OperationCanceledException or InvalidOperationException)
        {
            // The session is closed then, and the server rolls back by itself.
            return false;
        }
    }

    async Task<Answer> Act(Permit permit, CancellationToken cancellation)
    {
        if (connection.Actor is null) return Answer.Refused($"no role for actions is configured on {target}: approved statements do not run under the role for reads");
        var bound = BoundSql.Bind(permit.Text, permit.Values);
        if (bound.Problem is { } problem) return Answer.Refused(problem);
        var milliseconds = (long)permit.Limits.Time.TotalMilliseconds;
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection.Actor)
        {
            Pooling = false,
            Timeout = 5,
            ApplicationName = "firstlook action",
            Options = $"-c statement_timeout={milliseconds} -c lock_timeout={milliseconds}",
            PersistSecurityInfo = false,
        }.ConnectionString);
        await session.OpenAsync(cancellation);
        await using var command = Command(session, bound);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var output = await new SqlRows(permit.Limits, note: null).Read(reader, cancellation);
        while (await reader.NextResultAsync(cancellation)) output = await new SqlRows(permit.Limits, note: null).Read(reader, cancellation);
        await reader.CloseAsync();
        return new Answer(Outcome.Succeeded, output.Kind == OutputKind.Rows ? output : Affected(reader.RecordsAffected));
    }

    static Output Affected(int rows) => rows < 0
        ? Output.None
        : new Output(OutputKind.Lines, 1, false, Lines: [Wording.Count(rows, "row affected", "rows affected")]);

    static NpgsqlCommand Command(NpgsqlConnection session, BoundSql bound)
    {
        // Every column as text: what a person sees is what psql would show. The time limit is the server's, and our token's.
        var command = new NpgsqlCommand(bound.Text, session) { AllResultTypesAreUnknown = true, CommandTimeout = 0 };
        foreach (var value in bound.Parameters) command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Unknown, Value = value });
        return command;
    }
}
