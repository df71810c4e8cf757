namespace Firstlook.Effects.Sql;

/// <summary>
/// How a recursion that takes rows from itself alone goes from one to the next: <c>SELECT n + 1 FROM r WHERE n &lt; 5</c> arrives at its end, and <c>SELECT n</c>,
/// <c>SELECT n - 1</c> and <c>SELECT (n + 1) % 3</c> never do.
/// </summary>
internal static class RecursionSteps
{
    /// <param name="named">Where the recursive table is named, with its columns behind it.</param>
    /// <param name="open">The bracket before its query.</param>
    /// <param name="branch">From UNION on.</param>
    public static bool NeverArrive(List<SqlToken> tokens, int named, int open, List<SqlToken> branch)
    {
        var (select, from, where) = (branch.FindIndex(token => token.Is("select")), branch.FindIndex(token => token.Is("from")), branch.FindIndex(token => token.Is("where")));
        if (select < 0 || from < select || where < from || branch.Exists(token => token.Text is "join" or "or") || branch[from..where].Exists(token => token.Is(","))) return false;
        var steps = Parts(branch, select + 1, from);
        var columns = Columns(tokens, named, open);
        if (columns.Count != steps.Count) return false;
        var condition = branch[(where + 1)..];
        // n < 5, r.n <= 5, and nothing else
        if (condition is [_, { Text: "." }, ..]) condition = condition[2..];
        if (condition is not [{ Kind: SqlKind.Word } counted, { Text: "<" }, ..] || condition.Exists(token => token.Text is "and" or "(")) return false;
        var column = columns.IndexOf(counted.Text);
        return column >= 0 && Stays(steps[column], counted.Text);
    }

    static bool Stays(List<SqlToken> step, string name)
    {
        var plain = step.FindAll(token => token.Text is not ("(" or ")"));
        if (plain is [{ Kind: SqlKind.Word }, { Text: "." }, ..]) plain = plain[2..];
        return plain is [{ Text: var alone }] && alone == name
            || plain is [{ Text: var less }, { Text: "-" }, { Kind: SqlKind.Number }] && less == name
            || plain.Exists(token => token.Text is "%" or "mod");
    }

    /// <summary>The names of the table's columns: behind its own, or as its first query calls them.</summary>
    static List<string> Columns(List<SqlToken> tokens, int named, int open)
    {
        if (tokens[named + 1].Is("(")) return tokens[(named + 2)..open].TakeWhile(token => !token.Is(")")).Where(token => !token.Is(",")).Select(token => token.Text).ToList();
        var union = tokens.FindIndex(open, token => token.Text is "union" or "from");
        return open + 1 < tokens.Count && tokens[open + 1].Is("select") && union > 0 ? Parts(tokens, open + 2, union).ConvertAll(part => part[^1].Text) : [];
    }

    /// <summary>What commas part, outside of brackets.</summary>
    static List<List<SqlToken>> Parts(List<SqlToken> tokens, int from, int end)
    {
        var parts = new List<List<SqlToken>>();
        var (start, depth) = (from, 0);
        for (var at = from; at <= end; at++)
        {
            if (at < end && tokens[at].Is("(")) depth++;
            if (at < end && tokens[at].Is(")")) depth--;
            if (at < end && !(depth == 0 && tokens[at].Is(","))) continue;
            if (at > start) parts.Add(tokens[start..at]);
            start = at + 1;
        }

        return parts;
    }
}
