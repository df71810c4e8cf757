using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>Code spans that are complete commands. A bare tool name, a path, a flag or an assignment is none.</summary>
internal static partial class InlineCommands
{
    /// <returns>Null where the span is no complete command.</returns>
    public static Language? LanguageOf(string code)
    {
        const int LongestCommand = 4000;
        var text = code.Trim();
        if (text.Length is < 4 or > LongestCommand) return null;
        if (ContentLanguages.IsSql(text)) return text.Contains(' ') ? Language.Sql : null;
        if (!text.Contains(' ')) return IsQuery(text) ? Language.PromQl : null;
        if (ContentLanguages.IsLogQl(text) && text.Contains('|')) return Language.LogQl;
        if (IsQuery(text)) return Language.PromQl;
        if (IsShell(text)) return Language.Shell;
        return ContentLanguages.IsPowerShell(text) ? Language.PowerShell : null;
    }

    // "rate(x[5m]) > 0.1" is a query; "rate limiting" and a bare metric name are words.
    static bool IsQuery(string text) => ContentLanguages.IsPromQl(text) && text.Contains('(') && (text.Contains('[') || text.Contains('{') || Aggregate().IsMatch(text));

    static bool IsShell(string text)
    {
        var first = Words.FirstWord(text);
        if (ShellPrograms.IsAssignment(first)) return text.Split(' ', 2) is [_, var rest] && !rest.StartsWith('=') && IsShell(rest);
        if (ShellPrograms.Begins(text)) return true;
        return IsCustomTool(text);
    }

    public static bool IsCustomTool(string text) => text.Length < 4000 && CustomTool().IsMatch(text);

    [GeneratedRegex(@"^(sum|avg|max|min|count|topk|bottomk|histogram_quantile)\b.*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Aggregate();

    // A team's own tool: lower-case name, a verb or more, and a flag.
    [GeneratedRegex(@"^[a-z][a-z0-9_-]{1,30}(\s[a-z][\w-]*)*\s--?[a-z][\w-]*([\s=]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex CustomTool();
}
