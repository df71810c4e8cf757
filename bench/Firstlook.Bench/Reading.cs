using System.Diagnostics;
using System.Text;
using Firstlook.Runbooks;

namespace Firstlook.Bench;

/// <summary>How long 1,000 runbooks of 10 KB take, read and explained in one process on all cores, and what hostile input costs. The goal is 2 s on two cores, in memory that does not grow.</summary>
static class Reading
{
    const int Runbooks = 1_000;
    const int Bytes = 10_000;

    /// <summary>Reads a library of the tests' runbooks and hostile input, or the files of a folder alone.</summary>
    public static void Run(TextWriter output, string? folder = null)
    {
        if (folder is { })
        {
            Library(output, [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);
            return;
        }
        var texts = Directory.GetFiles("tests/Firstlook.Tests/Runbooks", "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Library(output, [.. Enumerable.Range(0, Runbooks).Select(i => Document(texts, i))]);
        Hostility(output);
    }

    static void Library(TextWriter output, List<byte[]> documents)
    {
        Round(documents.Take(100));
        for (var round = 1; round <= 5; round++)
        {
            GC.Collect();
            var (before, allocated, collections, processor) = (GC.GetTotalMemory(true), GC.GetTotalAllocatedBytes(true), GC.CollectionCount(0), Environment.CpuUsage.UserTime);
            var elapsed = Round(documents);
            output.WriteLine($"reading, round {round}: {documents.Count} runbooks, {documents.Sum(d => d.Length) / 1_000_000.0:F1} MB in {elapsed.TotalSeconds:F2} s on {Environment.ProcessorCount} cores, {(Environment.CpuUsage.UserTime - processor).TotalSeconds:F2} s of user time; {(GC.GetTotalAllocatedBytes(true) - allocated) / 1_000_000.0:F0} MB passed through in {GC.CollectionCount(0) - collections} collections, {(GC.GetTotalMemory(true) - before) / 1_000_000.0:F1} MB kept");
        }
    }

    static void Hostility(TextWriter output)
    {
        foreach (var (name, scrap, times) in Hostile)
        {
            var (one, two) = (Once(scrap, times), Once(scrap, times * 2));
            output.WriteLine($"reading, {name}: {one.TotalMilliseconds:F0} ms of user time, twice as much {two.TotalMilliseconds:F0} ms");
        }
    }

    static readonly (string Name, string Scrap, int Times)[] Hostile =
    [
        ("a megabyte of backticks", "`", 1_000_000), ("a table of 100,000 rows", "| disk | `df -h /data` |\n", 100_000), ("nested quotes", "> ", 100_000), ("nested items", "- ", 50_000),
        ("alerts with fields", "# Alert: X\n\n- Severity: P1\n", 10_000), ("commands", "- run `kubectl get pods`\n", 20_000),
    ];

    static TimeSpan Once(string scrap, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(scrap, times)));
        var before = Environment.CpuUsage.UserTime;
        RunbookReader.Read("hostile.md", bytes);
        return Environment.CpuUsage.UserTime - before;
    }

    /// <summary>A prime beyond their number, so that every document begins with another text.</summary>
    const int Stride = 7_919;

    // As many whole runbooks as make up the size, each document another selection.
    static byte[] Document(List<string> texts, int number)
    {
        var text = new StringBuilder();
        for (var i = number; text.Length < Bytes; i++) text.Append(texts[i * Stride % texts.Count]).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString(0, Bytes));
    }

    static TimeSpan Round(IEnumerable<byte[]> documents)
    {
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(documents, d => Explanation.Json(RunbookReader.Read("runbook.md", d)));
        return watch.Elapsed;
    }
}
