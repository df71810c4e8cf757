using System.Globalization;

namespace Firstlook.Journal.Sqlite;

/// <summary>
/// Makes one process the writer of a folder. The lock is the kernel's (flock, which .NET takes for FileShare.None), so it goes with
/// the process however that ends. The holder's number stands in a second file because a locked file cannot be opened to read it.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    readonly FileStream held;

    FolderLock(FileStream held) => this.held = held;

    /// <exception cref="JournalUnavailableException">Another process holds it; the message names its number.</exception>
    public static FolderLock Take(string folder)
    {
        var pidFile = Path.Combine(folder, "journal.pid");
        FileStream? taken = null;
        try
        {
            taken = Files.OpenPrivate(Path.Combine(folder, "journal.lock"), FileShare.None);
            File.WriteAllText(pidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new FolderLock(taken);
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            throw new JournalUnavailableException(
                $"The journal in {folder} is in use by process {Holder(pidFile)}. One process writes a journal; stop that one, or give this one another folder.", e);
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    public void Dispose() => held.Dispose();

    // EWOULDBLOCK of flock(2) on Linux; .NET reports the errno as the HResult.
    static bool IsHeldElsewhere(IOException e) => e.HResult == 11;

    static string Holder(string pidFile) => File.Exists(pidFile) ? File.ReadAllText(pidFile) : "(unknown)";
}
