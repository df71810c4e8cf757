using System.Text.RegularExpressions;

namespace Firstlook.Effects.Tools;

/// <summary>
/// Commands of an awk program that are constants: what it prints into a filter, or asks this machine (gawk manual, "Redirecting Output" and "Getline/Pipe"). Whether one of
/// them writes its options say, as they do anywhere.
/// </summary>
internal static partial class AwkPipes
{
    /// <param name="at">Of the bar in <c>print | "sort -n"</c>; afterwards behind the command.</param>
    /// <returns>The command, if it is the whole of what is written there, and a filter.</returns>
    public static string? Into(string script, ref int at)
    {
        var match = Filter().Match(script, at);
        if (!match.Success) return null;
        at += match.Length;
        return match.Groups["command"].Value;
    }

    /// <param name="from">Of the quotation mark in <c>"date" | getline now</c>.</param>
    /// <param name="before">What stands before it: in <c>x "date" | getline</c> the command is not the whole.</param>
    /// <param name="at">Of the bar; afterwards behind the word <c>getline</c>.</param>
    /// <returns>The command, if it is one that tells something of this machine.</returns>
    public static string? OutOf(string script, int from, char before, ref int at)
    {
        if (before is not (' ' or '{' or '}' or ';' or '(' or '\n')) return null;
        var match = Question().Match(script, from);
        if (!match.Success || match.Groups["bar"].Index != at) return null;
        at = match.Groups["after"].Index;
        return match.Groups["command"].Value;
    }

    const string Words = @"( +[\w.,:/+=%'@-]+)*";

    [GeneratedRegex(@"\G\|[ \t]*""(?<command>(sort|uniq|wc|head|tail|cat|column|tr|cut|nl|rev|tac)" + Words + @"( +1?>&2)?)""[ \t]*(?=[;}\n]|\z)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Filter();

    [GeneratedRegex(
        @"\G""(?<command>(date|hostname|uname|whoami|id|nproc|pwd|uptime|arch)" + Words + @")""[ \t]*(?<bar>\|)[ \t]*getline"
            + @"(?<after>([ \t]+[A-Za-z_]\w*)?[ \t]*([;})\n]|>[ \t]*0|\z))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
