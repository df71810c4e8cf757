using System.Text.RegularExpressions;
using Firstlook.Effects.Shell;

namespace Firstlook.Effects;

/// <summary>
/// Statements in which others may have written, whatever the client is called that is handed them: <c>sqlplus &lt;&lt;&lt; "select '$name' from dual;"</c>,
/// <c>heroku pg:psql -c "select '$name'"</c>. A word that begins as a statement does is one, but for programs that only print it, or look for it.
/// </summary>
internal static partial class ToldStatements
{
    public static bool In(SimpleCommand command, Input input, Scope scope)
    {
        if (Carriers.Program(command) is not { } program || Carriers.StaysHere(program)) return false;
        foreach (var word in command.Words)
        {
            if (EmbeddedAnswers.IsTold(word, scope) && Beginning().IsMatch(SentAway.Text(word.Parts))) return true;
        }

        return input is { IsTold: true, Kind: InputKind.Text, Text: { } text } && Line().IsMatch(text) && !EmbeddedAnswers.IsFedWords(command.Words, command.Words.Count);
    }

    /// <summary>Verbs of SQL (ISO/IEC 9075-2, "SQL-statement"; EXPLAIN and SHOW of its dialects) and of openCypher.</summary>
    const string Verbs =
        @"(select|with|match|optional\s+match|unwind|explain|describe|show|values|table|call|exec|execute|begin|declare|insert|update|delete|merge|alter|create|drop)\s";

    [GeneratedRegex(@"^(--?[\w-]+=)?\s*['""(]?" + Verbs, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(^|;)[ \t]*" + Verbs, RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
