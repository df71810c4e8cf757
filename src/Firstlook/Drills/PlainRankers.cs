using System.Security.Cryptography;
using System.Text;
using Firstlook.Hypotheses;
using Firstlook.Looks;

namespace Firstlook.Drills;

/// <summary>Rankings that look at less: what ours must be better than to be worth its code.</summary>
static class PlainRankers
{
    /// <param name="salt">Makes the random order another one for every fault, and the same one every time.</param>
    public static IEnumerable<(string Ranker, IEnumerable<string> Ids)> All(Evidence evidence, string salt)
    {
        var suspects = new Facts(evidence).Suspects;
        yield return ("document order", suspects.Select(suspect => suspect.Id));
        yield return ("random",
            suspects.OrderBy(suspect => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}/{evidence.At:O}/{suspect.Id}"))), StringComparer.Ordinal)
                .Select(suspect => suspect.Id));
        yield return ("prior only", Ranking.Rank(evidence with { Observations = [] }).Hypotheses.Select(one => one.Hypothesis.Id));
        var said = Words.Of(Text(evidence));
        yield return ("word overlap", suspects
            .Select((suspect, order) => (suspect, order, Overlap: Overlap(said, suspect)))
            .OrderByDescending(one => one.Overlap).ThenBy(one => one.order)
            .Select(one => one.suspect.Id));
    }

    static double Overlap(IReadOnlySet<string> said, Suspect suspect)
    {
        var words = Words.Of(suspect.Text);
        return words.Count == 0 ? 0 : (double)words.Count(said.Contains) / words.Count;
    }

    /// <summary>The alert, and all that the reads returned.</summary>
    static string Text(Evidence evidence)
    {
        var text = new StringBuilder();
        text.AppendJoin(' ', evidence.Labels.Pairs.Concat(evidence.Annotations.Pairs).Select(pair => pair.Value)).Append(' ');
        foreach (var output in evidence.Observations.Select(observation => observation.Result).DistinctBy(result => result.Command).Select(result => result.Output))
        {
            text.AppendJoin(' ', output.Lines).Append(' ').AppendJoin(' ', output.Rows.SelectMany(row => row)).Append(' ');
            text.AppendJoin(' ', output.Samples.SelectMany(sample => sample.Labels.Select(label => label.Value))).Append(' ');
        }

        return text.ToString();
    }
}
