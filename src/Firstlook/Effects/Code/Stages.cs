namespace Firstlook.Effects.Code;

/// <summary>Stages of a pipeline that write (<c>$out</c>, <c>$merge</c>), put together so that no text names them, and code inside a query (MongoDB manual, "Aggregation
/// Stages", "$where").</summary>
internal static class Stages
{
    /// <returns>Null where nothing is put together there.</returns>
    public static string? Problem(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (family == CodeFamily.Ruby) return null;
        var token = tokens[at];
        var text = token.Text.AsSpan().TrimStart("rbuf").Trim("\"'`:");
        if (token.Kind is CodeKind.String or CodeKind.Name && text is "$where" or "$function" or "$accumulator") return $"'{text}' runs code on the server";
        // '$o' + 'ut', and '$o' 'ut' of Python
        if (token.Kind == CodeKind.String && text.StartsWith("$") && text.IndexOf(' ') < 0
            && (IsText(tokens, at + 1) && family == CodeFamily.Python || Is(tokens, at + 1, "+") && IsText(tokens, at + 2)))
            return "a name that begins with '$' is put together";
        // f"{'$'}out"
        if (token.Kind == CodeKind.String && token.Inner.Length > 0 && !text.StartsWith("$") && Requests.Spelled(token) is ['$', ..] spelled && !spelled.Contains(' '))
            return "a name that begins with '$' is put together";
        // {f"${name}": ...}, {[`$${name}`]: ...}
        if (token.Kind == CodeKind.String && token.Inner.Length > 0 && (family == CodeFamily.Python ? text.StartsWith("${") : text.StartsWith("$$"))
            && (Is(tokens, at + 1, ":") || Is(tokens, at + 1, "]") && Is(tokens, at + 2, ":")))
            return "a name that begins with '$' is put together";
        if (!token.Is("aggregate") || !Is(tokens, at + 1, "(")) return null;
        for (var (i, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); i < close; i++)
        {
            if (tokens[i].Kind == CodeKind.String && tokens[i].Text.Contains('\\')) return "an escape may hide a stage";
            if (tokens[i].Text is "parse" or "fromEntries" or "load" or "loads" or "safe_load" or "chr" or "fromCharCode" or "dict" or "zip" or "join" or "replace"
                && Is(tokens, i + 1, "("))
                return "a stage is put together";
            // {'$o' + x: ...}
            if (tokens[i].Is(":") && i > 1 && tokens[i - 1].Kind == CodeKind.String && tokens[i - 2].Text is "+" or "%"
                || tokens[i].Is(":") && (tokens[i - 1].Text is ")" or "]" || tokens[i - 1].Inner is { Length: > 0 }))
                return "the name of a stage is put together";
        }

        return null;
    }

    /// <summary>Where stages are asked for that stand elsewhere, or that a text or a file may have become.</summary>
    public static IEnumerable<(int Position, string Why)> Loaded(List<CodeToken> tokens, CodeFamily family, HashSet<string> bound)
    {
        if (family == CodeFamily.Ruby) yield break;
        var loads = tokens.Exists(token => token.Kind == CodeKind.Name && token.Text is "load" or "loads" or "safe_load" or "parse" or "literal_eval");
        for (var at = 0; at + 3 < tokens.Count; at++)
        {
            if (!tokens[at].Is("aggregate") || !tokens[at + 1].Is("(")) continue;
            if (loads && tokens[at + 2].Kind == CodeKind.Name && tokens[at + 3].Text is ")" or ",")
                yield return (tokens[at].Start, "the stages may have been loaded, and one may write");
            // Django's and pandas' are given what to compute.
            var path = tokens.GetRange(Math.Max(0, Paths.StartOf(tokens, at, Paths.MostInBrackets)), at - Math.Max(0, Paths.StartOf(tokens, at, Paths.MostInBrackets)));
            if (!path.Exists(token => token.Text is "objects" or "groupby" or "filter" or "resample" or "rolling") && Elsewhere(tokens, at + 2, bound))
                yield return (tokens[at].Start, "the stages are set elsewhere, and one may write");
            // k = f"${name}"; aggregate([{k: "users"}])
            if (family == CodeFamily.Python
                && tokens.Exists(token =>
                    token.Kind == CodeKind.String && token.Inner.Length > 0 && token.Text.AsSpan().TrimStart("fFrR").Trim("\"'") is ['$', '{', .., '}'] text
                        && text.IndexOf(' ') < 0 && text.IndexOf(':') < 0))
                yield return (tokens[at].Start, "a name that begins with '$' is put together");
        }
    }

    // aggregate(stages), aggregate([stage]), aggregate([...stages]), of names that nothing here sets
    static bool Elsewhere(List<CodeToken> tokens, int start, HashSet<string> bound)
    {
        while (start + 1 < tokens.Count && tokens[start].Text is "." or "*") start++;
        if (!tokens[start].Is("[")) return IsStranger(tokens, start, HandedFunctions.End(tokens, start), bound);
        for (var (element, close) = (start + 1, Paths.ClosingOf(tokens, start)); element < close; element = HandedFunctions.End(tokens, element) + 1)
        {
            var end = HandedFunctions.End(tokens, element);
            while (element < end && tokens[element].Text is "." or "*") element++;
            if (IsStranger(tokens, element, end, bound)) return true;
        }

        return false;
    }

    static bool IsStranger(List<CodeToken> tokens, int start, int end, HashSet<string> bound) =>
        end == start + 1 && tokens[start].Kind == CodeKind.Name && !bound.Contains(tokens[start].Text);

    static bool IsText(List<CodeToken> tokens, int at) => at < tokens.Count && tokens[at].Kind == CodeKind.String;

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
