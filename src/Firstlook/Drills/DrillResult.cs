using Firstlook.Hypotheses;

namespace Firstlook.Drills;

/// <summary>How a drill went. Times are seconds from the moment at which the fault was brought about.</summary>
/// <param name="Runbook">File of the procedure that answered; null where none did.</param>
/// <param name="Detected">Until Prometheus itself said that an alert fires; null where it never did.</param>
/// <param name="Looked">Until the first look was done; null where there was none.</param>
/// <param name="Healed">Until the alert had ended and the incident was resolved; null where that was not asked for, or did not happen.</param>
/// <param name="HealedBy">"action 2", "the range"; null with <paramref name="Healed"/>.</param>
/// <param name="Ranking">Ids, best first, as far as they were shown.</param>
/// <param name="Leader">Null where nothing led.</param>
/// <param name="Place">1-based place of the first right answer; null where there is none among the ranked.</param>
/// <param name="Disappoints">What went wrong; empty where nothing did.</param>
public sealed record DrillResult(
    string Fault, string Family, DateTimeOffset At, string? Alert, string? Runbook, double? Detected, double? Looked, double? Healed, string? HealedBy,
    EquatableArray<RankedTitle> Ranking, string? Leader, int? Place, EquatableArray<string> Disappoints)
{
    /// <summary>Seconds from the end of the look's last read, or from the alert where that came later, until a browser had the page with the ranking; null where there
    /// was no look, or none of its reads ran.</summary>
    public double? Shown { get; init; }
}

public sealed record RankedTitle(string Id, string Title, string Standing);

/// <summary>Judges a ranking against the truth.</summary>
public static class DrillScore
{
    /// <returns>1-based; null where no right answer is among the ranked, or only "none of these" is right.</returns>
    public static int? Place(EquatableArray<(string Runbook, string Id)> ranking, Expected expected)
    {
        foreach (var (index, one) in ranking.Index())
            if (expected.Accepts(one.Runbook, one.Id)) return index + 1;
        return null;
    }

    public static EquatableArray<(string Runbook, string Id)> Order(Ranked ranked, string own) =>
        ranked.Hypotheses.Select(one => (one.Runbook ?? own, one.Hypothesis.Id)).ToEquatableArray();

    /// <summary>What a person who relied on it would be disappointed by.</summary>
    /// <param name="expected">Null where nobody has written down what is right.</param>
    /// <param name="inVain">Actions were approved, and something else had to end it.</param>
    public static EquatableArray<string> Disappointments(Expected? expected, bool detected, bool looked, string? leader, int? place, bool healingAsked, bool healed,
        bool inVain = false)
    {
        var wrong = new List<string>();
        if (!detected) wrong.Add("no alert fired");
        else if (!looked) wrong.Add("no first look came to an end");
        else if (expected is { Abstains: true } && leader is not null) wrong.Add($"{leader} leads, and no cause of the library is right");
        else if (expected is { Abstains: false } && place != 1) wrong.Add(place is null ? "the right cause is not among the ranked" : $"the right cause is in place {place}");
        if (detected && healingAsked && !healed) wrong.Add("the alert did not resolve");
        else if (inVain) wrong.Add("the actions of the leading cause did not end it");
        return [.. wrong];
    }
}
