namespace Firstlook.Effects.Code;

/// <summary>
/// What waits until something happens elsewhere, without a time that it is given (docs.python.org, "select"; developer.hashicorp.com, "Blocking Queries"; mongodb.com,
/// "Tailable Cursors"; ECMA-262, "Promise"): <c>select.select([], [], [])</c>, <c>wait=True</c>, <c>new Promise(() =&gt; {})</c>.
/// </summary>
internal static class Waits
{
    /// <summary>More tokens than this stand in no head of a loop.</summary>
    const int MostNames = 40;

    public static bool AreIn(List<CodeToken> tokens, CodeFamily family)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind != CodeKind.Name) continue;
            if (tokens[at].Text.StartsWith("TAILABLE", StringComparison.Ordinal) || tokens[at].Is("tailable")) return true;
            if (family != CodeFamily.JavaScript && Joins(tokens, at, family)) return true;
            if (family == CodeFamily.JavaScript && IsNeverKept(tokens, at) || family != CodeFamily.JavaScript && Selects(tokens, at, family)
                || family == CodeFamily.Python && (IsLong(tokens, at) || Streams(tokens, at)))
                return true;
        }

        return false;
    }

    // thread.join(), queue.join(), future.result(); a text's join() is given what it joins.
    static bool Joins(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (at < 2) return false;
        if (family == CodeFamily.Ruby)
            return tokens[at].Is("join") && (tokens[at - 1].Is(":") && tokens[at - 2].Is("&") && tokens.Exists(token => token.Is("Thread"))
                || tokens[at - 1].Is(".") && tokens[at - 2].Text.EndsWith("thread", StringComparison.OrdinalIgnoreCase) && !tokens[at + 1].Is("("));
        return tokens[at - 1].Is(".") && at + 2 < tokens.Count && tokens[at + 1].Is("(") && tokens[at + 2].Is(")")
            && (tokens[at].Is("join")
                || tokens[at].Is("result") && (tokens[at - 2].Text is "fut" or "f" || tokens[at - 2].Text.EndsWith("future", StringComparison.OrdinalIgnoreCase)));
    }

    // select.select(r, w, x), IO.select([s])
    static bool Selects(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (!tokens[at].Is("select") || at < 2 || !tokens[at - 1].Is(".") || !tokens[at + 1].Is("(")) return false;
        if (!tokens[at - 2].Is(family == CodeFamily.Ruby ? "IO" : "select")) return false;
        var (arguments, close) = (0, Paths.ClosingOf(tokens, at + 1));
        for (var start = at + 2; start < close; start = HandedFunctions.End(tokens, start) + 1) arguments++;
        return arguments < 4 || tokens[close - 1].Text is "None" or "nil";
    }

    // kv.get("x", index=5, wait="10h"), read("/x", wait=True), get_message(timeout=None)
    static bool IsLong(List<CodeToken> tokens, int at)
    {
        if (!tokens[at + 1].Is("=") || at + 2 >= tokens.Count || at == 0 || !(tokens[at - 1].Is(",") || tokens[at - 1].Is("("))) return false;
        var value = tokens[at + 2].Text.Trim('"', '\'');
        return tokens[at].Text switch
        {
            "wait" => value is "True" || value is [.., 'h' or 'd'] && value[..^1].All(char.IsAsciiDigit) && value.Length > 1,
            "timeout" => value is "None" && at > 1 && tokens[at - 2].Text is "get_message" or "poll" or "recv" or "blpop" or "brpop",
            _ => false,
        };
    }

    // for line in requests.get(url, stream=True): and for x in container.stats():
    static bool Streams(List<CodeToken> tokens, int at)
    {
        if (!tokens[at].Is("in") || tokens.FindLastIndex(at, Math.Min(at + 1, MostNames), token => token.Is("for")) < 0) return false;
        var end = Paths.EndOf(tokens, at + 1);
        if (end <= at + 1 || end >= tokens.Count || !tokens[end].Is(")")) return false;
        for (var i = at + 1; i < end; i++)
        {
            if (tokens[i].Is("stream") && tokens[i + 1].Is("=") && tokens[i + 2].Is("True")) return true;
        }

        // docs.docker.com, "ContainerStats": it streams unless it is told not to.
        return end >= 3 && tokens[end - 1].Is("(") && tokens[end - 2].Is("stats") && tokens[end - 3].Is(".");
    }

    // new Promise(() => {})
    static bool IsNeverKept(List<CodeToken> tokens, int at)
    {
        if (!tokens[at].Is("Promise") || at == 0 || !tokens[at - 1].Is("new") || !tokens[at + 1].Is("(") || at + 3 >= tokens.Count) return false;
        if (tokens[at + 2].Is("(") && tokens[at + 3].Is(")")) return true;
        var kept = tokens[at + 2].Is("(") ? tokens[at + 3] : tokens[at + 2];
        if (kept.Kind != CodeKind.Name || kept.Text is "function" or "async") return false;
        // resolve => setTimeout(resolve, 100); a name alone is a function of its own.
        var (named, close) = (0, Paths.ClosingOf(tokens, at + 1));
        for (var i = at + 2; i < close; i++)
        {
            if (tokens[i].Is(kept.Text)) named++;
            foreach (var inner in tokens[i].Inner ?? [])
            {
                if (inner.Contains(kept.Text, StringComparison.Ordinal)) named++;
            }
        }

        return named < 2 && tokens.GetRange(at + 2, close - at - 2).Exists(token => token.Is("="));
    }
}
