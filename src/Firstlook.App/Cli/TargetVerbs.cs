using System.CommandLine;
using System.Text.Json;
using Firstlook.Access;
using Firstlook.App.Api;
using Firstlook.Executors;
using Firstlook.Executors.Reach;
using Firstlook.Executors.Redis;
using Firstlook.Executors.Sql;
using Firstlook.Looks;
using Firstlook.Masking;

namespace Firstlook.App.Cli;

/// <summary>Targets before the incident: what there is, what it needs, whether it works.</summary>
static class TargetVerbs
{
    public static Command Command() => new("targets", "Lists and checks the configured targets, and prints what sets one up") { List(), Check(), Setup() };

    static Command List()
    {
        var configuration = Options.Configuration();
        var command = new Command("list", "Lists the targets of every service") { configuration };
        command.SetAction(parsed =>
        {
            foreach (var target in All(Options.Read(parsed.GetValue(configuration)))) Terminal.Standard.Result($"{target.Name}: {target.Shown}");
            return Exit.Done;
        });
        return command;
    }

    static Command Check()
    {
        var name = new Argument<string?>("NAME") { Description = "One target (default: all)", Arity = ArgumentArity.ZeroOrOne };
        var (configuration, json) = (Options.Configuration(), Options.Json());
        var command = new Command("check", "Runs small reads against each target, the way a first look would, and says what is wrong") { name, configuration, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = Options.Read(parsed.GetValue(configuration));
            var found = new List<object>();
            var wrong = 0;
            await using var executors = new TargetExecutors(settings.Connections, TimeProvider.System, new Masker([.. settings.MaskedFields]));
            foreach (var target in Chosen(settings, parsed.GetValue(name)))
            {
                await foreach (var (shows, result) in TargetChecks.Run(target, settings.Connections.Find(target.Name)!, executors, cancellation))
                {
                    var good = result.Outcome.Kind == OutcomeKind.Succeeded;
                    if (!good) wrong++;
                    found.Add(new { target = target.Name, shown = target.Shown, check = shows, ok = good, said = good ? null : result.Outcome.Message, ran = result.Ran });
                    if (!parsed.GetValue(json)) Terminal.Standard.Result($"{(good ? "✓" : "✗")} {target.Name} {shows}{(good ? "" : $": no: {result.Outcome.Message}")}");
                }
            }

            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(JsonSerializer.Serialize(found, RoomJson.Options));
            return wrong == 0 ? Exit.Done : Exit.Finding;
        });
        return command;
    }

    static Command Setup()
    {
        var name = new Argument<string>("NAME") { Description = "The target" };
        var configuration = Options.Configuration();
        var command = new Command("setup", "Prints what gives the target an identity that can only read; nothing is run") { name, configuration };
        command.SetAction(parsed =>
        {
            var settings = Options.Read(parsed.GetValue(configuration));
            var target = Chosen(settings, parsed.GetValue(name)).Single();
            Terminal.Standard.Result(SetupOf(target, settings.Connections.Find(target.Name)!));
            return Exit.Done;
        });
        return command;
    }

    static string SetupOf(Target target, Connection connection) => connection switch
    {
        PostgresConnection postgres => ReaderRole.Sql(new Npgsql.NpgsqlConnectionStringBuilder(postgres.Reader).Username ?? "firstlook_reader", postgres.Parallel + 1),
        RedisConnection redis => ReaderUser.Acl(redis.User ?? "firstlook"),
        ShellConnection { Cluster: { } cluster } => ClusterReader.Rbac(cluster.Namespace),
        _ => $"{target.Name} ({target.Shown}) needs no identity of its own: what reads may do there is what the configured address, header or login may do\n",
    };

    static Target[] Chosen(Configuration.Configuration settings, string? name)
    {
        var all = All(settings);
        if (name is null) return all;
        return all.Where(target => target.Name == name).ToArray() is { Length: > 0 } one
            ? one : throw new Stop(Exit.NotFound, $"there is no target {name} that a service uses; there are {string.Join(", ", all.Select(target => target.Name))}");
    }

    static Target[] All(Configuration.Configuration settings) =>
        [.. settings.Services.SelectMany(service => service.Targets).DistinctBy(target => target.Name).OrderBy(target => target.Name, StringComparer.Ordinal)];
}
