using Firstlook.Effects;

namespace Firstlook.Tests.Effects.Sql;

public sealed class SqlSecretTests
{
    static Classified Whole(string text) => Classifier.Whole(text, Language.Sql);

    [Theory]
    [InlineData("select * from `mysql`.`user`")]
    [InlineData("select * from \"system_auth\".\"roles\"")]
    [InlineData("use mysql; select * from user")]
    [InlineData("select * from pg_subscription")]
    [InlineData("table pg_subscription")]
    [InlineData("select key from authtoken_token")]
    [InlineData("select * from django_session")]
    [InlineData("select data->>'password' from users")]
    [InlineData("select json_extract(data, '$.api_key') from users")]
    [InlineData("select data['password'] from users")]
    [InlineData("select remember_token from users")]
    [InlineData("select current_setting('primary_conninfo')")]
    [InlineData("select dbms_metadata.get_ddl('USER', 'SCOTT') from dual")]
    public void Hashes_tokens_and_keys_wait_by_whatever_name_they_are_asked_for(string text) => Assert.True(Whole(text).Tags.HasFlag(EffectTags.Secret));

    [Theory]
    [InlineData("select * from user")]
    [InlineData("use shop; select * from user")]
    [InlineData("select count(*) from django_session")]
    [InlineData("select subname, subenabled from pg_subscription")]
    [InlineData("select data->>'status' from orders")]
    [InlineData("select x > 'token' from t")]
    public void Counts_and_other_columns_do_not_wait(string text) => Assert.Equal((Effect.Read, EffectTags.None), (Whole(text).Effect, Whole(text).Tags));

    [Theory]
    [InlineData("select 1 dump tran x with truncate_only")]
    [InlineData("select 1 lock table t in exclusive mode")]
    [InlineData("select 1 begin tran select * from t")]
    [InlineData("select 1 setuser 'x'")]
    [InlineData("exec sp_blitz @emailrecipients = 'x@example.com'")]
    [InlineData("select my_pkg.purge_all from dual")]
    [InlineData("select purge_all from dual")]
    [InlineData("select (t).delete_all from t")]
    [InlineData("select data from fsdir where path = '/etc/shadow'")]
    public void What_acts_without_a_semicolon_or_brackets_is_no_read(string text) => Assert.True(Whole(text).Effect > Effect.Read);

    [Theory]
    [InlineData("select sysdate, user from dual")]
    [InlineData("select extract(hour from systimestamp) from dual")]
    [InlineData("select 'x' as label, 1 n from dual")]
    [InlineData("select level from dual connect by level <= 3")]
    [InlineData("select count(*) from shop.delete_events")]
    [InlineData("select lock, remove from t")]
    [InlineData("exec sp_blitzfirst @seconds = 30")]
    public void Pseudocolumns_tables_and_columns_of_such_names_stay_reads(string text) => Assert.Equal(Effect.Read, Whole(text).Effect);

    [Fact]
    public void Samples_that_lie_far_apart_may_hang() => Assert.True(Whole("exec sp_blitzfirst @seconds = 100000").Tags.HasFlag(EffectTags.Hang));

    [Theory]
    [InlineData("select u from auth_user u")]
    [InlineData("select row_to_json(u) from auth_user u")]
    [InlineData("select s::text from pg_subscription s")]
    [InlineData("select * from oauth_tokens")]
    [InlineData("select host, name, value from moz_cookies")]
    [InlineData("select value from settings where name='smtp_password'")]
    [InlineData("select value from core_config_data where path like '%api_key%'")]
    [InlineData("select pass, pw_hash from users")]
    [InlineData("select * from text.`/etc/shadow`")]
    public void Whole_rows_keys_of_settings_and_tables_of_secrets_wait(string text) => Assert.True(Whole(text).Tags.HasFlag(EffectTags.Secret));

    [Theory]
    [InlineData("select count(u) from auth_user u")]
    [InlineData("select u.id from auth_user u")]
    [InlineData("select pass, fail from test_runs")]
    [InlineData("select value from settings where name='max_retries'")]
    [InlineData("select * from information_schema.columns where column_name like '%password%'")]
    [InlineData("select token(id), id from shop.orders limit 10")]
    [InlineData("select sourcefile, error from pg_file_settings where error is not null")]
    public void What_counts_compares_or_tells_of_them_does_not(string text) => Assert.False(Whole(text).Tags.HasFlag(EffectTags.Secret));
}
