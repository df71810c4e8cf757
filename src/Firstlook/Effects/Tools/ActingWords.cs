using System.Collections.Frozen;

namespace Firstlook.Effects.Tools;

/// <summary>
/// Words in an option's name that say it does more than show: <c>--repair</c>, <c>--output-file</c>, <c>-Install</c>. They hold a program back
/// whose table lets every option through, for an option that the table does not name.
/// </summary>
internal static class ActingWords
{
    static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal,
        "exec", "execute", "command", "cmd", "shell", "script", "hook", "write", "save", "dump", "delete", "del", "remove", "purge", "prune", "fix", "repair", "reset",
            "clear", "flush", "kill", "install", "uninstall", "upload", "submit", "restore",
        "truncate", "logfile", "outfile", "editor", "pager", "daemon", "daemonize", "preload", "eval", "kubeconfig", "cleanup", "destroy", "drop", "apply", "reboot",
            "autoreboot", "restart", "reload", "update", "upgrade", "create", "acceptall", "rotate", "revoke");

    /// <summary>Before one of the words above, these say that it is only shown, or left out.</summary>
    static readonly FrozenSet<string> Harmless =
        FrozenSet.Create(StringComparer.Ordinal, "no", "show", "list", "include", "exclude", "skip", "with", "without", "hide", "ignore", "only", "by", "sort", "dry",
            "last", "since", "filter");

    /// <summary>What an unlisted option may not name beside a dry run: a program, a file that is written, settings, and what takes the dry run back (<c>--no-dry-run</c>,
    /// <c>--really</c>).</summary>
    static readonly FrozenSet<string> InRehearsal = FrozenSet.Create(StringComparer.Ordinal,
        "exec", "execute", "command", "cmd", "shell", "script", "hook", "editor", "pager", "eval", "preload", "plugin", "rsh", "program", "kubeconfig", "config",
            "settings", "write", "save", "dump", "out", "output", "outfile", "log", "logfile", "report", "daemon", "daemonize", "dry", "dryrun", "noop", "whatif",
            "simulate", "pretend", "preview", "plan", "confirm", "really", "doit", "commit", "apply", "live", "run", "real");

    /// <summary>True for an option that a dry run does not make harmless.</summary>
    public static bool SayInRehearsal(string option) => Split(option).Exists(InRehearsal.Contains);

    static readonly FrozenSet<string> Outputs = FrozenSet.Create(StringComparer.Ordinal, "out", "output", "outfile", "log", "logfile", "report", "save", "write", "dump");

    /// <summary>Whether an option names the file that the output goes to: a rehearsal writes it, too (patch(1), "--dry-run" beside "-o").</summary>
    public static bool Write(string name, OptionRule rule) =>
        rule is { Value: OptionValue.Required, Change: { Sets: false, Effect: Effect.Destructive } } && (name is "-o" or "-O" || Split(name).Exists(Outputs.Contains));

    static readonly VerdictChange Following = new(null, EffectTags.Hang, "follows until it is stopped", false);

    /// <summary>An option whose name says that the program goes on until it is stopped (<c>--watch</c>, <c>--follow</c>), and is not switched off.</summary>
    public static VerdictChange? Follow(string name, string? value) =>
        value is not "false" && name.TrimStart('-') is "watch" or "follow" or "watch-only" or "continuous" or "forever" or "loop" ? Following : null;

    /// <summary>In letters; of less there are many words.</summary>
    const int ShortestBeginning = 4;

    /// <summary>Whether an option is the beginning of such a word, where any beginning will do (about_Parameters): <c>-Instal</c>. A page is one of what is shown.</summary>
    public static bool Begin(string option) =>
        option.Split(':')[0].TrimStart('-') is { Length: >= ShortestBeginning } written && !written.Equals("page", StringComparison.OrdinalIgnoreCase)
            && Words.Any(word => word.StartsWith(written, StringComparison.OrdinalIgnoreCase));

    public static bool Say(string option)
    {
        var words = Split(option);
        if (words.Count == 0 || Harmless.Contains(words[0])) return false;
        for (var at = 0; at < words.Count; at++)
        {
            // --created-after names a time; --run-id names a run.
            if (Words.Contains(words[at]) && !(at + 1 < words.Count && words[at + 1] is "id" or "name" or "time" or "block" or "type")) return true;
            if (words[at] is "out" or "output" or "log" or "report" && at + 1 < words.Count
                && words[at + 1] is "file" or "dir" or "directory" or "path" or "folder" or "to" && at + 2 == words.Count)
                return true;
        }
        return words is ["run"] or ["run", not ("id" or "name" or "date" or "type" or "state")];
    }

    /// <summary>The words of a name in small letters: parted by dashes and underscores, and where a capital follows a small letter.</summary>
    internal static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            var inside = at > 0 && at < name.Length && char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1]);
            if (at < name.Length && char.IsAsciiLetterOrDigit(name[at]) && !inside) continue;
            if (at > start) words.Add(name[start..at].ToLowerInvariant());
            start = inside ? at : at + 1;
        }
        return words;
    }
}
