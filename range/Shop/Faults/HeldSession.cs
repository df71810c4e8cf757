using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Faults;

/// <summary>
/// Somebody in the back office opens a session, locks the shelves of the best sellers, and goes to lunch. Ending the
/// session heals it, whoever ends it.
/// </summary>
internal sealed class HeldSession(ShopSettings settings) : IFault, IAsyncDisposable
{
    NpgsqlConnection? session;

    public FaultCard Card { get; } = new(
        "lock-held",
        "database",
        "SalePaidTransitionFailures",
        "A back office session locks popular shelves and stays idle in its transaction, so payments wait until they time out. Ending that session heals it.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(session is { FullState: System.Data.ConnectionState.Open });

    public async Task InjectAsync(CancellationToken cancellation)
    {
        if (await IsActiveAsync(cancellation))
        {
            return;
        }
        // A keepalive notices when somebody terminates the session.
        session = new NpgsqlConnection(settings.Postgres + ";Application Name=backoffice;Pooling=false;Keepalive=1");
        await session.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            BEGIN;
            SELECT id FROM stock_onhand
            WHERE product_id IN (SELECT id FROM stock_product ORDER BY popularity DESC LIMIT 4)
            ORDER BY product_id, id FOR UPDATE
            """,
            session);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task HealAsync(CancellationToken cancellation) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref session, null) is { } held)
        {
            await held.DisposeAsync();
        }
    }
}
