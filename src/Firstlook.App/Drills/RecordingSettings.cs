using Firstlook.Drills;

namespace Firstlook.App.Drills;

/// <param name="Range">Folder of the range's scripts.</param>
/// <param name="Folder">Where cases are kept.</param>
/// <param name="Libraries">Runbooks whose reads are recorded.</param>
/// <param name="Moments">Seconds from the alert at which the reads begin; increasing.</param>
/// <param name="Heal">Whether the fault is healed afterwards, and the alert must end.</param>
sealed record RecordingSettings(string Range, string Folder, EquatableArray<string> Libraries, EquatableArray<int> Moments, bool Heal, (double Rate, int Seed) Load, Truth Truth)
{
    /// <param name="moment">0-based.</param>
    public string FileOf(string name, int moment) => Path.Combine(Folder, $"{name}-r{Load.Rate:0}-s{Load.Seed}-m{moment}.json.gz");

    /// <summary>Time for a fault to be felt before anybody says that no alert comes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Time for an alert to end once its cause is healed.</summary>
    public TimeSpan ToCalm { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Peace before the fault, so that counters exist and rates are known.</summary>
    public TimeSpan Peace { get; init; } = TimeSpan.FromSeconds(12);
}

/// <summary>What became of one recording. Times are seconds: to the alert from the deed, to calm from the healing.</summary>
/// <param name="Alert">Null where none fired.</param>
/// <param name="Detected">Null where no alert fired.</param>
/// <param name="Calmed">Null where that was not asked for, or did not happen.</param>
/// <param name="Reads">Of the last case.</param>
/// <param name="Went">What went wrong; null where nothing did.</param>
sealed record Recorded(string Case, double Rate, int Seed, DateTimeOffset At, string? Alert, double? Detected, double? Calmed, int Cases, int Reads, double Took, string? Went);
