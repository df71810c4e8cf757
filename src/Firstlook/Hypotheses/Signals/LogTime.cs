using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Firstlook.Hypotheses.Signals;

/// <summary>When a line of a log was written, as it says itself.</summary>
static partial class LogTime
{
    /// <summary>Older lines belong to another story.</summary>
    static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <summary>A line that tells no time counts as old: it may have stood there for weeks.</summary>
    public static bool IsRecent(string line, DateTimeOffset now) => Of(line) is { } time && now - time <= Recent && time - now <= Recent;

    /// <summary>Whether a line tells any time.</summary>
    public static bool IsTold(string line) => Of(line) is not null;

    static DateTimeOffset? Of(string line)
    {
        // `grep` over several files puts the file's name before each line.
        var brace = line.IndexOf('{', StringComparison.Ordinal);
        if (brace >= 0 && brace <= LongestName && InJson(line[brace..]) is { } told) return told;
        var head = line.Length <= LongestName ? line : line[..LongestName];
        if (Iso().Match(head) is { Success: true } iso) return Time(iso.Value);
        return Common().Match(head) is { Success: true } common
            && DateTimeOffset.TryParseExact(common.Value, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time : null;
    }

    /// <summary>Letters at the start of a line in which its time is looked for.</summary>
    const int LongestName = 160;

    static DateTimeOffset? InJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            foreach (var name in (ReadOnlySpan<string>)["timestamp", "time", "ts", "@timestamp", "asctime"])
                if (json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Time(value.GetString()!) is { } time) return time;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not every line that starts like JSON is JSON (a long one may be cut), and a lone surrogate (\ud800) in it is no text.
            if (Iso().Match(text) is { Success: true } cut && cut.Index <= LongestName) return Time(cut.Value);
        }

        return null;
    }

    /// <summary>RFC 3339, with a blank instead of the T as PostgreSQL writes it, and with or without a zone: none means UTC.</summary>
    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    /// <summary>The common log format of web servers.</summary>
    [GeneratedRegex(@"\b\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Common();

    static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
