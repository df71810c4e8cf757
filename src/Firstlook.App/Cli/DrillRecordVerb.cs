using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Firstlook.App.Demo;
using Firstlook.App.Drills;
using Firstlook.Drills;

namespace Firstlook.App.Cli;

/// <summary><c>drill record</c>: faults of the practice range, and what every read of some libraries returned while they were on, kept for replays.</summary>
static class DrillRecordVerb
{
    /// <summary>Moments of one recording at most.</summary>
    const int MostMoments = 10;

    /// <summary>The range did not come up, or a question was not answered: so often in a row means that the next will do no better.</summary>
    const int MostFailures = 5;

    public static Command Command()
    {
        var names = new Argument<string[]>("NAME") { Description = "Faults, as `drill list` names them, hard cases, or `peacetime`", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every fault of the list" };
        var hard = new Option<bool>("--hard") { Description = "Every hard case of the range's hard-cases.tsv" };
        var into = new Option<string>("--into") { Description = "Folder of the cases; also of the log, recordings.jsonl", Required = true };
        var libraries =
            new Option<string[]>("--library") { Description = "Runbooks, or folders of them, whose reads are recorded", AllowMultipleArgumentsPerToken = true,
                Required = true };
        var moments = new Option<string>("--at") { Description = "Seconds after the alert at which all is read", DefaultValueFactory = _ => "0,10,25" };
        var rate = new Option<double>("--rate") { Description = "Requests a second of the range's customers", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "What the customers ask for, and in which order", DefaultValueFactory = _ => 1 };
        var heal = new Option<bool>("--heal") { Description = "Heal the fault afterwards, and see the alert end" };
        var missing = new Option<bool>("--missing") { Description = "Only what the folder does not have yet" };
        var (range, truth) = (DrillVerbs.RangeOption(), DrillVerbs.TruthOption());
        var command = new Command("record", "Records what reads return while a fault is on, for `drill score`: a range of its own for each, one after another")
            { names, all, hard, into, libraries, moments, rate, seed, heal, missing, range, truth };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(range) ?? DemoVerb.FoundRange();
            var known = DrillVerbs.ReadTruth(parsed.GetValue(truth), folder);
            var scripts = RangeScript.HardCases(folder);
            var settings = new RecordingSettings(
                folder, Path.GetFullPath(parsed.GetValue(into)!), DrillVerbs.Existing(parsed.GetValue(libraries)), Moments(parsed.GetValue(moments)!), parsed.GetValue(heal),
                (parsed.GetValue(rate), parsed.GetValue(seed)), known);
            var wanted = (parsed.GetValue(names) ?? [])
                .Select(name => scripts.FirstOrDefault(one => one.Name == name) ?? (name == RecordedPeace.Name ? new CaseScript(name, null, []) : CaseScript.Of(name)))
                .Concat(parsed.GetValue(all) ? known.Faults.Where(fault => scripts.All(one => one.Name != fault)).Select(CaseScript.Of) : [])
                .Concat(parsed.GetValue(hard) ? scripts : [])
                .Where(one => !parsed.GetValue(missing) || !File.Exists(settings.FileOf(one.Name, 0)))
                .ToArray();
            if (wanted.Length == 0) return parsed.GetValue(missing) ? Exit.Done : throw new Stop(Exit.Usage, "which case? Name one, or say --all or --hard");
            return await Record(settings, wanted, cancellation);
        });
        return command;
    }

    static async Task<int> Record(RecordingSettings settings, CaseScript[] wanted, CancellationToken cancellation)
    {
        var (disappointing, failures) = (0, 0);
        foreach (var script in wanted)
        {
            var at = TimeProvider.System.GetUtcNow();
            Recorded recorded;
            try
            {
                recorded = await new CaseRecording(settings, Terminal.Standard.Say, TimeProvider.System).Play(script, cancellation);
                failures = 0;
            }
            catch (DemoFailed failed) when (failed.Code == DrillVerbs.NoRange)
            {
                return Terminal.Standard.Fail(failed.Code, failed.Message);
            }
            catch (Exception failed)
                when (failed is DemoFailed or HttpRequestException or IOException or Npgsql.NpgsqlException
                    || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                // The others may go well: a range that failed once is no reason to drop an evening's recordings.
                recorded = new Recorded(script.Name, settings.Load.Rate, settings.Load.Seed, at, null, null, null, 0, 0,
                    (TimeProvider.System.GetUtcNow() - at).TotalSeconds, failed.Message);
                failures++;
            }

            if (recorded.Went is not null) disappointing++;
            Directory.CreateDirectory(settings.Folder);
            await File.AppendAllTextAsync(Path.Combine(settings.Folder, "recordings.jsonl"),
                JsonSerializer.Serialize(recorded, Api.RoomJson.Options).ReplaceLineEndings(" ") + "\n", cancellation);
            Terminal.Standard.Result(
                $"{recorded.Case,-28} {recorded.Alert ?? "-",-32} alert {Seconds(recorded.Detected)}, calm {Seconds(recorded.Calmed)}, "
                + $"{recorded.Cases} cases of {recorded.Reads} reads, {Seconds(recorded.Took)} in all{(recorded.Went is null ? "" : $": {recorded.Went}")}");
            if (failures == MostFailures) return Terminal.Standard.Fail(Exit.Failed, $"{failures} recordings in a row failed: the machine needs a look first");
        }

        return disappointing == 0 ? Exit.Done : Exit.Finding;
    }

    static EquatableArray<int> Moments(string given)
    {
        var moments = given.Split(',', StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : -1).ToArray();
        return moments.Length <= MostMoments && moments.All(moment => moment is >= 0 and <= 300) && moments.SequenceEqual(moments.Order().Distinct())
            ? [.. moments]
            : throw new Stop(Exit.Usage, $"--at: increasing seconds are needed, {MostMoments} at most, none beyond 300: 0,10,25");
    }

    static string Seconds(double? seconds) => seconds is { } known ? $"{known.ToString("0.0", CultureInfo.InvariantCulture)} s" : "-";
}
