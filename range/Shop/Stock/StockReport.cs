using Firstlook.Range.Database;
using Npgsql;

namespace Firstlook.Range.Stock;

internal sealed record ReportLine(string Product, string Location, int Quantity);

/// <summary>
/// GET /api/reports/stock/: the latest moves. The faulty release of it asks for the whole ledger, projected over the
/// planning horizon, shows the first lines and never closes the statement.
/// </summary>
internal static class StockReport
{
    const int LinesShown = 50;

    const string Latest =
        """
        SELECT p.name, l.code, m.quantity
        FROM stock_move m JOIN stock_product p ON p.id = m.product_id JOIN stock_location l ON l.id = m.location_id
        ORDER BY m.id DESC LIMIT 50
        """;

    // Far more than the sockets between server and shop can hold, so the statement stays active until it is read or closed.
    const string WholeLedger =
        """
        SELECT p.name, l.code, m.quantity, rpad('planned for day ' || day, 200)
        FROM stock_move m JOIN stock_product p ON p.id = m.product_id JOIN stock_location l ON l.id = m.location_id
        CROSS JOIN generate_series(1, 5000) AS day
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/reports/stock/", ShowAsync);

    static async Task<IResult> ShowAsync(Workers workers, CancellationToken cancellation) =>
        Results.Json(await ReadAsync(workers, workers.Current, cancellation), ShopJson.Default.IReadOnlyListReportLine);

    /// <summary>Reads the first lines. Closes what it opened, unless <paramref name="worker"/> leaks.</summary>
    public static async Task<IReadOnlyList<ReportLine>> ReadAsync(Workers workers, Worker worker, CancellationToken cancellation)
    {
        var report = await OpenAsync(await workers.OpenAsync(cancellation), worker.LeaksReports ? WholeLedger : Latest, cancellation);
        var closes = !worker.LeaksReports;
        try
        {
            var lines = new List<ReportLine>();
            while (lines.Count < LinesShown && await report.Reader.ReadAsync(cancellation))
            {
                lines.Add(new ReportLine(report.Reader.GetString(0), report.Reader.GetString(1), report.Reader.GetInt32(2)));
            }
            return lines;
        }
        finally
        {
            if (closes)
            {
                await report.DisposeAsync();
            }
            else
            {
                await worker.ForgetAsync(report);
            }
        }
    }

    static async Task<OpenReport> OpenAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // One of the two constants above.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        try
        {
            return new OpenReport(connection, command, await command.ExecuteReaderAsync(cancellation));
        }
        catch
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }
}
