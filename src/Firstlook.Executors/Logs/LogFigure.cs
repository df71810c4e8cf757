using System.Globalization;

namespace Firstlook.Executors.Logs;

/// <summary>Numbers with the units that logs write: durations (in seconds then) and sizes (in bytes then).</summary>
internal static class LogFigure
{
    static readonly (string Unit, double Factor)[] Units =
    [
        ("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("kib", 1024), ("kb", 1000), ("mib", 1 << 20), ("mb", 1e6), ("gib", 1 << 30), ("gb", 1e9),
        ("s", 1), ("m", 60), ("h", 3600), ("d", 86400), ("w", 7 * 86400), ("y", 365 * 86400), ("b", 1),
    ];

    /// <returns>Null for what is no such figure. <c>1h30m</c> is the sum of its parts.</returns>
    public static double? Read(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)) return plain;
        double sum = 0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
            if (!double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
            var rest = text[at..];
            var unit = Units.FirstOrDefault(unit => rest.StartsWith(unit.Unit, StringComparison.OrdinalIgnoreCase));
            if (unit.Unit is null) return null;
            sum += number * unit.Factor;
            at += unit.Unit.Length;
        }

        return text.Length == 0 ? null : sum;
    }
}
