using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Firstlook.Alerts;
using Firstlook.Hypotheses;
using Npgsql;

namespace Firstlook.App.Demo;

/// <summary>The practice range as the demo sees it from outside: started and stopped by its own scripts, asked through SQL and Prometheus' own interface.</summary>
sealed class PracticeRange : IAsyncDisposable
{
    /// <summary>Ten steps behind the server, which would stand on another machine; unless whoever starts it says otherwise.</summary>
    static string Niceness => Environment.GetEnvironmentVariable("RANGE_NICENESS") is { Length: > 0 } told ? told : "10";

    readonly string folder;
    readonly string home;
    readonly Dictionary<string, string> environment;
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>A fault may have a million rows to add first, on a machine that is slow today.</summary>
    readonly HttpClient deeds = new() { Timeout = TimeSpan.FromMinutes(3) };

    PracticeRange(string folder, string home, Dictionary<string, string> environment) => (this.folder, this.home, this.environment) = (folder, home, environment);

    public Uri Prometheus => new(environment["RANGE_PROMETHEUS"]);

    public Uri Shop => new(environment["RANGE_SHOP_URL"]);

    /// <exception cref="DemoFailed">It did not come up; what it said stands in the message.</exception>
    /// <param name="load">Requests a second, and the seed of what is asked for; null for the range's own.</param>
    /// <param name="more">Other variables for <c>range/up</c>.</param>
    public static async Task<PracticeRange> Start(string folder, string home, Uri firstlook, string token, (double Rate, int Seed)? load, Action<string> say,
        CancellationToken cancellation, params (string, string)[] more)
    {
        (string, string)[] asked = load is { } given
            ? [("RANGE_RATE", given.Rate.ToString(CultureInfo.InvariantCulture)), ("RANGE_SEED", given.Seed.ToString(CultureInfo.InvariantCulture))] : [];
        var (code, said) =
            await Script(folder, "up", ["--detach"],
                [("RANGE_HOME", home), ("FIRSTLOOK_URL", firstlook.ToString().TrimEnd('/')), ("FIRSTLOOK_INTAKE_TOKEN", token), ("RANGE_NICENESS", Niceness), .. asked,
                    .. more],
                say, cancellation);
        if (code != 0) throw new DemoFailed($"range/up ended with {code}: {said}", code == 69 ? 69 : Cli.Exit.Failed);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadAllLines(Path.Combine(home, "range.env")))
            if (line.Split('=', 2) is [var name, var value]) variables[name] = value.Trim('\'');
        return new PracticeRange(folder, home, variables);
    }

    public async Task<bool> IsServing(CancellationToken cancellation)
    {
        using var health = await http.GetAsync(new Uri(Shop, "/health/"), cancellation);
        using var ready = await http.GetAsync(new Uri(Prometheus, "/-/ready"), cancellation);
        return health.IsSuccessStatusCode && ready.IsSuccessStatusCode;
    }

    public async Task Fault(string name, string verb, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Shop, $"/faults/{name}/{verb}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", environment["RANGE_FAULT_TOKEN"]);
        using var response = await deeds.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw new DemoFailed($"the range answered {(int)response.StatusCode} to {verb} {name}: {(await response.Content.ReadAsStringAsync(cancellation)).Trim()}");
    }

    /// <summary>The alert that a fault raises, as the range tells it; null where it does not.</summary>
    public async Task<string?> AlertOf(string fault, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Shop, "/faults"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", environment["RANGE_FAULT_TOKEN"]);
        using var response = await http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode) throw new DemoFailed($"the range answered {(int)response.StatusCode} to the list of its faults");
        using var faults = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
        foreach (var known in faults.RootElement.EnumerateArray())
            if (known.GetProperty("name").GetString() == fault) return known.TryGetProperty("alert", out var alert) ? alert.GetString() : null;
        throw new DemoFailed($"the range has no fault {fault}", Cli.Exit.NotFound);
    }

    /// <summary>Names of the alerts that Prometheus itself says are firing.</summary>
    public async Task<IReadOnlyList<string>> Firing(CancellationToken cancellation) => [.. (await FiringAlerts(cancellation)).Select(alert => alert.Name)];

    /// <summary>The alerts that Prometheus itself says are firing, with the labels that it would send.</summary>
    public async Task<IReadOnlyList<Alert>> FiringAlerts(CancellationToken cancellation)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(Prometheus, "/api/v1/alerts"), cancellation));
        return
        [
            .. answer.RootElement.GetProperty("data").GetProperty("alerts").EnumerateArray()
                .Where(alert => alert.GetProperty("state").GetString() == "firing")
                .Select(alert => new Alert(Labels(alert, "labels"), Labels(alert, "annotations"), alert.GetProperty("activeAt").GetDateTimeOffset(), null, true, null)),
        ];

        static LabelSet Labels(JsonElement alert, string of) =>
            LabelSet.From(alert.GetProperty(of).EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString()!)));
    }

    /// <summary>Releases something harmless, as the shop's developers would.</summary>
    public async Task Release(string title, CancellationToken cancellation)
    {
        var (code, said) = await Script(folder, "innocent-release", [title], [("RANGE_HOME", home)], _ => { }, cancellation);
        if (code != 0) throw new DemoFailed($"range/innocent-release ended with {code}: {said}");
    }

    /// <summary>Takes the right to read a table from the reading role.</summary>
    public async Task Deny(string table, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // A name out of the range's own file of hard cases, quoted.
        await Ask($"REVOKE SELECT ON \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\" FROM firstlook_reader, PUBLIC", cancellation);
#pragma warning restore CA2100
    }

    /// <summary>Releases since a time, as a pipeline would have posted them.</summary>
    public async Task<EquatableArray<Change>> Changes(DateTimeOffset since, CancellationToken cancellation)
    {
        var (code, lines) = await Lines("git", ["-C", environment["RANGE_CHECKOUT"], "log", "--format=%cI\t%an\t%h %s"], cancellation);
        if (code != 0) throw new DemoFailed($"git log ended with {code} in {environment["RANGE_CHECKOUT"]}");
        return lines
            .Select(line => line.Split('\t', 3))
            .Select(part => new Change(DateTimeOffset.Parse(part[0], CultureInfo.InvariantCulture), "deploy", part[2], "shop", part[1]))
            .Where(change => change.At >= since)
            .ToEquatableArray();
    }

    /// <summary>One number, asked as the superuser, for whom PostgreSQL keeps connections when there are no others left.</summary>
    public async Task<long> Count(string sql, CancellationToken cancellation) => Convert.ToInt64(await Ask(sql, cancellation), CultureInfo.InvariantCulture);

    async Task<object?> Ask(string sql, CancellationToken cancellation)
    {
        var uri = new Uri(environment["RANGE_POSTGRES_SUPERUSER_URI"]);
        await using var connection =
            new NpgsqlConnection($"Host={uri.Host};Port={uri.Port};Username={uri.UserInfo};Database={uri.AbsolutePath.Trim('/')};Pooling=false;Timeout=5;Command Timeout=5");
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Stops a program of the range for good, as a crash would.</summary>
    public void Kill(string program)
    {
        foreach (var process in Process.GetProcesses())
            if (Read(process.Id, "cmdline") is { } line && line.Contains(program, StringComparison.Ordinal) && Parent(process.Id) == environment["RANGE_PID"]) process.Kill();
    }

    /// <summary>The fourth field of <c>/proc/PID/stat</c>, counted from behind the name in brackets (proc(5)).</summary>
    static string? Parent(int pid) => Read(pid, "stat") is { } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] : null;

    /// <returns>Null where the process has ended meanwhile.</returns>
    static string? Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{file}").Replace('\0', ' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        deeds.Dispose();
        await Script(folder, "down", [], [("RANGE_HOME", home)], _ => { }, CancellationToken.None);
    }

    static async Task<(int Code, IReadOnlyList<string> Lines)> Lines(string program, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
#pragma warning disable RS0030 // The practice range's own repository: no target of anybody's.
        using var process = Process.Start(start) ?? throw new DemoFailed($"{program} did not start");
#pragma warning restore RS0030
        var lines = (await process.StandardOutput.ReadToEndAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, lines);
    }

    static async Task<(int Code, string Said)> Script(string folder, string name, string[] arguments, (string Name, string Value)[] environment, Action<string> say,
        CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, name), arguments) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
#pragma warning disable RS0030 // The demo's own practice range, started from its own folder: no target of anybody's.
        using var process = Process.Start(start) ?? throw new DemoFailed($"{name} did not start");
#pragma warning restore RS0030
        process.StandardInput.Close();
        var last = "";
        while (await process.StandardError.ReadLineAsync(cancellation) is { } line)
        {
            last = line;
            say(line);
        }

        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, last);
    }
}

/// <summary>A stage of the demo that was not confirmed from outside.</summary>
sealed class DemoFailed(string message, int code = Cli.Exit.Failed) : Exception(message)
{
    public int Code => code;
}
