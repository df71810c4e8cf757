using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Files that a program is handed without their names standing among its words: what find finds (<c>-exec cat {}</c>, <c>| xargs cat</c>), what ls lists
/// (<c>cat $(ls /etc/shadow)</c>), what an array holds. Of the files that are known for harm or secrets, those are taken that it may be.
/// </summary>
internal static class NamedFiles
{
    /// <summary>Names that are judged in place of those that are not known; the rest would say nothing new.</summary>
    const int Most = 12;

    /// <returns>Paths that a command may print as names: those that it is handed, or that known files have.</returns>
    public static IEnumerable<string> PrintedBy(ShellCommand? command, Scope scope)
    {
        if (command is not SimpleCommand { Words: [{ Constant: { } name }, ..] } simple) return [];
        var words = simple.Words.Skip(1).SelectMany(word =>
        {
            var arguments = new List<Argument>();
            Argument.Add(word, scope.Constant, arguments);
            return arguments;
        }).Select(argument => Below(scope.Folder, argument.Text)).ToList();
        return name[(name.LastIndexOf('/') + 1)..] switch
        {
            "ls" or "readlink" or "realpath" or "locate" => words.Where(word => !word.StartsWith('-')).Take(Most),
            "find" => FoundBy(words),
            _ => [],
        };
    }

    /// <param name="words">What stands behind find's name.</param>
    public static IEnumerable<string> FoundBy(IReadOnlyList<string> words)
    {
        var roots = words.SkipWhile(word => word is "-H" or "-L" or "-P").TakeWhile(word => word is not (['-' or '(' or '!', ..])).Where(root => root is ['/' or '~', ..]).ToList();
        var names = Enumerable.Range(1, Math.Max(0, words.Count - 1))
            .Where(at => words[at - 1] is "-name" or "-iname" or "-path" or "-wholename" && !(at > 1 && words[at - 2] is "!" or "-not")).Select(at => words[at]).ToList();
        var whole = words.Any(word => word is "-path" or "-wholename");
        return roots.SelectMany(root => names.Where(name => !name.Contains('/')).Select(name => $"{root.TrimEnd('/')}/{name}"))
            .Concat(TakingFiles.Examples.Concat(names.Exists(name => name.Any(char.IsAsciiLetter)) ? SecretFiles.Examples : [])
                .Where(path => roots.Exists(root => IsBelow(path, OpenFolders.Straight(root)))
                    && names.Exists(name => whole ? Tools.Patterns.Matches(name, path) : PathPattern.MayMean(name, path.AsSpan(path.LastIndexOf('/') + 1)))))
            .Take(Most);
    }

    static bool IsBelow(string path, string root) => path.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>A word as a path, where it is one below the folder that the shell stands in.</summary>
    public static string Below(string? folder, string word) =>
        folder is not null && word is [not ('/' or '~' or '-' or Argument.Hole), ..] ? OpenFolders.Straight($"{folder.TrimEnd('/')}/{word}") : word;

    /// <summary>Each word behind the program's name as it stands, and as a path below the folder that the shell went to.</summary>
    public static IEnumerable<string> Of(Invocation call)
    {
        foreach (var word in call.Words.Skip(1))
        {
            yield return word.Text;
            if (call.Scope.Folder is { } folder && Below(folder, word.Text) is var path && path != word.Text) yield return path;
        }
    }

    /// <returns>What a program does with files whose names it is handed in place of what is not known.</returns>
    public static Verdict Judge(Invocation call, IReadOnlyList<Argument> words, IEnumerable<string> names)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        foreach (var name in names)
        {
            verdict = verdict.And(CommandJudge.Judge(call.Inner(words.Any(word => !word.Known)
                ? [.. words.Select(word => new Argument(word.Text.Replace(Argument.Hole.ToString(), name)))] : [.. words, new Argument(name)])));
        }

        return verdict;
    }

    /// <returns>What the names are that a word may stand for: what ls or find prints there, and what an array was given.</returns>
    public static IEnumerable<string> Meant(Word word, Scope scope) => word.Parts.SelectMany(part => part switch
    {
        CommandSubstitution { Body.Items: [{ Command.Pipelines: [{ Commands: [{ } only] }] }] } => PrintedBy(only, scope),
        Variable variable when scope.Elements.TryGetValue(variable.Name, out var elements) => elements,
        DoubleQuoted quoted => Meant(word with { Parts = quoted.Parts }, scope),
        _ => [],
    });
}
