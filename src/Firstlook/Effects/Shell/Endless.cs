using System.Text;

namespace Firstlook.Effects.Shell;

/// <summary>
/// Loops that go on until something else happens, for as long as that takes: <c>while true</c>, <c>until curl ...</c>, <c>for ((;;))</c>.
/// One that takes up its input, a list of arguments or a count of its own comes to an end by itself.
/// </summary>
internal static class Endless
{
    public static bool Goes(WhileLoop loop)
    {
        HashSet<string> asked = new(StringComparer.Ordinal), set = new(StringComparer.Ordinal);
        var (consumes, shifts, leaves) = (false, false, false);
        var changes = new StringBuilder();
        foreach (var part in new[] { loop.Condition, loop.Body })
        {
            var condition = ReferenceEquals(part, loop.Condition);
            ShellTree.Visit(
                part,
                command =>
                {
                    if (command is ArithmeticCommand { Expression.Text: var expression })
                    {
                        if (condition) asked.UnionWith(ArithmeticNames.In(expression));
                        set.UnionWith(ArithmeticNames.Set(expression));
                        changes.Append(expression).Append('\n');
                    }

                    if (command is not SimpleCommand simple) return;
                    foreach (var assignment in simple.Assignments)
                    {
                        set.Add(assignment.Name);
                        changes.Append(assignment.Name).Append(assignment.Append ? " += " : " = ").Append(Value(assignment)).Append('\n');
                    }

                    if (simple.Words is not [{ Constant: { } name }, ..]) return;
                    // "read x < FILE" opens the file anew each turn.
                    consumes |= condition && (name is "read" && !simple.Redirections.Any(IsAnew) || name is "getopts" or "shift");
                    shifts |= name == "shift";
                    leaves |= name is "break" or "exit" or "return";
                    if (name is "let" or "read")
                    {
                        foreach (var operand in simple.Words) set.UnionWith(ArithmeticNames.In(operand.Constant ?? ""));
                        // What is read is not known.
                        changes.AppendJoin('\n', simple.Words.Skip(1).Select(operand => name is "let" ? operand.Constant : $"{operand.Constant} = ?")).Append('\n');
                    }
                },
                inner =>
                {
                    if (inner is Arithmetic { Text: var expression }) set.UnionWith(ArithmeticNames.Set(expression));
                    if (!condition) return;
                    if (inner is Variable { Name: var variable }) asked.Add(variable);
                    if (inner is Arithmetic { Text: var test }) asked.UnionWith(ArithmeticNames.In(test));
                });
        }

        // What is shifted must be asked for, or something must lead out.
        consumes |= shifts && (leaves || asked.Any(name => name is "#" or "@" or "*" || char.IsAsciiDigit(name[0])));
        if (consumes) return false;
        return !asked.Overlaps(set) || !leaves && Question(loop) is { } question && CountedLoops.Turns("", question, changes.ToString()) > CountedLoops.Steps;
    }

    static bool IsAnew(Redirection redirection) =>
        redirection.Descriptor is null or 0 && redirection.Operator is RedirectionOperator.Input or RedirectionOperator.HereString or RedirectionOperator.HereDocument;

    /// <summary>What a variable is set to, as arithmetic has it; a sign that no number has for what is not known.</summary>
    static string Value(Assignment assignment) => assignment.Value switch
    {
        null => "0",
        { Constant: { } constant } => constant,
        { Parts: [Arithmetic arithmetic] } => arithmetic.Text.Replace("$", "", StringComparison.Ordinal),
        _ => "?",
    };

    /// <summary>The condition where it asks one variable for a number: <c>[ $i -lt 5 ]</c>; null for any other.</summary>
    static string? Question(WhileLoop loop)
    {
        if (loop.Condition.Items is not [{ Command.Pipelines: [{ Negated: false, Commands: [{ } command] }] }]) return null;
        EquatableArray<Word>? words = command switch
        {
            SimpleCommand { Words: [{ Constant: "[" or "test" }, ..] simple } => simple,
            ConditionalExpression conditional => conditional.Words,
            _ => null,
        };
        var asked = words?.Where(word => word.Constant is not ("[" or "]" or "test" or "[[" or "]]")).ToList();
        if (asked is not [var left, { Constant: { } operation }, { Constant: { } right }] || Named(left.Parts) is not { } name) return null;
        string? than = operation switch { "-lt" => "<", "-le" => "<=", "-gt" => ">", "-ge" => ">=", "-eq" => "==", "-ne" => "!=", _ => null };
        if (loop.Until) than = than switch { "<" => ">=", "<=" => ">", ">" => "<=", ">=" => "<", "==" => "!=", "!=" => "==", _ => null };
        return than is null ? null : $"{name} {than} {right}";
    }

    static string? Named(EquatableArray<WordPart> parts) => parts switch
    {
        [Variable { Operation: "" } variable] => variable.Name,
        [DoubleQuoted { Parts: [Variable { Operation: "" } variable] }] => variable.Name,
        _ => null,
    };

    /// <summary>Whether each turn makes a text twice as long: <c>x=$x$x</c>, <c>x+=$x</c>.</summary>
    public static bool Doubles(ShellCommand loop)
    {
        var doubles = false;
        ShellTree.Visit(loop, command =>
        {
            if (command is SimpleCommand { Words.IsEmpty: true } simple)
                doubles |= simple.Assignments.Any(assignment => assignment.Value is { } value && Count(value.Parts, assignment.Name) + (assignment.Append ? 1 : 0) > 1);
        });
        return doubles;
    }

    static int Count(EquatableArray<WordPart> parts, string name) => parts.Sum(part => part switch
    {
        Variable { Operation: "" } variable when variable.Name == name => 1,
        DoubleQuoted quoted => Count(quoted.Parts, name),
        _ => 0,
    });

    /// <summary>Without a condition between its two semicolons, or with one that nothing brings to its end.</summary>
    public static bool Goes(ArithmeticFor loop)
    {
        if (loop.Header.Text.Split(';') is not [var begin, var condition, var step]) return false;
        if (string.IsNullOrWhiteSpace(condition)) return true;
        var set = new HashSet<string>(StringComparer.Ordinal);
        ShellTree.Visit(loop.Body, command => set.UnionWith(SetBy(command)), part => set.UnionWith(part is Arithmetic { Text: var inner } ? ArithmeticNames.Set(inner) : []));
        return CountedLoops.GoOn(condition, step, set, begin);
    }

    static IEnumerable<string> SetBy(ShellCommand command) => command switch
    {
        ArithmeticCommand arithmetic => ArithmeticNames.Set(arithmetic.Expression.Text),
        SimpleCommand { Words: [{ Constant: "let" or "read" }, ..] words } => words.SelectMany(word => ArithmeticNames.In(word.Constant ?? "")),
        SimpleCommand simple => simple.Assignments.Select(assignment => assignment.Name),
        _ => [],
    };
}
