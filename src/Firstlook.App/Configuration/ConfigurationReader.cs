using System.Security.Cryptography;
using System.Text;
using Firstlook.Access;
using Firstlook.Alerts;
using Firstlook.Effects;
using Firstlook.Effects.Tools;
using Firstlook.Executors;
using Firstlook.Looks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.App.Configuration;

/// <summary>Reads <c>firstlook.yaml</c>. All problems are told at once, each with file, line, key and what is allowed.</summary>
public static class ConfigurationReader
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null where there is a problem; that the file cannot be read, or is no text, is one.</returns>
    public static (Configuration? Configuration, EquatableArray<string> Problems) ReadFile(string file, Func<string, string?> variable)
    {
        try
        {
            var text = StrictUtf8.GetString(File.ReadAllBytes(file));
            return Read(file, text.StartsWith('\uFEFF') ? text[1..] : text, variable);
        }
        catch (DecoderFallbackException)
        {
            return (null, [$"{file}: this is no text in UTF-8"]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, [$"{file} cannot be read: {exception.Message}"]);
        }
    }

    /// <param name="variable">The environment: <c>${NAME}</c> in any value is replaced by it.</param>
    /// <returns>Null where there is a problem.</returns>
    public static (Configuration? Configuration, EquatableArray<string> Problems) Read(string file, string yaml, Func<string, string?> variable)
    {
        var (documents, fault) = YamlText.Read(new StringReader(yaml));
        if (fault is { } wrong) return (null, [$"{file} line {wrong.Line}: this is not YAML: {wrong.What}"]);
        var problems = new List<ConfigurationProblem>();
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/";
        var node = documents is [var document, ..] ? document.RootNode : null;
        var named = EnvironmentFile(new YamlField(node, "", new YamlReading(file, problems, variable), null)["environment_file"], folder);
        var root = new YamlField(node, "", new YamlReading(file, problems, name => variable(name) ?? named.GetValueOrDefault(name)), null);
        var configuration = problems.Count > 0 ? null : Read(root, folder) with { File = file };
        return problems.Count > 0 ? (null, problems.OrderBy(problem => problem.Line).Select(problem => problem.Text).ToEquatableArray()) : (configuration, []);
    }

    static Configuration Read(YamlField root, string folder)
    {
        root.Knows("environment_file", "listen", "public_url", "data", "runbooks", "teams", "services", "targets", "notify", "people", "intake", "mask", "policy", "rehearsal", "check");
        var defaults = Configuration.Default(folder);
        var listen = root["listen"].Exists ? root["listen"].Address("http") : null;
        var targets = new TargetsReader(folder).Read(root["targets"]);
        var teams = Teams(root["teams"], folder);
        return new Configuration(
            listen ?? defaults.Listen,
            (root["public_url"].Exists ? root["public_url"].Address("http", "https") : null) ?? listen ?? defaults.PublicUrl,
            root["data"].Text() is { } data ? Full(data, folder) : defaults.Data,
            Paths(root["runbooks"], folder),
            teams,
            Services(root["services"], teams, targets, root["targets"].Entries().Select(target => target.Name).ToHashSet(StringComparer.Ordinal), root["policy"]),
            new TargetConnections(targets.ToDictionary(target => target.Key, target => target.Value.Connection, StringComparer.Ordinal)),
            Senders(root["notify"], teams),
            root["people"].Texts(),
            IntakeToken(root["intake"].Knows("token")["token"]),
            root["mask"].Knows("fields")["fields"].Texts())
        {
            Rehearsal = RehearsalConfiguration.Read(root["rehearsal"]),
            Check = CheckConfiguration.Read(root["check"], folder),
        };
    }

    /// <summary>Lines of <c>NAME=VALUE</c>, values perhaps in single quotes: variables besides those of the environment, which come first.</summary>
    static Dictionary<string, string> EnvironmentFile(YamlField field, string folder)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (field.Text() is not { } text) return variables;
        var path = Full(text, folder);
        try
        {
            foreach (var line in File.ReadLines(path))
                if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && !line.StartsWith('#'))
                    variables[line[..equals].Trim()] = line[(equals + 1)..].Trim() is ['\'', .. var quoted, '\''] ? quoted : line[(equals + 1)..].Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            field.Problem($"{path} cannot be read: {exception.Message}");
        }

        return variables;
    }

    static string? IntakeToken(YamlField field)
    {
        if (field.Text()?.Trim() is not { Length: > 0 } token) return null;
        if (token.Length < Accounts.Accounts.ShortestIntakeToken)
            field.Problem($"a token has at least {Accounts.Accounts.ShortestIntakeToken} characters, and this one has {token.Length}");
        return token;
    }

    static EquatableArray<string> Paths(YamlField field, string folder) => field.Texts().Select(path => Full(path, folder)).ToEquatableArray();

    /// <summary>Relative paths are meant from the configuration's folder, <c>~/</c> from the home folder.</summary>
    internal static string Full(string path, string folder) => Path.GetFullPath(
        path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]) : path, folder);

    static EquatableArray<TeamConfiguration> Teams(YamlField field, string folder) =>
        field.Entries().Select(entry =>
        {
            entry.Field.Knows("runbooks", "fallback", "tools");
            var (tools, rules) = Tools(entry.Field["tools"], folder);
            return new TeamConfiguration(entry.Name, Paths(entry.Field["runbooks"], folder), entry.Field["fallback"].Text()) { Tools = tools, Rules = rules };
        }).ToEquatableArray();

    /// <summary>A team's own rules, and what an administrator lets them do: <c>files</c>, <c>lowest</c>, <c>replaces</c>, <c>own_domains</c>.</summary>
    static (Toolset Tools, ToolRules? Rules) Tools(YamlField field, string folder)
    {
        if (!field.Exists) return (Toolset.BuiltIn, null);
        field.Knows("files", "lowest", "replaces", "own_domains");
        var lowest = field["lowest"].Exists ? field["lowest"].OneOf("read", "reversible", "disruptive", "unknown", "destructive") : null;
        var mildest = lowest is null ? ToolGrant.Default.Lowest : Enum.Parse<Effect>(lowest, ignoreCase: true);
        var grant = new ToolGrant(mildest, field["replaces"].Texts()) { OwnDomains = Domains(field["own_domains"]) };
        var tables = new List<(string, string)>();
        foreach (var path in Paths(field["files"], folder))
        {
            try
            {
                if (new FileInfo(path).Length > LargestTable) field["files"].Problem($"{path} is larger than {LargestTable / 1024} KiB");
                else tables.Add((Path.GetFileName(path), File.ReadAllText(path)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                field["files"].Problem($"{path} cannot be read: {exception.Message}");
            }
        }

        var (tools, problems) = TeamRules.Read(tables, grant);
        foreach (var problem in problems) field["files"].Problem(problem);
        var files = tables.Select(table => new ToolRuleFile(table.Item1, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(table.Item2))))).ToEquatableArray();
        return (tools, new ToolRules(files, grant.Lowest, grant.Replaces) { OwnDomains = grant.OwnDomains });
    }

    static EquatableArray<string> Domains(YamlField field)
    {
        var domains = field.Texts();
        foreach (var domain in domains.Where(domain => !ToolGrant.IsDomain(domain)))
            field.Problem($"\"{domain}\" is no domain of an organisation; name one such as example.com, which stands for all machines below it");
        return domains;
    }

    /// <summary>Bytes of one table of tools: the product's own have a tenth of it.</summary>
    const long LargestTable = 256 * 1024;

    static EquatableArray<Service> Services(YamlField field, EquatableArray<TeamConfiguration> teams, Dictionary<string, (Target Target, Connection Connection)> targets,
        HashSet<string> written, YamlField policy)
    {
        // One that is there and wrong has been told already.
        var common = PolicyReader.Read(policy, written);
        return field.Entries().Select(entry =>
        {
            entry.Field.Knows("team", "match", "targets", "policy");
            var team = entry.Field["team"].Needed() ?? "";
            if (team.Length > 0 && teams.All(known => known.Name != team)) entry.Field["team"].Problem($"there is no team \"{team}\" under teams");
            var match = LabelSet.From(entry.Field["match"].Entries().Select(pair => KeyValuePair.Create(pair.Name, pair.Field.Text() ?? "")));
            if (match.Count == 0 && entry.Field["match"].Entries().All(pair => !pair.Field.Exists || pair.Field.Text() is not null))
                entry.Field["match"].Problem("at least one label is needed, such as service: shop; without one no alert ever chooses this service");
            var named = entry.Field["targets"].Texts();
            foreach (var name in named.Where(name => !written.Contains(name))) entry.Field["targets"].Problem($"there is no target \"{name}\" under targets");
            return new Service(entry.Name, team, match,
                named.Where(targets.ContainsKey).Select(name => targets[name].Target with { Environment = common.EnvironmentOf(name) }).ToEquatableArray())
            {
                Policy = common.For(entry.Field["policy"]),
                Tools = teams.FirstOrDefault(known => known.Name == team)?.Tools ?? Toolset.BuiltIn,
                Rules = teams.FirstOrDefault(known => known.Name == team)?.Rules,
            };
        }).ToEquatableArray();
    }

    static EquatableArray<SenderConfiguration> Senders(YamlField field, EquatableArray<TeamConfiguration> teams)
    {
        var senders = field.Entries().Select(entry =>
        {
            entry.Field.Knows("kind", "url", "secret", "teams");
            var kind = entry.Field["kind"].OneOf("slack", "webhook");
            var url = entry.Field["url"].Address("http", "https");
            var secret = kind == "webhook" ? entry.Field["secret"].Needed() : null;
            var told = entry.Field["teams"].Texts();
            foreach (var unknown in told.Where(name => teams.All(team => team.Name != name))) entry.Field["teams"].Problem($"there is no team {unknown}");
            return kind is null || url is null ? null : new SenderConfiguration(entry.Name, kind, url, secret) { Teams = told };
        }).Where(sender => sender is not null).Select(sender => sender!).ToEquatableArray();
        // Whose messages nobody gets finds out in the night.
        foreach (var team in teams.Where(team => !senders.IsEmpty && !senders.Any(sender => sender.Tells(team.Name))))
            field.Problem($"no channel tells team {team.Name}: each names other teams");
        return senders;
    }
}
