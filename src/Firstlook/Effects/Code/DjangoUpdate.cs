namespace Firstlook.Effects.Code;

/// <summary>
/// <c>expired = X.objects.filter(is_active=True, ...)</c> and then <c>expired.update(is_active=False)</c>: the filter records what the
/// field held, so the exact inverse exists. Any other update overwrites what is not recorded.
/// </summary>
internal static class DjangoUpdate
{
    public static void Remember(List<CodeToken> tokens, Dictionary<string, HashSet<string>> filters)
    {
        if (tokens is not [{ Kind: CodeKind.Name } name, { Text: "=" }, ..]) return;
        var call = tokens.FindIndex(token => token.Is("filter"));
        if (call > 0 && !tokens.Any(token => token.Text is "exclude" or "union" or "|")) filters[name.Text] = Pinned(tokens, call + 1);
        else filters.Remove(name.Text);
    }

    public static bool IsPinned(List<CodeToken> tokens, Dictionary<string, HashSet<string>> filters)
    {
        var call = tokens.FindIndex(token => token.Is("update"));
        if (call < 2 || !tokens[call - 1].Is(".") || call + 1 >= tokens.Count || !tokens[^1].Is(")")) return false;
        HashSet<string>? pinned = null;
        if (call == 2 && filters.TryGetValue(tokens[0].Text, out var remembered)) pinned = remembered;
        else if (tokens.FindIndex(token => token.Is("filter")) is > 0 and var filter && filter < call && tokens[..call].Count(token => token.Is("(")) == 1)
            pinned = Pinned(tokens, filter + 1);
        if (pinned is null) return false;
        var fields = Pinned(tokens, call + 1);
        return fields.Count > 0 && fields.IsSubsetOf(pinned) && tokens[(call + 1)..].Count(token => token.Is("=")) == fields.Count;
    }

    /// <summary>Fields that arguments set to a literal: <c>field=True</c>, <c>field="x"</c>, <c>field=3</c>.</summary>
    static HashSet<string> Pinned(List<CodeToken> tokens, int open)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        for (var at = open; at + 3 < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")") && --depth == 0) break;
            if (depth != 1 || tokens[at].Kind != CodeKind.Name || !tokens[at + 1].Is("=") || tokens[at].Text.Contains("__", StringComparison.Ordinal)) continue;
            var value = tokens[at + 2];
            var literal = value.Kind is CodeKind.String or CodeKind.Number || value.Text is "True" or "False" or "None";
            if (literal && tokens[at + 3].Text is "," or ")") fields.Add(tokens[at].Text);
        }
        return fields;
    }
}
