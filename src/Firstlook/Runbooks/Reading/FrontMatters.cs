using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Front matter as flat keys: enough of YAML for <c>key: value</c>, <c>key: [a, b]</c> and lists of words below a key.</summary>
internal static partial class FrontMatters
{
    public static FrontMatter Read(int line, int endLine, List<(string Text, int Line)> lines)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        var key = "";
        foreach (var (text, _) in lines)
        {
            var trimmed = text.Trim();
            if (trimmed.Length == 0 || trimmed is "---" || trimmed[0] == '#') continue;
            var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
            if (trimmed.StartsWith("- ", StringComparison.Ordinal) && key.Length > 0)
            {
                values[key].Add(Unquoted(trimmed[2..]));
            }
            else if (colon > 0)
            {
                key = trimmed[..colon].Trim();
                values[key] = [Unquoted(trimmed[(colon + 1)..].Trim().Trim('[', ']'))];
            }
        }

        return new(line, endLine, values.ToDictionary(v => v.Key, v => string.Join(", ", v.Value.SkipWhile(part => part.Length == 0)), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True for lines that are keys with their values, the first of them a title or a name.</summary>
    public static bool Opens(List<(string Text, int Line)> lines) =>
        lines.Count > 0 && Array.Exists(FirstKeys, key => lines[0].Text.StartsWith(key, StringComparison.OrdinalIgnoreCase)) && lines.TrueForAll(line => Key().IsMatch(line.Text));

    static readonly string[] FirstKeys = ["title:", "name:", "alert:", "alertname:", "runbook:", "id:", "slug:"];

    [GeneratedRegex(@"^\s*(-\s+\S|[A-Za-z][\w-]{1,30}:(\s|$))", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    static string Unquoted(string value) => value.Trim().Trim('"', '\'').Trim();
}
