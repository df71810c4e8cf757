using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>What a procedure lacks.</summary>
internal static partial class ProcedureRules
{
    const string Whole = """
        # QueueFull

        **Alert**: `QueueFull`
        **Severity**: high

        ## Diagnosis
        ```bash
        kubectl get pods -n jobs
        ```

        ## Mitigation
        ```bash
        kubectl scale deployment/worker --replicas=4 -n jobs
        ```

        ## Verification
        ```bash
        kubectl get pods -n jobs
        ```

        ## Escalation
        Page the jobs lead after 30 minutes.
        """;

    static string Without(string part, string instead = "") => Whole.Replace("\r", "", StringComparison.Ordinal).Replace(part, instead, StringComparison.Ordinal);

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL020", ProblemSeverity.Warning, "a procedure with nothing to do",
            "It only tells that something is wrong, to somebody who knows that already.", "Add at least the first check.",
            "# All\n\n- **DiskFull**\n  - Severity: low\n  - Meaning: the disk is full\n", Whole,
            s => s.Runbook.Procedures.Where(p => p.Steps.IsEmpty && p.Hypotheses.All(h => h.Advice.IsEmpty) && p.EndLine - p.Line < 3)
                .Select(p => Titled(s, p, $"\"{p.Title}\" says nothing to run or to do"))),
        new("FL021", ProblemSeverity.Info, "a procedure without a severity",
            "Nobody knows how fast to come, and no clock can run.", "Add a line such as **Severity**: high.",
            Without("**Severity**: high"), Whole,
            s => s.Runbook.Procedures.Where(p => p.Severity is null && s.SpeaksOfIncidents).Select(p => Titled(s, p, $"\"{p.Title}\" states no severity"))),
        new("FL022", ProblemSeverity.Info, "actions without a verification",
            "After an action one must see whether it helped, or the next one is guesswork.", "Add a check after the last action, or a heading such as Verification.",
            Without("## Verification\n```bash\nkubectl get pods -n jobs\n```\n"), Whole, WithoutVerification),
        new("FL023", ProblemSeverity.Info, "nobody to escalate to",
            "Whoever is stuck must know whom to call, and when.", "Add \"Escalate after 30 minutes to ...\", here or for the whole document.",
            Without("## Escalation\nPage the jobs lead after 30 minutes."), Whole,
            s => s.Runbook.Escalations.IsEmpty && s.Runbook.Contacts.IsEmpty && s.SpeaksOfIncidents
                ? s.Runbook.Procedures.Where(p => p.Escalations.IsEmpty).Select(p => Titled(s, p, $"\"{p.Title}\" does not say whom to call")) : []),
        new("FL025", ProblemSeverity.Info, "an interruption without a way back",
            "What interrupts service should say how it is taken back, before it is needed.", "Add a Rollback section, or an undo annotation above the block.",
            Without("kubectl scale deployment/worker --replicas=4 -n jobs", "kubectl drain node-1 --ignore-daemonsets"),
                Without("kubectl scale deployment/worker --replicas=4 -n jobs",
                    "kubectl drain node-1 --ignore-daemonsets\n```\n\n## Rollback\n```bash\nkubectl uncordon node-1"),
            WithoutRollback),
        new("FL027", ProblemSeverity.Warning, "two procedures of one name",
            "They have one anchor: a link to it reaches only the first.", "Give them different titles.",
            "# All\n\n## Alert: DiskFull\n\n```bash\ndf -h\n```\n\n## Alert: DiskFull\n\n```bash\ndf -i\n```\n",
                "# All\n\n## Alert: DiskFull\n\n```bash\ndf -h\n```\n\n## Alert: InodesFull\n\n```bash\ndf -i\n```\n",
            s => s.Runbook.Procedures.GroupBy(p => Words.Id(p.Title)).Where(g => g.Count() > 1)
                .SelectMany(g => g.Skip(1).Select(p => Titled(s, p, $"\"{p.Title}\" is also the title of the procedure at line {g.First().Line}")))),
        new("FL036", ProblemSeverity.Warning, "a section that the team's own template asks for is missing",
            "The team agreed that every procedure has it; whoever looks for it in the night finds nothing.", "Add the section, or take it out of the template.",
            Template("### First Look\nThe dashboard.\n", ""), Template("### First Look\nThe dashboard.\n", "### First Look\nThe queue board.\n"),
                OwnTemplate.Missing) { FindAcross = OwnTemplate.MissingAcross },
    ];

    static string Template(string first, string second) => $"""
        # Runbooks

        ## Runbook template

        Each runbook follows this structure:

        1. **First Look**: dashboards
        2. **Diagnostic Queries**: what to ask
        3. **When to Escalate**: clear criteria

        ## Runbook 1: DiskFull

        **Alert**: `DiskFull`

        {first}
        ### Diagnostic Queries
        ```bash
        df -h
        ```

        ### When to Escalate
        After 30 minutes.

        ## Runbook 2: QueueFull

        **Alert**: `QueueFull`

        {second}
        ### Diagnostic Queries
        ```bash
        redis-cli LLEN jobs
        ```

        ### When to Escalate
        After 30 minutes.
        """;

    public static Flaw Titled(Subject subject, Procedure procedure, string message) =>
        subject.At(procedure.Line, procedure.Title, message) is { Line: var line } flaw && line == procedure.Line ? flaw : new(procedure.Line, message);

    static IEnumerable<Flaw> WithoutVerification(Subject subject) =>
        subject.Runbook.Procedures
            .Where(p => subject.SpeaksOfIncidents && p.Steps.Any(s => s.Kind == StepKind.Action) && !p.Steps.Any(s => s.Kind == StepKind.Verification) && !ReadsAfterItsLastAction(p) && !SaysToLook(subject, p))
            .Select(p => new Flaw(p.Steps.Last(s => s.Kind == StepKind.Action).Line, $"nothing after the actions of \"{p.Title}\" tells whether they helped"));

    static bool ReadsAfterItsLastAction(Procedure procedure)
    {
        var last = procedure.Steps.Last(s => s.Kind == StepKind.Action).Line;
        return procedure.Steps.SkipWhile(s => s.Kind != StepKind.Action).Any(s => s.Kind == StepKind.Diagnostic && s.Line > last);
    }

    // "Monitor the recovery in Grafana", in prose behind the last action.
    static bool SaysToLook(Subject subject, Procedure procedure)
    {
        var last = procedure.Steps.Last(s => s.Kind == StepKind.Action).EndLine;
        return Enumerable.Range(last, Math.Max(0, Math.Min(procedure.EndLine, subject.Lines.Length) - last)).Any(line => Confirms().IsMatch(subject.Lines[line]));
    }

    static IEnumerable<Flaw> WithoutRollback(Subject subject) =>
        subject.Runbook.Procedures.Where(p => !p.Steps.Any(s => s.Undo is not null || TakesBack().IsMatch($"{s.Heading} {s.Title} {s.Text}")) && !SaysHowBack(subject, p))
            .SelectMany(p =>
                p.Steps.Where(s => s.Effect == Effect.Disruptive && s.Commands.Any(c => c.Effect == Effect.Disruptive && !EndsByItself().IsMatch(c.Text))).Take(1)
                    .Select(s => new Flaw(s.Line, $"\"{p.Title}\" does not say how this is taken back")));

    // "**put it back in the morning**", "start kafka, hand leadership back once it has caught up": in prose, anywhere in the procedure.
    static bool SaysHowBack(Subject subject, Procedure procedure) =>
        Enumerable.Range(procedure.Line, Math.Max(0, Math.Min(procedure.EndLine, subject.Lines.Length) - procedure.Line))
            .Any(line => !subject.IsCode[line] && subject.Lines[line].Length < 2_000 && (TakesBack().IsMatch(subject.Lines[line]) || PutsBack().IsMatch(subject.Lines[line])));

    [GeneratedRegex(
        @"\b(put|set|turn|switch|hand|fail|move|bring|take|give|send|scale|add|change)s? (\w+ ){0,4}back\b|\b(back to normal|fail-?back|re-?enable|un-?pause|un-?freeze|un-?mute)\b|"
        + @"\b(retour à la normale|remettre|rétablir|zurück\w*|wieder (ein|an)\w*|normalbetrieb|volver a (poner|dejar|activar)|dejarlo como|voltar a|reativar|rimettere|ripristin\w+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PutsBack();

    // A restart or an ended session is over when it is done: there is nothing to take back.
    [GeneratedRegex(@"\b(restart|reboot|reload|pg_terminate_backend|pg_cancel_backend|kill|pkill|delete\s+pod|bounce)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EndsByItself();

    [GeneratedRegex(
        @"\b(roll ?back|undo|revert|restore|uncordon|scale (back|down)|rückgängig|zurück(rollen|nehmen|setzen|drehen)|wiederherstell\w+|rückweg|deshacer|revertir|"
        + @"restaurar|volver atrás|vuelta atrás|desfazer|reverter|voltar atrás|annuler|revenir en arrière|restaurer)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TakesBack();

    [GeneratedRegex(
        @"\b(verify|verification|confirm|monitor|watch|check that|should (return|recover|drop|fall|be)|make sure|ensure|prüf\w+|überprüf\w+|kontrollier\w+|"
        + @"beobacht\w+|sicherstellen|verific\w+|comprob\w+|comprueb\w+|confirm\w+|monitor\w+|observ\w+|vérifi\w+|surveill\w+|s'assurer|assurez)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Confirms();
}
