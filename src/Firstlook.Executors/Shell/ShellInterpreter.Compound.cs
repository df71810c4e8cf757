using System.Text;
using Firstlook.Effects.Shell;
using Firstlook.Looks;

namespace Firstlook.Executors.Shell;

/// <summary>Groups, conditions and loops.</summary>
internal sealed partial class ShellInterpreter
{
    int Run(ShellCommand compound) => compound switch
    {
        BraceGroup group => Run(group.Body),
        Subshell subshell => RunApart(subshell.Body),
        IfCommand branches => Run(branches),
        ForLoop { Words: { } words } loop => Run(loop, expansion.Fields(words)),
        WhileLoop loop => Run(loop),
        CaseCommand choice => Run(choice),
        ConditionalExpression condition => Run(condition),
        _ => throw ShellStop.Refused("a compound command"),
    };

    int Run(IfCommand branches)
    {
        foreach (var branch in branches.Branches)
        {
            if (Run(branch.Condition) == 0) return Run(branch.Body);
        }

        return branches.Else is { } otherwise ? Run(otherwise) : 0;
    }

    int Run(ForLoop loop, List<Field> fields)
    {
        if (fields.Count > MostRounds) throw ShellStop.Refused($"a loop over more than {MostRounds} words");
        var status = 0;
        foreach (var field in fields)
        {
            variables[loop.Variable] = new Expanded(field.Text, field.Inserts);
            status = Run(loop.Body);
        }

        return status;
    }

    /// <summary>Ends by its condition, by the rounds that a loop may have, or at the time limit.</summary>
    int Run(WhileLoop loop)
    {
        var status = 0;
        for (var round = 0; Run(loop.Condition) == 0 != loop.Until; round++)
        {
            if (round == MostRounds) throw ShellStop.Refused($"stopped: a loop of more than {MostRounds} rounds");
            if (clock.GetTimestamp() >= stopAt) throw TimedOut();
            cancellation.ThrowIfCancellationRequested();
            status = Run(loop.Body);
        }

        return status;
    }

    /// <summary>A round for each line of what the pipeline before it prints, or of its own file or text.</summary>
    int Run(ReadLoop loop, Pipeline pipeline)
    {
        if (loop.Source is null)
        {
            var before = pipeline with { Negated = false, Commands = pipeline.Commands.SkipLast(1).ToEquatableArray() };
            var printed = PrintedBy(() => Run(before));
            return Apart(() => Rounds(loop, printed));
        }

        return Rounds(loop, loop.Source.Operator switch
        {
            RedirectionOperator.HereString => Encoding.UTF8.GetBytes(Given(expansion.Single(loop.Source.Target)) + "\n"),
            RedirectionOperator.HereDocument => Encoding.UTF8.GetBytes(Given(expansion.Single(loop.Source.Document!))),
            _ => PrintedBy(() => Run([FileReader(expansion.Single(loop.Source.Target).Text)], capture)),
        });

        // Parted into lines, it could no longer be told what came from outside.
        static string Given(Expanded text) => text.Inserts.IsEmpty ? text.Text : throw ShellStop.Refused("a loop over the lines of a value");
    }

    int Rounds(ReadLoop loop, byte[] input)
    {
        var (status, round) = (0, 0);
        foreach (var line in ReadLoop.Lines(input))
        {
            if (++round > MostRounds) throw ShellStop.Refused($"stopped: a loop of more than {MostRounds} rounds");
            if (clock.GetTimestamp() >= stopAt) throw TimedOut();
            cancellation.ThrowIfCancellationRequested();
            foreach (var (name, value) in loop.Set(line)) variables[name] = new Expanded(value, []);
            status = Run(loop.Body);
        }

        return status;
    }

    /// <summary>What a group or a loop prints, for the program after it; <c>for pod in a b; do kubectl logs $pod; done | grep error</c>.</summary>
    byte[] PrintedBy(Func<int> run)
    {
        var outside = capture;
        capture = new Capture(limits with { Bytes = MostPiped });
        try
        {
            var status = Apart(run);
            if (Last is { } last && ShellOutcome.Of(last, status, capture.LastError) is { Kind: OutcomeKind.Failed } failed) throw new ShellStop(failed);
            if (capture.Cut) throw ShellStop.Refused($"what is handed on is more than {MostPiped / 1024 / 1024} MiB");
            if (capture.LastError is { } error) outside.Error(error);
            return capture.Bytes.ToArray();
        }
        finally
        {
            capture = outside;
        }
    }

    /// <summary>What a subshell sets, it takes along.</summary>
    int RunApart(ShellList body) => Apart(() => Run(body));

    int Apart(Func<int> run)
    {
        var (outerFolder, outerVariables, outerExported) = (folder, variables.ToArray(), exported.ToArray());
        try
        {
            return run();
        }
        finally
        {
            folder = outerFolder;
            variables.Clear();
            exported.Clear();
            foreach (var (name, value) in outerVariables) variables[name] = value;
            exported.UnionWith(outerExported);
        }
    }
}
