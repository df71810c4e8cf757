namespace Firstlook.Testing;

/// <summary>Where the project stands, from the test's own output folder upward.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <returns>A path beside the project, whether something is there or not.</returns>
    public static string Beside(string path) => Path.GetFullPath(Path.Combine(Root, "..", path));

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Firstlook.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Firstlook.slnx is in no folder above the tests"));
}
