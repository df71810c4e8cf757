namespace Firstlook.App.Tests.Demo;

/// <summary>
/// Tests that hold a live shop: one at a time and beside no other, since a shop that has to wait for a processor answers
/// its customers late, and that is a fault of its own.
/// </summary>
[CollectionDefinition(nameof(LiveShop), DisableParallelization = true)]
public sealed class LiveShop;
