using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>
/// Words that a program may take for a subcommand of its own where its table says that a reading one takes operands: <c>fly releases rollback</c>. A table
/// lists what its manual had when it was written; a subcommand that came later must not pass for the name of a thing.
/// </summary>
internal static class ChangingWords
{
    static readonly FrozenSet<string> Changing = WordSet.Of(
        "rollback revert undo restore recover rewind delete del remove rm destroy purge prune drop wipe erase truncate flush clear reset cleanup set unset "
            + "update upgrade downgrade apply edit patch replace create add scale resize restart reload reboot shutdown stop start kill terminate cancel abort pause "
            + "resume suspend unsuspend enable disable "
        +
            "promote demote failover switchover drain undrain cordon uncordon migrate repair rotate revoke retry requeue redeploy redrive rebuild execute exec "
            + "transfer attach detach activate deactivate install uninstall unlock import overwrite reassign evict rename move resync");

    /// <summary>Words that things are called by as well: they count behind a subcommand that is itself a thing (<c>releases</c>), and not behind <c>get</c> or
    /// <c>logs</c>.</summary>
    static readonly FrozenSet<string> Ambiguous =
        WordSet.Of(
            "deploy run push put write new release publish send trigger switch sync clone copy cp mv link unlink allocate assign unassign lock freeze unfreeze block "
            + "unblock approve reject abandon force login logout up down invite grant swap take capture extend fork join leave invalidate refresh renew generate");

    static readonly FrozenSet<string> Showing =
        WordSet.Of(
            "list ls ll show get describe status stat stats logs log info inspect view check search find count history diff top version tail read print dump cat "
            + "lookup query validate verify test report ping events metrics peek metadata current details examine");

    /// <summary>Subcommands that only talk about what other words mean (<c>helm help rollback</c>, <c>kubectl auth can-i delete pods</c>).</summary>
    static readonly FrozenSet<string> Naming = WordSet.Of("help explain can-i who-can search man whatis which why capability capabilities");

    /// <summary>True where the word behind a subcommand that reads may be what decides.</summary>
    /// <param name="path">The program and its subcommand, as the table names them.</param>
    public static bool MayBeSubcommand(string path, string word)
    {
        var last = path[(path.LastIndexOf(' ') + 1)..];
        if (Naming.Contains(last)) return false;
        if (Changing.Contains(word)) return true;
        if (ActingWords.Split(last).Exists(Showing.Contains) || word.Length > 40 || word.AsSpan().ContainsAnyExcept(Letters)) return false;
        // Behind a thing: "releases set-default", "env:add"; "web-restart-7" is a name.
        return Ambiguous.Contains(word) || ActingWords.Split(word) is [var first, ..] && Changing.Contains(first);
    }

    static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz-_:");
}
