using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Ruby's bare names: one that nothing set calls the method of that name, with brackets or without (docs.ruby-lang.org, "Calling Methods", "Local Variables
/// and Methods"). A name before a dot may be a variable of the session, unless it says that something is done.
/// </summary>
internal static class RubyNames
{
    static readonly FrozenSet<string> Verbs =
        WordSet.Of(
            "nuke purge archive unarchive anonymize restart reboot delete destroy remove drop clear flush wipe reset kill stop start cancel refund charge send "
            + "resend deliver publish unpublish enqueue run execute perform deploy rollback migrate import export sync rebuild reindex recalculate update create "
            + "disable enable suspend resume pause retry requeue expire revoke rotate close reopen open lock unlock approve reject merge move copy write save set add "
            + "push pop shift trigger fire notify broadcast mark assign unassign grant transfer capture void settle seed backfill cleanup clean prune truncate "
            + "shutdown halt terminate invalidate evict release acquire claim lease consume drain scale failover promote demote ban unban kick mute block unblock "
            + "apply launch boot exec spawn fork do make build generate fix repair restore recover upgrade install uninstall register unregister subscribe unsubscribe "
            + "logout login impersonate upload erase obliterate empty abort dispatch schedule unschedule process bill invoice payout activate deactivate freeze "
            + "unfreeze swap switch replace rename touch increment decrement warm bust refresh compact vacuum reap sweep zap");

    /// <summary>Verbs that by themselves name a thing as well: <c>refund.amount</c>.</summary>
    static readonly FrozenSet<string> Things =
        WordSet.Of(
            "refund charge deploy release import export process transfer capture block build lease claim run schedule invoice payout bill archive seed switch lock "
            + "grant trigger notify set");

    static readonly FrozenSet<string> Following = WordSet.Of("if unless while until and or do then rescue in end else elsif when ensure not");

    /// <param name="at">A name that no table knows, and that no dot stands before.</param>
    /// <returns>Whether it calls, or may call, the method of that name.</returns>
    public static bool AreCalled(List<CodeToken> tokens, int at, HashSet<string> bound)
    {
        var (name, next) = (tokens[at].Text, at + 1 < tokens.Count ? tokens[at + 1] : default);
        if (IsSymbol(tokens, at)) return at > 1 && tokens[at - 2].Is("&");
        if (name[^1] == '!') return true;
        var follows = next.Kind != CodeKind.Newline && next.Text is not null;
        var glued = follows && next.Start == tokens[at].End;
        // name: 1; but "x ? name: 1" chooses.
        if (glued && next.Is(":") && !(at > 0 && tokens[at - 1].Is("?"))) return false;
        if (bound.Contains(name)) return follows && !glued && TakesOperand(tokens, at + 1);
        if (follows && next.Is("=") && Paths.Sets(tokens, at + 1, CodeFamily.Ruby, 0)) return false;
        if (next.Is(".") || next.Is("&") && at + 2 < tokens.Count && tokens[at + 2].Is(".") || glued && next.Is("[")) return Act(name);
        return true;
    }

    /// <summary>Whether a name with a question mark does more than answer: by custom of locks and queues it takes what it asks for, and those of a console ask a person.</summary>
    public static bool Take(string name, bool member) => member
        ? name is "acquire?" or "try_lock?" or "pop?" or "shift?" or "purge?" or "claim?" or "reserve?" or "destroy?" or "stop?" or "refund?"
            || name.EndsWith("nx?", StringComparison.Ordinal)
        : name is "yes?" or "no?" or "agree?";

    /// <summary>Whether a name begins with a verb that says that something is done.</summary>
    public static bool Act(string name) => Verbs.Contains(name.Split('_')[0]) && !Things.Contains(name);

    /// <summary>Whether a name is a symbol, <c>:name</c>, and no value behind a label or of a choice: <c>{x:name}</c>, <c>y ? 1 :name</c>.</summary>
    static bool IsSymbol(List<CodeToken> tokens, int at)
    {
        if (at == 0 || !tokens[at - 1].Is(":") || tokens[at - 1].End != tokens[at].Start) return false;
        if (at == 1) return true;
        var before = tokens[at - 2];
        if (before.Kind == CodeKind.Newline || before.Kind == CodeKind.Symbol && before.Text is not (")" or "]" or "}")) return true;
        return before.Kind == CodeKind.Name && before.End != tokens[at - 1].Start && !IsChoice(tokens, at - 1);
    }

    static bool IsChoice(List<CodeToken> tokens, int colon)
    {
        for (var at = colon - 1; at >= 0 && colon - at < Paths.MostInBrackets && tokens[at].Kind != CodeKind.Newline; at--)
        {
            if (tokens[at].Is("?")) return true;
        }

        return false;
    }

    // Even where p is a variable, "p :x" calls the method.
    static bool TakesOperand(List<CodeToken> tokens, int at) => tokens[at].Kind switch
    {
        CodeKind.Name => !Following.Contains(tokens[at].Text),
        CodeKind.String or CodeKind.Number => true,
        _ => tokens[at].Is(":") && at + 1 < tokens.Count && tokens[at + 1].Kind is CodeKind.Name or CodeKind.String && tokens[at + 1].Start == tokens[at].End
            && !IsChoice(tokens, at),
    };
}
