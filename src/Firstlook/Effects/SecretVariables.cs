using System.Text.RegularExpressions;

namespace Firstlook.Effects;

/// <summary>
/// Variables of the environment whose value lets somebody in, by what they are called: one list for every shell and language that shows one. Addresses of databases and
/// brokers hold the password as a rule (12factor.net, "Config"; docs.sqlalchemy.org, "Database URLs"; learn.microsoft.com, "Connection strings", "Environment variables").
/// </summary>
internal static partial class SecretVariables
{
    public static bool Are(string name) => DangerousNames.IsSecret(name) || name.Length < 200 && Named().IsMatch(name) && !Harmless().IsMatch(name);

    [GeneratedRegex(
        @"(^|_)(PASS|PASSPHRASE|PWD_?DB|API_?KEY|ACCESS_?KEY(_ID)?|PRIVATE_?KEY)(_|$)|_(PWD|PW|PAT|AUTH)$|PASS$|"
        + @"CONN(ECTION)?_?STR(INGS?)?|"
        + @"(DATABASE|(^|_)DB|REDIS|MONGO(DB)?|POSTGRES(QL)?|(^|_)PG|MYSQL|MARIADB|AMQP|RABBITMQ|BROKER|BACKEND|KEYDB|CLICKHOUSE|ELASTIC(SEARCH)?|MAILER|SMTP)_?(UR[LI]|DSN)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // Folders, and words that only end so.
    [GeneratedRegex("(^|_)(OLD|START|ORIG|BASE|PREV|INIT|LAST)_?PWD$|(BY|COM|SUR|TRES)PASS$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
