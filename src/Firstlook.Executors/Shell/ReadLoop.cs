using System.Buffers;
using System.Text;
using Firstlook.Effects.Shell;

namespace Firstlook.Executors.Shell;

/// <summary>
/// <c>while IFS=, read -r name other; do ...; done</c>: a loop over the lines of what it is given. Lines are parted as read does it
/// (bash(1), "read" and "Word Splitting"); a last line that does not end is set aside, as there.
/// </summary>
/// <param name="Separators">The value of IFS.</param>
/// <param name="Raw">With <c>-r</c>: a backslash is itself.</param>
internal sealed record ReadLoop(ShellList Body, EquatableArray<string> Names, string Separators, bool Raw, Redirection? Source)
{
    const string Blanks = " \t\n";

    /// <returns>Null where the pipeline ends in no such loop, in one that is given nothing, or in one that asks more of read than is done here.</returns>
    public static ReadLoop? Of(Pipeline pipeline) => Of(pipeline.Commands[^1]) is { } loop && (pipeline.Commands.Count > 1 || loop.Source is not null) ? loop : null;

    static ReadLoop? Of(ShellCommand command)
    {
        if (command is not WhileLoop { Until: false,
            Condition.Items: [{ Background: false,
                Command.Pipelines: [{ Negated: false, Timed: false,
                    Commands: [SimpleCommand { Redirections.IsEmpty: true, Words: [{ Constant: "read" }, ..] } read] }] }] } loop)
            return null;
        var separators = Blanks;
        foreach (var assignment in read.Assignments)
        {
            if (assignment is not { Name: "IFS", Append: false, Subscript: null, Elements: null } || (assignment.Value is { } value && value.Constant is null)) return null;
            separators = assignment.Value?.Constant ?? "";
        }

        var words = read.Words.Skip(1).Select(word => word.Constant).ToList();
        var raw = words is ["-r", ..];
        if (raw) words.RemoveAt(0);
        if (words.Exists(name => name is null || !IsName(name)) || loop.Redirections.Count > 1) return null;
        var source = loop.Redirections.Count == 0 ? null : loop.Redirections[0];
        if (source is not null
            && (source.Operator is not (RedirectionOperator.Input or RedirectionOperator.HereString or RedirectionOperator.HereDocument)
                || source.Descriptor is not (null or 0) || source.DescriptorVariable is not null))
            return null;
        return new ReadLoop(loop.Body, [.. words.Select(name => name!)], separators, raw, source);
    }

    /// <summary>Every line that ends.</summary>
    public static IEnumerable<string> Lines(ReadOnlyMemory<byte> input)
    {
        for (var rest = input; rest.Span.IndexOf((byte)'\n') is >= 0 and var end; rest = rest[(end + 1)..])
            yield return Encoding.UTF8.GetString(rest.Span[..end]).Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>What each name is set to by a line; without a name, <c>REPLY</c> is the whole of it.</summary>
    /// <exception cref="ShellStop">A backslash stands in it, and <c>-r</c> is not given.</exception>
    public IEnumerable<KeyValuePair<string, string>> Set(string line)
    {
        if (!Raw && line.Contains('\\', StringComparison.Ordinal))
            throw ShellStop.Refused("'read' without -r takes a backslash of its input for an escape, and one stands in this line: say read -r");
        if (Names.IsEmpty)
        {
            yield return KeyValuePair.Create("REPLY", line);
            yield break;
        }

        var rest = Skip(line, Blank, 0);
        foreach (var name in Names.SkipLast(1))
        {
            var end = rest;
            while (end < line.Length && !Separators.Contains(line[end], StringComparison.Ordinal)) end++;
            yield return KeyValuePair.Create(name, line[rest..end]);
            rest = Behind(line, end);
        }

        yield return KeyValuePair.Create(Names[^1], Last(line, rest));
    }

    /// <summary>The last name takes all that is left but the blanks at its end, and but one separator where nothing stands behind that.</summary>
    string Last(string line, int from)
    {
        var end = line.Length;
        while (end > from && Blank(line[end - 1])) end--;
        var word = from;
        while (word < end && !Separators.Contains(line[word], StringComparison.Ordinal)) word++;
        return Behind(line, word) >= end ? line[from..word] : line[from..end];
    }

    /// <summary>Behind one separator: blanks, one character that is none, and blanks again.</summary>
    int Behind(string line, int at)
    {
        at = Skip(line, Blank, at);
        return at < line.Length && Separators.Contains(line[at], StringComparison.Ordinal) ? Skip(line, Blank, at + 1) : at;
    }

    bool Blank(char character) => character is ' ' or '\t' or '\n' && Separators.Contains(character, StringComparison.Ordinal);

    static int Skip(string line, Func<char, bool> what, int at)
    {
        while (at < line.Length && what(line[at])) at++;
        return at;
    }

    static readonly SearchValues<char> OfNames = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    static bool IsName(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(OfNames);
}
