using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

// A client that was opened by the line above, whose own prompt somebody wrote as "> ".
internal static partial class Transcripts
{
    /// <summary>Fills in the prompts of lines that begin with "> " right below a command that opens a client and gives it nothing to do.</summary>
    static void BelowOpenedClients(string[] lines, List<(int Length, Language Language)?> prompts)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (prompts[i] is not null || !lines[i].TrimStart().StartsWith("> ", StringComparison.Ordinal) || Opened(lines[i - 1], prompts[i - 1]) is not { } client) continue;
            for (; i < lines.Length && prompts[i] is null && lines[i].TrimStart().StartsWith("> ", StringComparison.Ordinal); i++)
                prompts[i] = (lines[i].Length - lines[i].TrimStart().Length + 2, client);
        }
    }

    static Language? Opened(string line, (int Length, Language Language)? prompt) =>
        line.Length > 400 || prompt is { Language: not Language.Shell } || Opener().Match(line, prompt?.Length ?? 0) is not { Success: true } opener ? null
            : opener.Groups["redis"].Success ? Language.Redis : opener.Groups["sql"].Success ? Language.Sql : Language.JavaScript;

    // redis-cli takes its command, psql and mysql a database, mongosh an address behind the options; with -c, -e, -f or --eval they are given something to do.
    [GeneratedRegex(
        @"\G\s*(sudo (-u \w{1,32} )?)?((?<redis>(redis|valkey)-cli( -[hpnas] [^\s<>|;&]+| --(tls|raw|no-auth-warning)| --(user|pass|cacert) [^\s<>|;&]+)*)|"
        + @"(?<sql>psql( -[hpUd] ?[^\s<>|;&]+| [^\s<>|;&-][^\s<>|;&]*)*|(mysql|mariadb)( -[huPD] ?[^\s<>|;&]+| -p[^\s<>|;&]*| [^\s<>|;&-][^\s<>|;&]*)*)|"
        + @"(?<mongo>mongo(sh)?( [^\s<>|;&-][^\s<>|;&]*)?))\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Opener();
}
