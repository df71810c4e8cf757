using System.CommandLine;
using System.Globalization;
using System.Text;
using Firstlook.App.Demo;
using Firstlook.App.Desk;
using Firstlook.App.Drills;
using Firstlook.Drills;

namespace Firstlook.App.Cli;

/// <summary><c>drill list|run|record|score</c>: real faults in the practice range, and what the first look makes of them.</summary>
static class DrillVerbs
{
    public static Command Command() =>
        new("drill", "Brings real faults about in the practice range, and proves runbooks and ranking by them") { List(), Run(), DrillRecordVerb.Command(),
            DrillScoreVerb.Command() };

    /// <summary>The machine cannot hold the range (EX_UNAVAILABLE of sysexits.h): no drill could go better.</summary>
    public const int NoRange = 69;

    static Command List()
    {
        var (range, truth, json) = (RangeOption(), TruthOption(), Options.Json());
        var command = new Command("list", "Lists the faults that can be drilled, and which cause is right in which runbook") { range, truth, json };
        command.SetAction(parsed =>
        {
            var known = ReadTruth(parsed.GetValue(truth), parsed.GetValue(range));
            if (parsed.GetValue(json))
                Terminal.Standard.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(known.Faults.Select(fault => new
                {
                    fault,
                    family = known.FamilyOf(fault),
                    right = known.Rows.Where(row => row.Fault == fault)
                        .Select(row => new { runbook = row.Runbook, hypothesis = row.Hypothesis == Truth.None ? null : row.Hypothesis }),
                }), Api.RoomJson.Options));
            else
                foreach (var fault in known.Faults)
                {
                    var runbooks = known.Rows.Where(row => row.Fault == fault).Select(row => row.Runbook).Distinct();
                    Terminal.Standard.Result($"{fault,-30} {known.FamilyOf(fault),-14} {string.Join(", ", runbooks)}");
                }

            return Exit.Done;
        });
        return command;
    }

    static Command Run()
    {
        var names = new Argument<string[]>("NAME") { Description = "Faults and hard cases, as `drill list` names them", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every fault of the list, one after another" };
        var hard = new Option<bool>("--hard") { Description =
            "Every hard case of the range's hard-cases.tsv: two faults at once, a cascade, an innocent release, a metric that is lost" };
        var heal = new Option<bool>("--heal") { Description = "Approve the actions of the leading cause, or else heal the fault, and see the alert resolve" };
        var rate = new Option<double>("--rate") { Description = "Requests a second of the range's customers", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "What the customers ask for, and in which order", DefaultValueFactory = _ => 1 };
        var record = new Option<string>("--record") { Description = "Folder in which what the runbooks' reads returned is kept as a case for `drill score`" };
        var (range, truth, json, runbooks, configuration, data) = (RangeOption(), TruthOption(), Options.Json(), Options.Runbooks(), Options.Configuration(), Options.Data());
        var command = new Command("run", "Brings a fault about, waits for its alert, and tells how long everything took and whether the ranking was right")
            { names, all, hard, heal, rate, seed, record, range, truth, json, runbooks, configuration, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(range) ?? DemoVerb.FoundRange();
            var known = ReadTruth(parsed.GetValue(truth), folder);
            var cases = RangeScript.HardCases(folder);
            var named = parsed.GetValue(names) ?? [];
            // Before the first begins: an evening's drills are not to end at a word that is misspelt.
            foreach (var name in named.Where(name => cases.All(one => one.Name != name) && !known.Faults.Contains(name)))
                throw new Stop(Exit.NotFound, $"there is no fault or hard case {name}; `firstlook drill list` shows them, and a new one needs its row in truth.tsv");
            var scripts = named.Select(name => cases.FirstOrDefault(one => one.Name == name) ?? CaseScript.Of(name))
                .Concat(parsed.GetValue(all) ? known.Faults.Where(fault => known.FamilyOf(fault) != Truth.Hard).Select(CaseScript.Of) : [])
                .Concat(parsed.GetValue(hard) ? cases : [])
                .ToArray();
            if (scripts.Length == 0) throw new Stop(Exit.Usage, "which fault? Name one, or say --all or --hard; `firstlook drill list` shows them");
            var settings = new DrillSettings(
                folder, Existing(parsed.GetValue(runbooks)), known, parsed.GetValue(heal), (parsed.GetValue(rate), parsed.GetValue(seed)));
            if (parsed.GetValue(record) is { } into) settings = settings with { Recorded = Path.GetFullPath(into) };
            var kept = Options.Read(parsed.GetValue(configuration), data: parsed.GetValue(data)).Data;
            var results = new List<DrillResult>();
            var broken = 0;
            foreach (var script in scripts)
            {
                var fault = script.Name;
                try
                {
                    var result = await new DrillRun(settings, Terminal.Standard.Say, TimeProvider.System).Play(script, cancellation);
                    results.Add(result);
                    DrillLog.Add(kept, result);
                    if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(CaseFormat.Line(result));
                    else Terminal.Standard.Result(Text(result));
                }
                catch (DemoFailed failed) when (failed.Code == Exit.NotFound && parsed.GetValue(all))
                {
                    // What needs a Kubernetes control plane is in the list, and in no range without one.
                    Terminal.Standard.Say($"{fault}: skipped, {failed.Message}; what happens to pods needs a control plane (RANGE_KUBERNETES, range/README.md)");
                }
                catch (DemoFailed failed) when (failed.Code != NoRange)
                {
                    // The others may go well: a range that did not come up once is no reason to drop an evening's drills.
                    Terminal.Standard.Fail(failed.Code, $"{fault}: {failed.Message}");
                    broken++;
                }
                catch (DemoFailed failed)
                {
                    return Terminal.Standard.Fail(failed.Code, failed.Message);
                }
                catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
                {
                    Terminal.Standard.Fail(Exit.Failed, $"{fault}: the range did not answer in time: {late.Message}");
                    broken++;
                }
            }

            if (results.Count > 1 && !parsed.GetValue(json))
                Terminal.Standard.Result($"{results.Count(result => result.Disappoints.IsEmpty)} of {results.Count} drills went as they should");
            if (broken > 0) return Exit.Failed;
            return results.All(result => result.Disappoints.IsEmpty) ? Exit.Done : Exit.Finding;
        });
        return command;
    }

    static string Text(DrillResult result)
    {
        var text = new StringBuilder();
        text.Append($"{result.Fault}: detected after {Seconds(result.Detected)}, first look after {Seconds(result.Looked)}");
        if (result.Shown is { } shown) text.Append(CultureInfo.InvariantCulture, $", on the page {shown:0.00} s after its last result");
        if (result.HealedBy is { } healer) text.Append($", healed by {healer} after {Seconds(result.Healed)}");
        text.AppendLine();
        foreach (var (index, one) in result.Ranking.Index()) text.AppendLine($"  {(result.Place == index + 1 ? "→" : " ")} {index + 1}. {one.Standing,-10} {one.Title}");
        text.Append(result.Disappoints.IsEmpty ? "  as it should be" : $"  disappoints: {string.Join("; ", result.Disappoints)}");
        return text.ToString();
    }

    static string Seconds(double? seconds) => seconds is { } known ? $"{known.ToString("0.0", CultureInfo.InvariantCulture)} s" : "never";

    public static Option<string?> RangeOption() => new("--range") { Description = "Folder of the range (default: found from here upwards)" };

    public static Option<string?> TruthOption() => new("--truth") { Description = "Which cause is right, by fault and runbook (default: truth.tsv of the range)" };

    public static Truth ReadTruth(string? file, string? range)
    {
        var path = file ?? Path.Combine(range ?? DemoVerb.FoundRange(), "truth.tsv");
        if (!File.Exists(path)) throw new Stop(Exit.NotFound, $"there is no {path}");
        var truth = Truth.Read(File.ReadAllText(path), out var problems);
        return problems.IsEmpty ? truth : throw new Stop(Exit.Usage, $"{path}: {string.Join("; ", problems)}");
    }

    public static EquatableArray<string> Existing(string[]? paths)
    {
        foreach (var path in (paths ?? []).Where(path => !File.Exists(path) && !Directory.Exists(path))) throw new Stop(Exit.NotFound, $"there is no {path}");
        return (paths ?? []).Select(Path.GetFullPath).ToEquatableArray();
    }
}
