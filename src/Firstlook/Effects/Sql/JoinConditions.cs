using System.Collections.Frozen;

namespace Firstlook.Effects.Sql;

/// <summary>Conditions that say neither which rows of two tables belong together, nor name one row: <c>1 = 1</c>,
/// <c>a.id &gt; 0</c>, <c>b.id = b.id</c>, <c>a.id IS NOT NULL</c>.</summary>
internal static class JoinConditions
{
    /// <summary>Words that name no column.</summary>
    static readonly FrozenSet<string> Words =
        FrozenSet.Create(StringComparer.Ordinal, "true", "false", "not", "null", "is", "interval", "date", "timestamp", "now", "current_date", "current_timestamp");

    /// <param name="condition">From behind ON or WHERE to its end.</param>
    public static bool JoinNothing(List<SqlToken> condition)
    {
        var start = 0;
        for (var at = 0; at <= condition.Count; at++)
        {
            if (at < condition.Count && condition[at].Text is "or" or "in" or "like" or "between" or "exists" or "any" or "all" or "select") return false;
            if (at < condition.Count && !condition[at].Is("and")) continue;
            if (!SaysNothing(condition[start..at])) return false;
            start = at + 1;
        }

        return condition.Count > 0;
    }

    static bool SaysNothing(List<SqlToken> part)
    {
        var tables = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < part.Count; at++)
        {
            if (part[at].Kind is SqlKind.Placeholder or SqlKind.Hole or SqlKind.Meta) return false;
            if (part[at].Kind is not (SqlKind.Word or SqlKind.Quoted) || Words.Contains(part[at].Text)) continue;
            // A name alone may be a column of any table, and a function may compare.
            if (at + 2 >= part.Count || !part[at + 1].Is(".")) return false;
            tables.Add(part[at].Text);
            at += 2;
        }

        if (tables.Count > 1) return false;
        var equals = part.FindIndex(token => token.Is("="));
        if (tables.Count == 0 || equals < 1 || part[equals - 1].Text is "<" or ">" or "!") return true;
        return string.Join(' ', part[..equals].Select(token => token.Text)) == string.Join(' ', part[(equals + 1)..].Select(token => token.Text));
    }
}
