namespace Firstlook.Effects.Code;

/// <summary>
/// What is set in something, or deleted from it: <c>batch.is_active = False</c> changes an object of this snippet's own until it is saved, and
/// <c>totals[path] += 1</c> a dictionary, but <c>config.MAINTENANCE = True</c> of an imported settings object and <c>connection["key"] = 1</c> of a
/// client write at once (Python data model, "Customizing attribute access", "Emulating container types"; redis-py; django-constance).
/// </summary>
internal static class Assignments
{
    /// <param name="bound">Names that the snippet makes something by, as <see cref="Made"/> tells.</param>
    /// <param name="opaque">Those of them that may stand for something outside: set to anything but a collection made here.</param>
    public static Verdict Judge(List<CodeToken> tokens, CodeFamily family, HashSet<string> bound, HashSet<string> opaque)
    {
        var depth = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")")) depth--;
            if (tokens[at].Kind == CodeKind.Name && tokens[at].Text is "del" or "delete" && !(at > 0 && tokens[at - 1].Is(".")) && at + 1 < tokens.Count && tokens[at + 1].Kind == CodeKind.Name)
            {
                for (var target = at + 1; target > 0;)
                {
                    var end = EndOf(tokens, target);
                    if (Problem(tokens, target, end, bound, opaque) is { } deleted) return Verdict.Unknown(deleted);
                    target = family == CodeFamily.Python && end + 2 < tokens.Count && tokens[end + 1].Is(",") ? end + 2 : 0;
                }
            }

            // In Python's parentheses a name with '=' is an argument's.
            if (!tokens[at].Is("=") || at == 0 || depth > 0 && family == CodeFamily.Python || IsOther(tokens, at, family)) continue;
            for (var end = LastOfTarget(tokens, at); end >= 0;)
            {
                var start = StartOf(tokens, end);
                if (Problem(tokens, start, end, bound, opaque) is { } set) return Verdict.Unknown(set);
                end = start > 1 && tokens[start - 1].Is(",") ? start - 2 : -1;
            }
        }

        return Verdict.Read("it only reads, or works in its own memory");
    }

    /// <summary>Names that are set to anything but a collection made here, or by <c>as</c>.</summary>
    public static HashSet<string> Opaque(List<CodeToken> tokens, CodeFamily family)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Is("as") && tokens[at + 1].Kind == CodeKind.Name) names.Add(tokens[at + 1].Text);
            if (tokens[at].Is("=") && tokens[at - 1].Kind == CodeKind.Name && !IsOther(tokens, at, family) && !(at > 1 && tokens[at - 2].Is(".")) && !IsCollection(tokens, at + 1)) names.Add(tokens[at - 1].Text);
        }

        return names;
    }

    /// <summary>Of the names that a snippet gives a value, those that are no other name of something from outside (<c>flags = settings.FLAGS</c>), and no owner of an element alone (<c>x[y] = 1</c>).</summary>
    public static HashSet<string> Made(List<CodeToken> tokens, CodeFamily family, HashSet<string> bound)
    {
        var (made, aliases) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var at = 1; at < tokens.Count; at++)
        {
            // for a, b in ...; as f; const { a, b } = ...
            if (tokens[at - 1].Kind == CodeKind.Name && tokens[at - 1].Text is "for" or "as" or "const" or "let" or "var")
            {
                for (var i = at; i < tokens.Count && (tokens[i].Kind == CodeKind.Name && tokens[i].Text is not ("in" or "of") || tokens[i].Text is "," or "(" or ")" or "[" or "]" or "{" or "}"); i++) made.Add(tokens[i].Text);
            }

            if (!tokens[at].Is("=") || IsOther(tokens, at, family)) continue;
            for (var end = at - 1; end >= 0 && tokens[end].Kind == CodeKind.Name && !(end > 0 && tokens[end - 1].Is(".")); end -= 2)
            {
                (IsAlias(tokens, at + 1) ? aliases : made).Add(tokens[end].Text);
                if (end < 2 || !tokens[end - 1].Is(",")) break;
            }
        }

        made.IntersectWith(bound);
        made.ExceptWith(aliases);
        return made;
    }

    // A name, or a name of a name, that nothing is called by.
    static bool IsAlias(List<CodeToken> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Kind != CodeKind.Name || tokens[at].Text is "True" or "False" or "None" or "true" or "false" or "null" or "nil" or "undefined" or "new" or "await" or "lambda" or "function" or "async" or "not") return false;
        var end = EndOf(tokens, at);
        return !tokens[at..(end + 1)].Exists(token => token.Is("("));
    }

    // {}, [x for x in y], dict(...), defaultdict(int), new Map(), pd.read_csv(...)
    static bool IsCollection(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Is("new")) at++;
        return at < tokens.Count && (tokens[at].Text is "{" or "[" or "dict" or "list" or "defaultdict" or "Counter" or "OrderedDict" or "collections" or "pd" or "np" or "Array" or "Object" or "Map" or "Hash" or "sorted"
            || tokens[at].Is("json") && at + 2 < tokens.Count && tokens[at + 2].Text is "loads" or "load" || tokens[at].Is("JSON"));
    }

    // ==, !=, <=, >=, => and =~
    static bool IsOther(List<CodeToken> tokens, int at, CodeFamily family) =>
        at + 1 < tokens.Count && (tokens[at + 1].Text is "=" or ">" || tokens[at + 1].Is("~") && family == CodeFamily.Ruby) && tokens[at + 1].Start == tokens[at].End
        || tokens[at - 1].Text is "=" or "!" or "<" or ">" or ":" && tokens[at - 1].End == tokens[at].Start && !(tokens[at - 1].Text is "<" or ">" && at > 1 && tokens[at - 2].Text == tokens[at - 1].Text);

    /// <summary>The last token of what stands left of an equals sign: before the operator of <c>+=</c>, and before a type that is noted (<c>x: dict[str, int] = {}</c>).</summary>
    static int LastOfTarget(List<CodeToken> tokens, int at)
    {
        var end = at - 1;
        while (end >= 0 && tokens[end].Kind == CodeKind.Symbol && tokens[end].Text is "+" or "-" or "*" or "/" or "|" or "&" or "%" or "^" or "<" or ">" or "?") end--;
        if (end < 0) return -1;
        var start = StartOf(tokens, end);
        return start > 1 && tokens[start - 1].Is(":") && tokens[start - 2].Kind == CodeKind.Name && (start == 2 || !tokens[start - 3].Is(".")) && tokens[0] is { Kind: CodeKind.Name } && start - 2 == 0 ? 0 : end;
    }

    /// <summary>Where <c>a.b[c].d</c>, which ends at a token, begins.</summary>
    static int StartOf(List<CodeToken> tokens, int end)
    {
        var at = end;
        while (true)
        {
            while (at > 0 && tokens[at].Text is "]" or ")" && tokens[at].Kind == CodeKind.Symbol)
            {
                var open = 0;
                for (; at >= 0; at--)
                {
                    if (tokens[at].Text is "]" or ")" or "}" && tokens[at].Kind == CodeKind.Symbol) open++;
                    if (tokens[at].Text is "[" or "(" or "{" && tokens[at].Kind == CodeKind.Symbol && --open == 0) break;
                }

                // What stands before a bracket is what it is of, with a space between or none; a list of targets stands alone.
                if (at <= 0 || tokens[at - 1].Kind != CodeKind.Name && tokens[at - 1].Text is not ("]" or ")" or "?") || tokens[at - 1].Text is "const" or "let" or "var" or "in" or "of") return Math.Max(at, 0);
                at--;
            }

            if (at > 1 && tokens[at - 1].Is(".")) at -= tokens[at - 2].Is("?") || tokens[at - 2].Is("!") ? 3 : 2;
            else return Math.Max(at, 0);
            if (at < 0) return 0;
        }
    }

    static int EndOf(List<CodeToken> tokens, int start)
    {
        var at = start;
        while (at + 1 < tokens.Count)
        {
            if (tokens[at + 1].Is(".") && at + 2 < tokens.Count) at += 2;
            else if (tokens[at + 1].Text is "[" or "(" && tokens[at + 1].Kind == CodeKind.Symbol) at = ClosingOf(tokens, at + 1);
            else break;
        }

        return at;
    }

    static int ClosingOf(List<CodeToken> tokens, int at)
    {
        var open = 0;
        for (; at < tokens.Count - 1; at++)
        {
            if (tokens[at].Text is "[" or "(" or "{" && tokens[at].Kind == CodeKind.Symbol) open++;
            if (tokens[at].Text is "]" or ")" or "}" && tokens[at].Kind == CodeKind.Symbol && --open == 0) break;
        }

        return at;
    }

    /// <returns>Why what is set there may act; null for a plain name, and for what is this snippet's own.</returns>
    static string? Problem(List<CodeToken> tokens, int start, int end, HashSet<string> bound, HashSet<string> opaque)
    {
        if (start >= end) return null;
        var owner = tokens[start];
        // [a, b] = ..., { a, b } = ...: names.
        if (owner.Kind == CodeKind.Symbol) return owner.Text is "(" ? "it sets something in what a call returned" : null;
        if (owner.Kind != CodeKind.Name) return "what is set is not known by name";
        var text = owner.Text;
        if (text is "self" or "this" or "exports" || end >= start + 2 && (text is "module" && tokens[start + 2].Is("exports") || text is "pd" && tokens[start + 2].Is("options"))) return null;
        if (text is "os" && end == start + 5 && tokens[start + 2].Is("environ") && tokens[start + 4] is { Kind: CodeKind.String } name) return DangerousNames.Reason(name.Text.Trim('"', '\''));
        if (tokens.GetRange(start, end - start + 1).Exists(token => token.Is("("))) return "it sets something in what a call returned";
        if (!bound.Contains(text)) return $"'{text}' is not made here, and what is set in it may act at once";
        return tokens[start + 1].Is("[") && opaque.Contains(text) && ClosingOf(tokens, start + 1) == end ? $"'{text}' may be a client, which writes what is set in it" : null;
    }
}
