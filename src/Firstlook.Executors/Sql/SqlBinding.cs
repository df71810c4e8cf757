using Firstlook.Access;
using System.Globalization;
using System.Text;
using Firstlook.Executors.Binding;

namespace Firstlook.Executors.Sql;

/// <summary>A statement whose values are parameters: <c>$1</c> and on, as text whose type the server infers, as it does for a quoted literal.</summary>
internal sealed record BoundSql(string Text, IReadOnlyList<string> Parameters, string? Problem)
{
    /// <summary>Types that may stand before a literal (<c>interval '5 minutes'</c>), where no parameter may: a cast says the same.</summary>
    static readonly HashSet<string> LiteralTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "interval", "date", "time", "timestamp", "timestamptz", "timetz", "uuid", "inet", "cidr", "json", "jsonb", "text", "numeric",
    };

    public static BoundSql Bind(string sql, EquatableArray<Access.Binding> values)
    {
        var tokens = new Tokens(values);
        if (!tokens.Any) return new BoundSql(sql, [], null);
        var text = new StringBuilder(sql.Length);
        var parameters = new List<string>();
        var skipUntil = 0;
        foreach (var piece in SqlText.Pieces(sql))
        {
            if (piece.Start < skipUntil) continue;
            var source = sql[piece.Start..piece.End];
            switch (piece.Part)
            {
                case SqlPart.Code when tokens.At(sql, piece.Start) is { } value:
                    Parameter(value.Value);
                    skipUntil = piece.Start + value.Token.Length;
                    break;
                case SqlPart.String when tokens.OccursIn(source) && (source.Length < 2 || source[^1] != '\''):
                    return new BoundSql("", [], "the string that a value would stand in has no end");
                case SqlPart.String when tokens.OccursIn(source):
                    var type = TakeLiteralType(text);
                    Parameter(tokens.Replace(source[1..^1].Replace("''", "'", StringComparison.Ordinal), value => value.Value));
                    if (type is not null) text.Append("::").Append(type);
                    break;
                case SqlPart.OtherQuoted when tokens.OccursIn(source):
                    return new BoundSql("", [], $"a value would stand inside {source}, where nothing can be bound: write it as '...' instead");
                default:
                    text.Append(source);
                    break;
            }
        }

        return new BoundSql(text.ToString(), parameters, null);

        void Parameter(string value)
        {
            parameters.Add(value);
            text.Append('$').Append(parameters.Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Takes the type's name off the end of what is written so far, where there is one.</summary>
    static string? TakeLiteralType(StringBuilder text)
    {
        var written = text.ToString();
        var trimmed = written.TrimEnd();
        var start = trimmed.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(trimmed[start - 1]) || trimmed[start - 1] == '_')) start--;
        var word = trimmed[start..];
        if (!LiteralTypes.Contains(word)) return null;
        text.Length = start;
        return word;
    }
}
