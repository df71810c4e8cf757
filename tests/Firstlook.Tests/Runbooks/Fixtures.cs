using System.Runtime.CompilerServices;

namespace Firstlook.Tests.Runbooks;

internal static class Fixtures
{
    public static string Folder { get; } = Path.Combine(Here(), "fixtures");

    static string Here([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
