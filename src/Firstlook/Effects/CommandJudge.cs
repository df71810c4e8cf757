using Firstlook.Effects.Tools;

namespace Firstlook.Effects;

/// <summary>Says what one program with its arguments does, whoever starts it: the shell, sudo, xargs, a container.</summary>
internal static class CommandJudge
{
    /// <summary>Programs that start programs; deeper than this is unknown. Each reads all words behind its own.</summary>
    const int Deepest = 16;

    public static Verdict Judge(Invocation call)
    {
        if (call.Depth > Deepest) return Verdict.Unknown("programs that start programs are nested too deep");
        if (call.Words.Count == 0) return Verdict.Unknown("no command is named");
        var name = call.Words[0];
        if (!name.Known || !name.Plain || Shell.Placeholders.IsWord(name.Text)) return Verdict.Unknown($"'{name.Shown}' stands for the command itself");
        if (call.Scope.Shadowed.TryGetValue(name.Text, out var shadow))
        {
            shadow = ShellJudge.Call(call, shadow);
            // The body was judged with operands in its parameters; an option there may make another thing of it.
            return call.Words.Skip(1).Any(word => word.Text.StartsWith('-')) ? shadow.And(Verdict.Unknown($"an option is handed to {name.Text}")) : shadow;
        }
        var verdict = ToolJudge.Judge(call);
        var files = verdict.Effect <= Effect.Read ? NamedFiles.Of(call) : [];
        if (verdict.Effect <= Effect.Read && !DeviceFiles.OnlyNamed(name.Text) && TakingFiles.Reading(files) is { } takes) verdict = verdict.And(takes);
        if (verdict.Effect <= Effect.Read && (DeviceFiles.WithoutEnd(call, files) ?? RemotePaths.Problem(call)) is { } endless) verdict = verdict.And(endless);
        if (verdict.Effect <= Effect.Read && (TakingFiles.Below(call) ?? DeviceFiles.Problem(call, files)) is { } opened) verdict = verdict.And(opened);
        if (verdict.Effect <= Effect.Read && OpenFolders.Problem(call) is { } open) verdict = verdict.And(Verdict.Unknown(open));
        if (verdict.Effect <= Effect.Read && FetchedAddresses.Problem(call) is { } fetched) verdict = verdict.And(fetched);
        if (verdict.Effect <= Effect.Read && HugeAmounts.AreIn(call)) verdict = verdict.And(Verdict.Read("it fills more than memory may hold", EffectTags.Hang | EffectTags.Cost));
        if (verdict.Effect <= Effect.Read && SignedIn.Problem(call) is { } signed) verdict = verdict.And(Verdict.Unknown(signed));
        if (verdict.Effect <= Effect.Read && SecretFiles.ShownBy(call) is { } secret)
            verdict = new(verdict.Effect, verdict.Tags | EffectTags.Secret, $"'{secret}' may hold secrets");
        return !call.Scope.PowerShell && PowerShell.ShellCmdlets.Problem(call) is { } problem ? verdict.And(problem) : verdict;
    }

    /// <summary>A text that another shell reads: <c>sh -c TEXT</c>, <c>ssh host TEXT</c>, <c>watch TEXT</c>.</summary>
    public static Verdict Script(string text, Invocation call) => ShellJudge.Text(text, call.Scope, call.Input);
}
