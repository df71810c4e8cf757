using System.Collections;
using System.Globalization;
using Firstlook.Effects.Shell;
using Firstlook.Testing;

namespace Firstlook.Tests.Effects.Shell;

/// <summary>
/// What the parser makes of each construct, with every span, and where it leaves the grammar: the scripts of scripts.txt, a line of %% between
/// two. What bash makes of generated ones is compared in <see cref="BashDifferentialTests"/>.
/// </summary>
public sealed class TreeTests
{
    [Fact]
    public void Every_construct_becomes_the_tree_that_it_became()
    {
        var scripts = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Firstlook.Tests", "Effects", "Shell", "scripts.txt")).Split("\n%%\n");
        Golden.Matches(string.Join("\n\n", scripts.Select(Shown)), "trees.golden");
    }

    static string Shown(string script)
    {
        var source = script.TrimEnd('\n').Replace("<CR>", "\r", StringComparison.Ordinal).Replace("<TAB>", "\t", StringComparison.Ordinal);
        var reading = ShellParser.Parse(source);
        return $"{script.TrimEnd('\n')}\n{string.Concat(reading.List.Items.Select(item => $"    {Node(item)}\n"))}{string.Concat(reading.Problems.Select(problem => $"    ! {problem.At} {problem.Message}\n"))}".TrimEnd('\n');
    }

    // A record with its span and what its constructor takes; what is set later (the body of a here-document) behind it.
    static string Node(object? value) => value switch
    {
        null => "-",
        string text => $"'{text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}'",
        bool or int or Enum => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        IEnumerable list => $"[{string.Join(' ', list.Cast<object>().Select(Node))}]",
        _ => Record(value),
    };

    static string Record(object node)
    {
        var type = node.GetType();
        var values = type.GetConstructors()[0].GetParameters().Select(parameter => type.GetProperty(parameter.Name!)!.GetValue(node)).ToList();
        var span = values.OfType<Span>().Select(span => $"@{span.Start}-{span.End}").FirstOrDefault();
        var document = node is Redirection { Document: { } body } ? $" document {Node(body)}" : "";
        return $"({type.Name}{span} {string.Join(' ', values.Where(value => value is not Span).Select(Node))}{document})";
    }
}
