using Npgsql;

namespace Firstlook.Range.Database;

/// <summary>
/// The shop's workers, as a master process keeps them: at any time one generation serves, and a restart replaces it
/// by a fresh one while requests in flight are finished.
/// </summary>
internal sealed class Workers(string connectionString, TimeProvider clock) : IAsyncDisposable
{
    // A full server is often a passing burst, so a request waits a little for a slot before it gives up.
    static readonly TimeSpan[] Patience = [TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(450)];

    readonly SemaphoreSlim restarting = new(1);
    Worker current = new(connectionString);

    public Worker Current => Volatile.Read(ref current);

    /// <summary>A connection of the generation that serves now; disposing it gives it back.</summary>
    /// <exception cref="PostgresException">Also with SQLSTATE 53300, after about 0.6 s of patience.</exception>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await Current.Source.OpenConnectionAsync(cancellation);
            }
            catch (PostgresException full) when (full.SqlState == DatabaseErrors.TooManyConnections && attempt < Patience.Length)
            {
                await Task.Delay(Patience[attempt], clock, cancellation);
            }
            catch (ObjectDisposedException) when (attempt < Patience.Length)
            {
                // The generation ended between reading Current and opening: the next one serves.
            }
        }
    }

    /// <summary>Replaces the generation that serves; returns when the old one has let go of everything.</summary>
    public async Task RestartAsync()
    {
        await restarting.WaitAsync();
        try
        {
            await Interlocked.Exchange(ref current, new Worker(connectionString)).DisposeAsync();
        }
        finally
        {
            restarting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Current.DisposeAsync();
        restarting.Dispose();
    }
}
