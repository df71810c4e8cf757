using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// What a text makes for itself and holds in a variable: a file that mktemp made, new by what mktemp(1) says, a job in the background, by <c>$!</c>, and the time, which
/// makes a name new. To write into such a file, to delete what mktemp made, or to end that job, touches nobody else's. Nothing of this is taken where the variable may
/// come to hold anything else.
/// </summary>
internal static class OwnThings
{
    /// <summary>They run, or set, what their words say.</summary>
    static readonly HashSet<string> Evaluating = new(StringComparer.Ordinal)
        { "eval", "source", ".", "alias", "trap", "declare", "typeset", "local", "let", "coproc", "getopts", "enable", "builtin", "command" };

    /// <summary>They set the variables that their words name.</summary>
    static readonly HashSet<string> Setting = new(StringComparer.Ordinal) { "read", "export", "readonly", "mapfile", "readarray", "unset", "printf", "wait" };

    /// <param name="text">What <paramref name="list"/> was read from.</param>
    public static void Collect(string text, ShellList list, Scope scope)
    {
        scope.Source = list;
        // Nothing else is made here, and most texts speak of neither.
        if (!text.Contains('!', StringComparison.Ordinal) && !text.Contains("mktemp", StringComparison.Ordinal) && !AsksTime(text)) return;
        var begins = Begins(list);
        var own = Straight(list).SelectMany(simple => simple.Assignments).Where(assignment => assignment is { Append: false, Subscript: null, Value: not null })
            .Select(assignment => (assignment.Name, Value: assignment.Value!, assignment.Span.End, IsFile: Makes(assignment.Value!),
                IsJob: begins && Only(assignment.Value!) is Variable { Name: "!", Operation: "" }))
            .Where(one => one.IsFile || one.IsJob || AsksTime(text)).ToList();
        if (!begins && own.Count == 0 || scope.Opaque) return;
        if (begins) scope.OwnJobs.Add("!");
        foreach (var (name, value, end, isFile, isJob) in own)
        {
            if (!(isFile || isJob || AddedFiles.IsNamedByTime(value, scope)) || Named(list, name)) continue;
            if (isFile) scope.OwnFiles[name] = end;
            else if (isJob) scope.OwnJobs.Add(name);
            else scope.Timed[name] = value;
        }
    }

    static bool AsksTime(string text) => text.Contains("$(date", StringComparison.Ordinal) || text.Contains("`date", StringComparison.Ordinal);

    /// <summary>Whether a word is such a file as a whole, and stands behind what made it.</summary>
    public static bool IsFile(Word word, Scope scope) =>
        scope.Poisoned is null && word.Parts is [DoubleQuoted { Parts: [Variable { Operation: "" } variable] }]
            && scope.OwnFiles.TryGetValue(variable.Name, out var made) && word.Span.Start > made;

    /// <returns>What a command does that touches nothing but such files, or such jobs; null for any other.</returns>
    public static Verdict? Judge(SimpleCommand command, Scope scope) =>
        scope.Poisoned is not null ? null
            : Deletes(command, scope) ? Verdict.Reversible("rm deletes a file that the text itself made")
            : Ends(command, scope) ? Verdict.Read("it ends a job of this shell alone") : null;

    /// <summary>Whether all that rm is handed are such files.</summary>
    static bool Deletes(SimpleCommand command, Scope scope) =>
        command is { Assignments.IsEmpty: true, Words: [{ Constant: "rm" }, ..] } && !scope.Shadowed.ContainsKey("rm")
            && command.Words.Skip(1).All(word => word.Constant is "-f" or "-r" or "-rf" or "-fr" or "-v" or "--" || IsFile(word, scope))
            && command.Words.Any(word => IsFile(word, scope));

    /// <summary>Whether all that kill is told to end are jobs that the text itself put into the background.</summary>
    static bool Ends(SimpleCommand command, Scope scope) =>
        scope.OwnJobs.Count > 0 && command is { Assignments.IsEmpty: true, Words: [{ Constant: "kill" }, ..] } && !scope.Shadowed.ContainsKey("kill")
            && command.Words.Skip(1).All(word => word.Constant is "-9" or "-15" or "-2" or "-TERM" or "-KILL" or "-INT" or "-HUP" or "-SIGTERM" or "-SIGKILL" || IsJob(word, scope))
            && command.Words.Any(word => IsJob(word, scope));

    static bool IsJob(Word word, Scope scope) => Only(word) is Variable { Operation: "" } variable && scope.OwnJobs.Contains(variable.Name);

    /// <summary>Whether something is put into the background.</summary>
    static bool Begins(ShellList list)
    {
        var begins = list.Items.Any(item => item.Background);
        ShellTree.Visit(list, command => begins |= command switch
        {
            Subshell group => group.Body.Items.Any(item => item.Background),
            BraceGroup group => group.Body.Items.Any(item => item.Background),
            _ => false,
        });
        return begins;
    }

    /// <summary>Assignments that are made whatever comes, in the shell that goes on with what follows.</summary>
    static IEnumerable<SimpleCommand> Straight(ShellList list) =>
        list.Items is [{ Background: false, Command.Pipelines: [{ Commands: [(Subshell or BraceGroup) and var only] }] }]
            ? Straight(only is Subshell group ? group.Body : ((BraceGroup)only).Body)
            : list.Items.Where(item => !item.Background).Select(item => item.Command.Pipelines[0].Commands).Where(commands => commands is [SimpleCommand { Words.IsEmpty: true }])
                .Select(commands => (SimpleCommand)commands[0]);

    static WordPart? Only(Word word) => word.Parts is [DoubleQuoted { Parts: [var quoted] }] ? quoted : word.Parts is [var part] ? part : null;

    /// <summary>mktemp(1): but for <c>-u</c>, it makes the file, which was not there before.</summary>
    static bool Makes(Word word) =>
        Only(word) is CommandSubstitution { Body.Items: [{ Command.Pipelines: [{ Commands: [SimpleCommand { Assignments.IsEmpty: true, Redirections.IsEmpty: true,
            Words: [{ Constant: "mktemp" }, ..] } simple] }] }] }
        && simple.Words.Skip(1).All(argument => argument.Constant is { } text && (text is not ['-', ..] || text is "-d" or "-t" or "-q" or "--tmpdir"));

    /// <summary>Whether something in the text may set variables that it does not spell out: what is evaluated, and arithmetic.</summary>
    public static bool IsOpaque(ShellList list)
    {
        var opaque = false;
        ShellTree.Visit(list, command =>
        {
            opaque |= command is FunctionDefinition or ArithmeticCommand or ArithmeticFor or ConditionalExpression or Unreadable
                || command.Redirections.Any(redirection => redirection.DescriptorVariable is not null);
            if (command is not SimpleCommand simple) return;
            opaque |= simple.Assignments.Any(assignment => assignment.Subscript is not null || assignment.Name is "TMPDIR" or "PATH");
            if (simple.Words.IsEmpty) return;
            opaque |= simple.Words[0].Constant is not { } name || Evaluating.Contains(name)
                || Setting.Contains(name) && (name is "printf" or "wait" ? simple.Words.Skip(1).Any(word => word.Constant is ['-', 'v' or 'n' or 'p', ..])
                    : simple.Words.Any(word => word.Constant is null));
        }, part => opaque |= part is Arithmetic || part is Variable variable && (variable.Offset is not null || variable.Operation is ['[', ..] or ['!', ..]));
        return opaque;
    }

    /// <summary>Whether a variable is set more than once, or its name stands anywhere but where its value is asked for.</summary>
    static bool Named(ShellList list, string name)
    {
        var (set, named) = (0, false);
        ShellTree.Visit(list, command =>
        {
            if (command is ForLoop loop && loop.Variable == name) named = true;
            if (command is SimpleCommand simple) set += simple.Assignments.Count(assignment => assignment.Name == name);
        }, part => named |= part switch
        {
            Literal literal => Holds(literal.Text, name),
            SingleQuoted single => Holds(single.Text, name),
            Variable variable => variable.Name == name ? variable.Assigns : Holds(variable.Operation, name),
            _ => false,
        });
        return named || set != 1;
    }

    static bool Holds(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!(at > 0 && IsOfName(text[at - 1])) && !(at + name.Length < text.Length && IsOfName(text[at + name.Length]))) return true;
        }

        return false;
    }

    static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
