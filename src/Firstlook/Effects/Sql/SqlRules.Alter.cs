namespace Firstlook.Effects.Sql;

/// <summary>ALTER: what it changes, and what it loses.</summary>
internal static partial class SqlRules
{
    static Verdict Alter(List<SqlToken> tokens, int at)
    {
        for (var i = at; i < tokens.Count; i++)
        {
            // ClickHouse, "Manipulations with Table TTL": rows that are older than it go.
            if (tokens[i].Is("ttl") && !(i > 0 && tokens[i - 1].Is("remove"))) return Verdict.Destructive("a TTL deletes rows that are older");
            // clickhouse.com/docs, "Manipulating Partitions and Parts".
            if (tokens[i].Is("replace") && i + 1 < tokens.Count && tokens[i + 1].Is("partition"))
                return Verdict.Destructive("REPLACE PARTITION overwrites what the partition holds");
            // docs.snowflake.com, "Understanding & Using Time Travel".
            if (tokens[i].Is("data_retention_time_in_days") && tokens.Skip(i + 1).Take(2).Any(value => value.Text is "0"))
                return Verdict.Destructive("without retention nothing that is deleted can be restored");
        }

        // trino.io, "Iceberg connector", "ALTER TABLE EXECUTE": what earlier versions hold is deleted.
        if (Any(tokens, "expire_snapshots", "remove_orphan_files", "rollback_to_snapshot"))
            return Verdict.Destructive("ALTER TABLE ... EXECUTE of this kind deletes earlier versions");
        return Any(tokens, "drop", "delete", "truncate", "force_failover_allow_data_loss") || Word(tokens, at + 1) == "table" && Any(tokens, "update")
            || Word(tokens, at + 1) == "system" && Any(tokens, "all")
            ? Verdict.Destructive("ALTER of this kind deletes or overwrites data") : Verdict.Disruptive("ALTER changes the schema or the server");
    }
}
