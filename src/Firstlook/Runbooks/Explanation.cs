using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Firstlook.Effects;

namespace Firstlook.Runbooks;

/// <summary>What we understood of a runbook: as the public contract <c>firstlook.runbook/1</c>, and in words.</summary>
public static class Explanation
{
    /// <summary>The contract's document, indented, ending without a newline. Additions to it are fine; nothing in it is renamed or removed.</summary>
    public static string Json(Runbook runbook)
    {
        var buffer = kept ??= new(FirstSize);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new Document(writer).Write(runbook);
        }

        if (buffer.Capacity > MostKept) kept = null;
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Written into again by the next document on the same thread, unless a large one stretched it.
    [ThreadStatic]
    static ArrayBufferWriter<byte>? kept;

    const int FirstSize = 64 * 1024;
    const int MostKept = 1024 * 1024;

    /// <summary>A page for a person: procedures, what each runs by itself, what it asks for, and what was not understood.</summary>
    public static string Text(Runbook runbook) => ExplanationText.Of(runbook);

    /// <summary>The word of the contract: <c>diagnostic</c>, <c>expected_output</c> ...</summary>
    public static string Word(this StepKind kind) => kind switch
    {
        StepKind.Diagnostic => "diagnostic",
        StepKind.Action => "action",
        StepKind.Verification => "verification",
        StepKind.ExpectedOutput => "expected_output",
        StepKind.Template => "template",
        StepKind.ConfigExample => "config_example",
        StepKind.CodeChange => "code_change",
        _ => "reference",
    };

    sealed class Document(Utf8JsonWriter json)
    {
        public void Write(Runbook runbook)
        {
            json.WriteStartObject();
            json.WriteString("schema", "firstlook.runbook/1");
            json.WriteString("file", runbook.File);
            json.WriteString("hash", runbook.Hash);
            json.WriteString("title", runbook.Title);
            Array("incidents", runbook.Procedures, Incident);
            Array("generalSteps", runbook.GeneralSteps, Step);
            Array("severityPolicy", runbook.SeverityPolicy, Level);
            Array("contacts", runbook.Contacts, Contact);
            Array("escalations", runbook.Escalations, Escalation);
            Array("dashboards", runbook.Dashboards, Dashboard);
            Array("phases", runbook.Phases, Phase);
            Array("channels", runbook.Channels, Channel);
            Array("checklists", runbook.Checklists, Checklist);
            Array("metrics", runbook.Metrics, Metric);
            Array("routines", runbook.Routines, Routine);
            Array("templates", runbook.Templates, Template);
            json.WriteBoolean("postmortemTemplate", runbook.PostmortemForm is not null);
            if (runbook.PostmortemForm is { } form) Array("postmortemForm", form.Sections, FormSection);
            Array("prohibitions", runbook.Prohibitions, Prohibition);
            Array("problems", runbook.Problems, Problem);
            json.WriteEndObject();
        }

        void Incident(Procedure procedure)
        {
            json.WriteString("id", procedure.Id);
            json.WriteString("slug", procedure.Slug);
            json.WriteString("title", procedure.Title);
            json.WriteNumber("line", procedure.Line);
            json.WriteNumber("endLine", procedure.EndLine);
            Strings("alerts", procedure.Alerts);
            json.WriteString("severity", procedure.Severity);
            json.WriteString("meaning", procedure.Meaning);
            json.WriteString("impact", procedure.Impact);
            Array("symptoms", procedure.Symptoms, Symptom);
            Array("causes", procedure.Hypotheses, Cause);
            Array("parts", procedure.Parts, Cause);
            Array("steps", procedure.Steps, Step);
            Array("escalation", procedure.Escalations, Escalation);
            Array("dashboards", procedure.Dashboards, Dashboard);
            Array("phases", procedure.Phases, Phase);
            Array("checks", procedure.Checks, Check);
        }

        void FormSection(FormSection section)
        {
            json.WriteString("title", section.Title);
            Strings("fields", section.Fields);
        }

        void Symptom(Symptom symptom)
        {
            json.WriteString("text", symptom.Text);
            json.WriteNumber("line", symptom.Line);
            if (!symptom.Literals.IsEmpty) Strings("literals", symptom.Literals);
            if (symptom.Negative) json.WriteBoolean("negative", true);
        }

        void Cause(Hypothesis hypothesis)
        {
            json.WriteString("id", hypothesis.Id);
            json.WriteString("title", hypothesis.Title);
            json.WriteNumber("line", hypothesis.Line);
            json.WriteNumber("endLine", hypothesis.EndLine);
            json.WriteString("when", hypothesis.When);
            // What is quoted in a branch's own words ("If the log says `x`") is a sign of it, not a symptom that somebody listed.
            Array("symptoms", [.. hypothesis.Symptoms.Where(s => hypothesis.InTable || s.Line != hypothesis.Line)], Symptom);
            Array("signs", [.. hypothesis.Symptoms.Where(s => !hypothesis.InTable && s.Line == hypothesis.Line)], Symptom);
            Array("advice", hypothesis.Advice, a =>
            {
                json.WriteString("text", a.Text);
                json.WriteNumber("line", a.Line);
            });
        }

        void Step(Step step)
        {
            json.WriteString("id", step.Id);
            json.WriteNumber("ordinal", step.Ordinal);
            json.WriteNumber("line", step.Line);
            json.WriteNumber("endLine", step.EndLine);
            json.WriteString("title", step.Title);
            json.WriteString("heading", step.Heading);
            json.WriteString("language", step.Language.Word());
            json.WriteString("kind", step.Kind.Word());
            json.WriteString("effect", step.Effect.Word());
            json.WriteBoolean("inline", step.Inline);
            json.WriteBoolean("manual", step.Manual);
            json.WriteString("cause", step.Cause);
            Strings("placeholders", step.Placeholders);
            Strings("variables", step.Variables);
            Array("inputs", step.Inputs, i =>
            {
                json.WriteString("name", i.Name);
                json.WriteString("kind", i.Kind);
                json.WriteString("token", i.Token);
                json.WriteString("from", i.From);
            });
            Array("commands", step.Commands, Command);
            if (step.Target is not null) json.WriteString("target", step.Target);
            if (step.Undo is not null) json.WriteString("undo", step.Undo);
            if (step.Sample is not null) json.WriteString("sample", step.Sample.Text);
        }

        void Command(Command command)
        {
            json.WriteString("text", command.Text);
            json.WriteNumber("line", command.Line);
            json.WriteString("language", command.Language.Word());
            json.WriteString("effect", command.Effect.Word());
            Strings("tags", [.. command.Tags.Words()]);
            json.WriteString("runs", command.Runs);
            json.WriteString("why", command.Why);
            if (command.Comment is not null) json.WriteString("comment", command.Comment);
            if (!command.Inputs.IsEmpty) Strings("inputs", command.Inputs);
            if (command.Hint is { } hint)
            {
                json.WriteStartObject("expects");
                json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(hint.Kind.ToString()));
                if (hint.Number is { } number) json.WriteNumber("number", number);
                if (hint.Literal is not null) json.WriteString("literal", hint.Literal);
                json.WriteString("quote", hint.Quote);
                json.WriteNumber("line", hint.Line);
                json.WriteEndObject();
            }
        }

        void Escalation(EscalationRule rule)
        {
            json.WriteNumber("line", rule.Line);
            Number("afterMinutes", rule.AfterMinutes);
            json.WriteString("condition", rule.Condition);
            json.WriteString("target", rule.Target);
            if (rule.Severity is { } severity) json.WriteString("severity", severity);
        }

        void Dashboard(Dashboard dashboard)
        {
            json.WriteString("title", dashboard.Title);
            json.WriteString("url", dashboard.Url);
            Strings("panels", dashboard.Panels);
            if (dashboard.Expect is not null) json.WriteString("expect", dashboard.Expect);
            json.WriteNumber("line", dashboard.Line);
        }

        void Level(SeverityLevel level)
        {
            json.WriteNumber("line", level.Line);
            json.WriteString("level", level.Level);
            json.WriteString("label", level.Label);
            Number("respondMinutes", level.RespondMinutes);
            Number("resolveMinutes", level.ResolveMinutes);
            Number("updateMinutes", level.UpdateMinutes);
            if (level.RespondBusinessDays is { } respond) json.WriteNumber("respondBusinessDays", respond);
            if (level.ResolveBusinessDays is { } resolve) json.WriteNumber("resolveBusinessDays", resolve);
        }

        void Phase(Phase phase)
        {
            json.WriteNumber("line", phase.Line);
            json.WriteString("title", phase.Title);
            Number("fromMinutes", phase.FromMinutes);
            Number("toMinutes", phase.ToMinutes);
        }

        void Check(ManualCheck check)
        {
            json.WriteString("id", check.Id);
            json.WriteNumber("line", check.Line);
            json.WriteString("text", check.Text);
            json.WriteString("kind", check.Kind.Word());
            json.WriteString("cause", check.Cause);
        }

        void Channel(Channel channel)
        {
            json.WriteNumber("line", channel.Line);
            json.WriteString("name", channel.Name);
            json.WriteString("level", channel.Level);
            json.WriteString("purpose", channel.Purpose);
        }

        void Checklist(Checklist checklist)
        {
            json.WriteNumber("line", checklist.Line);
            json.WriteString("title", checklist.Title);
            json.WriteBoolean("afterIncident", checklist.AfterIncident);
            Strings("items", checklist.Items);
        }

        void Metric(TrackedMetric metric)
        {
            json.WriteNumber("line", metric.Line);
            json.WriteString("name", metric.Name);
            json.WriteString("target", metric.Target);
        }

        void Routine(Routine routine)
        {
            json.WriteNumber("line", routine.Line);
            json.WriteString("every", routine.Every);
            json.WriteString("text", routine.Text);
        }

        void Contact(Contact contact)
        {
            json.WriteNumber("line", contact.Line);
            json.WriteString("role", contact.Role);
            json.WriteString("reach", contact.Reach);
            json.WriteString("when", contact.When);
        }

        void Template(MessageTemplate template)
        {
            json.WriteNumber("line", template.Line);
            json.WriteString("purpose", template.Purpose);
            Strings("fields", template.Fields);
        }

        void Prohibition(Prohibition prohibition)
        {
            json.WriteNumber("line", prohibition.Line);
            json.WriteString("text", prohibition.Text);
            json.WriteString("incident", prohibition.Procedure);
            json.WriteString("cause", prohibition.Cause);
        }

        void Problem(Problem problem)
        {
            json.WriteString("code", problem.Code);
            json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(problem.Severity.ToString()));
            json.WriteNumber("line", problem.Line);
            json.WriteString("message", problem.Message);
        }

        void Number(string name, int? value)
        {
            if (value is { } number) json.WriteNumber(name, number);
            else json.WriteNull(name);
        }

        void Strings(string name, EquatableArray<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        void Array<T>(string name, EquatableArray<T> values, Action<T> write)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStartObject();
                write(value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
