namespace Firstlook.Range;

/// <summary>What the shop needs to know to start. Each value comes from the variable that is named beside it.</summary>
/// <param name="Listen">SHOP_LISTEN: the address to serve on, loopback only, such as http://127.0.0.1:8000.</param>
/// <param name="Postgres">SHOP_POSTGRES: an Npgsql connection string of the role that owns the tables.</param>
/// <param name="Redis">SHOP_REDIS: host:port of the Redis that holds the counters of the throttle.</param>
/// <param name="LogFile">SHOP_LOG: the JSON log, one object a line.</param>
/// <param name="PidFile">SHOP_PID_FILE: where the process id is written, for `kill -HUP`.</param>
/// <param name="FaultToken">SHOP_FAULT_TOKEN: the bearer token of /faults; without one those routes do not exist.</param>
internal sealed record ShopSettings(
    string Listen, string Postgres, string Redis, string LogFile, string PidFile, string? FaultToken)
{
    public static ShopSettings FromEnvironment()
    {
        var listen = Required("SHOP_LISTEN");
        if (!new Uri(listen).IsLoopback)
        {
            throw new InvalidOperationException($"SHOP_LISTEN is {listen}: the practice shop serves on loopback alone.");
        }
        return new ShopSettings(
            listen,
            Required("SHOP_POSTGRES"),
            Required("SHOP_REDIS"),
            Environment.GetEnvironmentVariable("SHOP_LOG") ?? "/var/log/app.log",
            Environment.GetEnvironmentVariable("SHOP_PID_FILE") ?? "/var/run/gunicorn.pid",
            Environment.GetEnvironmentVariable("SHOP_FAULT_TOKEN"));
    }

    static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"{name} is not set; range/up sets it.");
}
