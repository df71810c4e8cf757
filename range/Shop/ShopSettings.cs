namespace Firstlook.Range;

/// <summary>What the shop needs to know to start. Each value comes from the variable that is named beside it.</summary>
/// <param name="Listen">SHOP_LISTEN: the address to serve on, loopback only, such as http://127.0.0.1:8000.</param>
/// <param name="Postgres">SHOP_POSTGRES: an Npgsql connection string of the role that owns the tables.</param>
/// <param name="Redis">SHOP_REDIS: host:port of the Redis that holds queues, cache and idempotency keys.</param>
/// <param name="LogFile">SHOP_LOG: the JSON log, one object a line.</param>
/// <param name="PidFile">SHOP_PID_FILE: where the process id is written, for `kill -HUP`.</param>
/// <param name="FaultToken">SHOP_FAULT_TOKEN: the bearer token of /faults; without one those routes do not exist.</param>
/// <param name="RedisThrottle">SHOP_REDIS_THROTTLE: host:port of the Redis that counts for the throttle alone.</param>
/// <param name="ConfigFile">SHOP_CONFIG: what people configure while the shop runs.</param>
/// <param name="OutsideFile">SHOP_OUTSIDE: what people outside the shop do, for the load.</param>
/// <param name="ReleaseFolder">SHOP_RELEASE: where deploys arrive.</param>
/// <param name="Checkout">SHOP_CHECKOUT: a developer's checkout of what is deployed, to ship from.</param>
/// <param name="ServicesFolder">SHOP_SERVICES: where range/keep notes what runs and is told what to stop.</param>
/// <param name="TlsFolder">SHOP_TLS: the range's certificate authority and the certificate of its public names.</param>
/// <param name="PublicHost">SHOP_PUBLIC_HOST: the name by which the public reaches the shop.</param>
/// <param name="OutsideAddress">SHOP_OUTSIDE_ADDRESS: where everything outside really is.</param>
/// <param name="Kubeconfig">SHOP_KUBECONFIG: the cluster that a part of the shop runs in; null where there is none.</param>
internal sealed record ShopSettings(
    string Listen, string Postgres, string Redis, string RedisThrottle, string LogFile, string PidFile, string? FaultToken,
    string ConfigFile, string OutsideFile, string ReleaseFolder, string Checkout, string ServicesFolder, string TlsFolder, string PublicHost, string OutsideAddress, string? Kubeconfig)
{
    public static ShopSettings FromEnvironment()
    {
        return new ShopSettings(
            Loopback("SHOP_LISTEN"),
            Required("SHOP_POSTGRES"),
            Required("SHOP_REDIS"),
            Required("SHOP_REDIS_THROTTLE"),
            Environment.GetEnvironmentVariable("SHOP_LOG") ?? "/var/log/app.log",
            Environment.GetEnvironmentVariable("SHOP_PID_FILE") ?? "/var/run/gunicorn.pid",
            Environment.GetEnvironmentVariable("SHOP_FAULT_TOKEN"),
            Required("SHOP_CONFIG"),
            Required("SHOP_OUTSIDE"),
            Required("SHOP_RELEASE"),
            Required("SHOP_CHECKOUT"),
            Environment.GetEnvironmentVariable("SHOP_SERVICES") ?? "/run/services",
            Required("SHOP_TLS"),
            Required("SHOP_PUBLIC_HOST"),
            Required("SHOP_OUTSIDE_ADDRESS"),
            Environment.GetEnvironmentVariable("SHOP_KUBECONFIG"));
    }

    /// <exception cref="InvalidOperationException">It is not set, or an address that others reach too.</exception>
    public static string Loopback(string name) =>
        Required(name) is var address && new Uri(address).IsLoopback ? address : throw new InvalidOperationException($"{name} is {address}: the practice shop serves on loopback alone.");

    /// <exception cref="InvalidOperationException">It is not set.</exception>
    public static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"{name} is not set; range/up sets it.");
}
