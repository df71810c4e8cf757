namespace Firstlook.App.Tests;

/// <summary>The folder of Firstlook.slnx, found from the test's own place upwards.</summary>
static class RepositoryRoot
{
    public static string Path { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Firstlook.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Firstlook.slnx is in no folder above the tests");
    }
}
