namespace Firstlook.Effects.Shell;

/// <summary>
/// Reads POSIX shell and what bash documents on top of it (bash(1), "SHELL GRAMMAR", "QUOTING", "EXPANSION",
/// "REDIRECTION"). Never throws; takes time linear in the text, and no more stack than <see cref="DeepestNesting"/> levels need.
/// Left out on purpose, and reported as problems: <c>coproc</c>, extended globs, <c>$[...]</c>, <c>${x@P}</c>, indirect
/// <c>${!x}</c>, escaped backquotes inside backquotes, and control or direction-changing characters outside comments.
/// </summary>
public static class ShellParser
{
    /// <summary>Levels of substitutions, groups and quotes inside one another. People write at most four or five.</summary>
    public const int DeepestNesting = 40;

    /// <summary>After so many lines that are not understood the rest is taken as one unreadable command.</summary>
    public const int MostProblems = 50;

    public static ShellReading Parse(string source)
    {
        var reader = new ShellReader(source);
        var hidden = HiddenCharacters.Find(source);
        var items = new List<ListItem>();
        var problems = new List<ShellProblem>();
        var next = 0;
        while (reader.SkipToCommand())
        {
            var start = reader.At;
            try
            {
                var command = reader.CompleteCommand();
                if (FirstHidden(hidden, ref next, start, reader) is { } at) throw new ShellSyntaxException(at, HiddenCharacters.Describe(source[at]));
                items.AddRange(command.Items);
            }
            catch (ShellSyntaxException problem)
            {
                problems.Add(new ShellProblem(problem.At, problem.Message, problem.IsBeyond));
                var end = problems.Count >= MostProblems ? source.Length : EndOfLine(source, start);
                items.Add(Unread(source, start, end, problem.Message));
                reader.Resume(end);
            }
        }
        var span = items.Count == 0 ? new Span(0, 0) : Span.Between(items[0].Span.Start, items[^1].Span.End);
        return new ShellReading(new ShellList(span, items.ToEquatableArray()), problems.ToEquatableArray());
    }

    /// <param name="next">Where to go on in <paramref name="hidden"/>: each is looked at once.</param>
    static int? FirstHidden(List<int> hidden, ref int next, int start, ShellReader reader)
    {
        while (next < hidden.Count && hidden[next] < reader.At)
        {
            var at = hidden[next++];
            if (at >= start && !reader.IsComment(at)) return at;
        }
        return null;
    }

    static int EndOfLine(string source, int start)
    {
        var end = source.IndexOf('\n', start);
        return end < 0 ? source.Length : end;
    }

    static ListItem Unread(string source, int start, int end, string problem)
    {
        while (end > start && char.IsWhiteSpace(source[end - 1])) end--;
        var span = Span.Between(start, end);
        var pipeline = new Pipeline(span, false, false, [new Unreadable(span, problem)], []);
        return new ListItem(span, new AndOr(span, [pipeline], []), Background: false);
    }
}

/// <summary>Leaves the grammar; caught in <see cref="ShellParser"/> alone.</summary>
internal sealed class ShellSyntaxException(int at, string message, bool isBeyond = false) : Exception(message)
{
    public int At => at;

    public bool IsBeyond => isBeyond;
}
