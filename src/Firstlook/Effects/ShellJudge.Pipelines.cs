using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>Commands that hand on what they print, and how many of them run at once.</summary>
internal sealed partial class ShellJudge
{
    public Verdict Pipeline(Pipeline pipeline, Input input)
    {
        var cut = scope.Cut;
        scope.Cut |= IsCut(pipeline, 0);
        var verdict = Command(pipeline.Commands[0], input);
        var (holdsFile, foreign, told) = (input.HoldsFile, input.IsForeign, input.IsTold);
        var server = pipeline.Commands.Count > 1 ? SameServer.AskedBy(pipeline.Commands[0], scope) : null;
        for (var i = 1; i < pipeline.Commands.Count; i++)
        {
            var from = pipeline.Commands[i - 1];
            holdsFile = holdsFile || SentAway.Printed(from, first: i == 1, scope) is not null;
            foreign = EvaluatedAnswers.GoesThrough(from, foreign, scope);
            told = EvaluatedAnswers.GoesThrough(from, told, scope, told: true);
            if (i > 1 && !SameServer.PassesOn(from, scope)) server = null;
            if (IsDeviceFilter(pipeline.Commands[0], pipeline.Commands[i])) continue;
            var text = EchoedText(from);
            scope.Cut = cut || IsCut(pipeline, i);
            verdict = verdict.And(Command(pipeline.Commands[i],
                text is null
                    ? new Input(InputKind.Pipe, Writer: from, FromFile: holdsFile, Foreign: foreign, First: pipeline.Commands[0], Told: told, Server: server)
                    : new Input(InputKind.Text, text, Foreign: foreign, Told: told)));
        }
        scope.Cut = cut;
        return verdict.And(DeviceSettings.AreShown(pipeline) || PickedSecrets.AreShown(pipeline) ? EffectTags.Secret : EffectTags.None);
    }

    /// <summary>Whether behind a command of a pipeline another takes the beginning alone.</summary>
    static bool IsCut(Pipeline pipeline, int at)
    {
        for (var behind = at + 1; behind < pipeline.Commands.Count; behind++)
        {
            if (pipeline.Commands[behind] is SimpleCommand { Words: [{ Constant: "head" }, ..] }) return true;
        }

        return false;
    }

    /// <summary>
    /// <c>show ... | match x</c>: what a router's console pipes its own answer through (Junos OS "Pipe Filter Functions", Cisco IOS "show
    /// command output filtering"). Those that write (<c>save</c>, <c>redirect</c>, <c>append</c>, <c>tee</c>) are programs like any.
    /// </summary>
    bool IsDeviceFilter(ShellCommand first, ShellCommand filter) =>
        first is SimpleCommand { Words: [{ Constant: "show" }, ..] }
            && filter is SimpleCommand { Assignments.IsEmpty: true, Redirections.IsEmpty: true,
                Words: [{ Constant: "match" or "except" or "count" or "nz" or "no-more" or "last" or "trim" or "include" or "inc" or "exclude" or "exc" or "begin"
                    or "section" or "display" } name, ..] words }
        && !scope.Shadowed.ContainsKey(name.Constant)
            && words.All(word =>
                word.Constant is not ['-', ..] && word.Parts.All(part => part is Literal or SingleQuoted or Placeholder or DoubleQuoted { Parts: [Literal] or [] }));

    /// <summary>More words than memory holds, or more commands in the background than a machine bears.</summary>
    static Verdict? TooMany(EquatableArray<Word> words, ShellList? body)
    {
        var count = 0.0;
        foreach (var word in words) count += WordCounts.Of(word);
        return count > WordCounts.Most ? Verdict.Unknown("the shell makes more words of it than memory may hold")
            : count > WordCounts.MostAtOnce && body?.Items.Any(item => item.Background) == true ? Verdict.Unknown("so many commands at once are more than a machine may bear")
            : null;
    }
}
