using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>What Python enters and leaves without a call (<c>with maintenance_mode:</c>), and functions of a database that a query of Django's is given as a class
/// (<c>annotate(x=LoUnlink("id"))</c>).</summary>
internal static class Entered
{
    static readonly FrozenSet<string> Queries = FrozenSet.Create(StringComparer.Ordinal, "annotate", "aggregate", "alias", "order_by", "values", "values_list");

    /// <summary>docs.djangoproject.com, "Database Functions", "Query Expressions", "Conditional Expressions"; django.contrib.postgres, "aggregates", "search".</summary>
    static readonly FrozenSet<string> Functions = FrozenSet.ToFrozenSet(
        ["Q", "F", "Count", "Sum", "Avg", "Min", "Max", "StdDev", "Variance", "Case", "When", "Value", "Subquery", "OuterRef", "Exists", "ExpressionWrapper", "Window",
            "RowRange", "ValueRange", "Prefetch", "Coalesce", "Cast", "Collate", "Greatest", "Least", "JSONObject", "JSONArray", "NullIf", "Extract", "ExtractYear",
            "ExtractIsoYear", "ExtractMonth", "ExtractDay", "ExtractWeek", "ExtractWeekDay", "ExtractIsoWeekDay", "ExtractQuarter", "ExtractHour", "ExtractMinute",
            "ExtractSecond", "Now", "Trunc", "TruncYear", "TruncQuarter", "TruncMonth", "TruncWeek", "TruncDay", "TruncDate", "TruncTime", "TruncHour", "TruncMinute",
            "TruncSecond", "Abs", "Ceil", "Floor", "Round", "Power", "Mod", "Sqrt", "Ln", "Log", "Exp", "Sign", "Random", "Chr", "Ord", "Concat", "ConcatPair", "Left",
            "Right", "Length", "Lower", "Upper", "LPad", "RPad", "LTrim", "RTrim", "Trim", "MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "Repeat", "Replace",
            "Reverse", "StrIndex", "Substr", "CumeDist", "DenseRank", "FirstValue", "Lag", "LastValue", "Lead", "NthValue", "Ntile", "PercentRank", "Rank", "RowNumber",
            "ArrayAgg", "StringAgg", "JSONBAgg", "BoolAnd", "BoolOr", "BitAnd", "BitOr", "SearchVector", "SearchQuery", "SearchRank", "TrigramSimilarity", "KT",
            "KeyTextTransform", "KeyTransform", "Decimal", "UUID", "ArraySubquery"]);

    /// <summary>Whether a name is one of Django's functions and expressions that only compute.</summary>
    public static bool AreFunctions(string name) => Functions.Contains(name);

    /// <returns>Why what stands at a place may act without being called; null where nothing does.</returns>
    public static string? Problem(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name || at + 2 >= tokens.Count) return null;
        if (tokens[at].Is("with") && !(at > 0 && tokens[at - 1].Is("."))) return Context(tokens, at + 1);
        if (!Queries.Contains(tokens[at].Text) || !tokens[at + 1].Is("(") || at == 0 || !tokens[at - 1].Is(".")) return null;
        for (var (i, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); i + 1 < close; i++)
        {
            var name = tokens[i].Text;
            if (tokens[i].Kind == CodeKind.Name && char.IsAsciiLetterUpper(name[0]) && tokens[i + 1].Is("(") && !tokens[i - 1].Is(".") && name.Length > 1
                && !Functions.Contains(name) && !name.EndsWith("Field", StringComparison.Ordinal))
                return $"{name}() may be a function of the database that acts";
        }

        return null;
    }

    // "with lock:", "with a.b as c, d:"; what is called there is judged by its own name.
    static string? Context(List<CodeToken> tokens, int at)
    {
        while (at + 1 < tokens.Count && tokens[at].Is("(")) at++;
        while (at + 1 < tokens.Count && tokens[at].Kind == CodeKind.Name)
        {
            var end = Paths.EndOf(tokens, at);
            if (!tokens.GetRange(at, end - at + 1).Exists(token => token.Is("(")) && tokens[end].Kind == CodeKind.Name && !Homonyms.IsHeld(tokens[end].Text))
                return $"'{tokens[end].Text}' is entered and left, and may act";
            while (end + 1 < tokens.Count && tokens[end + 1].Text is not ("," or ":") && tokens[end + 1].Kind != CodeKind.Newline) end++;
            if (end + 2 >= tokens.Count || !tokens[end + 1].Is(",")) return null;
            at = end + 2;
        }

        return null;
    }
}
