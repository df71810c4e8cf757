using System.Globalization;
using System.Text.RegularExpressions;
using Firstlook.Looks;

namespace Firstlook.Hypotheses.Signals;

/// <summary>
/// What an author says a check's result normally is: "30, not 0", "40 is right", "has to be `false`", "0.2 to 0.4 on a usual day", "nothing at all in good
/// times", "any row is wrong"; and which value proves it: "`true` confirms it", "at 0 nobody is counted".
/// </summary>
static partial class Norms
{
    /// <summary>An author's range is a rule of thumb: only what is so many times above or below it is out of it.</summary>
    const double OutOfRange = 1.5;

    /// <summary>"Around 20" is vaguer still.</summary>
    const double OutOfAbout = 2;

    /// <returns>Whether the result is out of the norm, and whether the norm is a rule of thumb; null where the sentence states none, or the result is nothing that it
    /// could be held against.</returns>
    public static (bool IsOut, string Claim, bool IsRough)? In(string sentence, Observation observation)
    {
        var output = observation.Result.Output;
        if (Proof().Match(sentence) is { Success: true } proof && Alone(output) is { } proven) return (Same(proven, proof), $"the result is {proven}", false);
        if (Value().Match(sentence) is { Success: true } value && Alone(output) is { } alone) return (!Same(alone, value), $"the result is {alone}", false);
        if ((NothingUsually().IsMatch(sentence) || NothingAllowed().IsMatch(sentence)) && Amount(output) is { } amount) return (amount > 0, $"{Shown(amount)} there", false);
        if (Judgement.Number(output) is not { } number) return null;
        if (Range().Match(sentence) is { Success: true } range)
        {
            var (low, high) = (Limits.Number(range.Groups["low"].Value), Limits.Number(range.Groups["high"].Value));
            return Held(number, low, high, OutOfRange);
        }

        return About().Match(sentence) is { Success: true } about && Limits.Number(about.Groups["about"].Value) is > 0 and var middle
            ? Held(number, middle, middle, OutOfAbout) : null;
    }

    /// <summary>Between the range and its wider bounds nothing is said.</summary>
    static (bool, string, bool)? Held(double number, double low, double high, double factor) =>
        double.IsNaN(low) || double.IsNaN(high) || low > high ? null
        : number >= low && number <= high ? (false, $"the value is {Shown(number)}", true)
        : number > high * factor || number < low / factor ? (true, $"the value is {Shown(number)}", true)
        : null;

    static bool Same(string value, Match stated)
    {
        var wanted = stated.Groups["value"].Value;
        return string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase)
            || (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
                && double.TryParse(wanted, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && one == other);
    }

    /// <summary>The one value that a result consists of, without the name that it is set under; null where it is more.</summary>
    public static string? Alone(Output output)
    {
        if (output.Truncated) return null;
        var text = output switch
        {
            { Kind: OutputKind.Lines, Lines: [var line] } => line.Trim(),
            { Kind: OutputKind.Rows, Rows: [[{ } cell]] } => cell,
            { Kind: OutputKind.Samples, Samples: [var sample] } => sample.Value.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };
        return text is null || Single().Match(text) is not { Success: true } single ? null : single.Groups["value"].Value;
    }

    /// <summary>What there is: a single figure, else how many rows or lines; of series their sum.</summary>
    public static double? Amount(Output output) => output.Kind switch
    {
        OutputKind.None => 0,
        OutputKind.Samples => output.Samples.Where(sample => double.IsFinite(sample.Value)).Sum(sample => Math.Abs(sample.Value)),
        _ when Judgement.Number(output) is { } number => number,
        OutputKind.Lines or OutputKind.Rows => output.Count,
        _ => null,
    };

    static string Shown(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    const string Literal = @"[`""'„“]?(""?[A-Za-z_][\w.]*""?\s?[=:]\s?)?""?(?<value>-?\d+(\.\d+)?|true|false|on|off|null)""?[`""'”“]?";

    const string Well =
        @"right|correct|fine|agreed( upon)?|normal|usual|expected|what we (agreed|want)|the default|in order|richtig|normal|üblich|vereinbart|in ordnung|gut|"
            + @"lo normal|lo correcto|correcto|normal|o normal|o certo|o combinado|certo|lo acordado";

    const string Times =
        @"(in|on|at) (a |an )?(all )?(good|normal|quiet|usual|healthy|peaceful|ordinary) (times?|days?|hours?|evenings?|afternoons?|life)|when all is well|"
            + @"in peace(time)?|normally|usually|always|typically|en (tiempos|días) normales|en un día normal|normalmente|habitualmente|siempre|"
            + @"em (tempos|dias) normais|num dia normal|sempre|im normalbetrieb|im alltag|im ruhezustand|normalerweise|üblicherweise|immer";

    const string Void =
        @"nothing( at all)?|none( at all)?|empty|blank|zero|nought|0|no (output|rows?|results?|hits?|lines?|entries|series|such \w+)|nada|vac[ií]o|cero|"
            + @"ningun[oa]?|vazio|nenhum[a]?|nichts|leer|null|keine\w*";

    /// <summary>"NAME=4", "\"burst\": 10", or the value alone.</summary>
    [GeneratedRegex(@"^\s*(export\s+)?(""?[A-Za-z_][\w.]{1,60}""?\s*[=:]\s*)?""?(?<value>-?\d{1,15}(\.\d+)?([eE][-+]?\d+)?|true|false|on|off|null)""?,?\s*$", Plain)]
    private static partial Regex Single();

    /// <summary>"`true` confirms it", "true heißt: Ursache gefunden", "At 0, no key outlives a second".</summary>
    [GeneratedRegex(@"^\W{0,2}" + Literal
        +
            @"\s*(confirms?|means?|proves?|says (it|so)|is (it|the (cause|culprit|proof|one))|lets (every|all)\w*|stands for|bestätigt|heißt|bedeutet|beweist|"
            + @"significa|quiere decir|quer dizer|confirma|es la causa|é a causa)\b|^(at|bei|con un|con|em|com) "
        + Literal + @"\s*,|\b(at|bei|con|em) (?<value>\d+(\.\d+)?)\b[^.=]{0,50}= (yes|ja|sí|sim)\b", Plain)]
    private static partial Regex Proof();

    /// <summary>"30, not 0", "40 is right", "has to print 86400", "4 ist vereinbart", "tienen que ser 4".</summary>
    [GeneratedRegex(@"^\W{0,2}" + Literal + @"(, (not|nicht|no|não) \S|,? (is|are|ist|sind|es|son|é|são|would be) (all )?(" + Well
        +
            @")\b)|\b(has to|have to|must|should|ought to|needs to|muss|müssen|soll(te)?|debe|deben|debería|deve|devem|deveria|tienen? que|tem que|têm que)( always|"
            + @" still| immer| siempre)? (print|say|read|show|be|give|return|answer|sein|stehen|lauten|ergeben|ser|decir|dar|poner|mostrar|imprimir|estar|dizer|"
            + @"ficar)( in)?( the)?:? "
        + Literal + @"(?![\w.%]|\s?(to|bis|a|or|oder|o|ou|and|und|ms|s|min|seconds?|minutes?|MB|GB)\b)|\b(expected|agreed|erwartet|esperado)\s?:\s?" + Literal
        + @"(?![\w.%])|^" + Literal + @"\s*$", Plain)]
    private static partial Regex Value();

    /// <summary>"Zero, always", "nothing in good times", "in good times that returns nothing".</summary>
    [GeneratedRegex(@"\b(" + Void + @")\b[^.;:]{0,40}?\b(" + Times + @"|unless|" + @"(is|are|ist|es|é) (" + Well + @"))\b|\b(" + Times + @")\b[^.;:]{0,50}?\b(" + Void
        + @")\b(?! (to|bis|a|,?\d))", Plain)]
    private static partial Regex NothingUsually();

    /// <summary>"Any row is wrong", "should not exist", "must be empty", "no rows expected".</summary>
    [GeneratedRegex(@"\b(any(?!thing| (other|else))|anything (but|other than|above|over|more than) (0|nought|zero|none|nothing)|every|a single|"
            + @"jede\w*|cualquier\w*|qualquer)\b[^.;:]{0,30}?\b(is|are|ist|es|é) (one too many|wrong|bad|too many|trouble|suspicious|a problem|the proof|an error|"
            + @"zu viel|falsch|de más|un error|mal[ao]?|errad[ao])\b|\b(should|must|may|can) (not|never) (exist|occur|appear|be there|happen|be (any|one))\b|"
            + @"\b(should|must|has to|have to|muss|darf|debe|tiene que|deve|tem que|soll(te)?)( \w+)? (be|list|print|show|find|return|have|sein|zeigen|liefern|estar|"
            + @"dar|devolver|salir|ser|vir|ficar)?\s?("
        + Void
        +
            @")\b(?! (to|bis|a|,?\d))|\b(no|keine?|ning[uú]n\w*|nenhum\w*) (rows?|lines?|output|results?|zeilen?|ausgabe|filas?|líneas?|linhas?) (expected|erwartet|"
            + @"esperad\w+)\b|\bexpected\s?:?\s?("
        + Void + @")\b", Plain)]
    private static partial Regex NothingAllowed();

    /// <summary>"0.2 to 0.4 on a usual day", "normally 0 to 3", "üblich sind 100 bis 200".</summary>
    [GeneratedRegex(@"(" + Times + @"|" + Well
        +
            @")\b[^.;]{0,40}?(?<![\w.])(?<low>\d+([.,]\d+)?)\s?(to|bis|a|-|–|and|y|e|und)\s?(?<high>\d+([.,]\d+)?)(?![\w:%])|"
            + @"(?<![\w.])(?<low>\d+([.,]\d+)?)\s?(to|bis|a|-|–|and|y|e|und)\s?(?<high>\d+([.,]\d+)?)(?![\w:%])[^.;]{0,30}?\b("
        + Times + @"|(is|are|ist|sind|es|son|é|são) (" + Well + @"))\b", Plain)]
    private static partial Regex Range();

    /// <summary>"A normal afternoon is around 20", "normally 0.05".</summary>
    [GeneratedRegex(
        @"\b(normal(ly)?|usual(ly)?|quiet|typical(ly)?|normalmente|habitual|üblich\w*|normalerweise)\b[^.;]{0,40}?\b(is |are |es |son |é |são |ist |sind )?(around|"
        + @"about|roughly|some|unos|alrededor de|cerca de|rund|etwa|um die)\s(?<about>\d+([.,]\d+)?)(?![\w:%])|"
        + @"\b(around|about|roughly|some|unos|rund|etwa|cerca de)\s(?<about>\d+([.,]\d+)?)(?![\w:%])[^.;]{0,40}?\b("
        + Times + @"|(is|are|ist|sind|es|son|é|são) (" + Well + @"))\b", Plain)]
    private static partial Regex About();
}
