using System.Text;
using Firstlook.Access;
using Firstlook.Effects.Shell;

namespace Firstlook.Executors.Shell;

/// <summary>From a simple command to programs that are ready to start.</summary>
internal sealed partial class ShellInterpreter
{
    IEnumerable<Stage> Stages(SimpleCommand command, bool first, bool pipesError)
    {
        var words = WithoutSudo(expansion.Fields(command.Words));
        if (ValueGuard.Objection(words) is { } objection) throw ShellStop.Refused(objection);
        var name = words[0].Text;
        if (name.Length == 0 || name.StartsWith('-') || name.Contains('=', StringComparison.Ordinal)) throw ShellStop.Refused($"'{name}' is no name of a program");
        if (name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('/'))
            throw ShellStop.Refused($"{name} is a path from wherever one stands: only absolute paths are run");
        var assigned = command.Assignments.Select(assignment => KeyValuePair.Create(assignment.Name, assignment.Value is { } value ? expansion.Single(value).Text : ""));
        string[] argv = [.. words.Select(word => word.Text)];
        if (entry.Strays(argv) is { } stray) throw ShellStop.Refused(stray);
        if (!clicked && SqlClient.Find(argv) is { } client && roles.Objection(client, folder, Ask) is { } power) throw ShellStop.Refused($"waits for a person: {power}");
        var stage = new Stage(argv, entry.OfRead(argv, Exported().Concat(assigned), folder, limits.Time), null, FromPrevious: !first, Sink.Output, Sink.Error);
        string? file = null;
        foreach (var redirection in command.Redirections)
        {
            switch (redirection.Operator)
            {
                case RedirectionOperator.Input:
                    file = expansion.Single(redirection.Target).Text;
                    stage = stage with { Text = null, FromPrevious = false };
                    break;
                case RedirectionOperator.HereString:
                    file = null;
                    stage = stage with { Text = Encoding.UTF8.GetBytes(expansion.Single(redirection.Target).Text + "\n") };
                    break;
                case RedirectionOperator.HereDocument:
                    file = null;
                    stage = stage with { Text = Encoding.UTF8.GetBytes(expansion.Single(redirection.Document!).Text) };
                    break;
                default:
                    stage = Redirect(stage, redirection);
                    break;
            }
        }

        if (pipesError) stage = stage with { Error = stage.Output };
        if (file is null or "/dev/null") return [stage];

        return [FileReader(file), stage with { FromPrevious = true }];
    }

    /// <summary>The target opens its own files, by the one program that does nothing else: also where it is entered, and where the file is a pipe.</summary>
    Stage FileReader(string file)
    {
        string[] reader = ["cat", "--", file == "-" ? "./-" : file];
        return new Stage(reader, entry.OfRead(reader, [], folder, limits.Time), null, FromPrevious: false, Sink.Output, Sink.Error);
    }

    /// <summary>Runs a question of our own the way the command itself would run.</summary>
    int Ask(IReadOnlyList<string> words, Capture answer)
    {
        var last = Last;
        try
        {
            return Run([new Stage(words, entry.OfRead(words, Exported(), folder, limits.Time), null, FromPrevious: false, Sink.Output, Sink.Error)], answer);
        }
        finally
        {
            Last = last;
        }
    }

    static Stage Redirect(Stage stage, Redirection redirection)
    {
        var both = redirection.Operator is RedirectionOperator.OutputBoth or RedirectionOperator.AppendBoth;
        var to = redirection.Target.Constant switch
        {
            "1" when redirection.Operator == RedirectionOperator.DuplicateOutput => stage.Output,
            "2" when redirection.Operator == RedirectionOperator.DuplicateOutput => stage.Error,
            "/dev/null" => Sink.Null,
            _ => throw ShellStop.Refused("writing to a file"),
        };
        both |= redirection.Operator == RedirectionOperator.DuplicateOutput && redirection.Descriptor is null && to == Sink.Null;
        return both ? stage with { Output = to, Error = to }
            : redirection.Descriptor == 2 ? stage with { Error = to }
            : stage with { Output = to };
    }

    /// <summary>A plain <c>sudo program</c> where the target's programs run as root anyway.</summary>
    List<Field> WithoutSudo(List<Field> words)
    {
        if (words.Count == 0) throw ShellStop.Refused("nothing is left to run once the words are expanded");
        if (words[0].Text != "sudo" || !entry.RunsAsRoot) return words;
        var program = words.Skip(1).SkipWhile(word => word.Text is "-n" or "-E" or "-H" or "-S" or "--").ToList();
        if (program.Count == 0 || program[0].Text.StartsWith('-')) return words;
        DroppedSudo = true;
        return program;
    }
}
