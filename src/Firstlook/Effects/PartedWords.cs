using System.Collections.Frozen;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Words that the shell makes other words of: <c>x$IFS-delete</c> is two of them, and <c>$nosuch-delete</c> is an option where nothing has set the
/// variable (bash(1), "Word Splitting", "Parameter Expansion").
/// </summary>
internal static class PartedWords
{
    /// <returns>Null where the words are what they seem to be.</returns>
    public static Verdict? Problem(SimpleCommand command, Input input, Scope scope)
    {
        if (command.Words is [{ Constant: "cd" or "pushd" }, .., var folder]) Enter(folder, scope);
        // Nothing is parted, or falls away, where nothing expands.
        if (Word.AreWritten(command.Words)) return null;
        if (scope.InOpenFolder && command.Words.Skip(1).Any(one => one.Parts is [Glob, ..]) && !HarmlessOptions.Contains(command.Words[0].Constant ?? ""))
            return Verdict.Unknown("a file of anybody's may have the name of an option");
        if (!HarmlessOptions.Contains(command.Words[0].Constant ?? "") && command.Words.Index().Skip(1).Any(one => IsForeign(one.Item.Parts, first: one.Index <= 2, scope)))
            return Verdict.Unknown("what another machine answers may be an option, or several words");
        if (ToldTexts.AreWords(command, scope)) return Verdict.Unknown("a line of what others may have written may be an option, or several words");
        var emptied = new List<Argument>();
        var changed = false;
        foreach (var word in command.Words)
        {
            if (word.Parts.Any(part => part is Variable { Name: "IFS" })) return Verdict.Unknown("$IFS parts a word in two");
            var arguments = new List<Argument>();
            Argument.Add(word, scope.Constant, arguments);
            if (arguments is [{ Open: true } argument] && MayBeNothing(word.Parts, scope) && argument.Text.TrimStart(Argument.Hole) is ['-', _, ..] rest)
            {
                changed = true;
                emptied.Add(new Argument(rest));
            }
            else emptied.AddRange(arguments);
        }

        if (!changed || emptied.Count == 0) return null;
        var verdict = CommandJudge.Judge(new Invocation(emptied, input, scope));
        // "$release-postgresql" becomes an option that no program has; a name is what it is meant to be.
        return verdict.Effect <= Effect.Read || verdict.IsUnlisted ? null : verdict;
    }

    /// <summary>Whether such an answer is parted into words, or begins one of the first: in quotation marks it may still be an option.</summary>
    static bool IsForeign(EquatableArray<WordPart> parts, bool first, Scope scope) =>
        parts.Any(part => part is Variable or CommandSubstitution && EvaluatedAnswers.IsForeign([part], scope))
            || first && parts is [DoubleQuoted { Parts: [{ } begins, ..] }, ..] && EvaluatedAnswers.IsForeign([begins], scope);

    /// <summary>Follows the shell into a folder, as far as its name is known.</summary>
    static void Enter(Word word, Scope scope)
    {
        var folders = new List<Argument>();
        Argument.Add(word, scope.Constant, folders);
        // "cd -" goes back to where it was, which may be such a folder as well.
        if (folders is [{ Text: "-" }]) return;
        var path = folders is [{ Text: var only }] ? only : "";
        scope.Folder = path is ['/' or '~', ..] ? path : scope.Folder is { } above && !path.Contains(Argument.Hole) ? $"{above}/{path}" : null;
        scope.InOpenFolder = folders.Exists(folder => OpenFolders.Has(folder.Text)) || OpenFolders.Has(scope.Folder) || word.Parts.Any(part => IsOpen(part, scope))
            || scope.InOpenFolder && path is not ['/' or '~', ..];
    }

    /// <summary>Whether a part of a name may lead to such a folder: a variable that was set to one, what stands in for it, and a pattern.</summary>
    static bool IsOpen(WordPart part, Scope scope) => part switch
    {
        Glob => true,
        Variable variable => variable.Name == "TMPDIR" || scope.OpenFolders.Contains(variable.Name) || OpenFolders.Has(variable.Operation.TrimStart(':', '-', '=', '+')),
        DoubleQuoted quoted => quoted.Parts.Any(inner => IsOpen(inner, scope)),
        _ => false,
    };

    /// <summary>Programs none of whose options writes or runs anything.</summary>
    static readonly FrozenSet<string> HarmlessOptions =
        FrozenSet.Create(StringComparer.Ordinal, "ls", "cat", "head", "tail", "wc", "stat", "du", "echo", "printf", "md5sum", "sha256sum", "grep", "egrep", "fgrep",
            "zgrep", "zcat", "cut", "ll", "[", "test", "basename", "dirname", "readlink", "realpath");

    /// <summary>Whether a word begins with a variable that nothing here sets, or with what a program prints.</summary>
    static bool MayBeNothing(EquatableArray<WordPart> parts, Scope scope) => parts.Count > 0 && parts[0] switch
    {
        Variable variable => !scope.Constants.ContainsKey(variable.Name),
        CommandSubstitution => true,
        DoubleQuoted quoted => MayBeNothing(quoted.Parts, scope),
        _ => false,
    };
}
