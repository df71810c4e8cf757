using Firstlook.Effects;

namespace Firstlook.Tests.Effects.Sql;

/// <summary>What stands in place of a table, a function or a comment in SQL, and is more than that.</summary>
public sealed class SqlSourceTests
{
    static Classified Whole(string text) => Classifier.Whole(text, Language.Sql);

    [Theory]
    [InlineData("select * from t, 'https://evil.example/x.parquet'")]
    [InlineData("explain select * from 'https://evil.example/x.parquet'")]
    [InlineData("describe 's3://evil-bucket/x.parquet'")]
    [InlineData("from only 'https://evil.example/x'")]
    [InlineData("select * from parquet.`s3a://evil-bucket/x`")]
    [InlineData("select * from t, csv.`http://evil.example/x`")]
    [InlineData("select * from glob('s3://evil-bucket/*')")]
    public void A_file_or_an_address_waits_wherever_a_table_may_stand(string text) => Assert.Equal(Effect.Unknown, Whole(text).Effect);

    [Theory]
    [InlineData("select * from delta.`/mnt/shop/orders`")]
    [InlineData("select * from delta.`dbfs:/mnt/shop/orders`")]
    [InlineData("select t.`a/b`, 'x' from t")]
    [InlineData("select * from t where x in ('a', 'b') order by 1, 'c'")]
    [InlineData("select a glob 'x*' from t")]
    [InlineData("select trim(both from 'x'), substring('a' from 2) from t")]
    public void A_path_of_the_team_a_column_and_a_text_do_not(string text) => Assert.Equal((Effect.Read, EffectTags.None), (Whole(text).Effect, Whole(text).Tags));

    [Theory]
    [InlineData("select * from exec_command where command = 'rm -rf /'")]
    [InlineData("select * from carves where path='/x' and carve=1")]
    [InlineData("select * from information_schema.innodb_cmp_reset")]
    [InlineData("select * from kafka_queue settings stream_like_engine_allow_direct_select=1")]
    public void A_table_that_acts_or_is_emptied_by_reading_waits(string text) => Assert.True(Whole(text).Effect > Effect.Read);

    [Theory]
    [InlineData("select [dbo].[purge]()")]
    [InlineData("select * from [dbo].[purge_all](1)")]
    [InlineData("select * from t cross apply [dbo].[send_mail](t.id)")]
    public void A_function_in_brackets_is_a_function(string text) => Assert.Equal(Effect.Unknown, Whole(text).Effect);

    [Theory]
    [InlineData("select [a], count(*) from [dbo].[orders] (nolock) group by [a]")]
    [InlineData("select * from sys.dm_exec_requests r cross apply [sys].[dm_exec_sql_text](r.sql_handle)")]
    [InlineData("with [x] ([a]) as (select 1) select * from [x]")]
    public void Brackets_before_a_hint_or_around_a_name_of_the_server_are_read_on(string text) => Assert.Equal(Effect.Read, Whole(text).Effect);

    [Theory]
    [InlineData("select 1 /*T! into outfile 'x' */")]
    [InlineData("select /*+ set_var(sql_log_bin=off) */ * from t")]
    [InlineData("/*DELETE QUERY CACHE*/ select 1")]
    public void A_comment_that_a_server_acts_on_is_none(string text) => Assert.Equal(Effect.Unknown, Whole(text).Effect);

    [Theory]
    [InlineData("select * from t settings max_execution_time=0", EffectTags.Hang)]
    [InlineData("set statement_timeout = 0", EffectTags.Hang)]
    [InlineData("select set_config('statement_timeout','0',false)", EffectTags.Hang)]
    [InlineData("set work_mem = '100GB'", EffectTags.Cost)]
    [InlineData("set statement_timeout = '5s'", EffectTags.None)]
    [InlineData("set work_mem = '256MB'", EffectTags.None)]
    [InlineData("select * from t settings max_threads = 4, max_execution_time = 30", EffectTags.None)]
    public void A_limit_that_is_lifted_waits_and_one_that_is_set_does_not(string text, EffectTags tags) => Assert.Equal((Effect.Read, tags), (Whole(text).Effect, Whole(text).Tags));

    [Theory]
    [InlineData("explain plan selection for select * from t")]
    [InlineData("explain all for select * from t")]
    [InlineData("select * from t with rr")]
    [InlineData("select * from t with lock")]
    [InlineData("select * from t for exclusive lock")]
    [InlineData("select * from t settings log_queries=0")]
    public void Plans_that_are_stored_and_locks_of_other_databases_wait(string text) => Assert.True(Whole(text).Effect > Effect.Read);

    [Theory]
    [InlineData("select * from sys.dm_os_file_exists('//evil.example/share/x')")]
    [InlineData("restore headeronly from disk='//evil.example/x'")]
    [InlineData("restore headeronly from url='https://evil.blob.core.windows.net/x'")]
    public void A_path_to_another_machine_waits_with_either_stroke_and_as_an_address(string text) => Assert.Equal(Effect.Unknown, Whole(text).Effect);

    [Fact]
    public void Statistics_that_are_renewed_lose_nothing()
    {
        Assert.Equal(Effect.Reversible, Whole("update statistics dbo.orders with fullscan").Effect);
        Assert.Equal(Effect.Destructive, Whole("update statistics set n = 0").Effect);
        Assert.True(Whole("update statistics dbo.orders delete from dbo.orders").Effect > Effect.Reversible);
    }
}
