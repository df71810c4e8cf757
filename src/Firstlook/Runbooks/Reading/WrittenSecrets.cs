using System.Text.RegularExpressions;
using Firstlook.Masking;

namespace Firstlook.Runbooks.Reading;

/// <summary>Secrets that stand in a document, found by the rules that hide them elsewhere.</summary>
internal static partial class WrittenSecrets
{
    const int LongestLine = 10_000;

    /// <param name="isCode">By 0-based line: whether it is inside a code block.</param>
    public static IEnumerable<(int Line, MaskedSpan Span)> In(string[] lines, bool[] isCode) =>
        lines.Index().Where(line => line.Item.Length is > 0 and <= LongestLine)
            .SelectMany(line => Secrets.In(line.Item, isCode[line.Index] && !ContentLanguages.IsComment(line.Item.Trim()))
                .Where(span => !IsName(line.Item, span) && !IsNoValue(line.Item, span)).Select(span => (line.Index + 1, span)));

    public static string Message(MaskedSpan span) =>
        $"{(span.Kind is "authorization" or "credentials" ? "a credential" : span.Kind[0] is 'A' or 'a' ? "an " + span.Kind : "a " + span.Kind)} stands in the text";

    // Of a Kubernetes secret or a stored token the name is written: "secret: festivals-tls", "--secret-name=x".
    static bool IsName(string line, MaskedSpan span) =>
        span.Kind is "secret" or "credentials" && !AssignedUpper().IsMatch(line[..span.Start]) || span.Kind == "token" && line[span.Start..span.End] is { Length: < 8 }
            || NamesIt().IsMatch(line[..span.Start]) || AsksForIt().IsMatch(line[..span.Start]);

    // "glrt-XXXXXXXX" is a gap to fill, and open("/etc/key") or "TOKEN: " + key is read when it runs.
    static bool IsNoValue(string line, MaskedSpan span) => Gap().IsMatch(line[span.Start..span.End]) || Computed().IsMatch(line[span.Start..]);

    [GeneratedRegex("X{4,}|x{4,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[""']?\s*\+\s|^[a-z_][\w.]*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Computed();

    // "mysql -p shop" asks for the password, and "shop" is the database.
    [GeneratedRegex(@"\b(mysql|mariadb)\w*\b.*\s-p\s+$", RegexOptions.ExplicitCapture)]
    private static partial Regex AsksForIt();

    [GeneratedRegex(@"\b[A-Z][A-Z0-9_]*(SECRET|CREDENTIALS?)\s*[=:]\s*[""']?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AssignedUpper();

    [GeneratedRegex(@"(secret|token|key|password)[-_]?(name|file|path|ref|id|arn)\b[""']?\s*[=:]?\s*[""']?$|\b(get|describe|create|delete)\s+secrets?\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NamesIt();
}
