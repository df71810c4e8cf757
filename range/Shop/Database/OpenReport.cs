using Npgsql;

namespace Firstlook.Range.Database;

/// <summary>A report that is being read: a connection, and a statement that the server is still answering.</summary>
internal sealed class OpenReport(NpgsqlConnection connection, NpgsqlCommand command, NpgsqlDataReader reader) : IAsyncDisposable
{
    public NpgsqlDataReader Reader => reader;

    /// <summary>
    /// Stops the statement at the server and then closes. Closing alone would first read the whole report to its end.
    /// </summary>
    public async Task StopAsync()
    {
        try
        {
            command.Cancel();
            await reader.DisposeAsync();
        }
        catch (PostgresException cancelled) when (cancelled.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // Asked for one line above.
        }
        catch (NpgsqlException)
        {
            // The connection was lost already, which is as closed as it gets.
        }
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
