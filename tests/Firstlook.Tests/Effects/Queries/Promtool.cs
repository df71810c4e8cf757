using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Firstlook.Testing;

namespace Firstlook.Tests.Effects.Queries;

/// <summary>Prometheus' own parser, asked about many expressions at once.</summary>
internal static partial class Promtool
{
    const string Program = "/usr/bin/promtool";

    /// <summary>Null where it can be run; otherwise why not, for a skip.</summary>
    public static string? Missing => File.Exists(Program) ? null : "promtool is not installed (Debian: prometheus)";

    /// <returns>By expression: what it says is wrong, or null.</returns>
    public static async Task<Dictionary<string, string?>> Check(IEnumerable<string> expressions)
    {
        var asked = expressions.Distinct(StringComparer.Ordinal).ToList();
        using var folder = new TempFolder();
        var rules = new StringBuilder("groups:\n- name: asked\n  rules:\n");
        for (var i = 0; i < asked.Count; i++) rules.Append($"  - record: r{i}\n    expr: {JsonSerializer.Serialize(asked[i])}\n");
        var said = await RunningProgram.Run("/bin/sh", ["-c", $"{Program} check rules {folder.File("rules.yml", rules.ToString())} 2>&1"], check: false);
        var wrong = Problem().Matches(said).ToDictionary(match => int.Parse(match.Groups["rule"].Value) - 1, match => match.Groups["what"].Value);
        return asked.Select((expression, i) => (expression, Problem: wrong.GetValueOrDefault(i))).ToDictionary(pair => pair.expression, pair => pair.Problem, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"rule (?<rule>\d+), ""r\d+"": could not parse expression: (?<what>.*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Problem();
}
