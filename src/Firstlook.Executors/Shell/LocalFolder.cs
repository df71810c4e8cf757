namespace Firstlook.Executors.Shell;

internal static class LocalFolder
{
    /// <returns>Empty where there is no such folder, or where it may not be read: the pattern then matches nothing, as in a shell.</returns>
    public static IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))];
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
