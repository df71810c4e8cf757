namespace Firstlook.Range.Faults;

/// <summary>A real cause of trouble that can be brought about and taken away.</summary>
internal interface IFault
{
    FaultCard Card { get; }

    /// <summary>Whether the cause is there now; also false once somebody other than <see cref="HealAsync"/> took it away.</summary>
    Task<bool> IsActiveAsync(CancellationToken cancellation);

    Task InjectAsync(CancellationToken cancellation);

    /// <summary>What the people of the shop would do about it. Harmless where the fault is not active.</summary>
    Task HealAsync(CancellationToken cancellation);
}

/// <summary>What there is to know about a fault before it is brought about.</summary>
/// <param name="Name">As it stands in the address: /faults/NAME/inject.</param>
/// <param name="Family">Faults of one family look alike from afar.</param>
/// <param name="Alert">The alert that it raises first of all, by the name of its rule in prometheus/rules.</param>
/// <param name="Story">What happens, and what heals it, in one sentence each.</param>
internal sealed record FaultCard(string Name, string Family, string Alert, string Story);

internal sealed record FaultState(string Name, string Family, string Alert, bool Active, string Story);
