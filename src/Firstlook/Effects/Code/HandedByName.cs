using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>Functions that are handed on by the name of an argument: <c>sorted(x, key=subprocess.getoutput)</c>, <c>open(x, opener=os.chmod)</c> call them.</summary>
internal static class HandedByName
{
    static readonly FrozenSet<string> Arguments =
        FrozenSet.Create(StringComparer.Ordinal, "key", "opener", "default_factory", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant",
            "func", "callback", "hook", "target", "default", "converter", "converters", "date_parser", "cmp", "initializer", "usecols", "skiprows", "on_bad_lines",
            "hooks", "auth", "watch", "watcher", "cls", "aggfunc", "formatters", "float_format");

    /// <summary>Where print() and pprint() write what nobody takes for an order.</summary>
    static readonly FrozenSet<string> Screens = FrozenSet.Create(StringComparer.Ordinal, "stdout", "stderr", "None");

    /// <summary>Arguments that are values as often as functions: a plain name is taken for a value.</summary>
    static readonly FrozenSet<string> Values = FrozenSet.Create(StringComparer.Ordinal, "usecols", "skiprows", "auth", "aggfunc", "hooks", "watch", "watcher");

    /// <summary>Arguments that take functions in a list, too.</summary>
    static readonly FrozenSet<string> Several = FrozenSet.Create(StringComparer.Ordinal, "aggfunc", "formatters", "converters", "hooks", "hook", "func");

    /// <summary>Functions that only compute.</summary>
    static readonly FrozenSet<string> Computing =
        FrozenSet.Create(StringComparer.Ordinal, "len", "str", "int", "float", "abs", "lower", "upper", "strip", "casefold", "get", "bool", "repr", "tuple", "list",
            "dict", "set", "sum", "min", "max", "Decimal", "None", "True", "False", "fromisoformat", "itemgetter", "attrgetter", "getmtime", "getctime", "getsize",
            "basename", "datetime", "now", "uuid4", "format");

    /// <returns>Null where the argument is a value, a call that is judged by itself, or a function that only computes.</returns>
    public static Verdict? Problem(List<CodeToken> tokens, int at, CodeFamily family)
    {
        // df[accounts.close_all], df.loc[accounts.close_all]: a table calls what it is asked for by.
        if (family == CodeFamily.Python && tokens[at].Is("[") && at > 0 && (tokens[at - 1].Kind == CodeKind.Name || tokens[at - 1].Text is ")" or "]")
            && LookedUp(tokens, at) is { } asked)
            return Verdict.Unknown($"{asked}() may be called by what it is looked up in");
        // print("x", **{"file": shell.stdin})
        if (family == CodeFamily.Python && tokens[at].Text is "print" or "pprint" or "pp" && at + 1 < tokens.Count && tokens[at + 1].Is("(") && Streams(tokens, at))
            return Verdict.Unknown($"{tokens[at].Text}() may write to something else than the screen");
        if (family == CodeFamily.Python && tokens[at].Is("*") && Unpacked(tokens, at) is { } unpacked) return Verdict.Unknown(unpacked);
        // heapq.nlargest(n, x, f)
        if (family == CodeFamily.Python && tokens[at].Text is "nlargest" or "nsmallest" && at + 1 < tokens.Count && tokens[at + 1].Is("(")
            && Third(tokens, at + 1) is > 0 and var third && tokens[third].Kind == CodeKind.Name && !tokens[third].Is("lambda") && !Is(tokens, third + 1, "=")
            && !Computing.Contains(tokens[HandedFunctions.End(tokens, third) - 1].Text))
            return Verdict.Unknown($"{tokens[third].Text} is called for each");
        if (family != CodeFamily.Python || tokens[at].Kind != CodeKind.Name || !Arguments.Contains(tokens[at].Text) || at == 0 || tokens[at - 1].Text is not ("(" or ",")
            || at + 2 >= tokens.Count || !tokens[at + 1].Is("="))
            return null;
        var value = at + 2;
        // converters={0: subprocess.getoutput}, hooks={"response": [accounts.close_all]}
        for (var (i, close) =
            (value, tokens[value].Is("{") || tokens[value].Is("[") && tokens[at].Text is not ("usecols" or "skiprows") ? Paths.ClosingOf(tokens, value) : value);
                i < close;
                i++)
        {
            if (tokens[i].Kind == CodeKind.Name && !tokens[i + 1].Is(".") && tokens[i + 1].Text is "," or "}" or "]"
                && (tokens[i - 1].Text is "." or ":" || Several.Contains(tokens[at].Text) && tokens[i - 1].Text is "[" or ",") && !Computing.Contains(tokens[i].Text))
                return Verdict.Unknown($"{tokens[i].Text} is handed on as '{tokens[at].Text}'");
        }

        if (tokens[value].Kind != CodeKind.Name || tokens[value].Is("lambda")) return null;
        while (value + 2 < tokens.Count && tokens[value + 1].Is(".") && tokens[value + 2].Kind == CodeKind.Name) value += 2;
        if (value + 1 < tokens.Count && tokens[value + 1].Text is not (")" or ","))
            return tokens[at].Text is not ("key" or "default" or "target") || IsCalled(tokens, at)
                ? HandedFunctions.IsUnknown(tokens, at + 2, family, calls: true) is { } why
                    ? Verdict.Unknown(why)
                    : null
                : null;
        if (Computing.Contains(tokens[value].Text) || tokens[at].Is("auth") && tokens[value].Text.Contains("auth", StringComparison.Ordinal)) return null;
        // json.dumps(x, cls=DjangoJSONEncoder)
        if (tokens[at].Is("cls") && (tokens[value].Text.EndsWith("Encoder", StringComparison.Ordinal) || tokens[value].Text.EndsWith("Decoder", StringComparison.Ordinal)))
            return null;
        // A plain name may be a value; what belongs to a module is a function of it.
        var plain = value == at + 2;
        var isValue = tokens[at].Is("aggfunc") && plain
            ? Lexicon.Python.Judge(tokens[value].Text) is { Effect: Effect.Read }
            : Values.Contains(tokens[at].Text)
            ? plain
                ? !IsWatcher(tokens, at, value) && !Lexicon.SaysToAct(tokens[value].Text) && !RubyNames.Act(tokens[value].Text)
                : !HandedFunctions.IsFunction(tokens, at + 2, value + 1)
            : plain && tokens[at].Text is "key" or "default" or "target" && !IsCalled(tokens, at) && Lexicon.Python.Judge(tokens[value].Text) is null;
        return isValue ? null : Verdict.Unknown($"{tokens[value].Text} is handed on as '{tokens[at].Text}'");
    }

    // kazoo, "Watchers": what is given to get(), exists() and get_children() is called when the node changes, whatever its name.
    static bool IsWatcher(List<CodeToken> tokens, int at, int value) =>
        tokens[at].Text is "watch" or "watcher" && !Screens.Contains(tokens[value].Text) && tokens[value].Text is not ("True" or "False")
            && Devices.Calling(tokens, at) is "get" or "exists" or "get_children" or "get_async" or "exists_async" or "get_children_async";

    /// <summary><c>sorted(x, **{"key": f})</c>, <c>sorted(x, **options)</c>: what is unpacked may be called by a name that does not stand there.</summary>
    static string? Unpacked(List<CodeToken> tokens, int at)
    {
        if (at == 0 || !Is(tokens, at + 1, "*") || tokens[at - 1].Text is not ("(" or ",") || at + 2 >= tokens.Count) return null;
        var first = at + 2;
        if (tokens[first].Is("dict") && Is(tokens, first + 1, "(")) first++;
        if (!tokens[first].Is("{") && !tokens[first].Is("(")) return IsCalled(tokens, at) ? "what is unpacked there may be called" : null;
        for (var (start, close) = (first + 1, Paths.ClosingOf(tokens, first)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            if (tokens[start].Kind is not (CodeKind.Name or CodeKind.String) || !Is(tokens, start + 1, ":") && !Is(tokens, start + 1, "="))
                return "what is unpacked there may be called";
            var (name, value, end) = (tokens[start].Text.Trim('"', '\''), start + 2, HandedFunctions.End(tokens, start));
            if (tokens[start].Inner is { Length: > 0 } || name.Contains('\\')
                || Arguments.Contains(name) && value < end && tokens[value].Kind == CodeKind.Name && !tokens[value].Is("lambda")
                    && !Computing.Contains(tokens[end - 1].Text))
                return $"what stands under '{name}' may be called";
        }

        return null;
    }

    static int Third(List<CodeToken> tokens, int open)
    {
        var start = HandedFunctions.End(tokens, HandedFunctions.End(tokens, open + 1) + 1) + 1;
        return start < Paths.ClosingOf(tokens, open) ? start : -1;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);

    static string? LookedUp(List<CodeToken> tokens, int open)
    {
        for (var (start, close) = (open + 1, Paths.ClosingOf(tokens, open)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            var end = HandedFunctions.End(tokens, start);
            if (HandedFunctions.IsFunction(tokens, start, end) && Lexicon.SaysToAct(tokens[end - 1].Text)) return tokens[end - 1].Text;
        }

        return null;
    }

    static bool Streams(List<CodeToken> tokens, int at)
    {
        var pretty = !tokens[at].Is("print");
        for (var (start, close, place) = (at + 2, Paths.ClosingOf(tokens, at + 1), 0); start < close; start = HandedFunctions.End(tokens, start) + 1, place++)
        {
            if (tokens[start].Is("*") && start + 1 < close && tokens[start + 1].Is("*")) return true;
            var named = start + 1 < close && tokens[start + 1].Is("=") && tokens[start].Kind == CodeKind.Name;
            var (value, end) = (named ? start + 2 : start, HandedFunctions.End(tokens, start));
            // sys.stderr, and nothing that chooses.
            if ((named ? tokens[start].Text is "file" or "stream" : pretty && place == 1)
                && !(end - value is 1 or 3 && tokens[value].Text is "sys" or "None" or "stdout" or "stderr" && Screens.Contains(tokens[end - 1].Text)))
                return true;
        }

        return false;
    }

    /// <summary>Functions that call what they are given as <c>key=</c> or <c>default=</c> (docs.python.org, "Sorting HOW TO", "json").</summary>
    static bool IsCalled(List<CodeToken> tokens, int at)
    {
        var depth = 0;
        for (var i = at - 1; i > 0; i--)
        {
            if (tokens[i].Text is ")" or "]" or "}") depth++;
            else if (tokens[i].Text is "(" or "[" or "{" && --depth < 0)
                return tokens[i - 1].Text is "sorted" or "sort" or "min" or "max" or "groupby" or "nlargest" or "nsmallest" or "bisect" or "bisect_left" or "bisect_right"
                    or "insort" or "merge" or "sort_values" or "sort_index" or "loads" or "load" or "dumps" or "dump"
                    && tokens[i].Is("(") && !(tokens[at].Is("default") && tokens[i - 1].Text is "min" or "max");
        }

        return false;
    }
}
