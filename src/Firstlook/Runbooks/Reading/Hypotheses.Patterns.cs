using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>The words that name a cause, and those that only seem to.</summary>
internal static partial class Hypotheses
{
    // A condition of at least three characters goes as far as the first end of one.
    [GeneratedRegex(@"^\W{0,3}(if|when|in case of|wenn|falls|si|se(?! \w+er\b)|als|bei)\s+(the |it is |it's |there (is|are) )?(?<condition>" + ConditionCharacter
        + "{3}((?!" + ConditionEnd + ")" + ConditionCharacter + "){0,117})" + ConditionEnd + @"\s*(?<action>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Branch();

    [GeneratedRegex(
        @"^((erstes|nachstes|letztes|zweites|letzte|uberbruckung|notlosung|notfall|alternative|sofort|vorsorge|ersatz|workaround)\b|"
        + @"(this|that|it|these|the (above|issue|problem|error|alert|steps?))\b.{0,40}\b(fail|persist|continu|work|help|resolv|still|not)|"
        + @"it (refuses|lasts|takes|goes on|comes back|happens again)\b|still\b|not\b|none\b|nothing\b|you |safe|needed|necessary|possible|required|applicable|"
        + @"available|so\b|yes\b|no\b|all (else|of)|any of|in doubt|unsure|unresolved|no improvement|issue persists|problem persists|successful|"
        + @"everything( is|'s)? (ok|fine|well|good|green|normal|works)|everything$|"
        + @"(the )?[\w-]+( [\w-]+)? (works|is (ok|back|up|fine|good|healthy|green|stable))( again)?$|done|already|above|neither|after|to |rollback (fails|is)|"
        + @"[^,;:]{2,40} (agrees?|approves?|consents?|signs off|says (yes|so|ok)|gives? (the|its|their|his|her) (ok|go|approval|consent)|zustimmt|zustimmen|freigibt|"
        + @"aprueba|autoriza|aprova|accepte|approuve)\b)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Guard();

    [GeneratedRegex(
        @"^(none|nothing(?! (is|was|has|listens|answers|runs|reaches|comes) (?!wrong|found|seen|broken))|neither|something else|anything else|other(wise)?|unknown|"
        + @"nichts davon|keine? (davon|der)|sonst|ninguno|ningun[ao] de|nenhum|aucun|autre|nessun)\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NoneOfThem();

    [GeneratedRegex(
        @"^(if\s+)?(using|you use|running (on|in|with)|we use|on (aws|gcp|azure|kubernetes|k8s|docker|bare metal|rds)|deployed (on|with|via)|manual\b|self-?hosted|"
        + @"managed\b|hosted on)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Applies();

    [GeneratedRegex(@"^\W*\p{L}+( \p{L}+)?\s*((n°|n\.?º|nr\.?|no\.|#)?\s?\d{1,3}|[A-Ha-h])\s*[:.)\-–—·,]\s*|^\W*[CcHhUu]\d{1,2}\s*[:.)\-–—·]\s*|^\W*(\p{L}+ )?\p{L}+\s*[:–—]\s*",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CauseNumber();

    [GeneratedRegex(@"^(it (was|is|may be|might be|can be|could be|is often)|es (war|ist)|fue|era|foi|c'(est|etait)|è|era)\s+",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex ItWas();

    [GeneratedRegex(
        @"\b(is|are|was|were|has|have|had|does|do|did|cannot|can't|isn't|aren't|not|no|too|ist|sind|war|hat|haben|wird|wurden?|nicht|kein\w*|es|está|están|son|fue|ha|"
        + @"han|no|é|são|está|foi|não|est|sont|pas|è|sono|non)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tells();

    [GeneratedRegex(@"(?<=^|[\s:])\(?(?<mark>[a-h]|[1-9])\)\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex InlineMark();

    [GeneratedRegex(@"[,;]?\s(and|or|und|oder|y|o|e|ou|et)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TrailingAnd();

    [GeneratedRegex(@"\s(or|oder|o|ou|of)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Or();

    // Words that tell why, not what to do.
    [GeneratedRegex(
        @"\b(usually|mostly|probably|likely|either|one of|can be|could be|may be|might be|causes?|reasons?|because|caused by|due to|suspects?|meist|ursachen?|grund|"
        + @"gründe|entweder|liegt an|suele|casi siempre|causas?|motivos?|geralmente|costuma|normalement|souvent|causes|raisons|soit|di solito|oorzaken)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Blames();

    [GeneratedRegex(@"^\W*(when|cuando|quando|lorsque|quand)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Occasion();

    [GeneratedRegex(
        @"^(suspected|usual|assumed|maybe|possible) ?(cause|its|it's|it is|reason)?$|"
        + @"^((most |possible |likely |probable |root |usual |the )*(causes?|reasons?|hypothes[ei]s|culprits?|suspects?)|likely|probably|(then )?it is|it can be|"
        + @"what it is|what is wrong|because|why|warum|pourquoi|por que|perche|verdict|(mogliche |wahrscheinliche )?(ursachen?|hypothesen?)|verdacht|"
        + @"(la )?(posible |probable )?(causas?|hipotesis|motivo)( (posible|probable|provavel|probabile|possibile)s?)?|"
        + @"(probabil[ei] |possibil[ei] )?cause?( (probabili|possibili))?|(possivel |provavel )?(causas?|hipoteses?|"
        + @"motivos?)( (probaveis|possiveis|provaveis|posibles|probables))?|causes? (probables?|possibles?|probabil[ei])|(mogelijke )?oorza(ak|ken)|причин[аы]|原因)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CauseHeader();

    [GeneratedRegex(@"^(go to|see|section|page|runbook|chapter|step|link|jump to|next|ir a|ver|seccion|secao|ir para|siehe|abschnitt|weiter)( (section|page|step))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex LeadsElsewhere();

    [GeneratedRegex(@"^if\s+", RegexOptions.IgnoreCase)]
    private static partial Regex StripIf();
}
