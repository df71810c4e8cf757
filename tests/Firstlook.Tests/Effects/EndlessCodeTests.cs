using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Code that goes on until somebody stops it, or computes more than a machine holds: such a read waits for a click.</summary>
public sealed class EndlessCodeTests
{
    static (Effect Effect, EffectTags Tags) Verdict(Language language, string text) => Classifier.Whole(text, language) is var judged ? (judged.Effect, judged.Tags) : default;

    [Theory]
    [InlineData(Language.Python, "while 1 == 1:\n    pass")]
    [InlineData(Language.Python, "while not 0:\n    x = 1")]
    [InlineData(Language.Python, "while ready:\n    print(1)")]
    [InlineData(Language.Python, "list(iter(int, 1))")]
    [InlineData(Language.Python, "sum(itertools.count())")]
    [InlineData(Language.JavaScript, "while ([]) {}")]
    [InlineData(Language.JavaScript, "for (let i = 0; i < 9; i--) console.log(i)")]
    [InlineData(Language.JavaScript, "do {} while (1)")]
    [InlineData(Language.Ruby, "(1..).each { |x| p x }")]
    [InlineData(Language.Ruby, "(1..Float::INFINITY).map { |x| x }")]
    [InlineData(Language.PowerShell, "for () { gps }")]
    [InlineData(Language.PowerShell, "for ($i = 0; $i -lt 10; $i--) { gps }")]
    [InlineData(Language.PowerShell, "do { gps } while (Get-Date)")]
    public void A_loop_that_sets_nothing_of_what_it_asks_hangs(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(language, text));

    [Theory]
    [InlineData(Language.JavaScript, "for (let i = 0; i < 10; i += 0) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 0; i < 10; i -= 1) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 1; i != 0; i++) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 0; i != 9; i += 2) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 1; i; i++) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 0; i < 9; i *= 2) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 0; i < 1e12; i++) {}")]
    [InlineData(Language.JavaScript, "for (let i = 1e12; i > 0; i--) {}")]
    [InlineData(Language.JavaScript, "for (let i = 0n; i < 10n**15n; i++) {}")]
    [InlineData(Language.JavaScript, "for (let i = 0, n = 1e13; i < n; i++) {}")]
    [InlineData(Language.Ruby, "i = 0; while i < 10; i -= 1; end")]
    [InlineData(Language.PowerShell, "$i = 0; do { $i += 0 } until ($i -ge 5)")]
    [InlineData(Language.Python, "i = 0\nwhile i < 10:\n    i -= 1")]
    [InlineData(Language.Python, "i = 0\nwhile i < 10**12:\n    i += 1")]
    [InlineData(Language.Ruby, "i = 0; i += 0 until i == 5")]
    [InlineData(Language.Ruby, "i = 1; i *= 1 while i < 9")]
    [InlineData(Language.PowerShell, "for ($i = 1; $i -ne 0; $i++) { $i }")]
    [InlineData(Language.PowerShell, "for ($i = 1; $i; $i++) { $i }")]
    public void A_step_that_changes_nothing_or_leads_away_from_the_end_is_none(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(language, text));

    [Theory]
    [InlineData(Language.JavaScript, "for (let i = 1; i < 1000; i *= 2) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 0; i != 10; i += 2) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let i = 10; i; i--) console.log(i)")]
    [InlineData(Language.JavaScript, "for (let page = 1; page < Infinity; page++) { if (page > 3) break }")]
    [InlineData(Language.JavaScript, "for (let t = 1700000000000; t < 1700086400000; t += 3600000) console.log(t)")]
    [InlineData(Language.Python, "page = 1\nwhile page != 0:\n    page = following(page) if False else 0")]
    [InlineData(Language.Python, "n = 5\nwhile n > 0:\n    n -= 1")]
    [InlineData(Language.Ruby, "i = 0; i += 1 until i == 5")]
    [InlineData(Language.PowerShell, "for ($i = 0; $i -ne 10; $i += 2) { gps }")]
    public void A_step_that_comes_to_the_end_is_one(Language language, string text) => Assert.Equal(EffectTags.None, Verdict(language, text).Tags);

    [Theory]
    [InlineData(Language.Python, "i = 0\nwhile i < 3:\n    i += 1")]
    [InlineData(Language.Python, "while chunk := f.read(10):\n    print(chunk)")]
    [InlineData(Language.Python, "for block in iter(lambda: f.read(4096), b\"\"):\n    print(block)")]
    [InlineData(Language.Python, "for a, b in zip(itertools.count(), names):\n    print(a, b)")]
    [InlineData(Language.JavaScript, "for (let i = 9; i > 0; i--) console.log(i)")]
    [InlineData(Language.JavaScript, "do { i++ } while (i < 5)")]
    [InlineData(Language.Ruby, "User.where(id: 1..).count")]
    [InlineData(Language.Ruby, "(1..).first(3)")]
    [InlineData(Language.PowerShell, "for ($i = 10; $i -gt 0; $i--) { gps }")]
    [InlineData(Language.PowerShell, "while ((Get-Date) -lt $end) { gps }")]
    public void A_loop_that_comes_to_its_end_does_not(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(language, text));

    [Theory]
    [InlineData(Language.Python, "print(9**9**9)")]
    [InlineData(Language.Python, "\"x\" * 10**11")]
    [InlineData(Language.Python, "n = 10**12\nlist(range(n))")]
    [InlineData(Language.Python, "[requests.get(\"http://10.0.0.1/\") for _ in range(10**5)]")]
    [InlineData(Language.JavaScript, "Array.from({length: 1e9})")]
    [InlineData(Language.Ruby, "Array.new(10**12)")]
    [InlineData(Language.PowerShell, "'x' * 2GB")]
    [InlineData(Language.PowerShell, "$n = 1e9; 1..$n | % { gps }")]
    [InlineData(Language.PowerShell, "1..65535 | % { irm http://10.0.0.1/ }")]
    [InlineData(Language.PowerShell, "Start-Sleep -Seconds 86400")]
    [InlineData(Language.PowerShell, "Get-Counter -Continuous")]
    public void What_is_larger_than_any_memory_or_goes_on_for_hours_hangs(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(language, text));

    [Theory]
    [InlineData(Language.Python, "sum(1 for i in range(10**7) for j in range(10**7))")]
    [InlineData(Language.JavaScript, "Array.from({length: 1e5}, () => Array.from({length: 1e5}))")]
    [InlineData(Language.Ruby, "(1..10**6).flat_map { |i| (1..10**6).to_a }")]
    public void Loops_in_loops_are_multiplied(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(language, text));

    [Theory]
    [InlineData(Language.JavaScript, "let s = \"x\"; for (let i = 0; i < 60; i++) s = s + s")]
    [InlineData(Language.JavaScript, "const a = [1]; for (const x of a) a[a.length] = x")]
    [InlineData(Language.Ruby, "a = [1]; a.each { |x| a << x }")]
    [InlineData(Language.PowerShell, "$s = 'x'; 1..60 | % { $s = $s + $s }")]
    public void What_doubles_with_each_turn_or_grows_as_it_is_walked_hangs(Language language, string text) => Assert.True(Verdict(language, text).Tags.HasFlag(EffectTags.Hang));

    [Theory]
    [InlineData("print(f\"{1:9999999999}\")")]
    [InlineData("print(\"%9999999999d\" % 1)")]
    [InlineData("print(\"{:9999999999}\".format(1))")]
    [InlineData("print(f\"{'x':>{10**11}}\")")]
    [InlineData("print((10**999999)**9999)")]
    [InlineData("x = 10**6; print(x**x)")]
    [InlineData("print(1 << (1 << 35))")]
    [InlineData("x = [1]; x *= 10**12")]
    [InlineData("x = \"a\" * 10**7; print(x * 10**7)")]
    public void A_width_a_power_or_a_text_that_is_computed_counts_as_one_that_is_written(string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(Language.Python, text));

    [Theory]
    [InlineData(Language.Python, "select.select([], [], [])")]
    [InlineData(Language.Python, "psutil.cpu_percent(interval=1000000)")]
    [InlineData(Language.Python, "for x in container.stats(): print(x)")]
    [InlineData(Language.Python, "for c in requests.get(\"http://10.0.0.1/\", stream=True): print(c)")]
    [InlineData(Language.JavaScript, "await new Promise(() => {})")]
    public void What_waits_for_something_without_a_time_hangs(Language language, string text) => Assert.True(Verdict(language, text).Tags.HasFlag(EffectTags.Hang));

    [Theory]
    [InlineData(Language.Python, "select.select([], [], [], 5)")]
    [InlineData(Language.Python, "psutil.cpu_percent(interval=1)")]
    [InlineData(Language.JavaScript, "await new Promise(done => setTimeout(done, 100))")]
    public void What_is_given_a_time_does_not(Language language, string text) => Assert.False(Verdict(language, text).Tags.HasFlag(EffectTags.Hang));

    [Theory]
    [InlineData("r.scan(0, \"*\", 10**9)")]
    [InlineData("r.keys(pattern=\"*\")")]
    [InlineData("redis_client.keys()")]
    [InlineData("list(r.scan_iter(count=100000000))")]
    public void Walking_over_all_keys_in_one_command_costs(string text) => Assert.Equal((Effect.Read, EffectTags.Cost), Verdict(Language.Python, text));

    [Theory]
    [InlineData("for r in rows: print(r.keys())")]
    [InlineData("settings.keys()")]
    [InlineData("list(r.scan_iter(count=1000))")]
    public void The_keys_of_a_dictionary_do_not(string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(Language.Python, text));

    [Theory]
    [InlineData("p User.where(\"pg_sleep(1000) is null\").count")]
    [InlineData("p User.order(\"pg_sleep(1000)\").first")]
    public void A_piece_of_a_statement_that_waits_is_no_read(string text) => Assert.Equal(Effect.Unknown, Verdict(Language.Ruby, text).Effect);

    [Theory]
    [InlineData(Language.JavaScript, "require(\"crypto\").createHash(\"md5\").update(\"x\").digest(\"hex\")")]
    [InlineData(Language.JavaScript, "await s3.send(new ListBucketsCommand({}))")]
    [InlineData(Language.JavaScript, "await stripe.charges.list({limit: 3})")]
    [InlineData(Language.Ruby, "p ActiveRecord::Base.connection.select_value(\"SELECT count(*) FROM orders\")")]
    public void A_call_whose_neighbours_say_that_it_asks_is_a_read(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(language, text));

    [Theory]
    [InlineData(Language.JavaScript, "await s3.send(new DeleteBucketCommand({}))")]
    [InlineData(Language.JavaScript, "await sm.send(new GetSecretValueCommand({SecretId: \"x\"}))")]
    [InlineData(Language.JavaScript, "rows.update(\"x\")")]
    [InlineData(Language.Ruby, "p ActiveRecord::Base.connection.select_value(\"DELETE FROM orders RETURNING id\")")]
    public void Its_neighbours_that_act_are_none(Language language, string text) => Assert.True(Verdict(language, text).Effect > Effect.Read);

    [Theory]
    [InlineData(Language.Python, "print(1024**3, 5 * 10**9, \"=\" * 60)")]
    [InlineData(Language.Python, "datetime.fromtimestamp(1700000000)")]
    [InlineData(Language.Python, "User.objects.filter(id__lt=10**12).count()")]
    [InlineData(Language.PowerShell, "1..10 | % { Test-NetConnection web$_ -Port 443 }")]
    [InlineData(Language.PowerShell, "(Get-Item C:\\x.log).Length / 1MB")]
    [InlineData(Language.PowerShell, "Start-Sleep 5")]
    public void Everyday_numbers_do_not(Language language, string text) => Assert.Equal((Effect.Read, EffectTags.None), Verdict(language, text));

    [Theory]
    [InlineData("(a+)+$", true)]
    [InlineData("([a-z]+)*$", true)]
    [InlineData("(a|aa)+$", true)]
    [InlineData("(.*a){20}", true)]
    [InlineData("((a+))+", true)]
    [InlineData(@"(\w+\s?)*$", true)]
    [InlineData("(a+){9}b", true)]
    [InlineData("(a+){,50}$", true)]
    [InlineData("(é+)+$", true)]
    [InlineData("((?#c)a+)+$", true)]
    [InlineData(@"(\x61+)+$", true)]
    [InlineData(@"(\p{L}+)+$", true)]
    [InlineData("([[:alpha:]]+)+$", true)]
    [InlineData("(a{1,3})+$", true)]
    [InlineData(".*.*.*.*=", true)]
    [InlineData(@"(\w+–)+", false)]
    [InlineData(".*foo.*bar.*baz.*", false)]
    [InlineData(@"^\s*(\w+)\s*=\s*(.*?)\s*$", false)]
    [InlineData(@"(\d+\.)+\d+", false)]
    [InlineData(@"(\w+\s+)*end", false)]
    [InlineData("(foo|bar)+", false)]
    [InlineData(@"^(\d{4}-\d{2}) (ERROR|WARN)+ .*", false)]
    [InlineData(@"(?P<name>\S+) (.*)", false)]
    [InlineData(@"(?:[a-z0-9]+-)*[a-z0-9]+", false)]
    public void A_pattern_hangs_where_a_text_may_be_taken_by_it_in_many_ways(string pattern, bool hangs)
    {
        var tags = hangs ? EffectTags.Hang : EffectTags.None;

        Assert.Equal((Effect.Read, tags), Verdict(Language.Python, $"re.search(r\"{pattern}\", line)"));
        Assert.Equal((Effect.Read, tags), Verdict(Language.PowerShell, $"$line -match '{pattern}'"));
    }

    [Theory]
    [InlineData("re.search('(a+)' + '+$', line)")]
    [InlineData("re.search(r'(a+) +$', line, re.X)")]
    [InlineData("p = '(a+)+$'\nre.search(p, line)")]
    [InlineData("df['x'].str.count('(a+)+$')")]
    public void A_pattern_counts_however_it_comes_to_its_call(string text) => Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(Language.Python, text));

    [Theory]
    [InlineData("2**")]
    [InlineData("(")]
    [InlineData("while x: pass; ")]
    [InlineData("in x ")]
    [InlineData("'/dev/' ")]
    [InlineData("'/' ")]
    [InlineData("chr(1) ")]
    [InlineData("for x in y: ")]
    [InlineData("x.keys() ")]
    [InlineData("'(a+)+' ")]
    public void A_text_of_many_such_beginnings_is_answered_at_once(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, 20_000));

        Assert.True(Classifier.Whole(text, Language.Python).Effect >= Effect.Read);
        Assert.True(Classifier.Whole(text, Language.Ruby).Effect >= Effect.Read);
    }

    [Fact]
    public void What_takes_up_its_input_waits_for_it_in_a_block_and_not_behind_a_pipe()
    {
        Assert.Equal((Effect.Read, EffectTags.Hang), Verdict(Language.Python, "for line in sys.stdin: print(line)"));
        Assert.Equal((Effect.Read, EffectTags.None), Verdict(Language.Shell, "kubectl get pods -o json | python3 -c 'import sys, json; print(json.load(sys.stdin))'"));
    }

    [Theory]
    [InlineData(Language.Python, "thread.join()")]
    [InlineData(Language.Python, "print(future.result())")]
    [InlineData(Language.Ruby, "p Thread.list.each(&:join)")]
    public void Waiting_for_a_thread_or_a_result_has_no_end_of_its_own(Language language, string text) => Assert.True(Verdict(language, text).Tags.HasFlag(EffectTags.Hang));

    [Theory]
    [InlineData(Language.Python, "print(','.join(names))")]
    [InlineData(Language.Python, "print(client.query('select 1').result())")]
    [InlineData(Language.Ruby, "p names.join")]
    public void Joining_texts_and_the_rows_of_a_query_has(Language language, string text) => Assert.False(Verdict(language, text).Tags.HasFlag(EffectTags.Hang));
}
