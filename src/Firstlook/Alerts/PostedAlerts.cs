using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Firstlook.Alerts;

/// <summary>What was read of a posted body: the valid alerts, and a sentence for each thing that was wrong, naming its field.</summary>
/// <param name="Malformed">True where the body as a whole could not be read, so that nothing in it counts.</param>
public sealed partial record PostedAlerts(EquatableArray<Alert> Alerts, EquatableArray<string> Problems, bool Malformed = false)
{
    /// <summary>Most labels, and most annotations, of one alert.</summary>
    public const int MostLabels = 128;

    /// <summary>Longest name of a label, in UTF-16 units.</summary>
    public const int LongestName = 512;

    /// <summary>Longest value of a label or an annotation, in UTF-16 units.</summary>
    public const int LongestValue = 16 * 1024;

    /// <summary>Most UTF-16 units of all labels of one alert together, and of all its annotations: an event that holds them stays small.</summary>
    public const int MostCharacters = 64 * 1024;

    /// <summary>Most alerts in one body. Prometheus sends at most 256.</summary>
    public const int MostAlerts = 10_000;

    /// <summary>Most problems that are told of one body.</summary>
    public const int MostProblems = 100;

    /// <summary>How long an alert without an end fires after its last report (Alertmanager's resolve_timeout).</summary>
    public static TimeSpan ResolveTimeout { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Reads the body of <c>POST /api/v2/alerts</c>: valid alerts count even where others do not.</summary>
    public static PostedAlerts FromApi(ReadOnlyMemory<byte> json, DateTimeOffset now) =>
        Read(json, root => FromArray(new JsonField(root, ""), (alert, problems) => ApiAlert(alert, now, problems)));

    /// <summary>Reads the body of Alertmanager's webhook, version 4. Unknown fields are ignored; an alert that is missing from a truncated group is not resolved.</summary>
    public static PostedAlerts FromAlertmanager(ReadOnlyMemory<byte> json, DateTimeOffset now) =>
        Read(json, root =>
        {
            var body = new JsonField(root, "");
            if (!body.IsObject) return Wrong("the body must be a JSON object");
            var problems = new List<string>();
            var version = body["version"].Text(problems);
            if (problems.Count > 0) return Wrong([.. problems]);
            if (version is not "4") return Wrong($"version: \"4\" is needed, not {(version is null ? "nothing" : $"\"{JsonField.Short(version)}\"")}");
            return FromArray(body["alerts"], (alert, found) => WebhookAlert(alert, now, found));
        });

    static PostedAlerts Read(ReadOnlyMemory<byte> json, Func<JsonElement, PostedAlerts> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            return read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Wrong(JsonFault.Of(exception, json.Span));
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate (\ud800) in the name of a field is valid JSON and no text.
            return Wrong("the body: holds half of a character (a lone surrogate), which is no text");
        }
    }

    static PostedAlerts FromArray(JsonField array, Func<JsonField, List<string>, Alert?> read)
    {
        if (!array.IsArray) return Wrong($"{array.Shown}: an array is needed{array.ButIs}");
        var count = array.Length;
        if (count > MostAlerts) return Wrong($"{array.Shown}: {count} alerts, at most {MostAlerts} in one body");
        var alerts = new List<Alert>(count);
        var problems = new List<string>();
        foreach (var item in array.Items)
        {
            var before = problems.Count;
            var alert = item.IsObject ? read(item, problems) : null;
            if (!item.IsObject) problems.Add($"{item.Shown}: an object is needed{item.ButIs}");
            if (alert is not null && problems.Count == before) alerts.Add(alert);
        }

        if (problems.Count > MostProblems) problems = [.. problems.Take(MostProblems), $"and {problems.Count - MostProblems} more"];
        return new PostedAlerts(alerts.ToEquatableArray(), problems.ToEquatableArray());
    }

    static Alert? ApiAlert(JsonField alert, DateTimeOffset now, List<string> problems)
    {
        if (Labels(alert, problems) is not { } labels) return null;
        var annotations = alert["annotations"].Map(problems);
        var starts = Time(alert["startsAt"], problems);
        var ends = Time(alert["endsAt"], problems);
        var generator = alert["generatorURL"].Text(problems);
        var startsAt = starts ?? ends ?? now;
        if (ends < startsAt) problems.Add($"{alert["endsAt"].Shown}: {ends:O} is before startsAt, {startsAt:O}");
        return new Alert(labels, annotations, startsAt, ends ?? now + ResolveTimeout, ends is not null, generator);
    }

    static Alert? WebhookAlert(JsonField alert, DateTimeOffset now, List<string> problems)
    {
        if (Labels(alert, problems) is not { } labels) return null;
        var annotations = alert["annotations"].Map(problems);
        var starts = Time(alert["startsAt"], problems) ?? now;
        var ends = Time(alert["endsAt"], problems);
        var status = alert["status"].Text(problems);
        var generator = alert["generatorURL"].Text(problems);
        if (status is not ("firing" or "resolved"))
            problems.Add($"{alert["status"].Shown}: \"firing\" or \"resolved\" is needed{(status is null ? "" : $", not \"{JsonField.Short(status)}\"")}");
        // Resolved says so itself; where its end is missing or in the future the report's time stands for it.
        var endsAt = status is "resolved" ? (ends is { } end && end <= now ? end : now) : (DateTimeOffset?)null;
        return new Alert(labels, annotations, starts, endsAt, true, generator);
    }

    static LabelSet? Labels(JsonField alert, List<string> problems)
    {
        var field = alert["labels"];
        var before = problems.Count;
        var labels = field.Map(problems);
        if (problems.Count > before) return null;
        if (labels.Count > 0) return labels;
        problems.Add($"{field.Shown}: at least one label with a value is needed");
        return null;
    }

    /// <summary>RFC 3339. Go's zero time stands for none.</summary>
    static DateTimeOffset? Time(JsonField field, List<string> problems)
    {
        var text = field.Text(problems);
        if (string.IsNullOrEmpty(text)) return null;
        if (!Rfc3339().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time))
        {
            problems.Add($"{field.Shown}: \"{JsonField.Short(text)}\" is no RFC 3339 time");
            return null;
        }

        return time.Year == 1 ? null : time;
    }

    /// <summary>RFC 3339, section 5.6: the offset is not optional.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,20})?([Zz]|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();

    static PostedAlerts Wrong(params ReadOnlySpan<string> problems) => new([], EquatableArray.Create(problems), Malformed: true);
}
