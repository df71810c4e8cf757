using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Runbooks;

namespace Firstlook.Actions;

/// <summary>
/// Finds the prohibitions of a runbook that name a command. The sentences are prose, so this errs towards naming: a command that does what a
/// sentence's verb says, to anything that the sentence mentions, is named.
/// </summary>
public static partial class Forbidding
{
    /// <summary>What people forbid, by the stem of the verb, and the words in which commands do it.</summary>
    static readonly FrozenDictionary<string, string[]> Deeds = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["restart"] = ["restart", "reboot", "reload"],
        ["reboot"] = ["reboot", "restart"],
        ["delet"] = ["delete", "del", "rm", "drop", "remove", "prune", "truncate", "unlink", "flushdb", "flushall", "hdel", "purge"],
        ["remov"] = ["remove", "rm", "delete", "del", "drop", "prune", "unlink", "purge"],
        ["drop"] = ["drop", "delete", "truncate"],
        ["truncat"] = ["truncate", "delete", "drop"],
        ["purg"] = ["purge", "prune", "delete", "flushdb", "flushall"],
        ["wip"] = ["delete", "rm", "drop", "truncate", "flushdb", "flushall"],
        ["flush"] = ["flush", "flushdb", "flushall", "del"],
        ["clear"] = ["clear", "flushdb", "flushall", "del", "delete", "rm", "truncate", "prune", "purge"],
        ["scal"] = ["scale", "autoscale"],
        ["exec"] = ["exec", "run", "attach", "debug"],
        ["adjust"] = ["update", "set", "insert", "patch", "alter", "incr", "decr", "save"],
        ["edit"] = ["edit", "update", "set", "patch", "alter", "sed"],
        ["chang"] = ["update", "set", "patch", "edit", "alter", "chmod", "chown", "config"],
        ["modif"] = ["update", "set", "patch", "edit", "alter"],
        ["updat"] = ["update", "set", "patch", "upgrade", "apply"],
        ["insert"] = ["insert"],
        ["set"] = ["set", "update"],
        ["kill"] = ["kill", "pkill", "killall", "pg_terminate_backend", "pg_cancel_backend"],
        ["terminat"] = ["terminate", "pg_terminate_backend", "kill", "pkill"],
        ["stop"] = ["stop", "down", "kill", "shutdown", "pause"],
        ["shut"] = ["stop", "down", "shutdown", "poweroff", "halt"],
        ["disabl"] = ["disable", "mask", "stop", "set", "update"],
        ["roll"] = ["rollback", "undo", "rollout"],
        ["deploy"] = ["deploy", "apply", "upgrade", "rollout", "push"],
        ["migrat"] = ["migrate"],
        ["retry"] = ["retry", "resend", "replay"],
        ["refund"] = ["refund", "refunds"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words of a sentence that say nothing about what it forbids; an environment is where the runbook is used anyway.</summary>
    static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
    [
        "never", "must", "please", "warning", "caution", "important", "unless", "necessary", "until", "while", "when", "without", "before", "after", "during", "with",
            "from", "into", "this", "that", "them",
        "these", "those", "then", "than", "production", "prod", "live", "manually", "directly", "hand", "ever", "also", "only", "first", "again", "under",
            "circumstances", "allow", "allowing",
        "the", "and", "any", "not", "use", "you", "run", "all", "for", "are", "its", "our", "via", "can", "may", "own", "out", "off", "don", "don't", "does", "safe",
            "asking", "approval", "incident", "investigating", "using", "make", "made", "been", "your", "their", "there", "here", "will", "would", "could",
    ], StringComparer.Ordinal);

    /// <summary>What follows them says when, and not what.</summary>
    static readonly FrozenSet<string> Conditions =
        FrozenSet.ToFrozenSet(["during", "unless", "without", "until", "before", "while", "when", "if", "because", "since"], StringComparer.Ordinal);

    /// <returns>Those that name the command, in their order.</returns>
    public static EquatableArray<NamedProhibition> Of(string text, Language language, EquatableArray<Prohibition> prohibitions)
    {
        if (prohibitions.IsEmpty) return [];
        var command = Split(text).ToArray();
        return prohibitions.Where(prohibition => Names(Forbidden(prohibition.Text), command))
            .Select(prohibition => new NamedProhibition(prohibition.Line, prohibition.Text)).ToEquatableArray();
    }

    // "Do not change `on_hand` by hand. Every piece is explained by a row of `stock_move`": what only explains the prohibition forbids nothing more.
    // A sentence that names a deed or a command goes on with what is forbidden: "Restarting the ledger. Flushing with FLUSHALL loses every session".
    static string Forbidden(string text) => string.Join(' ', Sentence().Split(text).Where((sentence, index) => index == 0 || Negation().IsMatch(sentence) || NamesDeed(sentence)));

    static bool NamesDeed(string sentence) =>
        Split(sentence).Any(word => Deeds.Keys.Any(stem => word.Contains(stem, StringComparison.Ordinal))) || Shouted().IsMatch(sentence);

    [GeneratedRegex(@"(?<![\w`])`?[A-Z]{4,}\b|(?<!\S)--[a-z]|\bpg_\w", RegexOptions.ExplicitCapture)]
    private static partial Regex Shouted();

    [GeneratedRegex(@"(?<=[\p{L}\d`)][.!])\s+(?=\p{Lu})")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(not?|never|(do|does|must|should|wo|ca|did|is)n['’]?t|cannot|avoid|neither|nor|stop|forbidden|prohibited|nicht|nie|niemals|kein\w*|verboten|não|nunca|"
        + @"jamais|ne|non|nessun\w*|mai|prohibid\w*|proibid\w*|interdit\w*|geen|niet|nooit|vietat\w*|défense|нельзя|никогда|не|запрещ\w*)\b|❌|🚫|⛔",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Negation();

    static bool Names(string sentence, string[] command)
    {
        // What holds only at times is forbidden at all times here: nobody but a person can say what time it is.
        var words = Split(sentence).TakeWhile(word => !Conditions.Contains(word)).ToArray();
        // A literal of the command line (FLUSHALL, pg_terminate_backend, --force), or two of its words on end, names it by itself.
        if (Literals(sentence).Any(literal => command.Contains(literal))) return true;
        if (words.Zip(words.Skip(1))
            .Any(pair => pair.First.Length > 1 && !Empty.Contains(pair.First) && !Empty.Contains(pair.Second) && command.Zip(command.Skip(1)).Contains(pair)))
            return true;
        var deeds = words.SelectMany(word => Deeds.Where(deed => word.StartsWith(deed.Key, StringComparison.Ordinal)).SelectMany(deed => deed.Value))
            .ToHashSet(StringComparer.Ordinal);
        if (!command.Any(deeds.Contains)) return false;
        var things = words.Where(word => word.Length >= 3 && !Empty.Contains(word) && !Deeds.Keys.Any(stem => word.StartsWith(stem, StringComparison.Ordinal)))
            .Select(Stem).ToArray();
        return things.Length == 0 || things.Any(thing => command.Any(word => word.Contains(thing, StringComparison.Ordinal)));
    }

    /// <summary>Words that stand in capitals, with an underscore or with dashes before them: no prose is written so.</summary>
    static IEnumerable<string> Literals(string sentence) => sentence
        .Split([' ', ',', ';', ':', '.', '`', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 2 && (word.StartsWith("--", StringComparison.Ordinal) || word.Contains('_') || (word.Length > 3 && word.All(char.IsUpper))))
        .Select(word => word.ToLowerInvariant().TrimStart('-'))
        .Where(word => !Empty.Contains(word));

    /// <summary>Enough of a word to be found in its other forms: quantities, quantity.</summary>
    static string Stem(string word) => word.Length > 5 ? word[..5] : word.TrimEnd('s');

    static IEnumerable<string> Split(string text) => text.ToLowerInvariant()
        .Split([.. text.Where(character => !char.IsLetterOrDigit(character) && character is not ('_' or '\'')).Distinct()], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim('\''))
        .Where(word => word.Length > 0);
}
