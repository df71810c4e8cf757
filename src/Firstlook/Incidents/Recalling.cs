using Firstlook.Alerts;
using Firstlook.Baselines;
using Firstlook.Looks;

namespace Firstlook.Incidents;

/// <summary>What rehearsals have learnt of the reads of a look, put into its record: replayed, it is what was known then.</summary>
public static class Recalling
{
    /// <summary>Reads whose normals are kept; all in one event, and far within what the journal takes.</summary>
    const int Most = 300;

    /// <returns>Null where none of the reads was rehearsed often enough.</returns>
    public static NormalsRecalled? Of(RehearsalRecord rehearsed, LookPlan plan, LabelSet labels, int look, DateTimeOffset now)
    {
        var normals = plan.Ready
            .Select(planned => (planned.Id, Read: rehearsed.Reads.GetValueOrDefault(Question.Of(planned.Target!, Asked.Of(planned.Step, planned.Command, labels)))))
            .Where(one => one.Read is { Baseline.Runs: >= Baseline.Enough })
            .Select(one => new CommandNormal(one.Id, one.Read!.Baseline.At(now.UtcDateTime.Hour)))
            .DistinctBy(one => one.Command).Take(Most).ToEquatableArray();
        return normals.IsEmpty ? null : new NormalsRecalled(now, look, normals);
    }
}
