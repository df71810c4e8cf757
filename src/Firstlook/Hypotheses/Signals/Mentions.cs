using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>What a symptom names, found in log lines of the last minutes or in the rows of a table. Found where it should not be, it speaks against.</summary>
static partial class Mentions
{
    /// <summary>What the command itself filters for is bound to be in its output: only that there is any speaks.</summary>
    const double Filtered = 0.2;

    const double InRows = 0.4;

    /// <summary>"No database errors": there are.</summary>
    const double NotSo = -0.5;

    /// <summary>Shorter words stand in too many lines.</summary>
    const int ShortestInLines = 6;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Results)
        {
            var output = observation.Result.Output;
            if (observation.Result.Outcome.Kind != OutcomeKind.Succeeded) continue;
            var lists = output.Kind == OutputKind.Lines && Listing().IsMatch(observation.Command.Text);
            var kind = lists ? OutputKind.Rows : output.Kind;
            var (texts, what) = output.Kind switch
            {
                OutputKind.Lines when lists => (output.Lines.AsSpan().ToArray(), "lines"),
                OutputKind.Lines => (output.Lines.Where(line => LogTime.IsRecent(line, observation.Result.StartedAt)).ToArray(), "recent lines"),
                OutputKind.Rows => (output.Rows.Select(row => string.Join('\n', row)).ToArray(), "rows"),
                _ => ([], ""),
            };
            if (texts.Length == 0) continue;
            foreach (var suspect in facts.Suspects)
                foreach (var literal in facts.LiteralsOf(suspect).Where(literal => Counts(literal, kind) && !literal.IsIn(facts.Evidence.Labels))
                    .DistinctBy(literal => literal.Value))
                {
                    var count = texts.Count(text => literal.IsIn(text) && !IsField(text, literal.Value));
                    if (count == 0) continue;
                    yield return new Finding(
                        $"{count} of {texts.Length} {what} name {literal.Value}",
                        $"{what} of {observation.Result.Command}",
                        facts.Cite(observation),
                        [new Bearing(suspect.Id, Strength(literal, observation, kind, (double)count / texts.Length), literal.Symptom.Text, literal.Symptom.Line)])
                    {
                        Topic = Literal.TopicOf(literal.Value),
                    };
                }
        }
    }

    static double Strength(Literal literal, Observation observation, OutputKind kind, double share) =>
        literal.Symptom.Negative ? NotSo
        // "payment" alone stands in every line of a shop.
        : literal.IsPlainWord || observation.Command.Text.Contains(literal.Value, StringComparison.OrdinalIgnoreCase)
            ? Filtered * (kind == OutputKind.Rows && Peacetime.IsAsEver(observation) ? Peacetime.Usual : 1)
        // As many rows as ever, and they may well be the same ones.
        : kind == OutputKind.Rows ? InRows * (Peacetime.IsAsEver(observation) ? Peacetime.Usual : 1)
        : Math.Max(Filtered, 0.5 * share);

    /// <summary>The name of a field stands in every line of a log, whatever has happened.</summary>
    static bool IsField(string text, string name) => text.Contains($"\"{name}\":", StringComparison.Ordinal) || text.Contains($" {name}=", StringComparison.Ordinal);

    /// <summary>Lists what there is now, a line each, without a time: read like the rows of a table. Events have happened.</summary>
    [GeneratedRegex(@"\b(kubectl|oc)\b(?=.*\bget\s)(?!.*\bget\s+(events?|ev)\b)|\bdocker(-compose|\s+compose)?\s+ps\b|\bsystemctl\s+(list-units|--failed|is-active)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Listing();

    static bool Counts(Literal literal, OutputKind kind) =>
        !literal.IsGeneric && !literal.IsPath && literal.Value.Length >= (kind == OutputKind.Rows ? 4 : ShortestInLines);
}
