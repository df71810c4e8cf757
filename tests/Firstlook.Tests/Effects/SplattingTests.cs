using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>What a table hands to a command as its parameters is judged as if it were written there (about_Splatting).</summary>
public sealed class SplattingTests
{
    [Theory]
    [InlineData("$x=@{ComputerName='evil.example'}; Get-Service @x", Effect.Unknown)]
    [InlineData("$x = @{\n  Name = 'spooler'\n  ComputerName = 'evil.example'\n}\nGet-Service @x", Effect.Unknown)]
    [InlineData("1..3 | ForEach-Object { Get-Service @params }", Effect.Unknown)]
    [InlineData("Get-Service @params", Effect.Unknown)]
    [InlineData("$x=@{Name='spooler'}; Get-Service @x", Effect.Read)]
    [InlineData("$x=@{FilterHashtable=@{LogName='System'; Level=2}; MaxEvents=20}; Get-WinEvent @x", Effect.Read)]
    [InlineData("Write-Output 'mail @you'", Effect.Read)]
    [InlineData("$x=@{Name='x'; Force=$true}; Stop-Service @x", Effect.Disruptive)]
    public void Parameters_that_a_table_holds_count_as_written(string text, Effect effect) =>
        Assert.Equal(effect, Classifier.Whole(text, Language.PowerShell).Effect);

    [Fact]
    public void A_switch_in_a_table_is_set() =>
        Assert.Equal(EffectTags.Hang, Classifier.Whole("$x=@{Path='f'; Wait=$true}; Get-Content @x", Language.PowerShell).Tags & EffectTags.Hang);
}
