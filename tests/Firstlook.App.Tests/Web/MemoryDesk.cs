using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Firstlook.Access;
using Firstlook.App.Desk;
using Firstlook.Effects;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.App.Tests.Web;

/// <summary>Incidents in memory: the product's own decisions and fold, without journal and targets.</summary>
sealed class MemoryDesk(TimeProvider time) : IncidentDesk
{
    readonly Lock gate = new();
    readonly SortedDictionary<int, (Guid Id, List<IncidentEvent> Events, Runbook? Runbook)> incidents = [];
    readonly ConcurrentDictionary<string, Output> evidence = new(StringComparer.Ordinal);
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it is set nothing can be written, and this is why.</summary>
    public string? Outage { get; set; }

    public EquatableArray<string> Configured { get; set; } = [];

    public override EquatableArray<string> Services => Configured;

    public EquatableArray<string> Titles { get; set; } = [];

    public override EquatableArray<string> Procedures(string? team) => Titles;

    public RecordedResult Keep(Result result)
    {
        var (recorded, hash, _) = Recording.Of(result);
        evidence[hash] = result.Output;
        return recorded;
    }

    public void Append(int number, Runbook? runbook, params IEnumerable<IncidentEvent> events)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            if (!incidents.TryGetValue(number, out var known)) known = (new Guid(number, 0, 0, new byte[8]), [], runbook);
            known.Events.AddRange(events);
            incidents[number] = known with { Runbook = runbook ?? known.Runbook };
            (before, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.SetResult();
    }

    public override IReadOnlyList<IncidentSummary> List(bool all)
    {
        lock (gate)
            return [.. incidents.Keys.Select(number => Room(number)!).Where(room => all || !room.Incident.IsOver).Select(room => new IncidentSummary(room.Id, room.Incident, room.Ranking?.Leader?.Hypothesis.Title))];
    }

    public override Room? Room(int number)
    {
        lock (gate)
            return incidents.TryGetValue(number, out var known) ? Firstlook.Incidents.Room.Of(known.Id, known.Events.ToEquatableArray(), known.Runbook, hash => evidence.GetValueOrDefault(hash)) : null;
    }

    public override Task<DeskAnswer> Decide(int number, Func<Incident, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        if (Outage is not null) return Task.FromResult<DeskAnswer>(new DeskAnswer.Unavailable(Outage));
        if (Room(number) is not { } room) return Task.FromResult<DeskAnswer>(new DeskAnswer.NotFound());
        switch (decide(room.Incident, time.GetUtcNow()))
        {
            case Decision.Refused refused:
                return Task.FromResult<DeskAnswer>(new DeskAnswer.Refused(refused.Reason));
            case Decision.Decided decided:
                Append(number, null, decided.Events);
                break;
        }

        return Task.FromResult<DeskAnswer>(new DeskAnswer.Done(room.Id, Room(number)!.Incident, 1));
    }

    public override Task<DeskAnswer> Confirm(int number, string by, string hypothesis, CancellationToken cancellation) =>
        Decide(number, (_, now) => Verdicts.Confirm(Room(number)!, by, hypothesis, now), cancellation);

    public override Task<DeskAnswer> AnswerCheck(int number, string by, string step, bool found, CancellationToken cancellation) =>
        Decide(number, (_, now) => Verdicts.Answer(Room(number)!, by, step, found, now), cancellation);

    public override Task<DeskAnswer> RecordByHand(int number, string by, string what, string output, CancellationToken cancellation)
    {
        var hash = output.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output)));
        return Decide(number, (_, now) => ResponderDecisions.ByHand(by, what, hash, 0, now), cancellation);
    }

    public override Task<DeskAnswer> Propose(int number, OwnCommand own, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionProposals.Propose(incident, own, Shop.Service, [], now), cancellation);

    public override Task<DeskAnswer> Bind(int number, int action, string by, IReadOnlyDictionary<string, string> values, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionProposals.Bind(incident, action, by, values, now), cancellation);

    public override Task<DeskAnswer> Approve(int number, int action, ApprovalRequest request, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionDecisions.Approve(incident, action, request, new Circumstances(TargetOf(incident, action), TellsPeople: true), now), cancellation);

    public override Task<DeskAnswer> ProposeAgain(int number, int action, string by, string? key, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionProposals.Again(incident, action, by, TargetOf(incident, action), key, now), cancellation);

    public override Task<DeskAnswer> Undo(int number, int action, string by, string? key, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionUndo.Undo(incident, action, by, TargetOf(incident, action), key, now), cancellation);

    public override Task<DeskAnswer> OpenTerminal(int number, int action, Guid run, CancellationToken cancellation) =>
        Decide(number, (incident, now) => ActionTerminal.Open(incident, action, run, new Circumstances(TargetOf(incident, action)), now), cancellation);

    public override Task<DeskAnswer> CloseTerminal(int number, int action, TerminalEnd end, CancellationToken cancellation) => throw new NotSupportedException("no page closes a terminal");

    static Target? TargetOf(Incident incident, int action) =>
        Shop.Service.Targets.FirstOrDefault(target => target.Name == incident.Actions.FirstOrDefault(one => one.Number == action)?.Proposal.Target);

    public override Task<DeskAnswer> Choose(int number, string by, string fileAndSlug, CancellationToken cancellation)
    {
        var runbook = CheckoutRunbook.Read();
        var found = fileAndSlug == $"{runbook.File}#{runbook.Procedures[0].Slug}";
        if (found) Append(number, runbook);
        return Decide(
            number,
            (incident, now) => found
                ? ResponderDecisions.Choose(incident, by, new ProcedureMatch.Found(runbook, runbook.Procedures[0], $"{by} chose it"), "evidence", now)
                : Decision.Refuse($"there is no procedure {fileAndSlug}"),
            cancellation);
    }

    public override Task<DeskAnswer> RunRead(int number, string by, CommandId command, CancellationToken cancellation) =>
        Decide(
            number,
            (incident, now) => incident.Looks.LastOrDefault(look => look.Waiting.Any(waiting => waiting.Command == command)) is { } look
                ? Decision.Of(new ResultRecorded(now, look.Number, Keep(Shop.Lines(command, now, "biggest key: session:81 (4 MB)"))))
                : Decision.Refuse($"no read {command} waits"),
            cancellation);

    public override async IAsyncEnumerable<int> Changes(int number, int afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var next = changed.Task;
            for (var version = Room(number)?.Incident.Version ?? 0; afterVersion < version;) yield return ++afterVersion;
            await next.WaitAsync(cancellation);
        }
    }
}
