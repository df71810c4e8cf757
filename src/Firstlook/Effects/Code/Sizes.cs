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

    /// <summary>So many digits are computed in seconds.</summary>
    const double MostDigits = 3_000_000;

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

    /// <summary>Loops in loops: fewer turns than these are no matter, and so many times more than of one loop are borne of all together.</summary>
    const double Some = 100, Nested = 10;

    public static bool Exceed(List<CodeToken> tokens, Constants constants, CodeFamily family)
    {
        var most = tokens.Exists(token => token.Kind == CodeKind.Name && Asking.Contains(token.Text)) ? MostRequests : Most;
        var product = 1.0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Raises(tokens, at, constants) || Pauses(tokens, at, constants)) return true;
            var repeated = Repeated(tokens, at, constants);
            var made = repeated > 0 ? repeated : Made(tokens, at, constants, family);
            if (made > (repeated > 0 || tokens[at].Is("length") ? Most : most)) return true;
            if (made >= Some && IsNested(tokens, at)) product *= made;
        }

        return product > most * Nested || Growing.Are(tokens) || Formats.AreWide(tokens, constants);
    }

    // 10**10**10, (10**999999)**9999, pow(10, 10**10), 1 << 10**10; with a third argument pow() computes a remainder.
    static bool Raises(List<CodeToken> tokens, int at, Constants constants)
    {
        if (Constants.Raises(tokens, at) && at > 0 && tokens[at - 1].Text is not ("(" or ","))
        {
            if (constants.Power(tokens, at + 2, out _) is not { } exponent) return false;
            return exponent > MostExponent || exponent > 1 && constants.Before(tokens, at) is { } power && exponent * Math.Log10(Math.Abs(power)) > MostDigits;
        }

        if (at + 2 < tokens.Count && tokens[at].Is("<") && tokens[at + 1].Is("<") && tokens[at + 1].Start == tokens[at].End) return constants.Product(tokens, at + 2, out _) > Most;
        if (!tokens[at].Is("pow") || !Is(tokens, at + 1, "(")) return false;
        var second = HandedFunctions.End(tokens, at + 2) + 1;
        var close = Paths.ClosingOf(tokens, at + 1);
        return second < close && HandedFunctions.End(tokens, second) == close && constants.Product(tokens, second, out _) > MostExponent;
    }

    /// <summary>How long a text or a list becomes: <c>"x" * 10**11</c>, <c>10**11 * "x"</c>, <c>[0] * 10**12</c>, <c>rows *= 10**12</c>; 0 where nothing is repeated.</summary>
    static double Repeated(List<CodeToken> tokens, int at, Constants constants)
    {
        if (!tokens[at].Is("*") || at == 0 || at + 1 >= tokens.Count) return 0;
        var times = tokens[at + 1].Is("=") ? at + 2 : at + 1;
        if (tokens[at - 1].Kind == CodeKind.Name && constants.Length(tokens[at - 1].Text) is { } length) return length * constants.Product(tokens, times, out _) ?? 0;
        if (tokens[at - 1].Kind == CodeKind.String || tokens[at - 1].Is("]") || tokens[at - 1].Is(")")) return constants.Product(tokens, at + 1, out _) ?? 0;
        if (tokens[at + 1].Kind != CodeKind.String && !tokens[at + 1].Is("[")) return 0;
        for (var start = Math.Max(0, at - 6); start < at; start++)
        {
            if (constants.Product(tokens, start, out var end) is { } product && end == at) return product;
        }

        return 0;
    }

    // time.sleep(86400), psutil.cpu_percent(interval=86400)
    static bool Pauses(List<CodeToken> tokens, int at, Constants constants)
    {
        if (tokens[at].Kind != CodeKind.Name || tokens[at].Text is not ("sleep" or "cpu_percent" or "cpu_times_percent") || at + 1 >= tokens.Count) return false;
        var first = Is(tokens, at + 1, "(") ? at + 2 : at + 1;
        return constants.Product(tokens, Is(tokens, first + 1, "=") ? first + 2 : first, out _) > MostSeconds;
    }

    /// <summary>What goes on as often as a number says, or makes as many things: loops of it stand in each other.</summary>
    static bool IsNested(List<CodeToken> tokens, int at) =>
        tokens[at].Text is "*" or "range" or "xrange" or "arange" or "linspace" or "zeros" or "ones" or "empty" or "islice" or "length" or "Array" or "times" or "upto" or "downto"
            or "repeat" or "for" or "." || tokens[at].Is("new") && at > 1 && tokens[at - 2].Is("Array");

    /// <summary>
    /// How many things or turns a place makes: <c>range(10**12)</c>, <c>Array.from({length: 1e9})</c>, <c>"x".rjust 10**10</c>, <c>for (let i = 0; i &lt; 1e9; i++)</c>; 0 where
    /// it makes none.
    /// </summary>
    static double Made(List<CodeToken> tokens, int at, Constants constants, CodeFamily family)
    {
        if (tokens[at].Is("length") && Is(tokens, at + 1, ":")) return constants.Product(tokens, at + 2, out _) ?? 0;
        if (family == CodeFamily.Ruby && tokens[at].Is(".")) return Ranges(tokens, at, constants);
        if (tokens[at].Kind != CodeKind.Name || at + 1 >= tokens.Count) return 0;
        if (tokens[at].Is("for") && family == CodeFamily.JavaScript && Is(tokens, at + 1, "(")) return Endless.Turns(tokens, at) is > 0 and var turns ? turns : 0;
        if (!Making.Contains(tokens[at].Text)) return 0;
        // 1000000.times
        if (tokens[at].Is("times")) return at > 1 && tokens[at - 1].Is(".") ? EndsAt(tokens, at - 1, constants) ?? 0 : 0;
        if (!Is(tokens, at + 1, "(")) return constants.Product(tokens, at + 1, out _) ?? 0;
        var numbers = new List<double?>();
        for (var (start, close) = (at + 2, Paths.ClosingOf(tokens, at + 1)); start < close; start = HandedFunctions.End(tokens, start) + 1)
            numbers.Add(constants.Product(tokens, start, out _));
        // They grow as they are multiplied.
        var factor = tokens[at].Text is "factorial" or "comb" or "perm" || at > 2 && tokens[at - 2].Is("prod") ? Factors : 1;
        // range(0, 10**12, 10**11)
        if (tokens[at].Text is "range" or "xrange" && numbers is [{ } from, { } to, ..])
            return factor * Math.Abs(to - from) / Math.Max(1, Math.Abs(numbers.ElementAtOrDefault(2) ?? 1));
        return factor * (numbers.Max() ?? 0);
    }

    /// <summary>A product of so many numbers has as many digits as a hundred times as many things.</summary>
    const double Factors = 100;

    // (1..10**12), 1..Float::INFINITY
    static double Ranges(List<CodeToken> tokens, int at, Constants constants)
    {
        if (at == 0 || !tokens[at - 1].Is(".")) return 0;
        return constants.Product(tokens, Is(tokens, at + 1, ".") ? at + 2 : at + 1, out var end) is { } last && end < tokens.Count && tokens[end].Is(")")
            && !tokens.Exists(token => token.Text is "lazy" or "first" or "cover?" or "include?" or "rand")
            ? last - (EndsAt(tokens, at - 1, constants) ?? 0) : 0;
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

    static bool Is(List<CodeToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Is(text);
}
