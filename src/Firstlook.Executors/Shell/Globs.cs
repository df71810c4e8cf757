namespace Firstlook.Executors.Shell;

/// <summary>Expands a pattern into the paths that it matches, step by step, by listing folders of the target.</summary>
/// <param name="list">Names in a folder, empty where there is no such folder; the folder is given as the pattern wrote it, <c>.</c> for the working folder.</param>
internal sealed class Globs(Func<string, IReadOnlyList<string>> list)
{
    /// <summary>Words that a pattern may become.</summary>
    const int MostPaths = 10_000;

    /// <returns>Sorted by code point, as bash does it in the C.UTF-8 locale; empty where nothing matches.</returns>
    public IReadOnlyList<string> Expand(string pattern)
    {
        var steps = Steps(pattern);
        List<string> found = [pattern.StartsWith('/') ? "/" : ""];
        var anyPattern = false;
        for (var at = 0; at < steps.Count && found.Count > 0; at++)
        {
            anyPattern |= GlobPattern.IsPattern(steps[at]);
            found = [.. found.SelectMany(folder => Step(folder, steps[at], check: anyPattern)).Take(MostPaths)];
        }

        if (pattern.EndsWith('/')) found = [.. found.Where(path => list(path).Count > 0).Select(path => path + "/")];
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <param name="check">True once the path depends on a match: then a plain step must exist too.</param>
    IEnumerable<string> Step(string folder, string step, bool check)
    {
        if (!GlobPattern.IsPattern(step))
        {
            var name = GlobPattern.Plain(step);
            if (!check || name is "." or ".." || list(Listed(folder)).Contains(name)) yield return Join(folder, name);
            yield break;
        }

        foreach (var name in list(Listed(folder)))
        {
            if (name.StartsWith('.') && !step.StartsWith('.')) continue;
            if (GlobPattern.Matches(step, name)) yield return Join(folder, name);
        }
    }

    static List<string> Steps(string pattern) => [.. pattern.Split('/', StringSplitOptions.RemoveEmptyEntries)];

    static string Listed(string folder) => folder.Length == 0 ? "." : folder;

    static string Join(string folder, string name) => folder.Length == 0 || folder[^1] == '/' ? folder + name : $"{folder}/{name}";
}
