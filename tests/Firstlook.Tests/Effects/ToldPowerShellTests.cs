using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>What others may have written is looked for in the words of PowerShell's commands as it is in a shell's.</summary>
public sealed class ToldPowerShellTests
{
    static Effect Of(string command) => Classifier.Whole(command, Language.PowerShell).Effect;

    [Theory]
    [InlineData("bash -c \"ls $line\"")]
    [InlineData("wsl bash -c \"ls $line\"")]
    [InlineData("ssh shop \"ls $line\"")]
    [InlineData("psql -c \"select '$line'\"")]
    [InlineData("psql -c (\"select '{0}'\" -f $line)")]
    [InlineData("Invoke-Sqlcmd -Query \"select '$line'\"")]
    [InlineData("Invoke-Sqlcmd -Query \"select '$($line.name)'\"")]
    [InlineData("Invoke-Sqlcmd -Query (\"select '\" + $LINE + \"'\")")]
    [InlineData("sed \"s/a/$line/\" app.log")]
    [InlineData("awk \"/$line/\" app.log")]
    [InlineData("find $line")]
    [InlineData("kubectl get pod $line")]
    public void Within_a_text_and_where_an_option_may_stand_it_waits(string command)
    {
        foreach (var source in new[] { "Invoke-RestMethod http://shop/", "kubectl logs shop-0 --tail 1", "(irm http://shop/).name" })
            Assert.Equal(Effect.Unknown, Of($"$line = {source}; {command}"));
    }

    [Theory]
    [InlineData("kubectl logs shop-0 | % { bash -c \"ls $_\" }")]
    [InlineData("kubectl logs shop-0 | ForEach-Object { psql -c \"select '$_'\" }")]
    [InlineData("Get-Content hosts.txt | % { ssh shop \"ls $_\" }")]
    [InlineData("foreach ($line in (kubectl logs shop-0)) { bash -c \"ls $line\" }")]
    [InlineData("gci /tmp | % { bash -c \"stat $_\" }")]
    [InlineData("Invoke-Sqlcmd -Query \"select '$(irm http://shop/)'\"")]
    [InlineData("$line = Get-Content names.txt; git log $line")]
    public void So_it_does_on_its_way_through_a_pipe_a_loop_or_a_substitution(string command) => Assert.Equal(Effect.Unknown, Of(command));

    [Theory]
    [InlineData("$line = Invoke-RestMethod http://shop/; Write-Host \"select $line\"")]
    [InlineData("$line = Invoke-RestMethod http://shop/; $line | Where-Object { $_.name -eq \"a b\" }")]
    [InlineData("$count = (Invoke-RestMethod http://shop/).Count; psql -c \"select $count\"")]
    [InlineData("$pods = kubectl get pods -o name; foreach ($pod in $pods) { kubectl logs $pod }")]
    [InlineData("Get-Content hosts.txt | ForEach-Object { Test-Connection $_ -Count 1 }")]
    [InlineData("Get-Process | ForEach-Object { \"$($_.Name) $($_.Id)\" }")]
    public void Elsewhere_it_is_shown(string command) => Assert.Equal(Effect.Read, Of(command));

    [Theory]
    [InlineData(@"Get-Content '\/example.com\share\x'")]
    [InlineData(@"Get-Content '/\example.com\share\x'")]
    [InlineData(@"Test-Path '\/example.com/x'")]
    public void A_share_begins_with_either_stroke(string command) => Assert.Equal(Effect.Unknown, Of(command));

    [Fact]
    public void Brackets_without_end_take_a_time_that_grows_with_the_text()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var part in new[] { "(", "$(", "\"$(", "@\"\n", "bash -c \"$x\" ", "{", "'" })
            Of("$x = irm http://shop/; $y = " + string.Concat(Enumerable.Repeat(part, 20_000 / part.Length)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
