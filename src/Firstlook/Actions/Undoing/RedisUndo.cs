using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Actions;

/// <summary>
/// Undos of Redis commands on one key. A text is put back with the moment at which it expires (<c>PXAT</c>), so that the inverse stays the same
/// while time goes by. Lists, sets and streams as a whole have no inverse here: a text of their content would be another command each.
/// </summary>
static partial class RedisUndo
{
    /// <param name="prefix">Words before the command: <c>redis-cli -n 1</c>; empty for a target that takes commands themselves.</param>
    public static UndoPlan? Of(string text, Language language, EquatableArray<string> prefix, EquatableArray<string> words)
    {
        if (words.Count < 2 || words.Skip(1).Any(word => word.StartsWith('-') && prefix.Count > 0 && word.Length == 2)) return null;
        var (command, key) = (words[0].ToUpperInvariant(), words[1]);
        return command switch
        {
            "SET" or "SETEX" or "PSETEX" or "GETSET" or "APPEND" or "SETRANGE" when words.Count >= 3 => Whole(),
            "DEL" or "UNLINK" or "GETDEL" when words.Count == 2 => Whole(),
            "SETNX" when words.Count == 3 => Plan(["EXISTS"], captured => captured[0] == "0" ? Undo($"there is no {key} now, and it is taken away again", "DEL", key) : Nothing()),
            "EXPIRE" or "PEXPIRE" or "EXPIREAT" or "PEXPIREAT" or "PERSIST" when words.Count >= 2 => Plan(["PEXPIRETIME"], Expiry),
            "INCR" or "DECR" when words.Count == 2 => Counted(command == "INCR" ? "DECR" : "INCR"),
            "INCRBY" or "DECRBY" when words.Count == 3 && Amount().IsMatch(words[2]) => Counted(command == "INCRBY" ? "DECRBY" : "INCRBY", words[2]),
            "SADD" or "SREM" when words.Count == 3 => Plan([], captured => captured[0] == (command == "SADD" ? "0" : "1")
                ? Undo($"{words[2]} is {(command == "SADD" ? "not " : "")}in {key} now, and is so again", command == "SADD" ? "SREM" : "SADD", key, words[2])
                : Nothing(), ["SISMEMBER", key, words[2]]),
            "HSET" when words.Count == 4 => Field(),
            "HDEL" when words.Count == 3 => Field(),
            _ => null,
        };

        UndoPlan Plan(string[] ofKey, Func<string[], Undoing> inverse, params string[][] others) => UndoPlan.Read(
            text, language, ofKey.Select(name => Spelt(name, key)).Concat(others.Select(other => Spelt(other))).ToEquatableArray(),
            captured => captured.FirstOrDefault(one => !one.Succeeded) is { } failed
                ? new Undoing.None($"the state of {key} could not be read: {ShellUndo.Shown(failed)}") : inverse(captured.Select(one => Plain(one.Text)).ToArray()));

        string Spelt(params string[] words) => ShellLine.Text(prefix.Concat(words));

        Undoing Undo(string sentence, params string[] words) => Undoing.Of(Spelt(words), language, sentence);

        Undoing Nothing() => new Undoing.None("it changes nothing that would have to be undone");

        UndoPlan Whole() => Plan(["TYPE", "GET", "STRLEN", "PEXPIRETIME"], captured =>
            captured[0] == "none" ? command is "DEL" or "UNLINK" or "GETDEL" ? Nothing() : Undo($"there is no {key} now, and it is taken away again", "DEL", key)
            : captured[0] != "string" ? new Undoing.None($"{key} is a {(Word().IsMatch(captured[0]) ? captured[0] : "value")} of its own kind, which no one command restores")
            : !IsText(captured[1], captured[2]) ? new Undoing.None($"{key} holds bytes that are no plain text")
            : captured[3] == "-1" ? Undo($"{key} is set to what it holds now, without an end", "SET", key, captured[1])
            : Moment().IsMatch(captured[3]) ? Undo($"{key} is set to what it holds now, and ends when it would have ended", "SET", key, captured[1], "PXAT", captured[3])
            : new Undoing.None($"when {key} ends is not known"));

        Undoing Expiry(string[] captured) => captured[0] switch
        {
            "-2" => new Undoing.None($"there is no {key}"),
            "-1" => command == "PERSIST" ? Nothing() : Undo($"{key} has no end now, and has none again", "PERSIST", key),
            var moment when Moment().IsMatch(moment) => Undo($"{key} ends when it would have ended", "PEXPIREAT", key, moment),
            _ => new Undoing.None($"when {key} ends is not known"),
        };

        UndoPlan Counted(string inverse, params string[] amount) => Plan(["EXISTS"], captured => captured[0] switch
        {
            "1" => Undo($"as much is taken back, whatever else has counted since", [inverse, key, .. amount]),
            "0" => Undo($"there is no {key} now, and it is taken away again", "DEL", key),
            _ => new Undoing.None($"whether there is a {key} is not known"),
        });

        UndoPlan Field() => Plan([], captured =>
            captured[0] == "0" ? command == "HDEL" ? Nothing() : Undo($"{key} has no {words[2]} now, and loses it again", "HDEL", key, words[2])
            : captured[0] != "1" ? new Undoing.None($"whether {key} has a {words[2]} is not known")
            : !IsText(captured[1], captured[2]) ? new Undoing.None($"{words[2]} holds bytes that are no plain text")
            : Undo($"{words[2]} of {key} is set to what it holds now", "HSET", key, words[2], captured[1]),
            ["HEXISTS", key, words[2]], ["HGET", key, words[2]], ["HSTRLEN", key, words[2]]);
    }

    /// <summary>redis-cli shows numbers as themselves to a pipe, and as <c>(integer) 1</c> to a terminal; a target's own answer may be either.</summary>
    static string Plain(string answer) => answer.StartsWith("(integer) ", StringComparison.Ordinal) ? answer[10..] : answer;

    /// <summary>A value that arrived whole: as many bytes as the server says, no control characters, and no dash that a client would take for an option.</summary>
    static bool IsText(string value, string length) =>
        length == Encoding.UTF8.GetByteCount(value).ToString(CultureInfo.InvariantCulture) && !value.Any(char.IsControl) && !value.Contains('\uFFFD', StringComparison.Ordinal);

    [GeneratedRegex(@"^[1-9][0-9]{8,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^-?[0-9]{1,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[a-z]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
