using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>
/// Jumps of a sed script back to a label that nothing ends (sed(1), "Commands Requiring a newline", "b", "t", "N"): on the last line N takes up nothing, and with <c>$!</c>
/// before it it is skipped there; a substitution that finds again what it has put there always succeeds.
/// </summary>
internal static partial class SedLoops
{
    /// <param name="Guards">The addresses of the command and of the braces around it.</param>
    /// <param name="Argument">A label, or a substitution's pattern.</param>
    /// <param name="Put">What a substitution puts there.</param>
    sealed record Command(char Name, List<string> Guards, string Argument, string Put)
    {
        /// <summary>Whether it runs wherever another one does.</summary>
        public bool RunsWith(Command other) => Guards.TrueForAll(other.Guards.Contains);

        public bool SkipsLast => Guards.Exists(guard => guard is "$!");
    }

    public static bool AreIn(string script)
    {
        if (Device().IsMatch(script)) return true;
        var commands = Read(script);
        if (Double(commands)) return true;
        for (var at = 0; at < commands.Count; at++)
        {
            if (commands[at].Name is not ('b' or 't' or 'T') || commands[at].Argument.Length == 0) continue;
            var label = commands.FindIndex(command => command.Name == ':' && command.Argument == commands[at].Argument);
            if (label < 0 || label > at) continue;
            var between = commands.GetRange(label + 1, at - label - 1);
            if (commands[at].Name == 't' ? Succeed(between) : !Moves(between, commands[at])) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the hold space is more than twice as long after each line (sed(1), "G", "H"): so many times what it held goes into it.
    /// <c>1!G;h</c>, which turns a file round, takes it once.
    /// </summary>
    static bool Double(List<Command> commands)
    {
        var (line, held) = (0.0, 1.0);
        foreach (var command in commands)
        {
            (line, held) = command.Name switch
            {
                'G' => (line + held, held),
                'H' => (line, held + line),
                'h' => (line, line),
                'g' => (held, held),
                'x' => (held, line),
                _ => (line, held),
            };
        }

        return held >= 2;
    }

    /// <summary>Whether something before a jump takes up the next line, ends the script, or changes what its address asks.</summary>
    static bool Moves(List<Command> between, Command jump)
    {
        var takes = between.Exists(command => command.Name is 'n' or 'N');
        if (jump.SkipsLast) return takes;
        if (between.Exists(command => command.Name is 'n' or 'N' or 'q' or 'Q' or 'd' or 'D' && command.RunsWith(jump))) return true;
        if (takes && between.Exists(command => command.Name is 'q' or 'Q' or 'd' or 'D')) return true;
        return jump.Guards.Exists(guard => guard.Contains('/') || guard.Contains(',') && takes)
            && between.Exists(command => command.Name is 's' or 'D' or 'x' or 'g' or 'z' or 'n' or 'N') && !Succeed(between);
    }

    /// <summary>Whether one of the substitutions finds what another has put there, and so round again.</summary>
    static bool Succeed(List<Command> between)
    {
        var substitutions = between.FindAll(command => command.Name == 's');
        if (substitutions.Exists(command => Always().IsMatch(command.Argument) || FindsAnywhere(command.Argument))) return true;
        return substitutions.Exists(first => Reaches(first, first, substitutions, []));
    }

    /// <summary>Whether a pattern finds something in any line, an empty place at least: <c>\(a*\)</c>.</summary>
    static bool FindsAnywhere(string pattern) =>
        pattern.Replace("\\(", "(", StringComparison.Ordinal).Replace("\\)", ")", StringComparison.Ordinal) is var plain && Finds(plain, "") && Finds(plain, "\u2026=\u2026");

    static bool Reaches(Command from, Command to, List<Command> substitutions, HashSet<Command> seen)
    {
        // What was found is put there again, with more around it, or parts of it: not known.
        if (from.Put.Contains('&') || from.Put.Contains('\\')) return false;
        foreach (var next in substitutions.Where(next => Plain().IsMatch(next.Argument) && from.Put.Contains(next.Argument, StringComparison.Ordinal)))
        {
            if (ReferenceEquals(next, to) || seen.Add(next) && Reaches(next, to, substitutions, seen)) return true;
        }

        return false;
    }

    /// <summary>Whether an expression finds something in a text; what is none that is understood finds nothing.</summary>
    public static bool Finds(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The commands as far as they are understood.</summary>
    static List<Command> Read(string script)
    {
        var commands = new List<Command>();
        var around = new List<string>();
        for (var at = 0; at < script.Length;)
        {
            while (at < script.Length && (char.IsWhiteSpace(script[at]) || script[at] == ';')) at++;
            var start = at;
            if (at >= script.Length || !SedScript.Address(script, ref at)) break;
            while (at < script.Length && (script[at] == '!' || char.IsWhiteSpace(script[at]))) at++;
            if (at >= script.Length) break;
            var address = Blanks().Replace(script[start..at], "");
            List<string> guards = address.Length == 0 ? [.. around] : [.. around, address];
            var name = script[at++];
            switch (name)
            {
                case '{': around = guards; break;
                case '}':
                    around = around.Count == 0 ? around : around[..^1];
                    break;
                case '#': at = SedScript.LineEnd(script, at); break;
                case ':' or 'b' or 't' or 'T':
                    var label = Label().Match(script, at);
                    commands.Add(new Command(name, guards, label.Groups["label"].Value, ""));
                    at += label.Length;
                    break;
                case 's' or 'y':
                    var from = at + 1;
                    if (at >= script.Length) return commands;
                    var delimiter = script[at];
                    if (!SedScript.Delimited(script, ref at, 2)) return commands;
                    var parts = Parts(script[from..(at - 1)], delimiter);
                    commands.Add(new Command(name, guards, parts.Pattern, parts.Put));
                    while (at < script.Length && script[at] is not (';' or '\n' or '}')) at++;
                    break;
                case 'a' or 'i' or 'c' or 'r' or 'R' or 'w' or 'W': at = SedScript.LineEnd(script, at); break;
                default: commands.Add(new Command(name, guards, "", "")); break;
            }
        }

        return commands;
    }

    static (string Pattern, string Put) Parts(string text, char delimiter)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == delimiter) return (text[..at], text[(at + 1)..]);
        }

        return (text, "");
    }

    [GeneratedRegex(@"[rR]\s*/dev/(zero|full|u?random)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex(@"^(\^|\$|\^?\.\*\$?|\w\*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Always();

    [GeneratedRegex(@"^[\w ]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\G[ \t]*(?<label>[\w.-]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
