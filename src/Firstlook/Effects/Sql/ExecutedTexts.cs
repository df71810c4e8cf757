using System.Text.RegularExpressions;

namespace Firstlook.Effects.Sql;

/// <summary>
/// <c>EXECUTE IMMEDIATE 'DROP TABLE x_' || n</c>: one statement in a text (Oracle, "PL/SQL Language Reference", EXECUTE IMMEDIATE Statement). What a text begins with stays
/// its verb, whatever is put behind it, for it holds no second statement.
/// </summary>
internal static partial class ExecutedTexts
{
    /// <returns>Null where the statement is none of these.</returns>
    public static Verdict? Judge(List<SqlToken> statement)
    {
        if (!(statement.Count > 2 && statement[0].Is("execute") && statement[1].Is("immediate"))) return null;
        if (statement[2] is not { Kind: SqlKind.String, Text: var text }) return Verdict.Unknown("EXECUTE IMMEDIATE runs a text that is put together");
        // A block in a text may hold another.
        if (text.Contains("immediate", StringComparison.OrdinalIgnoreCase) && !Ending().IsMatch(text)) return Verdict.Unknown("a text that runs a text");
        if (statement.Count == 3) return SqlJudge.Judge(text.Replace("''", "'", StringComparison.Ordinal), other: true);
        // What is put behind it may be what a function gives, which does more than that.
        if (Enumerable.Range(3, statement.Count - 3).Any(at => statement[at].Kind is SqlKind.Word or SqlKind.Quoted && at + 1 < statement.Count && statement[at + 1].Is("(")))
            return Verdict.Unknown("a function gives a part of what EXECUTE IMMEDIATE runs");
        return Ending().IsMatch(text) ? Verdict.Disruptive("EXECUTE IMMEDIATE ends sessions")
            : Losing().IsMatch(text) ? Verdict.Destructive("EXECUTE IMMEDIATE overwrites or deletes")
            : Verdict.Unknown("EXECUTE IMMEDIATE runs a text that is put together");
    }

    [GeneratedRegex(@"^\s*alter\s+system\s+(kill|disconnect)\s+session\s+'", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^\s*(drop|truncate|delete|update|merge|purge)\s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Losing();
}
