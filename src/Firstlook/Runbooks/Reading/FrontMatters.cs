namespace Firstlook.Runbooks.Reading;

/// <summary>Front matter as flat keys: enough of YAML for <c>key: value</c>, <c>key: [a, b]</c> and lists of words below a key.</summary>
internal static class FrontMatters
{
    public static FrontMatter Read(int line, int endLine, List<(string Text, int Line)> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var key = "";
        foreach (var (text, _) in lines)
        {
            var trimmed = text.Trim();
            if (trimmed.Length == 0 || trimmed is "---" || trimmed[0] == '#') continue;
            var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
            if (trimmed.StartsWith("- ", StringComparison.Ordinal) && key.Length > 0)
            {
                values[key] = values[key].Length == 0 ? Unquoted(trimmed[2..]) : $"{values[key]}, {Unquoted(trimmed[2..])}";
            }
            else if (colon > 0)
            {
                key = trimmed[..colon].Trim();
                values[key] = Unquoted(trimmed[(colon + 1)..].Trim().Trim('[', ']'));
            }
        }

        return new(line, endLine, values);
    }

    static string Unquoted(string value) => value.Trim().Trim('"', '\'').Trim();
}
