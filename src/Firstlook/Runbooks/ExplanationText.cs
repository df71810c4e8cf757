using System.Globalization;
using System.Text;
using Firstlook.Effects;

namespace Firstlook.Runbooks;

/// <summary>The form of <see cref="Explanation"/> for a person at a terminal: everything that was found, procedure by procedure, each with its line.</summary>
internal sealed class ExplanationText
{
    readonly StringBuilder text = new();

    public static string Of(Runbook runbook)
    {
        var page = new ExplanationText();
        page.Head(runbook);
        foreach (var procedure in runbook.Procedures) page.Procedure(procedure, runbook);
        page.Rest(runbook);
        return page.text.ToString().TrimEnd();
    }

    void Head(Runbook runbook)
    {
        text.AppendLine($"{runbook.Title}  ({runbook.File})");
        text.AppendLine(string.Join(", ",
            Counted(runbook.Procedures.Count, "procedure", "procedures"), Counted(runbook.GeneralSteps.Count, "general step", "general steps"),
                Counted(runbook.SeverityPolicy.Count, "severity level", "severity levels"),
            Counted(runbook.Contacts.Count, "contact", "contacts"),
                Counted(runbook.Templates.Count, "template", "templates")) + (runbook.PostmortemForm is not null ? ", a form for the postmortem" : ""));
    }

    static string Counted(int count, string one, string many) => count == 0 ? $"no {one}" : $"{count} {(count == 1 ? one : many)}";

    void Procedure(Procedure procedure, Runbook runbook)
    {
        text.AppendLine().AppendLine($"{procedure.Title}  [{procedure.Severity ?? "no severity"}]  lines {procedure.Line} to {procedure.EndLine}");
        if (!procedure.Alerts.IsEmpty) Words("alerts", string.Join(", ", procedure.Alerts));
        if (procedure.Meaning is { } meaning) Words("meaning", meaning);
        if (procedure.Impact is { } impact) Words("impact", impact);
        List("symptoms", procedure.Symptoms, s => (s.Line, s.Negative ? $"(not) {s.Text}" : s.Text));
        Causes(procedure);
        Forbidden(runbook.Prohibitions.Where(p => p.Procedure == procedure.Id), procedure);
        Steps("steps", procedure.Steps, procedure);
        List("by hand", procedure.Checks, c => (c.Line, $"{c.Text}  ({c.Kind.Word()}{CauseOf(c.Cause, procedure)})"));
        List("phases", procedure.Phases, p => (p.Line, Boxed(p)));
        List("dashboards", procedure.Dashboards, d => (d.Line, Seen(d)));
        List("escalation", procedure.Escalations, e => (e.Line, Escalated(e)));
    }

    void Causes(Procedure procedure)
    {
        if (procedure.Hypotheses.IsEmpty) return;
        Heading("causes");
        foreach (var cause in procedure.Hypotheses)
        {
            Line(cause.Line, cause.Title + (cause.When is { } when ? $"  (only when {when})" : ""));
            foreach (var symptom in cause.Symptoms.Where(s => s.Text != cause.Title)) Line(symptom.Line, $"  shows: {symptom.Text}");
            foreach (var advice in cause.Advice) Line(advice.Line, $"  advice: {advice.Text}");
        }
    }

    void Forbidden(IEnumerable<Prohibition> prohibitions, Procedure? procedure) =>
        List("forbidden", [.. prohibitions], p => (p.Line, p.Text + (CauseOf(p.Cause, procedure) is { Length: > 0 } cause ? $"  ({cause[2..]})" : "")));

    static string CauseOf(string? id, Procedure? procedure) => procedure?.Hypotheses.FirstOrDefault(h => h.Id == id) is { } cause ? $", for {cause.Title}" : "";

    void Steps(string heading, EquatableArray<Step> steps, Procedure? procedure)
    {
        if (steps.IsEmpty) return;
        Heading(heading);
        string? under = null;
        foreach (var step in steps)
        {
            if (step.Cause != under)
            {
                under = step.Cause;
                text.AppendLine($"        {(CauseOf(under, procedure) is { Length: > 0 } cause ? cause[2..] : "for all of it")}");
            }

            OfStep(step);
        }
    }

    // "Check for negative stock" says what is asked; what is expected of the answer is that there is none.
    static string Meant(Expectation hint)
    {
        var number = hint.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return hint.Kind switch
        {
            ExpectationKind.Above => $"more than {number}",
            ExpectationKind.AtLeast => $"{number} or more",
            ExpectationKind.Below => $"less than {number}",
            ExpectationKind.AtMost => $"{number} or less",
            ExpectationKind.Equal => $"{number}",
            ExpectationKind.Nothing => "nothing",
            ExpectationKind.Shows => $"\"{hint.Literal}\"",
            _ => "this",
        };
    }

    void OfStep(Step step)
    {
        Line(step.Line, $"{step.Title}  ({step.Kind.Word()}, {step.Language.Word()}{(step.Manual ? ", by hand" : "")}{(step.Target is { } target ? $", at {target}" : "")})");
        if (step.Commands.IsEmpty && step.Manual) Block(step.Text);
        foreach (var command in step.Commands)
        {
            var tags = command.Tags == EffectTags.None ? "" : $"  [{string.Join(", ", command.Tags.Words())}]";
            text.AppendLine($"          {command.Effect.Word(),-11} {command.Runs,-14} {Where(command.Language)}{tags}");
            Block(command.Text);
            if (command.Hint is { } hint) text.AppendLine($"            expects {Meant(hint)}: {hint.Quote}");
        }

        foreach (var input in step.Inputs)
            text.AppendLine($"          needs {input.Token}{(input.Kind == "example" ? ", an example to be replaced" : "")}{(input.From is { } from ? $", from {from}" : "")}");
        if (step.Sample is not null) text.AppendLine("          its expected output is shown");
        if (step.Undo is { } undo) text.AppendLine($"          taken back by: {undo}");
    }

    // What a command in this language speaks to.
    static string Where(Language language) => language switch
    {
        Language.PromQl => "on Prometheus",
        Language.LogQl => "on the logs",
        Language.Sql => "on the database",
        Language.Redis => "on Redis",
        Language.Http => "over HTTP",
        _ => $"in {language.Word()}",
    };

    void Rest(Runbook runbook)
    {
        var (start, heading) = (text.Length, "Beside the procedures");
        Forbidden(runbook.Prohibitions.Where(p => p.Procedure is null), null);
        Steps("general steps", runbook.GeneralSteps, null);
        List("severity policy", runbook.SeverityPolicy, p => (p.Line, Timed(p)));
        List("escalation", runbook.Escalations, e => (e.Line, Escalated(e)));
        List("contacts", runbook.Contacts, c => (c.Line, $"{c.Role}{(c.Reach is { } reach ? $": {reach}" : "")}{(c.When is { } when && when != c.Reach ? $"  ({when})" : "")}"));
        List("channels", runbook.Channels, c => (c.Line, $"{c.Name}{(c.Level is { } level ? $", for {level}" : "")}{(c.Purpose is { } purpose ? $", {purpose}" : "")}"));
        List("templates", runbook.Templates, t => (t.Line, t.Purpose + (t.Fields.IsEmpty ? "" : $"  (fields: {string.Join(", ", t.Fields)})")));
        if (runbook.PostmortemForm is { } form)
            List("form for the postmortem", form.Sections,
                s => (form.Line, s.Fields.IsEmpty ? s.Title : $"{(s.Title.Length == 0 ? "" : $"{s.Title}: ")}{string.Join(", ", s.Fields)}"));
        List("phases", runbook.Phases, p => (p.Line, Boxed(p)));
        List("checklists", [.. runbook.Checklists.SelectMany(c => c.Items.Select(i => (c.Line, $"{c.Title}: {i}")))], i => i);
        List("routines", runbook.Routines, r => (r.Line, $"{r.Every}: {r.Text}"));
        List("metrics", runbook.Metrics, m => (m.Line, m.Target is { } target ? $"{m.Name}: {target}" : m.Name));
        List("dashboards", runbook.Dashboards, d => (d.Line, Seen(d)));
        if (text.Length > start) text.Insert(start, $"{Environment.NewLine}{heading}{Environment.NewLine}");
        if (!runbook.Problems.IsEmpty) text.AppendLine();
        foreach (var problem in runbook.Problems)
        {
            var severity = problem.Severity == ProblemSeverity.Info ? "note" : problem.Severity.ToString().ToLowerInvariant();
            text.AppendLine($"{runbook.File}:{problem.Line}: {problem.Code} {severity}: {problem.Message}");
        }

    }

    static string Escalated(EscalationRule rule) => string.Join(" ", new[]
    {
        rule.AfterMinutes is { } minutes ? minutes == 0 ? "at once" : $"after {Span(minutes)}" : "",
        rule.Target is { } target ? $"to {target}" : "",
        rule.Severity is { } severity ? $"for {severity}" : "",
        rule.Condition is { } condition ? rule.AfterMinutes is null && rule.Target is null ? condition : $"when: {condition}" : "",
    }.Where(part => part.Length > 0));

    static string Timed(SeverityLevel level) =>
        $"{level.Label}{(level.Label.Equals(level.Level, StringComparison.OrdinalIgnoreCase) ? "" : $" ({level.Level})")}: " + string.Join(", ", new[]
    {
        Deadline("acknowledge", level.RespondMinutes, level.RespondBusinessDays), Deadline("resolve", level.ResolveMinutes, level.ResolveBusinessDays),
        level.UpdateMinutes is { } update ? $"tell people every {Span(update)}" : "",
    }.Where(part => part.Length > 0).DefaultIfEmpty("no time"));

    static string Deadline(string what, int? minutes, int? days) =>
        days is { } business
            ? $"{what} within {(business == 1 ? "one business day" : $"{business} business days")}"
            : minutes is { } within
            ? within == 0
                ? $"{what} at once"
                : $"{what} within {Span(within)}"
            : "";

    static string Boxed(Phase phase) => (phase.FromMinutes, phase.ToMinutes) switch
    {
        ({ } from, { } to) => $"minute {from} to {to}: {phase.Title}",
        ({ } from, null) => $"from minute {from}: {phase.Title}",
        (null, { } to) => $"until minute {to}: {phase.Title}",
        _ => phase.Title,
    };

    static string Seen(Dashboard dashboard) =>
        dashboard.Title + (dashboard.Url is { } url && url != dashboard.Title ? $"  {url}" : "")
            + (dashboard.Panels.IsEmpty ? "" : $"  (panels: {string.Join("; ", dashboard.Panels)})") + (dashboard.Expect is { } expect ? $"  expects: {expect}" : "");

    static string Span(int minutes) =>
        minutes % (24 * 60) == 0 ? $"{minutes / (24 * 60)} d" : minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes.ToString(CultureInfo.InvariantCulture)} min";

    void Words(string label, string words) => text.AppendLine($"  {label,-8}  {words}");

    void List<T>(string heading, EquatableArray<T> entries, Func<T, (int Line, string Text)> told)
    {
        if (entries.IsEmpty) return;
        Heading(heading);
        foreach (var entry in entries)
        {
            var (line, said) = told(entry);
            Line(line, said);
        }
    }

    void Heading(string heading) => text.AppendLine($"  {heading}");

    void Line(int line, string said) => text.AppendLine($"    {line,4}  {said}");

    void Block(string block)
    {
        foreach (var line in block.TrimEnd().Split('\n')) text.AppendLine($"            {line}".TrimEnd());
    }
}
