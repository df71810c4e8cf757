namespace Firstlook.Effects;

/// <summary>What a text is, whatever its tag says.</summary>
public enum Language
{
    Text,
    PromQl,
    LogQl,
    Sql,
    Shell,
    Python,
    TypeScript,
    JavaScript,
    Ruby,
    Redis,
    Http,
    PowerShell,
    Groovy,
    Php,
    Elixir,
    Java,
    Go,
    Kql,
    LogsInsights,
    Spl,
    Flux,
    Json,
    Yaml,
    Output,
    Template,
    Ini,
    Toml,
    Hcl,
    Nginx,
    Xml,
    Diff,
    Haproxy,
    Apache,
    Vcl,
    Caddyfile,
}

public static class Languages
{
    /// <summary>The word of the public contract, in lower case: <c>promql</c>, <c>sql</c>, <c>shell</c> ...</summary>
    public static string Word(this Language language) => language.ToString().ToLowerInvariant();

    /// <summary>True for what is read, sent, or written into a file: there is nothing in it to run.</summary>
    public static bool IsInert(this Language language) => language is Language.Text or Language.Json or Language.Yaml or >= Language.Output;

    /// <returns>Null when the word names no language of the contract.</returns>
    public static Language? TryParse(string word) =>
        Enum.TryParse<Language>(word, ignoreCase: true, out var language) && !char.IsDigit(word[0]) ? language : null;
}
