using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>
/// What lines of a shell block are written in: after a line that opens an interactive interpreter, those that follow are typed
/// into it, until it is left or a line can only be shell. SQL and Redis clients are the classifier's own business.
/// </summary>
internal sealed partial class Sessions
{
    Language? inside;

    /// <returns>Null for shell.</returns>
    public Language? LanguageOf(string line)
    {
        if (line.Length > 2000) return inside;
        if (inside is not null && (Exit().IsMatch(line) || ShellPrograms.BeginsUnmistakably(line))) inside = null;
        else if (inside is not null) return inside;
        inside = MayOpen.Match(line) is not { Success: true } opener ? null
            : opener.Groups["python"].Success ? Language.Python : opener.Groups["ruby"].Success ? Language.Ruby : opener.Groups["sql"].Success ? Language.Sql : Language.JavaScript;
        return ContentLanguages.IsPowerShell(line) ? Language.PowerShell : null;
    }

    static readonly Sieve MayOpen = new([Opener()], "python", "manage.py shell", "flask shell", "rails c", "irb", "sqlplus", "mongo", "node");

    [GeneratedRegex(
        @"(^|[\s/])((?<python>python3?|ipython3?|manage\.py shell(_plus)?|flask shell)|(?<ruby>(bin/)?rails (c|console)( -e \w+)?|irb)|"
        + @"(?<sql>sqlplus( -\w+)*( [^|<@;]*(@\w+)?)?)|(?<js>mongo(sh)?( (?!--eval)[^\s|;<]+)*|node))\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Opener();

    [GeneratedRegex(@"^\s*(exit|quit|\\q|\.exit)\s*(\(\))?;?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Exit();
}
