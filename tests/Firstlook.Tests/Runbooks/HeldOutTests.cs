using System.Globalization;

namespace Firstlook.Tests.Runbooks;

/// <summary>What the reader once understood of other people's runbooks it goes on understanding; <c>held-out/README.md</c> tells how they came about.</summary>
public sealed class HeldOutTests
{
    static string Folder { get; } = Path.Combine(Fixtures.Folder, "..", "held-out");

    public static TheoryData<string> Batches => [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_figures_of_a_batch_do_not_fall(string batch)
    {
        var floors = File.ReadLines(Path.Combine(Folder, "floors.tsv")).Select(l => l.Split('\t')).Where(l => l[0] == batch).ToDictionary(l => l[1], l => double.Parse(l[2], CultureInfo.InvariantCulture));
        Assert.NotEmpty(floors);
        var figures = HeldOut.Of(Path.Combine(Folder, batch)).Figures.ToDictionary(f => f.Name, f => f.Value);
        Assert.Equal("", string.Join("; ", floors.Where(f => figures[f.Key] < f.Value - 0.0005).Select(f => $"{f.Key}: {figures[f.Key]:F3}, was {f.Value:F3}")));
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Nothing_that_changes_a_system_is_taken_for_a_read_or_overlooked(string batch) =>
        Assert.Empty(HeldOut.Of(Path.Combine(Folder, batch)).Under);
}
