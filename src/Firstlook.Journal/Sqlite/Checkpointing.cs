using System.Globalization;
using System.Text;

namespace Firstlook.Journal.Sqlite;

/// <summary>
/// Seals where every stream stands. A checkpoint lists the heads that moved since the one before it, whose hash it carries: the last
/// checkpoint's hash thereby stands for all heads, and a year of hourly checkpoints does not list every old incident 8,760 times.
/// </summary>
internal static class Checkpointing
{
    /// <returns>Null where no event came since the last one.</returns>
    public static StoredCheckpoint? Take(Session session, DateTimeOffset now)
    {
        var last = Queries.LastCheckpoint(session);
        var moved = session.List(
            "SELECT stream, max(version), max(position) FROM event WHERE position > ?1 GROUP BY stream ORDER BY stream",
            row => (Stream: Queries.Stream(row, 0), Version: row.GetInt32(1), Position: row.GetInt64(2)),
            last?.Position ?? 0);
        if (moved.Count == 0) return null;

        var heads = Write(moved.Select(head => new Head(head.Stream, head.Version, Queries.HashOf(session, head.Stream, head.Version)!)));
        var position = moved.Max(head => head.Position);
        var number = (last?.Number ?? 0) + 1;
        var previous = last?.Hash ?? Chain.Start;
        var taken = new StoredCheckpoint(number, now, position, heads, previous, Chain.OfCheckpoint(previous, number, now, position, heads));
        session.Execute(
            "INSERT INTO checkpoint (n, at, position, heads, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            number, Chain.Ticks(now), position, heads, previous, taken.Hash);
        return taken;
    }

    /// <summary>The heads as they are stored: one line each, <c>stream version hash</c>, ended by a line feed.</summary>
    /// <returns>Null where the bytes are not that.</returns>
    public static List<Head>? Read(byte[] heads)
    {
        var read = new List<Head>();
        foreach (var line in Encoding.UTF8.GetString(heads).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            if (parts is not [var stream, var version, { Length: 64 } hash]
                || !Guid.TryParseExact(stream, "D", out var id)
                || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !hash.All(char.IsAsciiHexDigitLower))
                return null;
            read.Add(new Head(id, number, Convert.FromHexString(hash)));
        }

        return read;
    }

    static byte[] Write(IEnumerable<Head> heads)
    {
        var text = new StringBuilder();
        foreach (var head in heads)
            text.Append(CultureInfo.InvariantCulture, $"{head.Stream:D} {head.Version} {Convert.ToHexStringLower(head.Hash)}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

internal sealed record Head(Guid Stream, int Version, byte[] Hash);
