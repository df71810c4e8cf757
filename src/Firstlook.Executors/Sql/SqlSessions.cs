using Npgsql;

namespace Firstlook.Executors.Sql;

/// <summary>
/// Sessions of the reader role. The first is held open as long as we live, so that the first look still works when the database
/// takes no more connections; the others are opened when needed and closed right after, since an incident needs its connections itself.
/// </summary>
internal sealed class SqlSessions : IAsyncDisposable
{
    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(3);

    readonly string connectionString;
    readonly TimeProvider clock;
    readonly SemaphoreSlim warm = new(1, 1);
    NpgsqlConnection? held;

    public SqlSessions(string connectionString, TimeProvider clock)
    {
        this.clock = clock;
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        this.connectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // What is held open is held here, not in a pool.
            Pooling = false,
            Timeout = (int)ConnectTime.TotalSeconds,
            KeepAlive = 15,
            ApplicationName = "firstlook",
            Options = given.Options + " -c default_transaction_read_only=on -c lock_timeout=2000 -c idle_in_transaction_session_timeout=15000",
            MaxAutoPrepare = 0,
            PersistSecurityInfo = false,
        }.ConnectionString;
    }

    /// <summary>Opens the held session, where it is not open yet.</summary>
    public async Task Hold(CancellationToken cancellation)
    {
        await warm.WaitAsync(cancellation);
        try
        {
            await Held(cancellation);
        }
        finally
        {
            warm.Release();
        }
    }

    /// <summary>A session for one command: the held one where it is free, else another; where the database takes no more, the held one once it is free.</summary>
    /// <exception cref="NpgsqlException">No session can be had.</exception>
    public async Task<SqlSession> Rent(CancellationToken cancellation)
    {
        if (await warm.WaitAsync(TimeSpan.Zero, cancellation)) return await RentHeld(null, cancellation);
        try
        {
            return new SqlSession(await Open(cancellation), Held: false, Note: null);
        }
        catch (PostgresException full) when (full.SqlState == SqlErrors.TooManyConnections)
        {
            await warm.WaitAsync(cancellation);
            return await RentHeld($"a further session was refused, so this ran in the one held open: {full.SqlState} {full.MessageText}", cancellation);
        }
    }

    /// <param name="clean">False where it is not sure that nothing of the command is left in the session: then it is closed.</param>
    public async Task Return(SqlSession session, bool clean)
    {
        if (!session.Held)
        {
            await End(session.Connection);
            return;
        }

        if (!clean || session.Connection.FullState != System.Data.ConnectionState.Open) await Drop();
        warm.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await Drop();
        warm.Dispose();
    }

    async Task<SqlSession> RentHeld(string? note, CancellationToken cancellation)
    {
        try
        {
            return new SqlSession(await Held(cancellation), Held: true, note);
        }
        catch
        {
            warm.Release();
            throw;
        }
    }

    async Task<NpgsqlConnection> Held(CancellationToken cancellation)
    {
        if (held is { FullState: System.Data.ConnectionState.Open }) return held;
        await Drop();
        held = await Open(cancellation);
        return held;
    }

    async Task<NpgsqlConnection> Open(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            using var deadline = new Deadline(ConnectTime, clock, cancellation);
            await connection.OpenAsync(deadline.Token);
            return connection;
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            await connection.DisposeAsync();
            throw new NpgsqlException($"no connection within {ConnectTime.TotalSeconds:0} s", slow);
        }
        catch (System.Net.Sockets.SocketException unresolved)
        {
            await connection.DisposeAsync();
            throw new NpgsqlException(unresolved.Message, unresolved);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    async Task Drop()
    {
        if (held is not { } old) return;
        held = null;
        await End(old);
    }

    /// <summary>A server that went away in the middle of an answer took the session with it: there is nothing left to end, and nothing that the caller could do.</summary>
    static async Task End(NpgsqlConnection session)
    {
        try
        {
            await session.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // Npgsql reads what is left of the answer before it closes, and says so where that breaks off. What ran in the session has had its own error.
        }
    }
}

/// <param name="Held">True for the one that is held open.</param>
/// <param name="Note">What a person should know of how it was had; null nearly always.</param>
internal sealed record SqlSession(NpgsqlConnection Connection, bool Held, string? Note);
