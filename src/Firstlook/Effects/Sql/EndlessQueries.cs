using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>
/// Queries that never end, or fill the disk with what they keep beside: a recursion without a condition (PostgreSQL, 7.8.2 "Recursive Queries"), a series of more rows than
/// anybody waits for, a text of more bytes than memory holds.
/// </summary>
internal static class EndlessQueries
{
    static readonly FrozenSet<string> Making = FrozenSet.Create(StringComparer.Ordinal,
        "generate_series", "numbers", "numbers_mt", "zeros", "zeros_mt", "range", "repeat", "randomblob", "zeroblob", "space", "replicate", "rpad", "lpad", "sequence",
            "generate_array", "generate_series_mt", "generaterandom", "rangen", "arraywithconstant", "randomstring", "repeat_string");

    static readonly FrozenSet<string> Ending = FrozenSet.Create(StringComparer.Ordinal, "where", "join", "limit", "on", "fetch", "top", "having", "using", "cycle");

    public static bool In(List<SqlToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("recursive") && !EndsAtUnion(tokens, at)) return true;
            if (tokens[at].Is("maxrecursion") && at + 1 < tokens.Count && tokens[at + 1].Text == "0") return true;
            if (tokens[at].Kind is SqlKind.Word && at + 1 < tokens.Count && tokens[at + 1].Is("(") && Making.Contains(tokens[at].Text) && MakesMany(tokens, at + 2)) return true;
            if (tokens[at].Is("system") && at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Text is "numbers" or "numbers_mt" or "zeros" or "zeros_mt"
                && !tokens.Exists(token => token.Is("limit")))
                return true;
        }

        return false;
    }

    /// <summary>Whether something behind the UNION of a recursion takes fewer rows each time, or the whole takes only so many.</summary>
    static bool EndsAtUnion(List<SqlToken> tokens, int from)
    {
        var union = tokens.FindIndex(from, token => token.Is("union"));
        if (union < 0 || tokens.Exists(token => token.Is("limit") || token.Is("fetch"))) return true;
        var open = 0;
        for (var at = union + 1; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) open++;
            else if (tokens[at].Is(")") && --open < 0) return false;
            else if (tokens[at].Kind == SqlKind.Word && Ending.Contains(tokens[at].Text)) return true;
        }

        return false;
    }

    /// <summary>Of two numbers a series goes from one to the other; one alone says how many there are.</summary>
    static bool MakesMany(List<SqlToken> tokens, int from)
    {
        var numbers = new List<double>();
        for (var (at, open) = (from, 1); at < tokens.Count && open > 0; at++)
        {
            if (tokens[at].Is("(")) open++;
            else if (tokens[at].Is(")")) open--;
            else if (tokens[at].Kind == SqlKind.Number && double.TryParse(tokens[at].Text, System.Globalization.CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
        }

        return numbers.Count > 0 && (numbers.Count == 1 ? numbers[0] : numbers.Max() - numbers.Min()) >= CountedLoops.Steps;
    }
}
