using Firstlook.Effects.Shell;

namespace Firstlook.Effects.Blocks;

/// <summary>
/// What the commands of a shell block leave to those after them: variables and functions, the folder, what is exported, and the shell's own
/// settings. A command that ran without them would run with other words, elsewhere, or against another system than its block says.
/// </summary>
internal sealed class ShellSettings
{
    readonly Dictionary<string, List<int>> names = new(StringComparer.Ordinal);
    readonly List<int> folder = [];
    readonly List<int> exported = [];
    readonly List<int> others = [];

    public bool Knows(string name) => names.ContainsKey(name);

    /// <param name="used">Names of variables, and as <c>name()</c> of commands, that it uses.</param>
    /// <param name="changes">True for a command above read: what only the shell itself notices (<c>set -e</c>, <c>source</c>) counts for it too.</param>
    /// <param name="earlier">All commands before it, whose own dependencies are known.</param>
    public EquatableArray<int> Needed(Pipeline pipeline, IEnumerable<string> used, bool changes, List<Classified> earlier)
    {
        if (names.Count + folder.Count + exported.Count + others.Count == 0) return [];
        var direct = used.SelectMany(name => names.GetValueOrDefault(name) ?? []);
        if (StartsPrograms(pipeline)) direct = direct.Concat(IsFromRoot(pipeline) ? [] : folder).Concat(exported);
        if (changes) direct = direct.Concat(others);
        // The latest first: what it needs is mostly all that the ones before it need.
        var needed = new SortedSet<int>();
        foreach (var index in direct.OrderDescending())
        {
            if (needed.Add(index)) needed.UnionWith(earlier[index].DependsOn);
        }

        return needed.ToEquatableArray();
    }

    /// <summary>Whether setting the shell is all that it does; remembers what it sets.</summary>
    public bool Add(int index, Pipeline pipeline, IEnumerable<string> set)
    {
        foreach (var name in set)
        {
            if (!names.TryGetValue(name, out var list)) names[name] = list = [];
            list.Add(index);
        }

        if (pipeline.Commands is not [SimpleCommand simple])
        {
            if (MayEnd(pipeline)) others.Add(index);
            return false;
        }

        if (simple.Words.IsEmpty) return true;
        switch (simple.Words[0].Constant)
        {
            case "cd" or "pushd" or "popd":
                if (IsFromRoot(pipeline)) folder.Clear();
                folder.Add(index);
                return true;
            case "export" or "declare" or "typeset":
                exported.Add(index);
                return true;
            case "set" or "shopt" or "source" or "." or "eval" or "alias" or "unalias" or "unset" or "umask" or "ulimit" or "readonly":
                others.Add(index);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A list of which one part ends the shell ("test -n "$POD" || exit") stands before everything after it.</summary>
    /// <param name="members">Indexes of its commands.</param>
    public void Guard(IEnumerable<int> members) => others.AddRange(members.Where(index => !others.Contains(index)));

    /// <summary>Whether it, or a branch of it, ends the shell.</summary>
    public static bool MayEnd(Pipeline pipeline)
    {
        var found = false;
        foreach (var command in pipeline.Commands) ShellTree.Visit(command, inner => found |= inner is SimpleCommand { Words: [{ Constant: "exit" or "return" }, ..] });
        return found;
    }

    /// <summary>Whether it goes to a folder for which it does not matter where it was before.</summary>
    static bool IsFromRoot(Pipeline pipeline) => pipeline.Commands is [SimpleCommand { Words: [{ Constant: "cd" or "pushd" }, { Constant: ['/' or '~', ..] }] }];

    static bool StartsPrograms(Pipeline pipeline) => pipeline.Commands is not [SimpleCommand { Words.IsEmpty: true }] || Substitutes(pipeline);

    public static bool Substitutes(Pipeline pipeline)
    {
        var found = false;
        foreach (var command in pipeline.Commands) ShellTree.Visit(command, _ => { }, part => found |= part is CommandSubstitution or ProcessSubstitution);
        return found;
    }
}
