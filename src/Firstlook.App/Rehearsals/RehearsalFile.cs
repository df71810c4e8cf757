using System.Text.Json;
using Firstlook.App.Accounts;
using Firstlook.Baselines;

namespace Firstlook.App.Rehearsals;

/// <summary>What rehearsals have learnt, in the data folder: <c>rehearsal.json</c>. Kept beside the journal, since a rehearsal is no incident, and it can be learnt
/// again.</summary>
sealed class RehearsalFile(string data)
{
    readonly Lock reading = new();
    (DateTime Written, long Size, RehearsalRecord Record) known;

    string Place => Path.Combine(data, "rehearsal.json");

    /// <summary>What is known now: whoever rehearses writes it, this process or another. Nothing where no rehearsal was, or its file is another version's.</summary>
    public RehearsalRecord Read()
    {
        var info = new FileInfo(Place);
        lock (reading)
        {
            if (!info.Exists) return RehearsalRecord.Empty;
            if (known.Record is { } record && known.Written == info.LastWriteTimeUtc && known.Size == info.Length) return record;
            try
            {
                known = (info.LastWriteTimeUtc, info.Length, RehearsalFormat.Read(File.ReadAllBytes(Place)));
            }
            catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
            {
                // A look must not fail for want of a baseline. The next rehearsal writes it anew.
                known = (info.LastWriteTimeUtc, info.Length, RehearsalRecord.Empty);
            }

            return known.Record;
        }
    }

    /// <summary>Whole, or not at all.</summary>
    public void Write(RehearsalRecord record) => PrivateFile.Write(Place, RehearsalFormat.Bytes(record));

    /// <summary>One rehearsal at a time has a data folder, over all processes.</summary>
    /// <returns>Null where another rehearses.</returns>
    public IDisposable? TryTurn()
    {
        PrivateFile.MakeFolder(data);
        try
        {
            return PrivateFile.Open(Path.Combine(data, "rehearsal.lock"), FileMode.OpenOrCreate);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
