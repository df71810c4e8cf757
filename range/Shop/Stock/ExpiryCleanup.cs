using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Stock;

/// <summary>The cleanup that the stock relies on: batches past their date are taken out of sale.</summary>
internal sealed class ExpiryCleanup(Workers workers)
{
    /// <summary>Deactivates every expired batch; returns how many were still active.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("UPDATE stock_batch SET is_active = false WHERE expiry_date < CURRENT_DATE AND is_active", connection);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>How many batches past their date are still in sale.</summary>
    public async Task<long> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await workers.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM stock_batch WHERE expiry_date < CURRENT_DATE AND is_active", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
