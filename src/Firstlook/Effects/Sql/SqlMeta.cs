namespace Firstlook.Effects.Sql;

/// <summary>Backslash commands (PostgreSQL 15, psql, "Meta-Commands"; MySQL 8, "mysql Client Commands").</summary>
internal static class SqlMeta
{
    public static Verdict Judge(string text)
    {
        var end = 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var name = text[1..end].TrimEnd(';');
        var rest = text[end..].Trim();
        if (name.StartsWith('!')) return Verdict.Destructive($"'\\!' runs a shell command: {new Argument(text).Shown}");
        if (rest.Contains('`')) return Verdict.Unknown("backquotes after a backslash command run a shell command");
        if (name.Length > 0 && name[0] == 'd' && name.All(character => char.IsAsciiLetter(character) || character is '+' or 'S')) return name.Length > 3 && name.StartsWith("dr", StringComparison.Ordinal) && name[2] == 'o' ? Verdict.Unknown($"'\\{name}' is not known") : Verdict.Read($"'\\{name}' describes");
        return name switch
        {
            "l" or "l+" or "z" or "sf" or "sf+" or "sv" or "sv+" or "conninfo" or "timing" or "x" or "a" or "t" or "H" or "encoding" or "q" or "?" or "h" or "help" or "copyright" or "errverbose" or "p" or "r" or "echo" or "warn" or "qecho" or "crosstabview" or "gx" or "C" or "f" or "s" or "u" or "status" =>
                name == "s" && rest.Length > 0 || name == "gx" && rest.Length > 0 ? Verdict.Destructive($"'\\{name} {rest}' writes a file") : Verdict.Read($"'\\{name}' only shows"),
            "pset" => rest.StartsWith("pager", StringComparison.Ordinal) && !rest.EndsWith("off", StringComparison.Ordinal) ? Verdict.Unknown("a pager is a program") : Verdict.Read("'\\pset' sets how results look"),
            "watch" => Verdict.Read("'\\watch' repeats until it is stopped", EffectTags.Hang),
            "copy" when rest.StartsWith('(') && Query(rest) is { } query => SqlJudge.Judge(query).And(EffectTags.Cost),
            "copy" => rest.Contains("stdout", StringComparison.OrdinalIgnoreCase) && !rest.Contains("program", StringComparison.OrdinalIgnoreCase) && rest.StartsWith('(') is false && !rest.Contains(" from ", StringComparison.OrdinalIgnoreCase)
                ? Verdict.Read("it prints a table", EffectTags.Cost) : Verdict.Destructive("'\\copy' writes a file or a table, or runs a program"),
            "g" => Verdict.Destructive($"'\\g {rest}' writes a file or runs a program"),
            "o" or "w" or "out" => rest.Length == 0 ? Verdict.Read("results go to the terminal again") : Verdict.Destructive($"'\\{name}' writes a file or feeds a program"),
            "c" or "connect" => Verdict.Unknown("'\\c' turns to another database"),
            "e" or "ef" or "ev" => Verdict.Unknown("an editor runs what a person writes", EffectTags.Interactive),
            _ => Verdict.Unknown($"'\\{name}' is not known to read only"),
        };
    }

    /// <summary>The query of <c>\copy (query) to stdout</c>, with at most a format behind it; null for any other form.</summary>
    static string? Query(string rest)
    {
        var end = rest.LastIndexOf(')');
        var to = end < 0 ? -1 : rest.LastIndexOf(") to ", StringComparison.OrdinalIgnoreCase);
        if (to < 0) return null;
        var words = rest[(to + 5)..].TrimEnd(';').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [var target, .. var format] && target.Equals("stdout", StringComparison.OrdinalIgnoreCase) && format.All(word => word.ToUpperInvariant() is "WITH" or "CSV" or "HEADER" or "(FORMAT" or "CSV," or "CSV)" or "HEADER)" or "BINARY" or "TEXT") ? rest[1..to] : null;
    }
}
