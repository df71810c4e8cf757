using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>
/// How an author says a cause's own check is to be read, beside plain expectations: "we expect stock_onhand_left here", "0 = nobody counts any
/// more", "one key at the top = collision", "above 0.95 it is full", or the value alone ("# false").
/// </summary>
static partial class Remarks
{
    const double So = 0.7;

    /// <summary>That one thing stands out is seen in peacetime too, now and then.</summary>
    const double SoOfMany = 0.5;
    const double NotSo = -0.4;

    /// <summary>One thing has at least this share where "one" is said to stand out.</summary>
    const double StandsOut = 0.6;

    /// <summary>No thing stands out at or below this share.</summary>
    const double Even = 0.4;

    /// <summary>Of fewer, that one has most of them says nothing.</summary>
    const double Few = 5;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Observations)
        {
            if (observation.Command.Hint is not null || observation.Result.Outcome.Kind != OutcomeKind.Succeeded || facts.CauseOf(observation.Step) is not { } cause) continue;
            var remarks = StepComments.Of(observation.Step).Concat(Behind(facts, cause, observation)).ToArray();
            var said = remarks.Select(remark => (Remark: remark, Reading: Read(remark, observation))).FirstOrDefault(one => one.Reading is not null);
            // What is bad, said outright, goes before what is normal.
            if (said.Reading is null) said = remarks.Select(remark => (Remark: remark, Reading: Norms.In(remark, observation))).FirstOrDefault(one => one.Reading is not null);
            if (said.Reading is not { } reading) continue;
            yield return new Finding(
                $"{reading.Claim} (\"{said.Remark}\")",
                observation.Command.Language == Effects.Language.PromQl ? Breakdown.MetricOf(observation.Command.Text) : observation.Result.Command.ToString(),
                facts.Cite(observation),
                    [new Bearing(cause.Id,
                        reading.IsSo
                            ? (reading.OfMany ? SoOfMany : So) * (Peacetime.IsAsEver(observation) && !IsAWord(observation.Result.Output) ? Peacetime.Usual : 1)
                            : NotSo * (cause.IsSection ? 0.5 : 1),
                        said.Remark, observation.Command.Line)]) { IsVerdict = true,
                        IsOwnCheck = true };
        }
    }

    /// <summary>Sentences of the cause that stand behind the check and before the next one, or beside it where it stands in a sentence or a row.</summary>
    public static IEnumerable<string> Behind(Facts facts, Suspect cause, Observation observation)
    {
        var (step, others) =
            (observation.Step,
                facts.Observations.Where(other => facts.CauseOf(other.Step) == cause && other.Step.Id != observation.Step.Id).Select(other => other.Step.Line).ToArray());
        var next = others.Where(line => line > step.Line).DefaultIfEmpty(int.MaxValue).Min();
        var beside = step.Inline && !others.Contains(step.Line);
        return cause.Says.Where(symptom => (symptom.Line > step.EndLine && symptom.Line < next) || (beside && symptom.Line == step.Line))
            .SelectMany(symptom => Sentence().Split(symptom.Text)).Where(text => text.Length > 0);
    }

    /// <summary>One word of a result ("true", "TTL=30") is one line as ever, whichever it is.</summary>
    static bool IsAWord(Output output) => Judgement.Number(output) is null && Norms.Alone(output) is not null;

    [GeneratedRegex(@"(?<=[.;!?])\s+")]
    private static partial Regex Sentence();

    static (bool IsSo, string Claim, bool OfMany)? Read(string remark, Observation observation)
    {
        var output = observation.Result.Output;
        if (HeadingOnly().IsMatch(remark) && output.Kind == OutputKind.Lines)
            return (output.Count > 1, output.Count > 1 ? $"{output.Count - 1} below the heading" : "the heading alone", false);
        if (Literal().Match(remark) is { Success: true } literal) return Plainly(Alone(literal.Value, output));
        if (Wanted().Match(remark) is { Success: true } wanted) return Plainly(Named(wanted.Groups["name"].Value, output));
        if (Nought().Match(remark) is { Success: true } nought)
        {
            // "Empty means without limit" is said of a cell where there are rows.
            if (nought.Groups["cell"].Success && output.Kind == OutputKind.Rows && !output.Rows.IsEmpty)
                return output.Rows.Any(row => row.Any(string.IsNullOrEmpty)) is var empty ? (empty, empty ? "a cell is empty" : "no cell is empty", true) : null;
            if (Amount(output) is { } amount) return (amount == 0, $"{Shown(amount)} there", false);
        }

        if (Equals().IsMatch(remark)) return null;
        if (Limits.In(remark, observation) is { } limit) return (limit.IsBeyond, limit.Claim, false);
        if (Times().Match(remark) is { Success: true } times && Breakdown.Of(observation).FirstOrDefault(breakdown => breakdown.Shares.Count > 1) is { } breakdown)
            return breakdown.Top.Share / breakdown.Shares[1].Share is var ratio && ratio >= Limits.Number(times.Groups["times"].Value)
                ? (true, $"{breakdown.Top.Value} is {Shown(ratio)} times the next", true) : (false, $"{breakdown.Top.Value} is {Shown(ratio)} times the next", true);
        return OneOfMany().IsMatch(remark) && Concentrated(observation) is { } concentrated ? (concentrated.IsSo, concentrated.Claim, true) : null;
    }

    static (bool, string, bool)? Plainly((bool IsSo, string Claim)? reading) => reading is { } read ? (read.IsSo, read.Claim, false) : null;

    /// <summary>The comment is the result as it should be.</summary>
    static (bool, string)? Alone(string literal, Output output)
    {
        var text = output switch
        {
            { Kind: OutputKind.Lines, Lines: [var line] } => line.Trim(),
            { Kind: OutputKind.Rows, Rows: [[var cell]] } => cell,
            _ => null,
        };
        return text is null ? null : (text != literal, $"the result is {text}");
    }

    /// <summary>What is expected to be listed is missing, or there.</summary>
    static (bool, string)? Named(string name, Output output)
    {
        var texts = output.Kind switch
        {
            OutputKind.Rows => output.Rows.SelectMany(row => row).Where(cell => cell is not null).Select(cell => cell!),
            OutputKind.Lines => output.Lines,
            _ => [],
        };
        if (output.Kind == OutputKind.None || output.Truncated) return null;
        var there = texts.Any(text => text.Contains(name, StringComparison.OrdinalIgnoreCase));
        return (!there, $"{name} is {(there ? "there" : "not there")}");
    }

    static (bool IsSo, string Claim)? Concentrated(Observation observation)
    {
        if (Breakdown.Of(observation).Where(breakdown => breakdown.Count is null or >= Few).MaxBy(breakdown => breakdown.Shares.Count) is not { } breakdown) return null;
        return breakdown.Top.Share >= StandsOut ? (true, $"{breakdown.Top.Value} is {Breakdown.Percent(breakdown.Top.Share)}")
            : breakdown.Top.Share <= Even ? (false, $"none stands out: the first is {Breakdown.Percent(breakdown.Top.Share)}")
            : null;
    }

    /// <summary>A row of several figures is one row whatever they are, so that it counts nothing.</summary>
    static double? Amount(Output output)
    {
        if (Judgement.Number(output) is { } number) return number;
        return output.Kind == OutputKind.Lines || (output.Kind == OutputKind.Rows && output.Count != 1) ? output.Count : null;
    }

    static string Shown(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\bonly the (heading|header)\b|\bnothing (but|below) the (heading|header)\b|\bs[oó]lo la cabecera\b|\b(apenas|só|somente) o cabeçalho\b|\bnur die kopfzeile\b", Plain)]
    private static partial Regex HeadingOnly();

    [GeneratedRegex(@"^(true|false|null|on|off|yes|no|\d+(\.\d+)?)$", Plain)]
    private static partial Regex Literal();

    /// <summary>A name with an underscore, a dot or in quotes, behind a word of expecting: other words would be any words.</summary>
    [GeneratedRegex(
        @"\b(expect(ed)?( to (see|find))?|should (see|have|find|list|contain)|must (have|contain|list)|debe (haber|estar)|deve (haver|existir))\b\s+(the |an? |el |"
        + @"la |o |um |index |table )*[`""']?(?<name>[A-Za-z]\w*[_.]\w+)", Plain)]
    private static partial Regex Wanted();

    /// <summary>"0 = nobody counts any more", "null = not there", "no rows means".</summary>
    [GeneratedRegex(
        @"(^|[;,.(]\s*)(0|nought|zero|(?<cell>null|empty|leer|vac[ií]o|vazio)|none( at all)?|nothing|no rows?|nada|cero|ningun[oa]?|nenhum[a]?|nichts|"
        + @"keine)( [\w' ]{1,40})?\s*(=|means?|→|->|significa|quer dizer|quiere decir|heißt|bedeutet)\s", Plain)]
    private static partial Regex Nought();

    /// <summary>"At 0, with the first query above 1": the condition is what it begins with.</summary>
    [GeneratedRegex(@"^(at|bei|con|em|com) [`""']?(\d+|true|false)[`""']?\s*,", Plain)]
    private static partial Regex Equals();

    /// <summary>"The first line is ten times the second".</summary>
    [GeneratedRegex(
        @"\b(first|top|primer[oa]?|primeir[oa]|erste)\b[^.]{0,30}?\b(?<times>\d+|two|three|five|ten|dos|tres|cinco|diez|dois|três|dez|zwei|drei|fünf|zehn)\s?(x|times|"
        + @"veces|vezes|mal)\b", Plain)]
    private static partial Regex Times();

    [GeneratedRegex(
        @"\b(one|a single|un únic[oa]|un sol[oa]|una sola|um únic[oa]|uma únic[oa]|um só|uma só)\b[^.]{0,60}\b(at the top|far above|stands? out|dominates?|"
        + @"with (more than )?(half|a dozen|dozens|many)|more than half|many hits|again and again|decenas|dezenas|repeticiones|repetições|domina|muy por encima|"
        + @"muito acima)\b", Plain)]
    private static partial Regex OneOfMany();
}
