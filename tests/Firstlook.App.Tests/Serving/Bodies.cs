using System.Text.Json;

namespace Firstlook.App.Tests.Serving;

/// <summary>Bodies of <c>POST /api/v2/alerts</c>.</summary>
static class Bodies
{
    public static string Firing(string name, params (string Name, string Value)[] labels) => Body(name, null, labels);

    public static string Ended(string name, DateTimeOffset at, params (string Name, string Value)[] labels) => Body(name, at, labels);

    static string Body(string name, DateTimeOffset? endsAt, (string Name, string Value)[] labels)
    {
        var all = labels.Append((Name: "alertname", Value: name)).ToDictionary(label => label.Name, label => label.Value);
        return JsonSerializer.Serialize(new[] { new { labels = all, annotations = new { summary = $"{name} is seen" }, startsAt = (endsAt ?? DateTimeOffset.UnixEpoch.AddYears(56)).AddMinutes(-1), endsAt } });
    }
}
