using System.Globalization;

namespace Firstlook.Effects.Sql;

/// <summary>Settings that a query of ClickHouse carries itself: <c>SELECT ... SETTINGS max_threads = 4, log_queries = 0</c> (clickhouse.com/docs, "SETTINGS in SELECT").</summary>
internal static class QuerySettings
{
    /// <summary>Beginnings of settings by which a query is planned, bounded or shown.</summary>
    static readonly string[] Harmless =
        ["max_", "min_", "optimize_", "output_format_", "input_format_", "format_", "join_", "use_", "enable_", "allow_experimental_", "distributed_", "prefer_", "read_",
            "skip_unavailable", "group_by_", "connect_timeout", "receive_timeout", "send_timeout", "load_balancing", "final", "log_comment", "extremes", "timeout_",
            "force_index", "force_primary", "parallel_replicas", "allow_introspection", "query_plan_", "compile_", "preferred_", "session_timezone", "priority"];

    public static Verdict Judge(List<SqlToken> tokens)
    {
        var verdict = new Verdict(Effect.None, EffectTags.None, "");
        var at = tokens.FindIndex(token => token.Is("settings"));
        while (at >= 0 && at + 3 < tokens.Count && tokens[at + 1].Kind == SqlKind.Word && tokens[at + 2].Is("="))
        {
            verdict = verdict.And(One(tokens[at + 1].Text, tokens[at + 3]));
            at = at + 4 < tokens.Count && tokens[at + 4].Is(",") ? at + 4 : -1;
        }

        return verdict;
    }

    static Verdict One(string name, SqlToken value)
    {
        // clickhouse.com/docs, "Kafka", "RabbitMQ", "S3Queue": what a direct SELECT reads is taken.
        if (name == "stream_like_engine_allow_direct_select") return Verdict.Destructive("a direct SELECT of a queue takes its messages");
        // clickhouse.com/docs, "format_display_secrets_in_show_and_select": what is hidden otherwise.
        if (name.Contains("secret", StringComparison.Ordinal) && value.Text is not ("0" or "false"))
            return Verdict.Read($"'{name}' shows what is hidden otherwise", EffectTags.Secret);
        if (!Array.Exists(Harmless, beginning => name.StartsWith(beginning, StringComparison.Ordinal)))
            return Verdict.Unknown($"the setting '{name}' may change more than this query");
        var unbounded = double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;
        return unbounded && name == "max_execution_time" ? Verdict.Read("no time limit holds for it", EffectTags.Hang)
            : unbounded && name.StartsWith("max_", StringComparison.Ordinal)
                && (name.Contains("memory", StringComparison.Ordinal) || name.Contains("to_read", StringComparison.Ordinal))
            ? Verdict.Read("no limit holds for it", EffectTags.Cost) : new Verdict(Effect.None, EffectTags.None, "");
    }
}
