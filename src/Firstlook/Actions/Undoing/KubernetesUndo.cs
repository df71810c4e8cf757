using System.Text.Json;
using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Actions;

/// <summary>Undos of kubectl: what an object holds now is read as JSON by one path, and put back by the command that changed it.</summary>
static partial class KubernetesUndo
{
    static readonly string[] Where = ["-n", "--namespace", "--context", "--cluster", "--user", "--kubeconfig", "-s", "--server"];

    /// <param name="Verb">Words of the command, which the inverse begins with too.</param>
    /// <param name="Path">Of what it changes, in the object.</param>
    sealed record Change(string Verb, string Path, string[] Valued, string[] Switches, Func<ShellLine, Options, string, EquatableArray<string>, JsonElement?, Undoing> Inverse);

    /// <summary>Each names one object and, after it, what changes. https://kubernetes.io/docs/reference/kubectl/generated/</summary>
    static readonly Change[] Changes =
    [
        new("scale", "{.spec.replicas}", ["--replicas", "--timeout"], [], Replicas),
        new("rollout undo", "{.metadata.annotations}", ["--to-revision"], [], Revision),
        new("rollout pause", "{.spec}", [], [],
            (line, options, thing, _, spec) => Flag(line, options, spec, "paused", false, ["rollout", "resume", thing], $"{thing} is not paused now, and goes on again")),
        new("rollout resume", "{.spec}", [], [],
            (line, options, thing, _, spec) => Flag(line, options, spec, "paused", true, ["rollout", "pause", thing], $"{thing} is paused now, and is paused again")),
        new("set image", "{.spec.template.spec.containers}", [], [], Image),
        new("set env", "{.spec.template.spec.containers}", ["-c", "--containers"], [], Environment),
        new("label", "{.metadata.labels}", [], ["--overwrite"], (line, options, thing, pairs, map) => Pairs(line, options, thing, pairs, map, "label")),
        new("annotate", "{.metadata.annotations}", [], ["--overwrite"], (line, options, thing, pairs, map) => Pairs(line, options, thing, pairs, map, "annotate")),
        new("patch", "{}", ["-p", "--patch", "--type"], [], (_, _, _, _, _) => new Undoing.None(UndoPlan.Unknown)),
    ];

    public static UndoPlan? Of(string text, ShellLine line)
    {
        var words = line.Words.Skip(1).ToArray();
        if (words.FirstOrDefault(word => !word.StartsWith('-')) is "cordon" or "uncordon") return Cordon(text, line);
        foreach (var change in Changes)
        {
            if (Options.Of(words, Where, change.Valued, change.Switches) is not { } options) continue;
            var verb = change.Verb.Split(' ');
            if (!options.Operands.Take(verb.Length).SequenceEqual(verb) || Thing(options.Operands.Skip(verb.Length).ToArray()) is not { } thing) continue;
            // Of several objects only the first would be read and put back.
            if (!thing.After.IsEmpty && change.Verb is ("scale" or "rollout undo" or "rollout pause" or "rollout resume")) return new UndoPlan.None(UndoPlan.Unknown);
            if (change.Verb == "patch") return PatchUndo.Of(text, line, options, thing.Name, thing.After);
            return UndoPlan.Read(text, Language.Shell, [Get(line, options, thing.Name, change.Path)],
                captured => change.Inverse(line, options, thing.Name, thing.After, Parsed(captured[0])));
        }

        return words.Contains("restart") ? new UndoPlan.None("a restart leaves the object as it was: there is no state to restore") : null;
    }

    internal static string Get(ShellLine line, Options options, string thing, string path) => line.With([line.Program, "get", .. options.Place, thing, "-o", $"jsonpath={path}"]);

    /// <summary><c>TYPE/NAME</c> or <c>TYPE NAME</c>, and what follows; null for several objects, or a selector.</summary>
    static (string Name, EquatableArray<string> After)? Thing(string[] operands) => operands switch
    {
        [var named, .. var rest] when Named().IsMatch(named) => (named, rest.ToEquatableArray()),
        [var kind, var name, .. var rest] when Kind().IsMatch(kind) && Object().IsMatch(name) => ($"{kind}/{name}", rest.ToEquatableArray()),
        _ => null,
    };

    internal static JsonElement? Parsed(Captured captured)
    {
        try
        {
            using var document = JsonDocument.Parse(captured.Text, new JsonDocumentOptions { MaxDepth = 64 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // An empty answer: the object has nothing at that path.
            return null;
        }
    }

    static Undoing Replicas(ShellLine line, Options options, string thing, EquatableArray<string> rest, JsonElement? replicas) =>
        replicas is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count >= 0 && rest.IsEmpty
            ? Undoing.Of(line.With([line.Program, "scale", .. options.Place, thing, $"--replicas={count}"]), Language.Shell,
                $"{thing} has {count} replicas now, and gets them again")
            : new Undoing.None($"the replicas of {thing} are not known");

    static Undoing Revision(ShellLine line, Options options, string thing, EquatableArray<string> rest, JsonElement? annotations) =>
        annotations is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty("deployment.kubernetes.io/revision", out var revision)
            && revision.GetString() is { } number && Digits().IsMatch(number) && rest.IsEmpty
            ? Undoing.Of(line.With([line.Program, "rollout", "undo", .. options.Place, thing, $"--to-revision={number}"]), Language.Shell,
                $"{thing} is at revision {number} now, and goes back to that")
            : new Undoing.None($"{thing} tells no revision to go back to");

    static Undoing Flag(ShellLine line, Options options, JsonElement? spec, string name, bool expected, string[] inverse, string sentence)
    {
        if (spec is not { ValueKind: JsonValueKind.Object } map) return new Undoing.None("its state is not known");
        var set = map.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
        return set == expected
            ? Undoing.Of(line.With([line.Program, .. inverse[..^1], .. options.Place, inverse[^1]]), Language.Shell, sentence)
            : new Undoing.None("it is in that state already: there is nothing to undo");
    }

    static UndoPlan? Cordon(string text, ShellLine line)
    {
        if (Options.Of(line.Words.Skip(1), Where, [], []) is not { Operands: [var verb, var node] } options || !Object().IsMatch(node)) return null;
        return UndoPlan.Read(text, Language.Shell, [Get(line, options, $"node/{node}", "{.spec}")], captured => Flag(
            line, options, Parsed(captured[0]), "unschedulable", verb == "uncordon", [verb == "cordon" ? "uncordon" : "cordon", node],
            verb == "cordon" ? $"{node} takes pods now, and takes them again" : $"{node} takes no pods now, and takes none again"));
    }

    static Undoing Image(ShellLine line, Options options, string thing, EquatableArray<string> pairs, JsonElement? containers)
    {
        var inverse = new List<string>();
        foreach (var pair in pairs)
        {
            var name = pair.Split('=')[0];
            var image = Containers(containers).Where(container => Text(container, "name") == name).Select(container => Text(container, "image")).FirstOrDefault();
            if (image is null || !ImageName().IsMatch(image)) return new Undoing.None($"{thing} has no container {name} whose image is known");
            inverse.Add($"{name}={image}");
        }

        return inverse.Count == 0 ? new Undoing.None(UndoPlan.Unknown)
            : Undoing.Of(line.With([line.Program, "set", "image", .. options.Place, thing, .. inverse]), Language.Shell,
                $"{thing} runs {string.Join(", ", inverse.Select(one => one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..]))} now, and gets it again");
    }

    static Undoing Environment(ShellLine line, Options options, string thing, EquatableArray<string> pairs, JsonElement? containers)
    {
        var only = options["-c"] ?? options["--containers"];
        if (only is not null && !Object().IsMatch(only)) return new Undoing.None(UndoPlan.Unknown);
        var changed = Containers(containers).Where(container => only is null || Text(container, "name") == only).ToArray();
        if (changed.Length == 0 || pairs.IsEmpty) return new Undoing.None($"the containers of {thing} are not known");
        var inverse = new List<string>();
        foreach (var pair in pairs)
        {
            var name = pair.EndsWith('-') && !pair.Contains('=', StringComparison.Ordinal) ? pair[..^1] : pair.Split('=')[0];
            if (!Variable().IsMatch(name)) return new Undoing.None(UndoPlan.Unknown);
            var states = changed.Select(container => State(container, name)).Distinct().ToArray();
            if (states is not [var state]) return new Undoing.None($"{name} differs from container to container: name one with -c");
            if (state.Indirect) return new Undoing.None($"{name} comes from a secret, a config map or a field, not from a value");
            if (state.Value?.Any(char.IsControl) == true) return new Undoing.None($"{name} holds control characters");
            inverse.Add(state.Value is null ? $"{name}-" : $"{name}={state.Value}");
        }

        return Undoing.Of(
            line.With([line.Program, "set", "env", .. options.Place, thing, .. only is null ? Array.Empty<string>() : ["-c", only], .. inverse]), Language.Shell,
            $"{thing} has {string.Join(", ", inverse.Select(Now))} now, and gets that again");

        // "LEVEL-" takes away what was not set.
        static string Now(string one) => one.EndsWith('-') && !one.Contains('=', StringComparison.Ordinal) ? $"no {one[..^1]}" : one;
    }

    static (string? Value, bool Indirect) State(JsonElement container, string name)
    {
        if (!container.TryGetProperty("env", out var variables) || variables.ValueKind != JsonValueKind.Array) return (null, false);
        foreach (var variable in variables.EnumerateArray())
            if (Text(variable, "name") == name)
                return variable.TryGetProperty("valueFrom", out _) ? (null, true) : (Text(variable, "value") ?? "", false);
        return (null, false);
    }

    static Undoing Pairs(ShellLine line, Options options, string thing, EquatableArray<string> pairs, JsonElement? map, string verb)
    {
        if (pairs.IsEmpty) return new Undoing.None(UndoPlan.Unknown);
        var inverse = new List<string>();
        foreach (var pair in pairs)
        {
            var key = pair.EndsWith('-') && !pair.Contains('=', StringComparison.Ordinal) ? pair[..^1] : pair.Split('=')[0];
            if (!Key().IsMatch(key)) return new Undoing.None(UndoPlan.Unknown);
            var held = map is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(key, out var found) ? found.GetString() : null;
            if (held?.Any(char.IsControl) == true) return new Undoing.None($"{key} holds control characters");
            inverse.Add(held is null ? $"{key}-" : $"{key}={held}");
        }

        return Undoing.Of(line.With([line.Program, verb, .. options.Place, thing, .. inverse, "--overwrite"]), Language.Shell,
            $"what {thing} holds now is set again: {string.Join(", ", inverse)}");
    }

    static IEnumerable<JsonElement> Containers(JsonElement? containers) => containers is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    static string? Text(JsonElement one, string name) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    [GeneratedRegex(@"^[a-z][a-z0-9.]{0,62}/[a-z0-9][a-z0-9.\-]{0,252}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^[a-z][a-z0-9.]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]{0,252}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    [GeneratedRegex(@"^[0-9]{1,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._\-/:@]{0,511}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ImageName();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.\-]{0,252}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._\-/]{0,316}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
