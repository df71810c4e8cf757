using Firstlook.Access;
using Firstlook.Effects;
using Firstlook.Hypotheses;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Tests.Hypotheses;

/// <summary>A procedure, and what its reads returned, said in a few words.</summary>
internal sealed class Case
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    readonly List<Hypothesis> hypotheses = [];
    readonly List<Observation> observations = [];
    readonly List<Unrun> unrun = [];
    readonly List<ManualCheck> byHand = [];
    readonly List<CheckAnswer> answers = [];
    int line = 10;

    public Case Hypothesis(string title, params (string Text, string[] Literals)[] symptoms)
    {
        hypotheses.Add(new Hypothesis(title, title, line++, line, null, [.. symptoms.Select(symptom => new Symptom(symptom.Text, line++, [.. symptom.Literals]))], []));
        return this;
    }

    public Case Negative(string title, string text, params string[] literals)
    {
        hypotheses.Add(new Hypothesis(title, title, line++, line, null, [new Symptom(text, line++, [.. literals], Negative: true)], []));
        return this;
    }

    public Case Returned(string command, Output output, string? cause = null, Expectation? expects = null, Outcome? outcome = null, Language language = Language.PromQl, (string Lead, string Text)? sample = null)
    {
        var step = Step(command, cause, expects, language) with { Sample = sample is { } shown ? new SampleOutput(shown.Text, shown.Lead, line) : null };
        observations.Add(new Observation(step, step.Commands[0], Result(step, output, outcome)));
        return this;
    }

    public Case Failed(string command, string message, string? code = null, string? cause = null, OutcomeKind kind = OutcomeKind.Failed, Expectation? expects = null) =>
        Returned(command, Output.None, cause, expects, new Outcome(kind, message, null, code), Language.Sql);

    public Case Waits(string command, string why, string cause)
    {
        var step = Step(command, cause, null, Language.Sql);
        unrun.Add(new Unrun(step, step.Commands[0], why));
        return this;
    }

    public Case ByHand(string text, string cause, bool? found = null)
    {
        var check = new ManualCheck($"c{byHand.Count}", line++, text, StepKind.Diagnostic, cause);
        byHand.Add(check);
        if (found is { } answer) answers.Add(new CheckAnswer(check.Id, answer, "ada", Now));
        return this;
    }

    public Evidence Evidence => new(
        new Procedure("p", "p", "Payments fail", 1, 99, ["PaymentsFail"], "critical", null, null, [], [.. hypotheses], [.. observations.Select(one => one.Step)], [], []) { Checks = [.. byHand] },
        [.. observations], [.. unrun]) { Checks = [.. answers] };

    public Ranked Rank() => Ranking.Rank(Evidence);

    public RankedHypothesis Ranked(string title) => Rank().Hypotheses.Single(one => one.Hypothesis.Title == title);

    public string? Leader => Rank().Leader?.Hypothesis.Title;

    Step Step(string text, string? cause, Expectation? expects, Language language)
    {
        var at = line;
        line += 5;
        var command = new Command(text, at + 1, language, Effect.Read, EffectTags.None, "a read", null, [], [], expects);
        return new Step($"s{at}", at, at, at + 3, $"step {at}", text, language, StepKind.Diagnostic, Effect.Read, false, false, cause, null, null, [], [], [], [command]);
    }

    public static Result Result(Step step, Output output, Outcome? outcome = null, int index = 0) =>
        new(new CommandId(step.Id, index), "target", step.Text, null, Now, TimeSpan.FromMilliseconds(20), outcome ?? Outcome.Succeeded, output, 0);

    public static Expectation None(string quote) => new(ExpectationKind.Nothing, null, null, quote, 7);

    public static Expectation Bound(ExpectationKind kind, double number) => new(kind, number, null, $"should be {kind} {number}", 7);

    public static Output Vector(params (string Labels, double Value)[] samples) =>
        new(OutputKind.Samples, samples.Length, false, Samples: [.. samples.Select(sample => new Sample(Pairs(sample.Labels), sample.Value))]);

    public static Output Scalar(double value) => Vector(("", value));

    /// <param name="rows">Cells, separated by <c>|</c>.</param>
    public static Output Rows(string columns, params string[] rows) =>
        new(OutputKind.Rows, rows.Length, false, Columns: [.. columns.Split('|')], Rows: [.. rows.Select(row => row.Split('|').Select(cell => cell == "NULL" ? null : cell).ToEquatableArray())]);

    public static Output Lines(params string[] lines) => new(OutputKind.Lines, lines.Length, false, Lines: [.. lines]);

    static EquatableArray<KeyValuePair<string, string>> Pairs(string labels) =>
        [.. labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
}
