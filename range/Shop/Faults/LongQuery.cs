using Firstlook.Range.Configuration;
using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Faults;

/// <summary>The monthly report is set to sum up piece by piece, and keeps the ledger locked for as long as that takes.</summary>
internal sealed class LongQuery(Workers workers, ShopConfiguration configuration) : IFault
{
    const string Setting = "REPORTING_DETAIL";

    public FaultCard Card { get; } = new(
        "long-query",
        "database",
        "SlowQuery",
        "The monthly report sums up piece by piece and keeps the ledger locked meanwhile, so no payment can write. Terminating its statement heals it, and so does REPORTING_DETAIL=day.");

    public Task<bool> IsActiveAsync(CancellationToken cancellation) => Task.FromResult(configuration.File[Setting] == "piece");

    public Task InjectAsync(CancellationToken cancellation)
    {
        configuration.File.Set(Setting, "piece");
        return Task.CompletedTask;
    }

    public async Task HealAsync(CancellationToken cancellation)
    {
        configuration.File.Set(Setting, "day");
        await using var connection = await workers.OpenAsync(cancellation);
        await using var terminate = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reporting' AND state = 'active'", connection);
        await terminate.ExecuteNonQueryAsync(cancellation);
    }
}
