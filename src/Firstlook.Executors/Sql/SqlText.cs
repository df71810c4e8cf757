namespace Firstlook.Executors.Sql;

internal enum SqlPart
{
    Code,
    Comment,

    /// <summary><c>'...'</c> without backslash escapes.</summary>
    String,

    /// <summary><c>E'...'</c>, <c>$tag$...$tag$</c>, <c>"..."</c>: nothing is bound in there.</summary>
    OtherQuoted,
    Semicolon,
}

/// <param name="End">Exclusive.</param>
internal readonly record struct SqlPiece(SqlPart Part, int Start, int End);

/// <summary>
/// PostgreSQL's lexical structure (manual, chapter 4.1), as far as it tells what is quoted: standard_conforming_strings is on,
/// comments nest, dollar quotes have tags.
/// </summary>
internal static class SqlText
{
    public static IEnumerable<SqlPiece> Pieces(string sql)
    {
        for (var at = 0; at < sql.Length;)
        {
            var piece = Next(sql, at);
            yield return piece;
            at = piece.End;
        }
    }

    /// <summary>The one statement of the text, without the semicolons at its end; null where there are several.</summary>
    public static string? OneStatement(string sql)
    {
        var ended = -1;
        foreach (var piece in Pieces(sql))
        {
            if (piece.Part == SqlPart.Semicolon) ended = ended < 0 ? piece.Start : ended;
            else if (ended >= 0 && piece.Part != SqlPart.Comment && !string.IsNullOrWhiteSpace(sql[piece.Start..piece.End])) return null;
        }

        return ended < 0 ? sql : sql[..ended];
    }

    static SqlPiece Next(string sql, int at) => sql[at] switch
    {
        ';' => new SqlPiece(SqlPart.Semicolon, at, at + 1),
        '\'' => new SqlPiece(SqlPart.String, at, QuotedEnd(sql, at + 1, '\'', escapes: false)),
        '"' => new SqlPiece(SqlPart.OtherQuoted, at, QuotedEnd(sql, at + 1, '"', escapes: false)),
        'e' or 'E' when Is(sql, at + 1, '\'') => new SqlPiece(SqlPart.OtherQuoted, at, QuotedEnd(sql, at + 2, '\'', escapes: true)),
        '-' when Is(sql, at + 1, '-') => new SqlPiece(SqlPart.Comment, at, LineEnd(sql, at)),
        '/' when Is(sql, at + 1, '*') => new SqlPiece(SqlPart.Comment, at, CommentEnd(sql, at)),
        '$' when DollarTag(sql, at) is { } tag => new SqlPiece(SqlPart.OtherQuoted, at, DollarEnd(sql, at, tag)),
        var c when IsWord(c) => new SqlPiece(SqlPart.Code, at, WordEnd(sql, at)),
        _ => new SqlPiece(SqlPart.Code, at, at + 1),
    };

    static int QuotedEnd(string sql, int at, char quote, bool escapes)
    {
        for (; at < sql.Length; at++)
        {
            if (escapes && sql[at] == '\\') at++;
            else if (sql[at] == quote && Is(sql, at + 1, quote)) at++;
            else if (sql[at] == quote) return at + 1;
        }

        return sql.Length;
    }

    static int LineEnd(string sql, int at)
    {
        var end = sql.AsSpan(at).IndexOfAny('\n', '\r');
        return end < 0 ? sql.Length : at + end;
    }

    static int CommentEnd(string sql, int at)
    {
        var depth = 0;
        for (; at < sql.Length; at++)
        {
            if (sql[at] == '/' && Is(sql, at + 1, '*'))
            {
                depth++;
                at++;
            }
            else if (sql[at] == '*' && Is(sql, at + 1, '/'))
            {
                depth--;
                at++;
                if (depth == 0) return at + 1;
            }
        }

        return sql.Length;
    }

    static string? DollarTag(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && IsWord(sql[end]) && sql[end] != '$') end++;
        return Is(sql, end, '$') && !(end > at + 1 && char.IsAsciiDigit(sql[at + 1])) ? sql[at..(end + 1)] : null;
    }

    static int DollarEnd(string sql, int at, string tag)
    {
        var end = sql.IndexOf(tag, at + tag.Length, StringComparison.Ordinal);
        return end < 0 ? sql.Length : end + tag.Length;
    }

    static int WordEnd(string sql, int at)
    {
        // A dollar inside an identifier belongs to it, and opens no quote.
        while (at < sql.Length && (IsWord(sql[at]) || sql[at] == '$')) at++;
        return at;
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || c > 127;

    static bool Is(string sql, int at, char c) => at < sql.Length && sql[at] == c;
}
