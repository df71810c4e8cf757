using System.Text.Json;
using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>What a fence's content is. The tag is believed where the content does not contradict it.</summary>
internal static partial class ContentLanguages
{
    public static Language Of(Fence fence)
    {
        var (tag, text) = (fence.Tag, fence.Text);
        var content = Lines(text);
        return OfTag(FirstWord(tag)) switch
        {
            null => Guess(content, fence),
            Language.Shell => OfShellTag(content, fence),
            Language.Python => IsShellThroughout(content) && !content.Any(IsPython) ? Language.Shell : Language.Python,
            Language.PromQl when LooksLikeYaml(content) => Language.Yaml,
            Language.Yaml
                when content.Count > 0 && IsPromQl(content[0]) && !content.Any(line => YamlLine().IsMatch(line) && !line.Contains('{', StringComparison.Ordinal))
                    && Effects.Queries.PromQlParser.Parse(text).Problem is null =>
                Language.PromQl,
            // The same words ask for a metric where no stream is selected.
            Language.LogQl when content.Count > 0 && IsPromQl(content[0]) && !Selector().IsMatch(text) => Language.PromQl,
            Language.Sql when Effects.Queries.PipedQuery.LanguageOf(content) is { } piped => piped,
            Language.Sql when content.Count > 0 && ShellPrograms.Begins(content[0]) && !IsSql(content[0]) => Language.Shell,
            Language.Output when fence.Typed.Count > 0 => fence.Typed[0].Language,
            Language.Output => Guess(content, fence) is var guess && !guess.IsInert() ? guess : Language.Output,
            // What a file is made of is not typed, though it reads so: "maxmemory 6gb".
            Language.Text when FirstWord(tag) is "conf" && !content.Any(ShellPrograms.Begins) => WrittenForms.Of(text, content) ?? Language.Text,
            Language.Text when IsWritten(FirstWord(tag)) => Language.Text,
            Language.Text => Guess(content, fence) is var guess && guess is not (Language.Json or Language.Yaml) ? guess : Language.Text,
            // What is tagged as a file and typed all the same: nginx -t below "```nginx".
            Language.Nginx or Language.Yaml or Language.Json or Language.Ini or Language.Toml or Language.Hcl or Language.Xml or Language.Haproxy or Language.Apache
                when IsTypedThroughout(content) =>
                Language.Shell,
            Language.JavaScript when Typing().IsMatch(text) => Language.TypeScript,
            { } tagged => tagged,
        };
    }

    // Most lines begin with a program, and none looks like what a file is made of.
    static bool IsTypedThroughout(List<string> lines) => lines.Count > 0 && lines.Count(ShellPrograms.Begins) * 2 > lines.Count && !lines.Exists(l => OfFile().IsMatch(l));

    /// <returns>Null for an empty tag or one that says nothing.</returns>
    public static Language? OfTag(string tag) => tag.ToLowerInvariant() switch
    {
        "bash" or "sh" or "shell" or "zsh" or "ksh" or "fish" or "console" or "terminal" or "shell-session" or "shellsession" or "sh-session" or "bash-session" or "cmd"
            or "bat" or "batch" or "commandline" or "cli" =>
            Language.Shell,
        "promql" or "prometheus" or "metricsql" => Language.PromQl,
        "logql" or "loki" => Language.LogQl,
        "sql" or "psql" or "pgsql" or "postgresql" or "postgres" or "mysql" or "plpgsql" or "tsql" or "plsql" => Language.Sql,
        "python" or "py" or "python3" or "pycon" or "ipython" => Language.Python,
        "typescript" or "ts" or "tsx" => Language.TypeScript,
        "javascript" or "js" or "jsx" or "node" or "mongodb" => Language.JavaScript,
        "ruby" or "rb" or "irb" => Language.Ruby,
        "kql" or "kusto" or "kusto-query" => Language.Kql,
        "logsinsights" or "logs-insights" or "cwli" => Language.LogsInsights,
        "spl" or "splunk" => Language.Spl,
        "flux" or "influx" => Language.Flux,
        "redis" => Language.Redis,
        "http" or "rest" => Language.Http,
        "groovy" => Language.Groovy,
        "php" => Language.Php,
        "elixir" or "iex" or "exs" => Language.Elixir,
        "powershell" or "ps1" or "pwsh" or "posh" => Language.PowerShell,
        "json" or "jsonc" or "json5" or "jsonl" or "ndjson" => Language.Json,
        "yaml" or "yml" => Language.Yaml,
        "markdown" or "md" or "template" or "email" or "slack" => Language.Template,
        "output" or "log" or "logs" or "plain" or "plaintext" or "stdout" => Language.Output,
        "ini" or "properties" or "systemd" or "cfg" => Language.Ini,
        "toml" => Language.Toml,
        "hcl" or "terraform" or "tf" => Language.Hcl,
        "nginx" => Language.Nginx,
        "haproxy" => Language.Haproxy,
        "apache" or "apacheconf" or "apache2" => Language.Apache,
        "vcl" or "varnish" => Language.Vcl,
        "caddyfile" or "caddy" => Language.Caddyfile,
        "xml" => Language.Xml,
        "diff" or "patch" => Language.Diff,
        "java" => Language.Java,
        "go" or "golang" => Language.Go,
        "text" or "txt" or "conf" or "dockerfile" or "docker" or "html" or "css" or "env" or "dotenv" or "kotlin" or "scala" or "rust" or "c" or "cpp" or "csharp" or "cs"
            or "perl" or "mermaid" or "plantuml" or "dot" or "ascii" or "csv" or "promrules" or "lua" or "makefile" or "protobuf" or "proto" or "pbtxt" or "jsonnet"
            or "bicep" or "swift" or "dart" =>
            Language.Text,
        _ => null,
    };

    // Source code and settings, whose lines a shell might seem to begin with: "if (line == null)".
    static bool IsWritten(string tag) =>
        tag.ToLowerInvariant() is "kotlin" or "scala" or "rust" or "c" or "cpp" or "csharp" or "cs" or "lua" or "swift" or "dart" or "elixir" or "iex" or "exs"
            or "protobuf" or "proto" or "pbtxt" or "jsonnet" or "bicep";

    /// <summary>The lines that count: neither blank nor comments only, at most the first 200.</summary>
    static List<string> Lines(string text)
    {
        const int Enough = 200;
        return [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !IsComment(l)).Take(Enough)];
    }

    public static bool IsComment(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal) || line is "#"
            || (line.StartsWith('#') && !line.StartsWith("#!", StringComparison.Ordinal) && line.Length > 1 && char.IsLetterOrDigit(line[1]))
        || line.StartsWith("##", StringComparison.Ordinal) || line.StartsWith("-- ", StringComparison.Ordinal) || line is "--"
            || line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal)
        || line.StartsWith("REM ", StringComparison.OrdinalIgnoreCase) || line.StartsWith(":: ", StringComparison.Ordinal);

    static string FirstWord(string tag)
    {
        var end = tag.AsSpan().IndexOfAny(" ,{:=");
        return (end < 0 ? tag : tag[..end]).TrimStart('.').Trim();
    }

    static Language OfShellTag(List<string> lines, Fence fence)
    {
        if (lines.Count == 0) return Language.Shell;
        if (fence.Typed.Count > 0) return fence.Typed[0].Language;
        if (lines.All(l => Complaint().IsMatch(l) || ComposeLog().IsMatch(l)) || (lines.Count > 2 && lines.All(IsDrawn))) return Language.Output;
        if (NamesAnEnvironment().IsMatch(fence.Text) && lines.All(l => Setting().IsMatch(l))) return Language.Ini;
        if (lines.Any(ShellPrograms.Begins)) return Language.Shell;
        if (lines.All(IsListed)) return Language.Text;
        var guess = Guess(lines, fence);
        return guess is Language.Text or Language.Output or Language.Template ? Language.Shell : guess;
    }

    // A table as programs draw it: "+------+", "| name |".
    static bool IsDrawn(string line) => line is ['+', .., '+'] or ['|', .., '|'];

    // "1. Open the board", "- Somebody else is guilty: switch over": told to a person, whatever the block is tagged.
    static bool IsListed(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith("http", StringComparison.Ordinal)
        || Numbered().Match(line) is { Success: true, Length: var number } && !IsTyped(line[number..]) && InlineCommands.LanguageOf(line[number..]) is null;

    static Language Guess(List<string> lines, Fence fence)
    {
        var text = fence.Text;
        if (fence.Typed.Count > 0) return fence.Typed[0].Language;
        // "-- SM37, user X", "-- mark the job": what a person is told, in SQL's way of remarking.
        if (lines.Count > 0 && fence.Tag.Length == 0 && lines.TrueForAll(l => l.StartsWith("-- ", StringComparison.Ordinal) && l.Length > 4 && char.IsLetter(l[3])))
            return Language.Text;
        if (lines.Count == 0) return text.Trim().Length == 0 ? Language.Text : LooksLikeScript(text) ? Language.Shell : Language.Text;
        if (IsJson(text)) return Language.Json;
        if (IsTrace(lines) || lines.TrueForAll(l => ComposeLog().IsMatch(l))) return Language.Output;
        // "runmqsc QM1 <<EOF" above "STOP CHANNEL(...)" and "EOF": whatever stands between, it is typed.
        if (HereDocument().Match(lines[0]) is { Success: true } here && lines.Contains(here.Groups["end"].Value)) return Language.Shell;
        if (lines.All(l => l.StartsWith("[ ]", StringComparison.Ordinal) || l.StartsWith("[x]", StringComparison.OrdinalIgnoreCase))) return Language.Text;
        if (DeviceSession().IsMatch(lines[0]) || lines.All(l => l.Length < 200 && ChatCommand().IsMatch(l))) return Language.Shell;
        if (lines.Any(IsTree)) return Language.Text;
        if (Effects.Queries.PipedQuery.LanguageOf(lines) is { } piped) return piped;
        if (Effects.Queries.FluxQuery.Speaks(lines)) return Language.Flux;
        if (IsRedis(lines)) return Language.Redis;
        // "[ 'db-1:27017', 'SECONDARY', ISODate(...) ]": what mongosh answers.
        if (lines.TrueForAll(l => Answered().IsMatch(l))) return Language.Output;
        // "show ospf neighbor" is asked of a router, "SHOW TABLES" of a database.
        if (lines.TrueForAll(l => AskedOfDevice().IsMatch(l))) return Language.Shell;
        if (IsSql(lines[0])) return Language.Sql;
        if (IsLogQl(lines[0])) return Language.LogQl;
        if (IsPromQl(lines[0]) || (lines.Count > 2 && lines[0] is "(" or "((" && IsPromQl(lines[0] + lines[1]))) return Language.PromQl;
        // "$folder = ..." is an assignment of neither shell nor prose, whatever it holds.
        if (lines[0][0] == '$' && PowerShellVariable().IsMatch(lines[0]) && lines.Any(IsPowerShell)) return Language.PowerShell;
        // "WORKERS=1" above "RETRIES=0", and nothing that uses them: what a file of settings holds.
        if (fence.Tag.Length == 0 && lines.Count > 1 && lines.TrueForAll(l => SettingLine().IsMatch(l))) return Language.Text;
        if (WrittenForms.Of(text, lines) is { } form) return form;
        // "id | code" above "---+---": the head of rows, though id is a program too.
        if (lines.Count > 1 && lines[0].Contains(" | ", StringComparison.Ordinal) && lines[1].Contains("-+-", StringComparison.Ordinal)
            && lines[1].AsSpan().IndexOfAnyExcept("-+ ") < 0)
            return Language.Output;
        if (lines.Count > 1 && lines.TrueForAll(l => AddressRow().IsMatch(l)) || lines.TrueForAll(l => ValueRow().IsMatch(l))) return Language.Output;
        if (ShellPrograms.Begins(lines[0]) && !IsPython(lines[0])) return Language.Shell;
        if (WrittenForms.OfSource(lines) is { } source) return source;
        if (IsHttp(lines[0])) return Language.Http;
        if (IsPowerShell(lines[0])) return Language.PowerShell;
        if (IsPython(lines[0])) return Language.Python;
        if (IsScript(lines[0])) return Language.TypeScript;
        if (LooksLikeYaml(lines)) return Language.Yaml;
        if (lines.All(l => InlineCommands.LanguageOf(l) is Language.Shell)) return Language.Shell;
        if (Statement().IsMatch(lines[0]) && lines[^1].EndsWith(';')) return Language.Sql;
        // Something to run would be lost as prose; asked about, it is not.
        if (lines.All(IsTyped)) return Language.Shell;
        return lines.Count(l => ShellPrograms.Begins(l) || InlineCommands.IsCustomTool(l)) * 2 >= lines.Count ? Language.Shell : Language.Text;
    }

    // What a program left behind when it failed, or wrote to its log: nobody types that.
    static bool IsTrace(List<string> lines) =>
        LogHead().IsMatch(lines[0]) || lines.Count > 1 && lines.Skip(1).Any(line => StackFrame().IsMatch(line)) && !ShellPrograms.Begins(lines[0])
            || lines.Any(line => Traceback().IsMatch(line));

    static bool IsTyped(string line) => ShellPrograms.Begins(line) || UnknownPrograms.IsDeviceCommand(line) || UnknownPrograms.Begins(line);

    // Nothing but comments: "# check the graph", "REM open the console" in an untagged block is somebody's script of the mind, of a shell or of Windows.
    static bool LooksLikeScript(string text) =>
        IsSaidInTwoMarks(text) || text.Split('\n').Select(l => l.Trim())
            .All(l => l.Length == 0 || l.StartsWith("# ", StringComparison.Ordinal) || IsComment(l) && l[0] is 'R' or 'r' or ':');

    // "## not from here, the shift lead does it": sentences, where "## Timeline" is a heading to write below.
    static bool IsSaidInTwoMarks(string text)
    {
        const int WordsOfATitle = 5;
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return lines.TrueForAll(l => l.StartsWith("## ", StringComparison.Ordinal)) && lines.Exists(l => l.AsSpan(3).Count(' ') >= WordsOfATitle);
    }

    public static bool IsShellThroughout(List<string> lines) => lines.Count > 0 && lines.All(ShellPrograms.Begins);

    public static bool IsJson(string text)
    {
        const int Enough = 200_000;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 2 || !((trimmed[0] == '{' && trimmed[^1] == '}') || (trimmed[0] == '[' && trimmed[^1] == ']'))) return false;
        if (trimmed.Length > Enough) return trimmed[..200].Contains('"');
        try
        {
            var reader =
                new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(trimmed.ToString()),
                    new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true });
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            // Samples are cut short with "..." more often than not.
            return JsonKey().IsMatch(trimmed.ToString());
        }
    }

    public static bool IsSql(string line) => SqlStart().IsMatch(line) || ShoutedStatements.Open(line);

    public static bool IsPromQl(string line) => MayBePromQl(line) && PromQlStart().IsMatch(line) && !line.StartsWith("http", StringComparison.Ordinal);

    public static bool IsLogQl(string line) => LogQlStart().IsMatch(line);

    public static bool IsPython(string line) => PythonLine().IsMatch(line);

    public static bool IsPowerShell(string line) => PowerShellLine().IsMatch(line);

    public static bool IsHttp(string line) => HttpLine().IsMatch(line);

    static bool IsScript(string line) => ScriptLine().IsMatch(line);

    static bool IsTree(string line) => line.AsSpan().IndexOfAny(TreeMarks) >= 0 || AsciiBranches().IsMatch(line);

    static readonly System.Buffers.SearchValues<char> TreeMarks = System.Buffers.SearchValues.Create("├└│┌┐┘▼►┬┴");

    static bool IsRedis(List<string> lines) => lines.All(l => RedisLine().IsMatch(l) && !IsHttp(l));

    public static bool LooksLikeYaml(List<string> lines) =>
        lines.Count(l => YamlLine().IsMatch(l)) * 3 >= lines.Count * 2 && lines.Any(l => l.EndsWith(':') || YamlStart().IsMatch(l));

    public static bool IsToldToBot(string text) => ChatCommand().IsMatch(text);

    // A query begins with a name, and what is right behind it tells: a bracket, a comparison, "by (...)", or the name's own ending.
    static bool MayBePromQl(string line)
    {
        var rest = line.AsSpan().TrimStart("( \t");
        var length = rest.IndexOfAnyExcept(NameCharacters);
        if (length is 0 || rest.IsEmpty) return false;
        if (length < 0) length = rest.Length;
        var name = rest[..length];
        var next = rest[length..].TrimStart();
        return next.IsEmpty || next[0] is '(' or '{' or '=' or '!' or '<' or '>' || next.StartsWith("by") || next.StartsWith("without") || name.Contains('_')
            || name.Contains(':') || name is "up";
    }

    static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:");
}
