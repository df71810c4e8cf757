using System.Text.Json;
using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>The fences of the sample runbooks, as annotated by hand: how many commands each holds, and what it does.</summary>
public sealed class SampleRunbookTests
{
    sealed record Fence(string Name, Language Language, string Text, int Commands, Effect Effect, bool Debatable);

    [Fact]
    public void Blocks_hold_the_commands_that_a_person_counts()
    {
        var fences = Read();
        Assert.SkipWhen(fences.Count == 0, "the sample runbooks are not beside the project");
        var wrong = fences.Where(fence => !fence.Debatable).Select(fence => (fence, commands: Classifier.Block(fence.Text, fence.Language)))
            .Where(pair => pair.commands.Count != pair.fence.Commands)
            .Select(pair => $"{pair.fence.Name}: {pair.commands.Count} for {pair.fence.Commands}: {string.Join(" ## ", pair.commands.Select(command => command.Text.ReplaceLineEndings("/")))}").ToList();
        Assert.True(wrong.Count * 50 <= fences.Count, $"{wrong.Count} of {fences.Count}:\n" + string.Join('\n', wrong));
    }

    [Fact]
    public void Blocks_do_what_a_person_says()
    {
        var fences = Read();
        Assert.SkipWhen(fences.Count == 0, "the sample runbooks are not beside the project");
        var wrong = fences.Where(fence => !fence.Debatable).Select(fence => (fence, whole: Classifier.Whole(fence.Text, fence.Language)))
            .Where(pair => Held(pair.whole.Effect) != Held(pair.fence.Effect)).Select(pair => $"{pair.fence.Name}: {pair.whole.Effect} for {pair.fence.Effect}: {pair.whole.Why}").ToList();
        Assert.True(wrong.Count * 20 <= fences.Count, $"{wrong.Count} of {fences.Count}:\n" + string.Join('\n', wrong));
    }

    static Effect Held(Effect effect) => effect is Effect.Reversible ? Effect.Disruptive : effect;

    static List<Fence> Read()
    {
        var fences = new List<Fence>();
        var folder = CommandYardstickTests.Shared("gold/seeds");
        if (folder is null) return fences;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            using var gold = JsonDocument.Parse(File.ReadAllText(file));
            var number = Path.GetFileName(file)[1];
            var document = File.ReadAllLines(Directory.EnumerateFiles(Path.Combine(folder, "..", "..", "seeds"), $"00{number}_*").First());
            Walk(gold.RootElement, step => Add(fences, step, document, $"s{number}"));
        }
        return fences;
    }

    static void Add(List<Fence> fences, JsonElement step, string[] document, string name)
    {
        if (step.GetProperty("inline").GetBoolean() || !step.TryGetProperty("commands", out var commands) || commands.GetInt32() == 0) return;
        if (Languages.TryParse(step.GetProperty("lang").GetString()!) is not { } language) return;
        var lines = document[step.GetProperty("line").GetInt32()..(step.GetProperty("end_line").GetInt32() - 1)];
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        var text = string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line));
        var debatable = step.TryGetProperty("debatable", out var flag) && flag.GetBoolean();
        fences.Add(new Fence($"{name}#{step.GetProperty("ordinal")}", language, text, commands.GetInt32(), Enum.Parse<Effect>(step.GetProperty("effect").GetString()!, ignoreCase: true), debatable));
    }

    static void Walk(JsonElement element, Action<JsonElement> onStep)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("ordinal", out _)) onStep(element);
            foreach (var property in element.EnumerateObject()) Walk(property.Value, onStep);
        }
        else if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Walk(item, onStep);
    }
}
