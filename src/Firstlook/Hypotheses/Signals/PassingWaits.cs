using System.Globalization;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>
/// Locks that a session has begun to wait for just now: where several write the same rows, some wait for some milliseconds at any moment, and that is no trouble.
/// PostgreSQL tells since when in <c>pg_locks.waitstart</c> (manual, 54.12, from version 14 on); older ones do not, and there each row counts.
/// </summary>
static class PassingWaits
{
    /// <summary>A quarter of PostgreSQL's own <c>deadlock_timeout</c> (1 s): beyond that it looks whether a wait is a deadlock, and may log it.</summary>
    static readonly TimeSpan Passing = TimeSpan.FromMilliseconds(250);

    /// <returns>How many rows are such waits; a time that the observer's clock has not reached is none, for then the clocks differ.</returns>
    public static int Count(Result result)
    {
        var column = result.Output.Columns.AsSpan().IndexOf("waitstart");
        if (column < 0) return 0;
        var end = result.StartedAt + result.Duration;
        return result.Output.Rows.Count(row => column < row.Count && Moment(row[column]) is { } start && end - start is var waited && waited >= TimeSpan.Zero && waited < Passing);
    }

    // "2026-03-01 12:00:00.123456+00", as PostgreSQL prints it by default (DateStyle ISO).
    static DateTimeOffset? Moment(string? cell) =>
        DateTimeOffset.TryParseExact(cell, ["yyyy-MM-dd HH:mm:ss.FFFFFFzz", "yyyy-MM-dd HH:mm:ss.FFFFFFzzz", "yyyy-MM-dd HH:mm:sszz", "yyyy-MM-dd HH:mm:sszzz"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
