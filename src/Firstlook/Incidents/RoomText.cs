using System.Globalization;
using System.Text;
using Firstlook.Escalation;
using Firstlook.Hypotheses;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>A room as plain text, the conclusion last: what a terminal shows.</summary>
public static class RoomText
{
    public static string Of(Room room, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Head(text, room, now);
        Reads(text, room);
        Waiting(text, room);
        Actions(text, room, now);
        Ranking(text, room);
        return Printable.Of(text.ToString());
    }

    static void Head(StringBuilder text, Room room, DateTimeOffset now)
    {
        var incident = room.Incident;
        if (incident.Number > 0) text.Append($"#{incident.Number} ");
        text.Append($"{incident.Title} · {incident.Severity} · {incident.State.ToString().ToLowerInvariant()}");
        if (incident is { IsOver: false, Acknowledgement: { } held }) text.Append($", {held.By} has it");
        if (incident.Service is { } service) text.Append($" · {service}");
        text.AppendLine($" · {Age(now - incident.OpenedAt)}");
        if (AlertText.Symptom(incident) != incident.Title || incident.Alerts.Count > 1) text.AppendLine(Timeline.FirstLine(AlertText.Headline(incident)));
        Clocks(text, incident, now);
        text.AppendLine(incident.Procedure.IsChosen
            ? $"Procedure: {incident.Procedure.Title} ({Path.GetFileName(incident.Procedure.Runbook)} line {incident.Procedure.Line}): {incident.Procedure.Why}"
            : $"No procedure: {incident.Procedure.Why}");
        foreach (var tied in incident.Procedure.Tied) text.AppendLine($"  could be {tied}");
        if (incident.Service is null) text.AppendLine($"No service: {incident.ServiceWhy}");
        if (room.Procedure is null) return;
        foreach (var dashboard in room.Procedure.Dashboards)
            text.AppendLine($"Dashboard: {dashboard.Title}{(dashboard.Url is null ? "" : $" {dashboard.Url}")}");
        text.AppendLine();
    }

    /// <summary>Of an incident alone: a look that nobody opened one for has nobody to wait for.</summary>
    static void Clocks(StringBuilder text, Incident incident, DateTimeOffset now)
    {
        if (incident.Number == 0 || incident.IsOver) return;
        foreach (var clock in incident.Clocks)
        {
            var runs = incident.Deadlines.TryGetValue(clock.Kind, out var due);
            var unmet = clock.Kind == Clock.Resolve || (clock.Kind == Clock.Acknowledge && incident.State == IncidentState.Open);
            if (!runs && !(unmet && incident.ExpiredClocks.Contains(clock.Kind))) continue;
            text.Append(runs && due > now ? $"{Age(due - now)} left" : "Overdue");
            text.AppendLine($" {clock.ToDo()}{(clock.Target is null ? "" : $" → {clock.Target}")} ({clock.Source})");
        }
    }

    static void Reads(StringBuilder text, Room room)
    {
        foreach (var card in room.Cards.Where(card => card.Waits is null))
        {
            var mark = card.Result is null ? "…" : card.Result.Outcome.Kind == OutcomeKind.Succeeded ? "✓" : "✗";
            var duration = card.Result is { } result ? $"{result.Duration.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s" : "";
            text.Append($"{mark} {duration,7}  {card.Step.Title}");
            if (card.Title is { Length: > 0 } comment && comment != card.Step.Title) text.Append($" · {Timeline.FirstLine(comment)}");
            if (card.Own is { } own) text.Append($" · {own}");
            text.AppendLine();
            text.AppendLine($"           {card.Result?.Summary ?? "running"}{(card.HasChanged ? $"  (before: {card.Earlier!.Summary})" : "")}   [line {card.Command.Line}]");
            foreach (var compared in card.Unusual) text.AppendLine($"           ! {compared.Sentence}");
        }
    }

    static void Waiting(StringBuilder text, Room room)
    {
        var waiting = room.Cards.Where(card => card.Waits is not null && card.Command.Effect <= Effects.Effect.Read).ToArray();
        if (waiting.Length == 0) return;
        text.AppendLine().AppendLine("Not run:");
        foreach (var card in waiting) text.AppendLine($"  – {Timeline.FirstLine(card.Command.Text)}   [line {card.Command.Line}]").AppendLine($"    {card.Waits}");
    }

    static void Actions(StringBuilder text, Room room, DateTimeOffset now)
    {
        if (room.Incident.Actions.IsEmpty) return;
        text.AppendLine().AppendLine("Actions:");
        foreach (var action in room.Incident.Actions)
        {
            text.AppendLine($"  {action.Number}. {action.Proposal.Title} · {Effects.EffectWords.Word(action.Proposal.Effect)} · {ActionText.State(action, now)}");
            foreach (var line in action.Proposal.Text.Split('\n')) text.AppendLine($"       {line}");
            foreach (var forbidden in action.Proposal.Forbidden) text.AppendLine($"       ! the runbook warns, line {forbidden.Line}: {forbidden.Text}");
            if (action.Result is { } result) text.AppendLine($"       → {result.Summary}");
            if (ActionText.Undo(action) is { } undo) text.AppendLine($"       ↺ {undo}");
        }
    }

    static void Ranking(StringBuilder text, Room room)
    {
        if (room.Ranking is not { } ranking) return;
        text.AppendLine();
        foreach (var finding in ranking.General) text.AppendLine($"Seen: {finding.Claim}   [{finding.Citation}]");
        var shown = ranking.Hypotheses.Where(ranked => !ranked.IsBeside || ranked.Standing is Standing.Strong or Standing.Possible).ToArray();
        foreach (var ranked in shown)
        {
            text.Append($"{Hypotheses.Ranking.Word(ranked.Standing),-10}  {ranked.Hypothesis.Title}");
            if (ranked.IsBeside) text.Append($"  ({ranked.Procedure}{(ranked.Runbook is null ? "" : $", {Path.GetFileName(ranked.Runbook)}")})");
            text.AppendLine();
            foreach (var finding in ranked.For) text.AppendLine($"            + {finding.Claim}   [{finding.Citation}]");
            foreach (var finding in ranked.Against) text.AppendLine($"            − {finding.Claim}   [{finding.Citation}]");
            foreach (var unrun in ranked.NotRun)
                text.AppendLine($"            ? {(unrun.Failed ? "no answer" : "not run")}: {Timeline.FirstLine(unrun.Command.Text)}: {unrun.Why}");
        }

        if (ranking.Hypotheses.Count > shown.Length)
            text.AppendLine($"            {ranking.Hypotheses.Count - shown.Length} more causes of other procedures were considered, and nothing speaks for them");
        if (ranking.Next is { } next)
            text.AppendLine($"            would tell the first two apart: {(next is NextCheck.ByHand ? "by hand, " : "")}{Timeline.FirstLine(next.Text)}   [line {next.Line}]");
        if (room.Incident.Verdict is { } verdict) text.AppendLine($"            {verdict.By} says: {verdict.Title}");
        text.AppendLine().AppendLine(room.Conclusion);
    }

    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 90 } => $"{Math.Max(0, age.TotalSeconds):0} s",
        { TotalMinutes: < 90 } => $"{age.TotalMinutes:0} min",
        { TotalHours: < 36 } => $"{age.TotalHours:0} h",
        _ => $"{age.TotalDays:0} days",
    };
}
