using Firstlook.Drills;

namespace Firstlook.App.Drills;

/// <param name="Range">Folder of the range's scripts.</param>
/// <param name="Runbooks">Instead of the range's own; empty for those.</param>
/// <param name="Heal">Whether the runbook's action, or else the range, heals it, and the alert must end.</param>
sealed record DrillSettings(
    string Range, EquatableArray<string> Runbooks, Truth Truth, bool Heal, (double Rate, int Seed) Load)
{
    /// <summary>Folder in which what the reads of each drill returned is kept as a case, too; null where it is not.</summary>
    public string? Recorded { get; init; }

    /// <summary>Time for a fault to be felt before anybody says that no alert comes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Peace before the fault, so that counters exist and rates are known: the longest that a rate of the range's runbooks looks back, or else what the
    /// shop's processes took to start would be seen in it.
    /// </summary>
    public TimeSpan Peace { get; init; } = TimeSpan.FromSeconds(30);
}
