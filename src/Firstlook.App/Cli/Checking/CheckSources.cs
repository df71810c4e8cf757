using Firstlook.App.Desk;
using Firstlook.Runbooks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.App.Cli.Checking;

/// <summary>Reads what a check looks at: runbooks, rule files, and whether the targets of relative links are there.</summary>
/// <param name="standardInput">What <c>-</c> stands for, under the name that it is told by.</param>
sealed class CheckSources(Stream standardInput, string standardName)
{
    readonly List<UnreadFile> unread = [];

    /// <summary>The name that stands for what comes in (POSIX, Utility Syntax Guideline 13).</summary>
    const string StandardInput = "-";

    /// <summary>Larger files are no runbooks.</summary>
    const long LargestFile = RunbookReader.MostBytes;

    const long LargestRuleFile = 8 * 1024 * 1024;

    const int MostFiles = 20_000;

    /// <summary>The configuration where one is named, or where no paths are; null elsewhere: what is named on the command line can be checked without the secrets of a server.</summary>
    public static Configuration.Configuration? Configured(string[] paths, string? file) =>
        file is not null || (paths.Length == 0 && (Environment.GetEnvironmentVariable("FIRSTLOOK_CONFIG") is not null || File.Exists("firstlook.yaml"))) ? Options.Read(file) : null;

    public CheckRequest Request(string[] paths, string[] rules, string? team, int? postgres, Configuration.Configuration? configuration, string? data)
    {
        // "--rules rules.yml a.md": a runbook is no rule file, whatever it stands behind.
        paths = [.. paths, .. rules.Where(IsMarkdown)];
        rules = [.. rules.Where(rule => !IsMarkdown(rule))];
        var files = Runbooks(paths, configuration, team);
        if (files.Count + unread.Count == 0) throw new Stop(Exit.NotFound, "there is no runbook to check: say which files or folders");
        return new CheckRequest(files.ToEquatableArray())
        {
            AlertRules = rules.Length == 0 ? null : AlertRules(rules),
            PostgreSql = postgres,
            Links = Links(files),
            Unread = unread.DistinctBy(one => one.File).ToEquatableArray(),
            Rot = (data ?? configuration?.Data) is { } folder ? RecordedRot.Of(new Rehearsals.RehearsalFile(folder).Read(), files).ToEquatableArray() : [],
        };
    }

    List<CheckedFile> Runbooks(string[] paths, Configuration.Configuration? configuration, string? team)
    {
        if (paths.Length == 0)
            paths = configuration is { } set && set.Runbooks.Concat(set.Teams.SelectMany(t => t.Runbooks)).ToArray() is { Length: > 0 } configured
                ? [.. configured.Select(FromHere)] : ["."];
        paths = [.. paths.SelectMany(RunbookFiles.Matching)];
        foreach (var path in paths.Where(path => path != StandardInput && !Path.Exists(path)))
            throw path.StartsWith('-') ? new Stop(Exit.Usage, $"there is no option {path}, and no file of that name; check --help tells the options")
                : new Stop(Exit.NotFound, $"there is no file or folder {path}");
        foreach (var (folder, why) in paths.SelectMany(RunbookFiles.Closed)) unread.Add(new(folder, why));
        var files = paths.SelectMany(Libraries.Files).Select(Shown).Distinct(StringComparer.Ordinal).ToList();
        if (files.Count > MostFiles) unread.Add(new(files[MostFiles], $"it and {files.Count - MostFiles - 1} more were left out: at most {MostFiles} files are checked at once"));
        return [.. files.Take(MostFiles).Select(file => Read(file, team ?? TeamOf(file, configuration), configuration)).Where(file => file is not null).Select(file => file!)];
    }

    /// <summary>A path of the configuration as it would be written in this folder, where it lies below: what editors and code hosts take.</summary>
    public static string FromHere(string path) => Path.GetRelativePath(".", path) is var near && !near.StartsWith("..", StringComparison.Ordinal) ? near : path;

    // A path as it was given, without "./" in front: what editors and code hosts take.
    static string Shown(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    static string? TeamOf(string file, Configuration.Configuration? configuration)
    {
        var full = Path.GetFullPath(file);
        return configuration?.Teams.FirstOrDefault(team => team.Runbooks.Any(root => full == root || full.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal)))?.Name;
    }

    CheckedFile? Read(string file, string? team, Configuration.Configuration? configuration)
    {
        var name = file == StandardInput ? standardName : file;
        var bytes = file == StandardInput ? Input() : Asked(file, LargestFile);
        if (bytes is null) return null;
        if (!IsBinary(bytes)) return new CheckedFile(RunbookReader.Read(name, bytes, configuration?.ToolsOf(team)), team);
        unread.Add(new(name, "it is no text: bytes of nought stand in it"));
        return null;
    }

    // As git tells one; in UTF-16 every second byte is nought, and none of the others.
    static bool IsBinary(byte[] bytes)
    {
        const int looked = 8_000;
        var (even, odd) = (false, false);
        for (var at = 0; at < Math.Min(looked, bytes.Length); at++)
        {
            if (bytes[at] != 0) continue;
            if (at % 2 == 0) even = true;
            else odd = true;
        }

        return even && odd;
    }

    byte[]? Input()
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        while (standardInput.Read(buffer) is > 0 and var count)
        {
            if (read.Length + count > LargestFile)
            {
                unread.Add(new(standardName, $"it is larger than {LargestFile / 1024 / 1024} MiB, and was left out"));
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    /// <summary>Of a file that was asked for: that it could not be read is told. What a link leads to was not asked for.</summary>
    byte[]? Asked(string file, long most)
    {
        var bytes = RunbookFiles.Read(file, most, out var why);
        if (bytes is null) unread.Add(new(file, why));
        return bytes;
    }

    EquatableArray<AlertRule>? AlertRules(string[] patterns)
    {
        var rules = new List<AlertRule>();
        var before = unread.Count;
        foreach (var file in patterns.SelectMany(RuleFiles).Distinct(StringComparer.Ordinal))
        {
            if (Asked(file, LargestRuleFile) is not { } bytes) continue;
            var (read, problems) = AlertRuleFile.Read(file, System.Text.Encoding.UTF8.GetString(bytes));
            // The rules of a template, or of another tool, keep nobody from the rest.
            if (problems is [var (line, message), ..]) unread.Add(new(file, $"line {line}: {message}"));
            else rules.AddRange(read);
        }

        // Of rules that could not be read nothing is said, least of all that no rule has a procedure's alert.
        if (rules.Count == 0 && unread.Count > before) return null;
        return rules.Count > 0 ? rules.ToEquatableArray() : throw new Stop(Exit.Usage, $"--rules: no alerting rule stands in {string.Join(", ", patterns)}");
    }

    static IEnumerable<string> RuleFiles(string pattern)
    {
        if (File.Exists(pattern)) return [pattern];
        var (folder, name, below) = Directory.Exists(pattern)
            ? (pattern, "*", true) : (Path.GetDirectoryName(pattern) is { Length: > 0 } named ? named : ".", Path.GetFileName(pattern), false);
        if (!Directory.Exists(folder)) throw new Stop(Exit.NotFound, $"--rules: there is no file or folder {pattern}");
        var files = Directory.EnumerateFiles(folder, name, below ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Where(file => !below || Path.GetExtension(file).ToLowerInvariant() is ".yml" or ".yaml" or ".rules").Order(StringComparer.Ordinal).Take(MostFiles).ToList();
        return files.Count > 0 ? files : throw new Stop(Exit.NotFound, $"--rules: no file matches {pattern}");
    }

    static Dictionary<(string, string), LinkTarget> Links(List<CheckedFile> files)
    {
        var targets = new Dictionary<(string, string), LinkTarget>();
        var anchors = new Dictionary<string, IReadOnlySet<string>?>(StringComparer.Ordinal);
        foreach (var runbook in files.Select(file => file.Runbook))
        {
            foreach (var link in RelativeLinks.Of(runbook).Where(link => link.Path.Length > 0 && !link.Path.Contains('\0', StringComparison.Ordinal)))
            {
                var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(runbook.File)) ?? "/", link.Path));
                var exists = File.Exists(path) || Directory.Exists(path);
                if (!anchors.TryGetValue(path, out var known))
                    anchors[path] = known = exists && link.Anchor is not null && IsMarkdown(path) && RunbookFiles.Read(path, LargestFile, out _) is { } bytes
                        ? RelativeLinks.Anchors(System.Text.Encoding.UTF8.GetString(bytes)) : null;
                targets[(runbook.File, link.Path)] = new LinkTarget(exists, known);
            }
        }

        return targets;
    }

    static bool IsMarkdown(string path) => Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown";
}
