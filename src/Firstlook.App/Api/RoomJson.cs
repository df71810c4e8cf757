using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Firstlook.Actions;
using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Incidents;

namespace Firstlook.App.Api;

/// <summary>An incident as JSON: <c>firstlook.incident/1</c>. Additions are fine.</summary>
public static class RoomJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Of(Room room, DateTimeOffset now) => JsonSerializer.Serialize(View(room, now), Options);

    public static object Summary(Guid id, Incident incident, string? leader) => new
    {
        number = incident.Number,
        id,
        title = incident.Title,
        state = Word(incident.State),
        severity = incident.Severity,
        service = incident.Service,
        openedAt = incident.OpenedAt,
        acknowledgedBy = incident.Acknowledgement?.By,
        resolvedAt = incident.ResolvedAt,
        procedure = incident.Procedure.Title,
        leader,
    };

    static object View(Room room, DateTimeOffset now) => new
    {
        schema = "firstlook.incident/1",
        number = room.Incident.Number,
        id = room.Id,
        version = room.Incident.Version,
        title = room.Incident.Title,
        state = Word(room.Incident.State),
        severity = room.Incident.Severity,
        severityFrom = room.Incident.SeverityFrom,
        team = room.Incident.Team,
        service = room.Incident.Service,
        serviceWhy = room.Incident.ServiceWhy,
        openedAt = room.Incident.OpenedAt,
        acknowledged = room.Incident.Acknowledgement is { } acknowledgement ? new { at = acknowledgement.At, by = acknowledgement.By } : null,
        mitigatedAt = room.Incident.MitigatedAt,
        resolvedAt = room.Incident.ResolvedAt,
        resolvedWhy = room.Incident.ResolvedWhy,
        procedure = new
        {
            title = room.Incident.Procedure.Title,
            runbook = room.Incident.Procedure.Runbook,
            line = room.Incident.Procedure.Line,
            why = room.Incident.Procedure.Why,
            tied = room.Incident.Procedure.Tied,
        },
        deadlines = room.Incident.Deadlines,
        alerts = room.Incident.Alerts.Values.Select(alert =>
            new { labels = alert.Alert.Labels, annotations = alert.Alert.Annotations, startsAt = alert.Alert.StartsAt, endedAt = alert.EndedAt }),
        look = room.Look is { } look ? new { number = look.Number, reason = look.Reason, startedAt = look.StartedAt, finishedAt = look.FinishedAt } : null,
        considered = room.Look?.Considered is { } considered
            ? new
            {
                runbooks = considered.Library.Select(runbook => new { file = runbook.File, evidence = runbook.Evidence }),
                changes = considered.Changes.Select(change => new { at = change.At, kind = change.Kind, what = change.What, service = change.Service, by = change.By }),
                earlier = considered.Earlier.Select(earlier => new { hypothesis = earlier.Hypothesis, incident = earlier.Incident, at = earlier.At }),
            }
            : null,
        verdict = room.Incident.Verdict is { } verdict
            ? new { at = verdict.At, by = verdict.By, kind = verdict.Kind.ToString().ToLowerInvariant(), hypothesis = verdict.Hypothesis } : null,
        manual = room.Procedure?.ByHand.Select(check => new { step = check.Id, title = check.Text, line = check.Line, cause = check.Cause }),
        checks = room.Incident.Checks.Select(check => new { at = check.At, by = check.By, step = check.Step, title = check.Title, found = check.Found }),
        conclusion = room.Conclusion,
        leader = room.Ranking?.Leader?.Hypothesis.Id,
        hypotheses = room.Ranking?.Hypotheses.Select(View),
        next = room.Ranking?.Next is { } next ? new { hypothesis = next.Hypothesis, text = next.Text, line = next.Line, step = next.Step, why = next.Why } : null,
        findings = room.Ranking?.General.Select(View),
        actions = room.Incident.Actions.Select(action => new
        {
            number = action.Proposal.Number,
            title = action.Proposal.Title,
            text = action.Proposal.Text,
            language = action.Proposal.Language.Word(),
            target = action.Proposal.Target,
            effect = action.Proposal.Effect.Word(),
            why = action.Proposal.Why,
            hash = action.Proposal.Hash,
            line = action.Proposal.Line,
            cause = action.Proposal.Cause,
            state = ActionText.Word(action.State),
            standing = ActionText.State(action, now),
            rule = action.Rule.Word(),
            environment = action.Proposal.Environment,
            needs = action.Proposal.Needs,
            values = action.Proposal.Values.Select(value => new { token = value.Token, value = value.Value, from = value.From }),
            forbidden = action.Proposal.Forbidden.Select(one => new { line = one.Line, text = one.Text }),
            approvedBy = action.ApprovedBy(now),
            approvalsNeeded = action.ApprovalsNeeded,
            typesTarget = action.Rule.Types(),
            terminal = action.Proposal.Terminal,
            approvedUntil = action.IsApproved(now) ? action.ApprovedUntil(now) : (DateTimeOffset?)null,
            brokenGlass = action.Approvals.Where(approval => approval.Reason is not null).Select(approval => new { by = approval.By, at = approval.At, reason = approval.Reason }),
            lapsed = action.Lapsed,
            undoes = action.Proposal.Undoes,
            repeats = action.Proposal.Repeats,
            undo = action.Undo is { } undo ? new { text = undo.Text, effect = undo.Effect.Word(), sentence = undo.Sentence } : null,
            noUndo = ActionText.WhyNoUndo(action),
            preparing = ActionUndo.IsWanted(action),
            preview = action.Preview is { } read && ActionText.WasRead(read) ? read.Summary : null,
            previewFailed = action.Preview is { } unread && !ActionText.WasRead(unread) ? ActionText.Failure(unread) : null,
            startedAt = action.StartedAt,
            settled = action.Settlement is { } settled ? new { by = settled.By, succeeded = settled.Succeeded, note = settled.Note } : null,
            result = action.Result?.Summary,
        }),
        reads = room.Cards.Concat(room.Besides).Select(card => new
        {
            step = card.Id.Step,
            command = card.Id.Index,
            title = card.Step.Title,
            text = card.Command.Text,
            line = card.Command.Line,
            language = card.Command.Language.Word(),
            effect = card.Command.Effect.Word(),
            tags = card.Command.Tags.Words(),
            waits = card.Waits,
            normally = card.Normally.Select(compared => new
            {
                what = compared.Usual.Quantity.Kind.ToString().ToLowerInvariant(), of = compared.Usual.Quantity.Of, low = compared.Usual.Low,
                    median = compared.Usual.Median, high = compared.Usual.High,
                hour = compared.Usual.Hour, runs = compared.Usual.Runs, now = compared.Now, unusual = compared.IsOutside, text = compared.Sentence,
            }),
            result = card.Result is { } result
                ? new
                {
                    target = result.Target, ran = result.Ran, rewrite = result.Rewrite, startedAt = result.StartedAt,
                        milliseconds = Math.Round(result.Duration.TotalMilliseconds, 1),
                    outcome = result.Outcome.Kind.ToString().ToLowerInvariant(), message = result.Outcome.Message, exit = result.Outcome.Exit, code = result.Outcome.Code,
                    count = result.Count, truncated = result.Truncated, masked = result.Masked, summary = result.Summary, evidence = result.Evidence,
                        before = card.Earlier?.Summary,
                }
                : null,
        }),
        timeline = Timeline.Of(room.Events).Select(entry => new { version = entry.Version, at = entry.At, kind = entry.Kind, text = entry.Text, by = entry.By }),
    };

    static object View(RankedHypothesis ranked) => new
    {
        id = ranked.Hypothesis.Id,
        title = ranked.Hypothesis.Title,
        line = ranked.Hypothesis.Line,
        runbook = ranked.Runbook,
        procedure = ranked.Procedure,
        standing = Ranking.Word(ranked.Standing).ToLowerInvariant(),
        @for = ranked.For.Select(View),
        against = ranked.Against.Select(View),
        notRun = ranked.NotRun.Select(unrun => new { text = unrun.Command.Text, line = unrun.Command.Line, why = unrun.Why, failed = unrun.Failed }),
        wouldChangeIf = ranked.WouldChangeIf,
    };

    static object View(Finding finding) =>
        new { claim = finding.Claim, step = finding.Citation.Command?.Step, command = finding.Citation.Command?.Index, line = finding.Citation.Line,
            runbook = finding.Citation.Runbook, record = finding.Citation.Record };

    static string Word(IncidentState state) => state.ToString().ToLowerInvariant();
}
