using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Settings of clients and applications that hold a password and are shown as a whole: <c>sequelize.config</c>, <c>knex.client.config.connection</c>, <c>pool.options</c>,
/// <c>connections.databases</c>, <c>require("config")</c> (sequelize.org, "Sequelize"; knexjs.org, "Configuration Options"; node-postgres, "Pool"; typeorm.io, "DataSource API";
/// docs.djangoproject.com, "connections"; nodejs.org, "require.cache").
/// </summary>
internal static partial class SettingsOfClients
{
    static readonly FrozenSet<string> Parts =
        FrozenSet.Create(StringComparer.Ordinal, "config", "options", "connection", "connectionParameters", "connectionString", "connectionSettings", "settings", "poolConfig");

    static readonly FrozenSet<string> Printing = FrozenSet.Create(StringComparer.Ordinal, "log", "dir", "table", "info", "debug", "error", "warn", "stringify", "inspect", "print");

    public static bool AreShown(List<CodeToken> tokens, int at)
    {
        if (tokens[at].Kind != CodeKind.Name) return false;
        // django.db.connections.databases, connection.get_connection_params()
        if (at > 1 && tokens[at - 1].Is(".") && tokens[at].Text is "databases" && tokens[at - 2].Is("connections") && SecretFields.IsEnd(tokens, at + 1)) return true;
        if (tokens[at].Text is "get_connection_params" && at > 0 && tokens[at - 1].Is(".")) return true;
        if (Devices.Calling(tokens, at) is not { } by || !Printing.Contains(by)) return false;
        // require("config"), require("./config/production.json")
        if (tokens[at].Is("require") && at + 3 < tokens.Count && tokens[at + 1].Is("(") && tokens[at + 2].Kind == CodeKind.String && tokens[at + 3].Is(")")
            && SecretFields.IsEnd(tokens, at + 4) && Settings().IsMatch(tokens[at + 2].Text.Trim('"', '\'', '`')))
            return true;
        if (at < 2 || !tokens[at - 1].Is(".") || !SecretFields.IsEnd(tokens, at + 1)) return false;
        if (tokens[at].Is("cache") && tokens[at - 2].Is("require")) return true;
        var start = Paths.StartOf(tokens, at, Paths.MostInBrackets);
        return start >= 0 && Parts.Contains(tokens[at].Text) && Client().IsMatch(tokens[start].Text);
    }

    [GeneratedRegex("(sequelize|knex|pool|dataSource|connection|prisma|mongoose|transporter|mailer|amqp|redis)$|^(db|app|client|conn|orm|server)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Client();

    [GeneratedRegex(@"^config$|(^|/)(config|settings|secrets?|credentials?|database|knexfile|ormconfig)(/[\w.-]+)?(\.(json|js|ts|cjs))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Settings();
}
