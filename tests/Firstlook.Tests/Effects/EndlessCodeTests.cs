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
    [InlineData("2**")]
    [InlineData("(")]
    [InlineData("while x: pass; ")]
    [InlineData("in x ")]
    [InlineData("'/dev/' ")]
    [InlineData("'/' ")]
    [InlineData("chr(1) ")]
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
}
