using Firstlook.Executors.Sql;
using Firstlook.Executors.Tests.Sql;
using Firstlook.Testing;

[assembly: AssemblyFixture(typeof(Database))]

namespace Firstlook.Executors.Tests.Sql;

/// <summary>One PostgreSQL for all tests, with a shop's table, a reader role as the product's own SQL makes it, and roles that can do too much.</summary>
public sealed class Database : IAsyncLifetime
{
    PostgresServer? server;

    public PostgresServer Server
    {
        get
        {
            if (PostgresServer.Missing is { } missing) Assert.Skip(missing);
            return server!;
        }
    }

    public PostgresConnection Reader => new(Server.Connection("reader", "shop"));

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.Missing is not null) return;
        server = await PostgresServer.Start("max_connections=20", "superuser_reserved_connections=3", "shared_preload_libraries=pg_stat_statements");
        await server.Sql("CREATE DATABASE shop");
        await server.Sql("""
            CREATE TABLE stock (id int primary key, name text, quantity numeric, expiry timestamptz);
            INSERT INTO stock SELECT n, 'product ' || n, n - 3, '2025-12-16 10:00:00+00' FROM generate_series(1, 1000) n;
            CREATE EXTENSION dblink;
            CREATE EXTENSION pg_stat_statements;
            CREATE ROLE operator LOGIN;
            GRANT SELECT, INSERT, UPDATE, DELETE ON stock TO operator;
            CREATE ROLE signaller LOGIN;
            GRANT pg_signal_backend TO signaller;
            CREATE ROLE writer LOGIN;
            GRANT pg_write_all_data TO writer;
            """, "shop");
        await server.Sql(ReaderRole.Sql("reader", sessions: 10), "shop");
    }

    /// <summary>Waits until so many statements run that hold the word.</summary>
    public Task Runs(string word, int times) => Eventually.Holds(
        async () => await Server.Sql($"SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%{word}%' AND pid <> pg_backend_pid()", "shop") == $"{times}",
        TimeSpan.FromSeconds(15),
        () => $"{word} does not run {times} times");

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
