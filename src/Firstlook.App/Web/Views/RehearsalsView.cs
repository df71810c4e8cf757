using Firstlook.App.Rehearsals;
using Firstlook.Baselines;

namespace Firstlook.App.Web.Views;

/// <param name="Every">Null where the server does not rehearse by itself.</param>
/// <param name="Runbooks">Those with rot first.</param>
/// <param name="LeftAlone">Targets that are not in peace, each with the reason.</param>
public sealed record RehearsalsView(DateTimeOffset? FinishedAt, TimeSpan? Every, EquatableArray<RehearsedRunbook> Runbooks, EquatableArray<string> LeftAlone, Visit Visit)
{
    public int Rotten => Runbooks.Sum(runbook => runbook.Rotten);

    public int Reads => Runbooks.Sum(runbook => runbook.Rows.Count);

    public static RehearsalsView Of(RehearsalRecord record, TimeSpan? every, Func<string, string?> trouble, Visit visit) => new(
        record.FinishedAt,
        every,
        record.Reads.Values
            .SelectMany(read => read.Places.Select(place => (place, read)))
            .GroupBy(one => one.place.Runbook)
            .Select(group => new RehearsedRunbook(
                group.Key, group.First().read.Team,
                group.OrderBy(one => one.read.Rot is null).ThenBy(one => one.place.Line)
                    .Select(one => new RehearsedRow(one.place, one.read, Normally(one.read, visit.Now))).ToEquatableArray()))
            .OrderBy(runbook => runbook.Rotten == 0).ThenBy(runbook => runbook.File, StringComparer.Ordinal)
            .ToEquatableArray(),
        record.Reads.Values.Select(read => read.Target).Distinct().Order(StringComparer.Ordinal).Select(target => (target, Why: trouble(target)))
            .Where(one => one.Why is not null).Select(one => $"{one.target}: {one.Why}").ToEquatableArray(),
        visit);

    /// <summary>More parts than a line holds are counted.</summary>
    const int MostShown = 3;

    static string Normally(RehearsedRead read, DateTimeOffset now)
    {
        if (read.Baseline.Runs == 0) return "";
        if (read.Baseline.Runs < Baseline.Enough) return $"not known yet: {read.Baseline.Runs} of {Baseline.Enough} rehearsals";
        var shown = RehearsalText.Shown(read.Baseline.At(now)).ToArray();
        return string.Join(" · ", shown.Take(MostShown)) + (shown.Length > MostShown ? $" · {shown.Length - MostShown} more" : "");
    }
}

public sealed record RehearsedRunbook(string File, string Team, EquatableArray<RehearsedRow> Rows)
{
    public int Rotten => Rows.Count(row => row.Read.Rot is not null);
}

/// <param name="Normally">What it returns at this hour of the day; empty where it never returned anything.</param>
public sealed record RehearsedRow(Place Place, RehearsedRead Read, string Normally);
