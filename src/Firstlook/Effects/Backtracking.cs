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

    /// <summary>A group that repeats more often than this is tried in too many ways where each turn takes any number.</summary>
    const int Often = 4;

    /// <summary>So many parts in a row that take any number of the same characters are tried for hours on a long line: <c>.*.*.*.*</c>.</summary>
    const int Row = 4;

    /// <summary>The first 128 characters, all letters and digits beyond them, and all else beyond them.</summary>
    const int Kinds = 130, Letters = 128, Others = 129;

    /// <param name="Characters">Which kinds of characters it may take.</param>
    /// <param name="Needed">Whether it takes at least one.</param>
    /// <param name="Varies">Whether it takes more or fewer of them.</param>
    /// <param name="Endless">Whether it takes any number.</param>
    sealed record Atom(BitArray Characters, bool Needed, bool Varies, bool Endless);

    /// <summary>Longer ones are read by nobody.</summary>
    public const int Longest = 2_000;

    public static bool IsIn(string pattern)
    {
        // Two things that repeat, or one that may take the same text by two ways, and nothing less, try each other.
        var first = pattern.AsSpan().IndexOfAny('+', '*', '{');
        if (first < 0 || pattern.IndexOf('|') < 0 && pattern.AsSpan(first + 1).IndexOfAny('+', '*', '{') < 0) return false;
        if (pattern.Length > Longest) return true;
        var at = 0;
        var found = false;
        while (at < pattern.Length)
        {
            if (Alternatives(pattern, ref at, ref found, 0).Exists(IsRow)) found = true;
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
            else if (pattern.AsSpan(at).StartsWith("(?#")) at = pattern.IndexOf(')', at) is > 0 and var close ? close + 1 : pattern.Length;
            else if (One(pattern, ref at, ref found, depth) is { } atom) alternatives[^1].Add(atom);
        }

        return alternatives;
    }

    /// <summary>A character, a class or a group with its quantifier; null for what takes nothing.</summary>
    static Atom? One(string pattern, ref int at, ref bool found, int depth)
    {
        List<List<Atom>>? group = null;
        var characters = new BitArray(Kinds);
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

        var (least, most) = Quantifier(pattern, ref at);
        // \b takes nothing, either.
        if (looks || !characters.HasAnySet()) return null;
        if (group is not null && (most > Often && IsAmbiguous(group, atom => atom.Endless) || most == int.MaxValue && IsAmbiguous(group, atom => atom.Varies))) found = true;
        var needed = least > 0 && (group is null || group.TrueForAll(alternative => alternative.Exists(atom => atom.Needed)));
        var inside = group?.SelectMany(alternative => alternative).ToList() ?? [];
        return new Atom(characters, needed, least != most || inside.Exists(atom => atom.Varies), most > Many || inside.Exists(atom => atom.Endless));
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

    static (int Least, int Most) Quantifier(string pattern, ref int at)
    {
        if (at >= pattern.Length) return (1, 1);
        var (least, most) = (1, 1);
        switch (pattern[at])
        {
            case '*': (least, most) = (0, int.MaxValue); break;
            case '+': (least, most) = (1, int.MaxValue); break;
            case '?': least = 0; break;
            case '{' when pattern.IndexOf('}', at) is > 0 and var close && Counts(pattern[(at + 1)..close]) is var (from, to):
                (least, most) = (from, to);
                at = close;
                break;
            default: return (1, 1);
        }

        at++;
        // a+? and a++
        if (at < pattern.Length && pattern[at] is '?' or '+') at++;
        return (least, most);
    }

    // 3, 3, and 3,5; Python and Ruby know ,5 as well
    static (int From, int To)? Counts(string counts)
    {
        if (counts.Split(',') is not [var from, .. var rest] || rest.Length > 1) return null;
        if (from.Length == 0 && rest is not [{ Length: > 0 }]) return null;
        var least = 0;
        if (from.Length > 0 && !int.TryParse(from, System.Globalization.CultureInfo.InvariantCulture, out least)) return null;
        if (rest is []) return (least, least);
        return rest is [""] ? (least, int.MaxValue) : int.TryParse(rest[0], System.Globalization.CultureInfo.InvariantCulture, out var most) ? (least, most) : null;
    }

    /// <summary>Whether parts that take any number of the same characters stand in a row, with nothing between them that says where one ends.</summary>
    static bool IsRow(List<Atom> atoms)
    {
        var (row, shared) = (0, new BitArray(Kinds));
        foreach (var atom in atoms)
        {
            if (!atom.Endless)
            {
                if (atom.Needed) row = 0;
                continue;
            }

            if (row == 0) shared = Visible(atom.Characters);
            else shared.And(atom.Characters);
            row = shared.HasAnySet() ? row + 1 : 1;
            if (row == 1) shared = Visible(atom.Characters);
            if (row >= Row) return true;
        }

        return false;
    }

    // Long runs of blanks stand in few lines.
    static BitArray Visible(BitArray characters)
    {
        var visible = new BitArray(characters);
        for (var character = '\0'; character <= ' '; character++) visible[character] = false;
        return visible;
    }

    /// <summary>Whether a text may be taken in more than one way by a group that repeats.</summary>
    /// <param name="gives">Which parts may take more or fewer characters.</param>
    static bool IsAmbiguous(List<List<Atom>> alternatives, Predicate<Atom> gives)
    {
        foreach (var atoms in alternatives)
        {
            foreach (var endless in atoms.FindAll(gives))
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
        characters[character < 128 ? character : char.IsLetterOrDigit(character) ? Letters : Others] = true;
    }

    static void AddAll(BitArray characters, Predicate<char> those)
    {
        for (var character = '\0'; character < 128; character++) characters[character] |= those(character);
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

            // [[:alpha:]]
            if (pattern[at] == '[' && at + 1 < pattern.Length && pattern[at + 1] == ':' && pattern.IndexOf(":]", at + 2, StringComparison.Ordinal) is > 0 and var close)
            {
                Named(pattern[(at + 2)..close], characters);
                at = close + 2;
                continue;
            }

            var from = pattern[at++];
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                if (pattern[at + 1] >= 128) characters[Letters] = characters[Others] = true;
                for (var character = from; character <= pattern[at + 1] && character < 128; character++) Add(characters, character);
                at += 2;
            }
            else Add(characters, from);
        }

        at++;
        if (!negated) return;
        characters.Not();
        characters[Letters] = characters[Others] = true;
    }

    /// <summary>Classes by name: of letters, of digits, or of anything else (unicode.org, TR18; POSIX, 9.3.5).</summary>
    static void Named(string name, BitArray characters)
    {
        switch (name.ToLowerInvariant())
        {
            case "l" or "lu" or "ll" or "letter" or "alpha" or "alphabetic" or "upper" or "lower":
                AddAll(characters, char.IsAsciiLetter);
                characters[Letters] = true;
                break;
            case "n" or "nd" or "digit" or "xdigit": AddAll(characters, name is "xdigit" ? char.IsAsciiHexDigit : char.IsAsciiDigit); break;
            case "alnum" or "word":
                AddAll(characters, char.IsAsciiLetterOrDigit);
                characters[Letters] = true;
                break;
            case "space" or "blank" or "z" or "zs": AddAll(characters, char.IsWhiteSpace); break;
            default: characters.SetAll(true); break;
        }
    }

    static void Escape(string pattern, ref int at, BitArray characters)
    {
        var escaped = at + 1 < pattern.Length ? pattern[at + 1] : '\\';
        at += 2;
        if (escaped is 'x' or 'u' && Code(pattern, ref at) is { } code)
        {
            Add(characters, code);
            return;
        }

        if (escaped is 'p' or 'P' && at < pattern.Length && pattern[at] == '{' && pattern.IndexOf('}', at) is > 0 and var close)
        {
            if (escaped == 'p') Named(pattern[(at + 1)..close].TrimStart('^'), characters);
            if (escaped == 'P' || pattern[at + 1] == '^') characters.SetAll(true);
            at = close + 1;
            return;
        }

        if (escaped is 'b' or 'B' or 'A' or 'Z' or 'z' or 'G') return;
        if (char.ToLowerInvariant(escaped) is 'd' or 'w' or 's')
        {
            var taken = new BitArray(Kinds);
            AddAll(taken, char.ToLowerInvariant(escaped) switch { 'd' => char.IsAsciiDigit, 's' => char.IsWhiteSpace, _ => IsOfWord });
            taken[Letters] = escaped is 'w' or 'W';
            if (char.IsAsciiLetterUpper(escaped)) taken.Not();
            characters.Or(taken);
        }
        else if (escaped is 'n' or 't' or 'r') Add(characters, escaped switch { 'n' => '\n', 't' => '\t', _ => '\r' });
        else if (!char.IsAsciiLetterOrDigit(escaped)) Add(characters, escaped);
        else characters.SetAll(true);
    }

    static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary>The character that a number stands for: <c>\x61</c>, <c>\u0061</c>, <c>\u{61}</c>.</summary>
    static char? Code(string pattern, ref int at)
    {
        var braced = at < pattern.Length && pattern[at] == '{';
        var start = braced ? at + 1 : at;
        var end = start;
        while (end < pattern.Length && end - start < (braced ? 6 : pattern[at - 1] == 'u' ? 4 : 2) && char.IsAsciiHexDigit(pattern[end])) end++;
        if (end == start) return null;
        at = braced && end < pattern.Length && pattern[end] == '}' ? end + 1 : end;
        return (char)Math.Min(char.MaxValue, Convert.ToInt32(pattern[start..end], 16));
    }
}
