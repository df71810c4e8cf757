using Firstlook.App.Rehearsals;
using Firstlook.App.Tests.Serving;
using Firstlook.App.Tests.Web;
using Firstlook.Baselines;
using Firstlook.Executors.Sql;
using Firstlook.Testing;

namespace Firstlook.App.Tests.Rehearsals;

/// <summary>Rehearsal by the whole server on a real Prometheus and a real PostgreSQL, both of which rot.</summary>
public sealed class LiveRehearsalTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    const string Runbook = """
        # Stock is wrong

        **Alert**: `StockWrong`

        ## Hypothesis: stock was taken twice

        ```sql
        SELECT id, quantity FROM stock WHERE quantity < 0;
        ```

        ## Hypothesis: sales are refused

        ```sql
        SELECT status, count(*) FROM sale GROUP BY status ORDER BY status;
        ```

        ## Diagnostic

        ```promql
        sum(up{job="self"})
        ```

        ```promql
        sum(rate(stock_moves_total[5m]))
        ```

        """;

    string Yaml(PrometheusServer prometheus, PostgresServer database, Uri chat, string every = "1s") => $$"""
        teams: { store: { runbooks: [{{folder.Path}}/runbooks] }, office: { runbooks: [] } }
        services:
          shop: { team: store, match: { service: shop }, targets: [metrics, shop-db] }
        targets:
          metrics: { kind: prometheus, url: "{{prometheus.Address}}" }
          shop-db: { kind: postgresql, reader: "{{database.Connection("reader", "shop")}}" }
        notify: { chat: { kind: slack, url: "{{chat}}", teams: [store] }, office: { kind: slack, url: "{{chat}}office", teams: [office] } }
        rehearsal: { every: {{every}}, pace: 10ms }

        """;

    static async Task<PostgresServer> Database()
    {
        var server = await PostgresServer.Start();
        await server.Sql("CREATE DATABASE shop");
        await server.Sql("CREATE TABLE stock (id int PRIMARY KEY, quantity int); INSERT INTO stock SELECT n, n FROM generate_series(1, 20) n; CREATE TABLE sale (id int, status text); INSERT INTO sale SELECT n, CASE WHEN n % 10 = 0 THEN 'open' ELSE 'paid' END FROM generate_series(1, 100) n", "shop");
        await server.Sql(ReaderRole.Sql("reader", sessions: 10), "shop");
        return server;
    }

    static RehearsedRead Of(Server server, string text) => server.Service<RehearsalFile>().Read().Reads.Values.First(read => read.Shown.Contains(text, StringComparison.Ordinal));

    static async Task Until(Server server, Func<RehearsalRecord, bool> holds)
    {
        var file = server.Service<RehearsalFile>();
        await Eventually.Holds(() => Task.FromResult(holds(file.Read())), TimeSpan.FromSeconds(60), () => string.Join('\n', file.Read().Reads.Values.Select(read => $"{read.Shown} {read.Baseline.Runs} {read.Last.Outcome} {read.Rot}")));
    }

    /// <summary>So many rehearsals more come to their end.</summary>
    static async Task Rehearsed(Server server, int times)
    {
        for (; times > 0; times--)
        {
            var last = server.Service<RehearsalFile>().Read().FinishedAt;
            await Until(server, record => record.FinishedAt > (last ?? DateTimeOffset.MinValue));
        }
    }

    [Fact]
    public async Task What_rots_is_found_and_told_once_and_in_the_incident_each_result_stands_beside_what_is_normal()
    {
        if (PostgresServer.Missing is { } missing) Assert.Skip(missing);
        if (PrometheusServer.Missing is { } without) Assert.Skip(without);
        await using var database = await Database();
        await using var prometheus = await PrometheusServer.Start();
        await prometheus.Knows("sum(up{job=\"self\"})");
        await using var chat = await StandIn.Start();
        folder.File("runbooks/stock.md", Runbook);
        var peace = await Server.Start(folder, Yaml(prometheus, database, chat.Address), cancellation: Cancellation);
        await using (peace) await RotsAndHeals(peace, database, chat);
        // The runbook is the store's.
        Assert.DoesNotContain(chat.Messages, message => message.Path == "/office");

        // Between two rehearsals comes the trouble.
        await using var server = await Server.Start(folder, Yaml(prometheus, database, chat.Address, every: "6h"), cancellation: Cancellation);
        await database.Sql("UPDATE stock SET quantity = -3 WHERE id IN (7, 9)", "shop");
        await server.PostAlerts(Bodies.Firing("StockWrong", ("service", "shop")));
        var incident = await server.Eventually(1, one => one.GetProperty("look").ValueKind == System.Text.Json.JsonValueKind.Object && one.GetProperty("look").GetProperty("finishedAt").ValueKind == System.Text.Json.JsonValueKind.String);
        var negative = incident.GetProperty("reads").EnumerateArray().Single(read => read.GetProperty("text").GetString()!.Contains("quantity < 0", StringComparison.Ordinal));
        Assert.Contains(negative.GetProperty("normally").EnumerateArray(), one => one.GetProperty("unusual").GetBoolean() && one.GetProperty("text").GetString() == "normally 0 rows, now 2");
        var first = incident.GetProperty("hypotheses")[0];
        Assert.Contains("stock was taken twice", first.GetProperty("title").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(first.GetProperty("for").EnumerateArray(), claim => claim.GetProperty("claim").GetString() == "normally 0 rows, now 2");
        var other = incident.GetProperty("hypotheses").EnumerateArray().Single(one => one.GetProperty("title").GetString()!.Contains("refused", StringComparison.OrdinalIgnoreCase));
        // Two rows as ever: nothing that would speak for it.
        Assert.DoesNotContain(other.GetProperty("for").EnumerateArray(), claim => claim.GetProperty("claim").GetString()!.Contains("normally", StringComparison.Ordinal));
        Assert.Contains("shop-db: service shop has incident #1 open", await Page(server), StringComparison.Ordinal);
        Assert.Contains("normally 0 rows, now 2", await Page(server, "/incidents/1"), StringComparison.Ordinal);
    }

    static async Task RotsAndHeals(Server server, PostgresServer database, StandIn chat)
    {
        // Peace: what works is learnt, and the metric that nobody exports is rot from the first.
        await Until(server, record => record.Reads.Count == 4 && record.Reads.Values.Count(read => read.Baseline.Runs >= 3) == 3);
        Assert.Equal("metrics knows no series stock_moves_total", Of(server, "stock_moves_total").Rot?.What);
        Assert.Equal(["stock_moves_total"], server.Service<RehearsalFile>().Read().Rotten.Select(read => MetricProbe.Metrics(read.Shown)[0]));
        await Eventually.Holds(() => Task.FromResult(!chat.Messages.IsEmpty), TimeSpan.FromSeconds(30), () => "no notice came");
        Assert.Contains("stock.md of store: 1 read would not help in an incident", Assert.Single(chat.Messages).Body, StringComparison.Ordinal);

        // A column is dropped: one notice, however often it is rehearsed, and one when it is back.
        await database.Sql("ALTER TABLE stock RENAME quantity TO amount", "shop");
        await Until(server, _ => Of(server, "FROM stock").Rot?.Kind == RotKind.Gone);
        await Rehearsed(server, 3);
        await Eventually.Holds(() => Task.FromResult(chat.Messages.Count >= 2), TimeSpan.FromSeconds(30), () => "no second notice came");
        Assert.Equal(2, chat.Messages.Count);
        Assert.Contains("column", chat.Messages.Last().Body, StringComparison.Ordinal);
        var page = await Page(server);
        Assert.Contains("2 of 4 reads would not help in an incident", page, StringComparison.Ordinal);
        Assert.Contains("column &quot;quantity&quot; does not exist", page.Replace("&#34;", "&quot;"), StringComparison.Ordinal);
        await database.Sql("ALTER TABLE stock RENAME amount TO quantity", "shop");
        await Until(server, _ => Of(server, "FROM stock").Rot is null);
        await Eventually.Holds(() => Task.FromResult(chat.Messages.Count >= 3), TimeSpan.FromSeconds(30), () => "nobody heard that it works again");
        Assert.Contains("1 read works again", chat.Messages.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_dead_is_rot_and_one_line_of_one_notice()
    {
        if (PostgresServer.Missing is { } missing) Assert.Skip(missing);
        if (PrometheusServer.Missing is { } without) Assert.Skip(without);
        await using var prometheus = await PrometheusServer.Start();
        await prometheus.Knows("sum(up{job=\"self\"})");
        await using var chat = await StandIn.Start();
        folder.File("runbooks/stock.md", Runbook.Replace("sum(rate(stock_moves_total[5m]))", "count(up)", StringComparison.Ordinal));
        var database = await Database();
        await using var server = await Server.Start(folder, Yaml(prometheus, database, chat.Address), cancellation: Cancellation);
        await Until(server, record => record.Reads.Count == 4 && record.Reads.Values.All(read => read.Rot is null && read.Baseline.Runs >= 1));
        await database.DisposeAsync();
        await Until(server, record => record.Rotten.Count() == 2);
        await Eventually.Holds(() => Task.FromResult(!chat.Messages.IsEmpty), TimeSpan.FromSeconds(30), () => "no notice came");
        Assert.Contains("2 reads would not help in an incident\\n– 2 reads on shop-db, the first in line", System.Text.RegularExpressions.Regex.Unescape(Assert.Single(chat.Messages).Body).Replace("\n", "\\n"), StringComparison.Ordinal);
        Assert.All(server.Service<RehearsalFile>().Read().Rotten, read => Assert.Equal(RotKind.Unreachable, read.Rot!.Kind));
    }

    static async Task<string> Page(Server server, string path = "/rehearsals")
    {
        using var visitor = new Visitor(server.Address);
        await visitor.SignIn(server.Service<App.Accounts.Accounts>().LoginLink("ada", server.Address).ToString());
        await visitor.Get(path);
        return System.Net.WebUtility.HtmlDecode(visitor.Page).Replace("\"", "&quot;");
    }
}
