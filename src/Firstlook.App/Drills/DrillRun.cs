using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Firstlook.App.Configuration;
using Firstlook.App.Demo;
using Firstlook.App.Desk;
using Firstlook.App.Serving;
using Firstlook.Drills;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Masking;

namespace Firstlook.App.Drills;

/// <summary>
/// One drill: a range of its own with fresh data and an empty Prometheus, a server of its own with an empty journal, one fault or a hard case, and what came of it.
/// </summary>
sealed class DrillRun(DrillSettings settings, Action<string> say, TimeProvider time)
{
    /// <summary>Time for the way back of an action to be made ready.</summary>
    static readonly TimeSpan Preparing = TimeSpan.FromSeconds(20);

    /// <summary>Time for an action to end the alert: the index of a million rows is made in seconds or in half a minute, as the machine is.</summary>
    static readonly TimeSpan ToCalm = TimeSpan.FromSeconds(60);

    const string TheRange = "the range";

    readonly Stopwatch clock = new();

    /// <exception cref="DemoFailed">The range did not come up: that is no result of a drill.</exception>
    public async Task<DrillResult> Play(CaseScript script, CancellationToken cancellation)
    {
        var home = Directory.CreateTempSubdirectory("firstlook-drill-").FullName;
        try
        {
            return await Play(script, home, cancellation);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    async Task<DrillResult> Play(CaseScript script, string home, CancellationToken cancellation)
    {
        var firstlook = new Uri($"http://127.0.0.1:{FreePort()}");
        var token = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        await using var range = await PracticeRange.Start(settings.Range, home, firstlook, token, settings.Load, _ => { }, cancellation, RangeScript.Environment(script));
        var configuration = Configured(home, firstlook, token);
        await using var app = await Server.Build(configuration, time, cancellation);
        try
        {
            await app.StartAsync(cancellation);
            return await Play(script, range, configuration, app, cancellation);
        }
        finally
        {
            // Before it is disposed of: Prometheus goes on posting, and whoever is being answered still needs its services.
            await app.StopAsync(CancellationToken.None);
        }
    }

    async Task<DrillResult> Play(CaseScript script, PracticeRange range, Configuration.Configuration configuration, WebApplication app, CancellationToken cancellation)
    {
        var fault = script.Name;
        using var visitor = await Visitor.SignIn(app, configuration, cancellation);
        var wanted = script.Alert ?? await range.AlertOf(script.Faults.Last(), cancellation);
        await Task.Delay(settings.Peace, time, cancellation);
        // What fires already would be taken for the fault: on a busy machine the shop may be slow at its start.
        if (await Until(async () => await range.Firing(cancellation) is { Count: 0 } calm ? calm : null, settings.Patience, cancellation) is null)
            throw new DemoFailed($"alerts fire before the fault: {string.Join(", ", await range.Firing(cancellation))}");

        var at = time.GetUtcNow();
        await RangeScript.Play(range, script, time, cancellation);
        clock.Restart();
        var waits = time.GetUtcNow();
        // As a pipeline would: what was deployed is known before the alert comes.
        if (await app.Services.GetRequiredService<ChangeLog>().Report([.. await range.Changes(at, cancellation)], cancellation) is { } unavailable)
            say($"{fault}: its changes are not stored: {unavailable}");
        var alert = await Until(async () =>
            (await range.Firing(cancellation)) is { Count: > 0 } firing && (wanted is null || firing.Contains(wanted)) ? wanted ?? firing[0] : null,
            settings.Patience, cancellation);
        double? detected = alert is null ? null : clock.Elapsed.TotalSeconds;
        var asked = time.GetUtcNow();
        say($"{fault}: {(alert is null ? $"no alert within {settings.Patience.TotalSeconds:0} s" : $"{alert} fires after {detected:0.0} s")}");

        var number = 0;
        var room = alert is null
            ? null
            : await Until(async () => (number = await visitor.IncidentOf(alert, cancellation)) > 0 && IsLookedAt(app, number) ? Room(app, number) : null,
                settings.Patience, cancellation);
        double? looked = room is null ? null : clock.Elapsed.TotalSeconds;
        var shown = room is null ? null : await Shown(visitor, room, waits, asked, cancellation);
        if (room is not null && settings.Recorded is { } folder) await Record(folder, range, configuration, fault, alert!, at, cancellation);
        var (healed, by, approved) = room is not null && settings.Heal ? await Heal(range, visitor, script, alert!, number, cancellation) : (null, null, 0);
        return Result(fault, at, alert, room, detected, looked, healed, by, approved) with { Shown = shown };
    }

    /// <summary>
    /// How long a person who waits for it has waited: the page is fetched as soon as the look is over. Where another alert of the fault had the look run before
    /// this one fired, the wait begins with this one.
    /// </summary>
    /// <returns>Null where the look was over before anybody waited, while the fault was still being brought about, or where the page does not show what leads.</returns>
    async Task<double?> Shown(Visitor visitor, Room room, DateTimeOffset waits, DateTimeOffset asked, CancellationToken cancellation)
    {
        if (room.Look!.Results.IsEmpty || room.Ranking is not { } ranking) return null;
        var page = await visitor.Page(room.Incident.Number, cancellation);
        var had = time.GetUtcNow();
        if (ranking.Leader is { } leader && !page.Contains(WebUtility.HtmlEncode(leader.Hypothesis.Title.Split('`')[0]), StringComparison.Ordinal)) return null;
        var last = room.Look.Results.Max(result => result.StartedAt + result.Duration);
        return last < waits ? null : (had - (last > asked ? last : asked)).TotalSeconds;
    }

    async Task Record(string folder, PracticeRange range, Configuration.Configuration configuration, string fault, string alert, DateTimeOffset since,
        CancellationToken cancellation)
    {
        if ((await range.FiringAlerts(cancellation)).FirstOrDefault(one => one.Name == alert) is not { } firing)
        {
            say($"{fault}: {alert} fires no longer, nothing is recorded");
            return;
        }

        // The library of a case is what the drill was run on.
        var recording = new RecordingSettings(settings.Range, folder, configuration.Runbooks, Moments: [0], Heal: false, settings.Load, settings.Truth);
        await using var executors = new TargetExecutors(configuration.Connections, time, new Masker([.. configuration.MaskedFields]));
        var (_, reads) = await new CaseRecording(recording, say, time).Record(fault, firing, await range.Changes(since, cancellation), configuration, executors, cancellation);
        say($"{fault}: recorded {reads} reads");
    }

    static bool IsLookedAt(WebApplication app, int number) => app.Services.GetRequiredService<Records>().ByNumber(number) is { Incident.Looks: [.., { IsPending: false }] };

    static Room? Room(WebApplication app, int number) => app.Services.GetRequiredService<IncidentDesk>().Room(number);

    DrillResult Result(string fault, DateTimeOffset at, string? alert, Room? room, double? detected, double? looked, double? healed, string? by, int approved)
    {
        var own = room?.Incident.Procedure.Runbook;
        var expected = settings.Truth.For(fault, (room?.Look?.Considered?.Library.Select(one => one.File) ?? []).Append(own ?? "").Select(file => Path.GetFileName(file)!));
        // Where no procedure answers, every cause tells its own runbook.
        var place = room?.Ranking is { } ranking && expected is not null ? DrillScore.Place(DrillScore.Order(ranking, own ?? ""), expected) : null;
        var leader = room?.Ranking?.Leader?.Hypothesis.Title;
        return new DrillResult(
            fault, settings.Truth.FamilyOf(fault) ?? "", at, alert, own is null ? null : Path.GetFileName(own), detected, looked, healed, by,
            (room?.Ranking?.Hypotheses ?? []).Take(5)
                .Select(one => new RankedTitle(one.Hypothesis.Id, one.Hypothesis.Title, Hypotheses.Ranking.Word(one.Standing).ToLowerInvariant())).ToEquatableArray(),
            leader, place,
                DrillScore.Disappointments(expected, detected is not null, looked is not null, leader, place, settings.Heal, healed is not null,
                    approved > 0 && by == TheRange));
    }

    /// <summary>The actions that the leading cause's section offers, approved by as many people as they call for; where they do not end it, the range heals.</summary>
    async Task<(double? Seconds, string? By, int Approved)> Heal(PracticeRange range, Visitor visitor, CaseScript script, string alert, int number, CancellationToken cancellation)
    {
        var fault = script.Name;
        var incident = await visitor.Incident(number, cancellation);
        var leader = incident.GetProperty("leader").GetString();
        var approved = 0;
        foreach (var action in incident.GetProperty("actions").EnumerateArray()
            .Where(action => leader is not null && action.GetProperty("cause").GetString() == leader && action.GetProperty("target").ValueKind == JsonValueKind.String))
        {
            var one = action.GetProperty("number").GetInt32();
            if (!await Approved(one)) continue;
            say($"{fault}: approved action {one}");
            approved++;
            if (await Ended(ToCalm) is { } seconds) return (seconds, $"action {one}", approved);
        }

        await RangeScript.Heal(range, script, cancellation);
        say($"{fault}: the range heals it");
        return await Ended(TimeSpan.FromSeconds(90)) is { } after ? (after, TheRange, approved) : (null, null, approved);

        // As it is shown once its way back is known, which joins its hash; by as many people as it calls for, who type the target's name.
        async Task<bool> Approved(int one)
        {
            var shown = await Until(async () =>
                Action(await visitor.Incident(number, cancellation), one) is var now && !now.GetProperty("preparing").GetBoolean() ? (object)now : null,
                Preparing, cancellation);
            if (shown is not JsonElement ready) return false;
            try
            {
                for (var person = 0; person < ready.GetProperty("approvalsNeeded").GetInt32(); person++)
                    await visitor.Post($"/api/incidents/{number}/actions/{one}/approve",
                        new { hash = ready.GetProperty("hash").GetString(), target = ready.GetProperty("target").GetString() }, cancellation, person: person);
                return true;
            }
            catch (DemoFailed refused)
            {
                // Another action may still be let, or else the range heals.
                say($"{fault}: {refused.Message}");
                return false;
            }
        }

        async Task<double?> Ended(TimeSpan limit) => await Until(
            async () => !(await range.Firing(cancellation)).Contains(alert)
                && (await visitor.Incident(number, cancellation)).GetProperty("state").GetString() == "resolved"
                ? (object)clock.Elapsed.TotalSeconds : null,
                limit, cancellation) as double?;
    }

    static JsonElement Action(JsonElement incident, int number) =>
        incident.GetProperty("actions").EnumerateArray().First(action => action.GetProperty("number").GetInt32() == number);

    Configuration.Configuration Configured(string home, Uri firstlook, string token)
    {
        var configuration = Configured(settings.Range, home, token) with { Listen = firstlook, PublicUrl = firstlook, Senders = [] };
        return settings.Runbooks.IsEmpty ? configuration : configuration with { Runbooks = settings.Runbooks };
    }

    /// <summary>The range's own configuration, for a range that keeps its state in <paramref name="home"/>.</summary>
    public static Configuration.Configuration Configured(string range, string home, string? token = null)
    {
        var file = Path.Combine(range, "firstlook.yaml");
        var (read, problems) = ConfigurationReader.ReadFile(file, name => name switch { "RANGE_HOME" => home, "FIRSTLOOK_INTAKE_TOKEN" => token, _ => null });
        return read ?? throw new DemoFailed(string.Join("; ", problems));
    }

    async Task<T?> Until<T>(Func<Task<T?>> asked, TimeSpan limit, CancellationToken cancellation)
        where T : class
    {
        var until = time.GetUtcNow() + limit;
        while (true)
        {
            try
            {
                if (await asked() is { } answer) return answer;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                // A shop or a Prometheus in trouble may not answer: it is asked again, until the time is over.
                if (time.GetUtcNow() > until) say($"the last question was not answered: {exception.Message}");
            }

            if (time.GetUtcNow() > until) return null;
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellation);
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
