namespace Firstlook.Effects.Tools;

/// <summary>Programs that take a disk and then commands of their own.</summary>
internal static partial class Hooks
{
    /// <summary>chkdsk without options only looks; <c>/v</c> shows more, and <c>/i</c> and <c>/c</c> look at less (learn.microsoft.com, "chkdsk"). All others repair.</summary>
    static Verdict CheckDisk(Invocation call, Parsed parsed) =>
        parsed.Options.Count == 0 && parsed.Operands.TrueForAll(word => word.Text.ToLowerInvariant() is [>= 'a' and <= 'z', ':'] or "/v" or "/i" or "/c" or "/?")
            ? Verdict.Read("it checks a volume") : Verdict.Disruptive("it repairs a volume");

    /// <summary>parted(8) takes command after command, and each may be cut short: all of them must be known, in full, to only show.</summary>
    static Verdict Parted(Invocation call, Parsed parsed)
    {
        if (AsksForHelp(call)) return Verdict.Read("it shows help");
        var changes = Verdict.Destructive("it changes a disk");
        if (parsed.Has("-f", "--fix")) return changes;
        if (parsed.Operands.Count == 0 && parsed.Has("-l", "--list")) return Verdict.Read("it lists partitions");
        var commands = parsed.Operands.Skip(1).ToList();
        for (var at = 0; at < commands.Count; at++)
        {
            if (!commands[at].Known) return changes;
            switch (commands[at].Text)
            {
                case "unit" or "u" when at + 1 < commands.Count: at++; break;
                case "print" or "p":
                    if (at + 1 < commands.Count && (commands[at + 1].Text is "free" or "list" or "all" or "devices" || int.TryParse(commands[at + 1].Text, out _)))
                        at++; break;
                case "help" or "version" or "quit" or "q": break;
                default: return changes;
            }
        }

        return commands.Count > 0 ? Verdict.Read("it lists partitions") : Verdict.Destructive("it opens a session that changes a disk", EffectTags.Interactive);
    }
}
