using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Looks;
using Firstlook.Runbooks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>A setting as it is (<c>QUEUE_WORKERS=1</c>, <c>"burst": 0</c>), and what the runbook says that it should be ("normally 4", "put it back to 4").</summary>
static partial class Settings
{
    const double Differs = 0.8;
    const double AsItShouldBe = -0.5;

    /// <summary>Letters between a setting's name and its usual value at most.</summary>
    const int Reach = 70;

    public static IEnumerable<Finding> Find(Facts facts)
    {
        foreach (var observation in facts.Observations.Where(observation =>
            observation.Result.Outcome.Kind == OutcomeKind.Succeeded && observation.Result.Output.Kind == OutputKind.Lines))
        {
            var settings = observation.Result.Output.Lines.Select(line => Line().Match(line)).Where(match => match.Success)
                .Select(match => (Name: match.Groups["name"].Value, Value: Number(match.Groups["value"].Value))).Where(setting => setting.Value is not null)
                .DistinctBy(setting => setting.Name).ToArray();
            if (settings.Length == 0) continue;
            var comments = StepComments.Of(observation.Step).ToArray();
            var own = facts.CauseOf(observation.Step);
            var said = own is null ? [] : Remarks.Behind(facts, own, observation).Where(sentence => !Conditional().IsMatch(sentence)).ToArray();
            foreach (var suspect in own is not null ? [own] : facts.Sharing(observation.Step))
            {
                foreach (var (name, value) in settings)
                {
                    if (Usual(name, [.. comments, .. said], [.. suspect.Says.Select(symptom => symptom.Text), .. suspect.Hypothesis.Advice.Select(advice => advice.Text)],
                        own is not null && settings.Length == 1 && comments.Length > 0) is not { } usual) continue;
                    yield return new Finding(
                        $"{name} is {Shown(value!.Value)}, and should be {Shown(usual.Value)}", observation.Result.Command.ToString(), facts.Cite(observation),
                        [new Bearing(suspect.Id, value == usual.Value ? AsItShouldBe : Differs, usual.Said, observation.Command.Line)]) { IsVerdict = true,
                            Topic = $"setting {name}" };
                }
            }
        }
    }

    /// <param name="only">True where the result has this one setting, so that a comment without a name is about it.</param>
    static (double Value, string Said)? Usual(string name, string[] comments, string[] sentences, bool only)
    {
        foreach (var comment in comments)
        {
            if (Behind(name, comment, Beside()) is { } beside) return (beside, comment);
            if (only && Normal().Match(comment) is { Success: true } normal) return (Read(normal), comment);
        }

        foreach (var sentence in sentences)
            if (Behind(name, sentence, Should()) is { } should) return (should, sentence);
        return null;
    }

    static double? Behind(string name, string text, Regex value)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_'))) return null;
        var rest = text.AsSpan(at + name.Length);
        return value.Match(rest[..Math.Min(rest.Length, Reach)].ToString()) is { Success: true } match ? Read(match) : null;
    }

    static double Read(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    static double? Number(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Shown(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>"If it says WORKERS=1": what is wrong, or may be.</summary>
    [GeneratedRegex(@"^\W*(if|when|where|wenn|falls|steht|si|se|cuando|quando)\b|\b(instead of|rather than|not|statt|en vez de|em vez de)\s+[`""']?\w+[=:]", Plain)]
    private static partial Regex Conditional();

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\s*(export\s+)?""?(?<name>[A-Za-z][A-Za-z0-9_.]{2,60})""?\s*[=:]\s*""?(?<value>-?\d{1,15}(\.\d{1,9})?)""?,?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    /// <summary>"burst 10, hourly 60": a name and its value, as a comment lists them.</summary>
    [GeneratedRegex(@"^[`""']?\s*(is|=|:)?\s*(?<number>[0-9]+(\.[0-9]+)?)(?![\w.])", Plain)]
    private static partial Regex Beside();

    /// <summary>"... back to 30", "... should be 2", "... is normally 400", "lo normal son 4". Not "24 h": the unit may be another.</summary>
    [GeneratedRegex(
        @"\b(should be|must be|normally|usually|back to|back at|default(s to)?|lo normal( es| son)?|normalmente|de vuelta a|debe ser|deben ser|deve ser|o normal é|"
        + @"padrão é|volt\w+ a)\s*:?\s*[`""']?(?<number>[0-9]+(\.[0-9]+)?)(?!\.?\w)(?!\s?(h|s|ms|min|hours?|days?|seconds?|minutes?|horas|días|dias|segundos|minutos|"
        + @"%)\b)", Plain)]
    private static partial Regex Should();

    [GeneratedRegex(
        @"\b(should be|must be|normal(ly)?|usual(ly)?|default|lo normal|normalmente|debe ser|deve ser|o normal)( is| are| es| son| é|"
        + @" são)?\s*:?\s*[`""']?(?<number>[0-9]+(\.[0-9]+)?)(?!\.?\w)", Plain)]
    private static partial Regex Normal();
}
