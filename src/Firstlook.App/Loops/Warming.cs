using Firstlook.Alerts;
using Firstlook.App.Desk;
using Firstlook.App.Web.Pages;
using Firstlook.App.Web.Views;
using Firstlook.Effects;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Firstlook.App.Loops;

/// <summary>
/// Opens, ranks and shows an incident that nobody sees, once, of the team's own runbooks with made-up results: the code that an incident runs through is
/// compiled, and the runbooks are read, before the first alert comes. Touches no target and writes nothing.
/// </summary>
sealed class Warming(Libraries libraries, IServiceProvider services, ILoggerFactory logs, TimeProvider time, ILogger<Warming> log) : BackgroundService
{
    /// <summary>Made-up results, so many that every part of the page is drawn.</summary>
    const int MostResults = 100;

    static int warmed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Interlocked.Exchange(ref warmed, 1) == 1) return;
        try
        {
            await Task.Run(() => Shown(stoppingToken), stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The first incident is slower, and no worse for it.
            Log.TurnFailed(log, "the warming up", exception.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <returns>The page that nobody sees; null where the teams have no procedure yet.</returns>
    internal async Task<string?> Shown(CancellationToken stopping)
    {
        var chosen = libraries.Services
            .SelectMany(service =>
                libraries.Of(service.Team).SelectMany(runbook => runbook.Procedures.Select(procedure => (Service: service, Runbook: runbook, Procedure: procedure))))
            .OrderByDescending(one => one.Procedure.Steps.Count).Take(1).ToArray();
        if (chosen is not [var (service, runbook, procedure)]) return null;
        var room = Made(service, runbook, procedure);
        stopping.ThrowIfCancellationRequested();
        await using var renderer = new HtmlRenderer(services, logs);
        var view = new RoomView(room, new Visit("nobody", time.GetUtcNow(), "", "http://127.0.0.1"));
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<RoomPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view }))).ToHtmlString());
    }

    Room Made(Service service, Runbook runbook, Procedure procedure)
    {
        var now = time.GetUtcNow();
        var alert = new Alert(LabelSet.From([KeyValuePair.Create("alertname", procedure.Alerts is [var name, ..] ? name : procedure.Title), .. service.Match.Pairs]),
            LabelSet.From([KeyValuePair.Create("summary", procedure.Title)]), now, null, false, null);
        var found = new ProcedureMatch.Found(runbook, procedure, "it warms up");
        var opened = Response.Opens(1, alert, new ServiceChoice(service, "it warms up"), found, runbook.Hash, now) is Decision.Decided { Events: var events } ? events : [];
        var record = Record.Empty(Guid.Empty).With(opened);
        var own = Response.Looks(procedure, service, alert.Labels);
        var besides = Besides.Of(record.Incident, found, libraries);
        var plan = Response.LooksBesides(own, besides.Procedures, service, alert.Labels);
        var outputs = new Dictionary<string, Output>(StringComparer.Ordinal);
        var results = plan.Ready.Take(MostResults).Select((command, index) => Recorded(command, index)).ToArray();
        record = record.With(
        [
            new LookStarted(now, 1, results.Length, []), new LookConsidered(now, 1, besides.Runbooks, [], []),
            .. ActionProposals.Candidates(procedure, own, alert.Labels, record.Incident.Policy, runbook.Prohibitions, 1)
                .Select(action => (IncidentEvent)new ActionProposed(now, ActionProposals.Runbook, action)),
            .. results.Select(result => (IncidentEvent)new ResultRecorded(now, 1, result)), new LookFinished(now, 1),
        ]);
        return Response.Concludes(
            record.Id, record.Events, runbook, outputs.GetValueOrDefault,
            considered => libraries.Of(service.Team).FirstOrDefault(one => one.File == considered.File));

        RecordedResult Recorded(PlannedCommand command, int index)
        {
            var output = command.Command.Language switch
            {
                Language.PromQl => new Output(OutputKind.Samples, 2, false, Samples: [Sample("a", index), Sample("b", 2)]),
                Language.Sql => new Output(OutputKind.Rows, 1, false, Columns: ["name", "count"], Rows: [["a", "3"]]),
                _ => new Output(OutputKind.Lines, 2, false, Lines: ["status: ok", "count 3"]),
            };
            var (result, hash, _) =
                Recording.Of(new Result(command.Id, command.Target?.Name ?? "", command.Command.Text, null, now, TimeSpan.FromMilliseconds(20), Outcome.Succeeded, output,
                    0));
            outputs[hash] = output;
            return result;
        }

        static Sample Sample(string name, double value) => new([KeyValuePair.Create("name", name)], value);
    }
}
