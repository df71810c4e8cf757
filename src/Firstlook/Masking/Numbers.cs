namespace Firstlook.Masking;

/// <summary>
/// Card and telephone numbers. Numbers are what people search by in an incident, so both must show themselves: a card by its
/// issuer's range, length, grouping and check digit; a telephone number by its plus, or its brackets.
/// </summary>
internal static class Numbers
{
    /// <summary>How the digits of a card are grouped in print.</summary>
    static readonly int[][] CardGroups = [[4, 4, 4, 4], [4, 6, 5], [4, 6, 4]];

    public static void Find(string line, List<MaskedSpan> spans)
    {
        for (var at = 0; at < line.Length;)
        {
            var digit = line.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (digit < 0) return;
            digit += at;
            var end = GroupEnd(line, digit);
            if (CardEnd(line, digit, end) is { } card) spans.Add(new MaskedSpan(digit, at = card, "card number"));
            else if (Phone(line, digit) is { } phone) spans.Add(new MaskedSpan(phone.Start, at = phone.End, "phone"));
            else at = end;
        }
    }

    static int GroupEnd(string line, int start)
    {
        var end = start;
        while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
        return end;
    }

    static int? CardEnd(string line, int start, int groupEnd)
    {
        if (!BeginsAlone(line, start)) return null;
        if (groupEnd - start is >= 14 and <= 19) return IsCard(line.AsSpan(start, groupEnd - start)) && EndsAlone(line, groupEnd) ? groupEnd : null;
        if (groupEnd - start != 4 || groupEnd >= line.Length || line[groupEnd] is not (' ' or '-')) return null;
        Span<char> digits = stackalloc char[16];
        foreach (var groups in CardGroups)
        {
            if (Grouped(line, start, groups, digits) is { } end && IsCard(digits[..groups.Sum()]) && EndsAlone(line, end)) return end;
        }

        return null;
    }

    /// <returns>Where the groups end, with the same separator between all of them; null where they do not stand there.</returns>
    static int? Grouped(string line, int start, int[] groups, Span<char> digits)
    {
        var at = start;
        var count = 0;
        var separator = line[start + groups[0]];
        for (var group = 0; group < groups.Length; group++)
        {
            if (group > 0 && (at >= line.Length || line[at++] != separator)) return null;
            if (GroupEnd(line, at) != at + groups[group]) return null;
            line.AsSpan(at, groups[group]).CopyTo(digits[count..]);
            count += groups[group];
            at += groups[group];
        }

        return at;
    }

    /// <summary><c>+49 30 123456</c>, <c>+1 (555) 123-4567</c>, <c>(555) 123-4567</c>.</summary>
    static (int Start, int End)? Phone(string line, int digit)
    {
        var bracketed = digit > 0 && line[digit - 1] == '(';
        var start = bracketed ? digit - 1 : digit;
        var plus = start > 0 && line[start - 1] == '+';
        if (plus) start--;
        if ((!plus && !bracketed) || !BeginsAlone(line, start)) return null;
        var groups = new List<int>(6);
        var at = digit;
        while (groups.Count < 7)
        {
            var end = GroupEnd(line, at);
            groups.Add(end - at);
            var next = end;
            while (next < line.Length && next - end < 2 && line[next] is ' ' or '-' or '(' or ')') next++;
            if (next == end || next >= line.Length || !char.IsAsciiDigit(line[next])) return IsPhone(line, digit, end, groups, plus) ? (start, end) : null;
            at = next;
        }

        return null;
    }

    static bool IsPhone(string line, int digit, int end, List<int> groups, bool plus)
    {
        if (!EndsAlone(line, end)) return false;
        if (!plus) return groups is [3, 3, 4];

        // E.164: at most 15 digits, the first not 0. A plus also stands before sums, and before dates in differences.
        var count = groups.Sum();
        var isDate = groups is [4, 2, 2, ..] && line[digit + 4] == '-';
        return line[digit] != '0' && !isDate && count <= 15 && count >= (groups.Count == 1 ? 10 : 8);
    }

    static bool BeginsAlone(string line, int start) =>
        start == 0 || !(char.IsLetterOrDigit(line[start - 1]) || line[start - 1] is '-' or '_' or '.' or ':' or '/' or '#' or '+');

    static bool EndsAlone(string line, int end) =>
        end == line.Length
            || !(char.IsLetterOrDigit(line[end]) || line[end] is '_' or '-'
                || (line[end] is '.' or ':' or '/' && end + 1 < line.Length && char.IsLetterOrDigit(line[end + 1])));

    static bool IsCard(ReadOnlySpan<char> digits) => HasIssuer(digits) && Luhn(digits);

    /// <summary>Ranges and lengths that issuers use (ISO/IEC 7812; Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay).</summary>
    static bool HasIssuer(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 14 or > 19) return false;
        var four = int.Parse(digits[..4]);
        return digits.Length switch
        {
            14 => four is (>= 3000 and <= 3059) or (>= 3600 and <= 3699) or (>= 3800 and <= 3999),
            15 => four / 100 is 34 or 37,
            16 => four / 1000 == 4 || four / 100 is >= 51 and <= 55 || four is (>= 2221 and <= 2720) or 6011 or (>= 6440 and <= 6599) or (>= 3528 and <= 3589) || four / 100 == 62,
            _ => four / 100 == 62,
        };
    }

    /// <summary>The check digit of ISO/IEC 7812-1, annex B.</summary>
    static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            if (at % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
