using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Programs that share a name, or a beginning: what changes something under one of them is no read.</summary>
public sealed class SharedNameTests
{
    [Theory]
    [InlineData("vol", Effect.Read)]
    [InlineData("vol C:", Effect.Read)]
    [InlineData("vol status", Effect.Read)]
    [InlineData("vol show -vserver svm1", Effect.Read)]
    [InlineData("vol delete x", Effect.Destructive)]
    [InlineData("vol destroy x", Effect.Destructive)]
    [InlineData("vol offline x", Effect.Disruptive)]
    [InlineData("ssh filer vol snapshot delete -vserver v -volume x -snapshot y", Effect.Destructive)]
    public void Vol_is_a_storage_arrays_word_as_well_as_that_of_Windows(string line, Effect effect) => Assert.Equal(effect, Classifier.Whole(line, Language.Shell).Effect);

    [Theory]
    [InlineData("cphaprob syncstat", Effect.Read)]
    [InlineData("cphaprob syncstat -reset", Effect.Destructive)]
    [InlineData("lxc query /1.0/instances", Effect.Read)]
    [InlineData("incus query -X GET /1.0/instances", Effect.Read)]
    [InlineData("lxc query -X POST /1.0/instances", Effect.Unknown)]
    [InlineData("lxc query -d '{}' /1.0/instances", Effect.Unknown)]
    [InlineData("tailscale debug prefs", Effect.Read)]
    [InlineData("tailscale debug restun", Effect.Unknown)]
    [InlineData("wg show", Effect.Read)]
    [InlineData("WG_HIDE_KEYS=never wg show", Effect.Unknown)]
    [InlineData("git check-mailmap 'Joe <joe@shop.example>'", Effect.Read)]
    [InlineData("git rev-list --use-bitmap-index --count --all", Effect.Read)]
    public void An_option_decides_what_a_subcommand_does(string line, Effect effect) => Assert.Equal(effect, Classifier.Whole(line, Language.Shell).Effect);

    [Theory]
    [InlineData("jq -n '.[500000000]=1'", Language.Shell, true)]
    [InlineData("jq '500000000 as $i | .[$i] = 1' f", Language.Shell, true)]
    [InlineData("jq '.[5e8] |= 2' f", Language.Shell, true)]
    [InlineData("jq '.a = 10000000' f", Language.Shell, false)]
    [InlineData("jq '[.[] | select(.ts > 1700000000)] | length' f", Language.Shell, false)]
    [InlineData("'{0:D999999999}' -f 1", Language.PowerShell, true)]
    [InlineData("(1).ToString('D999999999')", Language.PowerShell, true)]
    [InlineData("'{0,20} {1:N2}' -f $a, $b", Language.PowerShell, false)]
    [InlineData("Get-CimInstance CIM_DataFile", Language.PowerShell, true)]
    [InlineData("Get-CimInstance Win32_LogicalDisk", Language.PowerShell, false)]
    public void What_fills_memory_or_walks_over_every_file_is_tagged(string text, Language language, bool tagged)
    {
        var verdict = Classifier.Whole(text, language);
        Assert.Equal(Effect.Read, verdict.Effect);
        Assert.Equal(tagged, (verdict.Tags & (EffectTags.Cost | EffectTags.Hang)) != EffectTags.None);
    }
}
