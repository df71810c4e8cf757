using Firstlook.App.Desk;
using Firstlook.Incidents;
using Firstlook.Journal;

namespace Firstlook.App.Cli;

/// <summary>The journal read straight from its folder, whether a server runs or not: what was recorded can be read when all else is down.</summary>
sealed class OfflineRecords : IDisposable
{
    readonly JournalReader journal;
    readonly Records records;

    public OfflineRecords(Configuration.Configuration configuration)
    {
        journal = Journal.Journal.OpenRead(configuration.Data);
        records = new Records(journal, configuration.ToolsOf);
        records.Load();
    }

    public IEnumerable<Record> All => records.All;

    public Room Room(int number) => records.ByNumber(number) is { } record ? Room(record) : throw new Stop(Exit.NotFound, $"there is no incident {number}");

    public Room Room(Record record) => records.Room(record);

    public void Dispose() => journal.Dispose();
}
