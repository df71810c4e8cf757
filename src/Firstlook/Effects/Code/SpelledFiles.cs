using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>
/// Files of secrets whose name stands in the code in parts: <c>os.path.join("/etc", "shadow")</c>, <c>Path("/etc") / "shadow"</c>, <c>"/etc/%s" % "shadow"</c>,
/// <c>["", "etc", "shadow"].join("/")</c>, <c>"wodahs/cte/"[::-1]</c>; and those that a pattern may find: <c>Path("/root").rglob("id_*")</c>.
/// </summary>
internal static partial class SpelledFiles
{
    const int MostParts = 16, LongestPath = 4_096;

    /// <summary>Calls and modules by which a path is put together, looked for or made of a text.</summary>
    static readonly FrozenSet<string> Joining =
        FrozenSet.Create(StringComparer.Ordinal, "join", "resolve", "normalize", "Path", "PurePath", "PosixPath", "PurePosixPath", "Pathname", "joinpath", "format", "concat",
            "File", "Dir", "path", "os", "pathlib", "glob", "iglob", "rglob", "new", "URL", "URI", "expand_path", "abspath", "expanduser", "str", "String");

    /// <summary>Names that the text sets to nothing but a text: <c>const d = "/etc"</c>.</summary>
    public static Dictionary<string, string> Texts(List<CodeToken> tokens)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 2; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == CodeKind.String && tokens[at - 1].Is("=") && tokens[at - 2].Kind == CodeKind.Name && !(at > 2 && tokens[at - 3].Is("."))
                && (at + 1 == tokens.Count || tokens[at + 1].Kind == CodeKind.Newline || tokens[at + 1].Text is ";" or ","))
                texts[tokens[at - 2].Text] = Text(tokens[at]);
        }

        return texts;
    }

    /// <param name="tokens">Of one statement.</param>
    /// <returns>The file; null where none is put together.</returns>
    public static string? In(List<CodeToken> tokens, Dictionary<string, string> texts)
    {
        var reads = tokens.Exists(token => token.Kind == CodeKind.Name && token.Text is not ("Path" or "Pathname") && Devices.Opens(token));
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Value(tokens, at, texts) is not { Length: < LongestPath } || Devices.Tells(tokens, at)) continue;
            // What a chain of texts goes on with has been looked at with it.
            if (at > 1 && tokens[at - 1].Text is "+" or "," && Value(tokens, at - 2, texts) is not null && !tokens[at].Text.Contains('/')) continue;
            if (From(tokens, at, texts, reads) is { } file) return file;
        }

        return null;
    }

    static string? From(List<CodeToken> tokens, int start, Dictionary<string, string> texts, bool reads)
    {
        var parts = new List<string>();
        var (length, below) = (0, false);
        for (var at = start; at < tokens.Count && parts.Count < MostParts && length < LongestPath; at++)
        {
            if (Value(tokens, at, texts) is { } value)
            {
                parts.Add(value);
                length += value.Length;
                if (Named(parts, reads, below) is { } file) return file;
                continue;
            }

            // docs.python.org, "slice": from the end to the beginning.
            if (tokens[at].Is("[") && at + 4 < tokens.Count && tokens[at + 1].Is(":") && tokens[at + 2].Is(":") && tokens[at + 3].Is("-"))
                return SecretFiles.Holds(new string([.. string.Concat(parts).Reverse()])) ? "a name that is turned round" : null;
            if (tokens[at].Is("rglob")) below = true;
            var joins = tokens[at].Kind == CodeKind.Symbol
                ? tokens[at].Text is "+" or "/" or "," or "(" or ")" or "[" or "]" or "%" or "." : Joining.Contains(tokens[at].Text);
            if (!joins) break;
        }

        return null;
    }

    static string? Named(List<string> parts, bool reads, bool below)
    {
        if (reads && parts[^1].Contains('*') && Pattern(string.Join('/', parts), parts, below) is { } found) return found;
        if (parts.Count == 1) return null;
        string[] spelled = [string.Concat(parts), string.Join('/', parts), Filled(parts), string.Join(parts[0], parts.Skip(1)), string.Join(parts[^1], parts.SkipLast(1))];
        return Array.Find(spelled, name => name.Contains('/') && SecretFiles.Holds(Slashes().Replace(name, "/")));
    }

    // glob("/etc/*"), Path("/root").rglob("id_*"), glob("/root/**/id_*", recursive=True)
    static string? Pattern(string whole, List<string> parts, bool below)
    {
        var last = whole.LastIndexOf('/');
        if (last < 0) return null;
        var (folder, name) = (whole[..last], whole[(last + 1)..]);
        if (folder.EndsWith("/**", StringComparison.Ordinal)) (folder, below) = (folder[..^3], true);
        if (parts.Count == 1 && !below && name.Trim('*').Length > 0) return null;
        return SecretFiles.MayFind(folder, name, below) ? whole : null;
    }

    /// <summary>The first text with the others in its fields: <c>"/etc/{}".format("shadow")</c>.</summary>
    static string Filled(List<string> parts)
    {
        var filled = new StringBuilder(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            if (Field().Match(filled.ToString()) is not { Success: true } field) break;
            filled.Remove(field.Index, field.Length).Insert(field.Index, part);
        }

        return filled.ToString();
    }

    static string? Value(List<CodeToken> tokens, int at, Dictionary<string, string> texts) =>
        tokens[at].Kind == CodeKind.String
            ? Text(tokens[at])
            : tokens[at].Kind == CodeKind.Name && !(at > 0 && tokens[at - 1].Is(".")) && texts.TryGetValue(tokens[at].Text, out var text) ? text : null;

    static string Text(CodeToken token) => token.Text.Length < LongestPath ? Requests.Spelled(token) : "";

    [GeneratedRegex(@"%s|\{\w*\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex("/{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();
}
