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

    /// <returns>Names that come through a pipe, from what writes into it or through filters from what it begins with.</returns>
    public static List<string> PrintedBy(Input input, Scope scope) =>
        PrintedBy(input.Writer, scope).ToList() is { Count: > 0 } written ? written : [.. PrintedBy(input.First, scope)];

    /// <param name="words">What stands behind find's name.</param>
    public static IEnumerable<string> FoundBy(IReadOnlyList<string> words)
    {
        var roots = words.SkipWhile(word => word is "-H" or "-L" or "-P").TakeWhile(word => word is not (['-' or '(' or '!', ..])).Where(root => root is ['/' or '~', ..]).ToList();
        var names = Enumerable.Range(1, Math.Max(0, words.Count - 1))
            .Where(at => words[at - 1] is "-name" or "-iname" or "-path" or "-wholename" && !(at > 1 && words[at - 2] is "!" or "-not")).Select(at => words[at]).ToList();
        var whole = words.Any(word => word is "-path" or "-wholename");
        return roots.SelectMany(root => names.Where(name => !name.Contains('/')).Select(name => $"{root.TrimEnd('/')}/{name}"))
            // Without a name it hands on whatever is there.
            .Concat(names.Count > 0 ? []
                : roots.Select(root => root.TrimEnd('/')).Where(root => SecretFiles.AreIn(root) || SecretFiles.Holds(root)).Select(root => $"{root}/token"))
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
    public static List<string> Of(Invocation call)
    {
        // tar(1), "-C": what follows lies below that folder.
        var entered = call.Name is "tar" ? call.Words.SkipWhile(word => word.Text is not ("-C" or "--directory")).Skip(1).FirstOrDefault().Text : null;
        var files = new List<string>(call.Words.Count);
        for (var at = 1; at < call.Words.Count; at++)
        {
            var word = call.Words[at].Text;
            files.Add(word);
            if (entered is not null && Below(entered, word) is var inside && inside != word) files.Add(inside);
            if (call.Scope.Folder is { } folder && Below(folder, word) is var path && path != word) files.Add(path);
        }

        return files;
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

    /// <summary>Names that a variable holds, one after the other or beside each other.</summary>
    public static void Keep(string variable, IEnumerable<Argument> words, Scope scope) =>
        scope.Elements[variable] = [.. scope.Elements.GetValueOrDefault(variable, []).Concat(words.Where(word => word.Known).Select(word => word.Text)).Distinct().Take(Most)];

    /// <returns>The command with each of the names in place of the word that may stand for it.</returns>
    public static IEnumerable<List<Argument>> Meant(EquatableArray<Word> words, Scope scope)
    {
        var left = Most;
        for (var at = 1; at < words.Count; at++)
        {
            foreach (var name in Meant(words[at], scope))
            {
                if (left-- == 0) yield break;
                var meant = new List<Argument>();
                for (var i = 0; i < words.Count; i++)
                {
                    if (i == at) meant.Add(new Argument(name));
                    else Argument.Add(words[i], scope.Constant, meant);
                }

                yield return meant;
            }
        }
    }

    /// <returns>What a word may stand for: what ls or find prints there, what a loop goes through, and what an array was given.</returns>
    public static IEnumerable<string> Meant(Word word, Scope scope)
    {
        if (word.Constant is not null) return [];
        var written = new List<Argument>();
        Argument.Add(word, scope.Constant, written);
        return written is [{ Known: false } only] && only.Text.AsSpan().Count(Argument.Hole) == 1
            ? Names(word.Parts, scope).Select(name => only.Text.Replace(Argument.Hole.ToString(), name)) : [];
    }

    static IEnumerable<string> Names(IEnumerable<WordPart> parts, Scope scope) => parts.SelectMany(part => part switch
    {
        CommandSubstitution { Body.Items: [{ Command.Pipelines: [{ Commands: [{ } only] }] }] } => PrintedBy(only, scope),
        Variable variable => scope.Elements.GetValueOrDefault(variable.Name, []),
        DoubleQuoted quoted => Names(quoted.Parts, scope),
        _ => [],
    });
}
