using Firstlook.App.Configuration;
using Firstlook.Effects;
using Firstlook.Executors;

namespace Firstlook.App.Demo;

/// <summary>Breaks one stage of the demo, to prove that each of its checks can fail.</summary>
static class Saboteur
{
    public static Configuration.Configuration Apply(StorySettings settings, Configuration.Configuration configuration) => settings.Sabotage switch
    {
        // Nobody answers where the database should be.
        "look" => configuration with { Connections =
            With(configuration.Connections, "database", new PostgresConnection("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing")) },
        // A runbook that names no cause.
        "ranking" => configuration with { Runbooks = [WithoutHypotheses(settings, configuration.Runbooks[0])] },
        // An interpreter and a shell that do nothing and say that all is well.
        "heal" => configuration with
        {
            Connections = With(With(configuration.Connections, "django", new InterpreterConnection(["/bin/true"], Language.Python)), "host", new ShellConnection(["/bin/true"])),
        },
        _ => configuration,
    };

    static TargetConnections With(TargetConnections connections, string name, Connection other) =>
        new(connections.Names.ToDictionary(known => known, known => known == name ? other : connections.Find(known)!, StringComparer.Ordinal));

    static string WithoutHypotheses(StorySettings settings, string runbooks)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.Home, "sabotaged")).FullName;
        foreach (var file in Desk.Libraries.Files(runbooks))
            File.WriteAllLines(Path.Combine(folder, Path.GetFileName(file)),
                File.ReadLines(file).Where(line => !line.Contains("Hypothesis", StringComparison.Ordinal))
                    .Select(line => line.Replace("**Symptoms**", "**Remarks**", StringComparison.Ordinal)));
        return folder;
    }

    /// <summary>In the payload of the first event of this type: the file itself is changed, as a thief would, not through the journal.</summary>
    public static void TurnOneByte(string file, string type)
    {
        var bytes = File.ReadAllBytes(file);
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(type));
        if (at < 0) throw new DemoFailed($"{file} holds no {type}");
        var payload = bytes.AsSpan(at).IndexOf((byte)'{');
        // Inside the JSON, past its first characters: a letter that stays a letter.
        bytes[at + payload + 2] ^= 0x01;
        File.WriteAllBytes(file, bytes);
    }
}
