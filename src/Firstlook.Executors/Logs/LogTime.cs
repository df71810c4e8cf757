using System.Globalization;
using System.Text.RegularExpressions;

namespace Firstlook.Executors.Logs;

/// <summary>The time that a line tells, in the forms that logs use. Without a zone it is UTC, as servers keep it.</summary>
internal static partial class LogTime
{
    /// <summary>How far into a line a time may stand.</summary>
    const int Reach = 256;

    /// <param name="now">Whose year a time without one has; the year before, where it would lie ahead.</param>
    /// <returns>Null where none stands in the line.</returns>
    public static DateTimeOffset? Find(string line, DateTimeOffset now)
    {
        var start = line.Length > Reach ? line[..Reach] : line;
        if (Iso().Match(start) is { Success: true } iso && Parse(iso.Value.Replace(',', '.').Replace('/', '-')) is { } time) return time;

        // nginx and Apache: [10/Oct/2025:13:55:36 +0000]
        if (Common().Match(start) is { Success: true } common &&
            DateTimeOffset.TryParseExact(common.Groups[1].Value, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var access)) return access;

        // syslog: Dec 16 10:00:00 (RFC 3164)
        if (Syslog().Match(start) is { Success: true } syslog &&
            DateTime.TryParseExact($"{now.Year} {syslog.Value.Replace("  ", " ", StringComparison.Ordinal)}", "yyyy MMM d HH:mm:ss", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var local))
        {
            var told = new DateTimeOffset(local, TimeSpan.Zero);
            return told > now.AddDays(1) ? told.AddYears(-1) : told;
        }

        return Epoch().Match(line) is { Success: true } epoch && double.TryParse(epoch.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && OfEpoch(number) is { } counted
            ? counted : null;
    }

    static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Seconds, milliseconds, microseconds or nanoseconds: a number of today's size says which.</summary>
    static DateTimeOffset? OfEpoch(double number)
    {
        while (number > 1e11) number /= 1000;
        return number is > 1e8 and < 1e10 ? DateTimeOffset.UnixEpoch.AddSeconds(number) : null;
    }

    [GeneratedRegex(@"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\[(?<time>\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Common();

    [GeneratedRegex(@"^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Syslog();

    [GeneratedRegex("\"(?:ts|time|timestamp|@timestamp)\": ?\"?(?<number>\\d{9,19}(?:\\.\\d+)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Epoch();
}
