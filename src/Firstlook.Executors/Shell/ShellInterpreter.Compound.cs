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

    /// <summary>What a group or a loop prints, for the program after it; <c>for pod in a b; do kubectl logs $pod; done | grep error</c>.</summary>
    byte[] PrintedBy(ShellCommand compound)
    {
        var outside = capture;
        capture = new Capture(limits with { Bytes = MostPiped });
        try
        {
            var status = Apart(() => Run(compound));
            if (Last is { } last && ShellOutcome.Of(last, status, capture.LastError) is { Kind: OutcomeKind.Failed } failed) throw new ShellStop(failed);
            if (capture.Cut) throw ShellStop.Refused($"a loop that prints more than {MostPiped / 1024 / 1024} MiB into a program");
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
