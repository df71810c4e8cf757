using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

// A level for each place, or for each time.
internal static partial class Severities
{
    /// <summary>"prod: P1 / staging: P4", "In production P2, P1 if the bank waits": the level of what customers use; null where no place is named.</summary>
    public static string? OfEnvironment(string text, bool zeroBased)
    {
        if (text.Length > LongestRemembered || !OfPlaces.Holds(text)) return null;
        var places = ByPlace().Matches(text);
        var rated = places.FirstOrDefault(p => p.Groups["live"].Success) ?? (places.Count > 1 && places[0].Index < 4 ? places[0] : null);
        return rated is not null
            ? Of(rated.Groups["level"].Value, zeroBased)
            : InPlace().Match(text) is { Success: true } stated ? Of(stated.Groups["level"].Value, zeroBased) : null;
    }

    static readonly Sieve OfPlaces =
        new([ByPlace(), InPlace()],
            "prod", "live", "prd", "echtbetrieb", "staging", "stage", "test", "dev", "qa", "uat", "homolog", "sandbox", "demo", "int", "acceptance", "abnahme", "recette")
        { Or = MayState };

    const string Levels = @"(?<level>(P|SEV[- ]?|Sev ?|S|[Pp]rio )[0-5]\b|critical|high|medium|low|warning|info|kritisch|hoch|mittel|niedrig|crític[ao]|alt[ao]|médi[ao]|"
        + @"baix[ao]|critique)";

    const string Live = @"(?<live>prod\w*|produção|producción|live|prd|echtbetrieb)";

    [GeneratedRegex(@"(^|[/·|;,(]\s?|\.\s)(" + Live + @"|(staging|stage|test|dev|qa|uat|preprod|pre-prod|homolog\w*|homologação|sandbox|demo|int|integration|acceptance|"
        + @"abnahme|recette))"
        + @"\s?[:=→]\s?" + Levels + @"(?![\w-])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ByPlace();

    [GeneratedRegex(@"^\W{0,3}(in|em|en|im|auf|op|on) (der |the |la |el )?" + Live + @",?\s(is |it is |it's |é |es |ist |c'est |always |sempre |siempre |immer |a |an |um |"
        + @"ein )*" + Levels + @"(?![\w-])|"
        + @"^\W{0,3}(?<level>(P|SEV[- ]?|Sev ?|[Pp]rio )[0-5]) (in|em|en|im|auf|op) (any|every|all|qualquer|todos?|todas?|cualquier|jedem?|allen?|tous?|toutes?|der|the|" + Live + @")\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InPlace();

    /// <summary>"P1 when the disk is at zero, before that P3": the level that it starts at; null where the text tells of no earlier one.</summary>
    static string? Earlier(string text, bool zeroBased) =>
        OfEarlier.Match(text) is { Success: true } earlier ? Of(earlier.Groups["level"].Value, zeroBased) : null;

    static readonly Sieve OfEarlier =
        new([BeforeThat()], "before", "until then", "up to then", "davor", "vorher", "bis dahin", "antes", "avant", "jusque", "at first", "hasta ent", "até lá");

    [GeneratedRegex(@"\b(before (that|then)|until then|up to then|davor|vorher|bis dahin|antes( disso| de eso|,|:)|hasta entonces|até lá|avant( cela| ça|,|:)|jusque-là|at first)"
        + @"\s?:?,?\s(it is |is |an? |é |es |ist |ein )?" + Levels + @"(?![\w-])|" + Levels + @" (before that|until then|up to then|at first|bis dahin|hasta entonces|até lá|"
        + @"jusque-là)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeThat();
}
