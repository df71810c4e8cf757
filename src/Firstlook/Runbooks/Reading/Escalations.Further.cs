using System.Text.RegularExpressions;

namespace Firstlook.Runbooks.Reading;

/// <summary>What else calls somebody, and what only seems to.</summary>
internal static partial class Escalations
{
    // "Si le cache ne remonte pas au bout de 20 minutes : appeler le DBA", "Sofort den Bereitschaftsdienst holen", "ring Ineke (lending) the same minute"
    [GeneratedRegex(
        @"\b(au bout de|après|passée?s?) (les )?(\d+ ?|une |deux |trois )(min\w*|mn|h|heures?)\b[^.]{0,60}?\s?[:,→]\s?(on |j')?"
        + @"(appele[rz]|appelle|prévenir|contacter|joindre|réveiller|escalader|alerter)\b|"
        + @"\b(sofort|umgehend|gleich|direkt|unverzüglich) (den|die|das|dem|unseren?|einen?) [\p{L}&/ -]{3,50} (holen|rufen|dazuholen|wecken|informieren|alarmieren)\b|"
        + @"(^|[.;] )(if|when|over|more than|under|above|still|no|not|nothing|any|all|both|wenn|falls|über|mehr als|si|se|más de|mais de|plus de|als|meer dan)\b"
        + @"[^.→]{2,80}(→|->) (the |our |den |die |dem |der |el |la |le |o |a )?([\p{L}-]+ ){0,2}(officer|lead|manager|on-?call|director|editor|chief|head|desk|dba|ciso|cto|"
        + @"ceo|noc|vendor|hotline)( (of|in) \p{L}+)?(?=[,.;]| \(|$)|"
        + @"\b(call|ring|phone|wake|page|tell) (?-i:\p{Lu})\p{L}+( \([^)]{2,40}\))? (the same|that) (minute|moment)\b|"
        + @"\bpage (?-i:\p{Lu})[\w-]+( (&|(?-i:\p{Lu})[\w-]+)){1,3} (right away|at once|immediately|straight away|now)\b|"
        + @"(^|[.;:] )(?-i:[LNT][2-4]) (at once|immediately|right away|straight away)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CallsFurther();

    // "the list is longer than 20, then call finance", "ring imaging", "One service on top: call that team", "plus de dix : appeler le NOC"
    [GeneratedRegex(
        @"(?<!\b(don't|do not|never|not|we|they|you|who|users|customers|stores|wards) )\b(call|ring|phone|bleep) (the |our )?([\w'’-]+ ){0,2}"
        + @"(finance|accounting|legal|compliance|security|infosec|estates|facilities|imaging|storage|networks|netops|vendor(['’]s desk)?|supplier|hotline|site manager)"
        + @"(?!['’-]|( [\w-]+)? (api|endpoint|service|function|hook|url|script|procedure|method)\b)\b|\b(call|ring|page) (that|their|the owning) team\b|"
        + @"\b(wake|ring|phone|page|call)( up)? the head of\b|"
        + @"\bappele[rz] (le |la |les |l['’])(noc|dba|astreinte|niveau|responsable|chef|support|fournisseur|prestataire|opérateur|éditeur|hotline)\b|"
        + @"\bappel( au| du)? niveau [1-4]\b|"
        + @"\b(still|no|not|nothing|else)\b[^:.]{0,60}: (the )?[\p{L} -]{3,40}, (ext|tel|phone|extension)\.? ?\d{3}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex CallsDepartment();

    // "Sofort den Bereitschaftsdienst holen"
    [GeneratedRegex(@"\b(sofort|umgehend|gleich|direkt|unverzüglich) (den|die|das|dem) (?<who>[\p{L}&/ -]{3,50}?) (holen|rufen|dazuholen|wecken|informieren|alarmieren)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Fetched();

    // "Prévenir le support (modèle en section 10)": what a template is there for is told, and nobody is called to help.
    [GeneratedRegex(@"\([^()]{0,20}\b(template|vorlage|plantilla|modelo|modèle|modello|sjabloon)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ByTemplate();

    // "| Triage | R | C | I |": who is responsible, accountable, consulted and informed, and when none of them is called.
    static bool SharesDuties(Table table) =>
        table.Rows.Count > 1 && table.Header.Count > 2 && table.Rows.All(r => r.Cells.Skip(1).All(c => Duty().IsMatch(c.Plain)));

    [GeneratedRegex(@"^[RACISV]?([/, ]{1,2}[RACISV])*$|^[-–—]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Duty();

    /// <summary>"Whom do I wake?", and below it "When?": a part of a list of people that says after how long.</summary>
    public static bool TellsWhen(Section section) =>
        section.Role == Role.Escalation
            || section.Level >= Section.BoldTitle && When().IsMatch(section.Folded) && section.Ancestors().Any(a => a is { Role: Role.Contacts, IsHeading: true });

    [GeneratedRegex(@"^((q|f|p|d): )?(when|wann|cuando|quando|quand|wanneer)\??$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex When();

    // "Uplink still down after 15 minutes: Dorota.", "If two regions have no bids for 10 minutes, SRE lead and ad ops.": a time, and behind it nothing but who it is then.
    static bool ClosesWithWhom(string text) =>
        text.Length < LongestCall
            && (ClosingPost().Match(text) is { Success: true } closing && IsSomebody(closing.Groups["who"].Value) || PostAtOnce().IsMatch(text));

    const int LongestCall = 200;

    [GeneratedRegex(
        @"\b\d+ ?min\w*\b[^.:,]{0,40}([:,] (the |our |der |die )?(?<who>([\w-]+ ){0,3}(lead|on-?call|manager|vendor|support|team|desk|engineer|director|hotline|officer)"
            + @"( and (the )?[\w-]+( [\w-]+)?)?)|: (?<who>(?-i:\p{Lu}\p{Ll}{2,})))\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ClosingPost();

    const string Posts =
        @"(lead|on-?call|manager|vendor|support|team|desk|engineer|director|hotline|officer|security|infosec|legal|compliance|pharmacist|physician|doctor|supervisor|"
            + @"dpo|ciso|cto|dba|noc|bereitschaft\w*|astreinte|reperibile|guardia|plantão|plantonista|piket\w*)";

    const string AtOnceWords =
        @"(at once|immediately|right away|straight away|sofort|umgehend|tout de suite|immédiatement|de inmediato|inmediatamente|enseguida|imediatamente|subito|"
            + @"immediatamente|meteen)";

    // "A controlled drug differs: chief pharmacist, at once.", "security, straight away", "Subito, senza aspettare: agronomo reperibile"
    [GeneratedRegex(
        @"(^|[.:;] )(the |our )?([\p{L}-]+ ){0,2}" + Posts + @", " + AtOnceWords + @"\W*$|"
        + @"(^|[.;] )" + AtOnceWords + @"\b[^:.]{0,40}: (the |our |il |la |lo |l['’]|le |der |die |den |el |o |a )?([\p{L}-]+ ){0,2}" + Posts + @"\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PostAtOnce();
}
