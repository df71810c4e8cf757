using System.Globalization;
using System.Text.Json;

namespace Firstlook.Hypotheses.Signals;

/// <summary>When a line of a log was written, as it says itself.</summary>
static class LogTime
{
    /// <summary>Older lines belong to another story.</summary>
    static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <summary>A line that tells no time counts as old: it may have stood there for weeks.</summary>
    public static bool IsRecent(string line, DateTimeOffset now) => Of(line) is { } time && now - time <= Recent && time - now <= Recent;

    static DateTimeOffset? Of(string line)
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
