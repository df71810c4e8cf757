using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Firstlook.Alerts;

/// <summary>Names with values, sorted by name (ordinal), each name once, no empty value: an empty label is the same as none.</summary>
[JsonConverter(typeof(LabelSetConverter))]
public readonly record struct LabelSet
{
    readonly EquatableArray<KeyValuePair<string, string>> pairs;

    LabelSet(EquatableArray<KeyValuePair<string, string>> pairs) => this.pairs = pairs;

    /// <param name="pairs">Where a name comes twice the last one counts, as in Go's JSON decoder.</param>
    public static LabelSet From(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs) sorted[name] = value;
        return new LabelSet(sorted.Where(pair => pair.Value.Length > 0).ToEquatableArray());
    }

    public static LabelSet From(params (string Name, string Value)[] pairs) =>
        From(pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    public int Count => pairs.Count;

    public EquatableArray<KeyValuePair<string, string>> Pairs => pairs;

    /// <returns>Null where there is no such label.</returns>
    public string? this[string name]
    {
        get
        {
            foreach (var pair in pairs)
                if (string.Equals(pair.Key, name, StringComparison.Ordinal)) return pair.Value;
            return null;
        }
    }

    /// <summary>
    /// The fingerprint that Prometheus and Alertmanager print: FNV-1a 64 over name, 0xFF, value, 0xFF of the sorted labels, as <c>%016x</c>
    /// (prometheus/common, model/signature.go). To be shown and compared, never to be trusted as identity: it can be forged.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var hash = 14695981039346656037UL;
            foreach (var (name, value) in pairs)
            {
                hash = Add(hash, name);
                hash = Add(hash, value);
            }

            return hash.ToString("x16", CultureInfo.InvariantCulture);

            static ulong Add(ulong hash, string text)
            {
                foreach (var octet in Encoding.UTF8.GetBytes(text)) hash = Mix(hash, octet);
                return Mix(hash, 0xFF);
            }

            static ulong Mix(ulong hash, byte octet) => unchecked((hash ^ octet) * 1099511628211UL);
        }
    }

    /// <summary>Identity of an alert: SHA-256 over the sorted, length-prefixed labels, lower-case hexadecimal.</summary>
    public string Key
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, value) in pairs)
                text.Append(Encoding.UTF8.GetByteCount(name)).Append(':').Append(name)
                    .Append(Encoding.UTF8.GetByteCount(value)).Append(':').Append(value);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    public override string ToString() => "{" + string.Join(", ", pairs.Select(pair => $"{pair.Key}=\"{pair.Value}\"")) + "}";
}

sealed class LabelSetConverter : JsonConverter<LabelSet>
{
    public override LabelSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LabelSet.From((JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, options) ?? [])
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value ?? throw new JsonException($"{pair.Key} is null"))));

    public override void Write(Utf8JsonWriter writer, LabelSet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value.Pairs) writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}
