using Npgsql;

namespace Firstlook.Range.Database;

/// <summary>
/// Brings the schema up to date: each embedded NNNN_name.sql runs once, in order, in its own transaction, and is
/// noted in schema_migration. Running it again changes nothing.
/// </summary>
internal static class Migrations
{
    public static async Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())", cancellation);
        foreach (var name in Names())
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            if (await ClaimAsync(connection, name, cancellation))
            {
                await ExecuteAsync(connection, Text(name), cancellation);
            }
            await transaction.CommitAsync(cancellation);
        }
    }

    static async Task<bool> ClaimAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var claim = new NpgsqlCommand("INSERT INTO schema_migration (name) VALUES ($1) ON CONFLICT DO NOTHING", connection);
        claim.Parameters.AddWithValue(name);
        return await claim.ExecuteNonQueryAsync(cancellation) == 1;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // The text is this program's own, embedded at build time.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static IEnumerable<string> Names() =>
        typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
