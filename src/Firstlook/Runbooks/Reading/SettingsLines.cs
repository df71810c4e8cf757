using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Below "And in `/etc/redis/redis.conf`:" lines of a name and a value, which a shell's commands might look like.</summary>
internal static partial class SettingsLines
{
    /// <param name="lead">What stands right above the block.</param>
    /// <returns>False where one of the lines begins with a program, or has an option.</returns>
    public static bool Are(Fence fence, string lead)
    {
        const int LongestLead = 160;
        if (fence.Tag.Length > 0 || fence.Typed.Count > 0 || lead.Length is 0 or > LongestLead || !InFile().IsMatch(lead) || Runs().IsMatch(lead)) return false;
        var lines = fence.Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !ContentLanguages.IsComment(l)).ToList();
        return lines.Count > 0 && lines.TrueForAll(l => Setting().IsMatch(l) && !ShellPrograms.Begins(l));
    }

    [GeneratedRegex(@"(^|\s|\()(in|into|to|dans|im|en|em|nel|nella|w|file|fichier|datei)\s(the |our |le |la |der |die )?`?[\w./~-]+\.(conf|cnf|cfg|ini|properties)\b[^:.]{0,40}:?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InFile();

    [GeneratedRegex(@"\b(run|runs|execute|ausführen|ejecutar?|executar?|exécute[rz]?|lance[rz]?)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    // A name, and a value or two that are no options.
    [GeneratedRegex(@"^[A-Za-z][\w.-]*(\s+[^\s|;&<>$`-][^\s|;&<>$`]*){1,4}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
