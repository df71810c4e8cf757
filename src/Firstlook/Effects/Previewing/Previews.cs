using Firstlook.Effects.Shell;
using Firstlook.Effects.Sql;

namespace Firstlook.Effects;

/// <summary>A read that shows what a command would touch.</summary>
/// <param name="Text">Classified as a read by the same rules, or the preview would not exist.</param>
/// <param name="Sentence">For the page: what the preview shows.</param>
public sealed record Preview(string Text, Language Language, string Sentence);

/// <summary>Safe previews of commands that are held. A preview that would not itself be a read is never offered.</summary>
public static class Previews
{
    /// <returns>Null where no preview is known.</returns>
    public static Preview? Of(Classified command)
    {
        if (command.Effect <= Effect.Read) return null;
        var preview = command.Language switch
        {
            Language.Sql => SqlPreview.Of(command.Text),
            Language.Shell => Shell(command.Text),
            _ => null,
        };
        return preview is not null && Classifier.Whole(preview.Text, preview.Language).Effect == Effect.Read ? preview : null;
    }

    static Preview? Shell(string text)
    {
        var reading = ShellParser.Parse(text);
        if (!reading.Problems.IsEmpty || reading.List.Items is not [{ Command.Pipelines: [{ Commands: [.., SimpleCommand last] } pipeline] }]) return null;
        var words = last.Words.ToList();
        if (words.Count == 0) return null;
        var find = words.FindIndex(word => word.Constant == "find");
        if (pipeline.Commands.Count == 1 && find is 0 or 1 && words.Find(word => word.Constant == "-delete") is { } delete)
            return new Preview(text[..delete.Span.Start] + "-print" + text[delete.Span.End..] + " | wc -l", Language.Shell, "How many files it would delete.");
        var kubectl = words.FindIndex(word => word.Constant is "kubectl" or "oc");
        if (kubectl is 0 or 1) return Kubernetes(text, words, kubectl);
        if (words[0].Constant == "git" && words.Any(word => word.Constant == "clean")) return Added(text, words, "clean", "-n", "Which files it would delete.");
        if (words[0].Constant == "git" && words.Any(word => word.Constant == "push")) return Added(text, words, "push", "--dry-run", "Which commits it would push.");
        if (words[0].Constant == "rsync") return Added(text, words, "rsync", "--dry-run", "Which files it would copy.");
        if (words[0].Constant == "helm" && words.Count > 1 && words[1].Constant is "upgrade" or "install" or "uninstall") return Added(text, words, words[1].Constant!, "--dry-run", "What it would change.");
        return Client(text, words);
    }

    static Preview? Kubernetes(string text, List<Word> words, int at)
    {
        var verb = words.Skip(at + 1).FirstOrDefault(word => word.Constant is "apply" or "delete" or "patch" or "scale" or "create" or "replace" or "label" or "annotate" or "drain" or "undo" or "restart");
        return verb is null || verb.Constant is "restart" ? null : Added(text, words, verb.Constant!, "--dry-run=server", "What the cluster would do, without doing it.");
    }

    static Preview Added(string text, List<Word> words, string after, string option, string sentence)
    {
        var end = words.First(word => word.Constant == after).Span.End;
        return new Preview($"{text[..end]} {option}{text[end..]}", Language.Shell, sentence);
    }

    /// <summary>SQL in an argument: the preview takes its place, in the same client with the same options.</summary>
    static Preview? Client(string text, List<Word> words)
    {
        if (!words.Any(word => word.Constant is "psql" or "mysql" or "mariadb")) return null;
        var option = words.FindIndex(word => word.Constant is "-c" or "-e" or "--command" or "--execute");
        if (option < 0 || option + 1 >= words.Count || words[option + 1].Constant is not { } statement || SqlPreview.Of(statement) is not { } preview) return null;
        var span = words[option + 1].Span;
        return preview with { Text = text[..span.Start] + "'" + preview.Text.Replace("'", "'\\''") + "'" + text[span.End..], Language = Language.Shell };
    }
}
