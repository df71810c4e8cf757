using System.Text.RegularExpressions;

namespace Firstlook.Effects.PowerShell;

/// <summary>
/// Parameters that a variable hands to a command (about_Splatting): <c>$x = @{Path='f'; Wait=$true}; Get-Content @x</c>. The command is judged with them written out;
/// where the text does not say what they are, nobody knows what it does.
/// </summary>
internal sealed partial class Splatting
{
    readonly Dictionary<string, string?> written = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="source">The whole text.</param>
    public Splatting(string source)
    {
        if (!Used().IsMatch(source)) return;
        foreach (Match kept in Kept().Matches(source))
        {
            var name = kept.Groups["name"].Value;
            var options = kept.Groups["table"].Success ? Options(source, kept.Index + kept.Length) : null;
            written[name] = options is null || written.TryGetValue(name, out var before) && before is null ? null : written.GetValueOrDefault(name) + options;
        }

        foreach (Match set in Set().Matches(source))
        {
            var name = set.Groups["name"].Value;
            if (written.TryGetValue(name, out var before) && before is not null) written[name] = before + Option(set.Groups["key"].Value, set.Groups["value"].Value.Trim());
        }

        foreach (Match changed in Changed().Matches(source)) written[changed.Groups["name"].Value] = null;
    }

    /// <param name="unknown">Whether a variable is handed on of which the text does not say what it holds.</param>
    /// <returns>The statement with the parameters written out; null where it hands on none, or none that is known.</returns>
    public string? In(string statement, out bool unknown)
    {
        var names = Used().Matches(Quoted().Replace(statement, "''")).Select(used => used.Groups["name"].Value).ToList();
        unknown = names.Exists(name => written.GetValueOrDefault(name) is null);
        return names.Count == 0 || unknown ? null : Used().Replace(statement, used => written.GetValueOrDefault(used.Groups["name"].Value) ?? used.Value);
    }

    /// <summary>The pairs of a table, from behind its bracket, as parameters; null where its end is not found.</summary>
    static string? Options(string source, int from)
    {
        var options = "";
        var (start, depth, quote) = (from, 0, '\0');
        for (var at = from; at < source.Length; at++)
        {
            var character = source[at];
            if (quote != '\0') quote = character == quote ? '\0' : quote;
            else if (character is '\'' or '"') quote = character;
            else if (character is '{' or '(' or '[') depth++;
            else if (depth > 0 && character is '}' or ')' or ']') depth--;
            else if (depth == 0 && character is ';' or '\n' or '}')
            {
                var pair = source[start..at].Trim();
                start = at + 1;
                var equals = pair.IndexOf('=');
                if (equals > 0) options += Option(pair[..equals].Trim().Trim('\'', '"'), pair[(equals + 1)..].Trim());
                else if (pair.Length > 0 && pair[0] != '#') return null;
                if (character == '}') return options;
            }
        }

        return null;
    }

    static string Option(string name, string value) =>
        value.Equals("$true", StringComparison.OrdinalIgnoreCase) ? $" -{name}"
        : value.Equals("$false", StringComparison.OrdinalIgnoreCase) ? $" -{name}:$false"
        : Simple().IsMatch(value) ? $" -{name} {value}" : $" -{name} ({value})";

    [GeneratedRegex(@"(?<![\w@'""])@(?<name>[A-Za-z_]\w*)(?![\w'""@.])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Used();

    [GeneratedRegex(@"\$\{?(script:|global:|local:)?(?<name>\w+)\}?\s*=(?!=)\s*(?<table>(\[ordered\]\s*)?@\{)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    // $x.Wait = $true, $x['Wait'] = $true
    [GeneratedRegex(@"\$(?<name>\w+)(\.(?<key>\w+)|\[\s*['""](?<key>\w+)['""]\s*\])\s*=(?!=)\s*(?<value>[^;\n]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Set();

    // $x += @{...}, $x.Add('Wait', $true), $x[$key] = ...
    [GeneratedRegex(@"\$(?<name>\w+)(\s*\+=|\.(Add|set_Item|Remove|Clear)\s*\(|\[\s*\$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    [GeneratedRegex(@"'[^'\n]*'|""[^""\n]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^('[^']*'|""[^""]*""|-?[\d.]+|\$[\w:.]+|\([^()]*\)|@\([^()]*\)|\{[^{}]*\})(\s*,\s*('[^']*'|""[^""]*""))*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Simple();
}
