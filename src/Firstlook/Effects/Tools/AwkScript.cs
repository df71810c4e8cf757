using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>An awk program, looked through token by token for what runs, pipes or writes (gawk(1), "I/O Statements").</summary>
internal static partial class AwkScript
{
    /// <param name="piped">Judges a command that the program prints to or asks.</param>
    public static Verdict Judge(string script, Func<string, Verdict> piped)
    {
        var at = 0;
        var (quoted, before) = (0, ' ');
        var verdict = Verdict.Read("the awk program only computes");
        var printing = false;
        var parentheses = 0;
        var previous = ' ';
        while (at < script.Length)
        {
            var character = script[at];
            if (character == Argument.Hole)
            {
                // A value inside the program's text is code unless it stands in a string, which Quoted skips.
                return Verdict.Unknown("a value that is not known stands in the awk program");
            }
            if (character == '"')
            {
                (quoted, before) = (at, previous);
                if (!Quoted(script, ref at)) return Verdict.Unknown("an unclosed string in the awk program");
                previous = '"';
                continue;
            }
            // After ')' or a pattern it divides, or begins a pattern: what differs then is what stands in quotes or behind a comment's sign.
            if (character == '/' && previous == ')' && script.IndexOf('/', at + 1) is > 0 and var close && script.AsSpan(at, close - at).IndexOfAny('"', '#') >= 0)
                return Verdict.Unknown("'/' in the awk program may divide or begin a pattern");
            if (character == '#')
            {
                while (at < script.Length && script[at] != '\n') at++;
                continue;
            }
            if (character == '/' && StartsPattern(previous))
            {
                // After x++ it divides, and what looks like a pattern would hide code.
                if (previous is '+' or '-') return Verdict.Unknown("'/' in the awk program may divide or begin a pattern");
                if (!Pattern(script, ref at)) return Verdict.Unknown("an unclosed or doubtful pattern in the awk program");
                // As behind a parenthesis, what follows divides.
                previous = ')';
                continue;
            }
            if (char.IsAsciiLetter(character) || character is '_' or '@')
            {
                var start = at++;
                while (at < script.Length && (char.IsAsciiLetterOrDigit(script[at]) || script[at] == '_')) at++;
                var word = script[start..at];
                if (word is "system") return Verdict.Unknown("'system' in the awk program runs commands");
                if (word is "getline")
                {
                    if (NamedFile(script.AsSpan(at)) is not { } file) return Verdict.Unknown("'getline' in the awk program may run a command");
                    if ((TakingFiles.Reading(file) ?? DeviceFiles.Opened(file, false)) is { } taken) verdict = verdict.And(taken);
                }

                if (word is "ARGV" && AwkArguments.Judge(script[at..]) is { } argument) verdict = verdict.And(argument);

                // gawk manual, "Auto-set": the whole environment, unless one variable is named whose name tells of no secret.
                if (word is "ENVIRON" && (OneOf(script.AsSpan(at)) is not { } name || SecretVariables.Are(name)))
                    verdict = verdict.And(Verdict.Read("the awk program may show secrets of the environment", EffectTags.Secret));
                if (word[0] == '@') return Verdict.Unknown($"'{word}' in the awk program loads code or calls what a value names");
                if (word is "print" or "printf")
                {
                    printing = true;
                    parentheses = 0;
                }
                previous = 'a';
                if (word is "in" or "return" or "print") previous = '(';
                continue;
            }
            switch (character)
            {
                case '\\': return Verdict.Unknown("a backslash outside strings of the awk program");
                case '(': parentheses++; break;
                case ')': parentheses--; break;
                // gawk manual, 1.6: a line goes on after a comma and some others.
                case '\n' when previous is ',' or '&' or '|': break;
                case ';' or '}' or '\n': printing = false; break;
                case '|' when at + 1 < script.Length && script[at + 1] == '|': at++; break;
                case '|' when printing && parentheses <= 0 && AwkPipes.Into(script, ref at) is { } filter:
                    verdict = verdict.And(piped(filter));
                    previous = '"';
                    continue;
                case '|' when !printing && previous == '"' && AwkPipes.OutOf(script, quoted, before, ref at) is { } asked:
                    verdict = verdict.And(piped(asked));
                    previous = 'a';
                    continue;
                case '|': return Verdict.Unknown("'|' in the awk program pipes to or from a command");
                case '>' when printing && parentheses <= 0:
                    if (!IsStandardStream(script.AsSpan(at + 1))) return Verdict.Destructive("'>' in the awk program writes a file");
                    break;
            }
            if (!char.IsWhiteSpace(character)) previous = character;
            // No line begins with a division: what does is a pattern.
            else if (character == '\n' && previous is not (',' or '&' or '|')) previous = '\n';
            at++;
        }
        return verdict;
    }

    /// <returns>The name that a subscript spells out; null for any other use of an array.</returns>
    static string? OneOf(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(' ');
        if (!rest.StartsWith("[\"")) return null;
        var end = rest[2..].IndexOf('"');
        return end >= 0 && rest[(end + 3)..].TrimStart(' ') is [']', ..] ? rest[2..(end + 2)].ToString() : null;
    }

    /// <returns>The file of <c>getline [name] &lt; "file"</c>, where what it says is read and nothing runs; null for any other use.</returns>
    static string? NamedFile(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(' ');
        var name = 0;
        while (name < rest.Length && (char.IsAsciiLetterOrDigit(rest[name]) || rest[name] == '_')) name++;
        rest = rest[name..].TrimStart(' ');
        if (rest.IsEmpty || rest[0] != '<') return null;
        rest = rest[1..].TrimStart(' ');
        if (rest.IsEmpty || rest[0] != '"') return null;
        var end = rest[1..].IndexOf('"');
        return end >= 0 && !rest[1..(end + 1)].StartsWith("/inet") && rest[1..(end + 1)].IndexOfAny('\\', Argument.Hole) < 0 ? rest[1..(end + 1)].ToString() : null;
    }

    /// <summary>The whole target, not the beginning of one that goes on: <c>"/dev/std" $1</c> may be any file.</summary>
    static bool IsStandardStream(ReadOnlySpan<char> target)
    {
        target = target.TrimStart("> ");
        const string output = "\"/dev/stdout\"", error = "\"/dev/stderr\"";
        if (!target.StartsWith(output) && !target.StartsWith(error)) return false;
        var rest = target[output.Length..].TrimStart(' ');
        return rest.IsEmpty || rest[0] is ';' or '}' or '\n';
    }

    static bool StartsPattern(char previous) => previous is not ('a' or ')' or ']' or '"' or '$') && !char.IsAsciiDigit(previous);

    static bool Quoted(string script, ref int at)
    {
        for (at++; at < script.Length; at++)
        {
            if (script[at] == '\\') at++;
            else if (script[at] == '"')
            {
                at++;
                return true;
            }
        }
        return false;
    }

    static bool Pattern(string script, ref int at)
    {
        var bracket = false;
        for (at++; at < script.Length && script[at] != '\n'; at++)
        {
            if (script[at] == '\\') at++;
            else if (script[at] == '[') bracket = true;
            else if (script[at] == ']') bracket = false;
            else if (script[at] == '/')
            {
                at++;
                return !bracket;
            }
        }
        return false;
    }
}
