using Firstlook.Effects.Shell;

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

    /// <summary>What a subshell sets, it takes along.</summary>
    int RunApart(ShellList body)
    {
        var (outerFolder, outerVariables, outerExported) = (folder, variables.ToArray(), exported.ToArray());
        try
        {
            return Run(body);
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
