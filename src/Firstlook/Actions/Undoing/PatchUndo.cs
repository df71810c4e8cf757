using System.Text.Json;
using System.Text.Json.Nodes;
using Firstlook.Effects;

namespace Firstlook.Actions;

/// <summary>
/// The inverse of a merge patch is a merge patch: what it sets is set to what was there, or to null where nothing was (RFC 7396). A list is
/// replaced as a whole by a merge, and merged by rules of its own otherwise, so that a patch with a list has an inverse only as a merge.
/// </summary>
static class PatchUndo
{
    /// <summary>Fields at the top of a patch, each of which is one read.</summary>
    const int MostFields = 4;

    public static UndoPlan? Of(string text, ShellLine line, Options options, string thing, EquatableArray<string> rest)
    {
        var type = options["--type"] ?? "strategic";
        if (!rest.IsEmpty || (options["-p"] ?? options["--patch"]) is not { } written || type is not ("merge" or "strategic")) return null;
        if (Read(written) is not { Count: > 0 } patch) return new UndoPlan.None("its patch is not one JSON object");
        if (type == "strategic" && HasList(patch)) return new UndoPlan.None("a strategic patch with a list has no plain inverse");
        var fields = patch.Select(pair => pair.Key).ToArray();
        if (fields.Length > MostFields || fields.Any(field => !field.All(char.IsAsciiLetter))) return new UndoPlan.None(UndoPlan.Unknown);
        var reads = fields.Select(field => KubernetesUndo.Get(line, options, thing, $"{{.{field}}}")).ToEquatableArray();
        return UndoPlan.Read(text, Language.Shell, reads, captured =>
        {
            var inverse = new JsonObject();
            for (var at = 0; at < fields.Length; at++)
            {
                var now = captured[at].Text.Length == 0 ? null : Value(captured[at].Text);
                inverse[fields[at]] = Inverse(patch[fields[at]], now);
            }

            return Undoing.Of(line.With([line.Program, "patch", .. options.Place, thing, "--type", type, "-p", inverse.ToJsonString()]), Language.Shell,
                $"what it changes in {thing} is set back to what is there now");
        });
    }

    /// <param name="patch">What is set; null deletes.</param>
    /// <param name="now">What is there; null where nothing is.</param>
    static JsonNode? Inverse(JsonNode? patch, JsonNode? now)
    {
        if (patch is not JsonObject changes || now is not JsonObject held) return now?.DeepClone();
        var inverse = new JsonObject();
        foreach (var (name, change) in changes) inverse[name] = Inverse(change, held[name]);
        return inverse;
    }

    static bool HasList(JsonNode? node) => node switch
    {
        JsonArray => true,
        JsonObject map => map.Any(pair => HasList(pair.Value)),
        _ => false,
    };

    static JsonObject? Read(string text) => Value(text) as JsonObject;

    /// <summary>A jsonpath answers a text without quotes: what is no JSON is a text.</summary>
    static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
