using System.Globalization;
using System.Text.Json;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What a symptom names, found in log lines of the last minutes.</summary>
static class Mentions
{
    /// <summary>Older lines belong to another story.</summary>
    static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    public static IEnumerable<Finding> Find(Evidence evidence)
    {
        foreach (var observation in evidence.Observations)
        {
            var output = observation.Result.Output;
            if (output.Kind != OutputKind.Lines || output.Lines.IsEmpty || observation.Result.Outcome.Kind != OutcomeKind.Succeeded) continue;
            var recent = output.Lines.Where(line => IsRecent(line, observation.Result.StartedAt)).ToArray();
            if (recent.Length == 0) continue;
            foreach (var hypothesis in evidence.Procedure.Hypotheses)
            foreach (var literal in Literal.Of(hypothesis).Where(literal => !literal.IsGeneric && !literal.IsPath && !literal.Symptom.Negative && literal.Value.Length >= 6).DistinctBy(literal => literal.Value))
            {
                var count = recent.Count(line => line.Contains(literal.Value, StringComparison.Ordinal));
                if (count == 0) continue;
                // What the command itself filters for is bound to be in its output: only that there is any speaks.
                var filtered = observation.Command.Text.Contains(literal.Value, StringComparison.Ordinal);
                yield return new Finding(
                    $"{count} of {recent.Length} recent lines name {literal.Value}",
                    $"log {observation.Result.Command}",
                    new CommandCitation(observation.Result.Command, observation.Command.Line),
                    [new Bearing(hypothesis.Id, filtered ? 0.2 : Math.Max(0.2, 0.5 * count / recent.Length), literal.Symptom.Text, literal.Symptom.Line)]);
            }
        }
    }

    /// <summary>A line that tells no time counts as old: it may have stood there for weeks.</summary>
    static bool IsRecent(string line, DateTimeOffset now) => TimeOf(line) is { } time && now - time <= Recent && time - now <= Recent;

    static DateTimeOffset? TimeOf(string line)
    {
        if (line.StartsWith('{'))
        {
            try
            {
                using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 16 });
                foreach (var name in (ReadOnlySpan<string>)["timestamp", "time", "ts", "@timestamp", "asctime"])
                    if (json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Time(value.GetString()!) is { } time) return time;
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                // Not every line that starts like JSON is JSON, and a lone surrogate (\ud800) in it is no text: such a line tells no time.
            }

            return null;
        }

        return line.Length >= 19 ? Time(line[..19]) : null;
    }

    static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
