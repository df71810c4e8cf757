using System.Text.Json;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Runbooks;

/// <summary>Other teams' runbooks, where they are at hand: no block of them may be lost.</summary>
public sealed class YardstickTests
{
    [Fact]
    public void No_annotated_step_of_the_sample_runbooks_is_lost()
    {
        var shared = Shared();
        if (shared is null) Assert.Skip("the sample runbooks stand beside the repository, and are not here");
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "seeds"), "*.txt"))
        {
            var id = Path.GetFileName(file)[..3];
            using var annotation = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(Path.Combine(shared, "gold", "seeds"), $"*{id}.json").Single()));
            var wanted = annotation.RootElement.GetProperty("incidents").EnumerateArray().Concat(annotation.RootElement.GetProperty("other_steps").EnumerateArray())
                .SelectMany(i => i.GetProperty("steps").EnumerateArray()).Select(s => s.GetProperty("line").GetInt32()).Order();
            Assert.Equal(wanted, RunbookReader.Read(file, File.ReadAllBytes(file)).AllSteps().Select(s => s.Line).Order());
        }
    }

    // Floors: what the reader once reached. Two of its steps are called an action where the annotation says diagnostic.
    [Fact]
    public void What_was_understood_of_the_sample_runbooks_goes_on_being_understood()
    {
        var shared = Shared();
        if (shared is null) Assert.Skip("the sample runbooks stand beside the repository, and are not here");
        var annotations = Directory.GetFiles(Path.Combine(shared, "gold", "seeds"), "*.json");
        var files = Directory.GetFiles(Path.Combine(shared, "seeds"), "*.txt").Order(StringComparer.Ordinal).ToList();
        var scored = HeldOut.Of(files.Select(file => (file, annotations.Single(a => a.EndsWith($"{Path.GetFileName(file)[..3]}.json", StringComparison.Ordinal)))));
        Assert.Empty(scored.Under);
        Assert.Equal("", string.Join("; ", scored.Figures.Where(f => f.Value < (f.Name == "kinds" ? 0.98 : 1)).Select(f => $"{f.Name}: {f.Value:F3}")));
        Assert.Equal([1, 0, 4, 4, 4], files.Select(file => RunbookReader.Read(file, File.ReadAllBytes(file)).SeverityPolicy.Count));
    }

    static string? Shared()
    {
        for (var folder = new DirectoryInfo(Fixtures.Folder); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Firstlook.slnx"))) continue;
            foreach (var candidate in new[] { "../shared", "../../shared" })
            {
                if (Directory.Exists(Path.Combine(folder.FullName, candidate, "seeds"))) return Path.Combine(folder.FullName, candidate);
            }
        }

        return null;
    }
}
