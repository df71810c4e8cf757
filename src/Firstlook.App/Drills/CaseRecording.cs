using System.Diagnostics;
using System.IO.Compression;
using Firstlook.Alerts;
using Firstlook.App.Configuration;
using Firstlook.App.Demo;
using Firstlook.App.Desk;
using Firstlook.Drills;
using Firstlook.Executors;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Runbooks;

namespace Firstlook.App.Drills;

/// <summary>
/// One recording: a range of its own with fresh data and an empty Prometheus, what a script does to it, and what every read of the libraries
/// returned at some moments after the alert. A peacetime recording does nothing and waits for nothing.
/// </summary>
sealed class CaseRecording(RecordingSettings settings, Action<string> say, TimeProvider time)
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    /// <exception cref="DemoFailed">The range did not come up, or refused a deed.</exception>
    public async Task<Recorded> Play(CaseScript script, CancellationToken cancellation)
    {
        var home = Directory.CreateTempSubdirectory("firstlook-case-").FullName;
        try
        {
            return await Play(script, home, cancellation);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    async Task<Recorded> Play(CaseScript script, string home, CancellationToken cancellation)
    {
        var (at, whole) = (time.GetUtcNow(), Stopwatch.StartNew());
        // Nobody listens there: the recording asks Prometheus itself which alerts fire.
        await using var range =
            await PracticeRange.Start(settings.Range, home, new Uri("http://127.0.0.1:9"), "", settings.Load, _ => { }, cancellation, RangeScript.Environment(script));
        var configuration = DrillRun.Configured(settings.Range, home);
        await using var executors = new TargetExecutors(configuration.Connections, time, new Masker([.. configuration.MaskedFields]));
        await executors.Warm(cancellation);
        await Task.Delay(settings.Peace, time, cancellation);

        var peace = script.Name == RecordedPeace.Name;
        var wanted = peace ? null : script.Alert ?? await range.AlertOf(script.Faults.Last(), cancellation);
        var clock = Stopwatch.StartNew();
        await RangeScript.Play(range, script, time, cancellation);
        var alert = peace ? Nothing(time.GetUtcNow()) : await Fires(range, wanted!, cancellation);
        if (alert is null)
        {
            say($"{script.Name}: {wanted} does not fire within {settings.Patience.TotalSeconds:0} s");
            return new Recorded(script.Name, settings.Load.Rate, settings.Load.Seed, at, wanted, null, null, 0, 0, whole.Elapsed.TotalSeconds, "no alert");
        }

        var detected = clock.Elapsed.TotalSeconds;
        say($"{script.Name}: {alert.Name} after {detected:0.0} s");
        var (cases, reads) = await Record(script.Name, alert, await range.Changes(at, cancellation), configuration, executors, cancellation);
        var calmed = settings.Heal && !peace ? await Heals(range, script, alert.Name, cancellation) : null;
        return new Recorded(script.Name, settings.Load.Rate, settings.Load.Seed, at, alert.Name, detected, calmed, cases, reads, whole.Elapsed.TotalSeconds,
            settings.Heal && !peace && calmed is null ? "the alert does not end" : null);
    }

    /// <summary>Keeps what every read of the libraries returns at each of the moments, of a range that is up and in trouble.</summary>
    public async Task<(int Cases, int Reads)> Record(string name, Alert alert, EquatableArray<Change> changes, Configuration.Configuration configuration,
        TargetExecutors executors, CancellationToken cancellation)
    {
        var service = configuration.Services[0];
        var plan = Plan(settings.Libraries.SelectMany(Libraries.Files).Distinct().Select(file => RunbookReader.Read(file, File.ReadAllBytes(file))), service, alert.Labels);
        var questions = plan.Commands.ToDictionary(planned => planned.Id, planned => RecordedCase.QuestionOf(Asked.Of(planned.Step, planned.Command, alert.Labels)));
        var began = time.GetTimestamp();
        foreach (var (index, moment) in settings.Moments.Index())
        {
            var until = TimeSpan.FromSeconds(moment) - time.GetElapsedTime(began);
            if (until > TimeSpan.Zero) await Task.Delay(until, time, cancellation);
            var after = Math.Round((time.GetUtcNow() - alert.StartsAt).TotalSeconds, 1);
            var answers = new SortedDictionary<string, RecordedAnswer>(StringComparer.Ordinal);
            await foreach (var result in LookRun.Run(plan, executors, cancellation)) answers[questions[result.Command]] = RecordedAnswer.Of(result);
            await Keep(new RecordedCase(
                name, settings.Truth.FamilyOf(name) ?? name, settings.Load.Rate, settings.Load.Seed, after, alert.Labels, alert.Annotations, alert.StartsAt,
                service.Targets, changes, answers), index, cancellation);
        }

        return (settings.Moments.Count, questions.Count);
    }

    async Task Keep(RecordedCase recorded, int moment, CancellationToken cancellation)
    {
        Directory.CreateDirectory(settings.Folder);
        await using var stream = File.Create(settings.FileOf(recorded.Fault, moment));
        await using var packed = new GZipStream(stream, CompressionLevel.SmallestSize);
        await packed.WriteAsync(CaseFormat.Bytes(recorded), cancellation);
    }

    /// <summary>Every read of the libraries that may run by itself, each question once.</summary>
    static LookPlan Plan(IEnumerable<Runbook> library, Service service, LabelSet labels)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new LookPlan(library
            .SelectMany(runbook => Library.ProceduresOf(runbook).Select(procedure => Library.Consider(runbook, procedure, "")))
            .SelectMany(considered => Planning.Plan(considered.Procedure, service, labels, Access.Limits.Default).Ready)
            .Where(planned => seen.Add(RecordedCase.QuestionOf(Asked.Of(planned.Step, planned.Command, labels))))
            .DistinctBy(planned => planned.Id)
            .ToEquatableArray());
    }

    static Alert Nothing(DateTimeOffset now) => new(LabelSet.From(("service", "shop"), ("team", "cosmetica")), LabelSet.From(), now, null, true, null);

    async Task<Alert?> Fires(PracticeRange range, string wanted, CancellationToken cancellation)
    {
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < settings.Patience;)
        {
            if ((await Answered(() => range.FiringAlerts(cancellation), cancellation))?.FirstOrDefault(alert => alert.Name == wanted) is { } fires) return fires;
            await Task.Delay(Glance, time, cancellation);
        }

        return null;
    }

    /// <returns>Seconds until the alert had ended; null where it did not.</returns>
    async Task<double?> Heals(PracticeRange range, CaseScript script, string alert, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        await RangeScript.Heal(range, script, cancellation);
        while (time.GetElapsedTime(began) < settings.ToCalm)
        {
            if (await Answered(() => range.FiringAlerts(cancellation), cancellation) is { } firing && firing.All(one => one.Name != alert))
                return time.GetElapsedTime(began).TotalSeconds;
            await Task.Delay(Glance, time, cancellation);
        }

        say($"{script.Name}: {alert} does not end within {settings.ToCalm.TotalSeconds:0} s of its healing");
        return null;
    }

    /// <summary>A Prometheus in trouble may not answer: null then, and it is asked again.</summary>
    static async Task<T?> Answered<T>(Func<Task<T>> question, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await question();
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public static RecordedCase Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var packed = new GZipStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return CaseFormat.Read(bytes.ToArray());
    }
}
