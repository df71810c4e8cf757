namespace Firstlook.Masking;

/// <summary>E-mail addresses, as people write them (the dot-atom of RFC 5322 before a domain name with a dot in it).</summary>
internal static class Addresses
{
    const int LongestLocal = 64; // RFC 5321, 4.5.3.1.1
    const int LongestDomain = 255; // RFC 5321, 4.5.3.1.2

    /// <summary>What follows the last dot in names that only look like domains: units of systemd (<c>getty@tty1.service</c>).</summary>
    static readonly string[] NoDomains = ["service", "socket", "timer", "target", "mount", "slice", "scope", "device", "path", "swap"];

    public static void Find(string line, List<MaskedSpan> spans)
    {
        for (var at = line.IndexOf('@', StringComparison.Ordinal); at >= 0; at = line.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < LongestLocal && IsLocal(line[start - 1])) start--;
            while (start < at && line[start] is '.' or '-') start++;
            var end = DomainEnd(line, at + 1);
            if (start == at || end < 0) continue;
            var local = line.AsSpan(start, at - start);
            if (local is "git") continue;
            spans.Add(new MaskedSpan(start, end, "e-mail"));
        }
    }

    /// <returns>-1 where no domain name with a dot begins here.</returns>
    static int DomainEnd(string line, int start)
    {
        var end = start;
        while (end < line.Length && end - start < LongestDomain && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '-')) end++;
        while (end > start && line[end - 1] is '.' or '-') end--;
        var name = line.AsSpan(start, end - start);
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || name[0] == '.' || name.Contains("..", StringComparison.Ordinal)) return -1;
        var top = name[(dot + 1)..];
        if (top.Length < 2) return -1;
        foreach (var c in top)
        {
            if (!char.IsLetter(c) && !top.StartsWith("xn--")) return -1;
        }

        return Array.IndexOf(NoDomains, top.ToString()) < 0 ? end : -1;
    }

    static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}
