namespace Firstlook.App.Cli;

/// <summary>The files that a person names on the command line.</summary>
static class RunbookFiles
{
    static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 16, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    /// <summary>
    /// What a name stands for: itself, or the files that a pattern such as <c>runbooks/*.md</c> in its last part matches, in their order; only itself where there is no such file.
    /// </summary>
    public static IEnumerable<string> Matching(string name)
    {
        if (File.Exists(name) || Directory.Exists(name) || name.AsSpan().IndexOfAny('*', '?') < 0) return [name];
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } named ? named : ".";
        if (!Directory.Exists(folder)) return [name];
        return Directory.EnumerateFileSystemEntries(folder, Path.GetFileName(name)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } found ? found : [name];
    }

    /// <summary>Folders below a folder that may not be looked into, each with the reason.</summary>
    public static IEnumerable<(string Folder, string Why)> Closed(string path)
    {
        if (!Directory.Exists(path)) yield break;
        foreach (var folder in Directory.EnumerateDirectories(path, "*", Below).Prepend(path))
            if (WhyClosed(folder) is { } why)
                yield return (folder, why);
    }

    static string? WhyClosed(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CannotBeRead(exception);
        }
    }

    /// <summary>A file's bytes; null, and why, where it cannot be read or is longer than that.</summary>
    /// <param name="why">In one sentence without a full stop.</param>
    public static byte[]? Read(string file, long most, out string why)
    {
        why = "";
        try
        {
            var length = new FileInfo(file).Length;
            // A pipe or a device has no length, and whoever opens it may wait for ever.
            if (length == 0) return [];
            if (length <= most) return File.ReadAllBytes(file);
            why = $"it is larger than {most / 1024 / 1024} MiB, and was left out";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            why = CannotBeRead(exception);
        }

        return null;
    }

    static string CannotBeRead(Exception exception) => $"it cannot be read: {exception.Message.TrimEnd('.')}";
}
