using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>A change of a command's text that keeps what it asks and lets it end by itself.</summary>
/// <param name="Name">Stable: <c>no-terminal</c>, <c>tail-instead-of-follow</c>, <c>no-follow</c>, <c>four-probes</c>, <c>renew-at-once</c>.</param>
/// <param name="Text">The new command; the caller classifies it again before it runs.</param>
/// <param name="Sentence">For the page: what was changed, and why.</param>
public sealed record Rewrite(string Name, string Text, string Sentence);

/// <summary>
/// The whole list of rewrites. Each changes whole words of a simple shell command, found in its tree, and nothing inside quotes;
/// there is no other way in which what runs differs from what the runbook says.
/// </summary>
public static class Rewrites
{
    /// <summary>Applies each rule that fits, in a fixed order; empty where none does, and for every command that is no read as it stands.</summary>
    public static EquatableArray<Rewrite> Of(string command)
    {
        if (Classifier.Whole(command, Language.Shell).Effect != Effect.Read) return [];
        var applied = new List<Rewrite>();
        var text = command;
        foreach (var rule in (Func<string, Rewrite?>[])[NoTerminal, NoComposeTerminal, TailInsteadOfFollow, NoFollow, FourProbes])
        {
            // A pipeline may need a rule more than once; each pass changes one word, so the passes are bounded by the text.
            for (var pass = 0; pass < 8 && rule(text) is { } rewrite; pass++)
            {
                applied.Add(rewrite);
                text = rewrite.Text;
            }
        }
        return applied.ToEquatableArray();
    }

    /// <summary>
    /// What an action is proposed as, since nobody will sit at its terminal: one that enters a container without a terminal, by the same rules
    /// as for reads; a renewal without the wait that it makes where there is none. Empty where no rule fits, where its effect would be another,
    /// and where a person is meant to type.
    /// </summary>
    public static EquatableArray<Rewrite> OfAction(string command)
    {
        var before = Classifier.Whole(command, Language.Shell);
        if (before.Effect == Effect.Read || before.Tags.HasFlag(EffectTags.Interactive)) return [];
        var applied = new List<Rewrite>();
        foreach (var rule in (Func<string, Rewrite?>[])[NoTerminal, NoComposeTerminal, RenewAtOnce])
        {
            for (var pass = 0; pass < 8 && rule(applied.Count == 0 ? command : applied[^1].Text) is { } rewrite; pass++) applied.Add(rewrite);
        }

        return applied.Count > 0 && Classifier.Whole(applied[^1].Text, Language.Shell).Effect == before.Effect ? applied.ToEquatableArray() : [];
    }

    static Rewrite? NoTerminal(string text) => Edit(text, (words, at) =>
    {
        if (!IsExec(words, at)) return null;
        // Docker's own options end at the container, kubectl's at the dashes: what follows belongs to the command inside.
        var dashes = words.FindIndex(at, word => word.Constant == "--");
        var end = words.Take(at).Any(word => word.Constant is "kubectl" or "oc") ? dashes : FirstOperand(words, at + 1);
        for (var i = at + 1; i < end; i++)
        {
            if (words[i].Constant is not ("-it" or "-ti" or "-t" or "--tty" or "-i" or "--stdin" or "--interactive")) continue;
            // -i alone carries what is piped in; only a terminal is dropped then.
            if (words[i].Constant is "-i" or "--stdin" or "--interactive") continue;
            return (words[i], "", new("no-terminal", "", $"'{words[i].Constant}' is left out: nobody sits at a terminal."));
        }
        return null;
    });

    /// <summary>docker-compose exec asks for a terminal unless told otherwise, and fails where there is none.</summary>
    static Rewrite? NoComposeTerminal(string text) => Edit(text, (words, at) =>
    {
        if (words[at].Constant is not "exec" || !words.Take(at).Any(word => word.Constant is "docker-compose" or "compose")) return null;
        var options = words.Skip(at + 1).Take(FirstOperand(words, at + 1) - at - 1);
        return options.Any(word => word.Constant is "-T" or "--no-TTY" or "--no-tty" or "-d" or "--detach")
            ? null
            : (words[at], "exec -T", new("no-terminal", "", "'-T' was added: nobody sits at a terminal."));
    });

    /// <summary>Without a terminal certbot takes itself for a nightly job, and sleeps up to eight minutes before it renews (certbot 2.1, renewal.py).</summary>
    static Rewrite? RenewAtOnce(string text) => Edit(text, (words, at) =>
        words[at].Constant is "renew" && words.Take(at).Any(word => word.Constant is "certbot") && !words.Any(word => word.Constant is "--no-random-sleep-on-renew" or "--dry-run")
            ? (words[at], "renew --no-random-sleep-on-renew",
                new("renew-at-once", "", "'--no-random-sleep-on-renew' was added: without a terminal certbot waits up to eight minutes first."))
            : null);

    static int FirstOperand(List<Word> words, int from)
    {
        var at = from;
        while (at < words.Count && words[at].Constant is { } option && option.StartsWith('-'))
            at += option is "-u" or "-w" or "-e" or "--user" or "--workdir" or "--env" or "--index" ? 2 : 1;
        return Math.Min(at, words.Count);
    }

    static bool IsExec(List<Word> words, int at) =>
        words[at].Constant is "exec" && words.Take(at).Any(word => word.Constant is "kubectl" or "oc" or "docker" or "podman" or "docker-compose" or "compose");

    static Rewrite? TailInsteadOfFollow(string text) => Edit(text, (words, at) =>
    {
        if (words[at].Constant is not "logs" || !words.Take(at).Any(word => word.Constant is "kubectl" or "oc" or "docker" or "podman" or "docker-compose" or "compose"))
            return null;
        var limited = words.Skip(at)
            .Any(word =>
                word.Constant is { } option && (option.StartsWith("--tail", StringComparison.Ordinal) || option.StartsWith("--since", StringComparison.Ordinal)));
        for (var i = at + 1; i < words.Count; i++)
        {
            if (words[i].Constant is not ("-f" or "--follow" or "--follow=true")) continue;
            return limited
                ? (words[i], "", new("tail-instead-of-follow", "", $"'{words[i].Constant}' is left out: it would follow for ever."))
                : (words[i], "--tail=100", new("tail-instead-of-follow", "", $"'{words[i].Constant}' became --tail=100: it would follow for ever."));
        }
        return null;
    });

    static Rewrite? NoFollow(string text) => Edit(text, (words, at) =>
    {
        if (words[at].Constant is not "tail" || at + 1 >= words.Count || (at > 0 && words[at - 1].Constant is not ("sudo" or "--" or "nice"))) return null;
        for (var i = at + 1; i < words.Count; i++)
        {
            if (words[i].Constant is "-f" or "-F" or "--follow") return (words[i], "", new("no-follow", "", $"'{words[i].Constant}' is left out: it would follow for ever."));
            if (words[i].Constant is { Length: > 2 } option && option[0] == '-' && option[1] is 'f' or 'F' && option[2] is 'n' or 'q' or 'v')
                return (words[i], "-" + option[2..], new("no-follow", "", $"'-{option[1]}' is left out: it would follow for ever."));
        }
        return null;
    });

    static Rewrite? FourProbes(string text) => Edit(text, (words, at) =>
    {
        if (words[at].Constant is not ("ping" or "ping6") || at + 1 >= words.Count || (at > 0 && words[at - 1].Constant is not ("sudo" or "--"))) return null;
        if (words.Skip(at + 1)
            .Any(word => word.Constant is { } option && (option.StartsWith("-c", StringComparison.Ordinal) || option.StartsWith("-w", StringComparison.Ordinal))))
            return null;
        return (words[at], words[at].Constant + " -c 4", new("four-probes", "", "'-c 4' was added: ping would go on for ever."));
    });

    /// <summary>Finds, in any simple command of the text, the first word to change, and changes it.</summary>
    static Rewrite? Edit(string text, Func<List<Word>, int, (Word Word, string By, Rewrite Rule)?> find)
    {
        var reading = ShellParser.Parse(text);
        if (!reading.Problems.IsEmpty) return null;
        (Word Word, string By, Rewrite Rule)? found = null;
        foreach (var pipeline in reading.List.Items.SelectMany(item => item.Command.Pipelines))
        {
            foreach (var command in pipeline.Commands.OfType<SimpleCommand>())
            {
                var words = command.Words.ToList();
                for (var at = 0; at < words.Count && found is null; at++) found = find(words, at);
            }
        }
        if (found is not { } edit) return null;
        var (start, end) = (edit.Word.Span.Start, edit.Word.Span.End);
        if (edit.By.Length == 0)
        {
            while (end < text.Length && text[end] is ' ' or '\t') end++;
            if (end == text.Length || text[end] is '|' or ';' or '&' or '\n') while (start > 0 && text[start - 1] == ' ' && (end == text.Length || text[end] == '\n')) start--;
        }
        return edit.Rule with { Text = text[..start] + edit.By + text[end..] };
    }
}
