using System.Text.RegularExpressions;

namespace Firstlook.Effects.Sql;

/// <summary>Backslash commands (PostgreSQL 15, psql, "Meta-Commands"; MySQL 8, "mysql Client Commands").</summary>
internal static partial class SqlMeta
{
    public static Verdict Judge(string text, bool other = false)
    {
        var end = 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var name = text[1..end].TrimEnd(';');
        var rest = text[end..].Trim();
        if (name.StartsWith('!')) return Verdict.Destructive($"'\\!' runs a shell command: {new Argument(text).Shown}");
        // Another backslash begins another command on the same line (psql, "Meta-Commands").
        if ((!other && name is "echo" or "qecho" or "warn" ? OutsideQuotes(rest) : rest.IndexOf('\\')) is >= 0 and var further && name is not "copy")
            return Judge("\\" + (name + " " + rest[..further]).TrimEnd(), other)
                .And(rest[further..].TrimStart('\\') is ""
                    ? Verdict.Read("nothing follows")
                    : rest[further..].StartsWith(@"\\", StringComparison.Ordinal)
                    ? Verdict.Unknown("a statement follows on the line")
                    : Judge(rest[further..], other));
        if (other && name.StartsWith('d')) return Verdict.Unknown("'\\d' of MySQL changes where statements end");
        if (rest.Contains('`')) return Verdict.Unknown("backquotes after a backslash command run a shell command");
        if (name.Length > 0 && name[0] == 'd' && name.All(character => char.IsAsciiLetter(character) || character is '+' or 'S'))
            return name.Length > 3 && name.StartsWith("dr", StringComparison.Ordinal) && name[2] == 'o'
                ? Verdict.Unknown($"'\\{name}' is not known")
                // Options of user mappings, and how subscriptions and standbys sign in.
                : name is "deu+" or "dRs+" || name is "dconfig" or "dconfig+" && (rest.Contains("conn", StringComparison.Ordinal) || rest.Contains('*'))
                ? Verdict.Read($"'\\{name}' shows passwords", EffectTags.Secret) : Verdict.Read($"'\\{name}' describes");
        return name switch
        {
            "r" when other && rest.Length > 0 => Verdict.Unknown("'\\r' turns to another server"),
            "s" when rest.Length == 0 && !other => Verdict.Read("'\\s' shows what was typed, passwords among it", EffectTags.Secret),
            "l" or "l+" or "z" or "sf" or "sf+" or "sv" or "sv+" or "conninfo" or "timing" or "x" or "a" or "t" or "H" or "encoding" or "q" or "?" or "h" or "help"
                or "copyright" or "errverbose" or "p" or "r" or "echo" or "warn" or "qecho" or "crosstabview" or "gx" or "C" or "f" or "s" or "u" or "status" =>
                name == "s" && rest.Length > 0 || name == "gx" && rest.Length > 0
                    ? Verdict.Destructive($"'\\{name} {rest}' writes a file") : Verdict.Read($"'\\{name}' only shows"),
            "pset" => rest.StartsWith("pager", StringComparison.Ordinal) && !rest.EndsWith("off", StringComparison.Ordinal)
                ? Verdict.Unknown("a pager is a program") : Verdict.Read("'\\pset' sets how results look"),
            "watch" => Verdict.Read("'\\watch' repeats until it is stopped", EffectTags.Hang),
            "copy" => Copy(rest),
            "gdesc" => Verdict.Read("'\\gdesc' describes a result"),
            "g" => rest.Length == 0 ? Verdict.Read("'\\g' sends the statement") : Verdict.Destructive($"'\\g {rest}' writes a file or runs a program"),
            "o" or "w" or "out" => rest.Length == 0 ? Verdict.Read("results go to the terminal again") : Verdict.Destructive($"'\\{name}' writes a file or feeds a program"),
            "c" or "connect" => Verdict.Unknown("'\\c' turns to another database"),
            "e" or "ef" or "ev" => Verdict.Unknown("an editor runs what a person writes", EffectTags.Interactive),
            _ => Verdict.Unknown($"'\\{name}' is not known to read only"),
        };
    }

    /// <summary>Where the first backslash stands outside single quotes; within them it only says how the next character is meant. Other quotes are not read.</summary>
    static int OutsideQuotes(string rest)
    {
        if (rest.AsSpan().IndexOfAny('"', '`') >= 0) return rest.IndexOf('\\');
        var quoted = false;
        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] == '\'') quoted = !quoted;
            else if (rest[at] == '\\' && !quoted) return at;
            else if (rest[at] == '\\') at++;
        }

        return -1;
    }

    /// <summary>
    /// <c>\copy TABLE to stdout</c> and <c>\copy (QUERY) to stdout</c>, with at most a format behind it, print; every other form writes a file or a
    /// table, or runs a program. What is in the parentheses ends where psql ends it: at their match outside quotes.
    /// </summary>
    static Verdict Copy(string rest)
    {
        if (TableToStandardOutput().IsMatch(rest)) return Verdict.Read("it prints a table", EffectTags.Cost);
        return Query(rest) is { } query ? SqlJudge.Judge(query).And(EffectTags.Cost) : Verdict.Destructive("'\\copy' writes a file or a table, or runs a program");
    }

    static string? Query(string rest)
    {
        // Comments, dollar quotes and backslashes are read differently by psql and by the server.
        if (!rest.StartsWith('(') || rest.AsSpan().IndexOfAny('$', '\\') >= 0 || rest.Contains("--", StringComparison.Ordinal)
            || rest.Contains("/*", StringComparison.Ordinal))
            return null;
        var (depth, quote) = (0, '\0');
        for (var at = 0; at < rest.Length; at++)
        {
            var character = rest[at];
            if (quote != '\0') quote = character == quote ? '\0' : quote;
            else if (character is '\'' or '"') quote = character;
            else if (character == '(') depth++;
            else if (character == ')' && --depth == 0) return ToStandardOutput().IsMatch(rest.AsSpan(at + 1)) ? rest[1..at] : null;
        }

        return null;
    }

    const string Printed = @"\s+to\s+stdout(\s+(with\s+)?(csv(\s+header)?|binary|\(\s*format\s+(csv|text|binary)(\s*,\s*header)?\s*\)))?\s*;?\s*$";

    [GeneratedRegex("^" + Printed, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ToStandardOutput();

    [GeneratedRegex(@"^[\w.""]+(\s*\([\w"", ]+\))?" + Printed, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TableToStandardOutput();
}
