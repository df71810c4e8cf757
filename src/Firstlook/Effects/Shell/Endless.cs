using System.Text.RegularExpressions;

namespace Firstlook.Effects.Shell;

/// <summary>
/// Loops that go on until something else happens, for as long as that takes: <c>while true</c>, <c>until curl ...</c>, <c>for ((;;))</c>.
/// One that takes up its input, a list of arguments or a count of its own comes to an end by itself.
/// </summary>
internal static partial class Endless
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
                        if (condition) Names(expression, asked);
                        Sets(expression, set);
                    }

                    if (command is not SimpleCommand simple) return;
                    foreach (var assignment in simple.Assignments) set.Add(assignment.Name);
                    if (simple.Words is not [{ Constant: { } name }, ..]) return;
                    consumes |= condition && name is "read" or "getopts" || name == "shift";
                    if (name is "let" or "read")
                        foreach (var operand in simple.Words) Names(operand.Constant ?? "", set);
                },
                inner =>
                {
                    if (inner is Arithmetic { Text: var expression }) Sets(expression, set);
                    if (!condition) return;
                    if (inner is Variable { Name: var variable }) asked.Add(variable);
                    if (inner is Arithmetic { Text: var test }) Names(test, asked);
                });
        }

        return !consumes && !asked.Overlaps(set);
    }

    /// <summary>Without a condition between its two semicolons.</summary>
    public static bool Goes(ArithmeticFor loop) => loop.Header.Text.Split(';') is [_, var condition, _] && string.IsNullOrWhiteSpace(condition);

    static void Names(string text, HashSet<string> names)
    {
        foreach (var match in Name().EnumerateMatches(text)) names.Add(text.Substring(match.Index, match.Length));
    }

    static void Sets(string expression, HashSet<string> set)
    {
        foreach (Match match in Change().Matches(expression)) set.Add(match.Groups["name"].Value);
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    /// <summary><c>i++</c>, <c>--i</c>, <c>i += 2</c>, <c>i = i + 1</c>.</summary>
    [GeneratedRegex(@"(\+\+|--)\s*(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*(\+\+|--|[-+*/%]?=(?!=)|<<=|>>=)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Change();
}
