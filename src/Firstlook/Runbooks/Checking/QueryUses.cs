using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Checking;

/// <summary>A query somewhere in a runbook.</summary>
/// <param name="Text">As the database gets it.</param>
/// <param name="Line">1-based line on which it, or the command around it, begins.</param>
internal sealed record QueryUse(Language Language, string Text, int Line, Step Step)
{
    /// <summary>True where something in it, outside of quotes, is replaced before it runs: then its grammar cannot be told.</summary>
    public bool HasHoles =>
        Text.Contains(Argument.Hole) || Step.Inputs.Any(i => i.Kind == "placeholder" && !i.Token.StartsWith('$') && StandsBare(i.Token))
            || Text.Contains("{{", StringComparison.Ordinal) || Text.Contains("...", StringComparison.Ordinal) || Text.Contains('…');

    bool StandsBare(string token)
    {
        for (var at = Text.IndexOf(token, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(token, at + token.Length, StringComparison.Ordinal))
        {
            var before = Text.AsSpan(0, at);
            if (before.Count('"') % 2 == 0 && before.Count('\'') % 2 == 0 && before.Count('`') % 2 == 0) return true;
        }

        return false;
    }
}

internal static partial class QueryUses
{
    public static IReadOnlyList<QueryUse> Of(Subject subject) =>
        [.. subject.Steps.SelectMany(s =>
            s.Commands.Where(c => c.Language is Language.PromQl or Language.LogQl or Language.Sql).Select(c => new QueryUse(c.Language, c.Text, c.Line, s))),
         .. subject.Calls.SelectMany(Within),
         .. subject.Steps.Where(s => s.Language == Language.Yaml).SelectMany(InRules)];

    // Queries that a command carries as a word.
    static IEnumerable<QueryUse> Within(ShellCall call)
    {
        QueryUse Use(Language language, string text) => new(language, text, call.Command.Line, call.Step);
        if (call.Of("psql") is { } psql) return Values(psql, "-c", "--command").Concat(Documents(call)).Where(IsWhole).Select(v => Use(Language.Sql, v));
        if (call.Of("promtool") is { Count: > 3 } promtool && promtool[1] == "query")
            return promtool.Skip(3).Where(w => !w.StartsWith('-') && !w.StartsWith("http", StringComparison.Ordinal)).Take(1).Select(v => Use(Language.PromQl, v));
        if (call.Of("logcli") is { Count: > 2 } logcli && logcli[1].EndsWith("query", StringComparison.Ordinal)
            && logcli.Skip(2).FirstOrDefault(w => w.Contains('{', StringComparison.Ordinal)) is { } logs)
            return [Use(Language.LogQl, logs)];
        return call.Of("curl") is { } curl ? Requested(curl).Select(q => Use(q.Language, q.Text)) : [];
    }

    // psql <<'SQL' ... SQL; a document with commands of psql's own among the statements is no SQL.
    static IEnumerable<string> Documents(ShellCall call) =>
        call.Node.Redirections.Select(r => r.Document?.Constant).OfType<string>().Where(text => !text.Contains('\\', StringComparison.Ordinal));

    static bool IsWhole(string sql) => !sql.StartsWith('\\');

    static IEnumerable<(Language Language, string Text)> Requested(IReadOnlyList<string> words)
    {
        Language? language = words.Any(w => w.Contains("/loki/api/v1/query", StringComparison.Ordinal))
            ? Language.LogQl
            : words.Any(w => w.Contains("/api/v1/query", StringComparison.Ordinal))
            ? Language.PromQl
            : null;
        if (language is not { } known) yield break;
        foreach (var word in words)
        {
            if (word.StartsWith("query=", StringComparison.Ordinal)) yield return (known, word["query=".Length..]);
            else if (InUrl().Match(word) is { Success: true } query && query.Groups["query"].Value is var text)
                yield return (known, Uri.UnescapeDataString(text.Replace('+', ' ')));
        }
    }

    static IEnumerable<string> Values(IReadOnlyList<string> words, params string[] options)
    {
        for (var i = 1; i < words.Count; i++)
        {
            // "-Atc QUERY": the last of several letters takes the value.
            if ((options.Contains(words[i]) || options.Any(o => o.Length == 2 && Cluster().IsMatch(words[i]) && words[i][^1] == o[1])) && i + 1 < words.Count)
                yield return words[++i];
            else if (options.FirstOrDefault(o => o.StartsWith("--", StringComparison.Ordinal) && words[i].StartsWith(o + "=", StringComparison.Ordinal)) is { } option)
                yield return words[i][(option.Length + 1)..];
        }
    }

    static IEnumerable<QueryUse> InRules(Step step) =>
        step.Text.Contains("expr:", StringComparison.Ordinal)
            ? AlertRuleFile.Read("", step.Text).Rules.Select(r => new QueryUse(Language.PromQl, r.Expression, step.Line + r.Line, step))
            : [];

    [GeneratedRegex("^-[A-Za-z]{2,}$")]
    private static partial Regex Cluster();

    [GeneratedRegex(@"[?&]query=(?<query>[^&]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex InUrl();
}
