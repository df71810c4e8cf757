using Firstlook.Access;
using System.Text;
using Firstlook.Looks;
using Npgsql;

namespace Firstlook.Executors.Sql;

/// <summary>Rows in PostgreSQL's own text format, the first of them kept, all of them counted.</summary>
internal static class SqlRows
{
    /// <summary>A reader that only counts stops after this many rows: what is more is told as truncated, with the count so far.</summary>
    const int MostCounted = 5_000_000;

    public static async Task<Output> Read(NpgsqlDataReader reader, Limits limits, string? note, CancellationToken cancellation)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToEquatableArray();
        var rows = new List<EquatableArray<string?>>();
        var bytes = 0L;
        var count = 0L;
        var full = false;
        while (await reader.ReadAsync(cancellation) && count < MostCounted)
        {
            count++;
            if (full) continue;
            var row = Row(reader);
            bytes += row.AsSpan().ToArray().Sum(value => value is null ? 1 : Encoding.UTF8.GetByteCount(value));
            full = rows.Count == limits.Rows || bytes > limits.Bytes;
            if (!full) rows.Add(row);
        }

        EquatableArray<string> notes = note is null ? [] : [note];
        return columns.IsEmpty
            ? Output.None with { Errors = notes }
            : new Output(OutputKind.Rows, count, full, Columns: columns, Rows: rows.ToEquatableArray(), Errors: notes);
    }

    static EquatableArray<string?> Row(NpgsqlDataReader reader)
    {
        var row = new string?[reader.FieldCount];
        for (var column = 0; column < row.Length; column++) row[column] = reader.IsDBNull(column) ? null : reader.GetString(column);
        return EquatableArray.Create<string?>(row);
    }
}
