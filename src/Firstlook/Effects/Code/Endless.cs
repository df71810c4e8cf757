using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// What goes on until something else happens, for as long as that takes: <c>while True:</c>, <c>for (;;)</c>, a loop that sets nothing of what it asks, what counts for ever
/// (docs.python.org, "itertools"; docs.ruby-lang.org, "Range", "Numeric#step"). A loop that can be left from within comes to its end.
/// </summary>
internal static class Endless
{
    /// <summary>Each takes a reading of all the rest.</summary>
    const int MostLoops = 50;

    /// <summary>What a loop does is looked for among so many tokens.</summary>
    const int LongestBody = 2_000;

    /// <param name="whole">All of the snippet: what a loop counts is set before it, and in Ruby a semicolon parts a loop from its body.</param>
    public static bool Has(List<CodeToken> tokens, List<CodeToken> whole, CodeFamily family)
    {
        var all = family == CodeFamily.Ruby ? whole : tokens;
        var loops = 0;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Text is "while" or "until" && ++loops > MostLoops) return true;
            if (tokens[at].Kind == CodeKind.Name && (Begins(tokens, at, all, family) || CountsFar(tokens, at, whole, family))
                && !all.Exists(token => token.Start > tokens[at].Start && Leaves(token))
                || family == CodeFamily.Python && CountsForEver(tokens, at) || family == CodeFamily.Ruby && HasNoLast(tokens, at))
                return true;
        }

        return false;
    }

    static bool Leaves(CodeToken token) => token.Kind == CodeKind.Name && token.Text is "break" or "return" or "raise" or "throw" or "exit";

    static bool Begins(List<CodeToken> tokens, int at, List<CodeToken> all, CodeFamily family)
    {
        if (at > 0 && tokens[at - 1].Is(".")) return false;
        switch (tokens[at].Text)
        {
            case "while" or "until" when tokens[at].Is("while") || family == CodeFamily.Ruby:
                return NeverChanges(tokens, at + 1, Condition(tokens, at + 1, family), all, StandsBehind(tokens, at, family) ? tokens[0].Start : tokens[at].Start);
            case "loop": return family == CodeFamily.Ruby && tokens[at + 1].Text is "do" or "{";
            case "for" when family == CodeFamily.JavaScript: return tokens[at + 1].Is("(") && Counts(tokens, at + 1);
            default: return false;
        }
    }

    /// <summary>Whether what is repeated stands before the condition: <c>do { } while (x)</c>, <c>i += 1 while i &lt; 9</c>.</summary>
    static bool StandsBehind(List<CodeToken> tokens, int at, CodeFamily family) =>
        at > 0 && (family == CodeFamily.JavaScript ? tokens[at - 1].Is("}") || tokens[0].Is("do")
            : family == CodeFamily.Ruby && tokens[at - 1].Kind != CodeKind.Newline && tokens[at - 1].Text is not (";" or "do" or "then" or "{" or "|" or "="));

    /// <summary>Where the condition of a loop ends.</summary>
    static int Condition(List<CodeToken> tokens, int start, CodeFamily family)
    {
        if (family == CodeFamily.JavaScript && tokens[start].Is("(")) return Paths.ClosingOf(tokens, start) + 1;
        var at = start;
        for (; at < tokens.Count && tokens[at].Kind != CodeKind.Newline && tokens[at].Text is not (";" or "do" or ":"); at++)
        {
            if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "(" or "[" or "{") at = Paths.ClosingOf(tokens, at);
        }

        return at;
    }

    // for (;;), for (let i = 0; i < 10;)
    static bool Counts(List<CodeToken> tokens, int open) =>
        Header(tokens, open) is var (first, second) && NeverChanges(tokens, first + 1, second, tokens, tokens[first].Start);

    /// <summary>Where the two semicolons of a loop of JavaScript stand.</summary>
    static (int First, int Second)? Header(List<CodeToken> tokens, int open)
    {
        var close = Paths.ClosingOf(tokens, open);
        var first = tokens.FindIndex(open, token => token.Is(";"));
        var second = first < 0 ? -1 : tokens.FindIndex(first + 1, token => token.Is(";"));
        return second < 0 || second > close ? null : (first, second);
    }

    /// <summary>Whether a loop counts to where it never comes, or not within anybody's patience: <c>for (let i = 0; i &lt; 10; i -= 1)</c>,
    /// <c>while i &lt; 10**12: i += 1</c>.</summary>
    static bool CountsFar(List<CodeToken> tokens, int at, List<CodeToken> whole, CodeFamily family)
    {
        if (at > 0 && tokens[at - 1].Is(".")) return false;
        if (family == CodeFamily.JavaScript && tokens[at].Is("for")) return Turns(tokens, at) > CountedLoops.Steps;
        if (!tokens[at].Is("while") && !(tokens[at].Is("until") && family == CodeFamily.Ruby)) return false;
        var end = Condition(tokens, at + 1, family);
        var condition = Text(tokens, tokens[at].End, end < tokens.Count ? tokens[end].Start : int.MaxValue);
        if (tokens[at].Is("until")) condition = Opposite(condition);
        if (!CountedLoops.AskNumber(condition)) return false;
        var behind = StandsBehind(tokens, at, family);
        var start = behind ? tokens[0].Start : tokens[at].Start;
        var changes = behind ? Text(whole, start, tokens[at].Start)
            : Text(whole, end < tokens.Count ? tokens[end].Start : tokens[^1].End, family == CodeFamily.Ruby ? int.MaxValue : tokens[^1].End);
        return CountedLoops.Turns(Text(whole, Before(whole, start), start), condition, changes) > CountedLoops.Steps;
    }

    /// <summary>How often a loop of JavaScript turns that has its three parts; no number where that cannot be told, or it may be left before.</summary>
    public static double Turns(List<CodeToken> tokens, int at) =>
        tokens[at + 1].Is("(") && Header(tokens, at + 1) is var (first, second) && !tokens.Exists(token => token.Start > tokens[at].Start && Leaves(token))
            ? CountedLoops.Turns(Text(tokens, tokens[at + 1].End, tokens[first].Start), Text(tokens, tokens[first].End, tokens[second].Start),
                Text(tokens, tokens[second].End, int.MaxValue))
            : double.NaN;

    // until i == 5
    static string Opposite(string condition)
    {
        foreach (var (than, other) in Opposites)
        {
            var at = condition.IndexOf(than, StringComparison.Ordinal);
            if (at > 0) return string.Concat(condition.AsSpan(0, at), other, condition.AsSpan(at + than.Length));
        }

        return "";
    }

    static readonly (string Than, string Other)[] Opposites = [("==", "!="), ("!=", "=="), ("<=", ">"), (">=", "<"), ("<", ">="), (">", "<=")];

    /// <summary>What stands between two places, a line's end where one is.</summary>
    public static string Text(List<CodeToken> tokens, int from, int end)
    {
        var text = new System.Text.StringBuilder();
        var last = from;
        var begin = First(tokens, from);
        for (var at = begin; at < tokens.Count && tokens[at].Start < end && at - begin < LongestBody; at++)
        {
            if (tokens[at].Start > last) text.Append(' ');
            text.Append(tokens[at].Kind == CodeKind.Newline ? "\n" : tokens[at].Text);
            last = tokens[at].End;
        }

        return text.ToString();
    }

    /// <summary>The first token at a place, or behind it.</summary>
    static int First(List<CodeToken> tokens, int from)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < from) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>A place so many tokens before another.</summary>
    static int Before(List<CodeToken> tokens, int place) => First(tokens, place) is var at and > NearestBefore ? tokens[at - NearestBefore].Start : 0;

    /// <summary>What a loop counts is set among so many tokens before it.</summary>
    const int NearestBefore = 200;

    /// <summary>Names by which a condition asks something that goes on by itself, or takes up what it is given.</summary>
    static readonly FrozenSet<string> Moving =
        FrozenSet.Create(StringComparer.Ordinal, "time", "monotonic", "perf_counter", "now", "Date", "Time", "read", "readline", "readlines", "recv", "gets", "next", "pop",
            "shift", "fetchone", "fetchmany", "exec", "poll", "step", "hasNext", "advance");

    static readonly FrozenSet<string> Words =
        FrozenSet.Create(StringComparer.Ordinal, "True", "False", "None", "true", "false", "nil", "null", "undefined", "not", "and", "or", "is", "in", "bool", "int", "len",
            "Boolean", "typeof", "await", "begin", "if");

    /// <summary>Whether nothing that a condition asks is set, or asked to do something, anywhere in the loop.</summary>
    static bool NeverChanges(List<CodeToken> tokens, int start, int end, List<CodeToken> all, int from)
    {
        HashSet<string> asked = new(StringComparer.Ordinal);
        for (var at = start; at < end && at < tokens.Count; at++)
        {
            if (tokens[at].Inner is { Length: > 0 }) return false;
            // while (line = f.gets), while chunk := f.read()
            if (tokens[at].Is("=") && !Compares(tokens, at)) return false;
            if (tokens[at].Kind != CodeKind.Name || Words.Contains(tokens[at].Text)) continue;
            if (Moving.Contains(tokens[at].Text)) return false;
            asked.Add(tokens[at].Text);
        }

        for (var at = 0; at + 1 < all.Count; at++)
        {
            // In the condition itself "x.y" only tells.
            var told = all[at + 1].Is(".") && start < tokens.Count && all[at].Start >= tokens[start].Start && (end >= tokens.Count || all[at].Start < tokens[end].Start);
            if (all[at].Start >= from && all[at].Kind == CodeKind.Name && asked.Contains(all[at].Text) && !told && Changes(all, at)) return false;
        }

        return true;
    }

    /// <summary>Whether a name is set where it stands (<c>i = 1</c>, <c>i += 1</c>, <c>i++</c>, <c>for i in</c>), or what it names is asked to do something.</summary>
    static bool Changes(List<CodeToken> tokens, int at)
    {
        if (at > 0 && tokens[at - 1].Text is "for" or "del" || at > 1 && tokens[at - 1].Text is "+" or "-" && tokens[at - 2].Text == tokens[at - 1].Text) return true;
        var next = at + 1;
        if (tokens[next].Is("[") && Paths.ClosingOf(tokens, next) + 1 is var behind && behind < tokens.Count) next = behind;
        if (tokens[next].Is(".") || tokens[next].Is(",")) return true;
        if (tokens[next].Text is "+" or "-" && next + 1 < tokens.Count && tokens[next + 1].Text == tokens[next].Text) return true;
        while (next + 1 < tokens.Count && tokens[next].Text is "+" or "-" or "*" or "/" or "|" or "&" or "%" or "^" or "<" or ">" or ":") next++;
        return tokens[next].Is("=") && !Compares(tokens, next) || tokens[next].Is("<");
    }

    static bool Compares(List<CodeToken> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Start == tokens[at].End && tokens[at + 1].Text is "=" or "~"
            || at > 0 && tokens[at - 1].End == tokens[at].Start && (tokens[at - 1].Text is "=" or "!"
                || tokens[at - 1].Text is "<" or ">" && !(at > 1 && tokens[at - 2].Text == tokens[at - 1].Text));

    /// <summary>Calls that stop what counts for ever, or take what they need of it.</summary>
    static readonly FrozenSet<string> Stopping = FrozenSet.Create(StringComparer.Ordinal, "zip", "islice", "takewhile", "next", "compress");

    // itertools.count(), itertools.cycle(x), iter(f, None)
    static bool CountsForEver(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name || !tokens[at + 1].Is("(")) return false;
        var close = Paths.ClosingOf(tokens, at + 1);
        var second = HandedFunctions.End(tokens, at + 2) + 1 < close;
        var member = at > 0 && tokens[at - 1].Is(".");
        var counts = tokens[at].Text switch
        {
            "count" or "cycle" => !member || at > 1 && tokens[at - 2].Is("itertools"),
            "repeat" => !second && (!member || at > 1 && tokens[at - 2].Is("itertools")),
            // iter(lambda: f.read(4096), b"") takes a file up.
            "iter" => second && !tokens.GetRange(at + 2, close - at - 2).Exists(token => Moving.Contains(token.Text)),
            _ => false,
        };
        return counts && !tokens[..at].Exists(token => Stopping.Contains(token.Text)) && !(tokens[0].Is("for") && tokens.Exists(Leaves));
    }

    /// <summary>What Ruby counts without a last number: <c>1.step { }</c>, <c>(1..).each</c>, <c>1.upto(1.0/0)</c>, <c>[1].cycle { }</c>.</summary>
    static bool HasNoLast(List<CodeToken> tokens, int at) =>
        (CountsOn(tokens, at) || IsOpenRange(tokens, at)) && !tokens.Exists(token => token.Text is "lazy" or "first" or "take" or "take_while" || Leaves(token));

    static bool CountsOn(List<CodeToken> tokens, int at)
    {
        if (at == 0 || !tokens[at - 1].Is(".")) return false;
        return tokens[at].Text switch
        {
            "produce" => true,
            "step" or "cycle" when tokens[at + 1].Text is "{" or "do" => true,
            // 1.step(by: 2) { }
            "step" => tokens[at + 1].Is("(") && tokens.Exists(token => token.Is("by")) && !tokens.Exists(token => token.Is("to")),
            _ => false,
        };
    }

    // (1..).each, but neither names[1..] nor where(id: 1..).count
    static bool IsOpenRange(List<CodeToken> tokens, int at)
    {
        if (!tokens[at].Is(".") || at == 0 || !tokens[at - 1].Is(".") || !tokens[at + 1].Is(")") || at + 2 >= tokens.Count || !tokens[at + 2].Is(".")) return false;
        var open = tokens.FindLastIndex(at, token => token.Is("("));
        return open == 0 || open > 0 && !(tokens[open - 1].Kind == CodeKind.Name && tokens[open - 1].End == tokens[open].Start);
    }
}
