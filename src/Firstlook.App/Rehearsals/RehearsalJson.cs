using System.Text.Json;
using Firstlook.App.Api;
using Firstlook.Baselines;
using Firstlook.Effects;

namespace Firstlook.App.Rehearsals;

/// <summary>A rehearsal as one JSON document: <c>firstlook.rehearse/1</c>. Additions are fine.</summary>
static class RehearsalJson
{
    public static string Of(RehearsalPlan plan, IReadOnlyCollection<Rehearsed> rehearsed) => JsonSerializer.Serialize(
        new
        {
            schema = "firstlook.rehearse/1",
            rehearsed = rehearsed.Count(one => one.Kept is not null),
            rotten = rehearsed.Count(one => one.Kept?.Rot is not null),
            leftAlone = rehearsed.Count(one => one.Kept is null),
            runbooks = plan.Runbooks,
            reads = rehearsed.OrderBy(one => one.Read.Places[0].Runbook, StringComparer.Ordinal).ThenBy(one => one.Read.Places[0].Line).Select(View),
            waiting = plan.Waiting.Select(one => new { runbook = one.Place.Runbook, procedure = one.Place.Procedure, step = one.Place.Step, line = one.Place.Line, why = one.Why }),
        },
        RoomJson.Options);

    static object View(Rehearsed one) => new
    {
        places = one.Read.Places.Select(place => new { runbook = place.Runbook, procedure = place.Procedure, step = place.Step, line = place.Line }),
        text = one.Read.Command.Text,
        language = one.Read.Command.Language.Word(),
        target = one.Read.Target.Name,
        service = one.Read.Service,
        team = one.Read.Team,
        leftAlone = one.Skipped,
        at = one.Kept?.Last.At,
        outcome = one.Kept?.Last.Outcome.ToString().ToLowerInvariant(),
        milliseconds = one.Kept is { } ran ? Math.Round(ran.Last.Took.TotalMilliseconds, 1) : (double?)null,
        rot = one.Kept?.Rot is { } rot ? new { kind = rot.Kind.ToString().ToLowerInvariant(), what = rot.What, since = one.Kept.Since } : null,
        runs = one.Kept?.Baseline.Runs,
        kept = one.Kept is { } kept
            ? kept.Baseline.At(kept.Last.At).Usuals.Select(usual =>
                new { what = usual.Quantity.Kind.ToString().ToLowerInvariant(), of = usual.Quantity.Of, low = usual.Low, median = usual.Median, high = usual.High,
                    hour = usual.Hour, runs = usual.Runs })
            : null,
    };
}
