using Firstlook.Baselines;
using Firstlook.Looks;
using Firstlook.Runbooks.Checking;

namespace Firstlook.App.Cli.Checking;

/// <summary>What rehearsal found to be rotten, at its place in the files as they are now: a command that was corrected since is no longer meant.</summary>
static class RecordedRot
{
    public static IEnumerable<RottenStep> Of(RehearsalRecord record, IEnumerable<CheckedFile> files)
    {
        var rotten = record.Rotten.ToLookup(read => read.Text, StringComparer.Ordinal);
        if (rotten.Count == 0) yield break;
        foreach (var file in files)
        {
            var full = Path.GetFullPath(file.Runbook.File);
            foreach (var unit in file.Runbook.Procedures.SelectMany(procedure => procedure.Steps).Concat(file.Runbook.GeneralSteps).DistinctBy(step => step.Id)
                .SelectMany(step => Units.Of(step)))
                foreach (var read in rotten[Question.OfText(unit.Command.Language, unit.Command.Text)]
                    .Where(read => read.Places.Any(place => Path.GetFullPath(place.Runbook) == full)))
                    yield return new RottenStep(file.Runbook.File, unit.Command.Line, $"on {read.Target}: {read.Rot!.What}", DateOnly.FromDateTime(read.Last.At.UtcDateTime));
        }
    }
}
