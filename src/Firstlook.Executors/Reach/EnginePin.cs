namespace Firstlook.Executors.Reach;

/// <summary>The one Docker engine, and Compose project, that <c>docker</c> and <c>docker-compose</c> mean on a target.</summary>
/// <param name="Host">The engine's address: <c>unix:///run/docker.sock</c>, <c>tcp://10.0.0.7:2376</c>.</param>
/// <param name="ComposeFile">Null where the target has no Compose project.</param>
/// <param name="Project">Null for the name that Compose derives from the file's folder.</param>
public sealed record EnginePin(string Host, string? ComposeFile = null, string? Project = null)
{
    /// <summary>docs.docker.com/compose/environment-variables/envvars and docs.docker.com/reference/cli/docker/#environment-variables</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment
    {
        get
        {
            yield return KeyValuePair.Create("DOCKER_HOST", Host);
            if (ComposeFile is not null) yield return KeyValuePair.Create("COMPOSE_FILE", ComposeFile);
            if (Project is not null) yield return KeyValuePair.Create("COMPOSE_PROJECT_NAME", Project);
        }
    }

    /// <returns>Why these words would leave the pinned engine, for a person; null where they stay.</returns>
    public string? Objection(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words[0][(words[0].LastIndexOf('/') + 1)..] is not ("docker" or "docker-compose")) return null;
        // Options of the program itself stand before its subcommand; later ones are the subcommand's own, such as --context of a build.
        foreach (var word in words.Skip(1).TakeWhile(word => word.StartsWith('-')))
        {
            var name = word.Split('=')[0];
            if (name is "-H" or "--host" or "-c" or "--context" || name.StartsWith("-H", StringComparison.Ordinal))
                return $"{name} leads away from {Host}, the one engine that this target has";
        }

        return null;
    }
}
