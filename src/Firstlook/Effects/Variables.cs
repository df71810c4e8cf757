using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>Which variables a shell text sets and which it uses.</summary>
internal static class Variables
{
    /// <summary>
    /// Fills in each variable that is set once, to a constant, on the straight way through the text; every other variable that is set gets null.
    /// </summary>
    public static void Collect(ShellList list, Dictionary<string, string?> constants)
    {
        HashSet<Assignment>? straight = null;
        foreach (var item in list.Items)
        {
            if (item is { Background: false, Command.Pipelines: [{ Commands: [SimpleCommand { Words.IsEmpty: true } simple] }, ..] })
                (straight ??= new(ReferenceEqualityComparer.Instance)).UnionWith(simple.Assignments);
        }
        ShellTree.Visit(list, command =>
        {
            if (command is ForLoop loop) constants[loop.Variable] = Worst(constants.GetValueOrDefault(loop.Variable), WorstOf((loop.Words ?? []).SelectMany(Values)));
            if (command is not SimpleCommand simple) return;
            foreach (var assignment in simple.Assignments)
            {
                if (!simple.Words.IsEmpty) continue;
                var again = constants.TryGetValue(assignment.Name, out var before);
                var value = assignment.Elements is { } elements
                    ? WorstOf(elements.SelectMany(Values))
                    : assignment.Value is { } written
                    ? written.Constant ?? WorstOf(Values(written))
                    : null;
                constants[assignment.Name] =
                    assignment is { Append: true, Elements: null } ? IsDashed(before) || (before is null && IsDashed(value)) ? Dashed : null
                    : !again && straight?.Contains(assignment) == true && assignment is { Append: false, Subscript: null } ? value
                    : Worst(before, value);
            }
            foreach (var name in SetByBuiltin(simple)) constants[name] = Worst(constants.GetValueOrDefault(name), WorstOf(Given(simple)));
        });

        IEnumerable<string> Given(SimpleCommand command) =>
            command.Words.Skip(1).SelectMany(Values).Where(text => text.Contains('=')).Select(text => text[(text.IndexOf('=') + 1)..]);

        // What the word may become, with the values that are known so far.
        IEnumerable<string> Values(Word word)
        {
            var arguments = new List<Argument>();
            Argument.Add(word, name => constants.GetValueOrDefault(name), arguments);
            return arguments.Select(argument => argument.Text);
        }
    }

    /// <summary>The value of a variable that may, or may not, be an option: no program is known with it.</summary>
    static readonly string Dashed = "-" + Argument.Hole;

    /// <summary>Of the values that a variable may have, the one that may be an option: it is taken to be that.</summary>
    static string? Worst(string? one, string? other) =>
        (IsDashed(one), IsDashed(other)) switch
        {
            (true, true) => one == other ? one : Dashed,
            (true, false) => one,
            (false, true) => other,
            _ => null,
        };

    static string? WorstOf(IEnumerable<string> values)
    {
        var dashed = values.Where(IsDashed).Distinct(StringComparer.Ordinal).ToList();
        return dashed is [] ? null : dashed is [var only] && !only.Contains(Argument.Hole) ? only : Dashed;
    }

    static bool IsDashed(string? value) => value is not null && value.StartsWith('-');

    /// <summary>Names that <c>read x</c>, <c>export x=1</c>, <c>printf -v x</c> and their kin set.</summary>
    public static IEnumerable<string> SetByBuiltin(SimpleCommand simple) =>
        simple.Words is [{ Constant: "read" or "export" or "declare" or "typeset" or "local" or "readonly" or "printf" or "mapfile" or "readarray" or "getopts"
            or "unset" or "let" }, ..]
            ? SetBy(simple) : [];

    static IEnumerable<string> SetBy(SimpleCommand simple)
    {
        var named = false;
        foreach (var word in simple.Words.Skip(1))
        {
            var text = word.Parts is [Literal first, ..] ? first.Text : word.Constant ?? "";
            var end = 0;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
            if (end == 0 || char.IsAsciiDigit(text[0])) continue;
            named = true;
            yield return text[..end];
        }

        // What they set where no name is given, or beside it (bash(1), "SHELL BUILTIN COMMANDS").
        if (simple.Words[0].Constant == "getopts") yield return "OPTARG";
        else if (!named && simple.Words[0].Constant == "read") yield return "REPLY";
        else if (!named && simple.Words[0].Constant is "mapfile" or "readarray") yield return "MAPFILE";
    }

    /// <summary>Names that the command itself sets for what follows.</summary>
    public static List<string> Set(Pipeline pipeline)
    {
        var names = new List<string>();
        foreach (var command in pipeline.Commands)
        {
            ShellTree.Visit(command, inner =>
            {
                if (inner is ForLoop loop) names.Add(loop.Variable);
                if (inner is FunctionDefinition function) names.Add(function.Name + "()");
                if (inner is not SimpleCommand simple) return;
                if (simple.Words.IsEmpty) names.AddRange(simple.Assignments.Select(assignment => assignment.Name));
                names.AddRange(SetByBuiltin(simple));
            });
        }
        return Once(names);
    }

    /// <summary>Names of variables (and, as <c>name()</c>, of commands that may be functions) that the pipeline uses.</summary>
    public static List<string> Used(Pipeline pipeline)
    {
        var names = new List<string>();
        foreach (var command in pipeline.Commands)
        {
            ShellTree.Visit(command, inner =>
            {
                if (inner is SimpleCommand { Words: [{ Constant: { } called }, ..] }) names.Add(called + "()");
            }, part =>
            {
                if (part is Variable variable && (char.IsAsciiLetter(variable.Name[0]) || variable.Name[0] == '_')) names.Add(variable.Name);
            });
        }
        return Once(names);
    }

    static List<string> Once(List<string> names) => names.Count < 2 ? names : [.. names.Distinct(StringComparer.Ordinal)];
}
