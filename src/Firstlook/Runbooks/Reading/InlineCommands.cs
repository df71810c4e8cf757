using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>Code spans that are complete commands. A bare tool name, a path, a flag or an assignment is none.</summary>
internal static partial class InlineCommands
{
    /// <returns>Null where the span is no complete command.</returns>
    public static Language? LanguageOf(string code) => code.Length > LongestRemembered ? Read(code) : Known.Of(code);

    const int LongestRemembered = 200;

    // The same span is asked for what it is by the procedure that it may open, by its step and by what stands beside it.
    static readonly Remembered<string, Language?> Known = new(Read, 16_384);

    static Language? Read(string code)
    {
        const int LongestCommand = 4000;
        var text = code.Trim();
        if (text.Length is < 4 or > LongestCommand) return null;
        // "rsync error: timeout in data send": what a program says.
        if (text.Contains(": ", StringComparison.Ordinal) && Complains().IsMatch(text)) return null;
        if (UnknownPrograms.IsDeviceCommand(text) || SlashOption().IsMatch(text)) return Language.Shell;
        if (SearchRequest().IsMatch(text)) return Language.Http;
        if (text.EndsWith(')') && MongoCall().IsMatch(text)) return Language.JavaScript;
        if (text.EndsWith(')') && Awaited().IsMatch(text)) return Language.TypeScript;
        if (text.EndsWith(')') && Dropping().IsMatch(text)) return Language.Python;
        if (ContentLanguages.IsSql(text)) return text.Contains(' ') ? Language.Sql : null;
        if (!text.Contains(' ')) return IsQuery(text) ? Language.PromQl : null;
        if (ContentLanguages.IsLogQl(text)
            && (text.Contains('|') || text.Contains("bytes_rate(", StringComparison.Ordinal) || text.Contains("bytes_over_time(", StringComparison.Ordinal)))
            return Language.LogQl;
        if (IsQuery(text)) return Language.PromQl;
        if (IsShell(text)) return Language.Shell;
        return ContentLanguages.IsPowerShell(text[0] == '(' ? text[1..] : text) ? Language.PowerShell : null;
    }

    /// <summary>What counts as a command only where the reader is told to run it: a program that needs no arguments, or a team's own tool with its verb.</summary>
    public static Language? ToldLanguageOf(string code)
    {
        var text = code.Trim();
        return text.Length < 400 && (Complete.Contains(text) || OwnTool().IsMatch(text) || UnknownPrograms.StandsInline(text)) ? Language.Shell : null;
    }

    /// <summary>A call in the language of the document's console: "`Flipper.enable(:halt_payouts)` in the console". It counts only where the reader is told to make it.</summary>
    public static Language? CallLanguageOf(string code) => code.Length < 400 && ConsoleCall().IsMatch(code) ? Language.Ruby : null;

    [GeneratedRegex(@"^[A-Z]\w+((::|\.)[A-Z]\w+)*(\.[a-z_]\w*[?!]?(\(([^()]|\([^()]*\))*\))?)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex ConsoleCall();

    /// <summary>In a column of commands, whatever reads as something typed.</summary>
    public static Language? TypedLanguageOf(string code) => ToldLanguageOf(code) ?? (code.Length < 400 && UnknownPrograms.Begins(code) ? Language.Shell : null);

    // Programs whose bare name is a whole question.
    static readonly FrozenSet<string> Complete =
        FrozenSet.ToFrozenSet(["uptime", "timedatectl", "dmesg", "free", "df", "vmstat", "top", "htop", "iostat", "lsblk", "hostnamectl", "nvidia-smi", "netstat", "ps",
            "who", "w", "last", "mount", "sensors", "docker-compose", "pm2"]);

    // "rate(x[5m]) > 0.1" is a query; "rate limiting" and a bare metric name are words.
    static bool IsQuery(string text) =>
        AgainstTheClock().IsMatch(text)
            || ContentLanguages.IsPromQl(text) && text.Contains('(') && (text.Contains('[') || text.Contains('{') || Aggregate().IsMatch(text));

    static bool IsShell(string text)
    {
        var first = Words.FirstWord(text);
        if (ShellPrograms.IsAssignment(first)) return text.Split(' ', 2) is [_, var rest] && !rest.StartsWith('=') && IsShell(rest);
        if (ShellPrograms.Begins(text) || Sourced().IsMatch(text)) return true;
        return IsCustomTool(text) || ControlTool().IsMatch(text) || IsFiltered(text)
            || (Piped().Match(text) is { Success: true } piped && ShellPrograms.Begins(piped.Groups["next"].Value));
    }

    // "sdiag | head -30": what is piped into a filter is a program, known or not.
    static bool IsFiltered(string text) => text.Length < 4000 && Filtered().IsMatch(text);

    public static bool IsCustomTool(string text) => text.Length < 4000 && CustomTool().IsMatch(text);

    [GeneratedRegex(@"^[\w./-]+:? (error|fatal|warning|failed|failure)\b[^:]{0,20}: ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Complains();

    // ". oraenv"
    [GeneratedRegex(@"^\. [\w./~$][\w./~-]+$")]
    private static partial Regex Sourced();

    // "rs.status()", "db.orders.getIndexes()": typed into mongosh.
    [GeneratedRegex(@"^(db|rs|sh)(\.[A-Za-z_$][\w$]*|\[[^\]]{1,60}\])*\.[a-z]\w*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex MongoCall();

    // "m.drop_collection("listings_v3")": typed into a console of Python, and what is named is gone.
    [GeneratedRegex(@"^[a-z_]\w*\.(drop|delete|purge|truncate)_[a-z_]+\((""[^""]+""|'[^']+')\)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Dropping();

    // "await queue.resume()": typed into a console of node.
    [GeneratedRegex(@"^await [A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+\(")]
    private static partial Regex Awaited();

    // "cert_expiry - time() < 0"
    [GeneratedRegex(@"^\(*[a-z_:][\w:]*_[\w:]*(\{[^}]*\})?\s*-\s*time\(\)", RegexOptions.ExplicitCapture)]
    private static partial Regex AgainstTheClock();

    [GeneratedRegex(@"^(sum|avg|max|min|count|count_values|quantile|stddev|group|topk|bottomk|histogram_quantile)\b.*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Aggregate();

    [GeneratedRegex(
        @"^[a-z][a-z0-9]*([-.][a-z0-9]+)+(\s[\w<>{}\[\].:/=-]+)+$|^[a-z][a-z0-9]*(ctl|cli|adm|tool)(\s[\w<>{}\[\].:/=-]+)+$|"
        + @"^[a-z][a-z0-9_-]*(\s[a-z][\w-]*)+(\s(<[^>]{1,40}>|\{[^}]{1,40}\}|\[[^\]]{1,40}\]))+$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OwnTool();

    // "qshape deferred | head -20": what is not known by itself is known by what reads it.
    [GeneratedRegex(@"^[a-z][\w.-]{1,30}(\s[\w./=:-]+){0,6}\s\|\s(?<next>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Piped();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,20}(ctl|cli|adm)\s+\S", RegexOptions.ExplicitCapture)]
    private static partial Regex ControlTool();

    [GeneratedRegex(
        @"^[a-z][\w./-]*( [^|]*)?\s*\|\s*(grep|egrep|fgrep|head|tail|awk|wc|sort|jq|yq|less|more|sed|cut|tr|uniq|xargs|tee|column|match|except|count|include|exclude|"
        + @"last)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Filtered();

    // "del /q C:\spool\*": what Windows is told.
    [GeneratedRegex(@"^[a-z][a-z0-9]{1,20}(\.exe)?( \w+)?\s+/[a-zA-Z]{1,12}(:\S+)?(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SlashOption();

    // "POST _cluster/reroute": a path that begins with an underscore is a search engine's.
    [GeneratedRegex(@"^(GET|POST|PUT|DELETE|HEAD)\s+/?([\w.*<>{}-]+/)?_[a-z]\S*$", RegexOptions.ExplicitCapture)]
    private static partial Regex SearchRequest();

    // A team's own tool: lower-case name, a verb or more, and a flag.
    [GeneratedRegex(@"^[a-z][a-z0-9_-]{1,30}(\.exe)?(\s[a-z][\w-]*)*\s--?[a-z][\w-]*([\s=]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex CustomTool();
}
