using Firstlook.Executors.Binding;

namespace Firstlook.Executors.Http;

/// <summary>A request as runbooks write it: <c>GET /health</c>, <c>POST https://host/path HTTP/1.1</c>, a URL alone; then headers, a blank line, a body.</summary>
internal sealed record WrittenRequest(string Method, Uri? Address, EquatableArray<KeyValuePair<string, string>> Headers, string Body, string? Problem)
{
    static readonly string[] Methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

    /// <param name="at">The configured address: the request goes there or nowhere.</param>
    public static WrittenRequest Read(string text, EquatableArray<Access.Binding> values, Uri at)
    {
        var tokens = new Tokens(values);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n').Split('\n');
        var words = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (method, wanted) = words switch
        {
            [var url] => ("GET", url),
            [var verb, var url] => (verb, url),
            [var verb, var url, "HTTP/1.0" or "HTTP/1.1" or "HTTP/2"] => (verb, url),
            _ => ("", ""),
        };
        if (Array.IndexOf(Methods, method) < 0) return Refused("the first line is no request: a method and an address");
        if (values.FirstOrDefault(value => value.Value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0) is { } broken) return Refused($"the value of {broken.Name} holds a line end");

        if (values.FirstOrDefault(value => value.Value.Trim('.').Length == 0) is { } dots)
            return Refused($"the value of {dots.Name} is nothing but dots, which would lead out of its place in a path");

        // A value is one step of the path or one value of the query: whatever it holds, it cannot leave its place.
        var address = tokens.Replace(wanted, value => Uri.EscapeDataString(value.Value));
        if (!Uri.TryCreate(at, address.StartsWith('/') ? at.AbsolutePath.TrimEnd('/') + address : address, out var resolved)) return Refused($"{wanted} is no address");
        if (resolved.Scheme != at.Scheme || resolved.Authority != at.Authority || resolved.UserInfo.Length > 0)
            return Refused($"the request goes to {resolved.Authority}, and this target is {at.Authority}");
        var blank = Array.FindIndex(lines, 1, line => line.Trim().Length == 0);
        var last = blank < 0 ? lines.Length : blank;
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in lines[1..last])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) return Refused($"'{line}' is no header");
            if (values.FirstOrDefault(value => !IsHeaderText(value.Value) && new Tokens([value]).OccursIn(line)) is { } strange)
                return Refused($"the value of {strange.Name} would stand in a header, where only printable ASCII may");
            if (!line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))
                headers.Add(KeyValuePair.Create(line[..colon].Trim(), tokens.Replace(line[(colon + 1)..].Trim(), value => value.Value)));
        }

        var body = blank < 0 ? "" : string.Join('\n', lines[(blank + 1)..]);
        if (values.FirstOrDefault(value => !IsPlain(value.Value) && new Tokens([value]).OccursIn(body)) is { } unfit)
            return Refused($"the value of {unfit.Name} would stand in the body of the request, where only a plain name or number may");
        return new WrittenRequest(method, resolved, headers.ToEquatableArray(), tokens.Replace(body, value => value.Value), null);
    }

    /// <summary>What HTTP libraries send as it is; they refuse the rest, or send something else for it (RFC 9110, 5.5).</summary>
    static bool IsHeaderText(string value) => value.All(c => c is >= ' ' and <= '~' or '\t');

    static WrittenRequest Refused(string problem) => new("", null, [], "", problem);

    static bool IsPlain(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':' or '@');
}
