using System.Text;
using Firstlook.Baselines;

namespace Firstlook.Notices;

/// <summary>What the owner of a runbook is told of its rot: once when a read comes to be rotten, once when it is sound again, and nothing in between.</summary>
/// <param name="Runbook">The file.</param>
/// <param name="Reads">Keys of the reads that it tells of.</param>
/// <param name="Id">Of these changes: the same changes are the same message.</param>
public sealed record RotNotice(string Runbook, string Team, Notice Notice, EquatableArray<string> Reads, string Id)
{
    /// <summary>Told one by one; of more their number.</summary>
    const int MostLines = 12;

    /// <summary>One for each runbook with a read whose owner has not heard how it is.</summary>
    public static EquatableArray<RotNotice> Of(RehearsalRecord record) =>
        record.Reads.Values
            .Where(read => read.Rot is not null != read.Told && !read.Places.IsEmpty)
            .GroupBy(read => (read.Places[0].Runbook, read.Team))
            .OrderBy(group => group.Key.Runbook, StringComparer.Ordinal).ThenBy(group => group.Key.Team, StringComparer.Ordinal)
            .Select(group => Of(group.Key.Runbook, group.Key.Team, [.. group.OrderBy(read => read.Places[0].Line)]))
            .ToEquatableArray();

    static RotNotice Of(string runbook, string team, RehearsedRead[] changed)
    {
        var rotten = changed.Where(read => read.Rot is not null).ToArray();
        var sound = changed.Where(read => read.Rot is null).ToArray();
        var text = new StringBuilder($"[REHEARSAL] {Path.GetFileName(runbook)} of {team}: ");
        text.AppendJoin(", ", new[] { Count(rotten.Length, "would not help in an incident"), Count(sound.Length, "works again", "work again") }.Where(part => part is not null));
        // One dead host is one line, however many reads it answers.
        foreach (var line in Lines(rotten, read => read.Rot!.What).Concat(Lines(sound, _ => "works again")).Take(MostLines)) text.Append("\n– ").Append(line);
        var told = changed.Select(read => $"{read.Key}:{read.Since.ToUnixTimeMilliseconds()}:{read.Rot is null}");
        return new RotNotice(runbook, team, new Notice("rot", text.ToString()), changed.Select(read => read.Key).ToEquatableArray(), string.Join(' ', told));
    }

    static IEnumerable<string> Lines(RehearsedRead[] reads, Func<RehearsedRead, string> said) =>
        reads.GroupBy(read => (read.Target, Said: said(read))).Select(group => group.ToArray() is [var only]
            ? $"line {only.Places[0].Line}, {only.Places[0].Step}, on {only.Target}: {group.Key.Said}"
            : $"{group.Count()} reads on {group.Key.Target}, the first in line {group.First().Places[0].Line}: {group.Key.Said}");

    static string? Count(int count, string one, string? many = null) => count switch { 0 => null, 1 => $"1 read {one}", _ => $"{count} reads {many ?? one}" };
}
