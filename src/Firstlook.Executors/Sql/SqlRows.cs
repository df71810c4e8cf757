using Firstlook.Access;
using System.Text;
using Firstlook.Looks;
using Npgsql;

namespace Firstlook.Executors.Sql;

/// <summary>Rows in PostgreSQL's own text format, the first of them kept, all of them counted.</summary>
/// <param name="note">What else is to be told with them; null nearly always.</param>
internal sealed class SqlRows(Limits limits, string? note)
{
    /// <summary>Rows that are only counted, at most: then the count is of what was read until there.</summary>
    const int MostCounted = 5_000_000;

    readonly List<EquatableArray<string?>> rows = [];
    EquatableArray<string> columns;
    long bytes;
    long count;
    bool full;

    /// <summary>What was read so far, also where reading was broken off.</summary>
    public Output Output
    {
        get
        {
            EquatableArray<string> notes = note is null ? [] : [note];
            return columns.IsEmpty
                ? Output.None with { Errors = notes }
                : new Output(OutputKind.Rows, count, full, Columns: columns, Rows: rows.ToEquatableArray(), Errors: notes);
        }
    }

    public async Task<Output> Read(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToEquatableArray();
        while (await reader.ReadAsync(cancellation) && count < MostCounted)
        {
            count++;
            if (!full) Keep(Row(reader));
        }

        return Output;
    }

    void Keep(string?[] row)
    {
        bytes += row.Sum(value => value is null ? 1 : Encoding.UTF8.GetByteCount(value));
        full = rows.Count == limits.Rows || bytes > limits.Bytes;
        if (!full) rows.Add(EquatableArray.Create<string?>(row));
    }

    static string?[] Row(NpgsqlDataReader reader)
    {
        var row = new string?[reader.FieldCount];
        for (var column = 0; column < row.Length; column++) row[column] = reader.IsDBNull(column) ? null : reader.GetString(column);
        return row;
    }
}
