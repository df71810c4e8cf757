// Firstlook runs on Linux alone, where files have modes.
#pragma warning disable CA1416
namespace Firstlook.App.Accounts;

/// <summary>Files that only their owner may read.</summary>
static class PrivateFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Replaces the file whole: whoever reads it sees the old content or the new, also after a crash.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var next = path + ".new";
        // A file left over by a crash may have been made by somebody else, with another mode.
        File.Delete(next);
        using (var stream = Open(next, FileMode.CreateNew))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    /// <summary>For writing, by nobody else meanwhile.</summary>
    public static FileStream Open(string path, FileMode mode) =>
        new(path, new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly });

    public static void MakeFolder(string path) =>
        Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
}
