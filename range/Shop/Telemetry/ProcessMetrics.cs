using Firstlook.Range.Checkout;

namespace Firstlook.Range.Telemetry;

/// <summary>What every process tells of itself, by the names that Prometheus' own client libraries use; and the file system of the orders' journal, by those of its node exporter.</summary>
internal static class ProcessMetrics
{
    public static void AddTo(ShopMetrics metrics, TimeProvider clock)
    {
        var started = clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        metrics.AddGauge("process_start_time_seconds", "When the process started, in seconds since 1970.", () => started);
        metrics.AddGauge("process_resident_memory_bytes", "Memory that the process has in use.", () => Environment.WorkingSet);
        metrics.AddGauge("process_cpu_seconds_total", "Processor time that the process has used.", () => Environment.CpuUsage.TotalTime.TotalSeconds);
    }

    public static void AddDisk(ShopMetrics metrics)
    {
        var disk = new DriveInfo(OrderJournal.Folder);
        metrics.Add(new LabelledGauge("node_filesystem_avail_bytes", "Room that is left.", "mountpoint")).Follow(() => [([OrderJournal.Folder], disk.AvailableFreeSpace)]);
        metrics.Add(new LabelledGauge("node_filesystem_size_bytes", "Room that there is in all.", "mountpoint")).Follow(() => [([OrderJournal.Folder], disk.TotalSize)]);
    }
}
