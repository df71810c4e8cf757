namespace Firstlook.Range.Tests;

/// <summary>Where things stand in the repository and beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory)
        .First(folder => File.Exists(Path.Combine(folder, "Firstlook.slnx")));

    public static string InRange(string name) => Path.Combine(Root, "range", name);

    /// <summary>The runbook that the shop was built to fit, from a folder `shared` beside or above the repository; null where there is none.</summary>
    public static string? Runbook() => Above(Path.Combine(Root, ".."))
        .Select(folder => Path.Combine(folder, "shared", "seeds"))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "000_*.txt"))
        .FirstOrDefault();

    static IEnumerable<string> Above(string folder)
    {
        for (var each = new DirectoryInfo(Path.GetFullPath(folder)); each is not null; each = each.Parent)
        {
            yield return each.FullName;
        }
    }
}
