using System.Text.Json;
using Firstlook.Effects;
using Firstlook.Effects.Queries;
using Firstlook.Effects.Shell;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using static Firstlook.Runbooks.Checking.Rules.Samples;

namespace Firstlook.Runbooks.Checking.Rules;

/// <summary>Commands, queries and fragments that do not parse.</summary>
internal static class QueryRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("FL012", ProblemSeverity.Error, "shell that does not parse",
            "The shell refuses it, or waits for the end of a quote while the incident goes on.", "Close what is open; try the line with bash -n.",
            Fenced("grep \"timeout /var/log/app.log | tail"), Fenced("grep \"timeout\" /var/log/app.log | tail"), Shell),
        new("FL013", ProblemSeverity.Error, "PromQL that does not parse",
            "Prometheus answers with an error, at the moment when the number is needed.", "Correct it; promtool check rules and Prometheus' own page show the same error.",
            Fenced("sum by (status) (rate(http_requests_total[5m])", "promql"), Fenced("sum by (status) (rate(http_requests_total[5m]))", "promql"),
            s => Parsed(s, Language.PromQl, text => PromQlParser.Parse(text).Problem)) { FindAcross = OfRules },
        new("FL014", ProblemSeverity.Error, "LogQL that does not parse",
            "Loki answers with an error instead of the log lines.", "Correct it; logcli and Grafana's Explore show the same error.",
            Fenced("{app=\"checkout\"} | json | status >= ", "logql"), Fenced("{app=\"checkout\"} | json | status >= 500", "logql"),
            s => Parsed(s, Language.LogQl, text => LogQlParser.Parse(text).Problem)),
        new("FL017", ProblemSeverity.Error, "JSON or YAML that does not parse",
            "Whoever applies the fragment gets an error, or worse, half of it.", "Correct it, or tag the block as text where it is only a sketch.",
            Fenced("{\"replicas\": 3, \"image\": \"shop:1.4\"", "json"), Fenced("{\"replicas\": 3, \"image\": \"shop:1.4\"}", "json"), Fragments),
    ];

    static IEnumerable<Flaw> Parsed(Subject subject, Language language, Func<string, QueryProblem?> parse)
    {
        foreach (var use in subject.Queries.Where(q => q.Language == language && !q.HasHoles))
        {
            if (parse(use.Text.TrimEnd(';', ' ', '\n')) is { } problem) yield return subject.At(use.Line, use.Text, problem.At, problem.Message);
        }
    }

    static IEnumerable<Flaw> OfRules(Library library) =>
        (library.Request.AlertRules ?? []).Select(rule => (Rule: rule, PromQlParser.Parse(rule.Expression).Problem)).Where(one => one.Problem is not null)
            .Select(one => new Flaw(one.Rule.Line, $"the rule of {one.Rule.Name} does not parse: {one.Problem!.Message}") { File = one.Rule.File });

    static IEnumerable<Flaw> Shell(Subject subject)
    {
        foreach (var command in subject.Steps.Where(s => IsShell(subject, s)).SelectMany(s => s.Commands).Where(c => c.Language == Language.Shell))
        {
            // What the reader of shell leaves out on purpose is no mistake of the runbook's.
            if (ShellParser.Parse(command.Text).Problems is not [{ IsBeyond: false } problem, ..] || command.Text.Contains("{{", StringComparison.Ordinal)) continue;
            yield return subject.At(command.Line, command.Text, Math.Min(problem.At, command.Text.Length - 1), $"the shell cannot read this: {problem.Message}");
        }
    }

    // What is untagged may be output or a sketch, and what follows an interactive client is in the client's language.
    static bool IsShell(Subject subject, Step step) =>
        step.Language == Language.Shell && (step.Inline || subject.Outline.TagAt(step.Line).Split(' ')[0].ToLowerInvariant() is "bash" or "sh" or "shell" or "zsh")
        && !subject.CallsOf(step).Any(c => c.Node.Redirections.IsEmpty && c.Next.Count == 0 && c.Words.Any(Clients.Contains));

    static readonly HashSet<string> Clients =
        ["sqlplus", "mongo", "mongosh", "mysql", "mariadb", "psql", "python", "python3", "ipython", "irb", "rails", "node", "redis-cli", "cqlsh", "sqlcmd", "influx",
            "clickhouse-client", "ftp", "sftp", "telnet", "iex", "bin/rails", "manage.py", "shell"];

    static IEnumerable<Flaw> Fragments(Subject subject)
    {
        foreach (var step in subject.Steps.Where(s => s is { Inline: false, Language: Language.Json or Language.Yaml } && IsMeantWhole(s)))
        {
            if ((step.Language == Language.Json ? Json(step.Text) : Yaml(step.Text)) is not { } problem) continue;
            yield return new(step.Line + problem.Line, problem.Message);
        }
    }

    // "..." and values to fill in show that it is a sketch; a JSON fragment without its braces is one too.
    static bool IsMeantWhole(Step step)
    {
        var text = step.Text.TrimStart();
        return !step.Text.Contains("...", StringComparison.Ordinal) && !step.Text.Contains('…') && !step.Text.Contains("{{", StringComparison.Ordinal) && !step.Text.Contains('<')
            && (step.Language == Language.Yaml || text is ['{' or '[', ..]);
    }

    static (int Line, string Message)? Json(string text)
    {
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = false, AllowMultipleValues = true };
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), options);
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException problem)
        {
            return ((int)(problem.LineNumber ?? 0) + 1, $"this is no JSON: {Sentence(problem.Message)}");
        }
    }

    static (int Line, string Message)? Yaml(string text) =>
        YamlText.Fault(new StringReader(text)) is { } fault ? (fault.Line, $"this is no YAML: {Sentence(fault.What)}") : null;

    static string Sentence(string message)
    {
        var end = message.IndexOfAny(['.', '\n']);
        var sentence = end > 0 ? message[..end] : message;
        return sentence.Length > 0 ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : "it ends too early";
    }
}
