using System.Collections;

namespace Firstlook.Effects;

/// <summary>
/// Regular expressions that may try without end: a part that repeats holds another that repeats, and nothing says where one ends and the next begins, as in <c>(a+)+</c>
/// (owasp.org, "Regular expression Denial of Service"). <c>(\d+\.)+</c> is none: each turn ends with a dot, which no digit is.
/// </summary>
internal static class Backtracking
{
    const int Deepest = 16;

    /// <summary>More repetitions than this are taken for any number of them.</summary>
    const int Many = 9;

    /// <param name="Characters">Which of the first 128 characters it may take.</param>
    /// <param name="Needed">Whether it takes at least one.</param>
    /// <param name="Endless">Whether it takes any number.</param>
    sealed record Atom(BitArray Characters, bool Needed, bool Endless);

    /// <summary>A group that repeats ends in one of these.</summary>
    static readonly string[] Repeated = [")+", ")*", "){"];

    /// <summary>Longer ones are read by nobody.</summary>
    const int Longest = 2_000;

    public static bool IsIn(string pattern)
    {
        if (Array.TrueForAll(Repeated, end => !pattern.Contains(end, StringComparison.Ordinal))) return false;
        if (pattern.Length > Longest) return true;
        var at = 0;
        var found = false;
        while (at < pattern.Length)
        {
            Alternatives(pattern, ref at, ref found, 0);
            at++;
        }

        return found;
    }

    /// <summary>The alternatives up to the bracket that closes them, or the end.</summary>
    static List<List<Atom>> Alternatives(string pattern, ref int at, ref bool found, int depth)
    {
        List<List<Atom>> alternatives = [[]];
        while (at < pattern.Length && pattern[at] != ')')
        {
            if (pattern[at] == '|')
            {
                alternatives.Add([]);
                at++;
            }
            else if (pattern[at] is '^' or '$') at++;
            else if (One(pattern, ref at, ref found, depth) is { } atom) alternatives[^1].Add(atom);
        }

        return alternatives;
    }

    /// <summary>A character, a class or a group with its quantifier; null for what takes nothing.</summary>
    static Atom? One(string pattern, ref int at, ref bool found, int depth)
    {
        List<List<Atom>>? group = null;
        var characters = new BitArray(128);
        var looks = false;
        switch (pattern[at])
        {
            case '(' when depth < Deepest:
                at++;
                looks = Opens(pattern, ref at);
                group = Alternatives(pattern, ref at, ref found, depth + 1);
                at++;
                foreach (var atom in group.SelectMany(alternative => alternative)) characters.Or(atom.Characters);
                break;
            case '[': Class(pattern, ref at, characters); break;
            case '\\': Escape(pattern, ref at, characters); break;
            case '.':
                characters.SetAll(true);
                characters['\n'] = false;
                at++;
                break;
            default: Add(characters, pattern[at++]); break;
        }

        var (least, endless) = Quantifier(pattern, ref at);
        // \b takes nothing, either.
        if (looks || !characters.HasAnySet()) return null;
        if (group is not null && endless && IsAmbiguous(group)) found = true;
        var needed = least > 0 && (group is null || group.TrueForAll(alternative => alternative.Exists(atom => atom.Needed)));
        return new Atom(characters, needed, endless || group is not null && group.Exists(alternative => alternative.Exists(atom => atom.Endless)));
    }

    /// <summary>Skips what stands behind the bracket of a group: <c>?:</c>, <c>?P&lt;name&gt;</c>.</summary>
    /// <returns>Whether the group only looks ahead or behind.</returns>
    static bool Opens(string pattern, ref int at)
    {
        if (at >= pattern.Length || pattern[at] != '?') return false;
        at++;
        var looks = at < pattern.Length && pattern[at] is '=' or '!' || at + 1 < pattern.Length && pattern[at] == '<' && pattern[at + 1] is '=' or '!';
        if (!looks && at < pattern.Length && pattern[at] is 'P' or '<' or '\'')
        {
            var end = pattern.AsSpan(at + 1).IndexOfAny(">')");
            if (end >= 0) at += end + 2;
        }
        else
        {
            while (at < pattern.Length && (pattern[at] is '=' or '!' or '<' or ':' or '>' or '-' || char.IsAsciiLetter(pattern[at])))
            {
                if (pattern[at++] is ':' or '=' or '!' or '>') break;
            }
        }

        return looks;
    }

    static (int Least, bool Endless) Quantifier(string pattern, ref int at)
    {
        if (at >= pattern.Length) return (1, false);
        var (least, endless) = (1, false);
        switch (pattern[at])
        {
            case '*': (least, endless) = (0, true); break;
            case '+': (least, endless) = (1, true); break;
            case '?': least = 0; break;
            case '{' when pattern.IndexOf('}', at) is > 0 and var close && pattern[(at + 1)..close].Split(',') is [var from, .. var to] && int.TryParse(from, out least):
                endless = to is [""] || (to is [var most] && int.TryParse(most, out var last) ? last : least) > Many;
                at = close;
                break;
            default: return (1, false);
        }

        at++;
        // a+? and a++
        if (at < pattern.Length && pattern[at] is '?' or '+') at++;
        return (least, endless);
    }

    /// <summary>Whether a text may be taken in more than one way by a group that repeats.</summary>
    static bool IsAmbiguous(List<List<Atom>> alternatives)
    {
        foreach (var atoms in alternatives)
        {
            foreach (var endless in atoms.Where(atom => atom.Endless))
            {
                if (!atoms.Exists(other => other.Needed && !ReferenceEquals(other, endless) && !Overlap(other, endless))) return true;
            }
        }

        for (var first = 0; first < alternatives.Count; first++)
        {
            for (var second = first + 1; second < alternatives.Count; second++)
            {
                var pairs = alternatives[first].Zip(alternatives[second]).ToList();
                if (pairs.Count > 0 && pairs.TrueForAll(pair => Overlap(pair.First, pair.Second))) return true;
            }
        }

        return false;
    }

    static bool Overlap(Atom one, Atom other) => new BitArray(one.Characters).And(other.Characters).HasAnySet();

    static void Add(BitArray characters, char character)
    {
        if (character < characters.Count) characters[character] = true;
    }

    static void Class(string pattern, ref int at, BitArray characters)
    {
        var negated = ++at < pattern.Length && pattern[at] == '^';
        if (negated) at++;
        for (var first = true; at < pattern.Length && (pattern[at] != ']' || first); first = false)
        {
            if (pattern[at] == '\\')
            {
                Escape(pattern, ref at, characters);
                continue;
            }

            var from = pattern[at++];
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                for (var character = from; character <= pattern[at + 1] && character < characters.Count; character++) Add(characters, character);
                at += 2;
            }
            else Add(characters, from);
        }

        at++;
        if (negated) characters.Not();
    }

    static void Escape(string pattern, ref int at, BitArray characters)
    {
        var escaped = at + 1 < pattern.Length ? pattern[at + 1] : '\\';
        at += 2;
        for (var character = '\0'; character < characters.Count; character++)
        {
            if (char.ToLowerInvariant(escaped) switch
            {
                'd' => char.IsAsciiDigit(character),
                'w' => char.IsAsciiLetterOrDigit(character) || character == '_',
                's' => char.IsWhiteSpace(character),
                _ => false,
            } != (escaped is 'D' or 'W' or 'S'))
                characters[character] = true;
        }

        if (escaped is 'b' or 'B' or 'A' or 'Z' or 'z') return;
        if (escaped is 'n' or 't' or 'r') Add(characters, escaped switch { 'n' => '\n', 't' => '\t', _ => '\r' });
        else if (!char.IsAsciiLetterOrDigit(escaped)) Add(characters, escaped);
        else if (char.ToLowerInvariant(escaped) is not ('d' or 'w' or 's')) characters.SetAll(true);
    }
}
