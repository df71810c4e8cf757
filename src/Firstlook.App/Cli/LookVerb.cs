using System.CommandLine;
using Firstlook.Alerts;
using Firstlook.App.Api;
using Firstlook.App.Desk;
using Firstlook.App.Rehearsals;
using Firstlook.App.Serving;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Masking;

namespace Firstlook.App.Cli;

/// <summary>A first look from the terminal, with no server and no journal: works when the rest is down.</summary>
static class LookVerb
{
    public static Command Command()
    {
        var what = new Argument<string>("ALERT|FILE#SECTION") { Description = "An alert's name, or a section of a runbook" };
        var (configuration, runbooks, json) = (Options.Configuration(), Options.Runbooks(), Options.Json());
        var labels =
            new Option<string[]>("--label") { Description = "A label of the alert, NAME=VALUE; they choose the service and fill in values",
                AllowMultipleArgumentsPerToken = false };
        var service = new Option<string?>("--service") { Description = "The service to look at (default: the labels choose; or the only one there is)" };
        var command =
            new Command("look", "Runs a first look now: every read of the procedure at once, and the hypotheses ranked by what it returned") { what, configuration,
                runbooks, labels, service, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Options.Read(parsed.GetValue(configuration), parsed.GetValue(runbooks));
            var alert = AlertOf(parsed.GetValue(what)!, parsed.GetValue(labels) ?? []);
            return await Run(settings, parsed.GetValue(what)!, alert, parsed.GetValue(service), parsed.GetValue(json), TimeProvider.System, cancellation);
        });
        return command;
    }

    static Alert AlertOf(string what, string[] labels)
    {
        var pairs = labels.Select(label =>
            label.Split('=', 2) is [var name, var value] ? KeyValuePair.Create(name, value) : throw new Stop(Exit.Usage, $"--label: \"{label}\" is not NAME=VALUE"));
        return new Alert(LabelSet.From([KeyValuePair.Create("alertname", what), .. pairs]), default, TimeProvider.System.GetUtcNow(), null, true, null);
    }

    static async Task<int> Run(Configuration.Configuration settings, string what, Alert alert, string? named, bool json, TimeProvider time, CancellationToken cancellation)
    {
        var terminal = Terminal.Standard;
        var libraries = Server.LibrariesOf(settings, terminal.Say);
        var service = Service(settings, alert, named);
        var section = libraries.Find(service.Service?.Team, what);
        if (section is null && libraries.Missing(service.Service?.Team, what) is { } missing) throw new Stop(Exit.NotFound, missing + Options.WhereNoneIsFound(settings));
        var match = section is { } asked
            ? new ProcedureMatch.Found(asked.Runbook, asked.Procedure, "you asked for it")
            : Response.IsAnsweredBy(alert, libraries.Of(service.Service?.Team));
        var now = time.GetUtcNow();
        var opened = ((Decision.Decided)Response.Opens(0, alert, service, match, null, now)).Events;
        if (match is not ProcedureMatch.Found found)
        {
            var nothing = Response.Concludes(Guid.Empty, opened, null, _ => null);
            terminal.Result(json ? RoomJson.Of(nothing, now) : RoomText.Of(nothing, now));
            return terminal.Fail(Exit.NotFound,
                match is ProcedureMatch.Tie ? "several procedures fit equally: ask for one as FILE#SECTION" : match.Why + Options.WhereNoneIsFound(settings));
        }

        var own = Response.Looks(found.Procedure, service.Service, alert.Labels);
        var library = libraries.Of(service.Service?.Team);
        var besides = Library.Besides(found, alert.Labels, alert.Annotations, library).Select(one => Library.Consider(one.Runbook, one.Procedure, found.Runbook.File))
            .ToEquatableArray();
        var plan = Response.LooksBesides(own, besides, service.Service, alert.Labels);
        var waiting = own.Commands.Where(command => command.Permit is null).Select(command => new WaitingCommand(command.Id, command.Target?.Name, command.Waits ?? ""))
            .ToEquatableArray();
        var events = opened.Add(new LookStarted(now, 1, plan.Ready.Count(), waiting))
            .Add(new LookConsidered(now, 1, library.Select(runbook => new ConsideredRunbook(runbook.File, runbook.Hash)).ToEquatableArray(), [], []))
            .AddRange(ActionProposals.Candidates(found.Procedure, own, alert.Labels, service.Service?.Policy ?? Actions.ActionPolicy.Default, found.Runbook.Prohibitions,
                1)
                .Select(action => new ActionProposed(now, ActionProposals.Runbook, action)));
        if (Recalling.Of(new RehearsalFile(settings.Data).Read(), plan, alert.Labels, 1, now, now) is { } normals) events = events.Add(normals);
        var outputs = new Dictionary<string, Output>(StringComparer.Ordinal);
        var failed = 0;
        await using var executors = new TargetExecutors(settings.Connections, time, new Masker([.. settings.MaskedFields]));
        await foreach (var result in LookRun.Run(plan, executors, cancellation))
        {
            var (recorded, hash, _) = Recording.Of(result);
            outputs[hash] = result.Output;
            events = events.Add(new ResultRecorded(time.GetUtcNow(), 1, recorded));
            if (result.Outcome.Kind != OutcomeKind.Succeeded) failed++;
            if (terminal.Interactive && !json)
                terminal.Say($"{(result.Outcome.Kind == OutcomeKind.Succeeded ? "✓" : "✗")} {result.Duration.TotalSeconds:0.00} s  {recorded.Summary}");
        }

        events = events.Add(new LookFinished(time.GetUtcNow(), 1));
        var room = Response.Concludes(Guid.Empty, events, found.Runbook, hash => outputs.GetValueOrDefault(hash),
            considered => library.FirstOrDefault(runbook => runbook.Hash == considered.Evidence));
        if (terminal.Interactive && !json) terminal.Say("");
        if (json) terminal.Output.WriteLine(RoomJson.Of(room, time.GetUtcNow()));
        else terminal.Result(RoomText.Of(room, time.GetUtcNow()));
        var ran = room.Look?.Results.Count ?? 0;
        return failed == 0 ? Exit.Done : failed == ran ? Exit.Unreachable : Exit.Partial;
    }

    static ServiceChoice Service(Configuration.Configuration settings, Alert alert, string? named)
    {
        if (named is not null)
            return settings.Services.FirstOrDefault(service => service.Name == named) is { } asked
                ? new ServiceChoice(asked, "you asked for it") : throw new Stop(Exit.NotFound, $"there is no service {named}");
        var choice = Response.Concerns(alert, settings.Services);
        // A person at a terminal who gives no labels means the only service there is; an alert never gets this.
        return choice.Service is null && settings.Services is [var only] && alert.Labels.Count == 1 ? new ServiceChoice(only, "the only service there is") : choice;
    }
}
