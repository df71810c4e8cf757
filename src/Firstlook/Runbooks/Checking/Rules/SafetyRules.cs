using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Masking;
using Firstlook.Runbooks.Reading;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>What is dangerous to trust: secrets, headings that soothe, values of another incident, words that leave it open.</summary>
internal static partial class SafetyRules
{
    static string Fenced(string heading, string text) => $"# QueueFull\n\n**Severity**: high\n\n## {heading}\n```bash\n{text}\n```\n";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL003", ProblemSeverity.Info, "a value that comes from nowhere",
            "It must be looked for by hand, at three in the morning.",
                "Name it like an alert label (<pod>, <namespace>), set it earlier in the block, or say in the text where it is found.",
            Fenced("Diagnosis", "curl -s http://shop/admin/feature/<flavour>"), Fenced("Diagnosis", "kubectl get pod <pod> -n <namespace>"), WithoutSource),
        new("FL004", ProblemSeverity.Warning, "a destructive command under a harmless heading",
            "A heading that says check or verify is trusted by whoever is in a hurry; the command below it loses data.",
                "Move the command under a heading that says what it destroys, or choose one that does not.",
            Fenced("Diagnosis", "redis-cli FLUSHALL"), Fenced("Diagnosis", "redis-cli INFO memory"), Harmless),
        new("FL005", ProblemSeverity.Error, "a secret in the text",
            "Whoever reads the runbook has it, and so has every shell history and log that the command line reaches.",
                "Read it from the environment or a file, and change it: it is known now.",
            Fenced("Diagnosis", "redis-cli -a changeme LLEN jobs"), Fenced("Diagnosis", "redis-cli -a \"$REDIS_PASSWORD\" LLEN jobs"), SecretsInText),
        new("FL024", ProblemSeverity.Error, "a \"safe\" action that is not",
            "\"Safe\" is trusted by whoever reads it in a hurry; this interrupts work or loses data.", "Name the heading after what is done, or choose a safer command.",
            Fenced("Safe action", "kubectl delete pod worker-0 -n jobs"), Fenced("Safe action", "kubectl get pods -n jobs"), UnsafeSafety),
        new("FL028", ProblemSeverity.Info, "a command that does not end by itself",
            "It holds up whoever runs it, and cannot be part of a first look without a limit.",
                "Add --tail, -c, --no-stream and the like, or drop -f; end a port-forward in the block that begins it.",
            Fenced("Diagnosis", "ping db-1"), Fenced("Diagnosis", "ping -c 3 db-1"),
            s => s.Steps.SelectMany(step => step.Commands).Where(c => c.Tags.HasFlag(EffectTags.Hang))
                .Select(c => s.At(c.Line, FirstLine(c.Text), "this command does not end by itself"))),
        new("FL029", ProblemSeverity.Info, "words that leave it open",
            "They leave the decision to somebody who came here because he could not decide.", "Say the number, the name, or the condition.",
            "# QueueFull\n\n## Mitigation\n- Restart a few workers soon\n", "# QueueFull\n\n## Mitigation\n- Restart two workers within 5 minutes\n", Vague),
        new("FL037", ProblemSeverity.Info, "a value of somebody else's incident",
            "It looks real, so it is pasted as it stands, and answers about another request.", "Write a placeholder such as <request-id>, and the example in a comment.",
            Fenced("Diagnosis", "grep 550e8400-e29b-41d4-a716-446655440000 /var/log/app.log"), Fenced("Diagnosis", "grep <request-id> /var/log/app.log"), Examples),
    ];

    static string FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;

    static IEnumerable<Flaw> WithoutSource(Subject subject)
    {
        var told = Told(subject);
        foreach (var step in subject.Steps)
        {
            foreach (var input in step.Inputs.Where(i => i is { From: "a person", Kind: "placeholder" } && !told.Contains(i.Token, StringComparison.Ordinal) && !SaysWhence(told, i.Name)))
                yield return subject.At(step.Line, input.Token, $"nothing says where the value of {input.Token} comes from");
        }
    }

    // "`<flavour>` is the last column of the list below": what the sentences say, without the commands in them, which only use it.
    static string Told(Subject subject) =>
        string.Join('\n',
            subject.Lines.Where((line, index) => line.Length < 4000 && !subject.IsCode[index])
                .Select(line =>
                    CodeSpan().Replace(line, span => span.Groups["code"].Value.Trim() is var code && code.Contains(' ', StringComparison.Ordinal) ? "" : code)));

    // "`sid` and `serial` come from v$session", "serial: the last column of the list".
    static bool SaysWhence(string told, string name)
    {
        for (var at = told.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = told.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && char.IsLetterOrDigit(told[at - 1]) || at + name.Length < told.Length && char.IsLetterOrDigit(told[at + name.Length])) continue;
            var end = told.IndexOf('\n', at) is >= 0 and var next ? next : told.Length;
            if (name.Length > 2 && Whence().IsMatch(told[(at + name.Length)..Math.Min(end, at + name.Length + 80)])) return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"^\W*((and|und|y|e|et)\W+\w+\W+)?((is|are|ist|sind|es|son|é|est|stands?|steht) )?((comes?|taken|read|copied|found|shown|listed|printed|told) (from|in|by|at|above|on)|from|"
        + @"(kommt|kommen|stammt) aus|aus|viene de|vienen de|vem d[eao]|vient d[eu']|the (first|second|third|last|left|right) (column|field|line|part))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Whence();

    [GeneratedRegex("`(?<code>[^`]*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();

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

    static IEnumerable<Flaw> SecretsInText(Subject subject)
    {
        for (var i = 0; i < subject.Lines.Length; i++)
        {
            if (subject.Lines[i].Length > 10_000) continue;
            foreach (var span in Secrets.In(subject.Lines[i], subject.IsCode[i] && !ContentLanguages.IsComment(subject.Lines[i].Trim()))
                .Where(s => !IsName(subject.Lines[i], s) && !IsNoValue(subject.Lines[i], s)))
                yield return new(i + 1, $"{Said(span.Kind)} stands in the text") { Column = span.Start + 1, Length = span.End - span.Start };
        }

        static string Said(string kind) => kind is "authorization" or "credentials" ? "a credential" : kind[0] is 'A' or 'a' ? $"an {kind}" : $"a {kind}";
    }

    // Of a Kubernetes secret or a stored token the name is written: "secret: festivals-tls", "--secret-name=x".
    static bool IsName(string line, MaskedSpan span) =>
        span.Kind is "secret" or "credentials" && !AssignedUpper().IsMatch(line[..span.Start]) || span.Kind == "token" && line[span.Start..span.End] is { Length: < 8 }
            || NamesIt().IsMatch(line[..span.Start]) || AsksForIt().IsMatch(line[..span.Start]);

    // "glrt-XXXXXXXX" is a gap to fill, and open("/etc/key") or "TOKEN: " + key is read when it runs.
    static bool IsNoValue(string line, MaskedSpan span) => Gap().IsMatch(line[span.Start..span.End]) || Computed().IsMatch(line[span.Start..]);

    static IEnumerable<Flaw> UnsafeSafety(Subject subject) =>
        from step in subject.Steps
        where step.Heading is { } heading && SafeWord().IsMatch(heading) && !heading.Contains('?', StringComparison.Ordinal)
        from command in step.Commands
        where command.Effect is Effect.Disruptive or Effect.Destructive && !Gentle().IsMatch(command.Text)
        select subject.At(command.Line, FirstLine(command.Text),
            $"this command is {command.Effect.Word()}, under \"{step.Heading}\": {command.Why}") with { Severity = command.Effect == Effect.Destructive
                ? null : ProblemSeverity.Warning };

    // The heading, the item or the sentence that leads to the command; what the block's own comments say is nobody's promise.
    static IEnumerable<Flaw> Harmless(Subject subject)
    {
        foreach (var step in subject.Steps.Where(s => s.Effect == Effect.Destructive))
        {
            var heading = step.Heading is { } h && Roles.Of(h) is Role.Diagnosis or Role.Verification ? step.Heading : null;
            var promise = heading
                ?? (!step.Inline && !step.Text.Contains(step.Title, StringComparison.Ordinal) && Purposes.Of(step.Title) is Purpose.Learn or Purpose.Confirm
                    && Roles.Of(step.Title) != Role.Action && !AlsoActs().IsMatch(step.Title)
                    ? step.Title : null);
            if (promise is null || promise.Length == 0) continue;
            var worst = step.Commands.First(c => c.Effect == Effect.Destructive);
            yield return subject.At(worst.Line, FirstLine(worst.Text), $"this command is destructive, under \"{promise}\": {worst.Why}");
        }
    }

    static IEnumerable<Flaw> Vague(Subject subject)
    {
        var texts = subject.Runbook.Procedures.SelectMany(p => p.Hypotheses).SelectMany(h => h.Advice).Select(a => (a.Line, a.Text))
            .Concat(subject.Steps.Where(s => s.Kind == StepKind.Action).Select(s => (s.Line, Text: s.Title)))
            .Concat(subject.Runbook.Procedures.SelectMany(Rules.Prose.Instructions(subject)));
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

    [GeneratedRegex("X{4,}|x{4,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[""']?\s*\+\s|^[a-z_][\w.]*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Computed();

    // "Find the offset, then skip it" promises no harmless look.
    [GeneratedRegex(@"\b(then|and|or|to do)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AlsoActs();

    // "mysql -p shop" asks for the password, and "shop" is the database.
    [GeneratedRegex(@"\b(mysql|mariadb)\w*\b.*\s-p\s+$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForIt();

    [GeneratedRegex(@"\b[A-Z][A-Z0-9_]*(SECRET|CREDENTIALS?)\s*[=:]\s*[""']?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AssignedUpper();

    [GeneratedRegex(@"(secret|token|key|password)[-_]?(name|file|path|ref|id|arn)\b[""']?\s*[=:]?\s*[""']?$|\b(get|describe|create|delete)\s+secrets?\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NamesIt();

    [GeneratedRegex(@"\b(?<!(not|never|nicht|kein|keine|no|não|nao|pas|non|half|less|barely)[ -]((so|very|really|entirely|always|ganz|immer|tan|muy|tão|si|très|completely)[ -])?|un)(safe|sichere?|ungefährliche?|gefahrlose?|segur[ao]s?|sûre?s?|sans risque)\b",
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
