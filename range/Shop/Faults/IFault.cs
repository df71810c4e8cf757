namespace Firstlook.Range.Faults;

/// <summary>A real cause of trouble that can be brought about and taken away.</summary>
internal interface IFault
{
    /// <summary>As it stands in the address: /faults/NAME/inject.</summary>
    string Name { get; }

    /// <summary>What happens, and what heals it, in one sentence each.</summary>
    string Story { get; }

    bool Active { get; }

    Task InjectAsync(CancellationToken cancellation);

    /// <summary>What the people of the shop would do about it. Harmless where the fault is not active.</summary>
    Task HealAsync(CancellationToken cancellation);
}

internal sealed record FaultState(string Name, bool Active, string Story);
