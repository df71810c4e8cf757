using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Stock;

/// <summary>Keeps the ledger of moves short: what is older than the limit stands in the archive, what is younger does not.</summary>
internal sealed class Archiving(Workers workers, ShopConfiguration configuration, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromSeconds(1), metrics, log, clock)
{
    int applied = -1;

    protected override string Name => "stock.archiving";

    protected override async Task TendAsync(CancellationToken cancellation)
    {
        var days = configuration.File.Number("ARCHIVE_MOVES_AFTER_DAYS");
        if (days != applied || days == 0)
        {
            await using var connection = await workers.OpenAsync(cancellation);
            await MoveAsync(connection, "stock_move", "stock_move_archive", "<=", days, cancellation);
            await MoveAsync(connection, "stock_move_archive", "stock_move", ">", days, cancellation);
            applied = days;
        }
    }

    static async Task MoveAsync(NpgsqlConnection connection, string from, string to, string age, int days, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Two names of tables and a sign, from the lines above.
        await using var command = new NpgsqlCommand(
            $"""
            WITH gone AS (DELETE FROM {from} WHERE move_type IN ('sale', 'refund') AND created_at {age} now() - make_interval(days => $1) RETURNING *)
            INSERT INTO {to} SELECT * FROM gone
            """,
            connection);
#pragma warning restore CA2100
        command.Parameters.AddWithValue(days);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
