using Firstlook.Effects;

namespace Firstlook.Tests.Effects.Sql;

/// <summary>Where a string begins for one database and not for another, what follows may be statements.</summary>
public sealed class DialectStringTests
{
    [Theory]
    [InlineData("select 1 from t where thread# = $$\n; drop table x; -- $$")]
    [InlineData("select group# from v where a.serial# = $a$\n; truncate t; -- $a$")]
    [InlineData("select 1 from t where x = $$\n; drop table x; -- $$")]
    public void Dollars_behind_a_name_hide_no_statement(string text) => Assert.NotEqual(Effect.Read, Classifier.Whole(text, Language.Sql).Effect);

    [Theory]
    [InlineData("select s.sid, s.serial# from v$session s, v$process p where s.paddr = p.addr")]
    [InlineData("select thread#, max(sequence#) from v$archived_log group by thread#")]
    public void Names_of_Oracle_with_signs_are_names(string text) => Assert.Equal(Effect.Read, Classifier.Whole(text, Language.Sql).Effect);

    [Theory]
    [InlineData("show backups in 's3://evil-bucket/x'", Effect.Unknown)]
    [InlineData("show backup from latest in 'http://evil.example/x'", Effect.Unknown)]
    [InlineData("show backups in 'nodelocal://1/backups'", Effect.Read)]
    [InlineData("show backups in 'external://nightly'", Effect.Read)]
    public void A_backup_is_looked_for_where_the_address_says(string text, Effect effect) => Assert.Equal(effect, Classifier.Whole(text, Language.Sql).Effect);

    [Theory]
    [InlineData("select string_agg(repeat('x',1000000),'') from generate_series(1,1000)", true)]
    [InlineData("select string_agg(repeat('x',10),'') from generate_series(1,1000)", false)]
    [InlineData("select count(*) from generate_series(1,1000)", false)]
    public void What_is_gathered_is_as_long_as_its_rows_together(string text, bool costs) =>
        Assert.Equal(costs, Classifier.Whole(text, Language.Sql).Tags != EffectTags.None);

    [Theory]
    [InlineData("select * from pg_visibility_map_summary('orders')")]
    [InlineData("select citus_version()")]
    [InlineData("exec sp_repltrans")]
    [InlineData("select * from table(dbms_workload_repository.awr_report_text(1,1,1,2))")]
    public void Further_functions_that_only_show_are_reads(string text) => Assert.Equal(Effect.Read, Classifier.Whole(text, Language.Sql).Effect);
}
