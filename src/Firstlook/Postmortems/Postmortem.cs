using System.Globalization;
using System.Text;
using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Incidents;
using Firstlook.Looks;

namespace Firstlook.Postmortems;

/// <summary>Drafts the postmortem from the record. Facts stand as facts, each with where it comes from; what they mean is left to people, as questions.</summary>
public static class Postmortem
{
    public static string Of(Room room)
    {
        var text = new StringBuilder();
        var incident = room.Incident;
        text.AppendLine($"# Postmortem: incident #{incident.Number}, {Plain(incident.Title)}").AppendLine();
        text.AppendLine("All times are UTC.").AppendLine();
        Summary(text, room);
        Impact(text, room);
        Detection(text, room);
        Causes(text, room);
        Actions(text, room);
        ByHand(text, room);
        TimelineOf(text, room);
        Evidence(text, room);
        Questions(text, room);
        OwnForm(text, room);
        return text.ToString();
    }

    static void Summary(StringBuilder text, Room room)
    {
        var incident = room.Incident;
        Row(text, "State", incident.State.ToString().ToLowerInvariant());
        Row(text, "Severity", $"{incident.Severity} ({incident.SeverityFrom})");
        Row(text, "Service", incident.Service is null ? $"none ({incident.ServiceWhy})" : $"{incident.Service}, team {incident.Team}");
        Row(text, "Procedure",
            incident.Procedure.IsChosen
                ? $"{incident.Procedure.Title} ({Path.GetFileName(incident.Procedure.Runbook)} line {incident.Procedure.Line}; {incident.Procedure.Why})"
                : $"none ({incident.Procedure.Why})");
        Row(text, "Opened", Time(incident.OpenedAt));
        Row(text, "Acknowledged",
            incident.Acknowledgement is { } acknowledgement
                ? $"{Time(acknowledgement.At)} by {acknowledgement.By}, after {Span(acknowledgement.At - incident.OpenedAt)}" : "never");
        if (incident.MitigatedAt is { } mitigated) Row(text, "Mitigated", $"{Time(mitigated)}, after {Span(mitigated - incident.OpenedAt)}");
        Row(text, "Resolved", incident.ResolvedAt is { } resolved ? $"{Time(resolved)}, after {Span(resolved - incident.OpenedAt)}: {incident.ResolvedWhy}" : "not yet");
        text.AppendLine();

        static void Row(StringBuilder text, string name, string value) => text.AppendLine($"- **{name}**: {Plain(value)}");
    }

    static void Impact(StringBuilder text, Room room)
    {
        text.AppendLine("## Impact").AppendLine();
        if (room.Procedure?.Impact is { } impact) text.AppendLine($"The runbook says of this alert: {Plain(impact)}").AppendLine();
        if (room.Incident.FirstAlert?.Annotations["summary"] is { } summary) text.AppendLine($"The alert said: {Plain(summary)}").AppendLine();
        text.AppendLine("_How many people, requests or orders were affected, and what did it cost? The record does not know._").AppendLine();
    }

    /// <summary>Alerts that are told one by one.</summary>
    const int MostAlerts = 5;

    static void Detection(StringBuilder text, Room room)
    {
        text.AppendLine("## Detection").AppendLine();
        var incident = room.Incident;
        foreach (var alert in incident.Alerts.Values.OrderBy(alert => alert.Alert.StartsAt).Take(MostAlerts))
        {
            var ended = alert.EndedAt is { } at ? $", ended {Time(at)}" : ", still firing";
            text.AppendLine($"- Alert `{Code(alert.Alert.Labels.ToString())}` began at {Time(alert.Alert.StartsAt)}{ended}");
        }

        if (incident.Alerts.Count > MostAlerts)
        {
            var last = incident.Alerts.Values.Max(alert => alert.Alert.StartsAt);
            text.AppendLine($"- And {incident.Alerts.Count - MostAlerts} more ({AlertText.Firing(incident)}); the last began at {Time(last)}");
        }

        if (incident.FirstAlert is { } first) text.AppendLine($"- From the alert's start to the incident: {Span(incident.OpenedAt - first.StartsAt)}");
        if (incident.Looks.FirstOrDefault() is { FinishedAt: { } done } look)
            text.AppendLine(
                $"- From the incident to the finished first look: {Span(done - incident.OpenedAt)}, {Wording.Count(look.Results.Count, "read")}, "
                + $"{Wording.Count(look.Waiting.Count, "command")} waited");
        text.AppendLine("- When harm began is not in the record: it may be earlier than the alert.").AppendLine();
    }

    static void Causes(StringBuilder text, Room room)
    {
        text.AppendLine("## Hypotheses, as the evidence of the first look ranked them").AppendLine();
        if (room.FirstRanking is not { } ranking)
        {
            text.AppendLine("No procedure, so no hypotheses.").AppendLine();
            return;
        }

        text.AppendLine($"{Plain(ranking.Conclusion)}").AppendLine();
        // Of other procedures only what was seen to bear on something: a library names a hundred causes.
        foreach (var ranked in ranking.Hypotheses.Where(ranked => !ranked.IsBeside || ranked.Standing is Standing.Strong or Standing.Possible))
        {
            text.AppendLine($"### {Ranking.Word(ranked.Standing)}: {Plain(ranked.Hypothesis.Title)}").AppendLine();
            foreach (var finding in ranked.For) text.AppendLine($"- for: {Plain(finding.Claim)} ({Plain(Source(finding.Citation))}; \"{Plain(Because(finding, ranked))}\")");
            foreach (var finding in ranked.Against)
                text.AppendLine($"- against: {Plain(finding.Claim)} ({Plain(Source(finding.Citation))}; \"{Plain(Because(finding, ranked))}\")");
            foreach (var unrun in ranked.NotRun)
                text.AppendLine($"- {(unrun.Failed ? "no answer" : "not run")}: `{Code(Timeline.FirstLine(unrun.Command.Text))}`, {Plain(unrun.Why)}");
            if (ranked.For.IsEmpty && ranked.Against.IsEmpty && ranked.NotRun.IsEmpty) text.AppendLine("- nothing was seen that bears on it");
            text.AppendLine();
        }

        static string Source(Citation citation) => citation is { Record: null, Runbook: null } ? $"runbook {citation}" : citation.ToString();

        static string Because(Finding finding, RankedHypothesis ranked) => finding.Bearings.First(bearing => bearing.Hypothesis == ranked.Hypothesis.Id).Because;
    }

    static void Actions(StringBuilder text, Room room)
    {
        text.AppendLine("## Actions").AppendLine();
        var taken = room.Incident.Actions.Where(action => action.State is not ActionState.Proposed).ToArray();
        if (taken.Length == 0) text.AppendLine("None was run through Firstlook.").AppendLine();
        foreach (var action in taken)
        {
            text.AppendLine($"### Action {action.Proposal.Number}: {Plain(action.Proposal.Title)}").AppendLine();
            text.AppendLine(Fence(action.Proposal.Text, action.Proposal.Language.Word()));
            text.AppendLine($"- effect: {action.Proposal.Effect.Word()} ({Plain(action.Proposal.Why)}); target {action.Proposal.Target}");
            if (action.Proposal.Line is { } line) text.AppendLine($"- runbook line {line}");
            foreach (var approval in action.Approvals)
                text.AppendLine($"- approved by {Plain(approval.By)} at {Time(approval.At)}{(approval.Reason is null ? "" : $", alone: {Plain(approval.Reason)}")}");
            if (action.Result is { } result) text.AppendLine($"- ran at {Time(result.StartedAt)} for {Span(result.Duration)}: {Plain(result.Summary)}");
            if (action.State == ActionState.Unknown) text.AppendLine("- the server stopped while it ran; whether it took effect is not in the record");
            if (action.Settlement is { } settled)
            {
                var note = settled.Note.Length == 0 ? "" : $": {Plain(settled.Note)}";
                text.AppendLine($"- the server stopped while it ran; {Plain(settled.By)} found out that it {(settled.Succeeded ? "succeeded" : "did not succeed")}{note}");
            }

            if (action.Proposal.Undoes is { } undone) text.AppendLine($"- takes action {undone} back");
            foreach (var forbidden in action.Proposal.Forbidden) text.AppendLine($"- the runbook warns of it, line {forbidden.Line}: {Plain(forbidden.Text)}");
            text.AppendLine();
        }

        if (room.Before is null) return;
        var changed = room.Cards.Where(card => card.HasChanged).ToArray();
        if (changed.Length == 0) return;
        text.AppendLine("Before and after, from the last two looks:").AppendLine();
        foreach (var card in changed) text.AppendLine($"- {Plain(card.Step.Title)} (line {card.Command.Line}): {Plain(card.Earlier!.Summary)} → {Plain(card.Result!.Summary)}");
        text.AppendLine();
    }

    static void ByHand(StringBuilder text, Room room)
    {
        var done = room.Events.OfType<DoneByHand>().ToArray();
        if (done.Length == 0) return;
        text.AppendLine("## Done by hand").AppendLine();
        foreach (var one in done) text.AppendLine($"- {Time(one.At)} {Plain(one.By)}: `{Code(one.What)}`{(one.Output is null ? "" : $" (output {Short(one.Output)})")}");
        text.AppendLine();
    }

    static void TimelineOf(StringBuilder text, Room room)
    {
        text.AppendLine("## Timeline").AppendLine();
        if (room.Incident.FirstAlert is { } first) text.AppendLine($"- {Time(first.StartsAt)} — the alert's condition began");
        foreach (var entries in Told(room))
            text.AppendLine(entries is [var entry]
                ? $"- {Time(entry.At)} — {Plain(entry.Text)}{(entry.By is null ? "" : $" ({Plain(entry.By)})")}"
                : $"- {Time(entries[0].At)} — {entries.Count} alerts joined until {Time(entries[^1].At)}");
        text.AppendLine();
    }

    /// <summary>Entries of the timeline, without the results, which have a section of their own; alerts that join one upon another are one entry.</summary>
    static List<List<Timeline.Entry>> Told(Room room)
    {
        var told = new List<List<Timeline.Entry>>();
        var joining = false;
        foreach (var (index, happened) in room.Events.Index())
        {
            if (happened is ResultRecorded) continue;
            var entry = Timeline.Of(index + 1, happened);
            if (joining && happened is AlertJoined) told[^1].Add(entry);
            else told.Add([entry]);
            joining = happened is AlertJoined;
        }

        return told;
    }

    static void Evidence(StringBuilder text, Room room)
    {
        text.AppendLine("## Evidence").AppendLine();
        var looks = room.Incident.Looks.Where(look => !look.Results.IsEmpty).ToArray();
        if (looks.Length == 0) text.AppendLine("No read has run.").AppendLine();
        foreach (var look in looks)
        {
            text.AppendLine($"Look {look.Number}, {Plain(look.Reason)}:").AppendLine();
            foreach (var result in look.Results)
            {
                var ran = Code(Timeline.FirstLine(result.Ran));
                text.AppendLine($"- `{ran}` on {Plain(result.Target)}: {Plain(result.Summary)} ({Span(result.Duration)}, evidence {Short(result.Evidence)})");
            }

            text.AppendLine();
        }
    }

    static void Questions(StringBuilder text, Room room)
    {
        text.AppendLine("## Questions for people").AppendLine();
        text.AppendLine("- When did harm begin, and could we have known sooner?");
        text.AppendLine("- What made the system behave like this, and what made that look normal until then?");
        if (room.FirstRanking?.Leader is { } leader) text.AppendLine($"- The evidence led to \"{Plain(leader.Hypothesis.Title)}\". Was that the cause, the whole of it?");
        else text.AppendLine("- Nothing in the runbook explained it. Which hypothesis, with which check, belongs into it?");
        text.AppendLine("- What went well, and what was luck?");
        foreach (var unrun in room.Cards.Where(card => card.Waits is not null && card.Command.Effect == Effect.Read))
            text.AppendLine($"- Line {unrun.Command.Line} did not run ({Plain(unrun.Waits!)}). Would it have helped?");
        foreach (var broken in room.Events.OfType<GlassBroken>())
            text.AppendLine($"- {Plain(broken.By)} broke the glass on action {broken.Action} (\"{Plain(broken.Reason)}\"). Was it right, and why was no second person at hand?");
        foreach (var action in room.Incident.Actions.Where(action => action.State is ActionState.Unknown or ActionState.Settled))
            text.AppendLine($"- Nobody could say how action {action.Number} ended. What would have told?");
        if (room.Incident.Policy.Milder().ToArray() is { Length: > 0 } milder)
            text.AppendLine($"- The policy for actions is milder than the default ({Plain(string.Join("; ", milder))}). Should it be?");
        var expired = room.Events.OfType<ClockExpired>().Select(clock => clock.Clock).Distinct().ToArray();
        if (expired.Length > 0) text.AppendLine($"- Clocks ran out ({string.Join(", ", expired)}). What held us up?");
        text.AppendLine("- What will we change, who owns it, and how will we see that it is done?");
    }

    // What the team has agreed to ask itself; the sections above answer some of it.
    static void OwnForm(StringBuilder text, Room room)
    {
        if (room.Runbook?.PostmortemForm is not { Sections.IsEmpty: false } form) return;
        text.AppendLine().AppendLine($"## Asked by the team's own form (runbook line {form.Line})").AppendLine();
        foreach (var section in form.Sections)
        {
            var fields = section.Fields.IsEmpty ? "" : $": {Plain(string.Join("; ", section.Fields))}";
            text.AppendLine($"- [ ] {Plain(section.Title.Length == 0 ? "At the top" : section.Title)}{fields}");
        }
    }

    static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    static string Span(TimeSpan span) => span.TotalSeconds < 10 ? $"{span.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture)} s" : RoomText.Age(span);

    /// <summary>Text from outside as one line of Markdown that stays text.</summary>
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Printable.Of(text))
            if (c is '\n' or '\r' or '\t') plain.Append(' ');
            else if (c is '<' or '>' or '[' or ']' or '`' or '*' or '_' or '\\' or '|') plain.Append('\\').Append(c);
            else if (!char.IsControl(c)) plain.Append(c);
        return plain.ToString();
    }

    static string Code(string text) => Printable.Of(text).Replace('`', '\'').ReplaceLineEndings(" ");

    /// <summary>Enough of a hash to find it by.</summary>
    static string Short(string hash) => hash.Length <= 12 ? hash : hash[..12];

    static string Fence(string text, string language)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return $"{fence}{language}\n{Printable.Of(text)}\n{fence}\n";
    }
}
