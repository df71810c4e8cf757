using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks.Reading;
using static Firstlook.Runbooks.Checking.Rules.Samples;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>What is dangerous to trust: secrets, headings that soothe, values of another incident, words that leave it open.</summary>
internal static partial class SafetyRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL003", ProblemSeverity.Info, "a value that comes from nowhere",
            "It must be looked for by hand, at three in the morning.",
                "Name it like an alert label (<pod>, <namespace>), set it earlier in the block, or say in the text where it is found.",
            Fenced("curl -s http://shop/admin/feature/<flavour>"), Fenced("kubectl get pod <pod> -n <namespace>"), WithoutSource),
        new("FL004", ProblemSeverity.Warning, "a destructive command under a harmless heading",
            "A heading that says check or verify is trusted by whoever is in a hurry; the command below it loses data.",
                "Move the command under a heading that says what it destroys, or choose one that does not.",
            Fenced("redis-cli FLUSHALL"), Fenced("redis-cli INFO memory"), Harmless),
        new("FL005", ProblemSeverity.Error, "a secret in the text",
            "Whoever reads the runbook has it, and so has every shell history and log that the command line reaches.",
                "Read it from the environment or a file, and change it: it is known now.",
            Fenced("redis-cli -a changeme LLEN jobs"), Fenced("redis-cli -a \"$REDIS_PASSWORD\" LLEN jobs"), SecretsInText),
        new("FL024", ProblemSeverity.Error, "a \"safe\" action that is not",
            "\"Safe\" is trusted by whoever reads it in a hurry; this interrupts work or loses data.", "Name the heading after what is done, or choose a safer command.",
            Fenced("kubectl delete pod worker-0 -n jobs", heading: "Safe action"), Fenced("kubectl get pods -n jobs", heading: "Safe action"), UnsafeSafety),
        new("FL028", ProblemSeverity.Info, "a command that does not end by itself",
            "It holds up whoever runs it, and cannot be part of a first look without a limit.",
                "Add --tail, -c, --no-stream and the like, or drop -f; end a port-forward in the block that begins it.",
            Fenced("ping db-1"), Fenced("ping -c 3 db-1"),
            s => s.Steps.SelectMany(step => step.Commands).Where(c => c.Tags.HasFlag(EffectTags.Hang))
                .Select(c => s.At(c.Line, c.Text, "this command does not end by itself"))),
        new("FL029", ProblemSeverity.Info, "words that leave it open",
            "They leave the decision to somebody who came here because he could not decide.", "Say the number, the name, or the condition.",
            "# QueueFull\n\n## Mitigation\n- Restart a few workers soon\n", "# QueueFull\n\n## Mitigation\n- Restart two workers within 5 minutes\n", Vague),
        new("FL037", ProblemSeverity.Info, "a value of somebody else's incident",
            "It looks real, so it is pasted as it stands, and answers about another request.", "Write a placeholder such as <request-id>, and the example in a comment.",
            Fenced("grep 550e8400-e29b-41d4-a716-446655440000 /var/log/app.log"), Fenced("grep <request-id> /var/log/app.log"), Examples),
    ];


    static IEnumerable<Flaw> WithoutSource(Subject subject) =>
        Unsourced.In(subject.Steps, subject.Lines, subject.IsCode).Select(one => subject.At(one.Line, one.Input.Token, Unsourced.Message(one.Input)));

    static IEnumerable<Flaw> Examples(Subject subject)
    {
        foreach (var step in subject.Steps)
        {
            foreach (var input in step.Inputs.Where(i => i.Kind == "example" && i.Token != "changeme"))
                yield return subject.At(Used(subject, step, input.Token), input.Token,
                    input.From == "the alert's time" ? $"{input.Token} is the time of another incident" : $"{input.Token} is the {input.Name} of another incident");
        }
    }

    // Where it is pasted from, rather than the comment that calls it an example.
    static int Used(Subject subject, Step step, string token)
    {
        for (var line = step.Line; line <= Math.Min(step.EndLine, subject.Lines.Length); line++)
        {
            if (subject.Lines[line - 1].Contains(token, StringComparison.Ordinal) && !ContentLanguages.IsComment(subject.Lines[line - 1].Trim())) return line;
        }

        return step.Line;
    }

    static IEnumerable<Flaw> SecretsInText(Subject subject) =>
        WrittenSecrets.In(subject.Lines, subject.IsCode)
            .Select(one => new Flaw(one.Line, WrittenSecrets.Message(one.Span)) { Column = one.Span.Start + 1, Length = one.Span.End - one.Span.Start });

    static IEnumerable<Flaw> UnsafeSafety(Subject subject) =>
        from step in subject.Steps
        where step.Heading is { } heading && SafeWord().IsMatch(heading) && !heading.Contains('?', StringComparison.Ordinal)
        from command in step.Commands
        where command.Effect is Effect.Disruptive or Effect.Destructive && !Gentle().IsMatch(command.Text)
        select subject.At(command.Line, command.Text,
            $"this command is {command.Effect.Word()}, under \"{step.Heading}\": {command.Why}") with { Severity = command.Effect == Effect.Destructive
                ? null : ProblemSeverity.Warning };

    static IEnumerable<Flaw> Harmless(Subject subject) =>
        from step in subject.Steps
        let promise = HarmlessPromise.Before(step)
        where promise is not null
        let worst = HarmlessPromise.Worst(step)
        select subject.At(worst.Line, worst.Text, HarmlessPromise.Message(promise, worst));

    static IEnumerable<Flaw> Vague(Subject subject)
    {
        var texts = subject.Runbook.Procedures.SelectMany(p => p.Hypotheses).SelectMany(h => h.Advice).Select(a => (a.Line, a.Text))
            .Concat(subject.Steps.Where(s => s.Kind == StepKind.Action).Select(s => (s.Line, Text: s.Title)))
            .Concat(subject.Runbook.Procedures.SelectMany(Rules.Instructions.Of(subject)));
        return texts.Select(t => (t.Line, Match: VagueWord().Match(t.Text))).Where(t => t.Match.Success).DistinctBy(t => (t.Line, t.Match.Value))
            .Select(t => subject.At(t.Line, t.Match.Value, $"\"{t.Match.Value}\" leaves open {Open(t.Match)}"));
    }

    static string Open(Match match) =>
        match.Groups["when"].Success
            ? "when"
            : match.Groups["long"].Success
            ? "for how long"
            : match.Groups["much"].Success
            ? "how much"
            : match.Groups["number"].Success
            ? "how many"
            : "whether to do it";

    [GeneratedRegex(
        @"\b(?<!(not|never|nicht|kein|keine|no|não|nao|pas|non|half|less|barely)[ -]((so|very|really|entirely|always|ganz|immer|tan|muy|tão|si|très|completely)[ -])?|un)"
        + @"(safe|sichere?|ungefährliche?|gefahrlose?|segur[ao]s?|sûre?s?|sans risque)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SafeWord();

    // A reload takes no work away from anybody.
    [GeneratedRegex(@"\breload\b|-HUP\b|\bkill -s? ?HUP\b|\brollout restart\b|\b(mongo|pg_|mysql|redis-cli --rdb )dump", RegexOptions.ExplicitCapture)]
    private static partial Regex Gentle();

    [GeneratedRegex(
        @"\b((?<if>as (needed|appropriate|required)|if (needed|necessary|possible|appropriate)|bei bedarf|falls nötig|wenn möglich|"
        + @"si (es necesario|hace falta|corresponde)|se (necessário|possível|preciso)|si (besoin|nécessaire))|"
        + @"(?<number>a few|several|a couple of|ein paar|einige|mehrere|unos pocos|algunos|varios|alguns|vários|quelques|plusieurs)|"
        + @"(?<when>some time|soon|in time|after a while|periodically|regularly|bald|rechtzeitig|regelmäßig|pronto|dentro de un rato|periódicamente|em breve|"
        + @"periodicamente|bientôt|régulièrement)|(?<long>temporarily|for a while|vorübergehend|temporalmente|por un rato|temporariamente|temporairement)|"
        + @"(?<much>too (high|low)|significant(ly)?|abnormal(ly)?|unusual(ly)?|zu (hoch|niedrig)|ungewöhnlich|demasiado (alto|bajo)|inusual|muito (alto|baixo)|anormal|"
        + @"trop (élevée?|bas)))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex VagueWord();
}
