using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Sql;

internal enum SqlKind { Word, Quoted, String, Number, Symbol, Placeholder, Meta, Hole }

/// <param name="Text">Words in lower case, quoted identifiers and strings without their quotes, meta commands with their backslash and the rest of their line.</param>
internal readonly record struct SqlToken(SqlKind Kind, string Text, int Start, int End)
{
    public bool Is(string text) => Kind is SqlKind.Word or SqlKind.Symbol && Text == text;
}

/// <summary>
/// Tokens of PostgreSQL's lexical structure (PostgreSQL 15, chapter 4.1) with what MySQL and SQLite add. Where the dialects read the
/// same characters differently (a backslash before a quote, <c>/*!</c>), <see cref="Problem"/> says so and the text is unknown.
/// </summary>
/// <param name="other">True where the text goes to MySQL, SQLite or another that reads dollars, <c>#</c> and dashes otherwise than PostgreSQL.</param>
internal sealed partial class SqlLexer(string source, bool other = false)
{
    int at;

    public List<SqlToken> Tokens { get; } = [];

    /// <summary>Null where every character was understood.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where comments stand, so that commands can be cut without them.</summary>
    public List<(int Start, int End)> Comments { get; } = [];

    public SqlLexer Read()
    {
        while (at < source.Length && Problem is null) One();
        return this;
    }

    char Peek(int ahead = 1) => at + ahead < source.Length ? source[at + ahead] : '\0';

    void One()
    {
        var character = source[at];
        if (char.IsWhiteSpace(character)) at++;
        else if (character == '-' && Peek() == '-') LineComment();
        else if (character == '/' && Peek() == '*') BlockComment();
        else if (character == '[' && IsReadDifferently()) Problem = "brackets, which the databases read differently";
        else if (character is '\'' or '"' && Peek() == character && Peek(2) == character && source.AsSpan(at).TrimEnd().TrimEnd(';').Contains(';')
            // To who reads a quote of three, one without its end is an error, and nothing runs.
            && source.IndexOf(new string(character, 3), at + 3, StringComparison.Ordinal) >= 0)
            Problem = "three quotes, which the databases read differently";
        else if (character == '/' && Peek() == '/' && RestOfLine().IndexOfAny('\'', '"', ';') >= 0) Problem = "'//', which the databases read differently";
        else if (character == '\'') Quote('\'', SqlKind.String, escapes: false);
        else if (other && (character == '#' || (character == '$' && DollarTag() is not null))) Problem = $"'{character}', which the databases read differently";
        else if (character == '#' && RestOfLine().IndexOfAny('\'', '"', ';') >= 0) Problem = "'#', which the databases read differently";
        else if (character is 'e' or 'E' && Peek() == '\'' && !other) Prefixed(escapes: true);
        else if (character is 'q' or 'Q' && Peek() == '\'' || character is 'n' or 'N' && Peek() is 'q' or 'Q' && Peek(2) == '\'')
            Problem = "a q'' string, which ends where Oracle says";
        else if (character is 'b' or 'B' or 'x' or 'X' or 'n' or 'N' && Peek() == '\'') Prefixed(escapes: false);
        else if (character is 'u' or 'U' && Peek() == '&' && Peek(2) is '\'' or '"')
        {
            // PostgreSQL's escapes inside it stand for one character each, never for a quote that ends it.
            if (other || Peek(2) == '"') Problem = "a U& string";
            else
            {
                at += 2;
                Quote('\'', SqlKind.String, escapes: false);
            }
        }
        else if (character == '"') Quote('"', SqlKind.Quoted, escapes: false);
        else if (character == '`') Quote('`', SqlKind.Quoted, escapes: false);
        else if (character == '$' && DollarTag() is { } tag) DollarQuote(tag);
        else if (character == '\\') Meta();
        else if (character == '<' && PlaceholderLength() is > 0 and var length) Add(SqlKind.Placeholder, source.Substring(at, length), length);
        else if (character == Argument.Hole) Add(SqlKind.Hole, "…", 1);
        else if (char.IsLetter(character) || character == '_') Word();
        else if (char.IsAsciiDigit(character)) Number();
        else if (character is ':' && Peek() == ':') Add(SqlKind.Symbol, "::", 2);
        else if ("()[]{},;.+-*/<>=~!@#%^&|?:$".Contains(character)) Add(SqlKind.Symbol, character.ToString(), 1);
        else Problem = $"the character '{character}'";
    }

    /// <summary>
    /// SQL Server and SQLite take <c>[it's]</c> for a name, whatever stands in it; elsewhere it is an index or an array. Only where both find the same end
    /// is it known what follows (Transact-SQL, "Database identifiers"; sqlite.org, "SQLite Keywords").
    /// </summary>
    bool IsReadDifferently()
    {
        var end = source.IndexOf(']', at);
        if (end < 0) return false;
        var inside = source.AsSpan(at + 1, end - at - 1);
        return inside.Count('\'') % 2 != 0 || inside.Count('"') % 2 != 0 || inside.Count('`') % 2 != 0 || inside.Contains(';')
            || inside.Contains("--", StringComparison.Ordinal) || inside.Contains("/*", StringComparison.Ordinal) || inside.Contains("//", StringComparison.Ordinal)
            || inside.Contains('#') || inside.Contains('\\')
                || inside.IndexOf('$') is >= 0 and var dollar && !(dollar + 1 < inside.Length && char.IsAsciiDigit(inside[dollar + 1]));
    }

    /// <summary>Before a parenthesis it stands for a function; only a shell reads that as something else.</summary>
    int PlaceholderLength()
    {
        var end = source.IndexOf(">(", at, StringComparison.Ordinal);
        return end >= 0 && Shell.Placeholders.LengthAt(source, at, end + 1) is > 0 and var length ? length : Shell.Placeholders.LengthAt(source, at, source.Length);
    }

    ReadOnlySpan<char> RestOfLine()
    {
        var rest = source.AsSpan(at);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    void Add(SqlKind kind, string text, int length)
    {
        Tokens.Add(new SqlToken(kind, text, at, at + length));
        at += length;
    }

    void LineComment()
    {
        var start = at;
        while (at < source.Length && source[at] != '\n') at++;
        Comments.Add((start, at));
        // To MySQL dashes begin a comment only before a blank: 1--1 subtracts twice, and what follows would run.
        if (start + 2 < at && !char.IsWhiteSpace(source[start + 2]) && source[start + 2] != '-'
            && (other || source.AsSpan(start, at - start).Contains(';') || source.AsSpan(start, at - start).Contains("into", StringComparison.OrdinalIgnoreCase)))
            Problem = "dashes without a blank, which the databases read differently";
    }

    /// <summary>Block comments nest in PostgreSQL; <c>/*!</c> is code to MySQL.</summary>
    void BlockComment()
    {
        var start = at;
        if (Peek(2) is '!' or 'M' || Peek(2) == 'T' && Peek(3) == '!')
        {
            Problem = "a comment that MySQL or TiDB runs";
            return;
        }
        // dev.mysql.com, "Variable-Setting Hint Syntax"; pgpool.net, "In Memory Query Cache".
        if (source.IndexOf("*/", at, StringComparison.Ordinal) is > 0 and var close && source.AsSpan(at, close - at) is var comment
            && (Peek(2) == '+' && comment.Contains("set_var", StringComparison.OrdinalIgnoreCase) || comment.Contains("QUERY CACHE", StringComparison.Ordinal)))
        {
            Problem = "a comment that a server acts on";
            return;
        }
        var open = 0;
        while (at < source.Length)
        {
            if (source[at] == '/' && Peek() == '*')
            {
                // Only PostgreSQL nests: elsewhere the comment would end earlier.
                if (++open > 1)
                {
                    Problem = "a comment inside a comment";
                    return;
                }
                at += 2;
            }
            else if (source[at] == '*' && Peek() == '/')
            {
                at += 2;
                if (--open == 0)
                {
                    Comments.Add((start, at));
                    return;
                }
            }
            else at++;
        }
        Problem = "an unclosed comment";
    }

    void Prefixed(bool escapes)
    {
        at++;
        Quote('\'', SqlKind.String, escapes);
    }

    void Quote(char quote, SqlKind kind, bool escapes)
    {
        var start = at++;
        while (at < source.Length)
        {
            if (source[at] == '\\')
            {
                // E'\' ends there to SQL Server and SQLite, which know no such string; behind an apostrophe within a word neither finds a statement.
                if (escapes && (Peek() != quote || char.IsLetterOrDigit(Peek(2)))) at++;
                else if (Peek() == quote)
                {
                    Problem = "a backslash before a quote, which the databases read differently";
                    return;
                }
                at++;
            }
            else if (source[at] == quote)
            {
                if (Peek() == quote) at += 2;
                else
                {
                    at++;
                    Tokens.Add(new SqlToken(kind, source[(start + 1)..(at - 1)], start, at));
                    return;
                }
            }
            else at++;
        }
        Problem = "an unclosed quote";
    }

    string? DollarTag()
    {
        var end = at + 1;
        while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] == '_')) end++;
        return end < source.Length && source[end] == '$' && !char.IsAsciiDigit(source[at + 1]) ? source[at..(end + 1)] : null;
    }

    void DollarQuote(string tag)
    {
        var end = source.IndexOf(tag, at + tag.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            Problem = "an unclosed dollar quote";
            return;
        }
        // To SQLite $a$ is a parameter, and what follows a semicolon is a statement of its own; only what asks is taken for a read.
        if (IsParameter(source.AsSpan(at + tag.Length, end - at - tag.Length))
            && (Asks() || Tokens.FindLast(token => token.Kind == SqlKind.Word) is { Text: "select" or "values" or "by" or "where" or "and" or "or" or "like" or "as" }))
        {
            Problem = "a semicolon between dollars, which the databases read differently";
            return;
        }
        Tokens.Add(new SqlToken(SqlKind.String, source[(at + tag.Length)..end], at, end + tag.Length));
        at = end + tag.Length;
    }

    /// <summary>Whether the statement begins as one that asks, whatever word stands before the dollars.</summary>
    bool Asks()
    {
        var begin = Tokens.FindLastIndex(token => token.Kind == SqlKind.Symbol && token.Text == ";") + 1;
        return Tokens.Skip(begin).FirstOrDefault(token => token.Kind == SqlKind.Word) is { Text: "select" or "with" or "values" or "table" or "explain" or "show" };
    }

    /// <summary>Whether what stands between could be the rest of one statement, and others, with a name of dollars at each end.</summary>
    static bool IsParameter(ReadOnlySpan<char> text) =>
        text.Contains(';') && !char.IsLetterOrDigit(text[0]) && !char.IsLetterOrDigit(text[^1]) && text.Count('\'') % 2 == 0;

    /// <summary>psql's backslash commands reach to the end of the line; <c>\G</c> and <c>\g</c> alone end a statement.</summary>
    void Meta()
    {
        var start = at;
        var end = source.IndexOf('\n', at);
        if (end < 0) end = source.Length;
        var text = source[at..end].TrimEnd();
        if (text.Length >= 2 && text[1] is 'G' or 'g' && (text.Length == 2 || text[2] is ';' or ' ') && text[2..].Trim(' ', ';').Length == 0)
        {
            Tokens.Add(new SqlToken(SqlKind.Symbol, ";", start, start + 2));
            at = end;
            return;
        }
        Tokens.Add(new SqlToken(SqlKind.Meta, text, start, start + text.Length));
        at = end;
    }

    void Word()
    {
        var start = at;
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] is '_' or '$')) at++;
        // Oracle's columns v$session.serial# and their kin; to MySQL '#' would begin a comment, so that no quote may stand open behind it.
        if (at < source.Length && source[at] == '#' && OracleNumbers.Contains(source[(Math.Max(start, source.LastIndexOf('_', at - 1, at - start) + 1))..at])
            && RestOfLine() is var rest && rest.Count('\'') % 2 == 0 && rest.IndexOfAny('"', '`') < 0 && !rest.Contains("/*", StringComparison.Ordinal)
            && !Dollars().IsMatch(rest)) at++;
        Tokens.Add(new SqlToken(SqlKind.Word, source[start..at].ToLowerInvariant(), start, at));
    }

    // v$session is a name, $$ and $a$ begin a string.
    [GeneratedRegex(@"\$\w*\$", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();

    /// <summary>What Oracle's views number, alone or behind further words: LOW_SEQUENCE#, ROW_WAIT_OBJ#
    /// ("Database Reference", V$LOG, V$ARCHIVE_GAP, V$SESSION, V$DATAFILE).</summary>
    static readonly FrozenSet<string> OracleNumbers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "serial", "sequence", "thread", "obj", "dataobj", "group", "file", "block", "row", "ts", "user", "change", "event", "statistic", "latch", "class", "seq");

    void Number()
    {
        var start = at;
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] is '.' or '_')) at++;
        Tokens.Add(new SqlToken(SqlKind.Number, source[start..at], start, at));
    }
}
