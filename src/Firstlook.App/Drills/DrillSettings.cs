using Firstlook.Drills;

namespace Firstlook.App.Drills;

/// <param name="Range">Folder of the range's scripts.</param>
/// <param name="Runbooks">Instead of the range's own; empty for those.</param>
/// <param name="Heal">Whether the runbook's action, or else the range, heals it, and the alert must end.</param>
/// <param name="Record">Folder for recorded cases; null where none is recorded.</param>
/// <param name="Libraries">Runbooks whose reads are recorded besides those that are drilled.</param>
/// <param name="Moments">How often the reads are recorded while the fault is on.</param>
sealed record DrillSettings(
    string Range, EquatableArray<string> Runbooks, Truth Truth, bool Heal, string? Record, EquatableArray<string> Libraries, int Moments, (double Rate, int Seed) Load)
{
    /// <summary>Time for a fault to be felt before anybody says that no alert comes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Peace before the fault, so that counters exist and rates are known.</summary>
    public TimeSpan Peace { get; init; } = TimeSpan.FromSeconds(12);
}
