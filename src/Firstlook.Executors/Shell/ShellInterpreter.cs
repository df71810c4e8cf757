using System.Text;
using Firstlook.Access;
using Firstlook.Effects.Shell;
using Firstlook.Executors.Binding;
using Firstlook.Looks;

namespace Firstlook.Executors.Shell;

/// <summary>
/// Runs the tree that was classified: programs by their words, never a shell. Holds the state of one permit's run (variables, folder, last exit).
/// Blocks its thread. Leaves by <see cref="ShellStop"/> where something is refused or the time is over.
/// </summary>
internal sealed partial class ShellInterpreter
{
    /// <summary>Programs in one pipeline.</summary>
    const int MostPrograms = 16;

    /// <summary>Rounds of one loop.</summary>
    const int MostRounds = 1000;

    /// <summary>Bytes that a loop may print into a program.</summary>
    const int MostPiped = 4 * 1024 * 1024;

    /// <summary>Substitutions inside one another.</summary>
    const int DeepestSubstitution = 4;

    readonly string target;
    readonly Entry entry;
    readonly Tokens tokens;
    readonly Limits limits;
    readonly VerifiedRoles roles;
    readonly bool clicked;
    readonly TimeProvider clock;
    readonly long stopAt;
    readonly CancellationToken cancellation;
    readonly Expansion expansion;
    readonly Dictionary<string, Expanded> variables = new(StringComparer.Ordinal);
    readonly HashSet<string> exported = new(StringComparer.Ordinal);
    string folder;
    Capture capture;
    int depth;
    int startedSoFar;

    public ShellInterpreter(string target, Entry entry, VerifiedRoles roles, ReadPermit permit, TimeProvider clock, CancellationToken cancellation)
    {
        (this.target, this.entry, this.roles, limits, clicked, this.clock, this.cancellation) = (target, entry, roles, permit.Limits, permit.Clicked, clock, cancellation);
        tokens = new Tokens(permit.Values);
        stopAt = clock.GetTimestamp() + (long)(limits.Time.TotalSeconds * clock.TimestampFrequency);
        folder = entry.Folder;
        capture = new Capture(limits);
        expansion = new Expansion(tokens, Variable, Substitute, new Globs(List));
    }

    /// <summary>What was printed since <see cref="Forget"/>.</summary>
    public Capture Printed => capture;

    /// <summary>How the last pipeline ended; null before any ran.</summary>
    public LastPipeline? Last { get; private set; }

    /// <summary>Whether a <c>sudo</c> was dropped.</summary>
    public bool DroppedSudo { get; private set; }

    public void Forget() => capture = new Capture(limits);

    /// <returns>The exit of the last pipeline that ran.</returns>
    public int Run(ShellList list)
    {
        var status = 0;
        foreach (var item in list.Items) status = Run(item.Command);
        return status;
    }

    int Run(AndOr command)
    {
        var status = Run(command.Pipelines[0]);
        for (var at = 1; at < command.Pipelines.Count; at++)
        {
            if (command.Operators[at - 1] == AndOrOperator.And == (status == 0)) status = Run(command.Pipelines[at]);
        }

        return status;
    }

    int Run(Pipeline pipeline)
    {
        if (pipeline.Commands.Count > MostPrograms) throw ShellStop.Refused($"a pipeline of more than {MostPrograms} programs");
        if (pipeline.Commands is [SimpleCommand { Words.IsEmpty: true } assignments]) return Assign(assignments.Assignments);
        if (ReadLoop.Of(pipeline) is { } loop) return Negated(pipeline, Run(loop, pipeline));
        if (pipeline.Commands is [not SimpleCommand and var compound]) return Negated(pipeline, Run(compound));
        var stages = new List<Stage>();
        byte[]? before = pipeline.Commands[0] is SimpleCommand ? null : PrintedBy(() => Run(pipeline.Commands[0]));
        for (var at = before is null ? 0 : 1; at < pipeline.Commands.Count; at++)
        {
            if (pipeline.Commands[at] is not SimpleCommand command) throw ShellStop.Refused("a group of commands");
            if (Builtin(command, alone: pipeline.Commands.Count == 1) is { } builtin) return builtin;
            stages.AddRange(Stages(command, first: at == 0, pipesError: at < pipeline.PipesError.Count && pipeline.PipesError[at]));
        }

        // Unless the program reads from elsewhere, what the group printed is what it reads.
        if (before is not null && stages[0] is { FromPrevious: true, Text: null }) stages[0] = stages[0] with { Text = before };

        return Negated(pipeline, Run(stages, capture));
    }

    static int Negated(Pipeline pipeline, int status) => !pipeline.Negated ? status : status == 0 ? 1 : 0;

    int Run(List<Stage> stages, Capture into)
    {
        startedSoFar += stages.Count;
        if (startedSoFar > limits.Processes) throw ShellStop.Refused($"stopped: it has started {limits.Processes} programs, the most that one command may");
        var printed = into.Printed;
        var end = new PipelineRun(into, clock, cancellation).Run(stages, stopAt);
        switch (end.Stop)
        {
            case PipelineStop.Cancelled:
                throw new OperationCanceledException(cancellation);
            case PipelineStop.TimedOut:
                throw TimedOut();
            default:
                Last = new LastPipeline(stages, end.Statuses, end.Stop == PipelineStop.Overflow, end.Statuses[^1] is 0 or TimedOutByItself ? null : into.LastPrinted(printed));
                return end.Statuses[^1];
        }
    }

    /// <summary>timeout(1): the program was stopped, and the last line that it printed is no error.</summary>
    const int TimedOutByItself = 124;

    ShellStop TimedOut() => new(new Outcome(OutcomeKind.TimedOut, $"{target}: stopped after {limits.Time.TotalSeconds:0.#} s, with all that it had started"));

    int Assign(EquatableArray<Assignment> assignments)
    {
        var status = 0;
        foreach (var assignment in assignments)
        {
            Last = null;
            variables[assignment.Name] = assignment.Value is { } value ? expansion.Single(value) : new Expanded("", []);
            if (Last is { } substituted) status = substituted.Statuses[^1];
        }

        return status;
    }

    /// <returns>Its exit; null where it is a program.</returns>
    int? Builtin(SimpleCommand command, bool alone)
    {
        switch (command.Words[0].Constant)
        {
            case "cd" when alone && command.Words.Count == 2:
                var words = expansion.Fields(command.Words);
                if (words.Count != 2 || words[1].Text.StartsWith('-')) throw ShellStop.Refused("cd without one plain folder");
                folder = words[1].Text.StartsWith('/') ? words[1].Text : $"{folder.TrimEnd('/')}/{words[1].Text}";
                return 0;
            case "export" when alone && command.Words.Count >= 2:
                foreach (var word in expansion.Fields([.. command.Words.Skip(1)]))
                {
                    var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
                    if (equals > 0) variables[word.Text[..equals]] = new Expanded(word.Text[(equals + 1)..], word.Inserts);
                    exported.Add(equals > 0 ? word.Text[..equals] : word.Text);
                }

                return 0;
            case ":":
                return 0;
            case "cd" or "export" or "eval" or "exec" or "source" or "." or "set" or "unset" or "alias" or "read" or "trap" or "ulimit" or "umask" or "type" or "command"
                or "builtin" or "declare" or "local" or "history" or "jobs" or "wait":
                throw ShellStop.Refused($"the builtin {command.Words[0].Constant}, used like this, is not run here");
            default:
                return null;
        }
    }

    Expanded? Variable(string name) => name switch
    {
        "?" => new Expanded((Last?.Statuses[^1] ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture), []),
        "PWD" => new Expanded(folder, []),
        _ when variables.TryGetValue(name, out var known) => known,
        _ => entry.Variable(name) is { } configured ? new Expanded(configured, []) : null,
    };

    /// <summary>Exported variables of the runbook reach its programs, except those that would change what runs.</summary>
    IEnumerable<KeyValuePair<string, string>> Exported() => variables
        .Where(pair =>
            exported.Contains(pair.Key) && !pair.Key.StartsWith("LD_", StringComparison.Ordinal)
                && pair.Key is not ("PATH" or "BASH_ENV" or "ENV" or "IFS" or "PAGER" or "SHELL"))
        .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Text));

    string Substitute(ShellList body)
    {
        if (++depth > DeepestSubstitution) throw ShellStop.Refused("substitutions too deep inside one another");
        var outside = capture;
        capture = new Capture(limits);
        try
        {
            RunApart(body);
            if (capture.LastError is { } error) outside.Error(error);
            return capture.Text;
        }
        finally
        {
            capture = outside;
            depth--;
        }
    }

    IReadOnlyList<string> List(string path)
    {
        if (entry.IsLocal) return LocalFolder.Names(Path.Combine(folder, path));
        var listing = new Capture(limits with { Bytes = 4 * 1024 * 1024 });
        string[] find = ["find", path.EndsWith('/') ? path : path + "/", "-mindepth", "1", "-maxdepth", "1", "-print0"];
        var last = Last;
        Run([new Stage(find, entry.OfRead(find, [], folder, limits.Time), null, FromPrevious: false, Sink.Output, Sink.Null)], listing);
        Last = last;
        return [.. Encoding.UTF8.GetString(listing.Bytes).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(found => found[(found.LastIndexOf('/') + 1)..])];
    }
}

/// <param name="Overflow">True where it was stopped because it printed too much.</param>
/// <param name="LastPrinted">The last line that it printed on standard output, for a program that tells its errors there; null where it ended well, or printed nothing.</param>
internal sealed record LastPipeline(IReadOnlyList<Stage> Stages, IReadOnlyList<int> Statuses, bool Overflow, string? LastPrinted);
