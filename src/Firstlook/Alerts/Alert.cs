using System.Text.RegularExpressions;

namespace Firstlook.Alerts;

/// <summary>One alert as it came in.</summary>
/// <param name="StartsAt">When it began to fire, as the sender says.</param>
/// <param name="EndsAt">
/// When it ended; in the future, a lease: until then it fires unless we hear otherwise. Null where the sender will tell the end itself
/// (Alertmanager's webhook).
/// </param>
/// <param name="EndsAtGiven">False where the sender gave no end and the resolve timeout was put in its place.</param>
public sealed partial record Alert(LabelSet Labels, LabelSet Annotations, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, bool EndsAtGiven, string? GeneratorUrl)
{
    public string Name => Labels["alertname"] ?? "(alert without a name)";

    public bool FiresAt(DateTimeOffset now) => EndsAt is null || EndsAt > now;

    /// <summary>
    /// What is known of an alert after a newer report of it: the earliest start, the newest annotations; of two ends the later explicit one
    /// where both are over, and a given end that is later than the new one while it fires (Alertmanager, types.Alert.Merge).
    /// </summary>
    public Alert MergedWith(Alert newer, DateTimeOffset now)
    {
        var startsAt = StartsAt < newer.StartsAt ? StartsAt : newer.StartsAt;
        var later = EndsAt > newer.EndsAt;
        var keepsEnd = newer.FiresAt(now) ? later && EndsAtGiven : later && !FiresAt(now);
        return newer with
        {
            StartsAt = startsAt,
            EndsAt = keepsEnd ? EndsAt : newer.EndsAt,
            EndsAtGiven = keepsEnd ? EndsAtGiven : newer.EndsAtGiven,
        };
    }

    /// <summary>
    /// True where a report says something new for a person: another start, or annotations that differ in more than their numbers
    /// (<c>{{ $value }}</c> moves with every evaluation).
    /// </summary>
    public bool SaysMoreThan(Alert older) =>
        StartsAt < older.StartsAt || !string.Equals(WithoutNumbers(Annotations), WithoutNumbers(older.Annotations), StringComparison.Ordinal);

    static string WithoutNumbers(LabelSet annotations) => Numbers().Replace(annotations.ToString(), "0");

    [GeneratedRegex(@"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
