using System.Globalization;

namespace Firstlook.App.Web.Views;

/// <summary>Times and spans as people read them at night.</summary>
public static class Times
{
    /// <summary>How long something took: <c>420 ms</c>, <c>1.2 s</c>, <c>3 min 12 s</c>.</summary>
    public static string Took(TimeSpan span) =>
        span < TimeSpan.FromSeconds(1) ? $"{Math.Max(0, span.TotalMilliseconds).ToString("0", CultureInfo.InvariantCulture)} ms"
        : span < TimeSpan.FromMinutes(1) ? $"{span.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s"
        : span < TimeSpan.FromHours(1) ? $"{(int)span.TotalMinutes} min {span.Seconds} s"
        : Age(span);

    /// <summary>How old something is: <c>12 s</c>, <c>4 min</c>, <c>2 h 05 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Age(TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? $"{(int)Math.Max(0, span.TotalSeconds)} s"
        : span < TimeSpan.FromHours(1) ? $"{(int)span.TotalMinutes} min"
        : span < TimeSpan.FromDays(1) ? $"{(int)span.TotalHours} h {span.Minutes:00} min"
        : $"{(int)span.TotalDays} d {span.Hours} h";

    /// <summary>What a clock shows: <c>14:08</c>, <c>1:02:09</c>. Never negative.</summary>
    public static string Countdown(TimeSpan span)
    {
        var left = span < TimeSpan.Zero ? TimeSpan.Zero : span;
        return left < TimeSpan.FromHours(1) ? $"{(int)left.TotalMinutes}:{left.Seconds:00}" : $"{(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00}";
    }

    /// <summary>Of the day, in UTC: <c>03:12:44</c>.</summary>
    public static string Clock(DateTimeOffset at) => at.ToUniversalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>Saturday 21 November 2026</c>, in UTC.</summary>
    public static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Of the day, with the day where that is another than now's: <c>21 Nov 03:12:44</c>.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset now) =>
        at.UtcDateTime.Date == now.UtcDateTime.Date ? Clock(at) : at.ToUniversalTime().ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-21 03:12 UTC</c></summary>
    public static string Full(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For machines, in a <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
