using System.Text.RegularExpressions;

namespace Firstlook.Executors.Logs;

/// <summary>A query of the LogQL subset that is evaluated over files (docs/targets.md tells it for people; grafana.com/docs/loki/latest/query is the language).</summary>
internal abstract record LogExpression
{
    LogExpression()
    {
    }

    /// <summary><c>{app="shop"} |= "error" | json</c></summary>
    public sealed record Lines(EquatableArray<Matcher> Selector, EquatableArray<LogStage> Stages) : LogExpression;

    /// <summary><c>count_over_time(lines [5m])</c>, <c>rate</c>, <c>bytes_over_time</c>, <c>bytes_rate</c>.</summary>
    public sealed record Range(string Function, Lines Of, TimeSpan Over) : LogExpression;

    /// <summary><c>sum by (path) (...)</c>, <c>topk(5, ...)</c>.</summary>
    /// <param name="Labels">Null where neither <c>by</c> nor <c>without</c> stands: then one group holds all.</param>
    public sealed record Aggregate(string Function, int? Most, EquatableArray<string>? Labels, bool Without, LogExpression Of) : LogExpression;

    /// <summary>Arithmetic, and comparisons that keep what fulfils them.</summary>
    public sealed record Binary(string Operator, LogExpression Left, LogExpression Right) : LogExpression;

    public sealed record Number(double Value) : LogExpression;
}

/// <summary>A label and what it must be: <c>=</c>, <c>!=</c>, <c>=~</c>, <c>!~</c>. A label that is absent is empty. Regular expressions match the whole value.</summary>
internal sealed record Matcher(string Label, string Operator, string Value)
{
    readonly Regex? regex = Operator is "=~" or "!~" ? LogRegex.Whole(Value) : null;

    public bool Holds(string value) => Operator switch
    {
        "=" => value == Value,
        "!=" => value != Value,
        "=~" => regex!.IsMatch(value),
        _ => !regex!.IsMatch(value),
    };
}

/// <summary>Regular expressions as RE2 has them: no backtracking, so that no pattern and no line makes one slow.</summary>
internal static class LogRegex
{
    public static Regex Whole(string pattern) => Part($"^(?:{pattern})$");

    /// <exception cref="ArgumentException">It is no regular expression, or one that needs backtracking.</exception>
    public static Regex Part(string pattern)
    {
        try
        {
            return new Regex(pattern.Replace("(?P<", "(?<", StringComparison.Ordinal), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException unsupported)
        {
            throw new ArgumentException($"the regular expression {(pattern.Length > 200 ? pattern[..200] + "…" : pattern)} asks for what RE2 does not have, or is too long",
                nameof(pattern), unsupported);
        }
    }
}

/// <summary>A line with its time and its labels; stages change it.</summary>
internal sealed class LogEntry(DateTimeOffset at, string line, Dictionary<string, string> labels)
{
    public DateTimeOffset At => at;

    public string Line { get; set; } = line;

    public Dictionary<string, string> Labels => labels;

    public string this[string label] => labels.GetValueOrDefault(label) ?? "";
}
