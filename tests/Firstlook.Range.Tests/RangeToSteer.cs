namespace Firstlook.Range.Tests;

/// <summary>The same, for what is done to it for minutes, and leaves traces: a range of its own, where <c>./dev cluster</c> asks for it.</summary>
public sealed class RangeToSteer : RangeWithCluster
{
    internal const string NotAsked = "takes minutes: ./dev cluster runs it";

    internal static bool IsAsked => Environment.GetEnvironmentVariable("FIRSTLOOK_CLUSTER") == "yes";

    private protected override string? Missing => IsAsked ? base.Missing : NotAsked;
}

[CollectionDefinition(nameof(RangeToSteer), DisableParallelization = true)]
public sealed class TheRangeToSteer : ICollectionFixture<RangeToSteer>;
