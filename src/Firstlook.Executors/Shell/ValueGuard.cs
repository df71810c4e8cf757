namespace Firstlook.Executors.Shell;

/// <summary>
/// A value arrives as one word. That alone does not make it harmless: a word may be read as an option, and some programs read
/// their words as code (<c>awk</c>, <c>ssh</c>, <c>psql -c</c>). What was classified is the text, so nothing that a text merely stands
/// for may be an option; and where words are code, what comes from outside may only be a plain name, number or path.
/// </summary>
internal static class ValueGuard
{
    /// <summary>Programs for which a word that is no option is data: a pattern, a key, a file, an address.</summary>
    static readonly HashSet<string> TakesData = new(StringComparer.Ordinal)
    {
        "cat", "tac", "head", "tail", "wc", "ls", "stat", "file", "du", "df", "sort", "uniq", "cut", "tr", "nl", "cmp", "diff",
        "md5sum", "sha256sum", "readlink", "realpath", "basename", "dirname", "echo", "printf", "test", "[",
        "grep", "egrep", "fgrep", "zgrep", "zcat", "pgrep", "pidof", "id", "getent",
        "redis-cli", "journalctl", "systemctl", "dig", "host", "nslookup", "ping", "traceroute", "curl",
    };

    static readonly Dictionary<string, string[]> TakesDataAfter = new(StringComparer.Ordinal)
    {
        ["kubectl"] = ["get", "describe", "logs", "top", "events"],
        ["docker"] = ["logs", "inspect", "ps", "stats", "port", "images", "top"],
    };

    /// <returns>Why something may not stand where it does, for a person; null where all may.</returns>
    public static string? Objection(IReadOnlyList<Field> words)
    {
        if (words[0].BeginsExpanded || !words[0].Inserts.IsEmpty) return $"'{words[0].Text}' comes from a value, a variable or a file's name, and would choose the program";
        for (var at = 1; at < words.Count; at++)
        {
            if ( words[at].BeginsExpanded && words[at].Text.StartsWith('-'))
                return $"'{words[at].Text}' comes from a value, a variable or a file's name, and {words[0].Text} would read it as an option";
            foreach (var insert in words[at].Inserts)
            {
                if (insert.Text.Contains('\0', StringComparison.Ordinal)) return $"{insert.What} holds a null character, which no word can";
                if (!IsData(words, at) && !IsPlain(insert.Text)) return $"{insert.What} holds more than a plain name, number or path, and {words[0].Text} may read it as code";
            }
        }

        return null;
    }

    static bool IsData(IReadOnlyList<Field> words, int at)
    {
        var program = words[0].Text[(words[0].Text.LastIndexOf('/') + 1)..];
        if (TakesData.Contains(program)) return true;
        if (program == "jq") return at >= 2 && words[at - 2].Text == "--arg";
        return TakesDataAfter.TryGetValue(program, out var verbs) && at > 1 && Array.IndexOf(verbs, words[1].Text) >= 0;
    }

    static bool IsPlain(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '@' or '/' or '-') && !value.Contains("--", StringComparison.Ordinal);
}
