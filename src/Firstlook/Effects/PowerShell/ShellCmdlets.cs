using System.Buffers;
using System.Collections.Frozen;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Cmdlets that stand among the commands of another shell. That shell parts the line otherwise than PowerShell would: what is a word to the one is a block
/// that runs to the other. So only plain words are handed to them.
/// </summary>
internal static class ShellCmdlets
{
    static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._:/\\,=*-+" + Argument.Hole);

    /// <summary>Cmdlets that run, load or call what their words name.</summary>
    static readonly FrozenSet<string> Calling = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ForEach-Object", "foreach", "New-Object", "Import-Module", "Invoke-Command");

    /// <summary>What holds a cmdlet back: unknown, and what its words would do in PowerShell where that is worse. Null for plain ones, and for other programs.</summary>
    public static Verdict? Problem(Invocation call)
    {
        if (Calling.Contains(call.Name)) return Either(call, $"'{call.Name}' runs what its words name");
        if (!IsCmdlet(call.Name)) return null;
        for (var at = 1; at < call.Words.Count; at++)
        {
            if (PowerShellJudge.Loses(call.Words[at])) return Either(call, $"the option '{call.Words[at].Shown}' of {call.Name}");
            if (!call.Words[at].Known && call.Name == "Invoke-Sqlcmd") return Either(call, "what stands in a value that is not known goes to another machine");
            if (call.Words[at].Text.AsSpan().ContainsAnyExcept(Plain)) return Either(call, $"'{call.Words[at].Shown}' may be a block that PowerShell runs");
        }
        // One that no table lists is unknown here, and as bad as its verb says.
        return call.Scope.Tools.Find(call.Name) is null && PowerShellJudge.ByVerb(call.Name) is { Effect: > Effect.Read } worse ? worse : null;
    }

    static Verdict Either(Invocation call, string why) =>
        Verdict.Unknown(why).And(PowerShellJudge.Judge(string.Join(' ', call.Words).Replace(Argument.Hole.ToString(), "$_", StringComparison.Ordinal), call.Scope.Tools));

    static bool IsCmdlet(string name) => name.Length > 2 && (char.IsAsciiLetterUpper(name[0]) && name.Contains('-') || name is "where" or "gc");
}
