using System.Text.RegularExpressions;
using Firstlook.Effects;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A cause's own check that filters for what is wrong ("WHERE quantity &lt; 0", "grep ERROR") and finds some, or none.</summary>
static partial class Probes
{
    const double Finds = 0.4;
    /// <summary>Refutation outweighs support; yet a filter may be written amiss, or look at another minute.</summary>
    const double FindsNone = -0.2;

    /// <summary>Found at a step that serves several causes: it speaks for the procedure.</summary>
    const double Shared = 0.25;

    /// <summary>A query that compares says itself from where on it is so.</summary>
    const double Compared = 0.6;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Observations)
        {
            if (observation.Command.Hint is not null || observation.Result.Outcome.Kind != OutcomeKind.Succeeded
                || observation.Step.Kind is not (StepKind.Diagnostic or StepKind.Verification)) continue;
            if (!Filters(observation.Command) || Count(observation) is not { } count || RecentChanges.AsksForOne(observation.Command)) continue;
            if (facts.CauseOf(observation.Step) is not { } cause)
            {
                // "You are right here if this prints more than 0".
                var sharing = count > 0 && observation.Normally is not null && !Peacetime.IsAsEver(observation) && !facts.Evidence.Besides.IsEmpty
                    ? facts.Sharing(observation.Step).Select(suspect => new Bearing(suspect.Id, Shared, observation.Step.Title, observation.Step.Line)).ToEquatableArray()
                    : [];
                if (!sharing.IsEmpty)
                    yield return new Finding($"{count:0} found by a check of the procedure",
                        observation.Command.Language == Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString(),
                        facts.Cite(observation), sharing) { Topic = Expectations.OfTheProcedure };
                continue;
            }

            var usual = Peacetime.IsAsEver(observation) ? Peacetime.Usual : 1;
            yield return new Finding(
                count > 0 ? $"{count:0} found by a check for it{(usual < 1 ? ", as ever" : "")}" : "a check for it finds none",
                    observation.Command.Language == Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString(),
                facts.Cite(observation),
                    [new Bearing(cause.Id,
                        count > 0
                            ? (observation.Command.Language == Language.PromQl ? Compared : Finds) * usual
                            : FindsNone / facts.ChecksOf(cause) * (cause.IsSection ? 0.5 : 1),
                        observation.Step.Title, observation.Step.Line)]) { IsOwnCheck = true };
        }
    }

    static bool Filters(Runbooks.Command command) => command.Language switch
    {
        Language.Sql => Where().Match(command.Text) is { Success: true } where && Wrong().IsMatch(Window().Replace(where.Value, " ")),
        Language.PromQl => Comparison().IsMatch(command.Text),
        Language.Shell => Grep().IsMatch(command.Text),
        _ => false,
    };

    static double? Count(Observation observation)
    {
        var output = observation.Result.Output;
        return output.Kind switch
        {
            OutputKind.Rows when output is { Count: 1, Columns.Count: 1 } && Judgement.Number(output) is { } number => number,
            OutputKind.Rows => output.Count,
            OutputKind.Lines when GrepCount().IsMatch(observation.Command.Text) => Judgement.Number(output),
            // Lines that tell no time are no log: a setting that is found was there in peacetime too.
            OutputKind.Lines when output.Count > 0 && !output.Lines.Any(LogTime.IsTold) => null,
            // Old lines of a log belong to another story.
            OutputKind.Lines => output.Lines.Count(line => LogTime.IsRecent(line, observation.Result.StartedAt)),
            OutputKind.Samples => output.Count,
            _ => null,
        };
    }

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(where|having)\b.*", Plain | RegexOptions.Singleline)]
    private static partial Regex Where();

    /// <summary>Which time a query looks at says nothing about what it looks for.</summary>
    [GeneratedRegex(@"[\w.""]+\s*(>=?|between)\s*\(?\s*(now\s*\(\s*\)|current_timestamp|current_date)\s*-\s*(interval\s*)?'[^']*'(::interval)?\)?", Plain)]
    private static partial Regex Window();

    [GeneratedRegex(
        @"<|>|\bis null\b|\bnot (in|exists|granted)\b|=\s*'[^']*(fail|error|idle in transaction|stuck|expired|dead|invalid|declin|block|lock|pending|timeout)[^']*'|"
        + @"\bnot\b(?! null)", Plain)]
    private static partial Regex Wrong();

    /// <summary>At the end of the query: only series for which it holds come back (Prometheus manual, comparison operators).</summary>
    [GeneratedRegex(@"(?<!bool)\s*(>|<|>=|<=|==|!=)\s*-?\d+(\.\d+)?\s*$", Plain)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(e|f|z)?grep\b", Plain)]
    private static partial Regex Grep();

    [GeneratedRegex(@"\bgrep\s+(-\w*\s+)*-\w*c|\|\s*wc\s+-l\s*$", Plain)]
    private static partial Regex GrepCount();
}
