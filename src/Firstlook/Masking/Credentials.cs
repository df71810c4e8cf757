using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Firstlook.Masking;

/// <summary>Credentials by where they stand: in URLs, after <c>Bearer</c> and <c>Basic</c>, in options of known programs.</summary>
internal static class Credentials
{
    /// <summary>Options that take a password, and the programs whose manual says so.</summary>
    static readonly (string Program, string Option, bool Attached, bool AfterColon)[] Options =
    [
        ("redis-cli", "-a", false, false),
        ("mysql", "-p", true, false),
        ("mysqldump", "-p", true, false),
        ("mariadb", "-p", true, false),
        ("sshpass", "-p", true, false),
        ("docker login", "-p", false, false),
        ("mongosh", "-p", false, false),
        ("curl", "-u", false, true),
        ("curl", "--user", false, true),
        ("rabbitmqadmin", "-p", false, false),
    ];

    static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(" \t\"'/?#<>,");

    public static void Find(string line, List<MaskedSpan> spans)
    {
        Urls(line, spans);
        Schemes(line, "bearer ", spans);
        Schemes(line, "basic ", spans);
        foreach (var option in Options)
        {
            if (line.Contains(option.Program, StringComparison.Ordinal)) Option(line, option.Option, option.Attached, option.AfterColon, spans);
        }
    }

    static void Urls(string line, List<MaskedSpan> spans)
    {
        const int longestAuthority = 512;
        for (var at = line.IndexOf("://", StringComparison.Ordinal); at >= 0; at = line.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var start = at + 3;
            var authority = line.AsSpan(start, Math.Min(longestAuthority, line.Length - start));
            var end = authority.IndexOfAny(AuthorityEnds);
            if (end >= 0) authority = authority[..end];
            var host = authority.LastIndexOf('@');
            var colon = authority.IndexOf(':');
            if (host > 0 && colon >= 0 && colon < host - 1 && !MaskedText.IsMasked(authority[(colon + 1)..host]) && !MaskedText.BeginsAt(line, start + colon + 1))
                spans.Add(new MaskedSpan(start + colon + 1, start + host, "password"));
        }
    }

    static void Schemes(string line, string scheme, List<MaskedSpan> spans)
    {
        for (var at = line.IndexOf(scheme, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(scheme, at + scheme.Length, StringComparison.OrdinalIgnoreCase))
        {
            var start = at + scheme.Length;
            var end = start;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '-' or '.' or '_' or '~' or '+' or '/' or '=')) end++;
            var value = line.AsSpan(start, end - start);
            var looksLikeOne = scheme[1] == 'a' ? IsBasic(value) : value.Length >= 8 && !value.Contains('=') && (value.Length >= 32 || value.IndexOfAnyInRange('0', '9') >= 0);
            if (looksLikeOne) spans.Add(new MaskedSpan(start, end, scheme[1] == 'a' ? "password" : "token"));
        }
    }

    /// <summary>Base64 of <c>user:password</c> (RFC 7617), and not a word like "Basic authentication".</summary>
    static bool IsBasic(ReadOnlySpan<char> value)
    {
        if (value.Length is < 4 or > 1024 || value.Length % 4 != 0 || !Base64.IsValid(value)) return false;
        Span<byte> decoded = stackalloc byte[1024];
        return Convert.TryFromBase64Chars(value, decoded, out var length) && decoded[..length].Contains((byte)':')
            && Encoding.UTF8.GetString(decoded[..length]).All(c => !char.IsControl(c));
    }

    static void Option(string line, string option, bool attached, bool afterColon, List<MaskedSpan> spans)
    {
        var sought = " " + option;
        for (var at = line.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = line.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            var start = at + sought.Length;
            if (start >= line.Length) return;
            if (line[start] == ' ') start++;
            else if (!attached) continue;
            if (start < line.Length && line[start] is '"' or '\'') start++;
            var end = line.AsSpan(start).IndexOfAny(" \t\"'");
            end = end < 0 ? line.Length : start + end;
            if (afterColon)
            {
                var colon = line.AsSpan(start, end - start).IndexOf(':');
                if (colon < 0) continue;
                start += colon + 1;
            }

            if (end > start && line[start] is not ('-' or '$' or '<') && !MaskedText.BeginsAt(line, start)) spans.Add(new MaskedSpan(start, end, "password"));
        }
    }
}
