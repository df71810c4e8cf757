using System.Text.Json;

namespace Firstlook.Alerts;

/// <summary>A JSON value that knows where it stands, so that whatever is wrong with it can be said with its name.</summary>
readonly struct JsonField(JsonElement? element, string path)
{
    readonly JsonElement? element = element is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : element;

    public string Shown => path.Length == 0 ? "the body" : path;

    public bool IsObject => element?.ValueKind == JsonValueKind.Object;

    public bool IsArray => element?.ValueKind == JsonValueKind.Array;

    public int Length => element?.GetArrayLength() ?? 0;

    /// <summary>The end of a sentence "a string is needed ...".</summary>
    public string ButIs => element is { } value ? $", not {Kind(value.ValueKind)}" : ", and it is missing";

    public JsonField this[string name] =>
        new(IsObject && element!.Value.TryGetProperty(name, out var value) ? value : null, path.Length == 0 ? name : $"{path}.{name}");

    public IEnumerable<JsonField> Items
    {
        get
        {
            var index = 0;
            foreach (var item in element!.Value.EnumerateArray()) yield return new JsonField(item, $"{path}[{index++}]");
        }
    }

    /// <returns>Null where it is missing or null, or is no string: then a problem says so.</returns>
    public string? Text(List<string> problems)
    {
        if (element is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) problems.Add($"{Shown}: a string is needed{ButIs}");
        else if (TextOf(value) is { } text) return text;
        else problems.Add($"{Shown}: holds half of a character (a lone surrogate), which is no text");
        return null;
    }

    /// <returns>Null where the string is valid JSON and no text: <c>"\ud800"</c>.</returns>
    static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Empty where it is missing, or wrong in some way: then a problem says so.</returns>
    public LabelSet Map(List<string> problems)
    {
        if (element is not { } value) return default;
        if (!IsObject)
        {
            problems.Add($"{Shown}: an object of strings is needed{ButIs}");
            return default;
        }

        var pairs = new List<KeyValuePair<string, string>>();
        var before = problems.Count;
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (++count > PostedAlerts.MostLabels) continue;
            if (NameOf(property) is not { } name) problems.Add($"{Shown}: a name holds half of a character (a lone surrogate), which is no text");
            else if (name.Length is 0 or > PostedAlerts.LongestName) problems.Add($"{Shown}: a name of {name.Length} characters; 1 to {PostedAlerts.LongestName} are allowed");
            else if (property.Value.ValueKind != JsonValueKind.String) problems.Add($"{Shown}.{Short(name)}: a string is needed, not {Kind(property.Value.ValueKind)}");
            else if (TextOf(property.Value) is not { } text) problems.Add($"{Shown}.{Short(name)}: holds half of a character (a lone surrogate), which is no text");
            else if (text.Length > PostedAlerts.LongestValue) problems.Add($"{Shown}.{Short(name)}: longer than {PostedAlerts.LongestValue} characters");
            else pairs.Add(KeyValuePair.Create(name, text));
        }

        if (pairs.Sum(pair => pair.Key.Length + pair.Value.Length) is > PostedAlerts.MostCharacters and var characters)
            problems.Add($"{Shown}: {characters} characters together, at most {PostedAlerts.MostCharacters} are allowed");
        if (count > PostedAlerts.MostLabels) problems.Add($"{Shown}: {count} entries, at most {PostedAlerts.MostLabels} are allowed");
        return problems.Count > before ? default : LabelSet.From(pairs);
    }

    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}
