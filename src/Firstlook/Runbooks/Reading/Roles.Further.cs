using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>Further words of the roles whose patterns are as large as the runtime optimises.</summary>
internal static partial class Roles
{
    [GeneratedRegex(
        @"^how (do|can|would) (i|you|we) (know|tell) (that |whether |if )?(it|this) is (this|it|that)( one)?$|^how (it|this) feels$|^(the )?clues$|"
        + @"^what (the )?(student|user|customer|guest|player|patient|driver|caller|shop|store|client|merchant)s? (tell|say|report|describe)s?( (you|us|the \w+))?$|"
        + @"^(it |this |that )?(would|will|should|may|might) look like( this)?$|^what (you|we|people|users)( will|'ll| may| might) (see|notice)$|"
        + @"^what the (?!(alert|alarm|rule|log|page|graph|dashboard|monitor|metric)s?\b)[\w-]+ tells?( you| us| me)?$|"
        + @"^player[- ]visible symptoms?$|^how (the )?[a-z]{3,20} (describe|put)s? (it|this)$|^(how|what) (would|will|can|could) (i|you|we|people|users|customers) (notice|see|hear|spot)( (it|this))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SymptomsInOtherWords();

    [GeneratedRegex("^how (do|does|can|would|to) ((i|you|we|one) )?(find out|see|tell|know) (which|what|why|where|who|whose)( |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FindsOut();

    // How a list is ordered does not change what it lists.
    [GeneratedRegex(
        @", (the )?(most|least) (likely|frequent|common|probable|often) (ones )?first$|, (in order of|by) (likelihood|probability|frequency)$|"
        + @", (haufigste|wahrscheinlichste) zuerst$|"
        + @", (lo |la |los |las |o |a |os |as )?(mas|mais) (frecuentes?|probables?|comun(es)?|frequentes?|prova(vel|veis)|comu(m|ns)) primeros?$|"
        + @", (le |la |les )?plus (frequent|probable)e?s? d'abord$|"
        + @", (la |le |il |i )?piu (probabil[ei]|frequent[ei]) (per prim[aeio]|prima)$|, meest (waarschijnlijke|voorkomende) eerst$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ordered();

    [GeneratedRegex(
        @"^(step|phase|stage|schritt|phase|paso|fase|passo|etapa|etape|passaggio|stap)\s+(\d{1,2}|[ivx]{1,4}|[a-f])\s*([(\[][^)\]]{1,60}[)\]]\s*)?[:.–—-]\s*",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PartNumber();

    [GeneratedRegex(
        @"^((mogliche|haufige|wahrscheinliche|bekannte) )?grunde$|^(possible|possivel|posible|possibile|moglich|verdachtig|suspeito|sospechoso)$|"
        + @"^(maybe|perhaps|vielleicht|talvez|quizas?|tal vez|forse|misschien)$|^why,? so far$|^(le )?(possibili )?ipotesi$|"
        + @"^(les )?hypotheses( possibles)?$|^hypoteser$|^hipotezy$|"
        + @"^(ladder of )?(hypotheses|causes)( ladder)?$|^hypothes[ei]s ladder$|^rungs$|"
        + @"^what (can|could|may|might|would) (it|this) be$|^what (it|this) was( the last [a-z]{2,10}( times?)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CausesInOtherWords();
}
