using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>
/// What the words of a program that no table knows give away: <c>shopctl node drain</c>, <c>./purge-cache.sh</c>. They can only hold it: no word makes a
/// read of it. A word that deletes makes it destructive; one that interrupts or changes makes it disruptive, which waits for the same person as unknown
/// does; where both kinds of doubt remain it stays unknown.
/// </summary>
internal static class UnlistedPrograms
{
    /// <summary>Subcommands stand first; what comes later is more likely a name.</summary>
    const int Subcommands = 4;

    static readonly FrozenSet<string> Deleting =
        WordSet.Of("delete del remove rm purge prune destroy wipe erase drop truncate flush shred overwrite restore unlink expunge obliterate cleanup clean clear");

    static readonly FrozenSet<string> Interrupting =
        WordSet.Of(
            "restart reload stop start kill drain undrain cordon uncordon failover switchover promote demote scale deploy rollback pause resume suspend unsuspend "
            + "enable disable set unset upgrade downgrade patch rotate revoke block unblock migrate rebalance evict kick disconnect reboot shutdown quarantine mute "
            + "unmute silence terminate cancel abort requeue retry reprocess replay rebuild reindex lock unlock freeze unfreeze switch activate deactivate attach "
            + "detach toggle bounce freigeben parar reiniciar redemarrer");

    /// <summary>Words behind which anything may stand, or that move money or tell people.</summary>
    static readonly FrozenSet<string> Opaque =
        WordSet.Of(
            "exec run eval shell sh script import load sync execute call invoke command cmd hook pay payout refund charge transfer withdraw settle capture send mail "
            + "notify publish announce broadcast post page reset force");

    static readonly FrozenSet<string> Showing =
        WordSet.Of(
            "list ls show get status describe check view info inspect print log logs history diff dump export tail search find count test verify validate help "
            + "version plan preview top stats report");

    static readonly FrozenSet<string> Rehearsing = WordSet.Of("dry dryrun noop pretend simulate whatif rehearse");

    static readonly string[] Endings = [".sh", ".bash", ".py", ".rb", ".pl", ".js", ".php", ".exe", ".bat", ".cmd", ".jar"];

    public static Verdict Judge(Invocation call)
    {
        var unknown = Verdict.Unknown($"'{call.Words[0].Shown}' is no program that is known here");
        if (Said(call) is not { } said) return unknown;
        return said.Deletes
            ? Verdict.Destructive($"{unknown.Why}, and '{said.Word}' says that it deletes or overwrites")
            : Verdict.Disruptive($"{unknown.Why}, and '{said.Word}' says that it interrupts or changes");
    }

    /// <returns>The word that decides; null where none does, or where it would only seem to.</returns>
    static (string Word, bool Deletes)? Said(Invocation call)
    {
        string? deleting = null, interrupting = null;
        // A word with a blank is a text that the program may run.
        var opaque = call.Words.Any(word => word.Text.Any(char.IsWhiteSpace));
        var operands = 0;
        for (var at = 0; at < call.Words.Count; at++)
        {
            var word = call.Words[at];
            var isOption = at > 0 && word.IsOption;
            if (!isOption && at > 0 && (operands++ >= Subcommands || !IsSubcommand(word))) break;
            foreach (var part in ActingWords.Split(at == 0 ? Base(word.Text) : isOption ? word.Text.Split('=')[0] : word.Text))
            {
                // "failover status", "purge --dry-run": it may only show.
                if (Showing.Contains(part) || isOption && Rehearsing.Contains(part)) return null;
                if (Deleting.Contains(part)) deleting ??= part;
                else if (Interrupting.Contains(part)) interrupting ??= part;
                opaque |= Opaque.Contains(part);
            }
        }
        if (deleting is not null) return (deleting, true);
        return interrupting is null || opaque || !call.Words.All(word => word.Plain) || call.Input.Kind is InputKind.Pipe or InputKind.Text ? null : (interrupting, false);
    }

    /// <summary>A word as subcommands are written; names, numbers, paths and addresses are not.</summary>
    static bool IsSubcommand(Argument word) =>
        word.Known && word.Text.Length is > 0 and <= 40 && word.Text.All(letter => char.IsAsciiLetter(letter) || letter is '-' or '_' or ':');

    static string Base(string name)
    {
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var ending = Array.Find(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return ending is null ? name : name[..^ending.Length];
    }
}
