using System.Globalization;
using System.Text.Json;
using Firstlook.Alerts;

namespace Firstlook.Hypotheses;

/// <summary>Changes as a pipeline posts them: one object, or a list of them.</summary>
/// <param name="Problems">All that is wrong, each with the field's name.</param>
public sealed record PostedChanges(EquatableArray<Change> Changes, EquatableArray<string> Problems)
{
    /// <summary>In one body.</summary>
    const int Most = 100;

    const int LongestWhat = 1000;
    const int LongestName = 100;

    /// <summary>A change that is to come is no change; a clock may be this far ahead of ours.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary><c>{"kind": "deploy", "what": "shop 4f1c2d", "service": "shop", "by": "ci", "at": "2026-03-01T12:00:00Z"}</c>; only <c>what</c> is required.</summary>
    public static PostedChanges Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var problems = new List<string>();
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            var root = new JsonField(json.RootElement, "");
            if (!root.IsObject && !root.IsArray) return new PostedChanges([], [$"the body: an object or a list of them is needed{root.ButIs}"]);
            if (root.IsArray && root.Length > Most) return new PostedChanges([], [$"the body: at most {Most} changes are taken at once, not {root.Length}"]);
            var changes = (root.IsArray ? root.Items : [root]).Select(field => Change(field, now, problems)).ToArray();
            return problems.Count > 0 ? new PostedChanges([], [.. problems.Take(5)]) : new PostedChanges([.. changes.Select(change => change!)], []);
        }
        catch (JsonException exception)
        {
            return new PostedChanges([], [JsonFault.Of(exception, body.Span)]);
        }
    }

    static Change? Change(JsonField field, DateTimeOffset now, List<string> problems)
    {
        if (!field.IsObject)
        {
            problems.Add($"{field.Shown}: an object is needed{field.ButIs}");
            return null;
        }

        var what = Bounded(field["what"], LongestWhat, problems);
        if (string.IsNullOrWhiteSpace(what)) problems.Add($"{field["what"].Shown}: says what was changed, and is missing or empty");
        var at = now;
        if (field["at"].Text(problems) is { } text
            && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at))
            problems.Add($"{field["at"].Shown}: \"{text}\" is no time: RFC 3339 is needed (2026-03-01T12:00:00Z)");
        if (at > now + Ahead) problems.Add($"{field["at"].Shown}: {at:u} is in the future");
        return new Change(at, Bounded(field["kind"], LongestName, problems) ?? "deploy", what ?? "", Bounded(field["service"], LongestName, problems),
            Bounded(field["by"], LongestName, problems));
    }

    static string? Bounded(JsonField field, int longest, List<string> problems)
    {
        var text = field.Text(problems);
        if (text?.Length > longest) problems.Add($"{field.Shown}: at most {longest} characters are taken, not {text.Length}");
        return text;
    }
}
