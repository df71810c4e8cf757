using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Functions that are handed on otherwise than by a plain name or written out: <c>['reboot'].map(cp['execSync'])</c>, <c>list(map(handlers['stop'], names))</c>.
/// What a subscript, a call or a choice answers there is called, and is not known.
/// </summary>
internal static class HandedFunctions
{
    /// <summary>Methods of JavaScript whose first argument is called (ECMA-262, "Array.prototype", "Promise.prototype").</summary>
    static readonly FrozenSet<string> First =
        FrozenSet.Create(StringComparer.Ordinal, "map", "flatMap", "filter", "some", "every", "reduce", "reduceRight", "forEach", "find", "findIndex", "findLast",
            "findLastIndex", "sort", "toSorted", "then", "catch", "finally");

    /// <summary>Those whose second argument is called: <c>JSON.stringify(x, f)</c>, <c>Array.from(x, f)</c>.</summary>
    static readonly FrozenSet<string> Second = FrozenSet.Create(StringComparer.Ordinal, "from", "fromAsync", "replace", "replaceAll", "parse", "stringify", "groupBy");

    static readonly FrozenSet<string> OfPython =
        FrozenSet.Create(StringComparer.Ordinal, "map", "filter", "reduce", "starmap", "takewhile", "dropwhile", "filterfalse", "partial", "apply", "applymap",
            "defaultdict");

    /// <summary>Calls whose answer is a function that only computes (docs.python.org, "operator").</summary>
    static readonly FrozenSet<string> Making = FrozenSet.Create(StringComparer.Ordinal, "itemgetter", "attrgetter", "cmp_to_key");

    /// <param name="at">The name of a function that is called.</param>
    /// <returns>Null where what is called there is known.</returns>
    public static string? Problem(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (family == CodeFamily.Ruby || at + 2 >= tokens.Count || tokens[at].Kind != CodeKind.Name) return null;
        var (name, member, constructed) = (tokens[at].Text, at > 0 && tokens[at - 1].Is("."), at > 0 && tokens[at - 1].Is("new"));
        // x.map?.(f)
        if (tokens[at + 1].Is("?") && tokens[at + 2].Is(".")) at += 2;
        if (at + 2 >= tokens.Count || !tokens[at + 1].Is("(")) return null;
        var close = Paths.ClosingOf(tokens, at + 1);
        if (family == CodeFamily.Python && Frames.Contains(name) && member && Parts(tokens, at, close) is { } part) return part;
        if (family == CodeFamily.Python)
            return OfPython.Contains(name) && !(member && name is "filter" or "map")
                ? IsUnknown(tokens, at + 2, family, calls: name is not ("partial" or "defaultdict")) : null;
        // new Promise(f) calls f.
        if (constructed && (name is "Promise" or "FinalizationRegistry" || name.EndsWith("Observer", StringComparison.Ordinal)))
            return IsUnknown(tokens, at + 2, family, calls: true) ?? Path(tokens, at + 2, "Promise");
        if (!member) return null;
        if (First.Contains(name)) return IsUnknown(tokens, at + 2, family, calls: name is not ("find" or "filter" or "sort" or "catch"));
        if (!Second.Contains(name)) return null;
        var second = End(tokens, at + 2) + 1;
        return second < close ? IsUnknown(tokens, second, family, calls: name is "from" or "fromAsync" or "groupBy") ?? Path(tokens, second, name) : null;
    }

    /// <summary>Methods of tables and columns that call a function which they are given (pandas, "Function application"; Series.map takes a table, too).</summary>
    static readonly FrozenSet<string> Frames =
        FrozenSet.Create(StringComparer.Ordinal, "map", "filter", "aggregate", "agg", "combine", "groupby", "apply", "transform", "pipe", "where", "mask");

    // df["user"].map(accounts.close_all): what belongs to something that is no class is a function of it, unless it is known to read.
    static string? Parts(List<CodeToken> tokens, int at, int close)
    {
        var grouped = tokens[at].Is("map") || tokens[at].Is("filter") && tokens[..at].Exists(token => token.Is("groupby"));
        for (var start = at + 2; start < close; start = End(tokens, start) + 1)
        {
            if (tokens[at].Is("map") && tokens[start].Is("*")) return "what is unpacked there may be called";
            if (tokens[start].Text is "by" or "arg" && start + 2 < close && tokens[start + 1].Is("=")) start += 2;
            // df.groupby(close_account), of which the name alone says that it is no column
            if (IsFunction(tokens, start, End(tokens, start))
                || tokens[start].Kind == CodeKind.Name && End(tokens, start) == start + 1
                    && (Lexicon.SaysToAct(tokens[start].Text) || RubyNames.Act(tokens[start].Text) || grouped && !Maps(tokens[start].Text)))
                return $"{tokens[End(tokens, start) - 1].Text}() is called, and is not known to read only";
        }

        return null;
    }

    /// <summary>Whether a name is one of a table, by which values are told in other words, or of a function that reads: <c>df["code"].map(names)</c>.</summary>
    static bool Maps(string name) => name is "None" or "True" or "False" || char.IsAsciiLetterUpper(name[0]) || Lexicon.Python.Judge(name) is { Effect: Effect.Read }
        || Lexicon.WordsOf(name) is [.., var last] words
            && (last is "map" or "mapping" or "dict" or "lookup" or "table" or "index" or "m" or "d" || last.Length > 2 && last[^1] == 's' && words.Count < 3);

    /// <summary>Whether nothing but a path of names stands between two places, which may be a function's: <c>accounts.close_all</c>, not <c>User.name</c>.</summary>
    public static bool IsFunction(List<CodeToken> tokens, int start, int end)
    {
        if (end - start < 3 || end - start >= Paths.MostInBrackets || tokens[end - 1].Kind != CodeKind.Name) return false;
        for (var at = start; at < end; at++)
        {
            if ((at - start) % 2 == 0 ? tokens[at].Kind != CodeKind.Name || char.IsAsciiLetterUpper(tokens[at].Text[0]) : !tokens[at].Is(".")) return false;
        }

        return Lexicon.Python.Judge(tokens[end - 1].Text) is not { Effect: Effect.Read };
    }

    /// <summary>Where an argument or a value ends that begins at a place: before the comma or bracket behind it.</summary>
    public static int End(List<CodeToken> tokens, int start)
    {
        var at = start;
        for (; at < tokens.Count && at - start < Paths.MostInBrackets; at++)
        {
            if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "(" or "[" or "{") at = Paths.ClosingOf(tokens, at);
            else if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "," or ")" or "]" or "}" or ";") return at;
        }

        return Math.Min(at, tokens.Count);
    }

    /// <summary>Whether a function is written out there: <c>x => x.id</c>, <c>function (x) { }</c>, <c>lambda x: x.id</c>; its body is judged by itself.</summary>
    public static bool IsWritten(List<CodeToken> tokens, int start, int end)
    {
        if (start < end && tokens[start].Text is "function" or "async" or "lambda" or "class") return true;
        for (var at = start; at + 1 < end && at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "(" or "[" or "{") at = Paths.ClosingOf(tokens, at);
            else if (tokens[at].Is("=") && tokens[at + 1].Is(">")) return true;
        }

        return false;
    }

    /// <summary>Why the function that stands at a place is not known; null where it is written out, or has a name that others judge.</summary>
    /// <param name="calls">Whether what a call answers counts, too.</param>
    public static string? IsUnknown(List<CodeToken> tokens, int start, CodeFamily family, bool calls)
    {
        var end = End(tokens, start);
        if (end <= start || IsWritten(tokens, start, end)) return null;
        if (end - start >= Paths.MostInBrackets) return "what stands there is too long to be known";
        var last = tokens[end - 1];
        if (tokens[start].Is(".") || tokens[start].Is("*")) return "what is unpacked there may be called";
        if (last.Is("]") && Opening(tokens, start, end - 1) is var open && open > start
            && (tokens[open - 1].Kind == CodeKind.Name || tokens[open - 1].Text is ")" or "]" or "."))
            return "what a subscript names is called";
        if (last.Is(")") && calls)
        {
            var of = Opening(tokens, start, end - 1);
            if (of == start ? !IsWritten(tokens, start + 1, end - 1) : tokens[of - 1].Kind != CodeKind.Name || !Making.Contains(tokens[of - 1].Text))
                return "what another call answers is called";
        }

        if (last.Kind != CodeKind.Name || end - start < 2) return null;
        var lexicon = family == CodeFamily.Python ? Lexicon.Python : Lexicon.JavaScript;
        if (tokens.GetRange(start, end - start).Exists(token => token.Kind == CodeKind.Symbol && token.Text is "|" or "&" or "?" or ":")
            && !lexicon.Keywords.Contains(last.Text))
            return "what is chosen there is called";
        return tokens[end - 2].Is(".") && tokens.GetRange(start, end - start).Exists(token => token.Is("(") || token.Is("[")) && !char.IsAsciiLetterUpper(last.Text[0])
            && lexicon.Judge(last.Text) is not { Effect: Effect.Read }
            ? $"{last.Text}() is called, and is not known to read only" : null;
    }

    // JSON.stringify(x, process.exit): what belongs to something is a function of it.
    static string? Path(List<CodeToken> tokens, int start, string name)
    {
        var end = End(tokens, start);
        // A plain name may be a list of keys to stringify(), and a text to replace(); those are judged where a function stands among the arguments.
        if (end == start + 1 && name is "from" or "fromAsync" or "groupBy" or "Promise")
            return tokens[start].Kind == CodeKind.Name && !char.IsAsciiLetterUpper(tokens[start].Text[0]) && !Lexicon.JavaScript.Keywords.Contains(tokens[start].Text)
                && Lexicon.JavaScript.Judge(tokens[start].Text) is not { Effect: Effect.Read }
                ? $"{tokens[start].Text}() is called, and is not known to read only" : null;
        return end - start > 2 && name is not ("replace" or "replaceAll") && tokens[end - 1].Kind == CodeKind.Name && tokens[end - 2].Is(".")
            && Lexicon.JavaScript.Judge(tokens[end - 1].Text) is not { Effect: Effect.Read }
            ? $"{tokens[end - 1].Text}() is called, and is not known to read only" : null;
    }

    /// <summary>The bracket that opens what a token closes, not before a place.</summary>
    static int Opening(List<CodeToken> tokens, int start, int close)
    {
        var depth = 0;
        for (var at = close; at >= start; at--)
        {
            if (tokens[at].Kind != CodeKind.Symbol) continue;
            if (tokens[at].Text is ")" or "]" or "}") depth++;
            if (tokens[at].Text is "(" or "[" or "{" && --depth == 0) return at;
        }

        return start;
    }
}
