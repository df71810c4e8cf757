namespace Firstlook.Executors.Logs;

/// <summary>Files that belong together, and the labels that select them: <c>{app="shop"}</c>.</summary>
/// <param name="Path">Absolute; <c>*</c> in its last part stands for any characters. Rotated files (<c>app.log.1</c>, <c>app.log-20251216.gz</c>) belong to it without
/// being named.</param>
public sealed record LogFileSet(string Path, EquatableArray<KeyValuePair<string, string>> Labels)
{
    /// <summary>More files than that nobody reads through.</summary>
    const int MostFiles = 200;

    public string Label(string name) => Labels.Where(label => label.Key == name).Select(label => label.Value).FirstOrDefault("");

    /// <returns>The newest first, so that where not all bytes are read, the oldest are left out. Empty where the folder is not there or not readable.</returns>
    public IReadOnlyList<string> Paths()
    {
        var folder = System.IO.Path.GetDirectoryName(Path) ?? "/";
        var name = System.IO.Path.GetFileName(Path);
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, name).Concat(Directory.EnumerateFiles(folder, name + ".*")).Concat(Directory.EnumerateFiles(folder, name + "-*"))
                    .Distinct(StringComparer.Ordinal).Where(path => IsText(path, name)).OrderByDescending(File.GetLastWriteTimeUtc)
                        .ThenBy(path => path, StringComparer.Ordinal).Take(MostFiles),
            ];
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Of rotated files, those that logrotate makes: a number, or a date, and perhaps <c>.gz</c>.</summary>
    static bool IsText(string path, string name)
    {
        if (name.Contains('*', StringComparison.Ordinal)) return true;
        var suffix = System.IO.Path.GetFileName(path)[name.Length..];
        if (suffix.EndsWith(".gz", StringComparison.Ordinal)) suffix = suffix[..^3];
        return suffix.Length == 0 || (suffix[0] is '.' or '-' && suffix.Length > 1 && suffix[1..].All(c => char.IsAsciiDigit(c) || c is '-' or '.'));
    }
}
