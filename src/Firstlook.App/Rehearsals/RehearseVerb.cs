using System.CommandLine;
using Firstlook.App.Cli;
using Firstlook.App.Serving;
using Firstlook.Baselines;
using Firstlook.Executors;
using Firstlook.Journal;
using Firstlook.Masking;

namespace Firstlook.App.Rehearsals;

/// <summary>Tries every read of every runbook once, now; works with and without a server beside it.</summary>
static class RehearseVerb
{
    public static Command Command()
    {
        var (configuration, runbooks, data, json) = (Options.Configuration(), Options.Runbooks(), Options.Data(), Options.Json());
        var once = new Option<bool>("--once") { Description = "One rehearsal, and no more: the default; serve repeats it on a schedule" };
        var command = new Command("rehearse", "Tries every read of every runbook in peacetime: learns what is normal, and finds what has rotted. Ends with 3 where something has")
            { configuration, runbooks, data, once, json };
        command.SetAction((parsed, cancellation) =>
            Run(Options.Read(parsed.GetValue(configuration), parsed.GetValue(runbooks), parsed.GetValue(data)), parsed.GetValue(json), TimeProvider.System,
                cancellation));
        return command;
    }

    static async Task<int> Run(Configuration.Configuration settings, bool json, TimeProvider time, CancellationToken cancellation)
    {
        var terminal = Terminal.Standard;
        var libraries = Server.LibrariesOf(settings, terminal.Say);
        var plan = RehearsalPlan.Of(settings.Services.Select(service => (service, libraries.Of(service.Team))));
        if (plan.Reads.IsEmpty && !json)
            throw new Stop(Exit.NotFound,
                settings.Services.IsEmpty
                    ? $"nothing to rehearse: the configuration names no service, and so no target{Options.WhereNoneIsFound(settings)}"
                    : $"nothing to rehearse: no read of {plan.Runbooks.Count} runbooks would run by itself");
        var file = new RehearsalFile(settings.Data);
        using var turn = file.TryTurn() ?? throw new Stop(Exit.Failed, $"another rehearsal runs with the data folder {settings.Data}");
        var peace = new Peace(settings.Services);
        using var journal = JournalIn(settings.Data);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = Watch(journal, peace, time, ended.Token);

        await using var executors = new TargetExecutors(settings.Connections, time, new Masker([.. settings.MaskedFields]));
        var rehearsed = new List<Rehearsed>();
        var leftAlone = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in new Rehearsal(file, executors, peace, settings.Rehearsal.Pace, time).Play(plan, cancellation))
        {
            rehearsed.Add(one);
            if (terminal.Interactive && !json && (one.Kept is not null || leftAlone.Add(one.Read.Target.Name)))
                terminal.Say($"{rehearsed.Count} of {plan.Reads.Count}  {RehearsalText.Line(one)}");
        }

        await ended.CancelAsync();
        await watching;
        if (json) terminal.Output.WriteLine(RehearsalJson.Of(plan, rehearsed));
        else terminal.Result(RehearsalText.Of(plan, rehearsed));
        return rehearsed.Any(one => one.Kept?.Rot is not null) ? Exit.Finding : rehearsed.Any(one => one.Kept is null) ? Exit.Partial : Exit.Done;
    }

    /// <returns>Null where no server ever ran with this data folder: then there is no incident either.</returns>
    static JournalReader? JournalIn(string data)
    {
        try
        {
            return Journal.Journal.OpenRead(data);
        }
        catch (JournalUnavailableException)
        {
            return null;
        }
    }

    static Task Watch(JournalReader? journal, Peace peace, TimeProvider time, CancellationToken cancellation)
    {
        if (journal is null) return Task.CompletedTask;
        var watch = new JournalWatch(journal, peace);
        watch.Catch();
        return watch.Follow(time, cancellation);
    }
}
