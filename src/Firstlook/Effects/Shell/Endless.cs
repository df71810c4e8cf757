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
        var consumes = false;
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
                    }

                    if (command is not SimpleCommand simple) return;
                    foreach (var assignment in simple.Assignments) set.Add(assignment.Name);
                    if (simple.Words is not [{ Constant: { } name }, ..]) return;
                    consumes |= condition && name is "read" or "getopts" || name == "shift";
                    if (name is "let" or "read")
                        foreach (var operand in simple.Words) set.UnionWith(ArithmeticNames.In(operand.Constant ?? ""));
                },
                inner =>
                {
                    if (inner is Arithmetic { Text: var expression }) set.UnionWith(ArithmeticNames.Set(expression));
                    if (!condition) return;
                    if (inner is Variable { Name: var variable }) asked.Add(variable);
                    if (inner is Arithmetic { Text: var test }) asked.UnionWith(ArithmeticNames.In(test));
                });
        }

        return !consumes && !asked.Overlaps(set);
    }

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
