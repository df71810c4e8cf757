using Firstlook.Drills;

namespace Firstlook.App.Drills;

/// <summary>Results of drills in the data folder, one JSON document a line: <c>drills.jsonl</c>. Kept beside the journal, since a drill is no incident.</summary>
static class DrillLog
{
    /// <summary>The latest results that are read.</summary>
    const int Most = 5000;

    static string FileIn(string data) => Path.Combine(data, "drills.jsonl");

    public static void Add(string data, DrillResult result)
    {
        Directory.CreateDirectory(data);
        File.AppendAllText(FileIn(data), CaseFormat.Line(result) + "\n");
    }

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<DrillResult> Read(string data) =>
        File.Exists(FileIn(data)) ? [.. File.ReadLines(FileIn(data)).TakeLast(Most).Select(CaseFormat.ReadLine).Where(result => result is not null).Select(result => result!)] : [];
}
