using Firstlook.Effects;
using Firstlook.Effects.Shell;

namespace Firstlook.Runbooks.Checking;

/// <summary>A program that a runbook calls, with the pipeline around it.</summary>
/// <param name="Words">Its arguments as far as they are known before it runs, the program first; what is not known is <see cref="Argument.Hole"/>.</param>
/// <param name="Pipeline">All calls of its pipeline, in order, itself among them.</param>
/// <param name="Position">Of itself among them.</param>
/// <param name="Start">Offset of the call in the command's text.</param>
internal sealed record ShellCall(Step Step, Command Command, SimpleCommand Node, IReadOnlyList<string> Words, ShellCall[] Pipeline, int Position, int Start)
{
    /// <summary>Programs that run another, whose name then stands among their own words.</summary>
    static readonly HashSet<string> Wrappers =
        new(StringComparer.Ordinal) { "sudo", "doas", "env", "time", "nohup", "nice", "timeout", "xargs", "watch", "kubectl", "oc", "docker", "docker-compose", "podman",
            "nerdctl", "ssh", "chroot", "su", "runuser", "stdbuf", "ionice" };

    public ArraySegment<ShellCall> Before => new(Pipeline, 0, Position);

    public ArraySegment<ShellCall> Next => new(Pipeline, Position + 1, Pipeline.Length - Position - 1);

    public string Text => Node.Span.In(Command.Text);

    public string Program => Name(Words[0]);

    /// <summary>The words of a program from its name on, whether it is called as such or through a wrapper; null where it is not called.</summary>
    public IReadOnlyList<string>? Of(params ReadOnlySpan<string> programs)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (programs.Contains(Name(Words[i]))) return i == 0 ? Words : [.. Words.Skip(i)];
            if (i == 0 && !Wrappers.Contains(Name(Words[0]))) return null;
        }

        return null;
    }

    /// <summary>A flaw that points at some of its words.</summary>
    public Flaw At(Subject subject, string words, string message)
    {
        var line = Command.Line + Command.Text.AsSpan(0, Math.Min(Start, Command.Text.Length)).Count('\n');
        return subject.At(line, words, message);
    }

    public Flaw At(Subject subject, string message) => At(subject, Text, message);

    static string Name(string word) => word.Contains('/', StringComparison.Ordinal) && !word.Contains(' ', StringComparison.Ordinal) ? word[(word.LastIndexOf('/') + 1)..] : word;
}

internal static class ShellCalls
{
    public static IReadOnlyList<ShellCall> Of(Subject subject)
    {
        var calls = new List<ShellCall>();
        foreach (var step in subject.Steps)
        {
            foreach (var command in step.Commands.Where(c => c.Language == Language.Shell)) AddCalls(step, command, calls);
        }

        return calls;
    }

    static void AddCalls(Step step, Command command, List<ShellCall> calls)
    {
        foreach (var pipeline in Pipelines(ShellParser.Parse(command.Text).List))
        {
            var called = pipeline.Commands.OfType<SimpleCommand>().Select(simple => (Node: simple, Words: WordsOf(simple))).Where(c => c.Words.Count > 0).ToList();
            var inOrder = new ShellCall[called.Count];
            for (var i = 0; i < inOrder.Length; i++) inOrder[i] = new(step, command, called[i].Node, called[i].Words, inOrder, i, called[i].Node.Span.Start);
            calls.AddRange(inOrder);
        }
    }

    static IReadOnlyList<string> WordsOf(SimpleCommand simple)
    {
        var words = new List<Argument>();
        foreach (var word in simple.Words) Argument.Add(word, _ => null, words);
        return [.. words.Select(w => w.Text)];
    }

    /// <summary>All pipelines, those in substitutions and in the bodies of loops and branches included.</summary>
    static IEnumerable<Pipeline> Pipelines(ShellList list)
    {
        var lists = new List<ShellList> { list };
        ShellTree.Visit(
            list,
            command => lists.AddRange(command switch
            {
                Subshell group => [group.Body],
                BraceGroup group => [group.Body],
                ForLoop loop => [loop.Body],
                ArithmeticFor loop => [loop.Body],
                WhileLoop loop => [loop.Condition, loop.Body],
                IfCommand branches => branches.Branches.SelectMany(b => new[] { b.Condition, b.Body }).Concat(branches.Else is { } otherwise ? [otherwise] : []),
                CaseCommand choice => choice.Items.Select(i => i.Body),
                _ => [],
            }),
            part => lists.AddRange(part switch { CommandSubstitution substitution => [substitution.Body], ProcessSubstitution substitution => [substitution.Body], _ => [] }));
        return lists.SelectMany(l => l.Items).SelectMany(i => i.Command.Pipelines);
    }
}
