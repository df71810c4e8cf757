using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Actions;

/// <summary>Undos of programs: which family knows the program, and those that need no more than a line each.</summary>
static partial class ShellUndo
{
    public static UndoPlan Of(string text, ShellLine line) => (line.Program switch
    {
        "kubectl" or "oc" => KubernetesUndo.Of(text, line),
        "redis-cli" => Redis(text, line),
        "systemctl" => Systemd(text, line),
        "docker" => Docker(text, line),
        "helm" => Helm(text, line),
        "mv" => Moved(text, line),
        "chmod" or "chown" => Permissions(text, line),
        "sysctl" => Kernel(text, line),
        _ => null,
    }) ?? new UndoPlan.None(UndoPlan.Unknown);

    /// <summary>systemctl(1): each command, the property that it changes, and what property calls for which command.</summary>
    static readonly Dictionary<string, (string Property, string Before, string Inverse)> Units = new(StringComparer.Ordinal)
    {
        ["start"] = ("ActiveState", "inactive failed", "stop"),
        ["stop"] = ("ActiveState", "active reloading activating", "start"),
        ["enable"] = ("UnitFileState", "disabled", "disable"),
        ["disable"] = ("UnitFileState", "enabled", "enable"),
        ["mask"] = ("LoadState", "loaded", "unmask"),
        ["unmask"] = ("LoadState", "masked", "mask"),
    };

    static UndoPlan? Systemd(string text, ShellLine line)
    {
        if (Options.Of(line.Words.Skip(1), [], [], ["--user", "--no-block"]) is not { Operands: [var verb, var unit] } options || options["--user"] is not null
            || !Name().IsMatch(unit))
            return null;
        if (verb is "restart" or "reload" or "try-restart" or "reload-or-restart") return new UndoPlan.None($"{verb} leaves the unit as it was: there is no state to restore");
        if (!Units.TryGetValue(verb, out var known)) return null;
        return UndoPlan.Read(text, Language.Shell, [line.With("systemctl", "show", "-p", known.Property, "--value", unit)], captured =>
            captured[0].Line is { } state && known.Before.Split(' ').Contains(state)
                ? Undoing.Of(line.With("systemctl", known.Inverse, unit), Language.Shell, $"{unit} is {state} now, and is brought back to that")
                : new Undoing.None($"{unit} is {Shown(captured[0])}: {verb} changes nothing that {known.Inverse} would restore"));
    }

    static readonly Dictionary<string, (string Before, string Inverse)> Containers = new(StringComparer.Ordinal)
    {
        ["start"] = ("exited created", "stop"),
        ["stop"] = ("running", "start"),
        ["pause"] = ("running", "unpause"),
        ["unpause"] = ("paused", "pause"),
    };

    static UndoPlan? Docker(string text, ShellLine line)
    {
        if (Options.Of(line.Words.Skip(1), [], ["-t", "--time"], []) is not { Operands: [var verb, var container] } || !Containers.TryGetValue(verb, out var known)
            || !Name().IsMatch(container))
            return null;
        return UndoPlan.Read(text, Language.Shell, [line.With("docker", "inspect", "-f", "{{.State.Status}}", container)], captured =>
            captured[0].Line is { } state && known.Before.Split(' ').Contains(state)
                ? Undoing.Of(line.With("docker", known.Inverse, container), Language.Shell, $"{container} is {state} now, and is brought back to that")
                : new Undoing.None($"{container} is {Shown(captured[0])}: {verb} changes nothing that {known.Inverse} would restore"));
    }

    static UndoPlan? Helm(string text, ShellLine line)
    {
        if (Options.Of(line.Words.Skip(1), ["-n", "--namespace", "--kube-context"], ["--timeout"], ["--wait"]) is not { Operands: ["rollback", var release, ..] } options
            || options.Operands.Count > 3 || !Name().IsMatch(release))
            return null;
        return UndoPlan.Read(text, Language.Shell, [line.With(["helm", "history", release, .. options.Place, "--max", "1", "-o", "json"])], captured =>
            Revision().Match(captured[0].Text) is { Success: true } revision
                ? Undoing.Of(line.With(["helm", "rollback", release, revision.Groups["number"].Value, .. options.Place]), Language.Shell,
                    $"release {release} is at revision {revision.Groups["number"].Value} now, and goes back to that")
                : new Undoing.None($"the revision of {release} is not known"));
    }

    /// <summary>A file or folder moved aside goes back, where nothing stands in its new place yet.</summary>
    static UndoPlan? Moved(string text, ShellLine line)
    {
        if (Options.Of(line.Words.Skip(1), [], [], ["-v", "-n"]) is not { Operands: [['/', ..] from, ['/', ..] to] } || to.EndsWith('/')) return null;
        return UndoPlan.Read(text, Language.Shell, [line.With("find", from, to, "-maxdepth", "0", "-printf", "%y %p\\n")], captured => captured[0].Lines switch
        {
            [var only] when only == $"f {from}" || only == $"d {from}" || only == $"l {from}" =>
                Undoing.Of(line.With("mv", to, from), Language.Shell, $"{from} goes back to its place"),
            [] => new Undoing.None($"there is no {from}"),
            var several when several.Any(one => one == $"d {to}") => new Undoing.None($"{to} is a folder: it would move into it"),
            _ => new Undoing.None($"{to} is there already, and would be lost"),
        });
    }

    static UndoPlan? Permissions(string text, ShellLine line)
    {
        if (Options.Of(line.Words.Skip(1), [], [], ["-v"]) is not { Operands: [_, ['/', ..] file] }) return null;
        var (format, shape, what) = line.Program == "chmod" ? ("%a", Mode(), "mode") : ("%u:%g", Owner(), "owner");
        return UndoPlan.Read(text, Language.Shell, [line.With("stat", "-c", format, file)], captured =>
            captured[0].Line is { } state && shape.IsMatch(state)
                ? Undoing.Of(line.With(line.Program, state, file), Language.Shell, $"the {what} of {file} is {state} now, and is set back to that")
                : new Undoing.None($"the {what} of {file} is not known: {Shown(captured[0])}"));
    }

    static UndoPlan? Kernel(string text, ShellLine line)
    {
        if (Options.Of(line.Words.Skip(1), [], [], ["-w"]) is not { Operands: [var setting] } || !Setting().IsMatch(setting)) return null;
        var name = setting[..setting.IndexOf('=', StringComparison.Ordinal)];
        return UndoPlan.Read(text, Language.Shell, [line.With("sysctl", "-n", name)], captured =>
            captured[0].Line is { } state && Value().IsMatch(state)
                ? Undoing.Of(line.With("sysctl", "-w", $"{name}={state}"), Language.Shell, $"{name} is {state} now, and is set back to that")
                : new Undoing.None($"{name} is not one plain value: {Shown(captured[0])}"));
    }

    /// <summary>Which server and database stand before the command; the rest is the command's own.</summary>
    static UndoPlan? Redis(string text, ShellLine line)
    {
        string[] valued = ["-h", "-p", "-n", "-s", "--user"];
        var at = 1;
        while (at < line.Words.Count && line.Words[at].StartsWith('-'))
        {
            if (valued.Contains(line.Words[at])) at += 2;
            else if (line.Words[at] is "--raw" or "--no-auth-warning") at++;
            else return null;
        }

        return at < line.Words.Count ? RedisUndo.Of(text, Language.Shell, [.. line.Prefix, .. line.Words.Take(at)], line.Words.Skip(at).ToEquatableArray()) : null;
    }

    /// <summary>What a target said instead of what was expected, short enough for a sentence.</summary>
    internal static string Shown(Captured captured) => captured.Text switch
    {
        "" => "not told",
        { Length: > 60 } long_ => $"“{long_[..60]}…”",
        var said => $"“{said}”",
    };

    /// <summary>Names of units, containers and releases; none begins with a dash.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9@._\-]{0,253}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex Name();

    [GeneratedRegex(@"""revision"":\s*(?<number>[0-9]{1,9})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Revision();

    [GeneratedRegex(@"^[0-7]{1,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mode();

    [GeneratedRegex(@"^[0-9]{1,10}:[0-9]{1,10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();

    [GeneratedRegex(@"^[a-z0-9_.\-/]{1,200}=[^=]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^[A-Za-z0-9_./: \t\-]{1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
