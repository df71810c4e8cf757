namespace Firstlook.Effects.Code;

/// <summary>Ruby's calls that read or act by what they are given, with brackets or without: <c>File.new(path, "w")</c>, <c>require "/tmp/x"</c>, <c>Net::HTTP.get(URI("http://h/stop"))</c>.</summary>
internal static class RubyCalls
{
    /// <returns>Null where the name alone says what the call does.</returns>
    public static Verdict? Judge(List<CodeToken> tokens, int at, bool member)
    {
        var name = tokens[at].Text;
        var receiver = member && at >= 2 ? tokens[at - 2].Text : "";
        switch (name)
        {
            case "new" when receiver is "File" or "IO" or "Logger" or "Tempfile" or "PStore" or "SyslogLogger" or "CSV": return Arguments(tokens, at) <= 1 && receiver is "File" ? null : Verdict.Unknown($"{receiver}.new may write");
            case "count_by_sql": return Verdict.Unknown("the database runs the text");
            case "autoload": return Verdict.Unknown("it loads a file when the name is used");
            case "require" or "require_relative" or "load" when First(tokens, at) is { } file: return IsOwn(file) ? null : Verdict.Unknown($"'{file}' is no library of the application's own");
            case "get" or "get_print" or "get_response" or "head" or "options" or "open" or "open_uri" when receiver is "HTTP" or "Faraday" or "HTTParty" or "RestClient" or "Excon" or "Typhoeus" or "URI" or "Httpx" or "HTTPX":
                if (Reads(tokens, at)) return Verdict.Unknown("what a file holds is sent to another machine");
                return First(tokens, at) is { } address && address.StartsWith("http", StringComparison.Ordinal) ? Http.HttpJudge.Request("GET", address, "") : null;
            default: return null;
        }
    }

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
