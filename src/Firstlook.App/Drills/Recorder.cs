using System.IO.Compression;
using Firstlook.App.Desk;
using Firstlook.Drills;
using Firstlook.Executors;
using Firstlook.Incidents;
using Firstlook.Looks;
using Firstlook.Masking;
using Firstlook.Runbooks;

namespace Firstlook.App.Drills;

/// <summary>Runs every read of some libraries once while a fault is on, and keeps what they returned as a case that replays without any target.</summary>
sealed class Recorder(Configuration.Configuration configuration, string fault, string family, TimeProvider time)
{
    public async Task Record(string folder, Room room, DrillSettings settings, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var alert = room.Incident.FirstAlert!;
        var service = configuration.Services.First(service => service.Name == room.Incident.Service);
        var files = configuration.Runbooks.Concat(settings.Libraries).SelectMany(Libraries.Files).Distinct();
        var plan = Plan(files.Select(file => RunbookReader.Read(file, File.ReadAllBytes(file))), service, alert.Labels);
        await using var executors = new TargetExecutors(configuration.Connections, time, new Masker([.. configuration.MaskedFields]));
        for (var moment = 0; moment < settings.Moments; moment++)
        {
            var began = time.GetUtcNow();
            var answers = new SortedDictionary<string, RecordedAnswer>(StringComparer.Ordinal);
            // The reads of the first look came first, in the heat of the moment: they are part of the first recording.
            if (moment == 0)
                foreach (var (question, answer) in Looked(room, alert.Labels)) answers[question] = answer;
            var questions = plan.Commands.ToDictionary(planned => planned.Id, planned => RecordedCase.QuestionOf(Asked.Of(planned.Step, planned.Command, alert.Labels)));
            var open = plan with { Commands = plan.Commands.Where(planned => !answers.ContainsKey(questions[planned.Id])).ToEquatableArray() };
            await foreach (var result in LookRun.Run(open, executors, cancellation)) answers[questions[result.Command]] = RecordedAnswer.Of(result);
            var recorded = new RecordedCase(
                fault, family, settings.Load.Rate, settings.Load.Seed, Math.Round((began - alert.StartsAt).TotalSeconds, 1), alert.Labels, alert.Annotations, alert.StartsAt,
                service.Targets, room.Look?.Considered?.Changes ?? [], answers);
            var file = Path.Combine(folder, $"{fault}-r{settings.Load.Rate:0}-s{settings.Load.Seed}-m{moment}.json.gz");
            await using (var stream = File.Create(file))
            await using (var packed = new GZipStream(stream, CompressionLevel.SmallestSize))
                await packed.WriteAsync(CaseFormat.Bytes(recorded), cancellation);
            if (moment + 1 < settings.Moments) await Task.Delay(TimeSpan.FromSeconds(8), time, cancellation);
        }
    }

    static LookPlan Plan(IEnumerable<Runbook> library, Service service, Alerts.LabelSet labels)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new LookPlan(library
            .SelectMany(runbook => runbook.Procedures.Select(procedure => Library.Consider(runbook, procedure, "")))
            .SelectMany(considered => Planning.Plan(considered.Procedure, service, labels, Access.Limits.Default).Ready)
            .Where(planned => seen.Add(RecordedCase.QuestionOf(Asked.Of(planned.Step, planned.Command, labels))))
            .DistinctBy(planned => planned.Id)
            .ToEquatableArray());
    }

    static IEnumerable<(string Question, RecordedAnswer Answer)> Looked(Room room, Alerts.LabelSet labels) =>
        room.Cards.Concat(room.Besides)
            .Where(card => card is { Result: not null, Output: not null })
            .Select(card => (RecordedCase.QuestionOf(Asked.Of(card.Step, card.Command, labels)),
                RecordedAnswer.Of(new Result(card.Id, card.Result!.Target, card.Result.Ran, null, card.Result.StartedAt, card.Result.Duration, card.Result.Outcome, card.Output!, card.Result.Masked))));

    public static RecordedCase Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var packed = new GZipStream(stream, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return CaseFormat.Read(bytes.ToArray());
    }
}
