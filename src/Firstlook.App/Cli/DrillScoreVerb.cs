using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Firstlook.App.Desk;
using Firstlook.App.Drills;
using Firstlook.Drills;
using Firstlook.Runbooks;
using Command = System.CommandLine.Command;

namespace Firstlook.App.Cli;

/// <summary><c>drill score</c>: recorded cases replayed on libraries of runbooks, with no target and no server.</summary>
static class DrillScoreVerb
{
    public static Command Command()
    {
        var cases = new Argument<string[]>("CASES") { Description = "Recorded cases, or folders of them", Arity = ArgumentArity.OneOrMore };
        var libraries =
            new Option<string[]>("--library") { Description = "A library: a runbook or a folder of them; several are scored one after another",
                AllowMultipleArgumentsPerToken = true, Required = true };
        var misses = new Option<int>("--misses") { Description = "Show so many cases that went wrong", DefaultValueFactory = _ => 0 };
        var (range, truth, json) = (DrillVerbs.RangeOption(), DrillVerbs.TruthOption(), Options.Json());
        var command = new Command("score", "Replays recorded cases on runbooks, and tells how often the right cause came first") { cases, libraries, misses, range, truth, json };
        command.SetAction(parsed =>
        {
            var known = DrillVerbs.ReadTruth(parsed.GetValue(truth), parsed.GetValue(range));
            var read = DrillVerbs.Existing(parsed.GetValue(libraries))
                .Select(path => (Name: Path.GetFileName(path), Files: Libraries.Files(path).Select(file => RunbookReader.Read(file, File.ReadAllBytes(file))).ToArray()))
                .ToArray();
            var recorded = DrillVerbs.Existing(parsed.GetValue(cases))
                .SelectMany(path =>
                    Directory.Exists(path)
                        ? Directory.EnumerateFiles(path, "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path])
                .Select(CaseRecording.Read).ToArray();
            var peace = new RecordedPeace([.. recorded.Where(one => one.Fault == RecordedPeace.Name)]);
            var scored = read.SelectMany(library => recorded.AsParallel().AsOrdered().Select(one => Benchmark.Compare(one, library.Name, library.Files, known, peace)))
                .Where(one => one is not null).Select(one => one!).ToArray();
            if (scored.Length == 0) return Terminal.Standard.Fail(Exit.NotFound, "no case has a truth in these libraries");
            if (parsed.GetValue(json)) Terminal.Standard.Output.WriteLine(JsonSerializer.Serialize(Json(scored), Api.RoomJson.Options));
            else Terminal.Standard.Result(Text(scored, parsed.GetValue(misses)));
            return Exit.Done;
        });
        return command;
    }

    static object Json(ScoredCase[] scored) => new
    {
        schema = "firstlook.scores/1",
        cases = scored.Length,
        rankers = Rankers(scored).Select(ranker => new { ranker, figures = Figures.Of(scored, ranker) }),
        abstention = Figures.Abstention(scored),
        uncited = scored.Sum(one => one.Uncited),
        scored = scored.Select(one =>
            new { fault = one.Case.Fault, family = one.Case.Family, load = one.Case.Load, seed = one.Case.Seed, library = one.Library, abstains = one.Abstains,
                suspects = one.Suspects, place = one.Places[Benchmark.Ours], leader = one.Leader, unanswered = one.Unanswered }),
    };

    static string Text(ScoredCase[] scored, int misses)
    {
        var text = new StringBuilder();
        foreach (var one in scored.Where(Missed).Take(misses))
        {
            var place = one.Abstains ? "none is right" : one.Places[Benchmark.Ours] is { } at ? $"place {at} of {one.Suspects}" : "not ranked";
            var answered = one.Procedure is { } procedure ? $"answered by {procedure}" : "no procedure";
            var missing = one.Unanswered > 0 ? $", {one.Unanswered} reads not recorded" : "";
            text.AppendLine($"{one.Case.Fault,-28} {one.Library,-24} {place}, {answered}, led by {one.Leader ?? "nothing"}{missing}");
            Reasons(text, one);
        }

        var abstained = scored.Count(one => one.Abstains);
        var (faults, libraries) = (scored.Select(one => one.Case.Fault).Distinct().Count(), scored.Select(one => one.Library).Distinct().Count());
        text.AppendLine(
            $"{scored.Length} cases: {scored.Length - abstained} with a right cause in the library, {abstained} without; {faults} faults, {libraries} libraries");
        text.AppendLine($"{"",-16} {"top 1",-20} {"top 3",-20} MRR");
        foreach (var ranker in Rankers(scored))
        {
            var figures = Figures.Of(scored, ranker);
            var (top1, top3) = (With(figures.Top1, set => Figures.Of(set, ranker).Top1), With(figures.Top3, set => Figures.Of(set, ranker).Top3));
            text.AppendLine($"{ranker,-16} {top1,-20} {top3,-20} {Shown(figures.Mrr)}");
        }

        if (Figures.Abstention(scored) is { } abstention) text.AppendLine($"nothing led in {Shown(abstention)} of the cases without a right cause");
        text.Append($"claims without a citation: {scored.Sum(one => one.Uncited)}");
        return text.ToString();

        string With(double figure, Func<IReadOnlyCollection<ScoredCase>, double> of)
        {
            var (low, high) = Figures.Interval(scored, of);
            return $"{Shown(figure)} [{Shown(low)}, {Shown(high)}]";
        }
    }

    /// <summary>What speaks for and against the first ones, and the right one.</summary>
    static void Reasons(StringBuilder text, ScoredCase one)
    {
        const int first = 3;
        foreach (var (index, ranked) in one.Ranked.Hypotheses.Index().Where(pair => pair.Index < first || pair.Index + 1 == one.Places[Benchmark.Ours]))
        {
            text.AppendLine($"    {index + 1}. {ranked.Score.ToString("0.00", CultureInfo.InvariantCulture)}  {ranked.Hypothesis.Title} ({ranked.Procedure})");
            foreach (var finding in ranked.For)
                text.AppendLine($"         + {finding.For(ranked.Hypothesis.Id).ToString("0.00", CultureInfo.InvariantCulture)}  {finding.Claim}  [{finding.Citation}]");
            foreach (var finding in ranked.Against)
                text.AppendLine($"         − {finding.For(ranked.Hypothesis.Id).ToString("0.00", CultureInfo.InvariantCulture)}  {finding.Claim}  [{finding.Citation}]");
        }
    }

    static bool Missed(ScoredCase one) => one.Abstains ? one.Led : one.Places[Benchmark.Ours] != 1;

    static IEnumerable<string> Rankers(ScoredCase[] scored) =>
        scored.SelectMany(one => one.Places.Keys).Distinct().OrderByDescending(ranker => ranker == Benchmark.Ours).ThenBy(ranker => ranker, StringComparer.Ordinal);

    static string Shown(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);
}
