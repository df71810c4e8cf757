using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>What repeats, follows or waits until it is stopped is no plain read; with a count it comes to its end.</summary>
public sealed class RepeatingTests
{
    [Theory]
    [InlineData("zpool iostat tank 5", true)]
    [InlineData("zpool iostat 0.5", true)]
    [InlineData("zpool iostat tank 5 3", false)]
    [InlineData("zpool list", false)]
    [InlineData("lparstat 5", true)]
    [InlineData("lparstat 5 3", false)]
    [InlineData("vm_stat 1", true)]
    [InlineData("vm_stat", false)]
    [InlineData("asmcmd iostat 5", true)]
    [InlineData("cpstat os -o 5", true)]
    [InlineData("cpstat os -o 5 -c 3", false)]
    [InlineData("mysqladmin ext -i 1", true)]
    [InlineData("mysqladmin ext -i 1 -c 5", false)]
    [InlineData("mysqladmin ext -i 1 -c 0", true)]
    [InlineData("redis-cli --intrinsic-latency 5", false)]
    [InlineData("redis-cli --intrinsic-latency 999999", true)]
    [InlineData("redis-cli --latency", true)]
    [InlineData("iotop -boqqn 3", false)]
    [InlineData("iotop -b", true)]
    [InlineData("wmic os get localdatetime /every:1", true)]
    public void An_interval_without_a_count_goes_on(string line, bool hangs) =>
        Assert.Equal(hangs, Hangs(line, Language.Shell));

    [Theory]
    [InlineData("argo get @latest --watch", true)]
    [InlineData("argo get @latest", false)]
    [InlineData("fmdump -f", true)]
    [InlineData("fmdump", false)]
    [InlineData("gaiad query wait-tx HASH", true)]
    [InlineData("gaiad query bank balances x", false)]
    [InlineData("chronyc waitsync", true)]
    [InlineData("chronyc waitsync 0", true)]
    [InlineData("chronyc waitsync 10", false)]
    [InlineData("ssh sw show logging follow", true)]
    [InlineData("adrci exec=\"show alert\"", true)]
    [InlineData("tkn pipelinerun list --watch", true)]
    [InlineData("tkn pipelinerun list --watch=false", false)]
    public void What_follows_or_waits_is_tagged(string line, bool hangs) =>
        Assert.Equal(hangs, Hangs(line, Language.Shell));

    [Theory]
    [InlineData("Get-Process | Out-Host -p", true)]
    [InlineData("Get-Process | Out-Host", false)]
    [InlineData("Get-Process x -ErrorAction Inquire", true)]
    [InlineData("Get-Process x -ea 3", true)]
    [InlineData("Get-Process x -ErrorAction:Break", true)]
    [InlineData("Get-Process x -ErrorAction SilentlyContinue", false)]
    [InlineData("$ErrorActionPreference='Inquire'", true)]
    [InlineData("$ErrorActionPreference='Stop'", false)]
    public void PowerShell_waits_for_an_answer_where_a_preference_says_so(string line, bool hangs) =>
        Assert.Equal(hangs, Hangs(line, Language.PowerShell));

    [Theory]
    [InlineData("FT.SEARCH x * TIMEOUT 0", Language.Redis, true)]
    [InlineData("FT.SEARCH x * TIMEOUT 500", Language.Redis, false)]
    [InlineData("set lock_timeout=0", Language.Sql, true)]
    [InlineData("set idle_in_transaction_session_timeout = '0'", Language.Sql, true)]
    [InlineData("set lock_timeout = '5s'", Language.Sql, false)]
    [InlineData("db.adminCommand({hello: 1, maxAwaitTimeMS: 99999999})", Language.JavaScript, true)]
    [InlineData("db.adminCommand({hello: 1})", Language.JavaScript, false)]
    public void A_limit_that_is_lifted_is_tagged(string line, Language language, bool hangs) =>
        Assert.Equal(hangs, Hangs(line, language));

    static bool Hangs(string line, Language language)
    {
        var verdict = Classifier.Whole(line, language);
        Assert.Equal(Effect.Read, verdict.Effect);
        return verdict.Tags.HasFlag(EffectTags.Hang);
    }
}
