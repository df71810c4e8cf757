using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Journal;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Runbooks;

namespace Firstlook.App.Desk;

/// <summary>
/// Where everything that is decided of an incident passes: page, terminal, intake and loops all ask here. It reads the record, lets a pure
/// decision speak, and commits its events with all that must be true at the same moment.
/// </summary>
public sealed class JournalDesk(Journal.Journal journal, Records records, Libraries libraries, Consequences consequences, TargetExecutors executors, Masker masker,
    TimeProvider time)
    : IncidentDesk
{
    /// <summary>Another writer may come first this often before we give up; each time the decision is made anew.</summary>
    const int Attempts = 5;

    readonly ConcurrentDictionary<Guid, SemaphoreSlim> turns = new();

    /// <summary>Told after each commit of events, with the incident as it is now. Listeners are quick and do not throw.</summary>
#pragma warning disable MA0046 // The incident is the message; nobody needs to know which desk it was.
    public event Action<Guid, Incident>? Changed;
#pragma warning restore MA0046

    public override IReadOnlyList<IncidentSummary> List(bool all) =>
    [
        .. records.All
            .Where(record => all || record.Incident.State != IncidentState.Closed)
            .OrderBy(record => record.Incident.IsOver).ThenByDescending(record => record.Incident.OpenedAt)
            .Select(record => Summary(record)),
    ];

    IncidentSummary Summary(Record record) => records.HasRanked(record, out var leader)
        ? new IncidentSummary(record.Id, record.Incident, leader)
        : new IncidentSummary(record.Id, record.Incident, null, IsRanked: record.Incident.Looks.IsEmpty);

    public override Room? Room(int number) => records.ByNumber(number) is { } record ? Room(record) : null;

    public Room Room(Guid id) => Room(records.Get(id));

    Room Room(Record record) => records.Room(record);

    public override Task<DeskAnswer> Decide(int number, Func<Incident, DateTimeOffset, Decision> decide, CancellationToken cancellation) =>
        Decide(number, (incident, now) => (decide(incident, now), []), cancellation);

    async Task<DeskAnswer> Decide(int number, Func<Incident, DateTimeOffset, (Decision, EquatableArray<Journal.Evidence>)> decide, CancellationToken cancellation)
    {
        if (records.ByNumber(number) is not { } record) return new DeskAnswer.NotFound();
        return await Decide(record.Id, decide, [], cancellation);
    }

    public override Task<DeskAnswer> Confirm(int number, string by, string hypothesis, CancellationToken cancellation) =>
        Decide(number, (incident, now) => (Verdicts.Confirm(records.Room(records.ByNumber(number)!), by, hypothesis, now), []), cancellation);

    public override Task<DeskAnswer> AnswerCheck(int number, string by, string step, bool found, CancellationToken cancellation) =>
        Decide(number, (incident, now) => (Verdicts.Answer(records.Room(records.ByNumber(number)!), by, step, found, now), []), cancellation);

    public override Task<DeskAnswer> RecordByHand(int number, string by, string what, string output, CancellationToken cancellation)
    {
        if (output.Length > ResponderDecisions.LongestText)
            return Task.FromResult<DeskAnswer>(new DeskAnswer.Refused(
                $"the output has {output.Length} characters, at most {ResponderDecisions.LongestText} are kept: paste the part that matters"));
        var command = masker.Mask(what, out var inCommand);
        var shown = masker.Mask(output, out var inOutput);
        var lines = shown.ReplaceLineEndings("\n").Split('\n');
        var evidence = shown.Trim().Length == 0 ? null : Journal.Evidence.Of(EventFormat.Bytes(new Output(OutputKind.Lines, lines.Length, false, Lines: lines.ToEquatableArray())));
        return Decide(
            number,
            (_, now) => (ResponderDecisions.ByHand(by, command, evidence?.Hash, inCommand + inOutput, now), evidence is null ? [] : [evidence]),
            cancellation);
    }

    public override Task<DeskAnswer> Propose(int number, OwnCommand own, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionProposals.Propose(incident, own, libraries.Service(incident.Service), Prohibitions(incident), now), cancellation);

    public override Task<DeskAnswer> Bind(int number, int action, string by, IReadOnlyDictionary<string, string> values, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionProposals.Bind(incident, action, by, values, now, Tools(incident)), cancellation);

    public override EquatableArray<string> Services => libraries.Services.Select(service => service.Name).ToEquatableArray();

    public override EquatableArray<string> Procedures(string? team) => libraries.Titles(team).ToEquatableArray();

    /// <summary>The programs that are known to the incident's team.</summary>
    Toolset Tools(Incident incident) => libraries.Service(incident.Service)?.Tools ?? Toolset.BuiltIn;

    public override Task<DeskAnswer> Approve(int number, int action, ApprovalRequest request, CancellationToken cancellation) =>
        Decide(number, (incident, now) => Response.IsApproved(incident, action, request, Around(incident, action), now), cancellation);

    public override Task<DeskAnswer> ProposeAgain(int number, int action, string by, string? key, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionProposals.Again(incident, action, by, TargetOf(incident, action), key, now, Tools(incident)), cancellation);

    public override Task<DeskAnswer> Undo(int number, int action, string by, string? key, CancellationToken cancellation) =>
        Decide(number, (incident, now) => Response.IsUndone(incident, action, by, TargetOf(incident, action), key, now), cancellation);

    public override Task<DeskAnswer> OpenTerminal(int number, int action, Guid run, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionTerminal.Open(incident, action, run, Around(incident, action), now), cancellation);

    public override Task<DeskAnswer> CloseTerminal(int number, int action, TerminalEnd end, CancellationToken cancellation)
    {
        if (end.Transcript.Length > ResponderDecisions.LongestText)
            return Task.FromResult<DeskAnswer>(new DeskAnswer.Refused($"the transcript has {end.Transcript.Length} characters, at most {ResponderDecisions.LongestText} are kept"));
        return Decide(
            number,
            (incident, now) =>
            {
                if (incident.Actions.FirstOrDefault(one => one.Number == action) is not { StartedAt: { } startedAt, Proposal: var proposal })
                    return (Decision.Refuse($"action {action} has not been opened"), []);
                var lines = end.Transcript.Length == 0 ? [] : end.Transcript.TrimEnd('\n').Split('\n').ToEquatableArray();
                var outcome = end.Exit == 0 ? Outcome.Succeeded with { Exit = 0 } : new Outcome(OutcomeKind.Failed, $"it ended with {end.Exit}", Exit: end.Exit);
                var (result, hash, output) = Recording.Of(masker.Mask(new Result(
                    proposal.Command ?? new CommandId($"action {action}", 0), proposal.Target ?? "", proposal.Text, null, startedAt, now - startedAt, outcome,
                        new Output(OutputKind.Lines, lines.Count, false, Lines: lines), 0)));
                return (ActionTerminal.Close(incident, action, end.Run, result, now), [new Journal.Evidence(hash, output)]);
            },
            cancellation);
    }

    /// <summary>What stands around an action now: its target as configured, the runbook as it is on disk, and whoever holds the target.</summary>
    public Circumstances Around(Incident incident, int action)
    {
        var target = TargetOf(incident, action);
        var held = target is null ? null : TargetHold.Of(records.All.Select(record => record.Incident), target);
        return new Circumstances(target, Edited(incident, action), held, consequences.TellsPeople);
    }

    Target? TargetOf(Incident incident, int action)
    {
        var name = incident.Actions.FirstOrDefault(one => one.Number == action)?.Proposal.Target;
        return libraries.Service(incident.Service)?.Targets.FirstOrDefault(target => target.Name == name);
    }

    string? Edited(Incident incident, int action) =>
        incident is { Procedure: { Runbook: { } file, Id: { } procedure } }
            && incident.Actions.FirstOrDefault(one => one.Number == action) is { Proposal: { Command: not null, Undoes: null } proposal }
            ? libraries.Edited(incident.Team, file, procedure, proposal.Text, proposal.Language)
            : null;

    EquatableArray<Prohibition> Prohibitions(Incident incident) => records.Runbook(incident)?.Prohibitions ?? [];

    public override Task<DeskAnswer> Choose(int number, string by, string said, CancellationToken cancellation) =>
        Decide(
            number,
            (incident, now) =>
            {
                var meant = Meant(incident, said);
                if (meant is not [var (service, found)]) return (Decision.Refuse(NotOne(incident, said, meant)), []);
                var bytes = Journal.Evidence.Of(found.Bytes);
                return (ResponderDecisions.Choose(incident, by, new ProcedureMatch.Found(found.Runbook, found.Procedure, $"{by} chose it"), bytes.Hash, now, service), [bytes]);
            },
            cancellation);

    // Where the alert's labels chose no service, the procedure does, and "SERVICE: PROCEDURE" says which of several.
    List<(Service? Service, (Runbook Runbook, Procedure Procedure, ReadOnlyMemory<byte> Bytes) Found)> Meant(Incident incident, string said)
    {
        if (incident.Service is not null || libraries.Services.IsEmpty) return [.. libraries.Meant(incident.Team, said).Select(found => ((Service?)null, found))];
        var (services, named) = said.Split(": ", 2) is [var name, var rest] && libraries.Service(name.Trim()) is { } asked ? ([asked], rest) : (libraries.Services, said);
        var meant = services.SelectMany(service => libraries.Meant(service.Team, named).Select(found => ((Service?)service, found))).ToList();
        // "shop: disk full" may be a title as it stands.
        return meant.Count > 0 || named == said
            ? meant : [.. libraries.Services.SelectMany(service => libraries.Meant(service.Team, said).Select(found => ((Service?)service, found)))];
    }

    /// <summary>Without the service, where one is named before it.</summary>
    string Asked(Incident incident, string said) =>
        incident.Service is null && said.Split(": ", 2) is [var name, var rest] && libraries.Service(name.Trim()) is not null ? rest : said;

    string NotOne(Incident incident, string said, List<(Service? Service, (Runbook Runbook, Procedure Procedure, ReadOnlyMemory<byte> Bytes) Found)> meant)
    {
        const int Most = 8;
        if (meant.Count > 0)
        {
            var each = meant.Select(one => $"{(one.Service is null ? "" : $"{one.Service.Name}: ")}{Name(one.Found.Runbook, one.Found.Procedure)}");
            return $"\"{said}\" may be {Told(each, " or ")}: say which";
        }

        var teams = incident.Service is null && !libraries.Services.IsEmpty
            ? [.. libraries.Services.Select(service => service.Team).Distinct()] : new List<string?> { incident.Team };
        var names = teams.SelectMany(libraries.Of).Distinct().SelectMany(runbook => runbook.Procedures.Select(procedure => Name(runbook, procedure))).ToList();
        return names.Count == 0
            ? "the team has no procedure in its runbooks" : $"there is no procedure \"{Asked(incident, said)}\" in the team's runbooks; there is {Told(names, ", ")}";

        static string Name(Runbook runbook, Procedure procedure) => $"{Path.GetFileName(runbook.File)}#{procedure.Slug}";
        static string Told(IEnumerable<string> names, string between) =>
            string.Join(between, names.Take(Most)) + (names.Count() > Most ? $"{between}{names.Count() - Most} more" : "");
    }

    public override async Task<DeskAnswer> RunRead(int number, string by, CommandId command, CancellationToken cancellation)
    {
        if (records.ByNumber(number) is not { } record) return new DeskAnswer.NotFound();
        var incident = record.Incident;
        var runbook = records.Runbook(incident);
        var procedure = runbook?.Procedures.FirstOrDefault(procedure => procedure.Id == incident.Procedure.Id);
        var unit = procedure?.Steps.SelectMany(step => Units.Of(step)).FirstOrDefault(unit => unit.Id == command);
        if (unit is null || incident.Looks.LastOrDefault() is not { } look) return new DeskAnswer.Refused("there is no such command in the procedure");
        var (target, missing) = Planning.TargetFor(unit.Step, unit.Command, libraries.Service(incident.Service));
        if (target is null) return new DeskAnswer.Refused(missing);
        var values = Planning.Values(unit.Step, unit.Command, incident.FirstAlert?.Labels ?? default);
        var before = unit.Command.After.Select(index => unit.Step.Commands[index].Text).ToEquatableArray();
        if (ReadPolicy.Decide(command, unit.Command, target, values, Limits.Default, clicked: true, before, Tools(incident)) is not ReadDecision.Permitted permitted)
            return new DeskAnswer.Refused("it is no read: propose it as an action");
        var (result, hash, output) = Recording.Of(await executors.Run(permitted.Permit, cancellation));
        var at = time.GetUtcNow();
        return await Decide(
            record.Id, (_, now) => Decision.Of(new NoteAdded(now, by, $"asked for {Timeline.FirstLine(unit.Command.Text)}"), new ResultRecorded(at, look.Number, result)),
                cancellation,
            [new Journal.Evidence(hash, output)]);
    }

    public override async IAsyncEnumerable<int> Changes(int number, int afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (records.ByNumber(number) is not { } record) yield break;
        var changed =
            System.Threading.Channels.Channel.CreateBounded<int>(new System.Threading.Channels.BoundedChannelOptions(1) { FullMode =
                System.Threading.Channels.BoundedChannelFullMode.DropOldest });
        Changed += Tell;
        try
        {
            var now = records.Get(record.Id).Incident.Version;
            if (now > afterVersion) yield return now;
            await foreach (var version in changed.Reader.ReadAllAsync(cancellation)) yield return version;
        }
        finally
        {
            Changed -= Tell;
        }

        void Tell(Guid id, Incident incident)
        {
            if (id == record.Id) changed.Writer.TryWrite(incident.Version);
        }
    }

    /// <summary>Opens an incident: the first decision of its stream.</summary>
    public Task<DeskAnswer> Open(Guid id, Func<DateTimeOffset, Decision> decide, EquatableArray<Journal.Evidence> evidence, EquatableArray<AlertChange> alerts,
        CancellationToken cancellation) =>
        Decide(id, (incident, now) => (incident.Exists ? Decision.Nothing : decide(now), evidence), alerts, cancellation);

    public Task<DeskAnswer> Decide(Guid id, Func<Incident, DateTimeOffset, Decision> decide, CancellationToken cancellation,
        EquatableArray<Journal.Evidence> evidence = default, EquatableArray<AlertChange> alerts = default) =>
        Decide(id, (incident, now) => (decide(incident, now), evidence), alerts, cancellation);

    async Task<DeskAnswer> Decide(Guid id, Func<Incident, DateTimeOffset, (Decision Decision, EquatableArray<Journal.Evidence> Evidence)> decide,
        EquatableArray<AlertChange> alerts, CancellationToken cancellation)
    {
        // One at a time here saves most conflicts; the journal's version check settles those with other processes.
        var turn = turns.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var record = records.Get(id);
                var now = time.GetUtcNow();
                var (decision, evidence) = decide(record.Incident, now);
                if (decision is Decision.Refused refused) return new DeskAnswer.Refused(refused.Reason);
                var events = ((Decision.Decided)decision).Events;
                if (events.IsEmpty && alerts.IsEmpty) return new DeskAnswer.Done(record.Id, record.Incident, 0);
                var append = consequences.Of(record, events, evidence, alerts);
                switch (await journal.Append(append, cancellation))
                {
                    case Appended.Committed:
                        var after = records.Add(id, events);
                        if (!events.IsEmpty) Changed?.Invoke(id, after.Incident);
                        return new DeskAnswer.Done(id, after.Incident, events.Count);
                    case Appended.Unavailable unavailable:
                        return new DeskAnswer.Unavailable(unavailable.Reason);
                    default:
                        records.Reload(id);
                        if (events.IsEmpty) return new DeskAnswer.Moved();
                        break;
                }
            }

            return new DeskAnswer.Unavailable("others keep changing this incident: try again");
        }
        finally
        {
            turn.Release();
        }
    }
}
