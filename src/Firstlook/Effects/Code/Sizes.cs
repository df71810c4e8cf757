using System.Collections.Frozen;

namespace Firstlook.Effects.Code;

/// <summary>
/// Numbers, texts and lists that are computed larger than any memory, and loops of more turns than anybody waits for: <c>9**9**9</c>, <c>"x" * 10**11</c>,
/// <c>list(range(10**12))</c>. What is no number that is written out is not known, and not held.
/// </summary>
internal static class Sizes
{
    /// <summary>As many characters, things or turns as a machine holds or makes in seconds.</summary>
    const double Most = 100_000_000;

    /// <summary>As many turns as a server is asked something in one go.</summary>
    const double MostRequests = 10_000;

    /// <summary>A power whose exponent is larger has more digits than are computed in seconds.</summary>
    const double MostExponent = 1_000_000;

    /// <summary>Longer pauses are taken for no end.</summary>
    const double MostSeconds = 3_600;

    /// <summary>Calls that make as many things as the number says that they are given, or go on as often.</summary>
    static readonly FrozenSet<string> Making =
        FrozenSet.Create(StringComparer.Ordinal, "range", "xrange", "bytes", "bytearray", "urandom", "token_hex", "token_bytes", "token_urlsafe", "randbytes", "zeros",
            "ones", "empty", "arange", "linspace", "zfill", "ljust", "rjust", "center", "repeat", "islice", "sample", "Array", "alloc", "allocUnsafe", "padStart",
            "padEnd", "Int8Array", "Uint8Array", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array", "ArrayBuffer",
            "SharedArrayBuffer", "fill", "new", "upto", "downto", "step", "factorial", "comb", "perm", "times", "hex", "alphanumeric", "random_bytes");

    /// <summary>Names by which a server is asked.</summary>
    static readonly FrozenSet<string> Asking =
        FrozenSet.Create(StringComparer.Ordinal, "requests", "httpx", "urlopen", "fetch", "axios", "create_connection", "connect", "execute", "query", "HTTP", "Faraday",
            "HTTParty", "RestClient", "urllib", "socket", "Socket", "TCPSocket", "got", "gethostbyname", "getaddrinfo", "check_output", "objects", "find", "ping");

    public static bool Exceed(List<CodeToken> tokens, Constants constants, CodeFamily family)
    {
        var most = tokens.Exists(token => token.Kind == CodeKind.Name && Asking.Contains(token.Text)) ? MostRequests : Most;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Raises(tokens, at, constants) || Repeats(tokens, at, constants) || Makes(tokens, at, constants, most)
                || family == CodeFamily.Ruby && Ranges(tokens, at, constants, most))
                return true;
        }

        return false;
    }

    // 10**10**10, pow(10, 10**10), 1 << 10**10; with a third argument pow() computes a remainder.
    static bool Raises(List<CodeToken> tokens, int at, Constants constants)
    {
        if (Constants.Raises(tokens, at) && at > 0 && tokens[at - 1].Text is not ("(" or ",")) return constants.Power(tokens, at + 2, out _) > MostExponent;
        if (at + 2 < tokens.Count && tokens[at].Is("<") && tokens[at + 1].Is("<") && tokens[at + 1].Start == tokens[at].End) return constants.Product(tokens, at + 2, out _) > Most;
        if (!tokens[at].Is("pow") || !Is(tokens, at + 1, "(")) return false;
        var second = HandedFunctions.End(tokens, at + 2) + 1;
        var close = Paths.ClosingOf(tokens, at + 1);
        return second < close && HandedFunctions.End(tokens, second) == close && constants.Product(tokens, second, out _) > MostExponent;
    }

    // "x" * 10**11, 10**11 * "x", [0] * 10**12
    static bool Repeats(List<CodeToken> tokens, int at, Constants constants)
    {
        if (!tokens[at].Is("*") || at == 0 || at + 1 >= tokens.Count) return false;
        if (tokens[at - 1].Kind == CodeKind.String || tokens[at - 1].Is("]") || tokens[at - 1].Is(")")) return constants.Product(tokens, at + 1, out _) > Most;
        if (tokens[at + 1].Kind != CodeKind.String && !tokens[at + 1].Is("[")) return false;
        for (var start = Math.Max(0, at - 6); start < at; start++)
        {
            if (constants.Product(tokens, start, out var end) > Most && end == at) return true;
        }

        return false;
    }

    // range(10**12), Array.from({length: 1e9}), time.sleep(86400), "x".rjust 10**10
    static bool Makes(List<CodeToken> tokens, int at, Constants constants, double most)
    {
        if (tokens[at].Is("length") && Is(tokens, at + 1, ":")) return constants.Product(tokens, at + 2, out _) > Most;
        if (tokens[at].Kind != CodeKind.Name || at + 1 >= tokens.Count) return false;
        if (tokens[at].Is("sleep")) return constants.Product(tokens, Is(tokens, at + 1, "(") ? at + 2 : at + 1, out _) > MostSeconds;
        if (!Making.Contains(tokens[at].Text)) return false;
        // 1000000.times
        if (tokens[at].Is("times")) return at > 1 && tokens[at - 1].Is(".") && EndsAt(tokens, at - 1, constants) > most;
        if (!Is(tokens, at + 1, "(")) return constants.Product(tokens, at + 1, out _) > most;
        for (var (start, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); start < close; start = HandedFunctions.End(tokens, start) + 1)
        {
            if (constants.Product(tokens, start, out _) > most) return true;
        }

        return false;
    }

    // (1..10**12), 1..Float::INFINITY
    static bool Ranges(List<CodeToken> tokens, int at, Constants constants, double most)
    {
        if (!tokens[at].Is(".") || at == 0 || !tokens[at - 1].Is(".")) return false;
        return constants.Product(tokens, Is(tokens, at + 1, ".") ? at + 2 : at + 1, out var end) > most && end < tokens.Count && tokens[end].Is(")")
            && !tokens.Exists(token => token.Text is "lazy" or "first" or "cover?" or "include?" or "rand");
    }

    /// <summary>The number that ends before a place.</summary>
    static double? EndsAt(List<CodeToken> tokens, int end, Constants constants)
    {
        for (var start = Math.Max(0, end - 8); start < end; start++)
        {
            if (constants.Product(tokens, start, out var behind) is { } value && behind == end) return value;
        }

        return null;
    }

    /// <summary>Calls that take a pattern; in JavaScript and Ruby it may be a literal of its own, too.</summary>
    static readonly FrozenSet<string> Matching =
        FrozenSet.Create(StringComparer.Ordinal, "match", "search", "findall", "finditer", "fullmatch", "sub", "subn", "split", "rsplit", "compile", "contains", "extract",
            "extractall", "replace", "replaceAll", "RegExp", "test", "exec", "matchAll", "new", "scan", "gsub", "match?", "grep", "filter", "regex");

    /// <summary>Whether a pattern may try without end.</summary>
    public static bool TryWithoutEnd(List<CodeToken> tokens)
    {
        if (!tokens.Exists(token => token.Kind == CodeKind.Name && Matching.Contains(token.Text) || token.Kind == CodeKind.Symbol && token.Is("~"))
            && !tokens.Exists(token => token.Kind == CodeKind.String && token.Text[0] is '/' or '%')) return false;
        return tokens.Exists(token => token.Kind == CodeKind.String && Backtracking.IsIn(Pattern(token)));
    }

    static string Pattern(CodeToken token)
    {
        var text = token.Text.TrimStart('r', 'b', 'u', 'f', 'R', 'B');
        var plain = text.Length > 0 && text[0] is '/' ? text[1..Math.Max(1, text.LastIndexOf('/'))] : text.Trim('"', '\'', '`');
        // "(\\w+)+" in a text that is not raw
        return text == token.Text && text.Length > 0 && text[0] is '"' or '\'' ? plain.Replace(@"\\", @"\", StringComparison.Ordinal) : plain;
    }

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
