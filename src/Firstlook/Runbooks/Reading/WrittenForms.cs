using System.Text.RegularExpressions;
using Firstlook.Effects;

namespace Firstlook.Runbooks.Reading;

/// <summary>What is written into a file rather than run, known by its form: a patch, settings, source code.</summary>
internal static partial class WrittenForms
{
    /// <param name="lines">Those of <paramref name="text"/> that are neither blank nor comments, trimmed; at least one.</param>
    /// <returns>Null for anything else.</returns>
    public static Language? Of(string text, List<string> lines) =>
        IsPatch(text) ? Language.Diff
        : IsSettings(lines) ? (lines.Any(l => TomlLine().IsMatch(l)) ? Language.Toml : Language.Ini)
        : HclBlock().IsMatch(lines[0]) ? Language.Hcl
        : lines.All(l => l[^1] is ';' or '{' or '}') && lines.Any(l => NginxLine().IsMatch(l)) ? Language.Nginx
        : XmlStart().IsMatch(lines[0]) && lines[^1].EndsWith('>') ? Language.Xml
        : null;

    /// <returns>Null for what is no source code of a compiled language.</returns>
    public static Language? OfSource(List<string> lines) =>
        lines.Any(l => JavaLine().IsMatch(l)) ? Language.Java : lines.Any(l => GoLine().IsMatch(l)) ? Language.Go : null;

    // Lines taken out beside lines put in; a list of items alone is none.
    static bool IsPatch(string text)
    {
        var (taken, put) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("@@ ") || line.StartsWith("diff --git ")) return true;
            if (line.Length == 0 || line[0] is ' ' or '\t') continue;
            if (line[0] == '-') taken++;
            else if (line[0] == '+') put++;
            else return false;
        }

        return taken > 0 && put > 0;
    }

    // "[mysqld]" above "innodb_buffer_pool_size=16G": nobody types that at a shell, whose variables shout and whose "=" stands close.
    static bool IsSettings(List<string> lines) =>
        lines.All(l => Assigned().IsMatch(l) || Header().IsMatch(l))
        && lines.Any(l => Header().IsMatch(l) || (Assigned().Match(l) is { Success: true } set && (set.Groups["name"].Value.Any(char.IsLower) || set.Groups["loose"].Success)))
        && !lines.Any(l => l.Contains("$(", StringComparison.Ordinal) || Call().IsMatch(l));

    [GeneratedRegex(@"^(?<name>[A-Za-z_][\w.-]*)((?<loose>\s+=)\s*|=\s*)\S.*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"^\[{1,2}[\w.: ""-]+\]{1,2}$")]
    private static partial Regex Header();

    // "rows = db.query(...)" is a program's line.
    [GeneratedRegex(@"=\s*(await\s+|new\s+)?[A-Za-z_][\w.:]*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\[\[|^\[\w[\w-]*(\.[\w""-]+)+\]$|=\s*(""[^""]*""|\[.*|\{.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TomlLine();

    [GeneratedRegex(@"^(resource|data|module|variable|provider|output|locals|terraform|job|group|task)(\s+""[^""]{1,80}"")*\s*\{$", RegexOptions.ExplicitCapture)]
    private static partial Regex HclBlock();

    [GeneratedRegex(
        @"^((http|events|server|upstream [\w.-]+|location [^;]{1,80}) \{|(listen|server_name|proxy_\w+|limit_req\w*|limit_conn\w*|client_\w+|worker_\w+|keepalive\w*|"
        + @"add_header|ssl_\w+|rewrite|return \d{3}|root|include|deny|allow|error_log|access_log|fastcgi_\w+|gzip\w*|resolver|map|geo|set_real_ip_from|error_page|"
        + @"try_files)\s[^;]*;$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NginxLine();

    [GeneratedRegex(@"^<(\?xml\s|[A-Za-z][\w:.-]*(\s+[\w:.-]+\s*=\s*[""']|\s*/?>))", RegexOptions.ExplicitCapture)]
    private static partial Regex XmlStart();

    [GeneratedRegex(
        @"^(public|private|protected)\s+((static|final|abstract|synchronized)\s+)*[\w<>\[\], ?]+\s+\w+\s*(\(|\{|=|;)|^import\s+(static\s+)?[a-z]\w*(\.\w+)+(\.\*)?;$|"
        + @"^package [\w.]+;$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex JavaLine();

    [GeneratedRegex(@"^package \w+$|^func (\([^)]{1,60}\) )?\w+\(.*\{$", RegexOptions.ExplicitCapture)]
    private static partial Regex GoLine();
}
