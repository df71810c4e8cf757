namespace Firstlook.Effects.Code;

/// <summary>
/// What is set in something, or deleted from it: <c>batch.is_active = False</c> changes an object of this snippet's own until it is saved, and
/// <c>totals[path] += 1</c> a dictionary, but <c>config.MAINTENANCE = True</c> of an imported settings object and <c>connection["key"] = 1</c> of a
/// client write at once (Python data model, "Customizing attribute access", "Emulating container types"; redis-py; django-constance).
/// </summary>
internal static class Assignments
{
    /// <summary>Where something is set that is not the snippet's own, and why that may act.</summary>
    public static List<(int Position, string Why)> Problems(List<CodeToken> source, CodeFamily family)
    {
        var tokens = Joined(source, family);
        var own = OwnNames.Of(tokens, family);
        var found = new List<(int, string)>();
        var depth = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")")) depth--;
            if (IsFollowedByTargets(tokens, at, family))
            {
                var first = at + 1;
                while (first < tokens.Count && tokens[first].Text is "(" or "const" or "let" or "var") first++;
                for (var target = first; target < tokens.Count && tokens[target].Kind == CodeKind.Name;)
                {
                    var end = Paths.EndOf(tokens, target);
                    if (Problem(tokens, target, end, own) is { } why) found.Add((tokens[at].Start, why));
                    target = end + 1 < tokens.Count && tokens[end + 1].Is(",") ? end + 2 : tokens.Count;
                }
            }

            if (family == CodeFamily.JavaScript && Stepped(tokens, at) is var (from, until) && Problem(tokens, from, until, own) is { } step) found.Add((tokens[at].Start, step));
            if (!Paths.Sets(tokens, at, family, depth)) continue;
            for (var end = Paths.LastOfTarget(tokens, at, family); end >= 0;)
            {
                var start = Paths.StartOf(tokens, end);
                if (Problem(tokens, start, end, own) is { } why) found.Add((tokens[at].Start, why));
                end = start > 1 && tokens[start - 1].Is(",") ? start - 2 : -1;
            }
        }

        return found;
    }

    /// <summary>What <c>localStorage.count++</c> or <c>--document.x</c> sets: a part of something, and no plain name.</summary>
    static (int From, int Until)? Stepped(List<CodeToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count || tokens[at].Text is not ("+" or "-") || tokens[at + 1].Text != tokens[at].Text || tokens[at].Kind != CodeKind.Symbol
            || tokens[at + 1].Start != tokens[at].End) return null;
        if (at > 0 && (tokens[at - 1].Kind == CodeKind.Name || tokens[at - 1].Is("]"))
            && Paths.StartOf(tokens, at - 1, Paths.MostInBrackets) is >= 0 and var start && start < at - 1)
            return (start, at - 1);
        return at + 2 < tokens.Count && tokens[at + 2].Kind == CodeKind.Name && Paths.EndOf(tokens, at + 2) is var end && end > at + 2 ? (at + 2, end) : null;
    }

    // "del a.b", "delete a.b", "for a.b in ...", "with x as a.b"; TypeScript's "as" is followed by a type.
    static bool IsFollowedByTargets(List<CodeToken> tokens, int at, CodeFamily family) =>
        tokens[at].Kind == CodeKind.Name && !(at > 0 && tokens[at - 1].Is("."))
            && (tokens[at].Text is "del" or "delete" or "for" || tokens[at].Is("as") && family == CodeFamily.Python);

    // A line ends no statement within parentheses; in JavaScript it goes on with a bracket or a dot, in Ruby with a dot.
    static List<CodeToken> Joined(List<CodeToken> source, CodeFamily family)
    {
        var tokens = new List<CodeToken>(source.Count);
        var depth = 0;
        foreach (var token in source)
        {
            if (token.Kind == CodeKind.Symbol && token.Text is "(" or "[") depth++;
            if (token.Kind == CodeKind.Symbol && token.Text is ")" or "]") depth--;
            if (token.Kind == CodeKind.Newline && depth > 0) continue;
            var goesOn = family != CodeFamily.Python && token.Is(".") || family == CodeFamily.JavaScript && token.Text is "[" or "(" or "?";
            while (goesOn && tokens.Count > 0 && tokens[^1].Kind == CodeKind.Newline) tokens.RemoveAt(tokens.Count - 1);
            tokens.Add(token);
        }

        return tokens;
    }

    static bool HoldsPath(List<CodeToken> tokens, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            // ...rest is a name.
            if (tokens[at].Is(".") && !tokens[at - 1].Is(".") && !tokens[at + 1].Is(".") || tokens[at].Is("[") && tokens[at - 1].Kind == CodeKind.Name) return true;
        }

        return false;
    }

    /// <returns>Why what is set there may act; null for a plain name, and for what is this snippet's own.</returns>
    static string? Problem(List<CodeToken> tokens, int start, int end, OwnNames own)
    {
        const string OfACall = "it sets something in what a call returned";
        if (start < 0) return "what is set is not known by name";
        if (start >= end) return null;
        var owner = tokens[start];
        // [a, b] = ..., { a, b } = ...: names, unless one of them is a path.
        if (owner.Kind == CodeKind.Symbol) return owner.Text is "(" ? OfACall : HoldsPath(tokens, start, end) ? "one of what is set is not made here" : null;
        if (owner.Kind != CodeKind.Name) return "what is set is not known by name";
        var member = end >= start + 2 ? tokens[start + 2] : default;
        if (owner.Text is "self" or "this" or "exports" || owner.Text is "module" && member.Is("exports") || owner.Text is "pd" && member.Is("options")) return null;
        if (owner.Text is "os" && end == start + 5 && member.Is("environ") && tokens[start + 4] is { Kind: CodeKind.String } name)
            return DangerousNames.Reason(name.Text.Trim('"', '\''));
        if (tokens.GetRange(start, end - start + 1).Exists(token => token.Is("("))) return OfACall;
        if (!own.Has(owner.Text)) return $"'{owner.Text}' is not made here, and what is set in it may act at once";
        return tokens[start + 1].Is("[") && !own.IsCollection(owner.Text) && Paths.ClosingOf(tokens, start + 1) == end
            ? $"'{owner.Text}' may be a client, which writes what is set in it" : null;
    }
}
