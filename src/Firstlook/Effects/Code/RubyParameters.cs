using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Parameters of Ruby's blocks and methods. Such a name is a variable within its block alone: one that stands elsewhere, too, calls the method of that name there,
/// and counts as set by nobody. Where it is not sure how far a block goes, it ends early.
/// </summary>
internal static class RubyParameters
{
    static readonly FrozenSet<string> Opening = FrozenSet.Create(StringComparer.Ordinal, "do", "def", "begin", "class", "module", "case");

    /// <summary>They open a block where a statement begins, and are conditions of the statement elsewhere.</summary>
    static readonly FrozenSet<string> Conditions = FrozenSet.Create(StringComparer.Ordinal, "if", "unless", "while", "until", "for");

    public static void Add(List<CodeToken> tokens, HashSet<string> names)
    {
        var (starts, ends) = (new Dictionary<int, List<string>>(), new Dictionary<int, List<string>>());
        var within = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (opener, closing) in Scopes(tokens))
        {
            var (from, found) = Of(tokens, opener);
            if (found.Count == 0) continue;
            foreach (var name in found) within[name] = 0;
            starts.TryAdd(from, []);
            starts[from].AddRange(found);
            ends.TryAdd(closing, []);
            ends[closing].AddRange(found);
        }

        var outside = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var name in starts.GetValueOrDefault(at) ?? []) within[name]++;
            if (tokens[at].Kind == CodeKind.Name && within.TryGetValue(tokens[at].Text, out var scopes) && scopes <= 0 && !IsPart(tokens, at)) outside.Add(tokens[at].Text);
            foreach (var name in ends.GetValueOrDefault(at) ?? []) within[name]--;
        }

        names.UnionWith(within.Keys.Where(name => !outside.Contains(name)));
    }

    // x.name, :name, name: 1
    static bool IsPart(List<CodeToken> tokens, int at) =>
        at > 0 && (tokens[at - 1].Is(".") || tokens[at - 1].Is(":") && tokens[at - 1].End == tokens[at].Start)
            || at + 1 < tokens.Count && tokens[at + 1].Is(":") && tokens[at + 1].Start == tokens[at].End;

    /// <summary>Each place where a block or a method begins, with the one where it ends.</summary>
    static List<(int Opener, int Closing)> Scopes(List<CodeToken> tokens)
    {
        var scopes = new List<(int, int)>();
        var open = new Stack<int>();
        var loop = false;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Kind == CodeKind.Newline || token.Is(";")) loop = false;
            if (token.Kind == CodeKind.Symbol && token.Text is "{") open.Push(at);
            else if (token.Kind == CodeKind.Symbol && token.Text is "}")
            {
                while (open.TryPop(out var opener))
                {
                    if (tokens[opener].Text is not "{") continue;
                    scopes.Add((opener, at));
                    break;
                }
            }
            else if (token.Kind != CodeKind.Name || IsPart(tokens, at)) continue;
            else if (Conditions.Contains(token.Text) && Begins(tokens, at))
            {
                open.Push(at);
                loop = token.Text is "while" or "until" or "for";
            }
            else if (token.Text is "do" && loop) loop = false;
            else if (Opening.Contains(token.Text) && !(token.Text is "def" && IsEndless(tokens, at))) open.Push(at);
            else if (token.Text is "end" && open.TryPeek(out var last) && tokens[last].Text is not "{") scopes.Add((open.Pop(), at));
        }

        return scopes;
    }

    static bool Begins(List<CodeToken> tokens, int at) =>
        at == 0 || tokens[at - 1].Kind == CodeKind.Newline
            || tokens[at - 1].Text is ";" or "=" or "(" or "then" or "do" or "{" or "|" or "else" or "[" or "," or "begin" or "return";

    // def total = 3
    static bool IsEndless(List<CodeToken> tokens, int at)
    {
        for (at++; at < tokens.Count && tokens[at].Kind != CodeKind.Newline && !tokens[at].Is(";"); at++)
        {
            if (tokens[at].Is("(")) at = Paths.ClosingOf(tokens, at);
            else if (tokens[at].Is("=")) return true;
        }

        return false;
    }

    /// <summary>The parameters that follow what opens a block, <c>|order, (id, *rest)|</c> or <c>(order, limit = 3)</c>, and the place from which they hold: a lambda's
    /// stand before its block.</summary>
    static (int From, List<string> Names) Of(List<CodeToken> tokens, int opener)
    {
        var names = new List<string>();
        if (tokens[opener].Text is "def")
        {
            var at = opener + 2;
            while (at + 1 < tokens.Count && tokens[at].Is(".")) at += 2;
            var last = at < tokens.Count && tokens[at].Is("(") ? Paths.ClosingOf(tokens, at) : EndOfLine(tokens, at);
            Take(tokens, at < tokens.Count && tokens[at].Is("(") ? at + 1 : at, last, names);
            return (opener, names);
        }

        if (tokens[opener].Text is not ("{" or "do")) return (opener, names);
        if (opener + 1 < tokens.Count && tokens[opener + 1].Is("|"))
        {
            var last = opener + 2;
            while (last < tokens.Count && !tokens[last].Is("|") && last - opener < Paths.MostInBrackets) last++;
            Take(tokens, opener + 2, last, names);
            return (opener, names);
        }

        // ->(order) { ... }, -> order { ... }
        var from = opener - 1;
        while (from > 0 && opener - from < 40 && !tokens[from].Is(">") && tokens[from].Kind is CodeKind.Name or CodeKind.Symbol && tokens[from].Text is not ("{" or "}")) from--;
        if (from < 1 || !tokens[from].Is(">") || !tokens[from - 1].Is("-") || tokens[from - 1].End != tokens[from].Start) return (opener, names);
        Take(tokens, from + 1 + (tokens[from + 1].Is("(") ? 1 : 0), opener, names);
        return (from, names);
    }

    // A default value is no parameter: |order = purge|.
    static void Take(List<CodeToken> tokens, int first, int last, List<string> names)
    {
        for (var at = first; at < last && at < tokens.Count; at++)
        {
            if (tokens[at].Kind == CodeKind.Name && (at == first || tokens[at - 1].Text is "," or "(" or "*" or "&" or ";")) names.Add(tokens[at].Text);
        }
    }

    static int EndOfLine(List<CodeToken> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind != CodeKind.Newline && !tokens[at].Is(";")) at++;
        return at;
    }
}
