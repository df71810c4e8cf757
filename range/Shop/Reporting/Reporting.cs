using Firstlook.Range.Configuration;
using Firstlook.Range.Telemetry;
using Npgsql;

namespace Firstlook.Range.Reporting;

/// <summary>
/// The reporting service: a few sessions of its own (application_name "reporting") and, every two seconds, the latest
/// figures. Piece by piece it locks the ledger against new moves while it sums up, so that its figures agree with each
/// other: that is for the night, when nobody buys.
/// </summary>
internal sealed class Reporting(ShopSettings settings, ShopConfiguration configuration, ShopMetrics metrics, ShopLog log, TimeProvider clock)
    : Routine(TimeSpan.FromSeconds(2), metrics, log, clock)
{
    // Beyond this the server would refuse superusers, too, and nobody could look.
    const int MostSessions = 60;

    readonly List<NpgsqlConnection> sessions = [];
    string? givenUp;

    protected override string Name => "reporting";

    protected override async Task TendAsync(CancellationToken cancellation)
    {
        await KeepSessionsAsync(Math.Min(configuration.File.Number("REPORTING_SESSIONS"), MostSessions), cancellation);
        var detail = configuration.File["REPORTING_DETAIL"];
        givenUp = givenUp == detail ? detail : null;
        if (sessions.Find(session => session.FullState == System.Data.ConnectionState.Open) is not { } session)
        {
            return;
        }
        try
        {
            await SumUpAsync(session, detail == "piece" && givenUp is null, cancellation);
        }
        catch (NpgsqlException) when (detail == "piece" && givenUp is null)
        {
            // Somebody stopped it. It goes on by day until it is configured otherwise.
            givenUp = detail;
            throw;
        }
    }

    async Task KeepSessionsAsync(int wanted, CancellationToken cancellation)
    {
        foreach (var lost in sessions.Where(session => session.FullState != System.Data.ConnectionState.Open).ToList())
        {
            sessions.Remove(lost);
            await lost.DisposeAsync();
        }
        while (sessions.Count > wanted)
        {
            await sessions[^1].DisposeAsync();
            sessions.RemoveAt(sessions.Count - 1);
        }
        while (sessions.Count < wanted)
        {
            var session = new NpgsqlConnection(settings.Postgres + ";Application Name=reporting;Pooling=false;Keepalive=2;Command Timeout=600");
            try
            {
                await session.OpenAsync(cancellation);
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
            sessions.Add(session);
        }
    }

    static async Task SumUpAsync(NpgsqlConnection session, bool byPiece, CancellationToken cancellation)
    {
        await using var transaction = await session.BeginTransactionAsync(cancellation);
        if (byPiece)
        {
            await using var freeze = new NpgsqlCommand("LOCK TABLE stock_move IN SHARE MODE", session);
            await freeze.ExecuteNonQueryAsync(cancellation);
        }
        await using var sum = new NpgsqlCommand(
            byPiece
                ? """
                  SELECT m.product_id, sum(m.quantity * p.price) FROM stock_move m JOIN stock_product p ON p.id = m.product_id
                  CROSS JOIN generate_series(1, 10000000) AS piece WHERE piece <= abs(m.quantity) OR m.move_type = 'sale' GROUP BY m.product_id
                  """
                : "SELECT move_type, count(*) FROM stock_move WHERE created_at > now() - interval '10 seconds' GROUP BY move_type",
            session);
        await sum.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public override void Dispose()
    {
        sessions.ForEach(session => session.Dispose());
        base.Dispose();
    }
}
