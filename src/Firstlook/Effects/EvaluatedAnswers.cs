using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// What another machine answers, or anybody's file holds, where bash evaluates it: <c>$(( $(curl http://h/) + 1 ))</c> runs what stands in a subscript of the
/// answer, and so do <c>((x))</c> and <c>[[ $x -gt 1 ]]</c> (bash(1), "ARITHMETIC EVALUATION").
/// </summary>
internal static partial class EvaluatedAnswers
{
    /// <summary>Whether an expression is put together of such an answer.</summary>
    public static bool Within(Arithmetic arithmetic, Scope scope) =>
        IsForeign(arithmetic.Inner, scope) || scope.Foreign.Count > 0 && Name().Matches(arithmetic.Text).Any(name => scope.Foreign.Contains(name.Value));

    public static bool IsForeign(EquatableArray<WordPart> parts, Scope scope)
    {
        foreach (var part in parts)
        {
            if (part switch
                {
                    CommandSubstitution substitution => Asks(substitution.Body),
                    DoubleQuoted quoted => IsForeign(quoted.Parts, scope),
                    Variable variable => scope.Foreign.Contains(variable.Name),
                    _ => false,
                }) return true;
        }

        return false;
    }

    /// <summary><c>read n &lt; /tmp/n</c>: the file is anybody's.</summary>
    public static void Keep(SimpleCommand command, Input input, Scope scope)
    {
        if (command.Words is [{ Constant: "read" or "mapfile" or "readarray" }, ..] && input is { Kind: InputKind.File, File: { } file } && (file.StartsWith("/tmp/", StringComparison.Ordinal) || file.StartsWith("/var/tmp/", StringComparison.Ordinal) || file.StartsWith("/dev/shm/", StringComparison.Ordinal)))
            scope.Foreign.UnionWith(Variables.SetByBuiltin(command));
    }

    /// <summary>A page as it was answered; what is counted, or picked out of it, is a number more often than not.</summary>
    static bool Asks(ShellList body) =>
        body.Items is [{ Command.Pipelines: [{ Commands: [SimpleCommand { Words: [{ Constant: "curl" or "wget" or "nc" or "ncat" or "http" or "xh" }, ..] words }] }] }]
        // curl(1), -w: its own numbers are printed.
        && !words.Any(word => word.Constant is ['-', 'w', ..] or "--write-out");

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Name();
}
