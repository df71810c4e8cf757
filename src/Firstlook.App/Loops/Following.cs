using System.Collections.Immutable;
using Firstlook.Access;
using Firstlook.App.Desk;
using Firstlook.Effects;
using Firstlook.Executors;
using Firstlook.Hypotheses;
using Firstlook.Looks;

namespace Firstlook.App.Loops;

/// <summary>Follows what is rolled out in the clusters of the targets, so that a release is known as a change although no pipeline told of it.</summary>
sealed class Following(Configuration.Configuration configuration, ChangeLog changes, TargetExecutors executors, TimeProvider time, ILogger<Following> log) : BackgroundService
{
    /// <summary>A release that breaks something does so within minutes, and one list a minute is no burden to an API server.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>A workload keeps 10 revisions unless told otherwise: five hundred workloads of a namespace.</summary>
    static readonly Limits Bounds = new(TimeSpan.FromSeconds(10), 2 * 1024 * 1024, 5000);

    readonly record struct Source(Target Target, string Space, string? Service);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sources = Sources(configuration.Services.Select(service => (service.Name, service.Targets)));
        if (sources.Length == 0) return;
        var known = new Dictionary<Source, ImmutableDictionary<string, long>>();
        var troubled = new HashSet<Source>();
        try
        {
            while (true)
            {
                foreach (var source in sources)
                {
                    var trouble = await Tried(source, known, stoppingToken);
                    // Told when it begins, not every minute.
                    if (trouble is null) troubled.Remove(source);
                    else if (troubled.Add(source)) Log.RolloutsUnknown(log, source.Target.Name, trouble);
                }

                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was found is in the journal.
        }
    }

    /// <summary>A namespace that serves one service tells of that one; one that serves several concerns all of them.</summary>
    static Source[] Sources(IEnumerable<(string Service, EquatableArray<Target> Targets)> services) =>
        [.. services.SelectMany(service => service.Targets.SelectMany(target => target.Rollouts.Select(space => (service.Service, target, space))))
            .GroupBy(asked => (asked.target.Name, asked.space))
            .Select(asked =>
                new Source(asked.First().target, asked.Key.space,
                    asked.Select(one => one.Service).Distinct(StringComparer.Ordinal).Count() == 1 ? asked.First().Service : null))];

    /// <returns>Why it is not known what was rolled out; null where it is. One cluster's trouble is not the others'.</returns>
    async Task<string?> Tried(Source source, Dictionary<Source, ImmutableDictionary<string, long>> known, CancellationToken cancellation)
    {
        try
        {
            return await Ask(source, known, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception.Message;
        }
    }

    async Task<string?> Ask(Source source, Dictionary<Source, ImmutableDictionary<string, long>> known, CancellationToken cancellation)
    {
        var text = Rollouts.Query(source.Space);
        var command = new Runbooks.Command(text, 1, Language.Shell, Effect.Read, EffectTags.None, "", null, [], [], null);
        if (ReadPolicy.Decide(new CommandId("rollouts", 0), command, source.Target, [], Bounds, clicked: false) is not ReadDecision.Permitted permitted)
            throw new System.Diagnostics.UnreachableException($"{text} is no read");
        var result = await executors.Run(permitted.Permit, cancellation);
        if (result.Outcome.Kind != OutcomeKind.Succeeded) return result.Outcome.Message;
        var (news, latest) = Rollouts.Since(Rollouts.Read(result.Output.Lines), known.GetValueOrDefault(source), time.GetUtcNow(), source.Service);
        if (!news.IsEmpty && await changes.Report([.. news], cancellation) is { } unavailable) return $"they are not stored: {unavailable}";
        known[source] = latest;
        return result.Output.Truncated ? "the list is longer than what is kept: name the namespaces under rollouts" : null;
    }
}
