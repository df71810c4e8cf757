using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Parts of what comes in, as a program of jq, awk or a language prints them: text like what they were taken from, but where the program makes a number of them. A text that jq
/// prints in quotation marks is none that arithmetic evaluates; with <c>-r</c> it is what it was.
/// </summary>
internal static partial class PickedTexts
{
    public static bool Print(SimpleCommand command)
    {
        if (Carriers.Program(command) is not { } program) return false;
        var words = command.Words.Select(word => word.Constant ?? "").ToList();
        return program switch
        {
            "jq" or "gojq" or "jaq" => words.Exists(word => Raw().IsMatch(word)) && !words.Exists(word => Number().IsMatch(word)),
            "yq" => !words.Exists(word => Number().IsMatch(word)),
            "awk" or "gawk" or "mawk" or "nawk" => words.TrueForAll(word => !word.Contains("print", StringComparison.Ordinal)) || words.Exists(PrintsField),
            "python" or "python3" or "perl" or "ruby" or "node" or "php" => !words.Exists(word => Counted().IsMatch(word)),
            _ => false,
        };
    }

    /// <summary>Whether a field stands behind a <c>print</c>, before the statement ends.</summary>
    static bool PrintsField(string script)
    {
        for (var at = script.IndexOf("print", StringComparison.Ordinal); at >= 0; at = script.IndexOf("print", at, StringComparison.Ordinal))
        {
            var end = script.AsSpan(at).IndexOfAny("$;}\n");
            if (end < 0) return false;
            at += end;
            if (script[at] == '$') return true;
        }

        return false;
    }

    // jq(1), "-r", "-j"
    [GeneratedRegex("^-[A-Za-z]*[rj][A-Za-z]*$|^--(raw|join)-output", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Raw();

    // .items | length, (.size | tonumber)
    [GeneratedRegex(@"(^|\|)\s*(length|tonumber|floor|ceil|round|utf8bytelength|now)\??\s*\)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(len|int|float|sum|round|Number|parseInt|parseFloat|count)\(|\.(length|size|count|to_i)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
