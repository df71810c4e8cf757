using System.Globalization;

namespace Firstlook.Effects.Code;

/// <summary>Numbers that are written out as a product or a power of numbers: <c>10**9</c>, <c>1e9</c>, <c>64 * 1024</c>; and names that the text sets to one.</summary>
internal sealed class Constants
{
    /// <summary>Brackets in brackets and powers of powers; deeper is no number.</summary>
    const int Deepest = 16;

    readonly Dictionary<string, double> named = new(StringComparer.Ordinal);

    /// <summary>Names that the text sets to a text or a list, and how long it is at least.</summary>
    readonly Dictionary<string, double> lengths = new(StringComparer.Ordinal);

    /// <summary>How long the text or list is that a name stands for; null where it is known for none.</summary>
    public double? Length(string name) => lengths.TryGetValue(name, out var length) ? length : null;

    /// <param name="tokens">All of the text, of which <c>n = 10**9</c> names a number.</param>
    public static Constants Of(List<CodeToken> tokens)
    {
        var constants = new Constants();
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Is("=") && tokens[at - 1].Kind == CodeKind.Name && constants.Product(tokens, at + 1, out var end) is { } value
                && (end >= tokens.Count || tokens[end].Kind == CodeKind.Newline || tokens[end].Text is ";" or ")" or "," or "]"))
                constants.named[tokens[at - 1].Text] = value;
            if (tokens[at].Is("=") && tokens[at - 1].Kind == CodeKind.Name && (tokens[at + 1].Kind == CodeKind.String || tokens[at + 1].Is("[")))
                constants.lengths[tokens[at - 1].Text] = constants.LengthAt(tokens, at + 1);
        }

        return constants;
    }

    // "a" * 10**7, [0] * 10
    double LengthAt(List<CodeToken> tokens, int at)
    {
        var behind = tokens[at].Is("[") ? Paths.ClosingOf(tokens, at) + 1 : at + 1;
        var own = tokens[at].Kind == CodeKind.String ? Math.Max(1, tokens[at].Text.Length - 2) : 1;
        return behind + 1 < tokens.Count && tokens[behind].Is("*") ? own * (Product(tokens, behind + 1, out _) ?? 1) : own;
    }

    /// <summary>The number that begins at a place, with what it is multiplied by; null where none does.</summary>
    /// <param name="end">What stands behind it.</param>
    public double? Product(List<CodeToken> tokens, int start, out int end, int depth = 0)
    {
        if (Power(tokens, start, out end, depth) is not { } value) return null;
        while (end + 1 < tokens.Count && end - start < Paths.MostInBrackets
            && (Shifts(tokens, end) || tokens[end].Is("*") || tokens[end].Is("-") || tokens[end].Is("+") || tokens[end].Is("/")))
        {
            var sign = tokens[end].Text;
            if (Power(tokens, Shifts(tokens, end) ? end + 2 : end + 1, out var behind, depth) is not { } factor) return value;
            value = sign switch { "<" => value * Math.Pow(2, factor), "*" => value * factor, "+" => value + factor, "/" => value / factor, _ => value - factor };
            end = behind;
        }

        return value;
    }

    /// <summary>From right to left: 9**9**9 is 9 to the power of 9**9.</summary>
    public double? Power(List<CodeToken> tokens, int start, out int end, int depth = 0)
    {
        if (Single(tokens, start, out end, depth) is not { } value) return null;
        if (!Raises(tokens, end) || Power(tokens, end + 2, out var behind, depth + 1) is not { } exponent) return value;
        end = behind;
        return Math.Pow(value, exponent);
    }

    /// <summary>The number that ends before a place, alone or in brackets.</summary>
    public double? Before(List<CodeToken> tokens, int end)
    {
        var start = end - 1;
        if (start > 0 && tokens[start].Is(")"))
        {
            for (var depth = 0; start > 0 && end - start < Paths.MostInBrackets; start--)
            {
                if (tokens[start].Is(")")) depth++;
                else if (tokens[start].Is("(") && --depth == 0) break;
            }
        }

        return start >= 0 && Single(tokens, start, out var behind, 0) is { } value && behind == end ? value : null;
    }

    /// <summary>Whether two stars stand at a place.</summary>
    public static bool Raises(List<CodeToken> tokens, int at) => at + 1 < tokens.Count && tokens[at].Is("*") && tokens[at + 1].Is("*") && tokens[at + 1].Start == tokens[at].End;

    // 1 << 30
    static bool Shifts(List<CodeToken> tokens, int at) => at + 2 < tokens.Count && tokens[at].Is("<") && tokens[at + 1].Is("<") && tokens[at + 1].Start == tokens[at].End;

    double? Single(List<CodeToken> tokens, int at, out int end, int depth)
    {
        end = at + 1;
        if (at >= tokens.Count || depth > Deepest) return null;
        var token = tokens[at];
        if (token.Is("("))
        {
            var inside = Product(tokens, at + 1, out end, depth + 1);
            return inside is not null && end < tokens.Count && tokens[end++].Is(")") ? inside : null;
        }

        if (token.Kind == CodeKind.Number) return Number(token.Text);
        // Number.MAX_SAFE_INTEGER, Float::INFINITY, sys.maxsize
        if (token.Kind != CodeKind.Name) return null;
        var last = at;
        while (last + 2 < tokens.Count && tokens[last + 1].Text is "." or ":" && last - at < 9)
            last += tokens[last + 2].Kind == CodeKind.Name ? 2 : tokens[last + 2].Is(":") && last + 3 < tokens.Count ? 3 : 9;
        if (last >= tokens.Count) return null;
        if (tokens[last].Text is "MAX_SAFE_INTEGER" or "MAX_VALUE" or "Infinity" or "INFINITY" or "maxsize" or "inf")
        {
            end = last + 1;
            return double.PositiveInfinity;
        }

        return named.TryGetValue(token.Text, out var value) && !(at + 1 < tokens.Count && tokens[at + 1].Text is "." or "(" or "[") ? value : null;
    }

    static double? Number(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal).TrimEnd('n', 'L', 'l');
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return ulong.TryParse(digits[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) ? hex : double.PositiveInfinity;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
