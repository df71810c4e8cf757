using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Firstlook.Effects.Code;

/// <summary>Ruby's calls that read or act by what they are given, with brackets or without: <c>File.new(path, "w")</c>, <c>require "/tmp/x"</c>, <c>Net::HTTP.get(URI("http://h/stop"))</c>.</summary>
internal static partial class RubyCalls
{
    /// <returns>Null where the name alone says what the call does.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, bool member)
    {
        var name = tokens[at].Text;
        var receiver = member && at >= 2 ? tokens[at - 2].Text : "";
        switch (name)
        {
            case "new" when receiver is "File" or "IO" or "Logger" or "Tempfile" or "PStore" or "SyslogLogger" or "CSV": return Arguments(tokens, at) <= 1 && receiver is "File" ? null : Verdict.Unknown($"{receiver}.new may write");
            case "write" or "binwrite" when receiver is "File" or "IO" || receiver is ")" && Paths.StartOf(tokens, at - 2, Paths.MostInBrackets) is >= 0 and var start && tokens[start].Is("Pathname"): return Verdict.Destructive($"{name} overwrites the file");
            case "create" or "create!" when Sendings.Are(tokens, at): return Verdict.Destructive(Sendings.Why);
            case "env" when receiver is "Rails": return Verdict.Read("it names the environment");
            case "count_by_sql": return Verdict.Unknown("the database runs the text");
            case "autoload": return Verdict.Unknown("it loads a file when the name is used");
            case "require" or "require_relative" or "load" when First(tokens, at) is { } file: return IsOwn(file) ? null : Verdict.Unknown($"'{file}' is no library of the application's own");
            case "get" or "get_print" or "get_response" or "head" or "options" or "open" or "open_uri" when member && at >= 2 && IsClient(tokens, at - 2):
                if (Reads(tokens, at)) return Verdict.Unknown("what a file holds is sent to another machine");
                return Asked(tokens, at);
            default: return null;
        }
    }

    static readonly FrozenSet<string> Clients = FrozenSet.Create(StringComparer.Ordinal, "HTTP", "Faraday", "HTTParty", "RestClient", "Excon", "Typhoeus", "URI", "Httpx", "HTTPX");

    /// <summary><c>Faraday</c>, or <c>Faraday.new("http://h")</c>.</summary>
    static bool IsClient(List<CodeToken> tokens, int end)
    {
        if (!tokens[end].Is(")")) return Clients.Contains(tokens[end].Text);
        var start = Paths.StartOf(tokens, end);
        return start >= 0 && tokens[start..end].Exists(token => Clients.Contains(token.Text));
    }

    /// <summary>What the request does by each text on its line: the address may be one of them, or be put together of several.</summary>
    static Verdict? Asked(List<CodeToken> tokens, int at)
    {
        Verdict? verdict = null;
        var whole = "";
        if (Requests.Disguise(tokens, at + 1, EndOfLine(tokens, at)) is { } disguise) return Verdict.Unknown(disguise);
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(";"); i++)
        {
            if (tokens[i].Kind != CodeKind.String) continue;
            // Book.pluck(:title) in an address carries what a table holds.
            if (tokens[i].Inner.Any(inner => Constant().IsMatch(inner))) return Verdict.Unknown("what a database holds may be part of the address");
            var text = Requests.Spelled(tokens[i]);
            whole += text;
            var asked = Http.HttpJudge.Request("GET", text.StartsWith("http", StringComparison.Ordinal) ? text : "http://host/" + text.TrimStart('/'), "");
            verdict = verdict is { } before ? before.And(asked) : asked;
        }

        return verdict is { } judged && whole.StartsWith("http", StringComparison.Ordinal) ? judged.And(Http.HttpJudge.Request("GET", whole, "")) : verdict;
    }

    static int EndOfLine(List<CodeToken> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind != CodeKind.Newline && !tokens[at].Is(";")) at++;
        return at;
    }

    [GeneratedRegex(@"(^|[^\w:])(?!(Time|Date|DateTime|ENV|Rails|Integer|CGI|ERB|URI)\b)[A-Z]\w*(::[A-Z]\w*)*\s*(\.|&\.)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    /// <summary>A gem, or a file below the folder of the application.</summary>
    static bool IsOwn(string file) => file.Length > 0 && file[0] is not ('/' or '~') && file.AsSpan().IndexOfAny(":\\#%|") < 0 && !file.Contains("..", StringComparison.Ordinal);

    /// <summary>The first text on the line behind a call.</summary>
    static string? First(List<CodeToken> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(";"); i++)
        {
            if (tokens[i].Kind == CodeKind.String) return tokens[i].Text.Trim('"', '\'');
        }

        return null;
    }

    static bool Reads(List<CodeToken> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(";"); i++)
        {
            if (tokens[i].Kind == CodeKind.Name && SentOn.Contents.Contains(tokens[i].Text) || tokens[i].Inner?.Any(inner => SentOn.Contents.Any(name => inner.Contains(name, StringComparison.Ordinal))) == true) return true;
        }

        return false;
    }

    static int Arguments(List<CodeToken> tokens, int at)
    {
        var count = at + 1 < tokens.Count && tokens[at + 1].Kind != CodeKind.Newline ? 1 : 0;
        for (var i = at + 1; i < tokens.Count && tokens[i].Kind != CodeKind.Newline && !tokens[i].Is(")"); i++)
        {
            if (tokens[i].Is(",")) count++;
        }

        return count;
    }
}
