using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Lists, sets and dictionaries that a snippet makes empty or of what is written there, and then gathers things in: <c>slow = []</c>, and in a loop <c>slow.append(row)</c>. That
/// is this process's memory alone (Python 3, "Built-in Types"; ECMA-262, "Array", "Map", "Set"), where <c>append()</c> of something else may write. A name that may
/// stand for anything else, even once, is none of them.
/// </summary>
internal static class Gathered
{
    static readonly FrozenSet<string> OfPython =
        FrozenSet.Create(StringComparer.Ordinal, "append", "extend", "insert", "add", "discard", "update", "setdefault", "pop", "appendleft", "extendleft", "popleft",
            "reverse", "clear", "remove", "most_common");

    static readonly FrozenSet<string> OfJavaScript = FrozenSet.Create(StringComparer.Ordinal, "push", "unshift", "pop", "shift", "add", "set");

    /// <summary>By these something gets a method that is not its class's own, in JavaScript.</summary>
    static readonly FrozenSet<string> Reshaping =
        FrozenSet.Create(StringComparer.Ordinal, "assign", "defineProperty", "defineProperties", "setPrototypeOf", "Reflect", "Proxy", "__proto__", "prototype", "with", "eval",
            "class", "globalThis", "window");

    /// <summary>Words behind which a name is bound anew.</summary>
    static readonly FrozenSet<string> Binding =
        FrozenSet.Create(StringComparer.Ordinal, "for", "as", "import", "from", "def", "class", "function", "lambda", "catch", "except", "case", "del", "async", "get", "set",
            "static");

    /// <summary>Python 3, "Built-in Functions" and "collections".</summary>
    static readonly FrozenSet<string> Making = FrozenSet.Create(StringComparer.Ordinal, "list", "dict", "set", "deque", "Counter", "OrderedDict", "defaultdict");

    /// <summary>How such a name stands among those that are bound, which no name can be.</summary>
    static string Mark(string name) => "gathered " + name;

    /// <summary>The same of one whose elements are made as lists or sets: <c>defaultdict(list)</c>.</summary>
    static string ElementMark(string name) => "gathered of " + name;

    /// <summary>Adds what is found to the names that are bound.</summary>
    public static void Add(List<CodeToken> tokens, CodeFamily family, HashSet<string> bound)
    {
        if (family == CodeFamily.Ruby || Enumerable.Range(0, tokens.Count).Any(at => BindsUnseen(tokens, at, family))) return;
        var (made, nested, other, rest) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal), new List<CodeToken>(tokens.Count));
        var (depth, copied) = (0, 0);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is("(")) depth++;
            if (tokens[at].Is(")")) depth--;
            if (!Paths.Sets(tokens, at, family, depth)) continue;
            var target = Paths.LastOfTarget(tokens, at, family);
            if (target < 0 || tokens[target].Kind != CodeKind.Name || Paths.StartOf(tokens, target) != target) continue;
            var alone = (target == at - 1 || tokens[target + 1].Is(":"))
                && (target == 0 || tokens[target - 1].Kind == CodeKind.Newline || tokens[target - 1].Text is ";" or "const" or "let" or "var" or ":" or "{");
            if (alone && Literal(tokens, at + 1, bound) is > 0 and var end && (end + 1 == tokens.Count || tokens[end + 1].Kind == CodeKind.Newline || tokens[end + 1].Is(";")))
            {
                made.Add(tokens[target].Text);
                if (!OfLists(tokens, at + 1)) nested.Add(tokens[target].Text);
                rest.AddRange(tokens.GetRange(copied, target - copied));
                // The value stays: what is bound in it counts, as in [client := connect()].
                copied = at + 1;
            }
            else other.Add(tokens[target].Text);
        }

        if (made.Count == 0) return;
        rest.AddRange(tokens.GetRange(copied, tokens.Count - copied));
        made.ExceptWith(other);
        made.ExceptWith(BoundNames.Of(rest, family));
        made.RemoveWhere(name => Enumerable.Range(0, rest.Count).Any(at => rest[at].Is(name) && IsBoundAnew(rest, at, family)));
        foreach (var name in made)
        {
            bound.Add(Mark(name));
            if (!nested.Contains(name) && !Enumerable.Range(0, rest.Count).Any(at => rest[at].Is(name) && TakesElements(rest, at))) bound.Add(ElementMark(name));
        }
    }

    /// <summary><c>from shop import *</c> and <c>case [a, rows]:</c> bind what their words do not say; JavaScript gives an array other methods.</summary>
    static bool BindsUnseen(List<CodeToken> tokens, int at, CodeFamily family) =>
        tokens[at].Kind == CodeKind.Name
            && (family == CodeFamily.JavaScript
                ? Reshaping.Contains(tokens[at].Text)
                : tokens[at].Is("import") && at + 1 < tokens.Count && tokens[at + 1].Is("*")
                    || tokens[at].Text is "match" or "case" && (at == 0 || tokens[at - 1].Kind == CodeKind.Newline || tokens[at - 1].Text is ":" or ";")
                    || tokens[at].Text is "def" or "class" && at + 1 < tokens.Count && Making.Contains(tokens[at + 1].Text));

    /// <summary>Whether the call that is named at a token only gathers something in memory.</summary>
    /// <param name="tokens">One statement with all that stands in it.</param>
    public static bool Takes(List<CodeToken> tokens, int at, CodeFamily family, HashSet<string> bound)
    {
        if (at < 2 || !tokens[at - 1].Is(".") || !(family == CodeFamily.Python ? OfPython : OfJavaScript).Contains(tokens[at].Text)) return false;
        var start = Paths.StartOf(tokens, at - 2);
        if (start < 0 || tokens[start].Kind != CodeKind.Name || start > 0 && tokens[start - 1].Is(".")) return false;
        var name = tokens[start].Text;
        var known = start == at - 2
            ? bound.Contains(Mark(name))
            : bound.Contains(ElementMark(name)) && tokens[start + 1].Is("[") && Paths.ClosingOf(tokens, start + 1) == at - 2;
        return known && !GrowsWhileAsked(tokens, name);
    }

    /// <summary>The last token of an empty or written collection; 0 where it is none.</summary>
    static int Literal(List<CodeToken> tokens, int at, HashSet<string> bound)
    {
        if (at >= tokens.Count) return 0;
        if (tokens[at].Kind == CodeKind.Symbol && tokens[at].Text is "[" or "{") return Closed(tokens, at);
        if (tokens[at].Is("new") && at + 2 < tokens.Count && tokens[at + 1].Text is "Map" or "Set" or "Array" && !IsOwn(tokens[at + 1].Text, bound) && tokens[at + 2].Is("("))
            return Closed(tokens, at + 2);
        if (tokens[at].Is("collections") && at + 2 < tokens.Count && tokens[at + 1].Is(".") && !bound.Contains("collections")) at += 2;
        return tokens[at].Kind == CodeKind.Name && Making.Contains(tokens[at].Text)
            && !IsOwn(tokens[at].Text, bound) && at + 1 < tokens.Count && tokens[at + 1].Is("(")
            ? Closed(tokens, at + 1) : 0;
    }

    static bool IsOwn(string name, HashSet<string> bound) => bound.Contains(name) || bound.Contains(BoundNames.Class(name));

    static int Closed(List<CodeToken> tokens, int at) => Paths.ClosingOf(tokens, at) is var close && tokens[close].Text is "]" or "}" or ")" ? close : 0;

    static bool OfLists(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Is("collections")) at += 2;
        return at + 3 < tokens.Count && tokens[at].Is("defaultdict") && tokens[at + 2].Text is "list" or "set" or "dict" && tokens[at + 3].Is(")");
    }

    /// <summary>What else is put into it, so that an element may be anything.</summary>
    static bool TakesElements(List<CodeToken> tokens, int at)
    {
        if (at + 2 >= tokens.Count) return false;
        if (tokens[at + 1].Is(".")) return tokens[at + 2].Text is "update" or "setdefault";
        return tokens[at + 1].Is("[") && Paths.ClosingOf(tokens, at + 1) is var close && close + 1 < tokens.Count && tokens[close + 1].Text is "=" or "|" or ":";
    }

    /// <summary>A loop's name, a parameter, something imported, or a method of its own: <c>def f(rows)</c>, <c>(rows) { }</c>, <c>rows.push = send</c>.</summary>
    static bool IsBoundAnew(List<CodeToken> tokens, int at, CodeFamily family)
    {
        if (at > 0 && tokens[at - 1].Kind == CodeKind.Name && Binding.Contains(tokens[at - 1].Text)) return true;
        if (at > 0 && tokens[at - 1].Text is "*" && (at < 2 || tokens[at - 2].Text is "(" or "," or "*")) return true;
        if (family == CodeFamily.JavaScript && at + 3 < tokens.Count && tokens[at + 1].Is(".") && OfJavaScript.Contains(tokens[at + 2].Text) && !tokens[at + 3].Is("("))
            return true;
        if (at + 1 < tokens.Count && tokens[at + 1].Is(":") && family == CodeFamily.Python && at + 2 < tokens.Count && tokens[at + 2].Is("=")) return true;
        if (family == CodeFamily.JavaScript && at + 1 < tokens.Count && tokens[at + 1].Is("[")) return true;
        // A list of names before an equals sign or behind "for", and what an import ends with.
        for (var before = at - 1; before >= 0 && tokens[before].Kind != CodeKind.Newline && !tokens[before].Is(";") && at - before < Paths.MostInBrackets; before--)
        {
            if (tokens[before].Text is "import" or "global" or "nonlocal" && tokens[before].Kind == CodeKind.Name) return true;
            if (tokens[before].Text is "for" or "lambda" && !tokens[before..at].Exists(token => token.Text is "in" or "of" or ":")) return true;
        }

        return family == CodeFamily.JavaScript && IsParameter(tokens, at);
    }

    /// <summary><c>f(rows) { ... }</c>, <c>(rows) =&gt; ...</c>, <c>catch ({ rows }) { ... }</c>; a condition in brackets is none.</summary>
    static bool IsParameter(List<CodeToken> tokens, int at)
    {
        var depth = 0;
        for (var open = at - 1; open >= 0 && at - open < Paths.MostInBrackets; open--)
        {
            if (tokens[open].Text is ")" or "]" or "}" && tokens[open].Kind == CodeKind.Symbol) depth++;
            if (tokens[open].Text is not ("(" or "[" or "{") || tokens[open].Kind != CodeKind.Symbol || depth-- > 0) continue;
            depth = 0;
            if (!tokens[open].Is("(")) continue;
            var close = Paths.ClosingOf(tokens, open);
            if (close + 1 < tokens.Count && (tokens[close + 1].Is("{") || tokens[close + 1].Is("=") || tokens[close + 1].Is(":"))
                && !(open > 0 && tokens[open - 1].Text is "if" or "for" or "while" or "switch"))
                return true;
        }

        return false;
    }

    /// <summary>What grows while it is gone through, or for as long as it is not empty, never ends.</summary>
    static bool GrowsWhileAsked(List<CodeToken> tokens, string name)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (!tokens[at].Is(name)) continue;
            var depth = 0;
            for (var before = at - 1; before >= 0 && (depth > 0 || tokens[before].Text is not (":" or "{" or ";") && tokens[before].Kind != CodeKind.Newline); before--)
            {
                if (tokens[before].Is(")")) depth++;
                if (tokens[before].Is("(")) depth--;
                if (depth <= 0 && tokens[before].Kind == CodeKind.Name && tokens[before].Text is "in" or "of" or "while") return true;
            }
            if (at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Text is "forEach" or "map" or "values" or "keys" or "entries" or "items") return true;
        }

        return false;
    }
}
