using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Queries that go on until somebody stops them, or ask a server for more than it has: such a read waits for a click.</summary>
public sealed class EndlessQueryTests
{
    static (Effect Effect, EffectTags Tags) Verdict(Language language, string text) => Classifier.Whole(text, language) is var judged ? (judged.Effect, judged.Tags) : default;

    [Theory]
    [InlineData("with recursive t as (select 1 n union all select n+1 from t where n > 0) select count(*) from t")]
    [InlineData("with recursive t as (select 1 n union all select n+1 from t where n < 1e18) select count(*) from t")]
    [InlineData("with recursive t as (select 1 n union all select n+1 from t) select * from t limit 100000000000")]
    [InlineData("with recursive t as (select 1 n union all select n+1 from t) select count(*) from t limit 1")]
    [InlineData("with recursive t(n) as (select 1 union all select n from t join (select 1) x on true) select count(*) from t")]
    [InlineData("with t(n) as (select 1 from dual union all select n+1 from t) select count(*) from t")]
    [InlineData("with recursive t as (select 1 n union all select n+1 from t where n is not null) select count(*) from t")]
    [InlineData("select count(*) from a join b on true join c on true")]
    [InlineData("select * from dual connect by 1=1")]
    [InlineData("select count(*) from dual connect by level < 1e15")]
    public void A_recursion_whose_condition_is_never_met_hangs(string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(Language.Sql, text));

    [Theory]
    [InlineData("with recursive t(n) as (values (1) union all select n+1 from t where n < 100) select sum(n) from t")]
    [InlineData("with recursive t as (select id from c where id=1 union all select c.id from c join t on c.parent = t.id) select * from t")]
    [InlineData("with recursive t as (select id from c where id=1 union all select c.id from c, t where c.parent = t.id) select * from t")]
    [InlineData("with recursive s as (select min(x) x from t union all select (select min(x) from t where x > s.x) from s where s.x is not null) select * from s")]
    [InlineData("with recursive t as (select 1 n union all select n+1 from t) select * from t limit 10")]
    [InlineData("select level from dual connect by level <= 10")]
    [InlineData("select e from emp start with m is null connect by prior id = m")]
    public void A_recursion_that_walks_a_table_or_counts_to_a_number_does_not(string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(Language.Sql, text));

    [Theory]
    [InlineData("select count(*) from pg_class a cross join pg_class b cross join pg_class c")]
    [InlineData("select count(*) from information_schema.columns a, information_schema.columns b, information_schema.columns c")]
    [InlineData("select count(*) from generate_series(1,9999999) a, generate_series(1,9999999) b")]
    [InlineData("select count(*) from generate_series(1,10^12)")]
    [InlineData("select count(*) from generate_series(1,'9999999999999'::bigint)")]
    [InlineData("select count(*) from generate_series(now(), now()+interval '1000 years', interval '1 microsecond')")]
    [InlineData("select repeat(repeat('x',9999999),9999999)")]
    [InlineData("select count() from system.numbers where number < 0 limit 1")]
    [InlineData("select * from system.numbers limit 1000000000000")]
    [InlineData("select * from generate_series where start=1 and stop=1000000000000")]
    public void A_product_or_a_series_of_more_rows_than_anybody_waits_for_hangs(string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(Language.Sql, text));

    [Theory]
    [InlineData("select * from a, b, c where a.id = b.a_id and b.id = c.b_id")]
    [InlineData("select * from (select 1) a, (select 2) b, (select 3) c")]
    [InlineData("with a as (select 1), b as (select 2), c as (select 3) select * from a, b, c")]
    [InlineData("select * from t, unnest(t.x), unnest(t.y)")]
    [InlineData("select * from a cross join b")]
    [InlineData("select generate_series('2024-01-01'::date, '2024-02-01'::date, '1 day')")]
    [InlineData("select generate_series(now() - interval '7 days', now(), interval '1 hour')")]
    [InlineData("select number from system.numbers limit 10")]
    [InlineData("select printf('%d', 1700000000)")]
    public void Tables_that_belong_together_and_short_series_do_not(string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(Language.Sql, text));

    [Fact]
    public void A_loop_of_Transact_SQL_needs_no_semicolon_before_it()
    {
        Assert.Equal(Effect.Unknown, Verdict(Language.Sql, "select 1 while 1=1 select 1").Effect);
        Assert.Equal(Effect.Read, Verdict(Language.Sql, "select \"while\" from t").Effect);
    }

    [Fact]
    public void When_statistics_were_reset_is_a_column_and_a_table_of_ProxySQL_is_emptied()
    {
        Assert.Equal((Effect.Read, EffectTags.None), Verdict(Language.Sql, "select stats_reset from pg_stat_bgwriter"));
        Assert.Equal(Effect.Reversible, Verdict(Language.Sql, "select * from stats_mysql_query_digest_reset").Effect);
    }

    [Theory]
    [InlineData(Language.Sql, "from a, ")]
    [InlineData(Language.Sql, ", a as (")]
    [InlineData(Language.Sql, "repeat(")]
    [InlineData(Language.Shell, "first(")]
    [InlineData(Language.Shell, "do ")]
    [InlineData(Language.Shell, "function f(x){")]
    public void A_text_of_many_such_beginnings_is_answered_at_once(Language language, string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, 10_000));

        if (language == Language.Sql) Assert.True(Verdict(language, "with " + text).Effect >= Effect.Read);
        else Assert.All(new[] { "jq", "awk", "sed" }, program => Assert.True(Verdict(language, $"{program} '{text} while(x)' f").Effect >= Effect.Read));
    }

    [Theory]
    [InlineData(Language.Redis, "SCAN 0 MATCH *a*a*a*a*a*a*b")]
    [InlineData(Language.Redis, "PUBSUB CHANNELS *a*a*a*a*a*a*b")]
    [InlineData(Language.Redis, "CLUSTER GETKEYSINSLOT 0 1000000000")]
    [InlineData(Language.Redis, "FT.SEARCH i * LIMIT 0 1000000000")]
    [InlineData(Language.LogQl, "{job=\"x\"} | line_format `{{ repeat 1000000000 \"x\" }}`")]
    [InlineData(Language.LogQl, "sum(count_over_time({job=\"x\"}[10y]))")]
    [InlineData(Language.PromQl, "sum_over_time(up[100y:1s])")]
    [InlineData(Language.PromQl, "count by (__name__) ({__name__!=\"\"})")]
    [InlineData(Language.Http, "GET /x/_search?scroll=10h")]
    [InlineData(Language.Http, "GET /solr/x/select?q=*:*&rows=1000000000")]
    [InlineData(Language.Sql, "select regexp_like(x,'(a+)+$') from y")]
    public void What_keeps_a_server_busy_costs(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.Cost), Verdict(language, text));

    [Theory]
    [InlineData(Language.Redis, "SCAN 0 MATCH session:*:user:* COUNT 1000")]
    [InlineData(Language.Redis, "MEMORY USAGE cart:1 SAMPLES 0")]
    [InlineData(Language.LogQl, "sum(count_over_time({job=\"x\"}[7d]))")]
    [InlineData(Language.PromQl, "max_over_time(rate(up[5m])[7d:1m])")]
    [InlineData(Language.PromQl, "count by (__name__) ({__name__=~\"kafka_.+\"})")]
    [InlineData(Language.Http, "GET /x/_search?size=100&scroll=1m")]
    public void Everyday_questions_do_not(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(language, text));

    [Theory]
    [InlineData(Language.Redis, "WAIT 1 999999999")]
    [InlineData(Language.Spl, "index=x earliest=rt latest=rt")]
    [InlineData(Language.Http, "GET /_cluster/health?wait_for_status=green&timeout=10h")]
    [InlineData(Language.Http, "GET /v1/event/list?wait=10h&index=5")]
    [InlineData(Language.Http, "GET /v2/keys/x?wait=true")]
    public void What_is_answered_when_something_happens_hangs(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(language, text));

    [Theory]
    [InlineData("with recursive r(n) as (select 1 union all select n from r where n<5) select * from r")]
    [InlineData("with recursive r(n) as (select 1 union all select n-1 from r where n<5) select count(*) from r")]
    [InlineData("with recursive r(a,b) as (select 1,1 union all select a,b+1 from r where a<5) select count(*) from r")]
    [InlineData("with recursive r(n) as (select 1 union all select (n+1)%3 from r where n<5) select count(*) from r")]
    [InlineData("select count(*) from t a join t b on 1=1 join t c on 1=1")]
    [InlineData("select count(*) from t a, t b, t c where a.id > 0 and b.id = b.id")]
    [InlineData("select ln(10::numeric ^ 100000)")]
    [InlineData("select format('%2000000000s','x')")]
    [InlineData("select * from s emit changes")]
    [InlineData("show job when complete 1")]
    public void A_step_that_never_arrives_and_a_condition_that_joins_nothing_hang(string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(Language.Sql, text));

    [Theory]
    [InlineData("with recursive r(n, m) as (select 1, 10 union all select n + 1, m from r where n < 5) select * from r")]
    [InlineData("select count(*) from t a join t b on a.id = b.id join t c on b.id = c.id")]
    [InlineData("select count(*) from t a, t b, t c where a.id = 1 and b.id = 2 and c.id = 3")]
    [InlineData("select case when complete then 1 end from jobs")]
    [InlineData("select 10::numeric ^ 20")]
    public void A_step_that_arrives_and_tables_that_are_joined_do_not(string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(Language.Sql, text));

    [Theory]
    [InlineData(Language.Spl, "| makeresults count=1000000000000")]
    [InlineData(Language.Kql, "range x from 1 to 1000000000000 step 1")]
    [InlineData(Language.LogQl, "{a=~\".+\"}")]
    [InlineData(Language.Redis, "WAIT 1 1000000")]
    [InlineData(Language.Redis, "LCS a b")]
    [InlineData(Language.Http, "GET /v1.43/containers/x/stats")]
    public void Rows_and_answers_without_end_wait_in_other_languages(Language language, string text) => Assert.NotEqual(EffectTags.None, Verdict(language, text).Tags);

    [Theory]
    [InlineData(Language.Spl, "| makeresults count=10")]
    [InlineData(Language.Kql, "range x from 1 to 24 step 1")]
    [InlineData(Language.LogQl, "{job=~\".+\"} |= \"error\"")]
    [InlineData(Language.Redis, "WAIT 1 1000")]
    [InlineData(Language.Http, "GET /v1.43/containers/x/stats?stream=false")]
    public void Few_of_them_do_not(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(language, text));
}
