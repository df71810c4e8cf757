using Firstlook.Executors.Reach;

namespace Firstlook.App.Configuration;

/// <summary>Reads how the programs of a shell target are reached: on this host, by ssh, in a container, a Compose service or a pod, or by words of the team's own.</summary>
sealed class ReachReader(string folder)
{
    static readonly string[] Ways = ["enter", "ssh", "container", "compose", "pod"];

    public Reached Read(YamlField field)
    {
        if (Ways.Where(way => field[way].Exists).ToArray() is [_, var second, ..])
            field[second].Problem($"a target is reached in one way, and this one has {string.Join(" and ", Ways.Where(way => field[way].Exists))}");
        return field["ssh"].Exists ? Ssh(field["ssh"])
            : field["container"].Exists ? Container(field["container"])
            : field["compose"].Exists ? Compose(field["compose"])
            : field["pod"].Exists ? Pod(field["pod"])
            : field["enter"].Texts() is { IsEmpty: false } words ? new Reached(words, field["joins_words"].Text() == "true", $"shell through {Path.GetFileName(words[0])}")
            : new Reached([], false, "shell on this host");
    }

    Reached Ssh(YamlField field)
    {
        field.Knows("host", "port", "user", "identity", "known_hosts");
        var (host, user) = (field["host"].Needed() ?? "", field["user"].Text());
        if (host.StartsWith('-')) field["host"].Problem("a name or an address is needed");
        return new Reached(Entrances.Ssh(host, field["port"].Number(1, 65535), user, File(field["identity"]), File(field["known_hosts"])), true,
            $"ssh {(user is null ? "" : user + "@")}{host}", Elsewhere: true);
    }

    static Reached Container(YamlField field)
    {
        field.Knows("name", "host");
        var name = field["name"].Needed() ?? "";
        return new Reached(Entrances.Container(name, field["host"].Text()), false, $"container {name}", Elsewhere: true);
    }

    Reached Compose(YamlField field)
    {
        field.Knows("service", "file", "project", "host");
        var service = field["service"].Needed() ?? "";
        return new Reached(Entrances.Compose(service, field["file"].Exists ? File(field["file"])! : field["file"].Needed() ?? "", field["project"].Text(),
            field["host"].Text()),
            false, $"service {service}", Elsewhere: true);
    }

    Reached Pod(YamlField field)
    {
        field.Knows("name", "container", "kubeconfig", "context", "namespace");
        var name = field["name"].Needed() ?? "";
        return new KubeconfigReader(folder).Read(field) is { } cluster
            ? new Reached(Entrances.Pod(name, cluster.Namespace, cluster.Kubeconfig, cluster.Context, field["container"].Text()), false,
                $"pod {cluster.Namespace}/{name} in {cluster.Context}", Elsewhere: true)
            : new Reached([], false, $"pod {name}");
    }

    string? File(YamlField field) => field.Text() is { } path ? ConfigurationReader.Full(path, folder) : null;
}

/// <param name="Words">Before every program.</param>
/// <param name="JoinsWords">True where what is entered gives the words to a shell.</param>
/// <param name="Shown">For people.</param>
/// <param name="Elsewhere">True where programs there are out of reach of signals from here.</param>
sealed record Reached(EquatableArray<string> Words, bool JoinsWords, string Shown, bool Elsewhere = false);
